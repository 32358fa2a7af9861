import { makeFairQueue } from './fair-queue.ts'
import {
  openThread,
  type WorkerTask,
  type WorkerThread,
  type WorkLimits,
  type WorkOutcome,
} from './thread.ts'

/** Work on a text up to this size takes some hundredths of a second, in UTF-16 units of all that it is given. */
const SHORT = 16_000

/** Work that takes no longer for any text, and that people may wait for in front of a form. */
const QUICK: ReadonlySet<string> = new Set(['quote', 'decideReply'])

type Options = {
  readonly script: URL
  /** How many workers take any work, long texts first, and how many more are there for what is short alone. */
  readonly size: number
  readonly quick?: number
  readonly limits: WorkLimits
}

/**
 * A few warm workers behind a queue that takes people in turn.
 *
 * None of the known pools does it: piscina 5.3.2 and tinypool 2.2.0 let what a worker prints through to our own output,
 * which may hold words of a person; they know no limit of memory but V8's, which can end the whole process; piscina
 * gives up for good when one worker fails to load; and neither waits for a worker that it ends, nor takes work by whose
 * it is. What is left of a pool is this.
 */
export function openPool({ script, size, quick = 0, limits }: Options) {
  type Waiting = { readonly work: WorkerTask; readonly end: (outcome: WorkOutcome) => void }
  const short = makeFairQueue<Waiting>()
  const long = makeFairQueue<Waiting>()
  const threads: (WorkerThread | null)[] = Array.from({ length: size + quick }, () => null)
  const free = new Set(threads.keys())
  const underWay = new Set<Promise<void>>()
  let closing = false

  /** What the worker at a place does next. */
  const nextFor = (place: number): Waiting | undefined =>
    place < size ? (long.next() ?? short.next()) : short.next()
  const threadAt = (place: number): WorkerThread => {
    // One that died while it had nothing to do costs nobody anything.
    if (threads[place]?.isOver()) threads[place] = null
    threads[place] ??= openThread(script, limits)
    return threads[place]
  }
  const serve = async (place: number, { work, end }: Waiting): Promise<void> => {
    const thread = threadAt(place)
    const outcome = await thread.work(work)
    end(closing ? { kind: 'lost' } : outcome)
    if (outcome.kind !== 'too-slow' && outcome.kind !== 'lost') return
    threads[place] = null
    await thread.end()
    // The next one is loading before it is asked for.
    if (!closing) threadAt(place)
  }
  const pump = (): void => {
    for (const place of free) {
      const next = closing ? undefined : nextFor(place)
      if (!next) continue
      free.delete(place)
      const serving = serve(place, next).finally(() => {
        free.add(place)
        underWay.delete(serving)
        pump()
      })
      underWay.add(serving)
    }
  }
  return {
    /** Does a piece of work in a person's turn. Never rejects; what is asked of a closed pool is `lost`. */
    run: (person: string, work: WorkerTask): Promise<WorkOutcome> =>
      new Promise((end) => {
        if (closing) return end({ kind: 'lost' })
        const isShort = work.text.length <= SHORT || QUICK.has(work.task)
        const queue = quick > 0 && isShort ? short : long
        queue.add(person, { work, end })
        pump()
      }),
    /** Ends all workers, whatever they do; what waits or runs is `lost`. */
    close: async (): Promise<void> => {
      closing = true
      for (const { end } of [...short.drain(), ...long.drain()]) end({ kind: 'lost' })
      await Promise.all(threads.map((thread) => thread?.end()))
      await Promise.all(underWay)
    },
  }
}
