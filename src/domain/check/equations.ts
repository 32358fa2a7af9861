import { anyOf, anyWord, WORD_ENDS } from '../text/patterns.ts'
import { type SaidNumber, saidNumbers, sentencesWithPlace } from './said-numbers.ts'

const ROUGHLY_SAID = `${anyOf({
  English: /still |only |just |about |at most |at least |almost |nearly |some |a little (?:over|under) /,
  German: /nur |noch |etwa |rund |knapp |fast |höchstens |mindestens /,
  'Spanish and French': /sólo |solo |encore /,
})}?`
/** Words that introduce a result: "is", "leaves", "so", a colon. */
const IS = new RegExp(
  `${anyOf({
    words: anyWord({
      English: /is|are|would be|so|leaves?|leaving|makes?|gives?|means/,
      German: /sind|ist|wären|wäre|macht|ergibt|bleiben|bleibt/,
      Spanish: /son|es|dejan|deja|quedan|queda/,
      French: /sont|est|font|restent|reste/,
    }),
    sign: /[:=]/,
  })}\\s?${ROUGHLY_SAID}$`,
  'iu',
)
/** A percentage may also follow a comma or "or", because it can only be the result there. */
const IS_PERCENT = new RegExp(`(?:${anyWord([/or|oder|o|ou/])}|[,(])\\s?${ROUGHLY_SAID}$`, 'iu')

/** The longest distance between a number and the result calculated from it, in UTF-16 units. */
const FAR = 60

const near = (one: number, other: number, slack: number): boolean => Math.abs(one - other) <= slack

/** Whether two counts may be subtracted: both are money, or both count the same thing. */
const areAlike = (one: SaidNumber, other: SaidNumber): boolean =>
  one.thing === null || other.thing === null
    ? one.kind === other.kind || isBare(one) || isBare(other)
    : one.kind === other.kind && one.thing === other.thing

/** A number without its own unit, such as "five" in "nine weeks for five planned". */
const isBare = ({ kind, thing }: SaidNumber): boolean => kind === 'count' && thing === null

/** Whether a percentage follows from two numbers: as a share, or as how much more or less one is than the other. */
const isPercentOf = (percent: number, one: SaidNumber, other: SaidNumber): boolean => {
  const [low, high] = [Math.min(one.value, other.value), Math.max(one.value, other.value)]
  return (
    low > 0 && [low / high, 1 - low / high, high / low - 1].some((share) => near(share * 100, percent, 0.6))
  )
}

/** What follows a factor: "twelve times", "12x". */
const TIMES_SO_MANY = new RegExp(`^\\s?(?:x|×|times)${WORD_ENDS}`, 'iu')

/** What joins two numbers right before the second, to multiply or divide them. */
const TIMES =
  /\b(?:for each of(?: the| maybe| about| some)?|each for|times|zu je|mal|fois|x)\s(?:about |maybe )?$/iu
const OVER = /\b(?:over|across|shared by|divided by)\s(?:the |about |all )?$/iu
const EACH = /^\s(?:each|apiece|per|an?)\b/iu

/** The tolerance for a quotient, which is usually rounded: about one in eight. */
const ROUGHLY = 0.13

/** "Two for each of 60 are about 120", "500 over 46 is about 10". */
const isReckoned = (
  sentence: string,
  one: SaidNumber | undefined,
  other: SaidNumber,
  result: SaidNumber,
): boolean => {
  if (one === undefined || one.kind === 'percent' || other.kind === 'percent') return false
  const between = sentence.slice(one.end, Math.min(other.index, one.end + FAR))
  if (TIMES.test(between)) return near(one.value * other.value, result.value, 1e-6)
  return (
    OVER.test(between) &&
    EACH.test(sentence.slice(result.end)) &&
    near(one.value / other.value, result.value, Math.max(0.5, ROUGHLY * result.value))
  )
}

/** How many of the numbers before a result may be part of its calculation. */
const MOST_TERMS = 4

/** Whether a sentence presents a number as the result of the numbers before it. The words right before it decide. */
const isResult = (sentence: string, told: readonly SaidNumber[], result: SaidNumber): boolean => {
  const last = told.at(-1)
  if (last === undefined) return false
  const before = sentence.slice(last.end, result.index)
  const isSaid = IS.test(before) || (result.kind === 'percent' && IS_PERCENT.test(before))
  if (before.length > FAR || !isSaid) return false
  const terms = told.slice(-MOST_TERMS)
  const pairs = terms.flatMap((one, nth) =>
    terms.slice(nth + 1).flatMap((other) => (areAlike(one, other) ? [[one, other] as const] : [])),
  )
  if (result.kind === 'percent')
    return (
      (last.kind === 'percent' && near(100 - last.value, result.value, 1e-6)) ||
      pairs.some(([one, other]) => isPercentOf(result.value, one, other))
    )
  /** A result counts what its terms count, or names nothing: "28 people" is no difference of minutes. */
  const isOf = (...numbers: readonly SaidNumber[]): boolean =>
    result.thing === null || numbers.some(({ thing }) => thing === result.thing)
  const isDifference = pairs.some(
    ([one, other]) =>
      areAlike(one, result) &&
      isOf(one, other) &&
      near(Math.abs(one.value - other.value), result.value, 1e-6),
  )
  if (isReckoned(sentence, told.at(-2), last, result)) return true
  // "2.1M at 1.5x means 1.4M"
  const isPart =
    TIMES_SO_MANY.test(before) && terms.some((one) => near(one.value / last.value, result.value, 0.05))
  if (isDifference || isPart) return true
  // "31, of which 22 moved and 6 have an alert, leaves 3": the whole is named first.
  const [whole, ...parts] = terms.slice(-3)
  return (
    whole !== undefined &&
    parts.length === 2 &&
    isOf(whole, ...parts) &&
    parts.every(({ kind }) => kind === whole.kind) &&
    whole.value - parts.reduce((sum, { value }) => sum + value, 0) === result.value
  )
}

/** "20 is 9 more than 11": the second term follows the result. */
const THAN = new RegExp(
  `^\\s(?:\\p{L}+\\s)?${anyOf({
    English: /more|less|fewer|longer|shorter/,
    German: /mehr|weniger/,
    'Spanish and French': /más|menos|de plus|de moins/,
  })} (?:than|als|que)\\s(?:the )?$`,
  'iu',
)

const isMoreThan = (sentence: string, [one, result, other]: readonly (SaidNumber | undefined)[]): boolean =>
  one !== undefined &&
  result !== undefined &&
  other !== undefined &&
  THAN.test(sentence.slice(result.end, Math.min(other.index, result.end + FAR))) &&
  near(Math.abs(one.value - other.value), result.value, 1e-6)

/**
 * The keys of the numbers that a claim calculates itself: "85 less 40 is 45", "three of four, or 75%". Both terms must
 * be known or calculated earlier. A calculated number may then be named again.
 */
export function equationsIn(text: string, known: ReadonlySet<string>): ReadonlySet<string> {
  const results = new Set<string>()
  for (const { text: sentence } of sentencesWithPlace(text)) {
    const numbers = saidNumbers(sentence)
    const isKnown = ({ key }: SaidNumber): boolean => known.has(key) || results.has(key)
    for (const [nth, result] of numbers.entries()) {
      if (isKnown(result)) continue
      const [before, next] = [numbers.slice(0, nth).filter(isKnown), numbers[nth + 1]]
      const follows =
        isResult(sentence, before, result) ||
        (next !== undefined && isKnown(next) && isMoreThan(sentence, [before.at(-1), result, next]))
      if (follows) results.add(result.key)
    }
  }
  return results
}
