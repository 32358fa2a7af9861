import type { Schedule, Week } from './nudge.ts'

/** An ISO week (ISO 8601) by its label, such as `2026-W48`; labels sort in the order of the weeks. */
const WEEK = /^(\d{4})-W(\d{2})$/

/** The ISO week of a date. */
export function weekOfDate(date: Temporal.PlainDate): Week {
  return `${String(date.yearOfWeek).padStart(4, '0')}-W${String(date.weekOfYear).padStart(2, '0')}`
}

/** The ISO week of an instant, on the calendar of a time zone. */
export function weekOf(instant: Temporal.Instant, zone: string): Week {
  return weekOfDate(instant.toZonedDateTimeISO(zone).toPlainDate())
}

/** The Monday of the week in which a day lies. */
export function mondayOf(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: day.dayOfWeek - 1 })
}

/** Monday of an ISO week; of the first week after where its year has no such. Throws RangeError for what is no week. */
export function mondayIn(week: Week): Temporal.PlainDate {
  const [, year, nth] = WEEK.exec(week) ?? []
  if (!year || !nth) throw new RangeError('Not an ISO week')
  // The week with 4 January is the first (ISO 8601).
  const fourth = Temporal.PlainDate.from({ year: Number(year), month: 1, day: 4 })
  return mondayOf(fourth).add({ weeks: Number(nth) - 1 })
}

/** The day in an ISO week on which a schedule is due. */
export function dateIn({ weekday }: Schedule, week: Week): Temporal.PlainDate {
  return mondayIn(week).add({ days: weekday - 1 })
}

/**
 * When a schedule is due in an ISO week. A time that happens twice is due at the first; a time that does not exist
 * at the first instant after the gap, 02:30 in 02:00 -> 03:00 at 03:00. A day that a zone left out as a whole
 * (Samoa, 30 December 2011) is such a gap: due is the midnight that follows, and it counts for the week of the day
 * that was left out.
 */
export function dueIn(schedule: Schedule, week: Week): Temporal.Instant {
  const local = dateIn(schedule, week).toPlainDateTime(schedule.time)
  const first = local.toZonedDateTime(schedule.zone, { disambiguation: 'earlier' })
  if (first.toPlainDateTime().equals(local)) return first.toInstant()
  // In a gap, "earlier" is as long before the gap as the time is inside it.
  return (first.getTimeZoneTransition('next') ?? first).toInstant()
}

/** The next `count` ISO weeks from that of `from` on, the one before it included: a due time may lie over its end. */
export function weeksFrom(from: Temporal.Instant, zone: string, count: number): Week[] {
  const monday = mondayIn(weekOf(from, zone))
  return Array.from({ length: count }, (_, nth) => weekOfDate(monday.add({ weeks: nth - 1 })))
}

/** The first time after an instant that a schedule is due, and for which ISO week. */
export function dueAfter(
  schedule: Schedule,
  after: Temporal.Instant,
): { readonly week: Week; readonly at: Temporal.Instant } {
  for (const week of weeksFrom(after, schedule.zone, 4)) {
    const at = dueIn(schedule, week)
    if (Temporal.Instant.compare(at, after) > 0) return { week, at }
  }
  throw new RangeError('No time zone leaves out a month')
}

/** A pause: no nudge before this day of its zone; `until` null: until somebody resumes it. */
export type Pause = { readonly until: Temporal.PlainDate | null }

/** A pause as it is at an instant; null: there is none, or its day has come. `zone` is the nudge's own. */
export function pauseAt(paused: Pause | null, zone: string, at: Temporal.Instant): Pause | null {
  return paused?.until &&
    Temporal.PlainDate.compare(paused.until, at.toZonedDateTimeISO(zone).toPlainDate()) <= 0
    ? null
    : paused
}

/** Which weeks a channel does without. */
export type WeeksLeftOut = {
  /** Weeks that it named. */
  readonly leftOut: readonly Week[]
  /** True: it wants the weeks around the new year as well. */
  readonly yearEnd: boolean
}

/** True from 24 December to 1 January, both included. */
const atYearEnd = ({ month, day }: Temporal.PlainDate): boolean =>
  (month === 12 && day >= 24) || (month === 1 && day === 1)

/**
 * True for a week that a channel does without: one that it named, or one whose due day lies from 24 December to
 * 1 January, unless it said otherwise. The day decides, not the week: a nudge on Mondays is left out in one week
 * of that time, one on Thursdays mostly in two.
 */
export function isLeftOut({ leftOut, yearEnd }: WeeksLeftOut, schedule: Schedule, week: Week): boolean {
  return leftOut.includes(week) || (!yearEnd && atYearEnd(dateIn(schedule, week)))
}
