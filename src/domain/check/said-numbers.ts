import { anyOf } from '../text/patterns.ts'
import { stem } from '../text/stems.ts'
import { digitsOfWord, numberOf, plainDigits } from './amounts.ts'

/** What a number measures: a span of time, a share, money, or a count of things. */
type NumberKind = 'time' | 'percent' | 'money' | 'count'

/**
 * A number of a sentence. `key` is its form among the known numbers, `index` is in UTF-16 units, and `thing` is the
 * stem of what it counts.
 */
export type SaidNumber = {
  readonly key: string
  readonly value: number
  readonly index: number
  readonly end: number
  readonly kind: NumberKind
  readonly thing: string | null
}

/** The sentences of a text, split in the same way as those whose numbers are compared. */
export function sentencesWithPlace(text: string): { text: string; index: number }[] {
  let index = 0
  return text.split(/(?<=[.!?])\s|\n/).map((sentence) => {
    const place = { text: sentence, index }
    index += sentence.length + 1
    return place
  })
}

const NUMBER =
  /(?<![\p{L}\p{N}:/]|\p{N}[.,-])(?:(\d{1,9}(?:[.,]\d{1,9}){0,3})(k(?!\p{L}))?(?!:?\d)|(\p{L}{3,9})(?![\p{L}’']))/gu

/** Words for a factor or a share, which are not counts. */
const NO_COUNT = /^(?:half|hal|twi|doubl|tripl|quadr|\p{L}+fold)/u

/** The word between a number and its unit: "two working days", but not "64 last month". */
export const WORD_BEFORE_UNIT = [
  `(?:(?!${anyOf({
    English: /last|past|this|that|next|each|every|per|pro|the/,
    German: /jede[nsr]?|letzte[nrs]?/,
  })}\\s)`,
  '[\\p{L}-]{3,12}\\s)?',
].join('')

/** "14 days", "two working days". */
const TIME_UNIT = new RegExp(
  `^[\\s-]?${WORD_BEFORE_UNIT}${anyOf({
    short: /s|ms|m|h|secs?|mins?|hrs?/,
    English: /seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?/,
    German: /Sekunden?|Minuten?|Stunden?|Tagen?|Wochen?|Monaten?|Quartalen?|Jahren?/,
  })}(?!\\p{L})`,
  'iu',
)

/** Words that end like a plural and name nothing, and words after which another thing begins. */
const NO_PLURAL =
  /^(?:was|is|has|as|this|its|his|less|across|us|plus|minus|does|vs|always|towards|\p{L}*ss)$/iu
const ENDS_PHRASE = new RegExp(
  `^${anyOf({
    English: /a|an|of|in|for|by|to|from|on|at|with|and|or|who|which|that|per|each|every|is|are|was|were/,
    German: /von|der|die|und|im|pro/,
    signs: /less|minus|plus|weniger|menos|moins/,
  })}$`,
  'iu',
)

/** How many words after a number may name its thing. */
const MOST_WORDS = 3

/** The stem of the plural noun after a number, or null if there is no clear one. */
const thingOf = (after: string): string | null => {
  const words = (/^(?:\s[\p{L}-]{1,20}){1,3}/u.exec(after)?.[0] ?? '').trim().split(' ')
  for (const word of words.slice(0, MOST_WORDS)) {
    if (ENDS_PHRASE.test(word)) return null
    if (/^people$/iu.test(word)) return 'people'
    if (/^[\p{L}-]{3,20}s$/u.test(word) && !NO_PLURAL.test(word)) return stem(word.toLowerCase())
  }
  return null
}

const kindOf = (before: string, after: string): NumberKind => {
  if (/[$€£]\s?$/.test(before) || /^\s?[$€£]/.test(after)) return 'money'
  if (/^\s?(?:%|percent|per cent|Prozent)/i.test(after)) return 'percent'
  return TIME_UNIT.test(after) ? 'time' : 'count'
}

/** The numbers of a sentence that count something, in digits and words. */
export function saidNumbers(sentence: string): SaidNumber[] {
  return [...sentence.matchAll(NUMBER)].flatMap(({ 0: whole, 1: digits, 2: thousand, 3: word, index }) => {
    const small = word?.toLowerCase() ?? ''
    const said = digits ?? (NO_COUNT.test(small) ? undefined : digitsOfWord(small))
    if (said === undefined) return []
    const end = index + whole.length
    const after = sentence.slice(end)
    const one: SaidNumber = {
      key: plainDigits(said),
      value: numberOf(said) * (thousand === undefined ? 1 : 1000),
      index,
      end,
      kind: kindOf(sentence.slice(Math.max(0, index - 2), index), after),
      thing: thingOf(after),
    }
    return [one]
  })
}
