import { COUNT, countOf, SEASON } from '../../domain/dates/date-words.ts'
import {
  type Days,
  lastUnits,
  monthsFrom,
  type Unit,
  unitAt,
  unitBefore,
  yearBegun,
} from '../../domain/dates/days.ts'
import { MONTHS_BEGIN, monthNamed } from '../../domain/dates/months.ts'
import {
  NO_SEASON,
  PART_RULES,
  type PartRule,
  partOfMatch,
  SEASON_PART,
} from '../../domain/dates/part-rules.ts'
import { monthPart, partsSeenFrom, seasonPart, type YearPart } from '../../domain/dates/year-part.ts'
import type { SaidDays } from '../../domain/evidence/evidence.ts'
import { anyOf } from '../../domain/text/patterns.ts'

/** From where undated words are understood. */
export type Reference = {
  /** When they were written: no day is later, and what goes on lasts until then. */
  readonly written: Temporal.PlainDate
  /** The day from which "last week" and "this year" are counted. */
  readonly about: Temporal.PlainDate
  /** The year of a month without one, or null for the last in which it had begun. */
  readonly year: number | null
}

/** A part of a year, and where it is in a text. */
type Found = { readonly part: YearPart; readonly index: number; readonly end: number }

/** Days in which something was, which may not have taken all of them. */
const within = (days: Days): SaidDays => ({ ...days, loose: true })

/** All of some months of a year. Past December they are of the next. */
export function months(year: number, first: number, last: number): SaidDays {
  return within(monthsFrom(year, first, last - first + 1))
}

/** The year of a month without one: the last in which it had begun. */
export function yearOf(month: number, { about, year }: Reference): number {
  return year ?? yearBegun(month, about)
}

/** Each names a part of a year. What an earlier one found, a later one does not read again. */
export const PERIOD_RULES: readonly PartRule[] = [
  ...PART_RULES,
  {
    name: 'a season',
    examples: [
      'Since spring I have run the drills.',
      'Over the summer I moved the queue.',
      'I moved the queue last autumn.',
      'From late winter on I ran the drills.',
    ],
    pattern: new RegExp(
      [
        String.raw`(?<=\b(?:since|over|during|throughout|through|until|till|by|from|to|in|last|this|past|all|`,
        'before|after|every)',
        String.raw`(?: (?:the|this|last|past|whole|all)){0,3}[ -])${SEASON_PART}\b`,
        NO_SEASON,
      ].join(''),
      'gi',
    ),
    read: (what) => seasonPart(what, null),
  },
]

/** "Last week", "this quarter", from the day on which it is said. */
const NEAR =
  /\b(?:(?<which>last|past|this) (?<unit>week|quarter)|previous (?<before>week|month|quarter))\b(?!['’])/gi
/** "The last three months". */
const COUNTED = new RegExp(
  `\\b(?:last|past|previous) (?<count>${COUNT}) (?<unit>day|week|month|quarter|year)s?\\b(?!['’])`,
  'gi',
)

type Groups = Readonly<Record<string, string | undefined>>

const nearDays = ({ which, unit, before }: Groups, { about }: Reference): SaidDays => {
  const named = (before ?? unit!).toLowerCase() as Unit
  return within(which?.toLowerCase() === 'this' ? unitAt(named, about) : unitBefore(named, about))
}
const countedDays = ({ count = '', unit = '' }: Groups, { about }: Reference): SaidDays =>
  lastUnits(Math.max(1, countOf(count)), unit.toLowerCase() as Unit, about)

/** Words that may name a period, for a quick look. */
export const MAY_BE_PERIOD = anyOf({
  'a quarter': String.raw`(?:\b|\b\d{4})Q[1-4](?![a-z])`,
  'a part in words': String.raw`\b(?:quarter|half of)\b`,
  'a half': String.raw`\bH[12]\b`,
  'a season': String.raw`\b${SEASON}\b`,
  'a week': String.raw`\b(?:week|wk|KW|CW)[ -]?\d`,
  'the week before': String.raw`\bprevious (?:week|month)\b`,
  'a week behind its year': String.raw`\b\d{4}[ /-]?W\d`,
})

const MONTH_NAME = `${anyOf(MONTHS_BEGIN)}[a-z]{0,6}`
const YEAR_BEHIND = String.raw`,? ?(?:19|20)\d\d`
/** "Feb–Jun", "Jan to Apr 2026": all of these months, without a word before them. */
const MONTHS_LONG = new RegExp(
  [
    String.raw`(?<!\d(?:st|nd|rd|th)?[ .]{0,2}|[\p{L}\d-])(?<first>${MONTH_NAME})\.?(?<before>${YEAR_BEHIND})?`,
    String.raw` ?(?:-|–|—|\b(?:to|until|till|through)\b) ?(?<last>${MONTH_NAME})(?![\p{L}\d-])\.?`,
    String.raw`(?:(?<after>${YEAR_BEHIND})\b|(?! \d))`,
  ].join(''),
  'giu',
)
/** "May: took over the backups." */
const MONTH_FIRST = new RegExp(
  String.raw`^[\s*_•>-]{0,8}(?<first>${MONTH_NAME})\.?(?<after>${YEAR_BEHIND})?(?=:(?!\d)|,? [–—-] )`,
  'giu',
)

const yearSaid = (said: string | undefined): number | null => (said ? Number(said.slice(-4)) : null)

/** All of the months from one to another, in the past. Null if these are no months. */
const monthsLong = (
  { first = '', last = first, before, after }: Groups,
  { about, year }: Reference,
): Days | null => {
  const [from, to] = [monthNamed(first), monthNamed(last)]
  if (from === null || to === null) return null
  const own = yearSaid(after) ?? (yearSaid(before) === null ? year : null)
  return partsSeenFrom(monthPart(from, yearSaid(before)), monthPart(to, own), about).days
}

/** "From Q1 to Q3": all between them. "Q1 and Q3 2025": a year for both. */
const TO = /^ ?(?:-|–|—|to|until|till|through)(?: the)? ?$/i
const AND = /^ ?(?:&|\/|,|and|or)(?: the)? ?$/i

/** The year of each part. One without may have that of the next, after "to" or "and". */
const withYears = (found: readonly Found[], text: string, { about, year: around }: Reference): number[] =>
  found.map(({ end, part }, nth) => {
    const next = found[nth + 1]
    if (part.year !== null) return part.yearMeant(part.year, about)
    const between = next ? text.slice(end, next.index) : ''
    if (next?.part.year != null && (TO.test(between) || AND.test(between)))
      return part.month > next.part.month ? next.part.year - 1 : next.part.year
    return around ?? part.yearBegun(about)
  })

/** The periods that a text names, and the text without their words. */
export function periodsIn(
  text: string,
  reference: Reference,
): { readonly days: readonly SaidDays[]; readonly rest: string } {
  let rest = text
  /** What a pattern finds is not read again. The rest is as long as before, so that places in it stay what they are. */
  const take = (pattern: RegExp, found: (groups: Groups, index: number, end: number) => boolean): void => {
    rest = rest.replace(pattern, (whole, ...more) => {
      const index = more.findLast((one) => typeof one === 'number') as number
      return found(more.at(-1) as Groups, index, index + whole.length) ? whole.replace(/\S/g, ' ') : whole
    })
  }
  const near: SaidDays[] = []
  take(NEAR, (groups) => near.push(nearDays(groups, reference)) > 0)
  take(COUNTED, (groups) => near.push(countedDays(groups, reference)) > 0)
  const long: SaidDays[] = []
  const takeMonths = (pattern: RegExp, said: (days: Days) => SaidDays): void =>
    take(pattern, (groups) => {
      const days = monthsLong(groups, reference)
      return days !== null && long.push(said(days)) > 0
    })
  takeMonths(MONTHS_LONG, (days) => days)
  takeMonths(MONTH_FIRST, within)
  const all: Found[] = []
  for (const rule of PERIOD_RULES)
    take(rule.pattern, (groups, index, end) => {
      const part = partOfMatch(rule, groups)
      return part !== null && all.push({ part, index, end }) > 0
    })
  const found = all.toSorted((a, b) => a.index - b.index)
  const years = withYears(found, text, reference)
  const days: SaidDays[] = []
  for (const [nth, { part, index }] of found.entries()) {
    const own = within(part.in(years[nth]!).days)
    const before = found[nth - 1]
    const last = days.at(-1)
    const between = before ? text.slice(before.end, index) : ''
    if (last && TO.test(between) && Temporal.PlainDate.compare(last.from, own.to) < 0)
      days[days.length - 1] = { from: last.from, to: own.to }
    else days.push(own)
  }
  return { days: [...near, ...long, ...days], rest }
}
