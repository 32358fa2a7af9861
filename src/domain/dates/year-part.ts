import { type Days, mondayOfWeek, monthsFrom, unitAt, yearBegun } from './days.ts'
import { MONTHS } from './months.ts'

type Day = Temporal.PlainDate

/** A stretch of time with the name that people read, which the readers of dates read back as the same stretch. */
export type Period = { readonly label: string; readonly days: Days }

/** Some months, a week or a day of a year that words may leave out. */
export type YearPart = {
  /** Null if the words name no year. */
  readonly year: number | null
  /** The month in which it begins, so that of two parts the later one is known. */
  readonly month: number
  readonly in: (year: number) => Period
  /** The last year in which it had begun by a day. */
  readonly yearBegun: (today: Day) => number
  /** The year in which it begins if its words name a year. */
  readonly yearMeant: (said: number, today: Day) => number
}

const asSaid = (year: number): number => year

const someMonths = (
  month: number,
  count: number,
  year: number | null,
  label: (year: number) => string,
): YearPart => ({
  year,
  month,
  in: (own) => ({ label: label(own), days: monthsFrom(own, month, count) }),
  yearBegun: (today) => yearBegun(month, today),
  yearMeant: asSaid,
})

const monthLabel = (month: number, year: number): string => `${MONTHS[month - 1]} ${year}`

/** A month of a year, 1 to 12. */
export function monthPart(month: number, year: number | null): YearPart {
  return someMonths(month, 1, year, (own) => monthLabel(month, own))
}

/** A quarter of a year, 1 to 4. */
export function quarterPart(quarter: number, year: number | null): YearPart {
  return someMonths(quarter * 3 - 2, 3, year, (own) => `${own} Q${quarter}`)
}

/** The first or second half of a year, 1 or 2. */
export function halfPart(half: number, year: number | null): YearPart {
  const first = half * 6 - 5
  return someMonths(first, 6, year, (own) => `${MONTHS[first - 1]} to ${monthLabel(first + 5, own)}`)
}

/** A whole year. */
export function yearPart(year: number): YearPart {
  return someMonths(1, 12, year, String)
}

/** The quarter that a day is in. */
export function quarterAt(day: Day): Period {
  return quarterPart(Math.ceil(day.month / 3), day.year).in(day.year)
}

/** The first month of each season, in the northern half of the world. */
const SEASONS: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 }
const THIRDS: Readonly<Record<string, readonly [skip: number, count: number]>> = {
  early: [0, 2],
  mid: [1, 1],
  late: [1, 2],
}

/**
 * A season by its English name, or its beginning or end: "spring", "late autumn". `spansTwo`: its year is that of its
 * first month, as in "winter 2025/26".
 */
export function seasonPart(words: string, year: number | null, spansTwo = false): YearPart {
  const [name = '', third = ''] = words
    .toLowerCase()
    .split(/[\s-]+/)
    .toReversed()
  const month = SEASONS[name]!
  const [skip, count] = THIRDS[third] ?? [0, 3]
  return {
    ...someMonths(month, 3, year, () => ''),
    in: (own) => ({
      label: [third, name, String(own)].filter(Boolean).join(' '),
      days: monthsFrom(own, month + skip, count),
    }),
    // "Winter 2026" before its December is the winter in which that year began.
    yearMeant: (said, today) =>
      name === 'winter' && !spansTwo && said >= today.year && month > today.month ? said - 1 : said,
  }
}

/** A week of the calendar (ISO 8601), or null if no year has such a week. */
export function weekPart(week: number, year: number | null): YearPart | null {
  if (week < 1 || week > 53) return null
  const daysIn = (own: number): Days => unitAt('week', mondayOfWeek(own, week))
  return {
    year,
    month: Math.min(12, Math.ceil(week / 4.4)),
    in: (own) => ({ label: `${own} W${String(week).padStart(2, '0')}`, days: daysIn(own) }),
    yearBegun: (today) =>
      Temporal.PlainDate.compare(daysIn(today.year).from, today) > 0 ? today.year - 1 : today.year,
    yearMeant: asSaid,
  }
}

/** A day of a month, or null if that month never has it. 29 February is the 28th in most years. */
export function dayPart(month: number, dayOfMonth: number, year: number | null): YearPart | null {
  if (dayOfMonth < 1 || dayOfMonth > monthsFrom(2024, month, 1).to.day) return null
  const dayIn = (own: number): Day => Temporal.PlainDate.from({ year: own, month, day: dayOfMonth })
  return {
    year,
    month,
    in: (own) => ({
      label: `${dayIn(own).day} ${monthLabel(month, own)}`,
      days: { from: dayIn(own), to: dayIn(own) },
    }),
    yearBegun: (today) =>
      Temporal.PlainDate.compare(dayIn(today.year), today) > 0 ? today.year - 1 : today.year,
    yearMeant: asSaid,
  }
}

/** A part of the year that its words name, or else of the last in which it had begun. */
export function partSeenFrom(part: YearPart, today: Day): Period {
  return part.in(part.year === null ? part.yearBegun(today) : part.yearMeant(part.year, today))
}

/** "March to May", "November to February 2027", "Q1 and Q2": all from the first to the end of the second. */
export function partsSeenFrom(first: YearPart, last: YearPart, today: Day): Period {
  const turns = Number(first.month > last.month)
  const saidFirst = first.year === null ? null : first.yearMeant(first.year, today)
  const saidLast = last.year === null ? null : last.yearMeant(last.year, today)
  const end = saidLast ?? (saidFirst === null ? last.yearBegun(today) : saidFirst + turns)
  const parts = [first.in(saidFirst ?? end - turns), last.in(end)].toSorted((one, other) =>
    Temporal.PlainDate.compare(one.days.from, other.days.from),
  )
  const days = { from: parts[0]!.days.from, to: parts[1]!.days.to }
  return { label: labelOfRange(days, parts), days }
}

const labelOfRange = ({ from, to }: Days, [first, last]: readonly Period[]): string => {
  const isMonths = from.day === 1 && to.day === to.daysInMonth
  if (!isMonths) return `${first!.label} to ${last!.label}`
  const end = monthLabel(to.month, to.year)
  if (from.toPlainYearMonth().equals(to.toPlainYearMonth())) return end
  return `${from.year === to.year ? MONTHS[from.month - 1] : monthLabel(from.month, from.year)} to ${end}`
}
