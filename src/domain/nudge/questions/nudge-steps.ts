import { LITTLE_WORDS } from '../../ladder/filler-words.ts'
import {
  askedOf,
  asksNothingNew,
  type Competency,
  competencyIdOf,
  type Expectation,
  type Ladder,
  type Level,
} from '../../ladder/ladder.ts'
import { likeness } from '../../text/likeness.ts'
import { plain } from '../../text/plain.ts'

/** Sentences of a ladder that a nudge quotes, by their ids with their levels, lower first: a step, or one sentence. */
export type Place = { readonly levels: readonly string[]; readonly expectations: readonly string[] }

/** The longest ladder sentence that is posted in a channel, in characters. Two of them fit into any message. */
const LONGEST = 3_000

const HELP = 'help|support|supervision|guidance|direction|oversight|assistance'

/** Before "needs help" it is no lack: "rarely needs help", "asks when you need help". */
const UNLESS = "rarely|never|seldom|hardly|no longer|not|n['’]t|you|they|people|others|who|may"

/** What says that somebody can't do something. */
const LACKS: readonly RegExp[] = [
  /\black(?:s|ing)?\b(?! of)/,
  /\b(?:has|have|had|shows?) (?:a )?lack of\b/,
  /\byet to\b/,
  /\b(?:limited|insufficient|little|no) (?:prior |previous )?(?:experience|knowledge|understanding|skills?)\b/,
  /\b(?:unable to|inexperienced|struggles?|incapable)\b/,
  new RegExp(
    `(?<!\\b(?:${UNLESS}) )\\b(?:requires?|needs?) (?!for\\b|with\\b|little\\b|minimal\\b|no\\b|less\\b|limited\\b)` +
      `(?:\\w+ ){0,2}(?:${HELP})\\b`,
  ),
]

const NOT = /\b(?:not|cannot)\b|n['’]t\b/

/** "Does not plan work yet", "can't work alone yet". */
const saysNotYet = (text: string): boolean =>
  text.split(/[.;]/).some((clause) => {
    const at = clause.search(NOT)
    return at >= 0 && /\byet\b/.test(clause.slice(at))
  })

/** True if a sentence states a lack, such as "lacks experience in all areas yet". No channel is shown it. */
export function statesLack(text: string): boolean {
  const lower = text.toLowerCase()
  return saysNotYet(lower) || LACKS.some((one) => one.test(lower))
}

/** What a sentence says: its words without little ones, and without adverbs such as "effectively". */
const contentOf = (text: string): string[] =>
  plain(text)
    .split(' ')
    .filter((word) => !LITTLE_WORDS.has(word) && !/^are$|..ly$/.test(word))

/** "project" and "projects", "willing" and "willingness". */
const alike = (one: string, other: string): boolean => {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return long.startsWith(short) && /^(?:e?s|ness|ing|ed)?$/.test(long.slice(short.length))
}

/** The fewest words of content by which a sentence is known to say the same as another. */
const FEWEST = 3

/**
 * True if the upper sentence is the lower one, or a part of it without a gap, whatever adverbs and endings they have. A
 * gap can be a step: "maintenance" asks more than "low-risk maintenance".
 */
const onlyDrops = (lower: string, upper: string): boolean => {
  const [words, others] = [contentOf(upper), contentOf(lower)]
  return (
    words.length >= FEWEST &&
    others.some((_, from) => words.every((word, nth) => alike(word, others[from + nth] ?? '')))
  )
}

/**
 * True if a sentence of the upper level asks something that the lower level does not. One that the lower level has too,
 * or that only drops words of one there, is no step.
 */
export function showsStep(ladder: Ladder, lower: Level, upper: Level, asked: Expectation): boolean {
  if (asksNothingNew(ladder, { current: lower.id, target: upper.id }, asked.id)) return false
  return !askedOf(ladder, lower.id, competencyIdOf(asked.id)).some(({ text }) => onlyDrops(text, asked.text))
}

/** What a competency says at a level that can be quoted in a channel. */
const quotable = (ladder: Ladder, level: Level, competency: string): Expectation[] =>
  askedOf(ladder, level.id, competency).filter(({ text }) => text.length <= LONGEST)

const wordsIn = (text: string): string[] => [...new Set(plain(text).split(' '))]

/**
 * The sentence of the lower level that goes with one of the upper level: the most similar, or else the one in the same
 * place. Undefined if there is none without a lack.
 */
const counterpart = (
  below: readonly Expectation[],
  above: readonly Expectation[],
  upper: Expectation,
): Expectation | undefined => {
  const kept = new Set(above.map(({ text }) => plain(text)))
  const sound = below.filter(({ text }) => !statesLack(text))
  const own = sound.filter(({ text }) => !kept.has(plain(text)))
  const near = (own.length > 0 ? own : sound).map((one) => ({
    one,
    like: likeness(wordsIn(one.text), wordsIn(upper.text)),
    away: Math.abs(one.bullet - upper.bullet),
  }))
  return near.sort((a, b) => b.like - a.like || a.away - b.away)[0]?.one
}

/**
 * The steps of a competency: a sentence of a level with the one at the next level that asks more. Without any step, its
 * single sentences, each at its lowest level. Empty if no two adjacent levels say something. Nothing in it states a
 * lack.
 */
export function stepsOf(ladder: Ladder, { id }: Pick<Competency, 'id'>): readonly Place[] {
  const pairs = ladder.levels
    .slice(1)
    .map((upper, nth) => ({ lower: ladder.levels[nth]!, upper }))
    .map((pair) => ({
      ...pair,
      below: quotable(ladder, pair.lower, id),
      above: quotable(ladder, pair.upper, id),
    }))
    .filter(({ below, above }) => below.length > 0 && above.length > 0)
  const steps = pairs.flatMap(({ lower, upper, below, above }) =>
    above.flatMap((asked): Place[] => {
      if (statesLack(asked.text) || !showsStep(ladder, lower, upper, asked)) return []
      const beside = counterpart(below, above, asked)
      return beside ? [{ levels: [lower.id, upper.id], expectations: [beside.id, asked.id] }] : []
    }),
  )
  if (steps.length > 0) return steps
  const known = new Set<string>()
  return pairs
    .flatMap(({ lower, upper, below, above }) => [
      ...below.map((one) => ({ level: lower, one })),
      ...above.map((one) => ({ level: upper, one })),
    ])
    .filter(({ one: { text } }) => !statesLack(text) && !known.has(plain(text)) && known.add(plain(text)))
    .map(({ level, one }) => ({ levels: [level.id], expectations: [one.id] }))
}
