import { stemsOf } from '../text/stems.ts'
import {
  AMOUNTS,
  type Derived,
  derivedFrom,
  digitsOfWord,
  numberOf,
  plainDigits,
  single,
  TIMES,
} from './amounts.ts'
import { type KnownNumbers, reckonedIn } from './known-numbers.ts'
import { FEW, HALF, isOfText } from './numbers-of-text.ts'

const near = (value: number, others: readonly number[], slack: number): boolean =>
  others.some((one) => Math.abs(one - value) <= slack)

/** An approximate percentage ends in 5 or 0: "about 70%" may be 68. */
const percentFollows = (value: number, { percents }: Derived): boolean =>
  near(value, percents, value >= 10 && value % 5 === 0 ? 2.5 : 1)

const ratioFollows = (value: number, { ratios }: Derived): boolean =>
  near(value, ratios, Math.max(0.5, value * 0.05))

const differenceFollows = (value: number, unit: string, { differences }: Derived): boolean =>
  differences.some((one) => one.unit === unit && Math.abs(one.value - value) <= Math.max(1e-9, value * 0.02))

/** "87 to 90%": a number before a range takes its unit from the end of the range. */
const RANGE_OF_PERCENT = /^\s?\d{1,3}(?:\.\d{1,2})?\s?(?:%|percent)/

/** What follows a number whose unit was named before: "where do the 12 come from". */
const OF_DIFFERENCE = /^(?:come|came|are|is|were|remain|between)$/u

/** Whether an amount follows from the evidence. `unit` is the word after it, `after` the rest of the text. */
const amountFollows = (value: number, unit: string, after: string, derived: Derived): boolean => {
  if (unit === 'percentage' && /^ points?\b/.test(after)) return differenceFollows(value, '%', derived)
  if (OF_DIFFERENCE.test(unit))
    return [1, ...Object.values(TIMES)].some((scale) => differenceFollows(value * scale, '', derived))
  if (unit === 'k') return differenceFollows(value * 1000, '', derived)
  // "7 extra weeks": the unit is the second word.
  const counted = single(/^ (\p{L}{2,20})(?![\p{L}\p{N}])/u.exec(after)?.[1] ?? '')
  if (TIMES[unit] === undefined && TIMES[counted] !== undefined)
    return differenceFollows(value * TIMES[counted], 'time', derived)
  const percent =
    unit === '%' || unit === 'percent' || (['to', 'and', 'or'].includes(unit) && RANGE_OF_PERCENT.test(after))
  if (percent) return percentFollows(value, derived)
  if (['x', 'time', 'fold'].includes(unit)) return ratioFollows(value, derived)
  const seconds = TIMES[unit]
  return seconds === undefined
    ? differenceFollows(value, unit, derived)
    : differenceFollows(value * seconds, 'time', derived)
}

/** How many things a sentence lists before it counts them: "Kotlin, interviews, support: three areas". */
const listedIn = (text: string): number => {
  const before = /^([^:.?!]{1,200}):/.exec(text)?.[1] ?? ''
  return before.split(/,| and /).filter((one) => one.trim()).length
}

/** How many numbers of a claim are compared with a remainder. */
const MOST_NAMED = 8

/** "26 of 31": the share follows from the two numbers if both are known. */
const SHARE = new RegExp(
  [
    /(?<![\p{N}.,])(\d{1,9}(?:[.,]\d{1,9})?)k? (?:out )?of /u.source,
    /(?:the |your |about |around |some |~ ?)?(\d{1,9}(?:[.,]\d{1,9})?)/.source,
  ].join(''),
  'gu',
)

/**
 * The shares of a claim whose numbers are known, or whose part is the whole less another number that the claim names:
 * "23 pages; with 3 escalated, 20 of 23". Without that number the remainder could count something else.
 */
const sharesIn = (text: string, known: ReadonlySet<string>): { part: string; percent: number }[] => {
  const named = (text.match(/\d{1,6}/g) ?? []).filter((digits) => known.has(digits)).slice(0, MOST_NAMED)
  return [...text.matchAll(SHARE)].flatMap(([, part = '', whole = '']) => {
    const [some, all] = [numberOf(part), numberOf(whole)]
    const isKnown = known.has(plainDigits(part)) || named.some((one) => Number(one) === all - some)
    return isKnown && known.has(plainDigits(whole)) && all > 0 ? [{ part, percent: (some / all) * 100 }] : []
  })
}

const RATIO = /^(?:twice|doubled?|tripled?|quadrupled|\p{L}+fold)$/u
/** Whether a number word follows from the evidence. `behind` is the text after it. */
const wordFollows = (word: string, value: number, behind: string, derived: Derived): boolean => {
  const [, next = '', after = ''] = /^[\s-](\p{L}{2,20})(?:\s(\p{L}{2,20}))?/u.exec(behind) ?? []
  // "Four extra weeks": the unit is the second word.
  const [unit, later] = [single(next), TIMES[single(after)]]
  if (TIMES[unit] === undefined && later !== undefined && differenceFollows(value * later, 'time', derived))
    return true
  if (HALF.test(word)) return percentFollows(value, derived)
  if (RATIO.test(word)) return ratioFollows(value, derived)
  return unit !== '' && differenceFollows(value, unit, derived)
}

const WORDS = /(?<!\p{L})(\p{L}{3,12})(?!\p{L})/gu

/**
 * The numbers of a claim that are neither known nor the difference, ratio or percentage of two numbers in one sentence.
 * `counts` is how many things the text itself has, such as paragraphs.
 */
export function unknownNumbers(
  claim: string,
  numbers: KnownNumbers,
  counts: ReadonlySet<number>,
  /** False in languages in which "half" is not a number word. */
  english = true,
): string[] {
  const { known, derived } = numbers
  const { text, clocks, follows } = reckonedIn(claim, numbers)
  const said = derivedFrom(text, (digits) => known.has(plainDigits(digits)))
  const shares = sharesIn(text, known)
  const told = new Set([...known, ...shares.map(({ part }) => plainDigits(part))])
  const own = {
    percents: [...derived.percents, ...said.percents, ...shares.map(({ percent }) => percent)],
    ratios: [...derived.ratios, ...said.ratios],
    differences: [
      ...derived.differences,
      ...said.differences,
      ...said.differences.map(({ value }) => ({ value, unit: '' })),
    ],
  }
  const digits = [...text.matchAll(AMOUNTS)].flatMap(({ 0: whole, 1: first, 2: last, 3: word = '', index }) =>
    [first, last].filter(
      (one) =>
        one !== undefined &&
        !told.has(plainDigits(one)) &&
        !amountFollows(numberOf(one), single(word), text.slice(index + whole.length), own) &&
        !follows(one === first ? index : index + whole.lastIndexOf(one)),
    ),
  )
  const listed = listedIn(text)
  const words = [...(english ? text.matchAll(WORDS) : [])].flatMap(({ 1: whole = '', index }) => {
    const word = whole.toLowerCase()
    const behind = text.slice(index + word.length)
    const number = digitsOfWord(word)
    if (number === undefined || known.has(word) || known.has(number)) return []
    if (isOfText(word, text.slice(0, index), behind)) return []
    const value = Number(number)
    const counted = FEW.test(word) && (counts.has(value) || value === listed)
    return counted || wordFollows(word, value, behind, derived) || follows(index) ? [] : [word]
  })
  return [...clocks, ...digits.filter((one) => one !== undefined), ...words]
}

/** Whether a word is a number, in digits or letters. */
const isNumber = (word: string): boolean => /^\d+$/.test(word) || digitsOfWord(word) !== undefined

/** "You led four engineers": the evidence must give that number for people, and not for something else. */
const LED = new RegExp(
  [
    '\\b(?:led|managed|mentored|coached|hired|supervised|onboarded|trained|interviewed) ',
    '(\\d{1,4}|\\p{L}{3,10}) (?!while\\b|when\\b|until\\b|and\\b|with\\b|from\\b|during\\b)',
    '((?:\\p{L}{2,20} ){0,2}?\\p{L}{3,20})',
  ].join(''),
  'giu',
)

/** How far after its number we look for a thing, in UTF-16 units. */
const AFTER = 60

/** Objects to a number of people that the evidence gives for something else. */
export function ledObjections(text: string, evidence: string): string[] {
  const told = evidence.toLowerCase()
  return [...text.matchAll(LED)].flatMap(([, count = '', whom = '']) => {
    const said = count.toLowerCase()
    if (!isNumber(said) || !told.includes(said)) return []
    const stems = new Set(stemsOf(whom))
    const after = told.split(said).slice(1, 50)
    return after.some((one) => stemsOf(one.slice(0, AFTER)).some((stem) => stems.has(stem)))
      ? []
      : [`"${count} ${whom}" is not in the evidence`]
  })
}

/** Digits up to this may belong to a plan. Number words from this on may not. */
const MOST_PLANNED = 12
const LARGE = 1_000

/** Units that a plan counts in larger numbers: "for 30 days", "a 45-minute session". */
const LONG_UNITS = /^(?:day|minute|second|hour|line|word|character|%|percent)$/

/** After these words a number is a claim about something known: "the two outages", "your 40 pages". */
const KNOWN_TO_BOTH = /\b(?:the|your|those|these|all|both|its|their|his|her)\s+(?:\p{L}+\s+)?$/iu
/** "The next two", "your best three": things still to be chosen. */
const TO_CHOOSE = /\b(?:the|your)\s+(?:next|first|last|top|coming|most|\p{L}{2,12}est)\s+$/iu

/** "The ten noisiest": things still to be found out. */
const TO_RANK = /^\s(?:most|least|\p{L}{2,12}est)\b/iu

/** Whether a number describes something known, judged by the words around it. */
const isClaimed = (before: string, behind: string): boolean =>
  KNOWN_TO_BOTH.test(before) && !TO_CHOOSE.test(before) && !TO_RANK.test(behind)

/**
 * The numbers of a proposal that read like facts: large ones, and those that describe something known. Small numbers of
 * what is still to be done are part of a plan.
 */
export function claimedNumbers(
  proposal: string,
  numbers: KnownNumbers,
  counts: ReadonlySet<number>,
): string[] {
  const { known, derived } = numbers
  const { text, clocks, follows } = reckonedIn(proposal, numbers)
  const digits = [...text.matchAll(AMOUNTS)].flatMap(({ 1: first, 2: last, 3: word = '', index }) => {
    const before = text.slice(0, index)
    // "P99" and "EC2" are names.
    if (/\p{L}$/u.test(before)) return []
    const unit = single(word)
    return [first, last].filter((one) => {
      if (one === undefined || known.has(plainDigits(one))) return false
      const value = numberOf(one)
      if (unit === '%' && percentFollows(value, derived)) return false
      if (one === first && follows(index)) return false
      return (
        isClaimed(before, text.slice(index + (first ?? '').length)) ||
        !(value <= MOST_PLANNED || (LONG_UNITS.test(unit) && value <= 100))
      )
    })
  })
  const words = [...text.matchAll(/\p{L}+/gu)].flatMap(({ 0: whole, index }) => {
    const word = whole.toLowerCase()
    const number = digitsOfWord(word)
    if (number === undefined || known.has(word) || known.has(number) || counts.has(Number(number))) return []
    const value = Number(number)
    return value >= LARGE ||
      (value <= MOST_PLANNED &&
        !isOfText(word, text.slice(0, index), text.slice(index + whole.length)) &&
        isClaimed(text.slice(0, index), text.slice(index + whole.length)) &&
        !follows(index))
      ? [word]
      : []
  })
  return [...clocks, ...digits.filter((one) => one !== undefined), ...words]
}
