import { monthBegun } from '../dates/months.ts'
import { anyOf, wordsOf } from '../text/patterns.ts'
import { NUMBER_WORDS, NUMBER_WORDS_ABROAD } from './number-words.ts'

/** Maps each word of a list of numbers to the digits that begin its line. */
const digitsIn = (list: string): ReadonlyMap<string, string> =>
  new Map(
    list
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [digits = '', ...words] = wordsOf(line)
        return words.map((word) => [word, digits] as const)
      }),
  )

const AT_HOME = digitsIn(NUMBER_WORDS)
const ABROAD = digitsIn(NUMBER_WORDS_ABROAD)

/** The digits of a number word in another language of the evidence, or undefined if it isn't a number. */
export function digitsAbroad(word: string): string | undefined {
  return ABROAD.get(word)
}

/** The digits of a lower-case number word, or undefined if it isn't one. */
export function digitsOfWord(word: string): string | undefined {
  return AT_HOME.get(word)
}

/** An amount in a sentence: its value and what it counts, times in seconds. */
type Amount = { readonly value: number; readonly unit: string }

/** An amount written in digits, and those digits. */
type SaidAmount = Amount & { readonly digits: string }

/** Units of time, in seconds. */
export const TIMES: Readonly<Record<string, number>> = {
  ms: 0.001,
  millisecond: 0.001,
  s: 1,
  sec: 1,
  second: 1,
  m: 60,
  min: 60,
  minute: 60,
  h: 3600,
  hr: 3600,
  hour: 3600,
  day: 86_400,
  week: 604_800,
}

/** A unit in the singular: "minutes" becomes "minute", "ms" stays. */
export function single(word: string): string {
  return word.toLowerCase().replace(/(?<=\p{L}{2})s$/u, '')
}

/** "15-20 seconds", "6 hours", "$4,000", "40": the digits, the end of a range, and the word after them. */
export const AMOUNTS =
  /(?<!\p{N}[.,]?)(\d{1,15}(?:[.,]\d{1,9}){0,5})(?:\s?[-–]\s?(\d{1,15}(?:\.\d{1,9})?))?[\s-]?(%|[\p{L}]{1,20})?/gu

/** The value of digits with separators. */
export function numberOf(digits: string): number {
  return Number(digits.replace(/,(?=\d{3}(?!\d))/g, '').replace(',', '.'))
}

/** How many amounts of a sentence are compared with each other. */
const MOST_AMOUNTS = 12

/** Words between two amounts, in some languages. They are not the unit of the first. */
const BETWEEN = /^(?:to|of|from|or|and|down|vs|k|auf|bis|statt|von|oder|und|à|al|au|para|sur|naar)$/i

/**
 * The first amounts of a sentence whose digits count. An amount without a unit takes the unit of the next amount that
 * has one ("from 40 to 12 minutes"), or at the end that of the one before ("planned 8 weeks and it took 15").
 */
const amountsIn = (sentence: string, counts: (digits: string) => boolean): SaidAmount[] => {
  const said = [...sentence.matchAll(AMOUNTS)].flatMap(([, first, last, word = '']) => {
    const scale = TIMES[single(word)]
    const unit = scale === undefined ? (BETWEEN.test(word) ? '' : single(word)) : 'time'
    return [first, last].flatMap((digits) =>
      digits === undefined || !counts(digits)
        ? []
        : [{ digits, thousand: word === 'k' ? 1000 : 1, unit, scale: scale ?? 1 }],
    )
  })
  const last = said.findLast(({ unit }) => unit !== '')
  let next = last ?? null
  return said
    .reverse()
    .map(({ digits, thousand, unit, scale }) => {
      if (unit !== '') next = { digits, thousand, unit, scale }
      return {
        digits,
        value: numberOf(digits) * thousand * (unit === '' ? (next?.scale ?? 1) : scale),
        unit: unit === '' ? (next?.unit ?? '') : unit,
      }
    })
    .reverse()
    .slice(0, MOST_AMOUNTS)
}

const MONTH_NAMES = new RegExp(
  `\\b${anyOf([
    /jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?/,
    /sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?/,
  ])}\\b`,
  'gi',
)

/** The months between two that a sentence names, with and without the last: "from March to August". */
const monthsBetween = (sentence: string): Amount[] => {
  const named = (sentence.match(MONTH_NAMES) ?? []).map((name) => monthBegun(name)!)
  return named.slice(1).flatMap((month, nth) => {
    const between = (month - named[nth]! + 12) % 12
    return between === 0 ? [] : [between, between + 1].map((value) => ({ value, unit: 'month' }))
  })
}

/** What follows from two numbers of one sentence. Only these three follow without further knowledge. */
export type Derived = {
  readonly percents: readonly number[]
  readonly ratios: readonly number[]
  readonly differences: readonly Amount[]
}

const INSTEAD = /\d\S{0,6} (?:\p{L}{1,12} )?(?:statt|instead of|rather than|down from|anstatt) /iu

/**
 * The difference, ratio and percentage of two numbers that share a sentence and a unit. Digits for which `counts` is
 * false are ignored, also as a source of units.
 */
export function derivedFrom(evidence: string, counts: (digits: string) => boolean = () => true): Derived {
  const [percents, ratios, differences]: [number[], number[], Amount[]] = [[], [], []]
  for (const sentence of evidence.split(/(?<=[.!?])\s|\n/)) {
    const amounts = amountsIn(sentence, counts)
    differences.push(...monthsBetween(sentence))
    for (const [nth, one] of amounts.entries())
      for (const other of amounts.slice(nth + 1)) {
        if (one.unit !== other.unit || one.value === other.value) continue
        const [low, high] = [Math.min(one.value, other.value), Math.max(one.value, other.value)]
        differences.push({ value: high - low, unit: one.unit })
        if (one.value > 0 && other.value > 0) {
          percents.push((Math.abs(one.value - other.value) / one.value) * 100)
          if (low > 0 && high / low <= 100) ratios.push(high / low)
        }
        if (high > 0) percents.push((low / high) * 100)
        // "4 instead of 25 seconds" names the new value before the old one.
        if (high > 0 && INSTEAD.test(sentence)) percents.push(((high - low) / high) * 100)
      }
  }
  return { percents, ratios, differences }
}

/** Digits in a comparable form: without thousands separators and empty fractions. */
export function plainDigits(number: string): string {
  return number.replace(/,/g, '').replace(/\.0+$/, '')
}
