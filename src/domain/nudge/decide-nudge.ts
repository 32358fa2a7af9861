import { isUnderWay, LEASE } from './lease.ts'
import type { Nudge, NudgeText, NudgeWeek, Week } from './nudge.ts'
import { LATEST_RETURN } from './nudge.ts'
import { dateIn, dueIn, isLeftOut, weeksFrom } from './nudge-schedule.ts'

/**
 * How long ahead a post is handed to Slack: at 40 a minute and workspace, 28,000 that are due at one minute fit, and
 * a bot that is down overnight costs nobody a nudge.
 */
export const LEAD = { hours: 12 } as const

/** Shortest time from handing over to the post: room to look whether Slack took it when its answer is lost. */
const SOONEST = { minutes: 3 } as const

/** This near to the time of a post, its absence from Slack's list does not say that Slack never had it. */
const UNCERTAIN = { seconds: 60 } as const

/** How far back weeks are looked at, in weeks. */
const BACK = 6

/** What Slack holds for a channel. */
export type Waiting = { readonly id: string; readonly postAt: Temporal.Instant }

/** All that is known when a nudge is looked at. */
export type NudgeState = {
  readonly nudge: Nudge
  /** Its last weeks on record, at least BACK of them. */
  readonly weeks: readonly NudgeWeek[]
  readonly now: Temporal.Instant
  /** What Slack's list says waits in this channel; null: it was not asked. */
  readonly waiting: readonly Waiting[] | null
  /** The sentences of a text as its ladder has them now; empty: it has not all of them; null: the ladder is gone. */
  readonly sentencesOf: (text: NudgeText) => readonly string[] | null
}

export type NudgeDecision =
  /** Nothing now; look again at `lookAt`, for what is due at `dueAt`. null: not before somebody changes it. */
  | {
      readonly kind: 'rest'
      readonly lookAt: Temporal.Instant | null
      readonly dueAt: Temporal.Instant | null
    }
  /** Hand the week's post to Slack. */
  | {
      readonly kind: 'hand-over'
      readonly week: Week
      readonly dueAt: Temporal.Instant
      readonly postAt: Temporal.Instant
      readonly lease: Temporal.Instant
    }
  /** Ask Slack what waits: a handing-over ended, and it is not known how. */
  | { readonly kind: 'look' }
  /** Slack has it. */
  | { readonly kind: 'found'; readonly week: NudgeWeek; readonly waiting: Waiting }
  /** Slack does not have it, and did not post it. */
  | { readonly kind: 'reopen'; readonly week: NudgeWeek }
  /** It cannot be known. */
  | { readonly kind: 'unknown'; readonly week: NudgeWeek }
  /** Slack has one too many. */
  | { readonly kind: 'take-back-stray'; readonly waiting: Waiting }
  | { readonly kind: 'take-back'; readonly week: NudgeWeek }
  | { readonly kind: 'skip' | 'miss'; readonly week: Week; readonly dueAt: Temporal.Instant }

const before = (one: Temporal.Instant, other: Temporal.Instant): boolean =>
  Temporal.Instant.compare(one, other) < 0
const later = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant =>
  before(one, other) ? other : one
const seconds = (at: Temporal.Instant): number => Math.ceil(at.epochMilliseconds / 1000)
const wholeSeconds = (at: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(seconds(at) * 1000)
const dayIn = (at: Temporal.Instant, zone: string): Temporal.PlainDate =>
  at.toZonedDateTimeISO(zone).toPlainDate()

/** True when what Slack does not hold any more, or never did, was not posted either. */
export function isNotPosted(postAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return before(now, postAt.subtract(UNCERTAIN).subtract(LATEST_RETURN))
}

/** A post so long after its time is late: what Slack is given at the last moment comes up to three minutes after. */
const LATE = { minutes: 5 } as const

/** True when a post comes later than it was due, by more than it takes to hand it over. */
export function isLate(dueAt: Temporal.Instant, postAt: Temporal.Instant): boolean {
  return before(dueAt.add(LATE), postAt)
}

/** True for a week in which a nudge stays silent, by its settings as they are now. */
const isSilentIn = (nudge: Nudge, week: Week): boolean => {
  const { paused, schedule } = nudge
  if (nudge.stopped || isLeftOut(nudge, schedule, week)) return true
  if (paused === null) return false
  return paused.until === null || Temporal.PlainDate.compare(dateIn(schedule, week), paused.until) < 0
}

/** True when what Slack holds for a week is still what the channel wants. */
const isWanted = ({ nudge, now, sentencesOf }: NudgeState, held: NudgeWeek): boolean => {
  if (isSilentIn(nudge, held.week)) return false
  // What is wrong with a channel shows at Slack in its own time.
  if (nudge.trouble !== null) return true
  // Late already, and not yet due: a clock that was ahead handed it over.
  if (before(held.dueAt, held.postAt ?? held.dueAt) && before(now.add(SOONEST), held.dueAt)) return false
  if (!dueIn(nudge.schedule, held.week).equals(held.dueAt)) return false
  if (held.text === null) return true
  if (held.text.ladder !== nudge.ladder) return false
  const sentences = sentencesOf(held.text)
  return sentences === null || JSON.stringify(sentences) === JSON.stringify(held.sentences)
}

/**
 * True when nothing more is to be posted for a due time: its week has a post, or it itself is settled. What is on
 * record as missed before its time was put there by a clock that was ahead, and is not.
 */
const isSettled = (
  { weeks, now }: Pick<NudgeState, 'weeks' | 'now'>,
  week: Week,
  dueAt: Temporal.Instant,
): boolean => {
  const known = weeks.find((one) => one.week === week)
  if (known === undefined || known.state === 'open') return false
  if (known.state !== 'skipped' && known.state !== 'missed') return true
  return !before(known.dueAt, dueAt) && !before(now, known.dueAt)
}

/** What to do about weeks that Slack does not hold. */
const plan = (state: NudgeState): NudgeDecision => {
  const { nudge, now } = state
  const { schedule, paused } = nudge
  if (nudge.stopped || nudge.trouble !== null || (paused !== null && paused.until === null))
    return { kind: 'rest', lookAt: null, dueAt: null }
  const dues = (from: Temporal.Instant, count: number) =>
    weeksFrom(from, schedule.zone, count)
      .map((week) => ({ week, dueAt: dueIn(schedule, week) }))
      .filter(({ dueAt }) => before(nudge.since, dueAt))

  const past = dues(now.subtract({ hours: BACK * 7 * 24 }), BACK + 3).filter(
    ({ dueAt }) => !before(now, dueAt),
  )
  const skipped = past.find(({ week, dueAt }) => isSilentIn(nudge, week) && !isSettled(state, week, dueAt))
  if (skipped) return { kind: 'skip', ...skipped }
  // Of what was due while nobody looked, the last alone can still be said, and on its own day.
  const last = past.findLast(({ week }) => !isSilentIn(nudge, week))
  const soonest = wholeSeconds(now.add(SOONEST))
  const lease = now.add(LEASE)
  if (last && !isSettled(state, last.week, last.dueAt)) {
    return dayIn(soonest, schedule.zone).equals(dayIn(last.dueAt, schedule.zone))
      ? { kind: 'hand-over', ...last, postAt: soonest, lease }
      : { kind: 'miss', ...last }
  }
  const from = paused?.until ? later(now, paused.until.toZonedDateTime(schedule.zone).toInstant()) : now
  const next = dues(from, nudge.leftOut.length + BACK).find(
    ({ week, dueAt }) => before(now, dueAt) && !isSilentIn(nudge, week) && !isSettled(state, week, dueAt),
  )
  if (next === undefined) return { kind: 'rest', lookAt: null, dueAt: null }
  const lookAt = next.dueAt.subtract(LEAD)
  if (before(now, lookAt)) return { kind: 'rest', lookAt, dueAt: next.dueAt }
  const postAt = later(next.dueAt, soonest)
  // Too near to midnight to be handed over on its own day: once it is due it is missed.
  if (!dayIn(postAt, schedule.zone).equals(dayIn(next.dueAt, schedule.zone)))
    return { kind: 'rest', lookAt: next.dueAt, dueAt: next.dueAt }
  return { kind: 'hand-over', ...next, postAt, lease }
}

/** What to do about a week that is, or may be, with Slack; null: nothing, and the next one can be planned. */
const tend = (state: NudgeState, held: NudgeWeek): NudgeDecision | null => {
  const { now, waiting } = state
  const postAt = held.postAt ?? held.dueAt
  if (held.state === 'handed') {
    if (!before(now, postAt) || isWanted(state, held)) return null
    if (!before(now, postAt.subtract(LATEST_RETURN))) return { kind: 'rest', lookAt: postAt, dueAt: postAt }
    return { kind: 'take-back', week: held }
  }
  if (held.lease !== null && isUnderWay(held.lease, now))
    return { kind: 'rest', lookAt: held.lease, dueAt: postAt }
  if (waiting === null) return { kind: 'look' }
  const found = waiting.find((one) => seconds(one.postAt) === seconds(postAt))
  if (found) return { kind: 'found', week: held, waiting: found }
  return before(now, postAt.subtract(UNCERTAIN))
    ? { kind: 'reopen', week: held }
    : { kind: 'unknown', week: held }
}

/**
 * What to do about a channel's nudge. Whatever happened before, a process that died anywhere included, shows in the
 * record and, where it is asked for, in Slack's list: who looks again goes on from there. All policy of sending is
 * here.
 */
export function decideNudge(state: NudgeState): NudgeDecision {
  const held = state.weeks
    .filter((week) => week.state === 'handing' || week.state === 'handed')
    .toSorted((one, other) => (one.week < other.week ? -1 : 1))
  // Once Slack's list is there, what is in it twice, or for no week of ours, is taken back.
  const known = new Set(held.map(({ messageId }) => messageId))
  const stray = state.waiting?.find(
    (one) =>
      !known.has(one.id) &&
      before(state.now, one.postAt.subtract(LATEST_RETURN)) &&
      !held.some(
        (week) => week.state === 'handing' && seconds(week.postAt ?? week.dueAt) === seconds(one.postAt),
      ),
  )
  if (stray) return { kind: 'take-back-stray', waiting: stray }
  for (const week of held) {
    const decision = tend(state, week)
    if (decision) return decision
  }
  return plan(state)
}

/** The next `count` times that a channel hears from its nudge, what waits at Slack included. */
export function upcoming(
  nudge: Nudge,
  weeks: readonly NudgeWeek[],
  now: Temporal.Instant,
  count: number,
): { readonly week: Week; readonly at: Temporal.Instant }[] {
  const { schedule, paused } = nudge
  if (nudge.stopped || nudge.trouble !== null || (paused !== null && paused.until === null)) return []
  const from = paused?.until ? later(now, paused.until.toZonedDateTime(schedule.zone).toInstant()) : now
  const waits = (week: Week, at: Temporal.Instant): boolean =>
    weeks.some((one) => one.week === week && one.state === 'handed' && one.dueAt.equals(at))
  return weeksFrom(from, schedule.zone, count + nudge.leftOut.length + weeks.length + BACK)
    .map((week) => ({ week, at: dueIn(schedule, week) }))
    .filter(
      ({ week, at }) =>
        before(now, at) &&
        before(nudge.since, at) &&
        !isSilentIn(nudge, week) &&
        (waits(week, at) || !isSettled({ weeks, now }, week, at)),
    )
    .slice(0, count)
}
