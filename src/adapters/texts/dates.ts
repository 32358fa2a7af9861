import { en } from 'chrono-node'
import { SEASON } from '../../domain/dates/date-words.ts'
import { MONTHS, MONTHS_BEGIN, monthBegun } from '../../domain/dates/months.ts'
import type { SaidDays } from '../../domain/evidence/evidence.ts'
import { withoutAddresses } from '../../domain/evidence/evidence-quality.ts'
import { anyOf } from '../../domain/text/patterns.ts'
import { withoutAsides } from './asides.ts'
import { BEFORE_DATES, COUNTED } from './date-words.ts'
import { MAY_BE_PERIOD, months, periodsIn, type Reference, yearOf } from './periods.ts'

type Date = Temporal.PlainDate

type ParsedDate = ReturnType<typeof en.GB.parse>[number]
type Component = NonNullable<ParsedDate['end']>

/** Nobody's evidence is older than this, in years. An earlier "year" is some other number. */
const OLDEST = 60

/** Only texts that may mention a day are parsed. Most sentences do not. */
const COULD = new RegExp(
  anyOf({
    'a month': String.raw`\b${anyOf(MONTHS_BEGIN)}`,
    'a day of the week': String.raw`\b(?:mon|tue|wed|thu|fri|sat|sun)`,
    'a day from today': String.raw`\b(?:today|yesterday|ago|last|past|this|earlier)\b`,
    'a date in digits': String.raw`\d{1,2}[/.-]\d`,
    'a year': String.raw`\b(?:19|20)\d\d\b`,
    'a period': MAY_BE_PERIOD,
  }),
  'i',
)

/** Durations and the future: "for two weeks", "in two months". */
const NO_DAY = /^(?:for|in|within|next|at|by|tomorrow|tonight|over)\b/i

/** Texts that chrono reads as a day but nobody means as one: "now", and the "3/2" of a kernel. */
const NO_DATE = /^(?:(?:just |right )?now|\d{1,2}[/.-]\d{1,2})$/i
const WHOLE_YEAR = /^(?:(?:earlier |later )?this|(?:the )?(?:last|past)) year$/i

/** A month or a day of the week can also be a verb, a name or a kernel, so something must come before it. */
const LEADS_IN = new RegExp(
  anyOf({
    'a word': String.raw`\b${anyOf(BEFORE_DATES)}[\s-]+$`,
    'a number': String.raw`\d[\s-]*$`,
    'a dash': String.raw`[-–&]\s*$`,
  }),
  'i',
)
const OPENS_WITH = /^(?:in|on|since|during|last|by|this|early|late|mid|past)\b/i

/** No date has a word this long, or this many digits in a row. chrono would scan them again and again. */
const NO_PART_OF_DATE = /\d{9,}|[^\s/.-]{65,}|(?:\d{1,8}[/.-]){8,}/g

/** A path such as posts/2019/start.md. A date may have slashes, but no letters. */
const isPath = (word: string): boolean => word.split('/').length > 2 && /\p{L}/u.test(word)

const YEAR_ONLY = String.raw`(19\d\d|20\d\d)(?![\d%]|[.,]\d|\s?${anyOf(COUNTED)}\b)`
const YEARS = String.raw`(?<!\d[.,/-]?)${YEAR_ONLY}`
const YEAR = new RegExp(YEARS, 'g')
const ISO_MONTH = /(?<![\d-])((?:19|20)\d\d)-(0[1-9]|1[0-2])(?![\d-])/g
const SPAN_OF_YEARS = new RegExp(String.raw`${YEARS}\s*(?:-|–|to|until|and)\s*${YEAR_ONLY}`, 'gi')

const day = (year: number, month: number, dayOfMonth: number): Date =>
  Temporal.PlainDate.from({ year, month, day: dayOfMonth })
const isBefore = (one: Date, other: Date): boolean => Temporal.PlainDate.compare(one, other) < 0

/**
 * What chrono found, as whole days. A month without a day means all of it. `said` is a year from elsewhere in the same
 * range.
 */
const daysOf = (found: Component, reference: Reference, said: number | null): SaidDays | null => {
  if (
    !found.isCertain('month') &&
    !found.isCertain('day') &&
    !found.isCertain('year') &&
    !found.isCertain('weekday')
  )
    return null
  const [year, month, dayOfMonth] = [found.get('year'), found.get('month'), found.get('day')]
  if (!year || !month || !dayOfMonth) return null
  const dated = found.isCertain('year') ? year : (said ?? yearOf(month, reference))
  if (found.isCertain('month') && !found.isCertain('day')) return months(dated, month, month)
  const one = day(found.isCertain('year') || found.isCertain('weekday') ? year : dated, month, dayOfMonth)
  return { from: one, to: one }
}

/**
 * The years of the dates. A range or a list has only one, after its last date: "[Aug 5 - Sep 10, 2023]", "Jun 13 & Jul
 * 24, 2023".
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

/** True if a month or a day of the week is alone, with nothing next to it that makes it a date. */
const isBare = ({ start, end, text: found, index }: ParsedDate, text: string): boolean =>
  !end &&
  !start.isCertain('day') &&
  !start.isCertain('year') &&
  (start.isCertain('month') || start.isCertain('weekday')) &&
  !OPENS_WITH.test(found) &&
  !LEADS_IN.test(text.slice(0, index)) &&
  !/^[\s,]*\d/.test(text.slice(index + found.length))

/** "Apr 22" is a day, but chrono's British parser reads it as a month of 2022. It understands "22 Apr". */
const DAY_BEHIND = new RegExp(
  [
    String.raw`\b(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)([a-z]*\.?) (\d{1,2})`,
    String.raw`(?![\d:]|(?:st|nd|rd|th)|\s?[-–]\s?\d|\.\d)`,
  ].join(''),
  'gi',
)
/** "Jun - Nov" has a dash between two months, which chrono understands as "June to Nov". */
const MONTHS_APART = new RegExp(
  String.raw`\b(${MONTHS_BEGIN.join('|')})[a-z]*\.?\s?[-–]\s?(?=${anyOf(MONTHS_BEGIN)})`,
  'gi',
)
/** chrono takes "since May I" for the verb, but not "in May I". */
const MAY = new RegExp(
  String.raw`\b(since|from|until|till|by|during|of|through|after|before) ` +
    String.raw`(?=May (?!(?:to|until|till|through|and)\b|[-–]|\d))`,
  'gi',
)
const asChronoReads = (text: string): string =>
  text
    .replace(MAY, '$1 in ')
    .replace(DAY_BEHIND, '$3 $1$2')
    .replace(MONTHS_APART, (_, month: string) => `${MONTHS[monthBegun(month)! - 1]} to `)
    .replace(/(\p{L}{3}), (?=20\d\d\b)/gu, '$1 ')

/** `years` are the years that the piece names. If it names some, "this year" and "in May" can be about any of them. */
const inWords = (said: string, reference: Reference, years: ReadonlySet<number>): SaidDays[] => {
  const { about } = reference
  const text = asChronoReads(said)
  const all = en.GB.parse(text, { instant: new globalThis.Date(`${about}T12:00:00Z`) }).filter(
    (found) => !NO_DAY.test(found.text) && !NO_DATE.test(found.text) && !isBare(found, text),
  )
  const named = yearsSaid(all, text)
  const otherYear = years.size > 0 && Math.max(...years) < about.year - 1
  return all.flatMap((found, nth) => {
    if (WHOLE_YEAR.test(found.text))
      return years.size > 0 ? [] : [months(/this/i.test(found.text) ? about.year : about.year - 1, 1, 12)]
    const year = named[nth] ?? null
    // In a piece that names only older years, a month without a year is not of the present one.
    if (otherYear && year === null && !found.start.isCertain('year') && found.start.isCertain('month'))
      return []
    const start = daysOf(found.start, reference, year)
    if (start === null) return []
    const end = found.end ? daysOf(found.end, reference, found.start.isCertain('year') ? year : null) : null
    // "The last six months" begins then and lasts until the piece was written.
    const open = /^(?:the )?(?:last|past) (?!week\b|month\b|year\b|quarter\b)/i.test(found.text)
    const to = open ? about : (end ?? start).to
    if (isBefore(to, start.from)) return []
    return [open || end !== null ? { from: start.from, to } : { ...start, to }]
  })
}

/** Months in digits and spans of years, or else single years. */
const inNumbers = (text: string): SaidDays[] => {
  const spans = [...text.matchAll(SPAN_OF_YEARS)].map(([, from, to]) => ({
    from: day(Number(from), 1, 1),
    to: day(Number(to), 12, 31),
  }))
  const monthly = [...text.matchAll(ISO_MONTH)].map(([, year, month]) =>
    months(Number(year), Number(month), Number(month)),
  )
  const dated = [...spans, ...monthly]
  return dated.length > 0 ? dated : [...text.matchAll(YEAR)].map(([, year]) => months(Number(year), 1, 12))
}

/** "In November", written in November: the month is named, and only its beginning is over. */
const cutAt = (written: Date, one: SaidDays): SaidDays => {
  if (!isBefore(written, one.to)) return one
  const isMonths = one.loose === true && one.from.day === 1
  return { ...one, to: written, ...(isMonths ? { named: written.with({ day: written.daysInMonth }) } : {}) }
}

/** Removes future days, and ends what is still going on on the day the piece was written. */
const past = (days: readonly SaidDays[], written: Date): SaidDays[] =>
  days.flatMap((one) =>
    isBefore(written, one.from) || one.from.year < written.year - OLDEST ? [] : [cutAt(written, one)],
  )

/** The end of a date in words: "March", "spring", "Q1", "2024". */
const DATE_WORD = anyOf({
  'a year or a quarter': String.raw`\b(?:(?:19|20)\d\d|Q[1-4])`,
  'a season': String.raw`\b${SEASON}`,
  'a month': String.raw`\b${anyOf(MONTHS_BEGIN)}[a-z]{0,6}\.?`,
})
const UNTIL_NOW = String.raw`(?<=${DATE_WORD} ?(?:-|–|—|to|until|till) ?(?:the )?)(?:present|now|today)\b`
const GOES_ON = new RegExp(
  anyOf({
    since: String.raw`\bsince (?=\S)`,
    'from then on': String.raw`\bfrom (?:\w+ ){0,2}?${DATE_WORD} (?:on|onwards?)\b`,
    'until now': UNTIL_NOW,
  }),
  'i',
)

const NOW = new RegExp(UNTIL_NOW, 'gi')

const IS_SINCE = /\bsince (?=\S)/i

/** "Since 2023" lasts until the piece was written. */
const goingOn = (text: string, days: readonly SaidDays[], written: Date): SaidDays[] =>
  GOES_ON.test(text) && days.length === 1
    ? days.map(({ from, to, named }) =>
        IS_SINCE.test(text) ? { from, to: written, since: true, named: named ?? to } : { from, to: written },
      )
    : [...days]

/** The words behind "since", up to the next mark. */
const SINCE = /\bsince [^,;:.()–—]{1,60}/gi
const IN_BRACKETS = /\([^()]{0,200}\)/g

/**
 * The clause that says since when something goes on, and the other words, without those in brackets: "Since August none
 * expired (there were two outages in spring)". Null if there is no such clause.
 */
const sinceIn = (text: string): { readonly since: string; readonly rest: string } | null => {
  const open = text.replace(IN_BRACKETS, ' ')
  const [since, ...more] = open.match(SINCE) ?? []
  return since && more.length === 0 ? { since, rest: open.replace(since, ' ') } : null
}

/** The years that a piece names. */
const yearsIn = (texts: readonly string[], written: Date): Set<number> =>
  new Set(
    texts
      .flatMap((text) => [...text.matchAll(YEAR)].map(([year]) => Number(year)))
      .filter((year) => year > written.year - OLDEST && year <= written.year),
  )

/**
 * Finds the days that sentences of one piece mention, in English: chrono for dates in words, and our own rules for the
 * years, quarters and halves that it leaves out. Returns one list per text. `written` is when they were written, and
 * `reference` is how undated words are understood, if something else says so. It is approximate on
 * purpose: it tells weeks from months, and last year from this.
 */
export function makeDates() {
  return {
    in: (
      texts: readonly string[],
      written: Date,
      reference: Reference = { written, about: written, year: null },
    ): readonly (readonly SaidDays[])[] => {
      // Digits in an address or a path are not a date.
      const read = texts.map((text) =>
        withoutAddresses(text)
          .replace(/\S+/g, (word) => (isPath(word) ? ' ' : word))
          // A line may end inside of a date.
          .replace(/\s+/g, ' ')
          .replace(NO_PART_OF_DATE, ' x '),
      )
      const years = yearsIn(read, written)
      return read.map((whole) => {
        if (!COULD.test(whole)) return []
        const text = withoutAsides(whole)
        const namedIn = (said: string): SaidDays[] => {
          const { days: periods, rest } = periodsIn(said.replace(NOW, 'x'), reference)
          const named = [...periods, ...inWords(rest, reference, years)]
          return past(named.length > 0 ? named : inNumbers(rest), written)
        }
        const all = namedIn(text)
        const clause = all.length > 1 ? sinceIn(text) : null
        const since = clause ? namedIn(clause.since) : []
        return since.length === 1
          ? [...goingOn(clause!.since, since, written), ...namedIn(clause!.rest)]
          : goingOn(text, all, written)
      })
    },
  }
}
