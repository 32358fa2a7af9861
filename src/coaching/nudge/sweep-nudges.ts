import type { Ladders, Log } from '../ports.ts'
import type { NudgeStore } from './nudge-port.ts'

type Deps = {
  readonly store: Pick<NudgeStore, 'queueDue' | 'lookAgain'>
  readonly ladders: Ladders
  readonly now: () => Temporal.Instant
  readonly log: Log
}

/** How long processes with the files before an edit may still hand over, as while they are replaced one by one. */
const REPLACED_WITHIN = { minutes: 10 } as const

/**
 * Queues every nudge that is to be looked at now: because it is due within hours, because a look was put off or got
 * lost, or because a sentence of what waits at Slack was edited. Every process may sweep, at any time: a nudge is
 * queued once. What was looked at since this process has its version of a ladder is left alone, whatever version that
 * was by: of two processes whose files differ, the one that got its file last has its way, and not both in turns.
 */
export function makeSweepNudges({ store, ladders, now, log }: Deps) {
  /** The version that this process has of each ladder, and since when. */
  const had = new Map<string, { readonly version: string; readonly since: Temporal.Instant }>()
  return async (): Promise<void> => {
    // What is due comes first: it is not to wait for, or fail with, what was edited.
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
