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

/** Longest sentence of a ladder that is put into a channel, in characters; two of them fit any message. */
const LONGEST = 3_000

/**
 * A number that a text always has and that looks like chance: FNV-1a over its UTF-16 units
 * (isthe.com/chongo/tech/comp/fnv).
 */
const mixed = (text: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  // FNV's low bits of short texts are alike: they are stirred once more (the end of MurmurHash3).
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}

/**
 * The thing whose turn it is: the one that was not used for longest, those never used first, in an order that
 * `seed` decides. So nothing comes again until all had their turn, whatever is added or taken away meanwhile.
 * `used` are keys, oldest first. undefined: there is nothing.
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
  /** The upper level's sentences that the lower one does not have. */
  readonly added: readonly Expectation[]
}

const pairName = ({ lower, upper }: LevelPair): string => `${lower.id}\n${upper.id}`

/** Two neighbouring levels that both say something; those where the upper one says something else, if there are any. */
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

/** The lower level's sentence that a sentence of the upper one goes on from: the most like it, or in its place. */
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
 * What the next nudge to a channel says. `used` is what was said there before, oldest first; a few hundred are
 * plenty, and what is of another ladder or no longer in this one counts for nothing. `channel` gives each channel an
 * order of its own. Competencies, their pairs of levels, their sentences and their questions each take turns.
 * null: the ladder has no competency that two neighbouring levels speak of.
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

/** The nudges of the coming weeks, one after another, as a channel would get them. */
export function comingNudges(given: Parameters<typeof nudgeTextOf>[0], weeks: number): readonly NudgeText[] {
  const coming: NudgeText[] = []
  for (let week = 0; week < weeks; week += 1) {
    const next = nudgeTextOf({ ...given, used: [...given.used, ...coming] })
    if (next) coming.push(next)
  }
  return coming
}

/**
 * The ladder's two sentences as they stand in it now. null: the ladder was edited and one of them, its level or its
 * competency is gone, so that the nudge has to be chosen anew.
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
