import { SEASON } from './date-words.ts'
import { halfPart, quarterPart, seasonPart, weekPart, type YearPart } from './year-part.ts'

type Groups = Readonly<Record<string, string | undefined>>

/** How a part of a year is written. */
export type PartRule = {
  readonly name: string
  readonly examples: readonly string[]
  /** With the flags g and i. */
  readonly pattern: RegExp
  /** Reads the groups `what` and `year`. Null if they name no part. */
  readonly read: (what: string, year: number | null, groups: Groups) => YearPart | null
}

/** The part that a rule's match names. The "'25" of "Q2'25" is 2025. */
export function partOfMatch({ read }: PartRule, groups: Groups): YearPart | null {
  const { what = '', year } = groups
  return read(what, year === undefined ? null : Number(year.padStart(4, '20')), groups)
}

/** "2025", and the "'25" of "Q2'25". */
const YEAR_BEHIND = String.raw`(?: ?(?:of ?|/ ?|- ?|, ?)?(?:FY ?)?['’]?(?<year>(?:19|20)\d\d|(?<=['’])\d\d)\b)?`

/** The English seasons, and their beginnings and ends. */
export const SEASON_PART = `(?<what>(?:(?:early|mid|late)[ -])?${SEASON})`

/** "Spring Boot", "the summer intern", "the fall of the error rate". */
export const NO_SEASON = [
  String.raw`(?!['’]|-|,? ?(?:19|20)\d\d| (?:of|in) (?!the year)`,
  `| (?:boot|cloud|data|security|framework|mvc|batch|interns?|school|party|cleaning|back|short))`,
].join('')

const ORDINALS = ['first', 'second', 'third', 'fourth']
const quarter = (what: string, year: number | null): YearPart => quarterPart(Number(what), year)
const half = (what: string, year: number | null): YearPart => halfPart(Number(what), year)

/** Ways to name a part of a year that all readers know, in English. An earlier one is tried first. */
export const PART_RULES: readonly PartRule[] = [
  {
    name: 'a quarter behind its year',
    examples: ['2025-Q2: moved the queue.', 'In 2025 Q2 I moved the queue.', '2025Q2: moved the queue.'],
    pattern: /(?<!\bQ[1-4] ?|\d)\b(?<year>(?:19|20)\d\d)[ /-]?Q(?<what>[1-4])\b/gi,
    read: quarter,
  },
  {
    name: 'a quarter',
    examples: ['Shipped in Q2.', 'Q3 2024: shipped the migration.'],
    pattern: new RegExp(String.raw`\bQ(?<what>[1-4])${YEAR_BEHIND}(?!\w)`, 'gi'),
    read: quarter,
  },
  {
    name: 'a quarter in words',
    examples: ['In the third quarter of 2025 I moved the queue.', 'I moved the queue in the second quarter.'],
    pattern: new RegExp(
      String.raw`\b(?<what>${ORDINALS.join('|')}) quarter(?: of(?: the year)?)?${YEAR_BEHIND}`,
      'gi',
    ),
    read: (what, year) => quarterPart(ORDINALS.indexOf(what.toLowerCase()) + 1, year),
  },
  {
    name: 'a half behind its year',
    examples: ['2025-H1: moved the queue.'],
    pattern: /(?<!\bH[12] ?|\d)\b(?<year>(?:19|20)\d\d)[ /-]?H(?<what>[12])\b/gi,
    read: half,
  },
  {
    name: 'a half',
    examples: ['H1 2025: moved the queue.', 'In H2 I moved the queue.'],
    pattern: new RegExp(String.raw`\bH(?<what>[12])${YEAR_BEHIND}(?!\w)`, 'gi'),
    read: half,
  },
  {
    name: 'a half in words',
    examples: ['In the second half of 2023 I moved the queue.', 'In the first half of the year I moved it.'],
    pattern: new RegExp(
      String.raw`\b(?<what>first|second) half of(?: the year| (?=(?:19|20)\d\d))${YEAR_BEHIND}`,
      'gi',
    ),
    read: (what, year) => halfPart(ORDINALS.indexOf(what.toLowerCase()) + 1, year),
  },
  {
    name: 'a season of a year',
    examples: ['Spring 2026: moved the queue.', 'In the winter of 2025/26 I moved the queue.'],
    pattern: new RegExp(
      String.raw`\b${SEASON_PART}(?: of|,)? (?<year>(?:19|20)\d\d)(?<next>[/–-]\d\d(?:\d\d)?)?\b`,
      'gi',
    ),
    read: (what, year, { next }) => seasonPart(what, year, next !== undefined),
  },
  {
    name: 'a week behind its year',
    examples: ['2026-W12: moved the queue.', '2026 KW 12: moved the queue.'],
    pattern: /\b(?<year>(?:19|20)\d\d)[ /-]{0,3}(?:W|KW|CW|wk|week)[ -]?(?<what>\d{1,2})\b/gi,
    read: (what, year) => weekPart(Number(what), year),
  },
  {
    name: 'a week of the calendar',
    examples: ['KW 12: moved the queue.', 'In calendar week 12 I moved the queue.', 'CW12/2026: moved it.'],
    pattern: new RegExp(
      String.raw`\b(?:KW|CW|calendar week)[ -]?(?<what>\d{1,2})\b(?!\.\d)${YEAR_BEHIND}`,
      'gi',
    ),
    read: (what, year) => weekPart(Number(what), year),
  },
  {
    name: 'a week',
    examples: ['Week 12: moved the queue.', 'In week 12 of 2026 I moved the queue.'],
    // "Week 2 of the project" and "my week 2" are counted from another day.
    pattern: new RegExp(
      String.raw`(?<!\b(?:my|our|by|per|every) )\b(?:week|wk)[ -]?(?<what>\d{1,2})\b(?!\.\d|[-–]\d|` +
        String.raw` (?:of|in|into|on|at) (?!(?:19|20)\d\d|the year))${YEAR_BEHIND}`,
      'gi',
    ),
    read: (what, year) => weekPart(Number(what), year),
  },
]
