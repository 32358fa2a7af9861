import { isLate, type NudgeDecision } from '../../../domain/nudge/decide-nudge.ts'
import type { Nudge, NudgeWeek } from '../../../domain/nudge/nudge.ts'
import type { SendDeps } from './send-deps.ts'
import { versionOf } from './standing-sentences.ts'

/** Counts a post that Slack holds as `sent`, or `late` if it comes after it was due. */
export function countSent(
  metrics: SendDeps['metrics'],
  dueAt: Temporal.Instant,
  postAt: Temporal.Instant,
): void {
  metrics.nudged('channel', isLate(dueAt, postAt) ? 'late' : 'sent')
}

/** Records a post that was found at Slack. */
export async function recordFound(
  { store, metrics, now }: Pick<SendDeps, 'store' | 'metrics' | 'now'>,
  nudge: Nudge,
  { week, waiting }: NudgeDecision & { kind: 'found' },
): Promise<void> {
  await store.handedOver(nudge, week, waiting, null, now())
  countSent(metrics, week.dueAt, waiting.postAt)
}

/** Ends a week whose post may or may not exist. Tells the person who set it up. */
export async function recordUnknown(
  { store, metrics, now, log }: Pick<SendDeps, 'store' | 'metrics' | 'now' | 'log'>,
  nudge: Nudge,
  week: NudgeWeek,
): Promise<void> {
  log.warn({}, 'I can’t tell if a nudge was posted')
  await store.settle(nudge, week, 'unknown', { kind: 'unknown', dueAt: week.dueAt }, now())
  metrics.nudged('channel', 'unknown')
}

/**
 * Ends a week without a post: skipped as somebody asked, or missed because its time has passed. A miss is reported to
 * the person who set it up.
 */
export async function recordNone(
  { store, metrics, now, log }: Pick<SendDeps, 'store' | 'metrics' | 'now' | 'log'>,
  nudge: Nudge,
  decision: NudgeDecision & { kind: 'skip' | 'miss' },
): Promise<void> {
  if (decision.kind === 'skip') {
    await store.settle(nudge, decision, 'skipped', null, now())
    metrics.nudged('channel', 'skipped')
    return
  }
  log.warn({}, 'a nudge was missed')
  await store.settle(nudge, decision, 'missed', { kind: 'missed', dueAt: decision.dueAt }, now())
  metrics.nudged('channel', 'missed')
}

/** Records that the ladder still has the sentences of what waits at Slack, because its later edits changed others. */
export async function recordStanding(
  { store, ladders, now }: Pick<SendDeps, 'store' | 'ladders' | 'now'>,
  nudge: Nudge,
  weeks: readonly NudgeWeek[],
): Promise<void> {
  /** True for a post that Slack holds and has not posted yet. */
  const waits = ({ state, postAt }: NudgeWeek): boolean =>
    state === 'handed' && postAt !== null && Temporal.Instant.compare(now(), postAt) < 0
  for (const week of weeks)
    if (waits(week) && week.text && week.ladderVersion !== versionOf(ladders, week.text.ladder))
      await store.sayStands(nudge, week.week, versionOf(ladders, week.text.ladder))
}
