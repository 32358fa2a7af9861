import { monthNamed } from '../dates/months.ts'
import { plain } from '../text/plain.ts'

const iso = (year: number, month: number, day?: number): string | null => {
  try {
    const text = day === undefined ? { year, month } : { year, month, day }
    return day === undefined
      ? Temporal.PlainYearMonth.from(text, { overflow: 'reject' }).toString()
      : Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString()
  } catch {
    return null
  }
}

/** The first such month, starting with this one. */
const coming = (month: number, today: Temporal.PlainDate): string | null =>
  iso(month >= today.month ? today.year : today.year + 1, month)

/**
 * When somebody wants to reach a goal, as an ISO month or day: 2027-03, 2027-03-15, 03/2027, March, March 2027, 15
 * March 2027, Q1 2027, 2027, end of 2027. A quarter or a year means its last month. Null if it was not understood.
 */
export function goalDateOf(text: string, today: Temporal.PlainDate): string | null {
  const words = plain(text)
    .replace(/^(?:by|until|till|before|in) /, '')
    .replace(/^(?:the )?(?:end of|late) /, '')
    // "Next June" is the coming one, whatever month it is.
    .replace(/^(?:next|this|the coming) (?!year$)/, '')
  const of = (pattern: RegExp): string[] | null => pattern.exec(words)?.slice(1) ?? null
  const isoDay = of(/^(\d{4}) (\d{1,2}) (\d{1,2})$/)
  if (isoDay) return iso(Number(isoDay[0]), Number(isoDay[1]), Number(isoDay[2]))
  const isoMonth = of(/^(\d{4}) (\d{1,2})$/)
  if (isoMonth) return iso(Number(isoMonth[0]), Number(isoMonth[1]))
  const monthYear = of(/^(\d{1,2}) (\d{4})$/)
  if (monthYear) return iso(Number(monthYear[1]), Number(monthYear[0]))
  const year = of(/^(\d{4})$/)
  if (year) return iso(Number(year[0]), 12)
  const aYear = of(/^(next|this|the) year$/)
  if (aYear) return iso(aYear[0] === 'next' ? today.year + 1 : today.year, 12)
  const quarter = of(/^q([1-4])(?: (\d{4}))?$/)
  if (quarter) {
    const month = Number(quarter[0]) * 3
    return quarter[1] ? iso(Number(quarter[1]), month) : coming(month, today)
  }
  const named = of(/^(?:(\d{1,2})(?:st|nd|rd|th)? )?([a-z]+)(?: (\d{1,2})(?:st|nd|rd|th)?)?(?: (\d{4}))?$/)
  const month = named && named[1]!.length > 2 ? monthNamed(named[1]!) : null
  if (!named || month === null) return null
  const day = named[0] ?? named[2]
  const ofMonth = named[3] ? iso(Number(named[3]), month) : coming(month, today)
  return day && ofMonth ? iso(Number(ofMonth.slice(0, 4)), month, Number(day)) : ofMonth
}

/** True if the date of a goal has passed. A month has passed after its last day. */
export function isPast(by: string, today: Temporal.PlainDate): boolean {
  const month = Temporal.PlainYearMonth.from(by.slice(0, 7))
  const last = by.length > 7 ? Temporal.PlainDate.from(by) : month.toPlainDate({ day: month.daysInMonth })
  return Temporal.PlainDate.compare(last, today) < 0
}
