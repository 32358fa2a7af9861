import { ladderOf } from '../../../domain/ladder/ladder.ts'
import { decideNudge, type NudgeDecision, type Waiting } from '../../../domain/nudge/decide-nudge.ts'
import { mayStillCall } from '../../../domain/nudge/lease.ts'
import { withLevels } from '../../../domain/nudge/level-range.ts'
import type { NudgeText, NudgeWeek, Week } from '../../../domain/nudge/nudge.ts'
import { textAsSaid } from '../../../domain/nudge/nudge-text.ts'
import type { Handing, NextLook } from '../nudge-port.ts'
import { pauseItself, restOrPause } from './pause-itself.ts'
import { countSent } from './record-week.ts'
import type { Onward, OpenedNudge, SendDeps } from './send-deps.ts'
import { standingSentences, versionOf } from './standing-sentences.ts'

/**
 * The text of a week. A week that was handed over before keeps its text if the ladder has the same sentences.
 */
const textOf = async (
  { store, ladders, choose }: SendDeps,
  { nudge, weeks }: OpenedNudge,
  week: Week,
): Promise<NudgeText | null> => {
  const before = weeks.find((one) => one.week === week)
  const found = ladderOf(ladders.shelf(), nudge.ladder)
  const kept = textAsSaid(found && withLevels(found, nudge.levels), before, nudge.schedule)
  return kept ?? choose(nudge, await store.used(nudge), week)
}

/** When a nudge is looked at next once Slack holds this week. Null means right away. */
const restAfter = ({ ladders, now }: SendDeps, opened: OpenedNudge, held: NudgeWeek): NextLook | null => {
  // The next look delivers the notices that are still pending.
  if (opened.notices.length > 0) return null
  const next = decideNudge({
    nudge: opened.nudge,
    weeks: [held, ...opened.weeks.filter(({ week }) => week !== held.week)],
    now: now(),
    waiting: null,
    sentencesOf: (text) => standingSentences(ladders, opened.nudge, text),
  })
  return next.kind === 'rest' ? next : null
}

/** Records that Slack has it, or withdraws it if this attempt is no longer on record. Null if all is done. */
const recordHanded = async (
  deps: SendDeps,
  opened: OpenedNudge,
  handing: Handing,
  attempt: number,
  waiting: Waiting,
): Promise<'again' | null> => {
  const { store, scheduler, metrics, now, log } = deps
  const { nudge } = opened
  const held: NudgeWeek = {
    ...handing,
    state: 'handed',
    attempt,
    messageId: waiting.id,
    lease: null,
    postAt: waiting.postAt,
  }
  const kept = await store.handedOver(nudge, held, waiting, restAfter(deps, opened, held), now())
  if (kept === 'nobody’s') {
    log.warn({}, 'withdrawing a scheduled nudge that is no longer on record')
    await scheduler.takeBack(nudge, waiting.id)
    return 'again'
  }
  log.info({ attempt }, 'nudge scheduled')
  countSent(metrics, handing.dueAt, waiting.postAt)
  return kept === 'rests' ? null : 'again'
}

/** Hands a week's post to Slack. Null if it is done and the nudge already rests. */
export async function handOver(
  deps: SendDeps,
  opened: OpenedNudge,
  { week, dueAt, postAt, lease }: NudgeDecision & { kind: 'hand-over' },
): Promise<Onward | null> {
  const { store, scheduler, ladders, now } = deps
  const { nudge } = opened
  const text = await textOf(deps, opened, week)
  const sentences = text && standingSentences(ladders, nudge, text)
  if (!text || sentences?.length !== text.expectations.length) return pauseItself(deps, nudge, 'ladder-gone')
  const ladderVersion = versionOf(ladders, text.ladder)
  const handing: Handing = { week, dueAt, postAt, lease, text, sentences, ladderVersion }
  const attempt = await store.beginHanding(nudge, handing)
  if (attempt === null) return 'again'
  // If the process slept since then, it leaves the post to the next look: another process may have handed it over.
  if (!mayStillCall(lease, now())) return { lookAt: lease, dueAt }
  const end = await scheduler.schedule(nudge, text, postAt)
  if (end.kind === 'handed') return recordHanded(deps, opened, handing, attempt, end.waiting)
  // Slack may have accepted it. The next look searches for it once this attempt is certainly over.
  if (end.kind === 'unknown') return { lookAt: lease, dueAt }
  await store.reopen(nudge, { week, attempt })
  return restOrPause(deps, nudge, end)
}
