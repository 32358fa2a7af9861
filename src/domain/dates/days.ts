/** A range of days, both ends included. */
export type Days = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate }

/** When something happened, by its words. */
export type ToldDays = Days & {
  /** "Since August": it goes on, and `to` is the day on which that was written. */
  readonly since?: true
  /** The last day of the time that the words name, if that is not `to`: of August, or of the month that is not over. */
  readonly named?: Temporal.PlainDate
  /** It took all of these days: "from January to April". */
  readonly whole?: true
}

/** When something happened, as far as is known. `written`: no words say when, so it is when they were written. */
export type When = ToldDays & { readonly written?: true }

/** A stretch of the calendar that words count in: "last week", "the end of the quarter". */
export type Unit = 'week' | 'month' | 'quarter' | 'half' | 'year'

/** How many months a stretch of the calendar has that begins with a month. */
const MONTHS_IN = { month: 1, quarter: 3, half: 6, year: 12 } as const

/** All of some months. `first` counts from 1, and may be past December, which is in the next year. */
export function monthsFrom(year: number, first: number, count: number): Days {
  const from = Temporal.PlainYearMonth.from({ year, month: 1 }).add({ months: first - 1 })
  const to = from.add({ months: count - 1 })
  return { from: from.toPlainDate({ day: 1 }), to: to.toPlainDate({ day: to.daysInMonth }) }
}

/** The Monday of the week that a day is in. */
export function mondayOf(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: day.dayOfWeek - 1 })
}

/**
 * The Monday of a week of the calendar (ISO 8601), which counts from 1. If the year has no such week, the Monday of the
 * next one.
 */
export function mondayOfWeek(year: number, week: number): Temporal.PlainDate {
  // The week with 4 January is the first.
  return mondayOf(Temporal.PlainDate.from({ year, month: 1, day: 4 })).add({ weeks: week - 1 })
}

/** The week, month, quarter, half or year that a day is in. */
export function unitAt(unit: Unit, day: Temporal.PlainDate): Days {
  if (unit === 'week') return { from: mondayOf(day), to: mondayOf(day).add({ days: 6 }) }
  const count = MONTHS_IN[unit]
  return monthsFrom(day.year, day.month - ((day.month - 1) % count), count)
}

/** The whole week, month and so on before the one that a day is in. */
export function unitBefore(unit: Unit, day: Temporal.PlainDate): Days {
  return unitAt(unit, unitAt(unit, day).from.subtract({ days: 1 }))
}

/** The first day after the week, month and so on that a day is in. */
export function afterUnit(unit: Unit, day: Temporal.PlainDate): Temporal.PlainDate {
  return unitAt(unit, day).to.add({ days: 1 })
}

/** "The last three months": from the same day that many months ago until today. */
export function lastUnits(count: number, unit: Unit | 'day', today: Temporal.PlainDate): Days {
  const length =
    unit === 'day'
      ? { days: count }
      : unit === 'week'
        ? { weeks: count }
        : { months: count * MONTHS_IN[unit] }
  return { from: today.subtract(length), to: today }
}

/** The year of a month that is named without one: the last year in which it had begun. */
export function yearBegun(month: number, today: Temporal.PlainDate): number {
  return month > today.month ? today.year - 1 : today.year
}
