/** Words that say a number, and the digits they stand for. */
const NUMBER_WORDS: Readonly<Record<string, string>> = {
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  eleven: '11',
  twelve: '12',
  fifteen: '15',
  twenty: '20',
  thirty: '30',
  forty: '40',
  fifty: '50',
  hundred: '100',
  hundreds: '100',
  thousand: '1000',
  thousands: '1000',
  million: '1000000',
  millions: '1000000',
  dozen: '12',
  dozens: '12',
  twice: '2',
  double: '2',
  doubled: '2',
  triple: '3',
  tripled: '3',
  half: '50',
  halved: '50',
  halving: '50',
  percent: '%',
}

/** An amount in a sentence: its value, and what it counts, times and sizes in their smallest unit. */
type Amount = { readonly value: number; readonly unit: string }

const TIMES: Readonly<Record<string, number>> = {
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

const single = (word: string): string => word.toLowerCase().replace(/(?<=\p{L}{2})s$/u, '')

/** "15-20 seconds", "6 hours", "$4,000", "40": digits, what they range to, and the word behind them. */
const AMOUNTS =
  /(?<!\p{N}[.,]?)(\d{1,15}(?:[.,]\d{1,9}){0,5})(?:\s?[-–]\s?(\d{1,15}(?:\.\d{1,9})?))?[\s-]?(k\b|%|[\p{L}]{1,20})?/gu

const numberOf = (digits: string): number => Number(digits.replace(/,(?=\d{3}(?!\d))/g, '').replace(',', '.'))

/** The amounts of one sentence; one without a unit takes that of the next that has one: "from 40 to 12 minutes". */
const amountsIn = (sentence: string): Amount[] => {
  const found = [...sentence.matchAll(AMOUNTS)].flatMap(([, first, last, word]) => {
    const scale = TIMES[single(word ?? '')]
    const thousand = word === 'k' ? 1000 : 1
    const unit = scale === undefined ? (word === 'k' || word === 'to' ? '' : single(word ?? '')) : 'time'
    return [first, last].flatMap((digits) =>
      digits === undefined
        ? []
        : [{ value: numberOf(digits) * (scale ?? 1) * thousand, unit, scale: scale ?? 1 }],
    )
  })
  return found.map(({ value, unit }, nth) => {
    if (unit !== '') return { value, unit }
    const next = found.slice(nth + 1).find((one) => one.unit !== '')
    return next ? { value: value * next.scale, unit: next.unit } : { value, unit }
  })
}

/** What two numbers of one sentence give: only these three follow without knowing more. */
type Derived = {
  readonly percents: readonly number[]
  readonly ratios: readonly number[]
  readonly differences: readonly Amount[]
}

const derivedFrom = (evidence: string): Derived => {
  const [percents, ratios, differences]: [number[], number[], Amount[]] = [[], [], []]
  for (const sentence of evidence.split(/(?<=[.!?])\s|\n/)) {
    const amounts = amountsIn(sentence).slice(0, 12)
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
      }
  }
  return { percents, ratios, differences }
}

const near = (value: number, others: readonly number[], slack: number): boolean =>
  others.some((one) => Math.abs(one - value) <= slack)

const digitsOf = (text: string): string[] => (text.match(/\d+(?:[.,]\d+)*/g) ?? []).map(plainDigits)
const plainDigits = (number: string): string => number.replace(/,/g, '').replace(/\.0+$/, '')

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? []

/** What is known of numbers: those of the words at hand, and what follows from them. */
export type KnownNumbers = { readonly known: ReadonlySet<string>; readonly derived: Derived }

const knownIn = new Map<string, KnownNumbers>()

/** The numbers of a text, in digits and words, and what follows from two of one sentence. */
export const numbersOf = (text: string): KnownNumbers => {
  const before = knownIn.get(text)
  if (before) return before
  const known = new Set(digitsOf(text))
  for (const word of wordsOf(text)) {
    const number = Object.hasOwn(NUMBER_WORDS, word) ? NUMBER_WORDS[word] : undefined
    if (number !== undefined) known.add(number).add(word)
  }
  if (text.includes('%')) known.add('%')
  const numbers = { known, derived: derivedFrom(text) }
  if (knownIn.size > 50) knownIn.clear()
  knownIn.set(text, numbers)
  return numbers
}

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
      const percent =
        unit === '%' ||
        /^percent/.test(unit) ||
        /^\s?(?:%|percent)/.test(behind) ||
        (/^(?:to|and|or)$/.test(unit) && /^\s?\d{1,3}(?:\.\d{1,2})?\s?(?:%|percent)/.test(behind))
      const follows = percent
        ? FOLLOWS.percent(value, derived)
        : ['x', 'time', 'fold'].includes(unit)
          ? FOLLOWS.ratio(value, derived)
          : TIMES[unit] !== undefined
            ? FOLLOWS.difference(value * TIMES[unit]!, 'time', derived)
            : FOLLOWS.difference(value, unit, derived)
      if (!follows) unknown.push(digits)
    }
  }
  for (const word of new Set(wordsOf(text))) {
    const number = Object.hasOwn(NUMBER_WORDS, word) ? NUMBER_WORDS[word]! : undefined
    if (number === undefined || known.has(word) || known.has(number)) continue
    if (number === '%') continue
    if (Object.hasOwn(SHARES, word) && FOLLOWS.percent(SHARES[word]!, derived)) continue
    if (Object.hasOwn(RATIOS, word) && FOLLOWS.ratio(RATIOS[word]!, derived)) continue
    if (Object.hasOwn(COUNTS, word) && counts.has(COUNTS[word]!)) continue
    unknown.push(word)
  }
  return unknown
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
