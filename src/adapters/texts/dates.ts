import { en } from 'chrono-node'
import type { Days } from '../../domain/evidence/evidence.ts'
import { withoutAddresses } from '../../domain/evidence/evidence-quality.ts'
import { MONTHS, MONTHS_BEGIN, monthBegun } from '../../domain/text/months.ts'
import { anyOf } from '../../domain/text/patterns.ts'
import { BEFORE_DATES, COUNTED } from './date-words.ts'

type Date = Temporal.PlainDate
type ParsedDate = ReturnType<typeof en.GB.parse>[number]
type Component = NonNullable<ParsedDate['end']>

/** Nobody's evidence is older, in years; an earlier "year" is some other number. */
const OLDEST = 60

/** Only texts that could speak of a day are looked at closely: most sentences do not. */
const COULD = new RegExp(
  anyOf({
    'a month': String.raw`\b${anyOf(MONTHS_BEGIN)}`,
    'a day of the week': String.raw`\b(?:mon|tue|wed|thu|fri|sat|sun)`,
    'a day from today': String.raw`\b(?:today|yesterday|ago|last|past|this|earlier)\b`,
    'a date in digits': String.raw`\d{1,2}[/.-]\d`,
    'a year': String.raw`\b(?:19|20)\d\d\b`,
    'a quarter': String.raw`\bQ[1-4]\b`,
    'a half': String.raw`\bH[12]\b`,
  }),
  'i',
)

/** Durations and things to come: "for two weeks", "in two months". */
const NO_DAY = /^(?:for|in|within|next|at|by|tomorrow|tonight|over)\b/i

/** What chrono takes for a day, and nobody means as one: "now", and "3/2" of a kernel. */
const NO_DATE = /^(?:(?:just |right )?now|\d{1,2}[/.-]\d{1,2})$/i
const WHOLE_YEAR = /^(?:(?:earlier |later )?this|(?:the )?(?:last|past)) year$/i

/** A month or a day of the week alone is also a verb, a name or a kernel: something must stand with it. */
const LEADS_IN = new RegExp(
  anyOf({
    'a word': String.raw`\b${anyOf(BEFORE_DATES)}[\s-]+$`,
    'a number': String.raw`\d[\s-]*$`,
    'a dash': String.raw`[-–&]\s*$`,
  }),
  'i',
)
const OPENS_WITH = /^(?:in|on|since|during|last|by|this|early|late|mid|past)\b/i

/** No date has so long a word, nor so many digits in a row: chrono would read them over and over. */
const NO_PART_OF_DATE = /\d{9,}|[^\s/.-]{65,}|(?:\d{1,8}[/.-]){8,}/g

/** A path such as posts/2019/start.md; a date may have slashes, and no letters. */
const isPath = (word: string): boolean => word.split('/').length > 2 && /\p{L}/u.test(word)

const YEARS = [
  String.raw`(?<!\d[.,/-]?)(19\d\d|20\d\d)`,
  String.raw`(?![\d%]|[.,]\d|\s?${anyOf(COUNTED)}\b)`,
].join('')
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

/** What chrono found as whole days: a month without a day is all of it. `year` is said elsewhere in the same range. */
const daysOf = (found: Component, written: Date, said: number | null): Days | null => {
  if (
    !found.isCertain('month') &&
    !found.isCertain('day') &&
    !found.isCertain('year') &&
    !found.isCertain('weekday')
  )
    return null
  const [year, month, dayOfMonth] = [found.get('year'), found.get('month'), found.get('day')]
  if (!year || !month || !dayOfMonth) return null
  const dated = found.isCertain('year') ? year : (said ?? yearOf(month, written))
  if (found.isCertain('month') && !found.isCertain('day')) return months(dated, month, month)
  const one = day(found.isCertain('year') || found.isCertain('weekday') ? year : dated, month, dayOfMonth)
  return { from: one, to: one }
}

/**
 * A range or a list of days has one year, behind the last of them: "[Aug 5 - Sep 10, 2023]", "Jun 13 & Jul 24, 2023".
 */
const yearsSaid = (all: readonly ParsedDate[], text: string): (number | null)[] =>
  all.map((found, nth) => {
    const own = found.end?.isCertain('year') ? found.end.get('year') : null
    if (own && !found.start.isCertain('year')) {
      const over = (found.start.get('month') ?? 0) > (found.end?.get('month') ?? 0)
      return over ? own - 1 : own
    }
    if (found.start.isCertain('year')) return found.start.get('year')
    const next = all[nth + 1]
    const between = next ? text.slice(found.index + found.text.length, next.index) : ''
    return next?.start.isCertain('year') && /^\s*(?:&|\/|,|and)\s*$/.test(between)
      ? next.start.get('year')
      : null
  })

/** True where a month or weekday stands alone, with nothing beside it that makes it a date. */
const isBare = ({ start, end, text: found, index }: ParsedDate, text: string): boolean =>
  !end &&
  !start.isCertain('day') &&
  !start.isCertain('year') &&
  (start.isCertain('month') || start.isCertain('weekday')) &&
  !OPENS_WITH.test(found) &&
  !LEADS_IN.test(text.slice(0, index)) &&
  !/^[\s,]*\d/.test(text.slice(index + found.length))

/** "Apr 22" is a day, and chrono's British reading takes it for a month of 2022: it understands "22 Apr". */
const DAY_BEHIND = new RegExp(
  [
    String.raw`\b(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)([a-z]*\.?) (\d{1,2})`,
    String.raw`(?![\d:]|(?:st|nd|rd|th)|\s?[-–]\s?\d|\.\d)`,
  ].join(''),
  'gi',
)
/** "Jun - Nov": a dash between two months, which chrono understands as "June to Nov". */
const MONTHS_APART = new RegExp(
  String.raw`\b(${MONTHS_BEGIN.join('|')})[a-z]*\.?\s?[-–]\s?(?=${anyOf(MONTHS_BEGIN)})`,
  'gi',
)
const asChronoReads = (text: string): string =>
  text
    .replace(DAY_BEHIND, '$3 $1$2')
    .replace(MONTHS_APART, (_, month: string) => `${MONTHS[monthBegun(month)! - 1]} to `)
    .replace(/(\p{L}{3}), (?=20\d\d\b)/gu, '$1 ')

/** `years` are the years that the piece names: beside them "this year" and "in May" may be of any of them. */
const inWords = (said: string, written: Date, years: ReadonlySet<number>): Days[] => {
  const text = asChronoReads(said)
  const all = en.GB.parse(text, { instant: new globalThis.Date(`${written}T12:00:00Z`) }).filter(
    (found) => !NO_DAY.test(found.text) && !NO_DATE.test(found.text) && !isBare(found, text),
  )
  const named = yearsSaid(all, text)
  const otherYear = years.size > 0 && Math.max(...years) < written.year - 1
  return all.flatMap((found, nth) => {
    if (WHOLE_YEAR.test(found.text))
      return years.size > 0 ? [] : [months(/this/i.test(found.text) ? written.year : written.year - 1, 1, 12)]
    const year = named[nth] ?? null
    // Nobody who writes of an older year alone means the present one by a month.
    if (otherYear && year === null && !found.start.isCertain('year') && found.start.isCertain('month'))
      return []
    const start = daysOf(found.start, written, year)
    if (start === null) return []
    const end = found.end ? daysOf(found.end, written, found.start.isCertain('year') ? year : null) : null
    // "The last six months" begins then and goes on until it was written.
    const open = /^(?:the )?(?:last|past) (?!week\b|month\b|year\b|quarter\b)/i.test(found.text)
    const to = open ? written : (end ?? start).to
    return isBefore(to, start.from) ? [] : [{ from: start.from, to }]
  })
}

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

/** The years that a piece names as such. */
const yearsIn = (texts: readonly string[], written: Date): Set<number> =>
  new Set(
    texts
      .flatMap((text) => [...text.matchAll(YEAR)].map(([year]) => Number(year)))
      .filter((year) => year > written.year - OLDEST && year <= written.year),
  )

/**
 * Days that sentences of one piece speak of, in English: chrono for dates in words, and the years, quarters and
 * halves that it leaves out; each list is for one text. `written` is when they were written. Approximate on purpose: it
 * tells weeks from months and last year from this.
 */
export function makeDates() {
  return {
    in: (texts: readonly string[], written: Date): readonly (readonly Days[])[] => {
      // The digits of an address, or of a path, are no date.
      const read = texts.map((text) =>
        withoutAddresses(text)
          .replace(/\S+/g, (word) => (isPath(word) ? ' ' : word))
          .replace(NO_PART_OF_DATE, ' x '),
      )
      const years = yearsIn(read, written)
      return read.map((text) => {
        if (!COULD.test(text)) return []
        const numbers = inNumbers(text, written)
        const words = inWords(text, written, years)
        return goingOn(text, past(words.length > 0 ? words : numbers, written), written)
      })
    },
  }
}
