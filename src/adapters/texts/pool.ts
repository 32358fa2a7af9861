import { makeFairQueue } from './fair-queue.ts'
import { type Outcome, openThread, type Thread, type Work, type WorkLimits } from './thread.ts'

/**
 * A few warm workers behind a queue that takes people in turn.
 *
 * None of the known pools does it: piscina 5.3.2 and tinypool 2.2.0 let what a worker prints through to our own output,
 * which may hold words of a person; they know no limit of memory but V8's, which can end the whole process; piscina
 * gives up for good when one worker fails to load; and neither waits for a worker that it ends, nor takes work by whose
 * it is. What is left of a pool is this.
 */
export const openPool = ({ script, size, limits }: { script: URL; size: number; limits: WorkLimits }) => {
  type Waiting = { readonly work: Work; readonly end: (outcome: Outcome) => void }
  const queue = makeFairQueue<Waiting>()
  const threads: (Thread | null)[] = Array.from({ length: size }, () => null)
  const free = threads.map((_, place) => place)
  const underWay = new Set<Promise<void>>()
  let closing = false

  const threadAt = (place: number): Thread => {
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
    while (free.length > 0 && !closing) {
      const next = queue.next()
      if (!next) return
      const place = free.shift()!
      const serving = serve(place, next).finally(() => {
        free.unshift(place)
        underWay.delete(serving)
        pump()
      })
      underWay.add(serving)
    }
  }
  return {
    /** Starts the workers, so that the first person does not wait for it. Resolves when they are there. */
    warm: async (): Promise<void> => {
      await Promise.all(threads.map((_, place) => threadAt(place).ready()))
    },
    /** Does a piece of work in a person's turn. Never rejects; what is asked of a closed pool is `lost`. */
    run: (person: string, work: Work): Promise<Outcome> =>
      new Promise((end) => {
        if (closing) return end({ kind: 'lost' })
        queue.add(person, { work, end })
        pump()
      }),
    /** Ends all workers, whatever they do; what waits or runs is `lost`. */
    close: async (): Promise<void> => {
      closing = true
      for (const { end } of queue.drain()) end({ kind: 'lost' })
      await Promise.all(threads.map((thread) => thread?.end()))
      await Promise.all(underWay)
    },
  }
}
