import { anyOf } from '../../text/patterns.ts'
import { digitsOfWord } from '../amounts.ts'
import { withoutDates } from './dates.ts'
import { deedsIn } from './deeds.ts'
import type { Told } from './told.ts'

/** Units that a text may write in several ways. */
const UNITS: Readonly<Record<string, RegExp>> = {
  millisecond: /ms|milliseconds?/,
  second: /s|secs?|seconds?/,
  minute: /mins?|minutes?/,
  hour: /h|hrs?|hours?/,
  day: /days?/,
  week: /weeks?/,
  month: /months?/,
  quarter: /quarters?/,
  year: /years?/,
  percent: /%|percent|per cent|percentage/,
  kilobyte: /kb|kib|kilobytes?/,
  megabyte: /mb|mib|megabytes?/,
  gigabyte: /gb|gib|gigabytes?/,
}

const NUMBER = String.raw`(?<![\p{L}\d.,])(\d+(?:[.,]\d+)*|\p{L}{3,9})`

const BEHIND: readonly (readonly [string, RegExp])[] = Object.entries(UNITS).map(([unit, pattern]) => [
  unit,
  new RegExp(`${NUMBER}[\\s-]?(?:\\p{L}{3,12}\\s)?(?:${pattern.source})(?![\\p{L}\\d])`, 'giu'),
])

/** The units after a number in a text, written in digits or as a word, with at most one word between. */
const unitsIn = (text: string): Set<string> => {
  const found = new Set<string>()
  for (const [unit, behind] of BEHIND) {
    for (const [, number = ''] of text.matchAll(behind))
      if (/^\d/.test(number) || digitsOfWord(number.toLowerCase()) !== undefined) found.add(unit)
  }
  for (const [sign] of text.matchAll(/[€$£](?=\s?\d)/g)) found.add(sign)
  return found
}

/** Whether a sentence uses a unit that none of its receipts uses. */
export function changesUnit({ text, words }: Told): boolean {
  const known = unitsIn(words)
  return [...unitsIn(text)].some((unit) => !known.has(unit))
}

const AMOUNT = String.raw`(?<![\d.,])[€$£]?(\d+(?:[.,]\d+)*)\s?(?:%|\p{L}{1,12})?`

/** "From 90 to 21", "21 instead of 90", "40, not 30": what was before and after. */
const CHANGES: readonly { readonly pattern: RegExp; readonly turned: boolean }[] = [
  {
    pattern: new RegExp(`\\b(?:from|was|were) ${AMOUNT}(?:[^.;]{0,30}?)\\bto ${AMOUNT}`, 'giu'),
    turned: false,
  },
  { pattern: new RegExp(`${AMOUNT}\\s?(?:→|->)\\s?${AMOUNT}`, 'giu'), turned: false },
  {
    pattern: new RegExp(
      `${AMOUNT},?\\s?${anyOf([/instead of/, /rather than/, /not/, /where it was/, /down from/])} ${AMOUNT}`,
      'giu',
    ),
    turned: true,
  },
]

const changesIn = (text: string): { before: string; after: string }[] =>
  CHANGES.flatMap(({ pattern, turned }) =>
    [...text.matchAll(pattern)].map(([, first = '', second = '']) =>
      turned ? { before: second, after: first } : { before: first, after: second },
    ),
  )

/** Whether a sentence turns around what was before and after. */
export function turnsAround({ text, words }: Told): boolean {
  const known = changesIn(words)
  return changesIn(text).some(({ before, after }) =>
    known.some((one) => one.before === after && one.after === before),
  )
}

/** Short parts of a text, because a deed and its number are in the same part. */
const partsOf = (text: string): string[] =>
  text.split(/[.;:!?](?=\s|$)|,\s|\n|\s(?=but\b|though\b|where\b|and\b)/)
const digitsIn = (text: string): string[] => text.match(/(?<![\p{L}\d.,])\d+(?:[.,]\d+)*/gu) ?? []

/** Whether a deed got a number of another: "23 problems, 15 fixed", and "I fixed 23 problems". */
export function movesNumber({ text, words }: Told): boolean {
  const known = partsOf(words).filter((part) => digitsIn(part).length > 0)
  return partsOf(withoutDates(text)).some((part) => {
    const [deeds, numbers] = [[...deedsIn(part)], digitsIn(part)]
    if (deeds.length === 0 || numbers.length === 0) return false
    const same = known.filter((one) => {
      const own = deedsIn(one)
      return deeds.some((deed) => own.has(deed))
    })
    return same.length > 0 && !same.some((one) => numbers.some((number) => digitsIn(one).includes(number)))
  })
}

/** Numbers right before the thing that they count: "4 of them", "6 customers". */
const COUNTED = /(?<![\p{L}\d.,])(\d+) of (?:the |my |them|these |those )?/giu

/** Whether a sentence makes the part of something out of its whole: "6 of them" of 6. */
export function swapsShare({ text, words }: Told): boolean {
  const parts = new Set([...words.matchAll(COUNTED)].map(([, part]) => part))
  return parts.size > 0 && [...text.matchAll(COUNTED)].some(([, part]) => !parts.has(part))
}
