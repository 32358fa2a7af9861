import { isUnderWay, LEASE } from './lease.ts'
import type { Nudge, NudgeText, NudgeWeek, Week } from './nudge.ts'
import { LATEST_RETURN } from './nudge.ts'
import { dateIn, dueIn, hasWeek, isLeftOut, longestGap, weeksFrom } from './nudge-schedule.ts'
import { periodOf } from './questions/nudge-period.ts'

/**
 * How far ahead a post is handed to Slack. At 40 a minute per workspace, 28,000 posts that are due in one minute fit.
 * If the bot is down overnight, nobody misses a nudge.
 */
export const LEAD = { hours: 12 } as const

/**
 * The shortest time between the handover and the post. It leaves time to check whether Slack accepted it if the answer
 * is lost.
 */
const SOONEST = { minutes: 3 } as const

/**
 * A post that is still ahead keeps its minute if it is handed over this long before it: the time of a call, and the
 * minute in which Slack no longer returns a post. If that call gets no answer, we may never know.
 */
const SOONEST_ON_TIME = { seconds: 75 } as const

/** How long a change waits for its look, at most, while nothing goes wrong. The sweep comes every 15 seconds. */
const UNTIL_LOOK = { seconds: 20 } as const

/** So close to the time of a post, its absence from Slack's list does not prove that Slack never had it. */
const UNCERTAIN = { seconds: 60 } as const

/** How many weeks are looked at. */
const BACK = 6

/** A post that Slack holds for a channel. */
export type Waiting = { readonly id: string; readonly postAt: Temporal.Instant }

/** All that is known when a nudge is looked at. */
export type NudgeState = {
  readonly nudge: Nudge
  /** Its newest weeks on record, at least BACK of them. */
  readonly weeks: readonly NudgeWeek[]
  readonly now: Temporal.Instant
  /** What Slack's list says is waiting in this channel. Null if it was not asked. */
  readonly waiting: readonly Waiting[] | null
  /** The sentences of a text as its ladder has them now. Empty if one is missing, null if the ladder is gone. */
  readonly sentencesOf: (text: NudgeText) => readonly string[] | null
}

export type NudgeDecision =
  /**
   * Do nothing now. Look again at `lookAt`, because of what is due at `dueAt`. Null means not before somebody changes
   * it.
   */
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
  /** Ask Slack what is waiting, because the result of a handover is not known. */
  | { readonly kind: 'look' }
  /** Slack has it. */
  | { readonly kind: 'found'; readonly week: NudgeWeek; readonly waiting: Waiting }
  /** Slack does not have it, and did not post it. */
  | { readonly kind: 'reopen'; readonly week: NudgeWeek }
  /** Nobody can know whether Slack posted it. */
  | { readonly kind: 'unknown'; readonly week: NudgeWeek }
  /** Slack holds a post that no week on record owns. */
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

/** True if a post that Slack does not hold cannot have been posted either. */
export function isNotPosted(postAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return before(now, postAt.subtract(UNCERTAIN).subtract(LATEST_RETURN))
}

/** When a post counts as late. One that is handed over at the last moment can come three minutes after it was due. */
const LATE = { minutes: 5 } as const

/** True if a post comes later than it was due, by more than the time a handover takes. */
export function isLate(dueAt: Temporal.Instant, postAt: Temporal.Instant): boolean {
  return before(dueAt.add(LATE), postAt)
}

/** True for a week in which a nudge stays silent, by its current settings. */
const isSilentIn = (nudge: Nudge, week: Week): boolean => {
  const { paused, schedule } = nudge
  if (nudge.stopped || isLeftOut(nudge, schedule, week)) return true
  if (paused === null) return false
  return paused.until === null || Temporal.PlainDate.compare(dateIn(schedule, week), paused.until) < 0
}

/** True if what Slack holds for a week is still what the channel wants. */
const isWanted = ({ nudge, now, sentencesOf }: NudgeState, held: NudgeWeek): boolean => {
  if (isSilentIn(nudge, held.week) || !hasWeek(nudge.schedule, held.week)) return false
  // If the channel has trouble, Slack will report it when the post is due.
  if (nudge.trouble !== null) return true
  // It was handed over for later than its due time, which is still ahead. A clock that had jumped ahead did this.
  if (before(held.dueAt, held.postAt ?? held.dueAt) && before(now.add(SOONEST), held.dueAt)) return false
  if (!dueIn(nudge.schedule, held.week).equals(held.dueAt)) return false
  if (held.text === null) return true
  if (held.text.ladder !== nudge.ladder || held.text.per !== periodOf(nudge.schedule)) return false
  const sentences = sentencesOf(held.text)
  return sentences === null || JSON.stringify(sentences) === JSON.stringify(held.sentences)
}

/**
 * True if nothing more is posted for a due time, because its week has a post or is settled. A miss that was recorded
 * before its time does not count: a clock that had jumped ahead recorded it.
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

/** Decides about the weeks that Slack does not hold. */
const plan = (state: NudgeState): NudgeDecision => {
  const { nudge, now } = state
  const { schedule, paused } = nudge
  if (nudge.stopped || nudge.trouble !== null || (paused !== null && paused.until === null))
    return { kind: 'rest', lookAt: null, dueAt: null }
  const dues = (from: Temporal.Instant, count: number) =>
    weeksFrom(from, schedule.zone, count)
      .filter((week) => hasWeek(schedule, week))
      .map((week) => ({ week, dueAt: dueIn(schedule, week) }))
      .filter(({ dueAt }) => before(nudge.since, dueAt))

  const past = dues(now.subtract({ hours: BACK * 7 * 24 }), BACK + 3).filter(
    ({ dueAt }) => !before(now, dueAt),
  )
  const skipped = past.find(({ week, dueAt }) => isSilentIn(nudge, week) && !isSettled(state, week, dueAt))
  if (skipped) return { kind: 'skip', ...skipped }
  // If several were due while nobody looked, only the last can still be posted, and only on its own day.
  const last = past.findLast(({ week }) => !isSilentIn(nudge, week))
  const soonest = wholeSeconds(now.add(SOONEST))
  const lease = now.add(LEASE)
  if (last && !isSettled(state, last.week, last.dueAt)) {
    return dayIn(soonest, schedule.zone).equals(dayIn(last.dueAt, schedule.zone))
      ? { kind: 'hand-over', ...last, postAt: soonest, lease }
      : { kind: 'miss', ...last }
  }
  const from = paused?.until ? later(now, paused.until.toZonedDateTime(schedule.zone).toInstant()) : now
  const next = dues(from, (nudge.leftOut.length + BACK) * longestGap(schedule)).find(
    ({ week, dueAt }) => before(now, dueAt) && !isSilentIn(nudge, week) && !isSettled(state, week, dueAt),
  )
  if (next === undefined) return { kind: 'rest', lookAt: null, dueAt: null }
  const lookAt = next.dueAt.subtract(LEAD)
  if (before(now, lookAt)) return { kind: 'rest', lookAt, dueAt: next.dueAt }
  const postAt = before(next.dueAt, now.add(SOONEST_ON_TIME)) ? soonest : next.dueAt
  // It is too close to midnight to be handed over on its own day. Once it is due, it counts as missed.
  if (!dayIn(postAt, schedule.zone).equals(dayIn(next.dueAt, schedule.zone)))
    return { kind: 'rest', lookAt: next.dueAt, dueAt: next.dueAt }
  return { kind: 'hand-over', ...next, postAt, lease }
}

/**
 * Decides about a week that is, or may be, with Slack. Null if there is nothing to do, so that the next week can be
 * planned.
 */
const tend = (state: NudgeState, held: NudgeWeek): NudgeDecision | null => {
  const { now, waiting } = state
  const postAt = held.postAt ?? held.dueAt
  const takenBack = (): NudgeDecision =>
    before(now, postAt.subtract(LATEST_RETURN))
      ? { kind: 'take-back', week: held }
      : { kind: 'rest', lookAt: postAt, dueAt: postAt }
  if (held.state === 'handed') return !before(now, postAt) || isWanted(state, held) ? null : takenBack()
  if (held.lease !== null && isUnderWay(held.lease, now))
    return { kind: 'rest', lookAt: held.lease, dueAt: postAt }
  // It has a message: Slack was asked to withdraw it, and did not answer.
  if (held.messageId !== null) return before(now, postAt) ? takenBack() : { kind: 'unknown', week: held }
  if (waiting === null) return { kind: 'look' }
  const found = waiting.find((one) => seconds(one.postAt) === seconds(postAt))
  if (found) return { kind: 'found', week: held, waiting: found }
  return before(now, postAt.subtract(UNCERTAIN))
    ? { kind: 'reopen', week: held }
    : { kind: 'unknown', week: held }
}

/**
 * Decides what to do about a channel's nudge. All rules of sending are here. Everything that happened before, even a
 * crash, is on record or, if the record does not say, in Slack's list. So the next look can always continue.
 */
export function decideNudge(state: NudgeState): NudgeDecision {
  const held = state.weeks
    .filter((week) => week.state === 'handing' || week.state === 'handed')
    .toSorted((one, other) => (one.week < other.week ? -1 : 1))
  // Once Slack's list is known, posts that are in it twice or belong to no week of ours are withdrawn.
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

/**
 * The latest minute at which a post comes that is due at `dueAt` and not with Slack yet, or null if it comes on time.
 * `missed` if it would come on the day after.
 */
export function latestMinute(
  dueAt: Temporal.Instant,
  zone: string,
  now: Temporal.Instant,
): Temporal.Instant | 'missed' | null {
  const look = now.add(UNTIL_LOOK)
  if (!before(now, dueAt) || !before(dueAt, look.add(SOONEST_ON_TIME))) return null
  const soonest = look.add(SOONEST)
  if (!dayIn(soonest, zone).equals(dayIn(dueAt, zone))) return 'missed'
  return Temporal.Instant.fromEpochMilliseconds(Math.ceil(seconds(soonest) / 60) * 60_000)
}

/** The next `count` times at which a channel gets its nudge, including a post that waits at Slack. */
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
  const looked = (count + nudge.leftOut.length + weeks.length + BACK) * longestGap(schedule)
  return weeksFrom(from, schedule.zone, looked)
    .filter((week) => hasWeek(schedule, week))
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
