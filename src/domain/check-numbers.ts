import {
  AMOUNTS,
  type Derived,
  type KnownNumbers,
  NUMBER_WORDS,
  numberOf,
  plainDigits,
  single,
  TIMES,
} from './amounts.ts'
import { stemsOf } from './words.ts'

const near = (value: number, others: readonly number[], slack: number): boolean =>
  others.some((one) => Math.abs(one - value) <= slack)

const FOLLOWS = {
  percent: (value: number, { percents }: Derived) =>
    near(value, percents, 1) || near(value, percents, value >= 10 && value % 5 === 0 ? 2.5 : 1),
  ratio: (value: number, { ratios }: Derived) => near(value, ratios, Math.max(0.5, value * 0.05)),
  difference: (value: number, unit: string, { differences }: Derived) =>
    differences.some(
      (one) => one.unit === unit && Math.abs(one.value - value) <= Math.max(1e-9, value * 0.02),
    ),
}

/** Fractions in words, as the percentage that they are. */
const SHARES: Readonly<Record<string, number>> = {
  half: 50,
  halved: 50,
  halving: 50,
  third: 33.3,
  thirds: 66.7,
  quarter: 25,
  quarters: 75,
}
const RATIOS: Readonly<Record<string, number>> = {
  twice: 2,
  double: 2,
  doubled: 2,
  doubling: 2,
  triple: 3,
  tripled: 3,
  tripling: 3,
  twofold: 2,
  threefold: 3,
  fourfold: 4,
  fivefold: 5,
  sixfold: 6,
  tenfold: 10,
  quadrupled: 4,
}

/** How many things a sentence lists before it counts them: "Kotlin, interviews, support: three areas". */
const listedIn = (text: string): string | null => {
  const before = /^([^:.?!]{1,200}):/.exec(text)?.[1]
  return before === undefined ? null : String(before.split(/,| and /).filter((one) => one.trim()).length)
}

const COUNTS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5 }

/**
 * The numbers of a claim that neither stand in what is known nor follow from it by the difference, ratio or percentage of
 * two numbers of one sentence. `counts`: how many things the text itself has, such as paragraphs.
 */
export const unknownNumbers = (
  text: string,
  { known, derived }: KnownNumbers,
  counts: ReadonlySet<number>,
): string[] => {
  const unknown: string[] = []
  for (const { 0: whole, 1: first, 2: last, 3: word } of text.matchAll(AMOUNTS)) {
    for (const digits of [first, last]) {
      if (digits === undefined || known.has(plainDigits(digits))) continue
      const value = numberOf(digits)
      const unit = single(word ?? '')
      const behind = text.slice(text.indexOf(whole) + whole.length)
      const points = unit === 'percentage' && /^ points?\b/.test(behind)
      const percent =
        unit === '%' ||
        /^percent/.test(unit) ||
        /^\s?(?:%|percent)/.test(behind) ||
        (/^(?:to|and|or)$/.test(unit) && /^\s?\d{1,3}(?:\.\d{1,2})?\s?(?:%|percent)/.test(behind))
      const follows = points
        ? FOLLOWS.difference(value, '%', derived)
        : percent
          ? FOLLOWS.percent(value, derived)
          : ['x', 'time', 'fold'].includes(unit)
            ? FOLLOWS.ratio(value, derived)
            : TIMES[unit] !== undefined
              ? FOLLOWS.difference(value * TIMES[unit]!, 'time', derived)
              : FOLLOWS.difference(value, unit, derived)
      if (!follows) unknown.push(digits)
    }
  }
  const listed = listedIn(text)
  for (const [, whole = '', behind = ''] of text.matchAll(
    /(?<!\p{L})(\p{L}{3,12})(?=(?:[\s-](\p{L}{2,20}))?)/gu,
  )) {
    const word = whole.toLowerCase()
    const number = Object.hasOwn(NUMBER_WORDS, word) ? NUMBER_WORDS[word]! : undefined
    if (number === undefined || known.has(word) || known.has(number)) continue
    if (number === '%' || number === listed) continue
    if (FOLLOWS.difference(Number(number), single(behind), derived)) continue
    if (Object.hasOwn(SHARES, word) && FOLLOWS.percent(SHARES[word]!, derived)) continue
    if (Object.hasOwn(RATIOS, word) && FOLLOWS.ratio(RATIOS[word]!, derived)) continue
    if (Object.hasOwn(COUNTS, word) && counts.has(COUNTS[word]!)) continue
    unknown.push(word)
  }
  return unknown
}

/** Whether a word says a number, in digits or letters. */
const isNumber = (word: string): boolean => /^\d+$/.test(word) || Object.hasOwn(NUMBER_WORDS, word)

/** "You led four engineers": of people the number has to be told of them, and not of something else. */
const LED =
  /\b(?:led|managed|mentored|coached|hired|supervised|onboarded|trained|interviewed) (\d{1,4}|\p{L}{3,10}) ((?:\p{L}{2,20} ){0,2}?\p{L}{3,20})/giu

/** How far behind its number a thing stands, in UTF-16 units. */
const BEHIND = 60

/** People of a claim whose number the evidence tells of something else. */
export const ledObjections = (text: string, evidence: string): string[] => {
  const told = evidence.toLowerCase()
  return [...text.matchAll(LED)].flatMap(([, count = '', whom = '']) => {
    const said = count.toLowerCase()
    if (!isNumber(said) || !told.includes(said)) return []
    const stems = new Set(stemsOf(whom))
    const after = told.split(said).slice(1, 50)
    return after.some((one) => stemsOf(one.slice(0, BEHIND)).some((stem) => stems.has(stem)))
      ? []
      : [`"${count} ${whom}" is not in the evidence`]
  })
}

/** Numbers up to here may be those of a plan. */
const MOST_PLANNED = 12

/** What a plan counts in larger numbers: "for 30 days", "a 45-minute session". */
const LONG_UNITS = /^(?:day|minute|second|hour|line|word|character|%|percent)$/

/** What is behind these is known to both who speak, so that its number is claimed: "the two outages", "your 40 pages". */
const CLAIMED = /\b(?:the|your|those|these|all|both|its|their|his|her)\s+(?:\p{L}+\s+)?$/iu

/**
 * The numbers of a proposal that could be taken for a fact: large ones, and those of things that are spoken of as
 * known. Small numbers of what is still to be done are a plan.
 */
export const claimedNumbers = (
  text: string,
  { known, derived }: KnownNumbers,
  counts: ReadonlySet<number>,
): string[] => {
  const claimed: string[] = []
  for (const { 0: whole, 1: first, 2: last, 3: word, index } of text.matchAll(AMOUNTS)) {
    // "P99" and "EC2" are names.
    if (/\p{L}$/u.test(text.slice(0, index))) continue
    for (const digits of [first, last]) {
      if (digits === undefined || known.has(plainDigits(digits))) continue
      const value = numberOf(digits)
      const unit = single(word ?? '')
      const planned = value <= MOST_PLANNED || (LONG_UNITS.test(unit) && value <= 100)
      const spoken =
        CLAIMED.test(text.slice(0, index)) &&
        !/\b(?:the|your)\s+(?:next|first|last|top|coming|most|\p{L}{2,12}est)\s+$/iu.test(
          text.slice(0, index),
        )
      if ((!planned || spoken) && !(unit === '%' && FOLLOWS.percent(value, derived)) && whole.trim() !== '')
        claimed.push(digits)
    }
  }
  for (const match of text.matchAll(/\p{L}+/gu)) {
    const word = match[0].toLowerCase()
    const number = Object.hasOwn(NUMBER_WORDS, word) ? NUMBER_WORDS[word]! : undefined
    if (number === undefined || number === '%' || known.has(word) || known.has(number)) continue
    if (counts.has(Number(number))) continue
    const before = text.slice(0, match.index)
    const counted = Number(number) <= MOST_PLANNED
    if (
      counted &&
      CLAIMED.test(before) &&
      !/\b(?:the|your)\s+(?:next|first|last|top|coming|most|\p{L}{2,12}est)\s+$/iu.test(before)
    )
      claimed.push(word)
    if (Number(number) >= 1000) claimed.push(word)
  }
  return claimed
}
