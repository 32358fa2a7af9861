import { anyOf } from '../text/patterns.ts'
import { stemsOf } from '../text/stems.ts'
import { type SaidNumber, saidNumbers, sentencesWithPlace } from './said-numbers.ts'

const NUMBER = '(?:\\d{1,9}(?:[.,]\\d{1,9})?|\\p{L}{3,9})'
const MAKES = anyOf({
  English: /is|are|=|makes?|made|gives?|sums? (?:up )?to|adds? up to|adds? to|comes? to|totals?/,
  French: /font|fait/,
  'Spanish, Portuguese and Italian': /suman|fazem|fanno/,
  'Dutch and German': /maken|sind|macht|machen|ergibt|ergeben|gibt/,
})
/** The words between two numbers that are added: "11 clusters and ". */
const PLUS = /^(?: [\p{L}-]{2,20}){0,2}(?:,? (?:and|plus|und|y|et|&) |, | ?\+ ?)$/iu
/** The words before the result: "make ", " = ". */
const RESULT = new RegExp(
  `^(?: [\\p{L}-]{2,20}){0,2} ?${MAKES} ?(?:only |about |already |together |in total |zusammen |nur )?$`,
  'iu',
)
/** The signs between a result and its terms: "15 (11 + 4)". */
const MADE_OF = /^(?: [\p{L}-]{2,20}){0,2} ?(?:=|\() ?$/u
/** The longest distance between two numbers of a sum, in UTF-16 units, and the most terms. */
const FAR = 60
const MOST_ADDED = 6

/** "11 of 14": a part and its whole, which are never added. */
const PART = new RegExp(
  [
    `(?<![\\p{L}\\p{N}.,:])(${NUMBER}) (?:out )?(?:of|von|der|de) `,
    `(?:the |our |my |all |den |unseren )?(${NUMBER})(?![\\p{L}\\p{N}%])`,
  ].join(''),
  'giu',
)
/** "The other seven": the rest of a whole, if the evidence gives the part. */
const REST =
  /\b(?:the|those|these|die|den|der)\s(?:other|remaining|übrigen|restlichen|anderen)\s(?=[\p{L}\p{N}])/giu

type ShareOfWhole = { readonly part: SaidNumber; readonly whole: SaidNumber }

const partsIn = (sentence: string, numbers: readonly SaidNumber[]): ShareOfWhole[] =>
  [...sentence.matchAll(PART)].flatMap(({ 0: whole, index }) => {
    const [one, other] = numbers.filter(
      (number) => number.index >= index && number.end <= index + whole.length,
    )
    return one !== undefined && other !== undefined && one.value < other.value
      ? [{ part: one, whole: other }]
      : []
  })

/** Whether two counts may be of the same thing, judged by their names alone. */
const isOfOneThing = (one: SaidNumber, other: SaidNumber): boolean =>
  one.kind === other.kind && (one.thing === null || other.thing === null || one.thing === other.thing)

const hasOneThing = (one: SaidNumber, others: readonly SaidNumber[]): boolean =>
  others.some((other) => isOfOneThing(one, other))

type ToldSentence = {
  readonly numbers: readonly SaidNumber[]
  readonly parts: readonly ShareOfWhole[]
  readonly stems: ReadonlySet<string>
}

/** How many numbers of a sentence are tried for sums. */
const MOST_NUMBERS = 24

const toldIn = (evidence: string): ToldSentence[] =>
  sentencesWithPlace(evidence).map(({ text }) => {
    const numbers = saidNumbers(text).slice(0, MOST_NUMBERS)
    return { numbers, parts: partsIn(text, numbers), stems: new Set(numbers.length > 0 ? stemsOf(text) : []) }
  })

const NO_THING = new RegExp(`^(?:${MAKES}|together|zusammen|total)$`, 'iu')

/** The stem of the word right after a number if it could be what is counted, or null. */
const wordBehind = (sentence: string, { end }: SaidNumber): string | null => {
  const word = /^ (\p{L}{4,20})(?!\p{L})/u.exec(sentence.slice(end))?.[1] ?? ''
  return NO_THING.test(word) ? null : (stemsOf(word)[0] ?? null)
}

/** Whether the evidence gives these counts for one thing, in one sentence or two neighbouring ones. */
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
        own.some((number) => found.slice(at + 1).every((others) => hasOneThing(number, others))),
      )
    )
  })

type Sum = { readonly added: readonly SaidNumber[]; readonly result: SaidNumber }

/** The sums in a sentence: joined numbers, with the result after or before them. */
const sumsOf = (sentence: string, numbers: readonly SaidNumber[]): Sum[] => {
  const isJoined = (pattern: RegExp, nth: number): boolean => {
    const [one, next] = [numbers[nth], numbers[nth + 1]]
    const between = one && next ? sentence.slice(one.end, Math.min(next.index, one.end + FAR)) : ''
    return next !== undefined && next.kind !== 'percent' && pattern.test(between)
  }
  return numbers.flatMap((_, from) => {
    if (isJoined(PLUS, from - 1)) return []
    let last = from
    while (last - from < MOST_ADDED && isJoined(PLUS, last)) last += 1
    if (last === from) return []
    const added = numbers.slice(from, last + 1)
    return [
      ...(isJoined(RESULT, last) ? [{ added, result: numbers[last + 1]! }] : []),
      ...(isJoined(MADE_OF, from - 1) ? [{ added, result: numbers[from - 1]! }] : []),
    ]
  })
}

/** The places, in UTF-16 units, of numbers that add up counts of one thing or give the rest of a whole. */
export function sumsIn(text: string, evidence: string): Set<number> {
  const follows = new Set<number>()
  const claims = sentencesWithPlace(text).map((sentence) => {
    const numbers = saidNumbers(sentence.text)
    return {
      ...sentence,
      numbers,
      sums: sumsOf(sentence.text, numbers),
      rests: [...sentence.text.matchAll(REST)],
    }
  })
  if (claims.every(({ sums, rests }) => sums.length === 0 && rests.length === 0)) return follows
  const told = toldIn(evidence)
  for (const { text: sentence, index, numbers, sums, rests } of claims) {
    for (const { added, result } of sums) {
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
          [...added, result].flatMap((number) => wordBehind(sentence, number) ?? []),
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
