import { isUnderWay, LEASE } from './lease.ts'
import type { Weekday } from './nudge.ts'
import { type NudgeMe, type NudgeMePost, scheduleOf } from './nudge-me.ts'
import { dateIn, dueIn, isLeftOut, weekOfDate, weeksFrom } from './nudge-schedule.ts'

/** Hours of a person's own day: from 8 up to 19 o'clock. Outside nothing is written that they did not ask for. */
const DAY = { from: 8, to: 19 } as const

/**
 * What could not be written in the hours of its own day, as where thousands are due at once, comes until this hour
 * of the next.
 */
const NEXT_DAY_UNTIL = 12

/** So late it may come at an hour of the night that they chose; later it would be one that they did not choose. */
const LATE_AT_NIGHT = { hours: 1 } as const

/**
 * Their zone is looked up so long before it is due by the zone known before: none is further from another than
 * 26 hours (Pacific/Kiritimati, Etc/GMT+12). Then it is looked up as often as `AGAIN`, so that it follows who moves.
 */
const AHEAD = { hours: 26 } as const
const AGAIN = { hours: 6 } as const

/** Questions without an answer after which it asks whether to go on. */
const UNANSWERED = 3

/** How far back and ahead weeks are looked at: three in a row can be left out around the new year, and one snoozed. */
const BACK = 2
const MORE = 6

/** All that is known when a nudge of one's own is looked at. */
export type NudgeMeState = {
  readonly nudge: NudgeMe
  /** Its last days on record. */
  readonly posts: readonly NudgeMePost[]
  /** When they last wrote to the coach, anywhere; null: never. */
  readonly wroteAt: Temporal.Instant | null
  /** True: they have a goal whose ladder and levels exist, and it has something to ask about. */
  readonly hasGoal: boolean
  /** True: their DM is known, and it can be looked what stands there. */
  readonly canLook: boolean
  readonly now: Temporal.Instant
}

export type NudgeMeDecision =
  /** Nothing now; look again at `lookAt`, for what is due at `dueAt`. null: not before they change it. */
  | {
      readonly kind: 'rest'
      readonly lookAt: Temporal.Instant | null
      readonly dueAt: Temporal.Instant | null
    }
  /** An attempt is over, and it is not known how it ended: look whether the message stands in their DM. */
  | { readonly kind: 'find'; readonly post: NudgeMePost }
  /** Write to them: the question, or once whether to go on. */
  | {
      readonly kind: 'post'
      readonly what: 'question' | 'ask'
      readonly day: Temporal.PlainDate
      readonly dueAt: Temporal.Instant
      readonly lease: Temporal.Instant
      /** True: the last question was put off, and comes again. */
      readonly again: boolean
    }
  /** They were asked whether to go on, and said nothing. */
  | { readonly kind: 'stop' }

const before = (one: Temporal.Instant, other: Temporal.Instant): boolean =>
  Temporal.Instant.compare(one, other) < 0
const sooner = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant =>
  before(one, other) ? one : other
const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) < 0

/** True outside the hours of somebody's day. 19:00 itself is still within. */
export function isNight(at: Temporal.Instant, zone: string): boolean {
  const { hour, minute } = at.toZonedDateTimeISO(zone)
  return hour < DAY.from || hour > DAY.to || (hour === DAY.to && minute > 0)
}

/** The next time that it is eight in the morning there. */
const morningAfter = (at: Temporal.Instant, zone: string): Temporal.Instant => {
  const local = at.toZonedDateTimeISO(zone)
  const day = local.hour < DAY.from ? local.toPlainDate() : local.toPlainDate().add({ days: 1 })
  return day.toZonedDateTime({ timeZone: zone, plainTime: { hour: DAY.from } }).toInstant()
}

/** The end of the morning after an instant's day. */
const noonAfter = (at: Temporal.Instant, zone: string): Temporal.Instant =>
  at
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .add({ days: 1 })
    .toZonedDateTime({ timeZone: zone, plainTime: { hour: NEXT_DAY_UNTIL } })
    .toInstant()

type Due = { readonly day: Temporal.PlainDate; readonly dueAt: Temporal.Instant; readonly again: boolean }

/** The days on which it is due, from some weeks before an instant on, in their order; settled or not. */
const duesFrom = (nudge: NudgeMe, from: Temporal.Instant, weeks: number): readonly Due[] => {
  const { paused, snoozedTo, stopped } = nudge
  if (stopped !== null || (paused !== null && paused.until === null)) return []
  const schedule = scheduleOf(nudge)
  const at = (day: Temporal.PlainDate) =>
    dueIn({ ...schedule, weekday: day.dayOfWeek as Weekday }, weekOfDate(day))
  const weekly = weeksFrom(from, schedule.zone, weeks)
    .filter((week) => !isLeftOut({ leftOut: [], yearEnd: false }, schedule, week))
    .map((week) => dateIn(schedule, week))
    .filter((day) => snoozedTo === null || isBefore(snoozedTo, day))
  const days = (snoozedTo === null ? weekly : [snoozedTo, ...weekly]).filter(
    (day) => !paused?.until || !isBefore(day, paused.until),
  )
  return days
    .map((day) => ({ day, dueAt: at(day), again: snoozedTo?.equals(day) ?? false }))
    .filter(({ dueAt }) => before(nudge.since, dueAt))
    .toSorted((one, other) => Temporal.Instant.compare(one.dueAt, other.dueAt))
}

/** When it may be written: at its time where that is theirs, or else in the hours of their day. */
const writeAt = ({ zone, slackZone, anyHour }: NudgeMe, dueAt: Temporal.Instant): Temporal.Instant => {
  const chosen = zone === null || zone === slackZone || anyHour
  return chosen || !isNight(dueAt, slackZone) ? dueAt : morningAfter(dueAt, slackZone)
}

/** How far back a message is looked for that a clock began which had jumped ahead: nobody knows since when. */
const JUMPED = { hours: 7 * 24 } as const

/** From when on a message whose answer was lost may stand in their DM. */
export function mayStandSince({ at }: NudgeMePost, now: Temporal.Instant): Temporal.Instant {
  return before(now, at) ? now.subtract(JUMPED) : at
}

const isSettled = (posts: readonly NudgeMePost[], day: Temporal.PlainDate): boolean =>
  posts.some((post) => post.day.equals(day) && post.state !== 'open')

/** From when on it can be due: a pause, or what was put off, may last for longer than is looked ahead. */
const dueFrom = (nudge: NudgeMe, now: Temporal.Instant): Temporal.Instant => {
  const first = nudge.paused?.until ?? nudge.snoozedTo
  const from = first?.toZonedDateTime(scheduleOf(nudge).zone).toInstant()
  return from && before(now, from) ? from : now
}

/** Until when there is nothing to do. */
const rest = ({ nudge, posts, now }: NudgeMeState): NudgeMeDecision => {
  const next = duesFrom(nudge, dueFrom(nudge, now), MORE).find(
    ({ day, dueAt }) => before(now, dueAt) && !isSettled(posts, day),
  )
  if (next === undefined) return { kind: 'rest', lookAt: null, dueAt: null }
  const { dueAt } = next
  const ahead = dueAt.subtract(AHEAD)
  const follows = nudge.zone === null
  const lookAt = !follows ? dueAt : before(now, ahead) ? ahead : sooner(dueAt, now.add(AGAIN))
  return { kind: 'rest', lookAt, dueAt }
}

/** What to say, now that it is time. */
const say = (state: NudgeMeState, { day, dueAt, again }: Due): NudgeMeDecision => {
  const { nudge, posts, wroteAt, hasGoal, now } = state
  const heard = wroteAt !== null && before(nudge.heardAt, wroteAt) ? wroteAt : nudge.heardAt
  const open = posts.filter(({ state, at }) => state === 'posted' && before(heard, at))
  if (open.some(({ kind }) => kind === 'ask')) return { kind: 'stop' }
  if (!hasGoal) return rest(state)
  const what = open.length >= UNANSWERED ? 'ask' : 'question'
  return { kind: 'post', what, day, dueAt, lease: now.add(LEASE), again: again && what === 'question' }
}

/**
 * What to do about a person's own nudge. Whatever happened before shows in the record and, where that does not say,
 * in their DM: who looks again goes on from there. All policy of sending is here.
 */
export function decideNudgeMe(state: NudgeMeState): NudgeMeDecision {
  const { nudge, posts, now } = state
  const { zone } = scheduleOf(nudge)
  const posting = posts.find((post) => post.state === 'posting')
  if (posting?.lease && isUnderWay(posting.lease, now))
    return { kind: 'rest', lookAt: posting.lease, dueAt: posting.dueAt }
  const lost = posting ?? posts.find((post) => state.canLook && post.state === 'unknown')
  if (lost) return { kind: 'find', post: lost }

  // Of what was due while nobody looked, the last alone can still be said: on its own day, or the morning after.
  const past = duesFrom(nudge, now.subtract({ hours: BACK * 7 * 24 }), BACK + 3).filter(
    ({ dueAt }) => !before(now, dueAt),
  )
  const last = past.at(-1)
  if (last === undefined || isSettled(posts, last.day)) return rest(state)
  const at = writeAt(nudge, last.dueAt)
  if (before(now, at)) return { kind: 'rest', lookAt: at, dueAt: at }
  const own = at.equals(last.dueAt) ? zone : nudge.slackZone
  const until = noonAfter(at, own)
  if (!before(now, until)) return rest(state)
  if (isNight(now, nudge.slackZone) && !before(now, at.add(LATE_AT_NIGHT))) {
    const morning = morningAfter(now, nudge.slackZone)
    return before(morning, until) ? { kind: 'rest', lookAt: morning, dueAt: morning } : rest(state)
  }
  return say(state, last)
}

/** The next `count` times that a person hears from it, in their zone as it is known. */
export function upcomingNudgeMe(
  nudge: NudgeMe,
  posts: readonly NudgeMePost[],
  now: Temporal.Instant,
  count: number,
): Temporal.ZonedDateTime[] {
  return duesFrom(nudge, dueFrom(nudge, now), count + posts.length + MORE)
    .filter(({ day, dueAt }) => before(now, dueAt) && !isSettled(posts, day))
    .slice(0, count)
    .map(({ dueAt }) => writeAt(nudge, dueAt).toZonedDateTimeISO(scheduleOf(nudge).zone))
}
