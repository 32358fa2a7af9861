import { en } from 'chrono-node'
import type { Dates } from '../coaching/ports.ts'
import type { Days } from '../domain/evidence.ts'

type Date = Temporal.PlainDate
type Component = NonNullable<ReturnType<typeof en.GB.parse>[number]['end']>

/** Nobody's evidence is older, in years; an earlier "year" is some other number. */
const OLDEST = 60

/** Only texts that could speak of a day are looked at closely: most sentences do not. */
const COULD =
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)|\b(?:today|yesterday|ago|last|past|this|earlier)\b|\d{1,2}[/.-]\d|\b(?:19|20)\d\d\b|\bQ[1-4]\b|\bH[12]\b/i

/** Durations and things to come: "for two weeks", "in two months". */
const NO_DAY = /^(?:for|in|within|next|at|by|tomorrow|tonight|over)\b/i

const YEARS = String.raw`(?<!\d[.,/-]?)(19\d\d|20\d\d)(?![\d%]|[.,]\d|\s?(?:ms|mb|gb|kb|s|hosts|users|requests|people|times|tests|lines|servers|customers|tickets)\b)`
const QUARTER = /\bQ([1-4])(?:\s*(?:of\s*)?(?:\/|-|')?\s*(19\d\d|20\d\d))?\b/gi
const HALF = /\b(?:H([12])|(first|second) half of(?: the year)?)(?:\s*(?:of\s*)?(19\d\d|20\d\d))?\b/gi
const YEAR = new RegExp(YEARS, 'g')
const SPAN_OF_YEARS = new RegExp(String.raw`${YEARS}\s*(?:-|–|to|until|and)\s*${YEARS}`, 'gi')

const day = (year: number, month: number, dayOfMonth: number): Date =>
  Temporal.PlainDate.from({ year, month, day: dayOfMonth })
const months = (year: number, first: number, last: number): Days => {
  const to = Temporal.PlainYearMonth.from({ year, month: last })
  return { from: day(year, first, 1), to: to.toPlainDate({ day: to.daysInMonth }) }
}
const isBefore = (one: Date, other: Date): boolean => Temporal.PlainDate.compare(one, other) < 0

/** A year that nobody wrote: the last one in which the month had begun by then. */
const yearOf = (month: number, written: Date): number =>
  month > written.month ? written.year - 1 : written.year

/** What chrono found as whole days: a month without a day is all of it. */
const daysOf = (found: Component, written: Date): Days | null => {
  if (
    !found.isCertain('month') &&
    !found.isCertain('day') &&
    !found.isCertain('year') &&
    !found.isCertain('weekday')
  )
    return null
  const [year, month, dayOfMonth] = [found.get('year'), found.get('month'), found.get('day')]
  if (!year || !month || !dayOfMonth) return null
  const dated = found.isCertain('year') ? year : yearOf(month, written)
  if (found.isCertain('month') && !found.isCertain('day')) return months(dated, month, month)
  const one = day(found.isCertain('year') || found.isCertain('weekday') ? year : dated, month, dayOfMonth)
  return { from: one, to: one }
}

const inWords = (text: string, written: Date): Days[] =>
  en.GB.parse(text, { instant: new globalThis.Date(`${written}T12:00:00Z`) }).flatMap((found) => {
    const start = NO_DAY.test(found.text) ? null : daysOf(found.start, written)
    if (start === null) return []
    const end = found.end ? daysOf(found.end, written) : null
    // "The last six months" begins then and goes on until it was written.
    const open = /^(?:the )?(?:last|past) (?!week\b|month\b|year\b|quarter\b)/i.test(found.text)
    return [{ from: start.from, to: open ? written : (end ?? start).to }]
  })

const inNumbers = (text: string, written: Date): Days[] => {
  const quarters = [...text.matchAll(QUARTER)].map(([, quarter, year]) => {
    const first = Number(quarter) * 3 - 2
    return months(year ? Number(year) : yearOf(first, written), first, first + 2)
  })
  const halves = [...text.matchAll(HALF)].map(([, half, named, year]) => {
    const first = half === '2' || named?.toLowerCase() === 'second' ? 7 : 1
    return months(year ? Number(year) : yearOf(first, written), first, first + 5)
  })
  const spans = [...text.matchAll(SPAN_OF_YEARS)].map(([, from, to]) => ({
    from: day(Number(from), 1, 1),
    to: day(Number(to), 12, 31),
  }))
  const dated = quarters.length + halves.length + spans.length > 0
  const years = dated ? [] : [...text.matchAll(YEAR)].map(([, year]) => months(Number(year), 1, 12))
  return [...quarters, ...halves, ...spans, ...years]
}

/** What is to come is no day of evidence; what goes on reaches until it was written. */
const past = (days: readonly Days[], written: Date): Days[] =>
  days.flatMap(({ from, to }) =>
    isBefore(written, from) || from.year < written.year - OLDEST
      ? []
      : [{ from, to: isBefore(written, to) ? written : to }],
  )

/** "Since 2023" goes on until it was written. */
const goingOn = (text: string, days: readonly Days[], written: Date): Days[] =>
  /\b(?:since|ever since|from \d{4} on)\b/i.test(text) && days.length === 1
    ? days.map(({ from }) => ({ from, to: written }))
    : [...days]

/**
 * Days that sentences speak of, in English: chrono for dates in words, and the years, quarters and halves that
 * it leaves out. Approximate on purpose: it tells weeks from months and last year from this.
 */
export const makeDates = (): Dates => ({
  in: (texts, written) =>
    texts.map((text) => {
      if (!COULD.test(text)) return []
      const numbers = inNumbers(text, written)
      const words = inWords(text, written)
      return goingOn(text, past(words.length > 0 ? words : numbers, written), written)
    }),
})
