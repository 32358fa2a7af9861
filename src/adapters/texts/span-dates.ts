import { SEASON } from '../../domain/dates/date-words.ts'
import type { Days } from '../../domain/dates/days.ts'
import { MONTHS_BEGIN, monthNamed } from '../../domain/dates/months.ts'
import type { SaidDays, Span } from '../../domain/evidence/evidence.ts'
import { depthOf } from '../../domain/evidence/evidence-context.ts'
import { kindOfSpan } from '../../domain/evidence/evidence-kind.ts'
import { qualityOf } from '../../domain/evidence/evidence-quality.ts'
import { anyOf } from '../../domain/text/patterns.ts'
import { IN_DATE_LINES } from './date-words.ts'
import type { makeDates } from './dates.ts'
import type { Reference } from './periods.ts'

type Dates = ReturnType<typeof makeDates>

/** A heading over a span. `days` is null if it names none. */
type Heading = { readonly depth: number; readonly days: Days | null }

/** Headings of Markdown have depths up to here, and bold lines the next. Lines that are only a date come below. */
const MARKED = 6
const BOLD = 7

const YEAR = /\b(?:19|20)\d\d\b/
const PART_OF_YEAR = new RegExp(String.raw`^(?:q[1-4]|h[12]|half|quarter|${SEASON}|[kc]w(?:\d{1,2})?)$`)
const WEEKDAY =
  /^(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/
/** A title that opens with a month or a season, or is one: "March", "March: alerts". */
const OPENS_WITH_MONTH = new RegExp(
  String.raw`^(?:${anyOf(MONTHS_BEGIN)}[a-z]{0,6}\.?|${SEASON})(?=$|\s?[^\p{L}\s]|\s\d)`,
  'iu',
)
/** Longest line that may be only a date, in words. */
const LONGEST = 8

/** Only the beginning of a line, because no heading is longer. */
const titleOf = (text: string): string =>
  text
    .slice(0, 200)
    .replace(/^[#\s*_>-]+/, '')
    .replace(/[*_:]+/g, (marks) => (marks.includes(':') ? ':' : ''))
    .replace(/:\s?$/, '')
    .trim()

/** The words of a file's name: "notes-2025-Q2.md", "brag_2024.md", "wins20260315.txt". */
const wordsOfName = (name: string): string =>
  name
    .slice(-200)
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[_.]/g, ' ')
    .replace(/(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)(?!\d)/g, ' $1-$2-$3 ')
    .replace(/(?<=\p{L})(?=(?:19|20)\d\d(?!\d))|(?<=(?<!\d)(?:19|20)\d\d)(?=\p{L})/gu, ' ')
    .replace(/-(?=\p{L})|(?<=\p{L})-(?!\d\d?\b)/gu, ' ')
    .trim()

/** How a date on its own line ranks as a heading: a year over its quarters, months and days. */
const rankOf = (words: readonly string[]): number => {
  if (words.some((word) => WEEKDAY.test(word))) return BOLD + 4
  const days = words.some((word) => /^\d{1,2}(?:st|nd|rd|th)?$/.test(word))
  if (words.some((word) => monthNamed(word) !== null) || days) return BOLD + (days ? 4 : 3)
  return words.some((word) => PART_OF_YEAR.test(word)) ? BOLD + 2 : BOLD + 1
}

/** The depth of a line that is nothing but a date, or null. */
const dateLine = (title: string): number | null => {
  const words = title.toLowerCase().match(/[\p{L}\d]+/gu) ?? []
  const isDate =
    words.length > 0 &&
    words.length <= LONGEST &&
    words.every(
      (word) =>
        /^\d{1,4}(?:st|nd|rd|th)?$/.test(word) ||
        PART_OF_YEAR.test(word) ||
        WEEKDAY.test(word) ||
        IN_DATE_LINES.has(word) ||
        (word.length >= 3 && monthNamed(word) !== null),
    )
  return isDate ? rankOf(words) : null
}

const isOver = (one: Heading, depth: number): boolean =>
  // A bold line below a date is a part of that day's notes.
  depth === BOLD && one.depth > BOLD ? true : one.depth < depth

const wholeYear = ({ from, to }: Days): number | null => (from.year === to.year ? from.year : null)

/** Every month has this day, so that the month before is found from it. */
const dayIn = (day: Temporal.PlainDate): Temporal.PlainDate => day.with({ day: Math.min(day.day, 28) })

/** Words below a dated heading are understood from its last day. */
const below = (written: Temporal.PlainDate, heading: Days | null): Reference =>
  heading === null
    ? { written, about: written, year: null }
    : { written, about: dayIn(heading.to), year: wholeYear(heading) }

/** The shortest range around some days, or null for none. */
const around = (days: readonly Days[]): Days | null =>
  days.reduce<Days | null>((all, one) => {
    if (all === null) return one
    const isFirst = Temporal.PlainDate.compare(one.from, all.from) < 0
    const isLast = Temporal.PlainDate.compare(one.to, all.to) > 0
    return { from: isFirst ? one.from : all.from, to: isLast ? one.to : all.to }
  }, null)

/** The headings over each span of one part, and what they say about time. */
const makeOutline = (dates: Dates, written: Temporal.PlainDate, file: string | null) => {
  let over: readonly Heading[] = []
  /** The last dated heading, wherever it was. */
  let last: Days | null = null
  const inner = (): Days | null => over.findLast(({ days }) => days !== null)?.days ?? null

  /** The days of a title. A month without a year is the one closest to the heading before. */
  const daysOf = (title: string): readonly SaidDays[] => {
    const text = OPENS_WITH_MONTH.test(title) ? `in ${title}` : title
    const parent = inner()
    const within = (reference: Reference): readonly SaidDays[] =>
      dates.in([text], written, reference)[0] ?? []
    if (YEAR.test(title) || (parent && wholeYear(parent) !== null) || last === null)
      return within(below(written, parent))
    const before = last
    const apart = ({ from }: Days): number =>
      Math.abs(before.from.until(from, { largestUnit: 'month' }).months)
    const tried = [0, 1, -1].map((years) =>
      within({ ...below(written, before), year: before.to.year + years }),
    )
    return tried.filter(([one]) => one !== undefined).toSorted(([a], [b]) => apart(a!) - apart(b!))[0] ?? []
  }

  const named = file === null ? null : around(daysOf(wordsOfName(file)))
  if (named !== null) {
    // A file's name is over everything in it.
    over = [{ depth: 0, days: named }]
    last = named
  }

  return {
    reference: (): Reference => below(written, inner()),
    isDated: (): boolean => inner() !== null,
    /** Takes a heading in, and returns the days that it names. Null if the span is none. */
    heading: ({ text }: Span): readonly SaidDays[] | null => {
      const title = titleOf(text)
      const marked = depthOf(text)
      const dated = marked !== null && marked <= MARKED ? null : dateLine(title)
      const depth = dated ?? marked
      if (depth === null) return null
      const kept = over
      over = over.filter((one) => isOver(one, depth))
      const days = daysOf(title)
      if (dated !== null && days.length === 0) {
        over = kept
        return null
      }
      const all = around(days)
      over = [...over, { depth, days: all }]
      last = all ?? last
      return days
    },
    days: (): readonly SaidDays[] => {
      const days = inner()
      return days === null ? [] : [{ ...days, loose: true }]
    },
  }
}

/** A sentence that tells what the writer did, and whose day is also that of the sentences after it. */
const tells = (span: Span): boolean =>
  ['deed', 'fact'].includes(kindOfSpan(span)) && qualityOf(span.text).part !== 'unclear'

/** What is known of a span besides its words. */
type Source = {
  /** When its words were written. */
  readonly written: Temporal.PlainDate
  /** The name of the file that has it, or null. */
  readonly file: string | null
}

/**
 * The days on which what each span tells happened: those that it mentions itself, else those of the sentence before it
 * in its paragraph, else those of the heading over it, else those in the name of its file, else those of the sentences
 * after it in its paragraph.
 */
export function datesOfSpans(
  dates: Dates,
  spans: readonly Span[],
  sourceOf: (span: Span) => Source,
): readonly (readonly SaidDays[])[] {
  const said: (readonly SaidDays[])[] = []
  const plain: { readonly nth: number; readonly span: Span }[] = []
  const over: (readonly SaidDays[])[] = []
  for (const [, part] of Map.groupBy(spans.entries(), ([, span]) => span.part)) {
    const { written, file } = sourceOf(part[0]![1])
    const outline = makeOutline(dates, written, file)
    for (const [nth, span] of part) {
      const heading = outline.heading(span)
      said[nth] =
        heading ?? (outline.isDated() ? dates.in([span.text], written, outline.reference())[0]! : [])
      over[nth] = outline.days()
      if (heading === null && !outline.isDated()) plain.push({ nth, span })
    }
  }
  // The years that a piece names say which year its other sentences can be about, so these are read together.
  for (const [written, group] of Map.groupBy(plain, ({ span }) => `${sourceOf(span).written}`))
    for (const [index, days] of dates
      .in(
        group.map(({ span }) => span.text),
        Temporal.PlainDate.from(written),
      )
      .entries())
      said[group[index]!.nth] = days
  /** The days of those sentences of each paragraph that tell of something. */
  const paragraphs = new Map(
    [...Map.groupBy(spans.entries(), ([, { place }]) => place)].map(([place, own]) => [
      place,
      own.flatMap(([nth, span]) => (tells(span) ? said[nth]! : [])),
    ]),
  )
  let place = ''
  let before: readonly SaidDays[] = []
  return spans.map((span, nth) => {
    if (span.place !== place) before = []
    place = span.place
    const own = said[nth]!
    if (own.length > 0) {
      if (tells(span)) before = own
      return own
    }
    return [before, over[nth]!].find(({ length }) => length > 0) ?? paragraphs.get(place)!
  })
}
