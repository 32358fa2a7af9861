import type { NudgeStore } from './nudge-port.ts'
import type { Ladders, Log } from './ports.ts'

type Deps = {
  readonly store: Pick<NudgeStore, 'queueDue' | 'lookAgain'>
  readonly ladders: Ladders
  readonly now: () => Temporal.Instant
  readonly log: Log
}

/**
 * Queues every nudge that is to be looked at now: because it is due within hours, because a look was put off or got
 * lost, or because a sentence of what waits at Slack was edited. Every process may sweep, at any time: a nudge is
 * queued once.
 */
export const makeSweepNudges =
  ({ store, ladders, now, log }: Deps) =>
  async (): Promise<void> => {
    for (const ladder of ladders.shelf().all) await store.lookAgain(ladder, now())
    const queued = await store.queueDue(now())
    if (queued > 0) log.info({ queued }, 'nudges queued')
  }
