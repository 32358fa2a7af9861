import type { PacketFile, PacketFiles } from '../../coaching/packet/packet-file-port.ts'
import { CoachError } from '../../domain/coach-error.ts'
import { packetFileName } from '../../domain/packet/packet-file.ts'
import { makeConstants, unpack } from '../texts/codec.ts'
import { makeFairQueue } from '../texts/fair-queue.ts'
import { openThread, type WorkerTask, type WorkLimits, type WorkOutcome } from '../texts/thread.ts'
import { formNames, readForm } from './form-folder.ts'
import type { WrittenFile } from './packet-tasks.ts'

const WORKER = new URL('./packet-files-worker.ts', import.meta.url)

/** The limits of one file. 200 quotes take a second or two of one core, and loading the libraries half a second. */
const LIMITS: WorkLimits = { cpuMs: 15_000, wallMs: 40_000, memoryMb: 512 }

type Options = {
  /** The folder of ladders, which may have a company's form. */
  readonly rubricDir: string
  readonly script?: URL
  readonly limits?: WorkLimits
}

/**
 * Makes files in a worker, one at a time, and people take turns. Each file has its own worker, which ends with it,
 * because few people want a file and its libraries need some 60 MB.
 */
export function openPacketFiles({ rubricDir, script = WORKER, limits = LIMITS }: Options): PacketFiles {
  type Waiting = { readonly task: WorkerTask; readonly end: (outcome: WorkOutcome) => void }
  const queue = makeFairQueue<Waiting>()
  const constants = makeConstants()
  let running: { end(): Promise<void> } | null = null
  let closing = false

  const pump = async (): Promise<void> => {
    if (running) return
    for (let next = queue.next(); next && !closing; next = queue.next()) {
      const thread = openThread(script, limits)
      running = thread
      next.end(await thread.work(next.task))
      await thread.end()
      running = null
    }
  }
  const run = (person: string, task: WorkerTask): Promise<WorkOutcome> =>
    new Promise((end) => {
      if (closing) return end({ kind: 'lost' })
      queue.add(person, { task, end })
      void pump()
    })

  const written = (outcome: WorkOutcome): WrittenFile => {
    if (outcome.kind === 'done') return unpack(outcome.text, () => undefined) as WrittenFile
    const code = outcome.kind === 'too-slow' ? 'text-too-slow' : 'text-failed'
    const where = outcome.kind === 'broke' ? outcome.where : outcome.kind
    throw new CoachError(code, `Writing a packet failed: ${where}`)
  }

  return {
    make: async ({ team, user }, kind, to): Promise<PacketFile | null> => {
      const form = kind === 'form' ? await readForm(rubricDir) : null
      if (kind === 'form' && form === null) return null
      const given = [kind, to, form && Buffer.from(form).toString('base64')]
      const task = { task: 'write', ...constants.pack(given) }
      const { base64, missing } = written(await run(`${team} ${user}`, task))
      return { kind, name: packetFileName(kind, to.packet), bytes: Buffer.from(base64, 'base64'), missing }
    },
    hasForm: async () => (await formNames(rubricDir)).length > 0,
    close: async () => {
      closing = true
      for (const { end } of queue.drain()) end({ kind: 'lost' })
      await running?.end()
    },
  }
}
