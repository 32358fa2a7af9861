import { type SaidNumber, saidNumbers, sentencesWithPlace } from './said-numbers.ts'

/** Words between two numbers of which the first loses the second, or changes to it. */
const LESS = /\b(?:less|minus|without|weniger|ohne|sans|menos)\b|^\s?[-–−]\s?$/iu
const TO =
  /^(?:\s\p{L}{2,20}){0,2}\s(?:to|auf|à|a|naar|against|vs\.?|instead of|down to)\s(?:about |nearly |only )?$|^\s?→\s?$/iu
const AND = /^[^.;:?!]{0,40}\b(?:and|und|y|et|but|while|against)\b[^.;:?!]{0,20}$/iu
const OF = /^(?:\s\p{L}{2,20})?\s(?:out )?(?:of|von|der|de|van) (?:the |your |about |all |den )?$/iu

/** What says that a number is the result: "is", "leaves", a colon. */
const IS =
  /(?:\b(?:is|are|or|leaves?|makes?|gives?|means|sind|ist|oder|macht|ergibt|bleiben|bleibt|son|es|sont|est)\b|[:=,(])\s?(?:only |just |about |nearly |a little (?:over|under) |some |nur |noch |etwa |rund )?$/iu

/** Longest stretch between a number and the result that is reckoned from it, in UTF-16 units. */
const FAR = 60

const near = (one: number, other: number, slack: number): boolean => Math.abs(one - other) <= slack

/** Whether counts may be subtracted: money from money, and what is counted by one word from what is. */
const areAlike = (one: SaidNumber, other: SaidNumber): boolean =>
  one.kind === other.kind && (one.thing === null || other.thing === null || one.thing === other.thing)

/** Whether a sentence says a number as the result of two that stand before it. */
const isResult = (
  sentence: string,
  [one, other, result]: readonly [SaidNumber, SaidNumber, SaidNumber],
): boolean => {
  const between = sentence.slice(one.end, other.index)
  const before = sentence.slice(other.end, result.index)
  const [low, high] = [Math.min(one.value, other.value), Math.max(one.value, other.value)]
  if (high <= 0 || low === high || !areAlike(one, other) || before.length > FAR || !IS.test(before))
    return false
  if (result.kind === 'percent') {
    const slack = result.value % 5 === 0 && result.value >= 10 ? 2.5 : 1
    if (OF.test(between)) return one.value < other.value && near((low / high) * 100, result.value, slack)
    return TO.test(between) || AND.test(between) || LESS.test(between)
      ? [(1 - low / high) * 100, (high / low - 1) * 100].some((value) => near(value, result.value, slack))
      : false
  }
  return (
    (LESS.test(between) || TO.test(between) || AND.test(between)) &&
    areAlike(one, result) &&
    near(high - low, result.value, 1e-9)
  )
}

/**
 * The numbers of a claim that it reckons itself, by their keys: "85 less 40 is 45", "three of four, or 75%". Both numbers
 * that it is reckoned from are known, or reckoned before; what is reckoned once may be named again.
 */
export const equationsIn = (text: string, known: ReadonlySet<string>): ReadonlySet<string> => {
  const results = new Set<string>()
  for (const { text: sentence } of sentencesWithPlace(text)) {
    const numbers = saidNumbers(sentence)
    const isKnown = ({ key }: SaidNumber): boolean => known.has(key) || results.has(key)
    for (const [nth, result] of numbers.entries()) {
      if (isKnown(result)) continue
      const told = numbers.slice(0, nth).filter(isKnown)
      const pairs = told.slice(1).map((other, at) => [told[at]!, other, result] as const)
      if (pairs.slice(-2).some((pair) => isResult(sentence, pair))) results.add(result.key)
    }
  }
  return results
}
