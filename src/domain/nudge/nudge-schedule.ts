import { mondayOfWeek } from '../dates/days.ts'
import type { Schedule, Week } from './nudge.ts'

/** The label of an ISO week (ISO 8601), such as `2026-W48`. Labels sort in the order of the weeks. */
const WEEK = /^(\d{4})-W(\d{2})$/

/** The ISO week of a date. */
export function weekOfDate(date: Temporal.PlainDate): Week {
  return `${String(date.yearOfWeek).padStart(4, '0')}-W${String(date.weekOfYear).padStart(2, '0')}`
}

/** The ISO week of an instant, on the calendar of a time zone. */
export function weekOf(instant: Temporal.Instant, zone: string): Week {
  return weekOfDate(instant.toZonedDateTimeISO(zone).toPlainDate())
}

/**
 * The Monday of an ISO week. If the year has no such week, the Monday of the next one. Throws RangeError if the text is
 * not a week.
 */
export function mondayIn(week: Week): Temporal.PlainDate {
  const [, year, nth] = WEEK.exec(week) ?? []
  if (!year || !nth) throw new RangeError('Not an ISO week')
  return mondayOfWeek(Number(year), Number(nth))
}

/** The day of a schedule in an ISO week, whether that week has a nudge or not. */
export function dateIn({ weekday }: Schedule, week: Week): Temporal.PlainDate {
  return mondayIn(week).add({ days: weekday - 1 })
}

/**
 * When a schedule is due in an ISO week. A time that happens twice is due the first time. A time that does not exist is
 * due right after the gap: 02:30 in a gap from 02:00 to 03:00 is due at 03:00. A whole day that a zone left out (Samoa,
 * 30 December 2011) is such a gap. It is due at the midnight after it, and counts for the week of the missing day.
 */
export function dueIn(schedule: Schedule, week: Week): Temporal.Instant {
  const local = dateIn(schedule, week).toPlainDateTime(schedule.time)
  const first = local.toZonedDateTime(schedule.zone, { disambiguation: 'earlier' })
  if (first.toPlainDateTime().equals(local)) return first.toInstant()
  // In a gap, "earlier" is as far before the gap as the time is inside it.
  return (first.getTimeZoneTransition('next') ?? first).toInstant()
}

/**
 * `count` ISO weeks, starting with the one before the week of `from`, because the due time of a week may be after its
 * end.
 */
export function weeksFrom(from: Temporal.Instant, zone: string, count: number): Week[] {
  const monday = mondayIn(weekOf(from, zone))
  return Array.from({ length: count }, (_, nth) => weekOfDate(monday.add({ weeks: nth - 1 })))
}

/**
 * True if the rhythm of a schedule has a nudge in an ISO week. It counts weeks of the calendar, so no change of clocks
 * or of the zone, no pause and no restart can shift it.
 */
export function hasWeek(schedule: Schedule, week: Week): boolean {
  const { rhythm } = schedule
  if (rhythm === undefined) return true
  if (rhythm.kind === 'two-weeks') return mondayIn(rhythm.from).until(mondayIn(week)).days % 14 === 0
  const { day, daysInMonth } = dateIn(schedule, week)
  return rhythm.nth === 'last' ? day + 7 > daysInMonth : Math.ceil(day / 7) === rhythm.nth
}

/** The most weeks from one nudge of a schedule to the next: the third Monday of a month may be five after the last. */
export function longestGap({ rhythm }: Pick<Schedule, 'rhythm'>): number {
  return rhythm === undefined ? 1 : rhythm.kind === 'two-weeks' ? 2 : 5
}

/** The first due time after an instant, and its ISO week. */
export function dueAfter(
  schedule: Schedule,
  after: Temporal.Instant,
): { readonly week: Week; readonly at: Temporal.Instant } {
  for (const week of weeksFrom(after, schedule.zone, 3 + longestGap(schedule))) {
    if (!hasWeek(schedule, week)) continue
    const at = dueIn(schedule, week)
    if (Temporal.Instant.compare(at, after) > 0) return { week, at }
  }
  throw new RangeError('No time zone leaves out a month')
}

/** A pause: no nudge before this day in its zone. `until` is null if somebody has to resume it. */
export type Pause = { readonly until: Temporal.PlainDate | null }

/**
 * The pause that is in effect at an instant. Null if there is none, or its day has come. `zone` is that of the nudge.
 */
export function pauseAt(paused: Pause | null, zone: string, at: Temporal.Instant): Pause | null {
  return paused?.until &&
    Temporal.PlainDate.compare(paused.until, at.toZonedDateTimeISO(zone).toPlainDate()) <= 0
    ? null
    : paused
}

/** Which weeks a channel leaves out. */
export type WeeksLeftOut = {
  /** The weeks that it named. */
  readonly leftOut: readonly Week[]
  /** True if it wants the days around the new year as well. */
  readonly yearEnd: boolean
}

/** True from 24 December to 1 January, both included. */
const atYearEnd = ({ month, day }: Temporal.PlainDate): boolean =>
  (month === 12 && day >= 24) || (month === 1 && day === 1)

/**
 * True for a week that a channel leaves out: one that it named or, unless it said otherwise, one whose due day is from
 * 24 December to 1 January. The day decides, not the week. Those nine days contain most weekdays once and two of them
 * twice.
 */
export function isLeftOut({ leftOut, yearEnd }: WeeksLeftOut, schedule: Schedule, week: Week): boolean {
  return leftOut.includes(week) || (!yearEnd && atYearEnd(dateIn(schedule, week)))
}
