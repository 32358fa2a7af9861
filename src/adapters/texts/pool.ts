import { makeFairQueue } from './fair-queue.ts'
import {
  openThread,
  type WorkerTask,
  type WorkerThread,
  type WorkLimits,
  type WorkOutcome,
} from './thread.ts'

/**
 * Work on a text up to this size takes some hundredths of a second. In UTF-16 units of everything that the task is
 * given.
 */
const SHORT = 16_000

/** Tasks that are quick for any text. People may be waiting for them in front of a form. */
const QUICK: ReadonlySet<string> = new Set(['quote', 'decideReply'])

type Options = {
  readonly script: URL
  /** `size` is how many workers take any work, long texts first. `quick` is how many more take only short work. */
  readonly size: number
  readonly quick?: number
  readonly limits: WorkLimits
}

/**
 * A few warm workers behind a queue in which people take turns. None of the known pools can do this. piscina 5.3.2 and
 * tinypool 2.2.0 pass what a worker prints to our own output, which may contain a person's words. Their only memory
 * limit is V8's, which can end the whole process. piscina gives up for good if one worker fails to load. Neither waits
 * for a worker that it ends, or sorts work by person. What is left of a pool is this.
 */
export function openPool({ script, size, quick = 0, limits }: Options) {
  type Waiting = { readonly work: WorkerTask; readonly end: (outcome: WorkOutcome) => void }
  const short = makeFairQueue<Waiting>()
  const long = makeFairQueue<Waiting>()
  const threads: (WorkerThread | null)[] = Array.from({ length: size + quick }, () => null)
  const free = new Set(threads.keys())
  const underWay = new Set<Promise<void>>()
  let closing = false

  /** The next work for the worker at a place. */
  const nextFor = (place: number): Waiting | undefined =>
    place < size ? (long.next() ?? short.next()) : short.next()
  const threadAt = (place: number): WorkerThread => {
    // A worker that died while it was idle is simply replaced.
    if (threads[place]?.isOver()) threads[place] = null
    threads[place] ??= openThread(script, limits)
    return threads[place]
  }
  const serve = async (place: number, { work, end }: Waiting): Promise<void> => {
    const thread = threadAt(place)
    const outcome = await thread.work(work)
    const isOver = outcome.kind === 'too-slow' || outcome.kind === 'lost'
    // It is free before the answer is there: with the answer comes the next task, and this worker has loaded.
    if (!isOver) free.add(place)
    end(closing ? { kind: 'lost' } : outcome)
    if (!isOver) return
    threads[place] = null
    await thread.end()
    // A new worker starts to load before it is needed.
    if (!closing) threadAt(place)
    free.add(place)
  }
  /** Free places, loaded workers first, because loading one takes longer than most work. */
  const freePlaces = (): number[] => {
    const isLoaded = (place: number): boolean => threads[place]?.isOver() === false
    return [...free].sort((one, other) => Number(isLoaded(other)) - Number(isLoaded(one)) || one - other)
  }
  const pump = (): void => {
    for (const place of freePlaces()) {
      const next = closing ? undefined : nextFor(place)
      if (!next) continue
      free.delete(place)
      const serving = serve(place, next).finally(() => {
        underWay.delete(serving)
        pump()
      })
      underWay.add(serving)
    }
  }
  return {
    /** Does a task when it is the person's turn. Never rejects. A closed pool answers `lost`. */
    run: (person: string, work: WorkerTask): Promise<WorkOutcome> =>
      new Promise((end) => {
        if (closing) return end({ kind: 'lost' })
        const isShort = work.text.length <= SHORT || QUICK.has(work.task)
        const queue = quick > 0 && isShort ? short : long
        queue.add(person, { work, end })
        pump()
      }),
    /** Ends all workers, whatever they are doing. Work that waits or runs is `lost`. */
    close: async (): Promise<void> => {
      closing = true
      for (const { end } of [...short.drain(), ...long.drain()]) end({ kind: 'lost' })
      await Promise.all(threads.map((thread) => thread?.end()))
      await Promise.all(underWay)
    },
  }
}
