import type { NthOfMonth } from './nudge.ts'
import type { WantedRhythm } from './rhythm.ts'

/** What some words say about how often a nudge comes. */
export type RhythmPart =
  | { readonly kind: 'often'; readonly value: 'week' | 'two-weeks' | 'month' }
  /** "the second" before a day. `every` is true for "every second". */
  | { readonly kind: 'nth'; readonly value: NthOfMonth; readonly every: boolean }
  /** "every day", "every 3 weeks", "quarterly": no nudge can come that often. */
  | { readonly kind: 'never' }

const EVERY = '(?:every|each)'
const A = '(?:a|an|per|each|every|in a)'
const OFTEN = {
  week: new RegExp(`^(?:weekly|${EVERY} week|once ${A} week)$`),
  'two-weeks': new RegExp(
    [
      `^(?:fortnightly|bi-?weekly|bi weekly|${EVERY} fortnight|once ${A} fortnight|alternate weeks`,
      `|(?:${EVERY}|once ${A}) (?:other|alternate|second|2nd|two|2) weeks?)$`,
    ].join(''),
  ),
  month: new RegExp(`^(?:monthly|${EVERY} month|once ${A} month|(?:of|in) (?:the|each|every|a) month)$`),
} as const

/** "bimonthly" can mean twice a month and every two months. Like all of these, it is neither a week nor a month. */
const NEVER = new RegExp(
  [
    `^(?:daily|quarterly|yearly|annually|bi-?monthly|bi monthly|hourly`,
    `|${EVERY} (?:\\S{1,12} )?(?:days|weekdays?|workdays?|working days?|day|mornings?|months|quarters?|years?|hours?)`,
    `|${EVERY} \\S{1,12} weeks?|${EVERY} (?:other|second|2nd) (?:month|day)`,
    `|(?:twice|thrice|\\S{1,6} times) ${A} (?:week|month|day|year))$`,
  ].join(''),
)

const NTH: Readonly<Record<string, NthOfMonth>> = {
  ...{ first: 1, '1st': 1, second: 2, '2nd': 2, third: 3, '3rd': 3, fourth: 4, '4th': 4 },
  ...{ last: 'last', final: 'last' },
}

/** Words that say how often only before a day: "every Friday", "every other Friday", "the first Monday". */
const beforeDay = (low: string): RhythmPart | null => {
  const [, every, word] = /^(?:(every|each|on|the|on the)(?: |$))?(\S+)?$/.exec(low) ?? []
  const isEvery = every === 'every' || every === 'each'
  if (word === undefined) return isEvery ? { kind: 'often', value: 'week' } : null
  if (/^(?:alternate|alternating)$/.test(word) || (isEvery && /^(?:other|two|2)$/.test(word)))
    return { kind: 'often', value: 'two-weeks' }
  return Object.hasOwn(NTH, word) ? { kind: 'nth', value: NTH[word]!, every: isEvery } : null
}

/** What a phrase in lower case says about how often. `isBeforeDay` is true if a day of the week is next. Or null. */
export function rhythmPart(low: string, isBeforeDay: boolean): RhythmPart | null {
  for (const value of ['week', 'two-weeks', 'month'] as const)
    if (OFTEN[value].test(low)) return { kind: 'often', value }
  if (NEVER.test(low)) return { kind: 'never' }
  return isBeforeDay ? beforeDay(low) : null
}

/**
 * The rhythm that all parts of a command say together. Null if they say nothing. `several` if they contradict each
 * other, and `never` if no nudge can come that often.
 */
export function rhythmSaid(parts: readonly RhythmPart[]): WantedRhythm | 'several' | 'never' | null {
  if (parts.some(({ kind }) => kind === 'never')) return 'never'
  const often = new Set(parts.flatMap((part) => (part.kind === 'often' ? [part.value] : [])))
  const nths = parts.flatMap((part) => (part.kind === 'nth' ? [part] : []))
  if (often.size > 1 || new Set(nths.map(({ value }) => value)).size > 1) return 'several'
  const [said] = often
  const [nth] = nths
  if (nth === undefined) return said === undefined ? null : said === 'month' ? MONTHLY : { kind: said }
  if (said === 'month') return { kind: 'month', nth: nth.value }
  if (said !== undefined) return 'several'
  // "Every third Friday" can mean every three weeks.
  if (nth.every && nth.value !== 1 && nth.value !== 'last')
    return nth.value === 2 ? { kind: 'two-weeks' } : 'never'
  return { kind: 'month', nth: nth.value }
}

/** Once a month, without saying on which of its days: the first. */
const MONTHLY: WantedRhythm = { kind: 'month', nth: 1 }
