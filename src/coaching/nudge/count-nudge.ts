import type { Channel } from '../../domain/nudge/nudge.ts'
import type { NudgeUse } from '../../domain/nudge/nudge-counts.ts'
import { instantOfTs } from '../instant-of-ts.ts'
import type { Log, Metrics } from '../ports.ts'
import type { NudgeStore } from './nudge-port.ts'

type Deps = {
  readonly store: Pick<NudgeStore, 'countUse'>
  readonly metrics: Pick<Metrics, 'nudgeUsed'>
  readonly log: Log
}

/** A post of the coach in a channel, by Slack's ts. */
export type NudgePost = Channel & { readonly ts: string }

export type CountNudge = ReturnType<typeof makeCountNudge>

/**
 * Counts that a button under a nudge was pressed, or that an entry was stored from it. Nothing says by whom. A failure
 * is only logged, because it must not disturb the person who pressed.
 */
export function makeCountNudge({ store, metrics, log }: Deps) {
  return async (post: NudgePost, use: NudgeUse): Promise<void> => {
    const at = instantOfTs(post.ts)
    if (at === null) return
    try {
      if (await store.countUse(post, at, use)) metrics.nudgeUsed(use)
    } catch {
      log.warn({ use }, 'the use of a nudge was not counted')
    }
  }
}
