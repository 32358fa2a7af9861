import { type SaidNumber, saidNumbers, sentencesWithPlace } from './said-numbers.ts'
import { stemsOf } from './words.ts'

const NUMBER = '(?:\\d{1,9}(?:[.,]\\d{1,9})?|\\p{L}{3,9})'
const THING = '(?: [\\p{L}-]{2,20}){0,2}?'
const PLUS = '(?:,? (?:and|plus|und|y|et|\\+|&) |, | ?\\+ ?)'
const MAKES =
  '(?:is|are|=|makes?|made|gives?|sums? (?:up )?to|adds? up to|adds? to|comes? to|totals?|sind|macht|machen|ergibt|ergeben|gibt)'
const FILLED = '(?:only |about |already |together |in total |zusammen |nur )?'
/** "11 and 4 make 15", "2 + 26 + 3 = 31". */
const SUM = new RegExp(
  `(?<![\\p{L}\\p{N}.,:])(${NUMBER}${THING}(?:${PLUS}${NUMBER}${THING}){1,5})(?: (?:together|in total|zusammen))? ?${MAKES} ?${FILLED}(${NUMBER})(?![\\p{L}\\p{N}%])`,
  'giu',
)
/** "15 (11 + 4)", "15 = 11 + 4". */
const SUM_FIRST = new RegExp(
  `(?<![\\p{L}\\p{N}.,:])(${NUMBER})${THING} ?(?:=|\\() ?(${NUMBER}${THING}(?:${PLUS}${NUMBER}${THING}){1,5})(?![\\p{L}\\p{N}%])`,
  'giu',
)
/** "11 of 14": a part and its whole, which nobody adds up. */
const PART = new RegExp(
  `(?<![\\p{L}\\p{N}.,:])(${NUMBER}) (?:out )?(?:of|von|der|de) (?:the |our |my |all |den |unseren )?(${NUMBER})(?![\\p{L}\\p{N}%])`,
  'giu',
)
/** "The other seven": what is left of a whole that the evidence tells a part of. */
const REST =
  /\b(?:the|those|these|die|den|der)\s(?:other|remaining|übrigen|restlichen|anderen)\s(?=[\p{L}\p{N}])/giu

type Part = { readonly part: SaidNumber; readonly whole: SaidNumber }

const partsIn = (sentence: string, numbers: readonly SaidNumber[]): Part[] =>
  [...sentence.matchAll(PART)].flatMap(({ 0: whole, index }) => {
    const [one, other] = numbers.filter(
      (number) => number.index >= index && number.end <= index + whole.length,
    )
    return one !== undefined && other !== undefined && one.value < other.value
      ? [{ part: one, whole: other }]
      : []
  })

/** Whether two counts may be of one thing: no more is known than what they are called. */
const isOfOneThing = (one: SaidNumber, other: SaidNumber): boolean =>
  one.kind === other.kind && (one.thing === null || other.thing === null || one.thing === other.thing)

type ToldSentence = {
  readonly numbers: readonly SaidNumber[]
  readonly parts: readonly Part[]
  readonly stems: ReadonlySet<string>
}

/** So many numbers of a sentence are added up. */
const MOST_NUMBERS = 24

const toldIn = (evidence: string): ToldSentence[] =>
  sentencesWithPlace(evidence).map(({ text }) => {
    const numbers = saidNumbers(text).slice(0, MOST_NUMBERS)
    return { numbers, parts: partsIn(text, numbers), stems: new Set(numbers.length > 0 ? stemsOf(text) : []) }
  })

const NO_THING = new RegExp(`^(?:${MAKES}|together|zusammen|total)$`, 'iu')

/** The stem of the word right behind a number, where it could be what it counts; null: there is none. */
const wordBehind = (sentence: string, { end }: SaidNumber): string | null => {
  const word = /^ (\p{L}{4,20})(?!\p{L})/u.exec(sentence.slice(end))?.[1] ?? ''
  return NO_THING.test(word) ? null : (stemsOf(word)[0] ?? null)
}

/** Whether counts are told of one thing in one sentence of the evidence or in two that stand together. */
const areToldTogether = (
  keys: readonly string[],
  things: readonly string[],
  sentences: readonly ToldSentence[],
): boolean =>
  sentences.some((sentence, nth) => {
    const next = sentences[nth + 1]
    const numbers = [...sentence.numbers, ...(next?.numbers ?? [])]
    const parts = [...sentence.parts, ...(next?.parts ?? [])]
    const found = keys.map((key) => numbers.filter((number) => number.key === key))
    const torn = parts.some(({ part, whole }) => keys.includes(part.key) && keys.includes(whole.key))
    return (
      !torn &&
      things.every((thing) => sentence.stems.has(thing) || next?.stems.has(thing)) &&
      found.every((own, at) =>
        own.some((number) =>
          found.slice(at + 1).every((others) => others.some((other) => isOfOneThing(number, other))),
        ),
      )
    )
  })

/** The numbers of a claim, by their places in UTF-16 units, that add up counts of one thing or say what is left of a whole. */
export const sumsIn = (text: string, evidence: string): Set<number> => {
  const follows = new Set<number>()
  const claims = sentencesWithPlace(text).map((sentence) => ({
    ...sentence,
    sums: [
      ...[...sentence.text.matchAll(SUM)].map((match) => ({ match, first: false })),
      ...[...sentence.text.matchAll(SUM_FIRST)].map((match) => ({ match, first: true })),
    ],
    rests: [...sentence.text.matchAll(REST)],
  }))
  if (claims.every(({ sums, rests }) => sums.length === 0 && rests.length === 0)) return follows
  const told = toldIn(evidence)
  for (const { text: sentence, index, sums, rests } of claims) {
    const numbers = saidNumbers(sentence)
    for (const { match, first } of sums) {
      const own = numbers.filter(
        (number) => number.index >= match.index && number.end <= match.index + match[0].length,
      )
      const [result, added] = first ? [own[0], own.slice(1)] : [own.at(-1), own.slice(0, -1)]
      if (result === undefined || added.length < 2) continue
      const total = added.reduce((sum, { value }) => sum + value, 0)
      const isOne = added.every((one, at) => added.slice(at + 1).every((other) => isOfOneThing(one, other)))
      const fits = added.every(
        ({ thing }) => thing === null || result.thing === null || thing === result.thing,
      )
      if (
        Math.abs(total - result.value) < 1e-9 &&
        isOne &&
        fits &&
        areToldTogether(
          added.map(({ key }) => key),
          own.flatMap((number) => wordBehind(sentence, number) ?? []),
          told,
        )
      )
        follows.add(index + result.index)
    }
    for (const { 0: before, index: place } of rests) {
      const rest = numbers.find((number) => number.index === place + before.length)
      const left = told.some(({ parts, stems }) =>
        parts.some(
          ({ part, whole }) =>
            rest !== undefined &&
            whole.value - part.value === rest.value &&
            isOfOneThing(whole, rest) &&
            (rest.thing === null || stems.has(rest.thing)),
        ),
      )
      if (left && rest !== undefined) follows.add(index + rest.index)
    }
  }
  return follows
}
