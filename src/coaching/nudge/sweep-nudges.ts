import type { Ladders, Log } from '../ports.ts'
import type { NudgeStore } from './nudge-port.ts'

type Deps = {
  readonly store: Pick<NudgeStore, 'queueDue' | 'lookAgain'>
  readonly ladders: Ladders
  readonly now: () => Temporal.Instant
  readonly log: Log
}

/**
 * How long processes that still have the old files may hand over posts, for example while they are replaced one by one.
 */
const REPLACED_WITHIN = { minutes: 10 } as const

/**
 * Queues every nudge that needs a look: it is due within hours, a look was put off or lost, or a sentence that waits at
 * Slack was edited. Every process may sweep at any time: a nudge is queued once. Nudges that were looked at since this
 * process has its version of a ladder are left alone, whichever version that look used. If the files of two processes
 * differ, the newer file wins, and the two do not undo each other's work in turns.
 */
export function makeSweepNudges({ store, ladders, now, log }: Deps) {
  /** The version of each ladder in this process, and since when. */
  const had = new Map<string, { readonly version: string; readonly since: Temporal.Instant }>()
  return async (): Promise<void> => {
    // Due nudges come first, so that they neither wait for edited ones nor fail with them.
    let queued = await store.queueDue(now())
    let again = 0
    for (const { id, version } of ladders.shelf().all) {
      if (had.get(id)?.version !== version) had.set(id, { version, since: now() })
      const { since } = had.get(id)!
      again += await store.lookAgain({ id, version }, now(), since.add(REPLACED_WITHIN))
    }
    if (again > 0) queued += await store.queueDue(now())
    if (queued > 0) log.info({ queued }, 'nudges queued')
  }
}
