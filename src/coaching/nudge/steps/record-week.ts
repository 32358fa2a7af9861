import { isLate, type NudgeDecision } from '../../../domain/nudge/decide-nudge.ts'
import type { Nudge, NudgeWeek } from '../../../domain/nudge/nudge.ts'
import type { SendDeps } from './send-deps.ts'
import { versionOf } from './standing-sentences.ts'

/** Counts a post that Slack has, by whether it comes when it was due. */
export function countSent(
  metrics: SendDeps['metrics'],
  dueAt: Temporal.Instant,
  postAt: Temporal.Instant,
): void {
  metrics.nudged('channel', isLate(dueAt, postAt) ? 'late' : 'sent')
}

/** Slack turned out to have it. */
export async function recordFound(
  { store, metrics, now }: Pick<SendDeps, 'store' | 'metrics' | 'now'>,
  nudge: Nudge,
  { week, waiting }: NudgeDecision & { kind: 'found' },
): Promise<void> {
  await store.handedOver(nudge, week, waiting, null, now())
  countSent(metrics, week.dueAt, waiting.postAt)
}

/** Nobody can know whether it was posted, so the person who set it up is told. */
export async function recordUnknown(
  { store, metrics, now, log }: Pick<SendDeps, 'store' | 'metrics' | 'now' | 'log'>,
  nudge: Nudge,
  week: NudgeWeek,
): Promise<void> {
  log.warn({}, 'it cannot be known whether a nudge was posted')
  await store.settle(nudge, week, 'unknown', { kind: 'unknown', dueAt: week.dueAt }, now())
  metrics.nudged('channel', 'unknown')
}

/** Nothing is posted in that week: as somebody wished, or because its time has passed, which they are told. */
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

/** The ladder still has the sentences of what waits at Slack: its later edits changed others. */
export async function recordStanding(
  { store, ladders, now }: Pick<SendDeps, 'store' | 'ladders' | 'now'>,
  nudge: Nudge,
  weeks: readonly NudgeWeek[],
): Promise<void> {
  /** True for what Slack holds and has not posted yet. */
  const waits = ({ state, postAt }: NudgeWeek): boolean =>
    state === 'handed' && postAt !== null && Temporal.Instant.compare(now(), postAt) < 0
  for (const week of weeks)
    if (waits(week) && week.text && week.ladderVersion !== versionOf(ladders, week.text.ladder))
      await store.sayStands(nudge, week.week, versionOf(ladders, week.text.ladder))
}
