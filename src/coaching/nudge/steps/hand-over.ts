import { decideNudge, type NudgeDecision, type Waiting } from '../../../domain/nudge/decide-nudge.ts'
import { mayStillCall } from '../../../domain/nudge/lease.ts'
import type { NudgeText, NudgeWeek, Week } from '../../../domain/nudge/nudge.ts'
import type { Handing, NextLook } from '../nudge-port.ts'
import { pauseItself, restOrPause } from './pause-itself.ts'
import { countSent } from './record-week.ts'
import type { Onward, OpenedNudge, SendDeps } from './send-deps.ts'
import { standingSentences, versionOf } from './standing-sentences.ts'

/** What a week says. One that was handed over before keeps its text, where the ladder still has it. */
const textOf = async (
  { store, ladders, choose }: SendDeps,
  { nudge, weeks }: OpenedNudge,
  week: Week,
): Promise<NudgeText | null> => {
  const before = weeks.find((one) => one.week === week)?.text
  const stands = before?.ladder === nudge.ladder && standingSentences(ladders, before)?.length
  return stands ? before : choose(nudge, await store.used(nudge), week)
}

/** Where a nudge rests once Slack holds this week; null: it is to be looked at again. */
const restAfter = ({ ladders, now }: SendDeps, opened: OpenedNudge, held: NudgeWeek): NextLook | null => {
  // Who is still to be told something is told by the next look.
  if (opened.notices.length > 0) return null
  const next = decideNudge({
    nudge: opened.nudge,
    weeks: [held, ...opened.weeks.filter(({ week }) => week !== held.week)],
    now: now(),
    waiting: null,
    sentencesOf: (text) => standingSentences(ladders, text),
  })
  return next.kind === 'rest' ? next : null
}

/** Records that Slack has it, or takes it back if this attempt is no longer on record. Null if all is done. */
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
    log.warn({}, 'a nudge was handed over that nobody waits for')
    await scheduler.takeBack(nudge, waiting.id)
    return 'again'
  }
  log.info({ attempt }, 'nudge handed over')
  countSent(metrics, handing.dueAt, waiting.postAt)
  return kept === 'rests' ? null : 'again'
}

/** Hands a week's post to Slack. null: it is done, and the nudge rests already. */
export async function handOver(
  deps: SendDeps,
  opened: OpenedNudge,
  { week, dueAt, postAt, lease }: NudgeDecision & { kind: 'hand-over' },
): Promise<Onward | null> {
  const { store, scheduler, ladders, now } = deps
  const { nudge } = opened
  const text = await textOf(deps, opened, week)
  const sentences = text && standingSentences(ladders, text)
  if (!text || !sentences?.length) return pauseItself(deps, nudge, 'ladder-gone')
  const ladderVersion = versionOf(ladders, text.ladder)
  const handing: Handing = { week, dueAt, postAt, lease, text, sentences, ladderVersion }
  const attempt = await store.beginHanding(nudge, handing)
  if (attempt === null) return 'again'
  // A process that slept since then leaves it to the next look: another may have handed it over meanwhile.
  if (!mayStillCall(lease, now())) return { lookAt: lease, dueAt }
  const end = await scheduler.schedule(nudge, text, postAt)
  if (end.kind === 'handed') return recordHanded(deps, opened, handing, attempt, end.waiting)
  // What may have been taken is looked for once the handing-over is certainly over.
  if (end.kind === 'unknown') return { lookAt: lease, dueAt }
  await store.reopen(nudge, { week, attempt })
  return restOrPause(deps, nudge, end)
}
