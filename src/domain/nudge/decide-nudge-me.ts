import { isUnderWay, LEASE } from './lease.ts'
import type { Weekday } from './nudge.ts'
import { type NudgeMe, type NudgeMePost, scheduleOf } from './nudge-me.ts'
import { dateIn, dueIn, isLeftOut, weekOfDate, weeksFrom } from './nudge-schedule.ts'

/** Daytime, in a person's own zone, in hours. Outside it nothing is sent, unless they chose that time. */
const DAY = { from: 8, to: 19 } as const

/**
 * A message that could not be sent on its own day, for example because thousands were due at once, is sent until this
 * hour of the next day.
 */
const NEXT_DAY_UNTIL = 12

/** How late it may be sent if the person chose a time at night. After that, it waits for the morning. */
const LATE_AT_NIGHT = { hours: 1 } as const

/**
 * Their zone is looked up this long before it is due in the zone known so far, because no two zones are further apart
 * than 26 hours (Pacific/Kiritimati, Etc/GMT+12). After that it is looked up every `AGAIN`, to follow people who
 * travel.
 */
const AHEAD = { hours: 26 } as const
const AGAIN = { hours: 6 } as const

/** After this many questions without an answer, it asks whether to go on. */
const UNANSWERED = 3

/**
 * How many weeks are looked at, back and ahead. Around the new year, several in a row can be left out, and one more can
 * be snoozed.
 */
const BACK = 2
const MORE = 6

/** All that is known when a person's own nudge is looked at. */
export type NudgeMeState = {
  readonly nudge: NudgeMe
  /** Its newest days on record. */
  readonly posts: readonly NudgeMePost[]
  /** When they last wrote to the coach, anywhere. Null if never. */
  readonly wroteAt: Temporal.Instant | null
  /** True if they have a goal whose ladder and levels exist, and there is something to ask about. */
  readonly hasGoal: boolean
  /** True if their DM is known and can be searched. */
  readonly canLook: boolean
  readonly now: Temporal.Instant
}

export type NudgeMeDecision =
  /**
   * Do nothing now. Look again at `lookAt`, because of what is due at `dueAt`. Null means not before they change it.
   */
  | {
      readonly kind: 'rest'
      readonly lookAt: Temporal.Instant | null
      readonly dueAt: Temporal.Instant | null
    }
  /** An attempt is over, but its result is not known. Search their DM for the message. */
  | { readonly kind: 'find'; readonly post: NudgeMePost }
  /** Write to them: the question, or once the message that asks whether to go on. */
  | {
      readonly kind: 'post'
      readonly what: 'question' | 'ask'
      readonly day: Temporal.PlainDate
      readonly dueAt: Temporal.Instant
      readonly lease: Temporal.Instant
      /** True if the last question was put off and comes again. */
      readonly again: boolean
    }
  /** Stop, because they were asked whether to go on and did not answer. */
  | { readonly kind: 'stop' }

const before = (one: Temporal.Instant, other: Temporal.Instant): boolean =>
  Temporal.Instant.compare(one, other) < 0
const sooner = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant =>
  before(one, other) ? one : other
const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) < 0

/** True outside a person's daytime. 19:00 itself is still daytime. */
export function isNight(at: Temporal.Instant, zone: string): boolean {
  const { hour, minute } = at.toZonedDateTimeISO(zone)
  return hour < DAY.from || hour > DAY.to || (hour === DAY.to && minute > 0)
}

/** The next 8:00 in a zone. */
const morningAfter = (at: Temporal.Instant, zone: string): Temporal.Instant => {
  const local = at.toZonedDateTimeISO(zone)
  const day = local.hour < DAY.from ? local.toPlainDate() : local.toPlainDate().add({ days: 1 })
  return day.toZonedDateTime({ timeZone: zone, plainTime: { hour: DAY.from } }).toInstant()
}

/** When the morning of the next day ends. */
const noonAfter = (at: Temporal.Instant, zone: string): Temporal.Instant =>
  at
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .add({ days: 1 })
    .toZonedDateTime({ timeZone: zone, plainTime: { hour: NEXT_DAY_UNTIL } })
    .toInstant()

type Due = { readonly day: Temporal.PlainDate; readonly dueAt: Temporal.Instant; readonly again: boolean }

/** The days on which it is due, in order, starting about a week before an instant. They include settled days. */
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

/** When it may be sent: at its time if they chose that time or it is daytime, or else the next morning. */
const writeAt = ({ zone, slackZone, anyHour }: NudgeMe, dueAt: Temporal.Instant): Temporal.Instant => {
  const chosen = zone === null || zone === slackZone || anyHour
  return chosen || !isNight(dueAt, slackZone) ? dueAt : morningAfter(dueAt, slackZone)
}

/** How far back to search for a message whose recorded time is wrong, because the clock had jumped ahead. */
const JUMPED = { hours: 7 * 24 } as const

/** The earliest time at which a message whose answer was lost may have been posted. */
export function earliestPostTime({ at }: NudgeMePost, now: Temporal.Instant): Temporal.Instant {
  return before(now, at) ? now.subtract(JUMPED) : at
}

const isSettled = (posts: readonly NudgeMePost[], day: Temporal.PlainDate): boolean =>
  posts.some((post) => post.day.equals(day) && post.state !== 'open')

/** When it can first be due. A pause or a snooze may last longer than the weeks that are looked at. */
const dueFrom = (nudge: NudgeMe, now: Temporal.Instant): Temporal.Instant => {
  const first = nudge.paused?.until ?? nudge.snoozedTo
  const from = first?.toZonedDateTime(scheduleOf(nudge).zone).toInstant()
  return from && before(now, from) ? from : now
}

/** Rests until there is something to do. */
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

/** Decides what to say, now that it is time. */
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
 * Decides what to do about a person's own nudge. All rules of sending are here. Everything that happened before is on
 * record or, if the record does not say, in their DM, so the next look can always continue.
 */
export function decideNudgeMe(state: NudgeMeState): NudgeMeDecision {
  const { nudge, posts, now } = state
  const { zone } = scheduleOf(nudge)
  const posting = posts.find((post) => post.state === 'posting')
  if (posting?.lease && isUnderWay(posting.lease, now))
    return { kind: 'rest', lookAt: posting.lease, dueAt: posting.dueAt }
  const lost = posting ?? posts.find((post) => state.canLook && post.state === 'unknown')
  if (lost) return { kind: 'find', post: lost }

  // If several were due while nobody looked, only the last can still be sent: on its own day or the next morning.
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

/** The next `count` times at which a person gets it, in the zone of their schedule. */
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
