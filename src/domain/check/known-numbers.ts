import { inEnglish } from '../text/language.ts'
import { onceFor } from '../text/once-for.ts'
import { type Derived, derivedFrom, digitsAbroad, digitsOfWord, plainDigits } from './amounts.ts'
import { clocksOf, withoutClocks } from './clock-times.ts'
import { equationsIn } from './equations.ts'
import { pacedIn, ratesIn } from './rates.ts'
import { saidNumbers, sentencesWithPlace } from './said-numbers.ts'
import { sumsIn } from './sums.ts'

/** The known numbers: those in the text, those that follow from two in one sentence, and the words themselves. */
export type KnownNumbers = {
  readonly known: ReadonlySet<string>
  readonly derived: Derived
  readonly told: string
}

const digitsOf = (text: string): string[] => (text.match(/\d+(?:[.,]\d+)*/g) ?? []).map(plainDigits)

/**
 * The numbers of the evidence and the rows, in digits and words, and what follows from two in one sentence. Ignores
 * times of day, because they do not count anything.
 */
export function numbersOf(evidence: string, rows: string): KnownNumbers {
  const told = `${evidence}\n${rows}`
  const text = withoutClocks(told)
  // "Due" means two in Italian, but is not a number in English.
  const isForeign = inEnglish(evidence) === 'no'
  const known = new Set(digitsOf(text))
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
    const number = digitsOfWord(word) ?? (isForeign ? digitsAbroad(word) : undefined)
    if (number !== undefined) known.add(number).add(word)
  }
  return { known, derived: derivedFrom(text), told }
}

/** Many texts of an answer share these numbers, so the evidence is read for rates once. */
const pacedOf = onceFor(({ told }: KnownNumbers) => pacedIn(told))

/** The places of numbers that a text calculates itself, and of their repetitions. */
const reckonedAgain = (
  text: string,
  known: ReadonlySet<string>,
  follows: ReadonlySet<number>,
): readonly number[] => {
  const numbers = sentencesWithPlace(text).flatMap(({ text: sentence, index }) =>
    saidNumbers(sentence).map(({ key, index: at }) => ({ key, place: index + at })),
  )
  const before = new Set(numbers.filter(({ place }) => follows.has(place)).map(({ key }) => key))
  const reckoned = equationsIn(text, new Set([...known, ...before]))
  return numbers.filter(({ key }) => before.has(key) || reckoned.has(key)).map(({ place }) => place)
}

/**
 * What readers calculate from the evidence, for one text. `text` is the text without its times of day, every letter in
 * its place. `clocks` are times that do not follow. `follows` tells whether the number at a place, in UTF-16 units,
 * does.
 */
export function reckonedIn(
  said: string,
  numbers: KnownNumbers,
): { text: string; clocks: readonly string[]; follows: (place: number) => boolean } {
  const { told, known } = numbers
  const { unknown, follows } = clocksOf(said, told, known)
  const text = withoutClocks(said)
  let others: ReadonlySet<number> | null = null
  return {
    text,
    clocks: unknown,
    follows: (place) => {
      if (follows.has(place)) return true
      // Most texts have no new number, so they skip the calculation.
      others ??= new Set([
        ...ratesIn(text, () => pacedOf(numbers)),
        ...sumsIn(text, told),
        ...reckonedAgain(text, known, follows),
      ])
      return others.has(place)
    },
  }
}

/** The numbers that some texts calculate from the evidence, one per line. Another text may name such a number again. */
export function reckonedBy(texts: readonly string[], evidence: string): string {
  const { known } = numbersOf(evidence, '')
  return [...new Set(texts.flatMap((text) => [...equationsIn(withoutClocks(text), known)]))].join('\n')
}
