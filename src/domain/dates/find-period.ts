import { anyOf, anyWord, WORD_ENDS, WORD_STARTS } from '../text/patterns.ts'
import { COUNT, countOf, type DateWords, LANGUAGES } from './date-words.ts'
import { type Days, lastUnits, type Unit, unitAt, unitBefore } from './days.ts'
import { MONTHS, MONTHS_BEGIN, monthBegun } from './months.ts'
import { NO_SEASON, PART_RULES, partOfMatch, SEASON_PART } from './part-rules.ts'
import {
  dayPart,
  halfPart,
  monthPart,
  type Period,
  partSeenFrom,
  partsSeenFrom,
  quarterAt,
  seasonPart,
  type YearPart,
  yearPart,
} from './year-part.ts'

type Day = Temporal.PlainDate
type Named = YearPart | Period
type Found = { readonly named: Named; readonly index: number; readonly end: number }
type Rule = {
  readonly pattern: RegExp
  readonly read: (groups: Readonly<Record<string, string | undefined>>, today: Day) => Named | null
}

/**
 * Where names of months and years count. `bare`: anywhere, as in a search, where nothing else is said. `led`: after a
 * word that goes with a time, because "may" and "march" are other words of a question too.
 */
export type NamesCount = 'bare' | 'led'

const YEAR = String.raw`(?<year>(?:19|20)\d\d)`
const OF_YEAR = String.raw`(?:,? (?:of |de |del |do )?${YEAR}(?![\p{L}\d]))?`
const BEFORE = anyOf(LANGUAGES.map(({ before }) => before))
const behind = (before: string): string => `(?<=${WORD_STARTS}(?:${before}) )`
const led = (before: string, names: string): string =>
  `(?:${behind(before)}|(?=${names}(?: of| de| del| do)? (?:19|20)\\d\\d))${WORD_STARTS}`
const yearIn = ({ year }: { readonly year?: string }): number | null => (year ? Number(year) : null)

/** The place of a name in a list of names of the same things. */
const placeIn = (lists: readonly string[], name: string): number =>
  lists.findIndex((names) => new RegExp(`^(?:${names})$`).test(name))

const rule = (source: string, read: Rule['read']): Rule => ({ pattern: new RegExp(source, 'gu'), read })
const monthRule = (source: string, monthOf: (name: string) => number): Rule =>
  rule(
    `(?:${WORD_STARTS}(?:early|mid|late)[ -])?${source}\\.?${OF_YEAR}${WORD_ENDS}`,
    ({ what = '', ...groups }) => monthPart(monthOf(what), yearIn(groups)),
  )
const SEASON_NAMES = ['spring', 'summer', 'autumn', 'winter']

/** A season in another language than English. */
const foreignSeasonRule = ({ seasons, before }: DateWords, isLed: boolean): Rule => {
  const names = anyOf(seasons)
  return rule(
    `${isLed ? led(before, names) : WORD_STARTS}(?<what>${names})${OF_YEAR}${WORD_ENDS}`,
    ({ what = '', ...groups }) => seasonPart(SEASON_NAMES[placeIn(seasons, what)]!, yearIn(groups)),
  )
}

/** "March", "Mar", "Sept". */
const ENGLISH_MONTH = anyOf([...MONTHS.map((name) => name.toLowerCase()), 'sept', ...MONTHS_BEGIN])
const NTH = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|\.)?`

const dayIn = ({ day, what = '', ...groups }: Readonly<Record<string, string | undefined>>): Named | null =>
  dayPart(/^\d/.test(what) ? Number(what) : monthBegun(what)!, Number(day), yearIn(groups))

const SHARED: readonly Rule[] = [
  ...PART_RULES.map((one): Rule => ({ pattern: one.pattern, read: (groups) => partOfMatch(one, groups) })),
  // "2026-03" and "2026-03-12", which have spaces once punctuation is gone.
  rule(`(?<![\\p{L}\\d-])${YEAR}[- ](?<what>0[1-9]|1[0-2])[- ](?<day>[0-3]\\d)(?![\\p{L}\\d-])`, dayIn),
  rule(`(?<![\\p{L}\\d-])${YEAR}[- ](?<what>0[1-9]|1[0-2])(?![\\p{L}\\d-])`, ({ what, ...groups }) =>
    monthPart(Number(what), yearIn(groups)),
  ),
  rule(`${WORD_STARTS}${NTH} (?:of )?(?<what>${ENGLISH_MONTH})${OF_YEAR}${WORD_ENDS}`, dayIn),
  // "May 2 people see it?" is no day, but "on May 2" is one.
  rule(
    [
      `(?:${behind(`${BEFORE}|on`)}|(?!may ))${WORD_STARTS}(?<what>${ENGLISH_MONTH})\\.? (?:the )?`,
      `${NTH}${OF_YEAR}${WORD_ENDS}`,
    ].join(''),
    dayIn,
  ),
  rule(
    anyWord([`(?:the )?(?:last|past|previous) (?<count>${COUNT}) (?<unit>day|week|month|quarter|year)s?`]),
    ({ count = '', unit = '' }, today) => {
      const many = Math.max(1, countOf(count))
      return {
        label: `last ${many} ${unit}${many === 1 ? '' : 's'}`,
        days: lastUnits(many, unit as Unit, today),
      }
    },
  ),
  ...LANGUAGES.map(({ months, before }) => {
    const month = anyOf(months)
    return monthRule(`${led(before, month)}(?<what>${month})`, (name) => placeIn(months, name) + 1)
  }),
  ...LANGUAGES.flatMap(({ today: now, yesterday }) => [
    rule(anyWord([now]), (_, today) => oneDay(today)),
    rule(anyWord([yesterday]), (_, today) => oneDay(today.subtract({ days: 1 }))),
  ]),
  ...LANGUAGES.flatMap(({ current, last, behind: lastBehind, units }) =>
    Object.entries(units).map(([unit, name]) =>
      rule(
        anyWord([
          `(?:the )?(?:(?<last>${last})|${current}) (?:${name})(?:['’]?s)?(?: so far| to date|[- ]ci)?` +
            (unit === 'half' ? '(?! (?:hours?|days?|of))' : ''),
          ...(lastBehind ? [`(?:${name}) (?<behind>${lastBehind})`] : []),
        ]),
        (groups, today) =>
          relative(unit as Unit, groups.last !== undefined || groups.behind !== undefined, today),
      ),
    ),
  ),
]
const oneDay = (day: Day): Period => dayPart(day.month, day.day, day.year)!.in(day.year)

const relative = (unit: Unit, isLast: boolean, today: Day): Period => {
  const days = isLast ? unitBefore(unit, today) : unitAt(unit, today)
  return { label: labelOf(unit, isLast, days), days }
}

const labelOf = (unit: Unit, isLast: boolean, { from }: Days): string => {
  switch (unit) {
    case 'week':
      return isLast ? 'last week' : 'this week'
    case 'quarter':
      return quarterAt(from).label
    case 'half':
      return halfPart(from.month > 6 ? 2 : 1, from.year).in(from.year).label
    case 'month':
      return monthPart(from.month, from.year).in(from.year).label
    case 'year':
      return yearPart(from.year).in(from.year).label
  }
}

/** "Fall" is a verb too, so in a question it needs a word before it that goes with a time. */
const FALL_LED = `(?:${behind(`(?:${BEFORE})(?: the)?`)}|(?!fall${WORD_ENDS}))`
const seasonRule = (isLed: boolean): Rule =>
  rule(`${isLed ? FALL_LED : ''}${WORD_STARTS}${SEASON_PART}${NO_SEASON}${WORD_ENDS}`, ({ what = '' }) =>
    seasonPart(what, null),
  )

const RULES: Readonly<Record<NamesCount, readonly Rule[]>> = {
  bare: [
    ...SHARED,
    monthRule(`${WORD_STARTS}(?<what>${ENGLISH_MONTH})`, (name) => monthBegun(name)!),
    seasonRule(false),
    ...LANGUAGES.slice(1).map((language) => foreignSeasonRule(language, true)),
    rule(`${WORD_STARTS}${YEAR}${WORD_ENDS}`, (groups) => yearPart(yearIn(groups)!)),
  ],
  led: [
    ...SHARED,
    seasonRule(true),
    ...LANGUAGES.slice(1).map((language) => foreignSeasonRule(language, false)),
    rule(`${behind(BEFORE)}${YEAR}${WORD_ENDS}`, (groups) => yearPart(yearIn(groups)!)),
  ],
}

/** Lower case without accents, and as long as before, so that places in it stay what they are. */
const folded = (text: string): string =>
  text.replace(/[^\0-\x7f]|[A-Z]/g, (one) => {
    const base = one.normalize('NFD')[0]!.toLowerCase()
    return base.length === 1 ? base : one
  })

/** What is named in a text, from left to right. Of two readings of the same words, the longer one. */
const allIn = (text: string, today: Day, names: NamesCount): Found[] => {
  const found = RULES[names].flatMap(({ pattern, read }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const named = read(match.groups!, today)
      return named ? [{ named, index: match.index, end: match.index + match[0].length }] : []
    }),
  )
  const kept: Found[] = []
  for (const one of found.toSorted((a, b) => a.index - b.index || b.end - a.end))
    if (one.index >= (kept.at(-1)?.end ?? 0)) kept.push(one)
  return kept
}

/** Words before a period that belong to it. */
const LEAD = new RegExp(
  `(?:${WORD_STARTS}${anyOf([BEFORE, 'at|on|the|all|whole|den|dem|der|el|la'])} ){1,4}$`,
  'u',
)
const SINCE = new RegExp(anyWord(LANGUAGES.map(({ since }) => since)), 'u')
const LONGEST_LEAD = 60
const ONWARDS = /^ (?:onwards?\b|on$)/

/** "March to May", "between Q1 and Q3": all from the first to the last. */
const TO = /^ ?(?:-|–|—|&|to|until|till|through|and|bis|und|hasta|y|a|au|et|ate|e)(?: the)? ?$/

const isPart = (named: Named): named is YearPart => 'in' in named

/**
 * The first time in the past that a short text names, and the text without it. Null if it names none. Time without a
 * year is the last that has begun, and what is "since" a time lasts until today.
 */
export function findPeriod(
  text: string,
  today: Day,
  names: NamesCount,
): { readonly period: Period; readonly rest: string } | null {
  const spaced = text.replace(/\s/g, ' ')
  const low = folded(spaced)
  const [first, second] = allIn(low, today, names)
  if (!first) return null
  const joins = second && TO.test(low.slice(first.end, second.index))
  const isRange = joins && isPart(first.named) && isPart(second.named)
  const named = isRange
    ? partsSeenFrom(first.named as YearPart, second.named as YearPart, today)
    : isPart(first.named)
      ? partSeenFrom(first.named, today)
      : first.named
  const lead = LEAD.exec(low.slice(Math.max(0, first.index - LONGEST_LEAD), first.index))?.[0] ?? ''
  const end = isRange ? second.end : first.end
  const onwards = lead.includes('from') ? (ONWARDS.exec(low.slice(end))?.[0] ?? '') : ''
  const isOpen = SINCE.test(lead) || onwards !== ''
  const rest = `${spaced.slice(0, first.index - lead.length)} ${spaced.slice(end + onwards.length)}`
  return {
    period: isOpen ? { label: `since ${named.label}`, days: { from: named.days.from, to: today } } : named,
    rest: rest.replace(/ +/g, ' ').trim(),
  }
}
