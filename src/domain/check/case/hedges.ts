import { anyOf } from '../../text/patterns.ts'
import type { Told } from './told.ts'

/** Words that make a statement weaker or less certain. `in` finds one in a receipt, `kept` finds its equivalents. */
type Hedge = { readonly in: RegExp; readonly kept: RegExp }

const hedge = (said: readonly (string | RegExp)[], also: readonly (string | RegExp)[] = []): Hedge => ({
  in: new RegExp(anyOf(said), 'i'),
  kept: new RegExp(anyOf([...said, ...also]), 'i'),
})

const REPORTS = /\b(?:planned|pitched|proposed|proposal|suggest(?:ed|ion)?|recommend(?:ed|ation)?)\b/
const ASKS = /\b(?:advised?|argued|asked|offered|open)\b/

/** What a clause of a receipt may hedge with, in groups of words that say the same. */
const HEDGES: readonly Hedge[] = [
  hedge(
    [
      /\b(?:probably|likely|maybe|perhaps|possibly|might|seems?|seemed|apparently)\b/,
      /\bi (?:think|guess|believe|suppose)\b/,
    ],
    [/\b(?:hopefully|looks like|in my view|my view|open|unsure|not (?:sure|certain|clear))\b/],
  ),
  hedge(
    [
      /\bon paper\b|\bestimat\w+|\bprojected\b|\bextrapolat\w+|\bforecast\w*|\bin theory\b/,
      /\bshould (?:save|be|bring|cut)\b/,
    ],
    [/\bunchecked\b|\bnot (?:yet )?(?:checked|measured)\b/],
  ),
  hedge([/\b(?:we|i|they|it|he|she|you) should\b|\bought to\b/], [REPORTS, ASKS]),
  hedge(
    [
      /\b(?:will|'ll|going to|plans? to|planned to|planning to|intend\w*|hope to)\b/,
      /\b(?:want(?:s|ed)? to|would like|todo|to do)\b/,
    ],
    [/\b(?:still|not yet|next|if|whether)\b/, REPORTS, ASKS],
  ),
  hedge([/\b(?:proposed|proposal|suggested|suggestion|pitched|asked to)\b/], [REPORTS, ASKS]),
  hedge(
    [
      /\b(?:tried|attempted|trial|pilot|prototype|in review|in progress|wip|working on)\b/,
      /\b(?:started to|began to|draft(?:ed)?)\b/,
    ],
    [
      /\b(?:trying|attempt|test|testing|experiment\w*|piloted|began|started)\b/,
      /\bnot (?:yet )?(?:rolled|shipped|done|merged)\b/,
    ],
  ),
  hedge(
    [
      /\b(?:so far|mostly|partly|partially|most of|some of|half of|almost|nearly|except|apart from)\b/,
      /\b(?:at least the|the slowest)\b/,
    ],
    [/\b(?:part|some|half|most|rest|remaining|not all|still)\b/],
  ),
]

/** Words before a number that leave it open, by what they do to it. */
const AROUND: Readonly<Record<string, RegExp>> = {
  about: /(?:\b(?:about|around|roughly|approximately|approx\.?|circa|ca?\.|some|maybe)|~|≈)\s?[€$£]?$/i,
  under: new RegExp(
    `\\b${anyOf([
      /up to|at most|no more than|less than|fewer than|(?:just |well )?under|below/,
      /almost|nearly|close to/,
    ])}\\s[€$£]?$`,
    'i',
  ),
  over: /\b(?:at least|more than|(?:just |well )?over|above|upwards of)\s[€$£]?$/i,
}

const NUMBER = /(?<![\p{L}\d.,])\d+(?:[.,]\d+)*/gu

const aroundNumbers = (text: string): Map<string, Set<string>> => {
  const found = new Map<string, Set<string>>()
  for (const { 0: number, index } of text.matchAll(NUMBER)) {
    const before = text.slice(Math.max(0, index - 24), index)
    const kind = Object.keys(AROUND).find((one) => AROUND[one]!.test(before)) ?? 'exactly'
    found.set(number, (found.get(number) ?? new Set()).add(kind))
  }
  return found
}

/** "Over" before a number of measured things is not a hedge: "measured over all 69". */
const COUNTED_OVER = /\bover (?:all|the) (?=\d)/gi

/** Whether a number lost the word that left it open, or got one that it did not have. */
export function changesAround({ text, words }: Told): boolean {
  const known = aroundNumbers(words.replace(COUNTED_OVER, 'of '))
  return [...aroundNumbers(text.replace(COUNTED_OVER, 'of '))].some(([number, kinds]) => {
    const before = known.get(number)
    return before !== undefined && [...kinds].some((kind) => !before.has(kind))
  })
}

/** Whether a clause leaves out that the receipt is unsure, plans, proposes, tries or means only a part. */
export function losesHedge({ clauses, asWritten }: Told): boolean {
  return clauses.some(({ akin }) =>
    HEDGES.some((one) => akin.some((from) => one.in.test(from)) && !one.kept.test(asWritten)),
  )
}

const NOT =
  /\b(?:not|no|never|nobody|none|nothing|without|neither|nor|cannot)\b|n't\b|\b(?:in)?stead of\b|\brather than\b/i

/** Words that negate the deed itself. "A record that nobody had touched" may be left out. */
const DENIES = /\b(?:not|never|cannot|without)\b|n't\b/i

/** What says no in other words. */
const REFUSES = new RegExp(
  `${NOT.source}|${anyOf([
    /\b(?:fail(?:s|ed|ure)?|missed|lack(?:s|ed|ing)?|refus(?:es|ed)|declined)\b/,
    /\b(?:stopp(?:ed|ing)|missing|unable|quiet)\b/,
    /\b(?:alone|on my own|before|late|still|yet|left|wrong|gap|corrected|only)\b/,
  ])}`,
  'i',
)

/** Whether a clause is positive where its receipt is negative, or negative where none of its receipts is. */
export function turnsNot({ clauses, text, words }: Told): boolean {
  const lost = clauses.some(
    ({ text: said, akin }) =>
      akin.some((from) => DENIES.test(from)) && !REFUSES.test(said) && !REFUSES.test(text),
  )
  return lost || (NOT.test(text) && !REFUSES.test(words))
}
