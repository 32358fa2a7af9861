import {
  askedOf,
  type Competency,
  competenciesOf,
  type Expectation,
  expectationOf,
  type Ladder,
  type Level,
} from '../ladder/ladder.ts'
import { likeness } from '../text/likeness.ts'
import { plain } from '../text/plain.ts'
import type { NudgeQuestions, NudgeText } from './nudge.ts'
import { questionsOf } from './nudge-questions.ts'

/** The longest ladder sentence that is posted in a channel, in characters. Two of them fit into any message. */
const LONGEST = 3_000

/** A hash of a text that looks random: FNV-1a over its UTF-16 units (isthe.com/chongo/tech/comp/fnv). */
const mixed = (text: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  // The low bits of FNV are alike for short texts, so they are mixed once more (the end of MurmurHash3).
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}

/**
 * The thing whose turn it is: the one used longest ago. Unused ones come first, in an order that `seed` decides. So
 * nothing repeats before all have had their turn, even if things are added or removed in between. `used` has keys,
 * oldest first. Undefined if there are no things.
 */
export function nextInTurn<T>(
  things: readonly T[],
  keyOf: (thing: T) => string,
  used: readonly string[],
  seed: string,
): T | undefined {
  const ranked = things.map((thing) => {
    const key = keyOf(thing)
    return { thing, last: used.lastIndexOf(key), order: mixed(`${seed} ${key}`) }
  })
  return ranked.sort((a, b) => a.last - b.last || a.order - b.order)[0]?.thing
}

type LevelPair = {
  readonly lower: Level
  readonly upper: Level
  readonly below: readonly Expectation[]
  readonly above: readonly Expectation[]
  /** The sentences of the upper level that the lower one does not have. */
  readonly added: readonly Expectation[]
}

const pairName = ({ lower, upper }: LevelPair): string => `${lower.id}\n${upper.id}`

/**
 * Pairs of adjacent levels that both say something. If the upper level adds something in some of the pairs, only those.
 */
const pairsOf = (ladder: Ladder, { id }: Competency): readonly LevelPair[] => {
  const said = (level: Level): Expectation[] =>
    askedOf(ladder, level.id, id).filter(({ text }) => text.length <= LONGEST)
  const pairs = ladder.levels.slice(1).flatMap((upper, index): LevelPair[] => {
    const lower = ladder.levels[index]!
    const [below, above] = [said(lower), said(upper)]
    const known = new Set(below.map(({ text }) => plain(text)))
    const added = above.filter(({ text }) => !known.has(plain(text)))
    return below.length > 0 && above.length > 0 ? [{ lower, upper, below, above, added }] : []
  })
  const different = pairs.filter(({ added }) => added.length > 0)
  return different.length > 0 ? different : pairs
}

const wordsIn = (text: string): string[] => [...new Set(plain(text).split(' '))]

/**
 * The sentence of the lower level that goes with one of the upper level: the most similar, or else the one in the same
 * place.
 */
const counterpart = ({ below, above }: LevelPair, upper: Expectation): Expectation => {
  const kept = new Set(above.map(({ text }) => plain(text)))
  const own = below.filter(({ text }) => !kept.has(plain(text)))
  const near = (own.length > 0 ? own : below).map((one) => ({
    one,
    like: likeness(wordsIn(one.text), wordsIn(upper.text)),
    away: Math.abs(one.bullet - upper.bullet),
  }))
  return near.sort((a, b) => b.like - a.like || a.away - b.away)[0]!.one
}

/**
 * What the next nudge to a channel says. `used` has what was said there before, oldest first. A few hundred are enough,
 * and texts of other ladders don't count. `channel` gives each channel its own order. Competencies, their pairs of
 * levels, their sentences and their questions each take turns. Null if no competency has text at two adjacent levels.
 */
export function nudgeTextOf(given: {
  readonly ladder: Ladder
  readonly questions: NudgeQuestions
  readonly channel: string
  readonly used: readonly NudgeText[]
}): NudgeText | null {
  const { ladder, questions, channel } = given
  const used = given.used.filter((one) => one.ladder === ladder.id)
  const speaking = competenciesOf(ladder)
    .map((competency) => ({ competency, pairs: pairsOf(ladder, competency) }))
    .filter(({ pairs }) => pairs.length > 0)
  const chosen = nextInTurn(
    speaking,
    ({ competency }) => competency.id,
    used.map(({ competency }) => competency),
    channel,
  )
  if (!chosen) return null
  const { competency } = chosen
  const before = used.filter((one) => one.competency === competency.id)
  const seed = `${channel} ${competency.id}`
  const pair = nextInTurn(
    chosen.pairs,
    pairName,
    before.map(({ levels }) => levels.join('\n')),
    seed,
  )!
  const upper = nextInTurn(
    pair.added.length > 0 ? pair.added : pair.above,
    ({ id }) => id,
    before.map(({ expectations }) => expectations[1]),
    seed,
  )!
  const question = nextInTurn(
    questionsOf(ladder, competency, questions),
    (one) => one,
    before.map((one) => one.question),
    seed,
  )!
  return {
    ladder: ladder.id,
    competency: competency.id,
    levels: [pair.lower.id, pair.upper.id],
    expectations: [counterpart(pair, upper).id, upper.id],
    question,
  }
}

/** The nudges of the coming weeks, in the order in which a channel would get them. */
export function comingNudges(given: Parameters<typeof nudgeTextOf>[0], weeks: number): readonly NudgeText[] {
  const coming: NudgeText[] = []
  for (let week = 0; week < weeks; week += 1) {
    const next = nudgeTextOf({ ...given, used: [...given.used, ...coming] })
    if (next) coming.push(next)
  }
  return coming
}

/**
 * The two sentences as the ladder has them now. Null if the ladder was edited and a sentence, its level or its
 * competency is gone, so that the nudge has to be chosen again.
 */
export function sentencesOf(
  ladder: Ladder,
  { levels, expectations, competency }: NudgeText,
): {
  readonly competency: Competency
  readonly lower: { readonly level: Level; readonly text: string }
  readonly upper: { readonly level: Level; readonly text: string }
} | null {
  const found = competenciesOf(ladder).find(({ id }) => id === competency)
  const [lower, upper] = [0, 1].map((nth) => {
    const level = ladder.levels.find(({ id }) => id === levels[nth as 0 | 1])
    const expectation = expectationOf(ladder, expectations[nth as 0 | 1])
    const inPlace =
      level && expectation && askedOf(ladder, level.id, competency).some(({ id }) => id === expectation.id)
    return inPlace ? { level, text: expectation.text } : null
  })
  return found && lower && upper ? { competency: found, lower, upper } : null
}
