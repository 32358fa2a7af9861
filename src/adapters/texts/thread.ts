import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Constant } from './codec.ts'
import type { Say, TaskRequest } from './message.ts'
import { makeRecent } from './recent.ts'

/**
 * What one piece of work may take: `cpuMs` of a core's time, so that a busy machine makes nothing fail, `wallMs` by the
 * clock whatever happens, and `memoryMb` of memory, the worker's own included.
 */
export type WorkLimits = { readonly cpuMs: number; readonly wallMs: number; readonly memoryMb: number }

/** What came of one piece of work. `lost`: the worker is gone without a word. */
export type WorkOutcome =
  | Exclude<Say, { kind: 'ready' }>
  | { readonly kind: 'too-slow' }
  | { readonly kind: 'lost' }

/** Work for a worker: the name of the task, what it is given, and the constants that this names. */
export type WorkerTask = {
  readonly task: string
  readonly text: string
  readonly constants: readonly Constant[]
}

/** How often a worker at work is looked at, in milliseconds. */
const LOOK_EVERY = 50

/** How long a worker may take to load, in milliseconds: a machine may be busy with many at once. */
const LOAD_WITHIN = 30_000

/**
 * V8's own limit on a worker's heap, in megabytes: so far off that our look comes first, because a worker that reaches
 * it can abort the whole process ("Reached heap limit", seen on Node 26.10).
 */
const heapLimit = (memoryMb: number): number => Math.max(256, 4 * memoryMb)

/** How much a worker may fill before it tidies up, in megabytes: more would be faster, and kept by each of them. */
const YOUNG_MB = 16

/**
 * Where workers find our code made ready: three times as fast to load, and 8 to 15 MB less each, because nothing in it
 * has to be stripped of types (Node 26.10). Where it can't be written it is not used. Not in a folder that all share:
 * what stands in it is run.
 */
const CACHE = join(import.meta.dirname, '..', '..', '..', 'node_modules', '.cache', 'ladder-coach')

/** What a worker begins with; code as text, because a file of ours would need its types stripped first. */
const BEGIN = `const { workerData } = require('node:worker_threads')
require('node:module').enableCompileCache(workerData.cache)
import(workerData.script)`

const MEGABYTE = 1024 * 1024

/**
 * One worker, kept warm. It does one thing at a time, knows no settings of ours, and keeps no process alive while it
 * has nothing to do. Once an outcome is `too-slow` or `lost` it is of no use any more and has to be ended.
 */
export function openThread(script: URL, { cpuMs, wallMs, memoryMb }: WorkLimits) {
  const worker = new Worker(BEGIN, {
    eval: true,
    workerData: { script: script.href, cache: CACHE },
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapLimit(memoryMb), maxYoungGenerationSizeMb: YOUNG_MB },
    // What a library prints may hold words of a person.
    stdout: true,
    stderr: true,
  })
  worker.stdout.resume()
  worker.stderr.resume()
  worker.unref()
  const told = makeRecent<true>()
  let heard: (say: Say | { kind: 'lost' } | { kind: 'too-slow' }) => void = () => {}
  let over = false
  const ready = new Promise<boolean>((resolve) => {
    heard = ({ kind }) => resolve(kind === 'ready')
  })
  worker.on('message', (one: Say) => heard(one))
  worker.on('error', (error: NodeJS.ErrnoException) =>
    heard({ kind: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-slow' : 'lost' }),
  )
  worker.on('exit', () => {
    over = true
    heard({ kind: 'lost' })
  })

  const within = <T>(ms: number, late: T, one: Promise<T>): Promise<T> => {
    const { promise, resolve } = Promise.withResolvers<T>()
    const timer = setTimeout(resolve, ms, late)
    return Promise.race([one, promise]).finally(() => clearTimeout(timer))
  }
  /** Resolves when the work under way takes too much, by looking at it from time to time. */
  const watching = (stop: AbortSignal): Promise<WorkOutcome> =>
    new Promise((resolve) => {
      let from: number | undefined
      const look = async (): Promise<void> => {
        const [{ user, system }, heap] = await Promise.all([worker.cpuUsage(), worker.getHeapStatistics()])
        const used = (user + system) / 1_000
        from ??= used
        const memory = (heap.total_heap_size + heap.external_memory) / MEGABYTE
        if (used - from > cpuMs || memory > memoryMb) resolve({ kind: 'too-slow' })
      }
      const timer = setInterval(() => void look().catch(() => {}), LOOK_EVERY)
      stop.addEventListener('abort', () => clearInterval(timer), { once: true })
    })
  const askOf = ({ task, text, constants }: WorkerTask): TaskRequest => ({
    task,
    text,
    constants: constants.map((one) => {
      const known = told.get(one.name)
      told.put(one.name, true, one.text.length)
      return { name: one.name, text: known ? null : one.text }
    }),
  })

  return {
    /** True: it has ended while it had nothing to do. */
    isOver: (): boolean => over,
    /** Does one piece of work; never rejects. */
    work: async (work: WorkerTask): Promise<WorkOutcome> => {
      worker.ref()
      const stop = new AbortController()
      try {
        if (over || !(await within(LOAD_WITHIN, false, ready)) || over) return { kind: 'lost' }
        const said = new Promise<WorkOutcome>((resolve) => {
          heard = (one) => one.kind !== 'ready' && resolve(one)
        })
        worker.postMessage(askOf(work))
        return await within<WorkOutcome>(
          wallMs,
          { kind: 'too-slow' },
          Promise.race([said, watching(stop.signal)]),
        )
      } finally {
        stop.abort()
        worker.unref()
      }
    },
    end: async (): Promise<void> => {
      await worker.terminate()
    },
  }
}

export type WorkerThread = ReturnType<typeof openThread>
