import { afterUnit, type Unit } from '../dates/days.ts'
import { MONTHS } from '../dates/months.ts'
import { NO_SEASON, PART_RULES, type PartRule, partOfMatch, SEASON_PART } from '../dates/part-rules.ts'
import { WEEKDAYS } from '../dates/weekdays.ts'
import { seasonPart, type YearPart } from '../dates/year-part.ts'
import { anyOf } from '../text/patterns.ts'
import { comingDay, dayAfter } from './coming-days.ts'

type Day = Temporal.PlainDate

/** When a plan is asked about that names no time, in days. */
const WITHOUT_TIME = 14

/** Nothing is asked about later than this, in days. */
const LATEST = 400

const MONTH = anyOf(MONTHS)

/** Ways to say when something will happen, each with its example. */
const TIMES = new RegExp(
  anyOf({
    'today, this afternoon': /\b(?<today>today|tonight|this (?:morning|afternoon|evening))\b/,
    tomorrow: /\b(?<tomorrow>tomorrow)\b/,
    'the end of the month': `\\bend of (?:the |this )?(?<end>week|month|quarter|year|${MONTH})\\b`,
    'next week, this quarter':
      /\b(?<which>next|this|coming) (?<unit>week|weekend|sprint|month|quarter|half|year)\b/,
    'in two weeks':
      /\b(?:in|within) (?:about |around |the next )?(?<length>[a-z\d]{1,6} (?:day|week|month)s?)\b/,
    'in a few days': /\bin a (?:few|couple of) (?<few>day|week|month)s\b/,
    'on Friday': `\\b(?:(?<after>next) )?(?<weekday>${anyOf(WEEKDAYS)})\\b`,
    '12 March, March 12th': anyOf([
      `\\b(?<date>\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH}(?: 20\\d\\d)?)\\b`,
      `\\b(?<dated>${MONTH} \\d{1,2}(?:st|nd|rd|th)?)\\b`,
      /\b(?<iso>20\d\d-\d\d-\d\d)\b/,
    ]),
    'in March, by March 2027': [
      '\\b(?:in|by|during|until|before|from|early|mid|late) ',
      `(?<month>${MONTH}(?: 20\\d\\d)?)\\b`,
    ].join(''),
  }),
  'i',
)

const isDay = (day: Day | 'past' | null): day is Day => day !== null && day !== 'past'

const monthOver = (name: string, today: Day): Day | null => {
  // The month that runs now may be meant as well.
  const first = comingDay(name, today.with({ day: 1 }).subtract({ days: 1 }))
  return isDay(first) ? first.add({ months: 1 }) : null
}

/** The first day after a stretch of the calendar. A weekend and a sprint end with their week. */
const over = (unit: string, from: Day): Day =>
  afterUnit(unit === 'weekend' || unit === 'sprint' ? 'week' : (unit as Unit), from)

type Groups = Readonly<Record<string, string | undefined>>

/** The first day after the time that was named, or null. */
const dayAfterTime = (groups: Groups, today: Day): Day | null => {
  const { tomorrow, end, which, unit, length, few, after, weekday, month } = groups
  const date = groups.date ?? groups.dated ?? groups.iso
  if (groups.today) return today.add({ days: 1 })
  if (tomorrow) return today.add({ days: 2 })
  if (end) return MONTHS.some((name) => name.toLowerCase() === end) ? monthOver(end, today) : over(end, today)
  if (which && unit) return which === 'this' ? over(unit, today) : over(unit, over(unit, today))
  if (few) return today.add({ [`${few}s`]: few === 'day' ? 4 : 3 })
  if (length) return dayAfter(length, today)
  if (month) return monthOver(month, today)
  const day = comingDay(date ? date.replace(' of ', ' ') : `${after ? 'next ' : ''}${weekday}`, today)
  return isDay(day) ? day.add({ days: 1 }) : null
}

/** Parts of a year, of which a season needs no year. */
const PARTS: readonly PartRule[] = [
  ...PART_RULES,
  {
    name: 'a season',
    examples: ['In spring I will take over the pager.'],
    pattern: new RegExp(`\\b${SEASON_PART}\\b${NO_SEASON}`, 'gi'),
    read: (what) => seasonPart(what, null),
  },
]
/** What comes before a part of a year in which something will be. */
const LEADS_IN = /\b(?:in|by|during|until|before|from|for|next|this|of)(?: the)? $/

/** The first day after a part of a year: the one that is named, or the next one that is not over. */
const dayAfterPart = (part: YearPart, today: Day): Day => {
  const ends = (year: number): Day => part.in(year).days.to.add({ days: 1 })
  if (part.year !== null) return ends(part.yearMeant(part.year, today))
  const years = [today.year - 1, today.year]
  return ends(years.find((year) => Temporal.PlainDate.compare(ends(year), today) > 0) ?? today.year + 1)
}

const partsIn = (text: string): { readonly index: number; readonly part: YearPart }[] =>
  PARTS.flatMap((rule) =>
    [...text.matchAll(rule.pattern)].flatMap(({ index, groups }) => {
      const part = LEADS_IN.test(text.slice(Math.max(0, index - 20), index))
        ? partOfMatch(rule, groups!)
        : null
      return part ? [{ index, part }] : []
    }),
  ).toSorted((one, other) => one.index - other.index)

/** The first day after the first time that a text in lower case names, or null. */
const dayAfterNamed = (text: string, today: Day): Day | null => {
  const time = TIMES.exec(text)
  const [first] = partsIn(text)
  if (first && (time === null || first.index < time.index)) return dayAfterPart(first.part, today)
  return time ? dayAfterTime(time.groups!, today) : null
}

/** The working day on which the time that some words name is over. Null if they name no future time. */
export function namedDay(text: string, today: Day): Day | null {
  const day = dayAfterNamed(text.toLowerCase(), today)
  if (day === null || Temporal.PlainDate.compare(day, today) <= 0) return null
  if (Temporal.PlainDate.compare(day, today.add({ days: LATEST })) > 0) return null
  return day.dayOfWeek > 5 ? day.add({ days: 8 - day.dayOfWeek }) : day
}

/** The day on which to ask about a plan: when its time is over, or in two weeks if it names none. */
export function dayToAsk(text: string, today: Day): Day {
  return namedDay(text, today) ?? today.add({ days: WITHOUT_TIME })
}

const OPENS_LATER = new RegExp(
  `^(?:(?:no|nope|sorry|well|hmm)[,. ]{1,2})?${anyOf({
    'not yet': /not (?:yet|done yet|quite yet|there yet|now|today)\b/,
    'ask me later':
      /(?:(?:please|pls|ok|okay|can you|could you|would you|will you),? ){0,3}(?:ask|remind|ping|nudge) me\b/,
    'too early': /too (?:early|soon)\b/,
    'can’t tell yet': /(?:i )?(?:can['’]t|cannot|don['’]t) (?:say|tell|know|have (?:it|that|them)) yet\b/,
    'it is planned':
      /(?:it['’]s |that['’]s |it is |that is )?(?:planned|scheduled|due|still (?:open|running))\b/,
  })}`,
  'i',
)

/** Words that only say when: "next week", "maybe on Friday". What they will do then is a separate plan. */
const ONLY_WHEN = /^(?:maybe |probably |later,? )?(?:later|next|tomorrow|in|by|on|end of)\b/i
const WHO_WILL = /\b(?:I|we|will|going|plan|want)\b|['’]ll\b/i

/** Most words of a reply that only says when. */
const FEW = 10

/** Whether a reply says that there is nothing to tell yet, and no more than that. */
export function saysLater(text: string): boolean {
  const said = text.trim()
  if (said.split(/\s+/).length > FEW) return false
  return OPENS_LATER.test(said) || (ONLY_WHEN.test(said) && !WHO_WILL.test(said))
}
