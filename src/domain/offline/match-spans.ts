import { bulletsOf, competenciesOf, type Ladder, rowOf } from '../ladder/ladder.ts'
import { addTo, makeBm25, softmax, zScores } from '../text/bm25.ts'
import { dot, type KindOfWork } from './kinds-of-work.ts'
import type { Theme } from './theme.ts'
import { survey } from './tie-themes.ts'
import { workWords } from './work-words.ts'

/** A competency and how probably the words speak to it; a ladder's probabilities add up to one. */
export type CompetencyMatch = { readonly competency: string; readonly probability: number }

export type Matcher = {
  /** From a sentence to the ladder's competencies, most probable first. Empty when no word of it is known. */
  match(text: string): CompetencyMatch[]
  /** How alike two sentences are in the kind of work they speak of, from 0 to 1. */
  likeness(one: string, other: string): number
}

/** A name counts as much as this many sentences with the word. */
const NAME_WEIGHT = 3

/**
 * What the ladder's own words and the kind of work weigh: a conditional logit fitted on nine ladders with 1,191
 * sentences of evidence, each ladder counting alike. Its probabilities hold on ladders that it has not seen.
 */
const OWN_WORDS = 0.42
const KIND_OF_WORK = 6.2

/**
 * Matches sentences of evidence to a ladder's competencies by their words: those that the ladder uses itself,
 * and those of the kinds of work that its text speaks of. Deterministic; claims nothing about levels.
 */
export function makeMatcher(ladder: Ladder, themes: readonly Theme[]): Matcher {
  const competencies = competenciesOf(ladder)
  const { kindOf, places } = survey(ladder, themes)
  const scoreOwn = makeBm25(
    competencies.map(({ id, name, subtitle, about }) => {
      const document = addTo(new Map(), workWords(`${name} ${subtitle ?? ''}`), NAME_WEIGHT)
      addTo(document, workWords(about ?? ''))
      for (const level of ladder.levels)
        addTo(document, workWords(bulletsOf(ladder.rows[level.id]?.[id] ?? []).join(' ')))
      return document
    }),
  )
  const match = (text: string): CompetencyMatch[] => {
    const words = workWords(text)
    const kind = kindOf(words)
    const own = scoreOwn(words)
    if (own.every((score) => score === 0) && kind.every((value) => value === 0)) return []
    const shares = softmax(
      zScores(own).map((score, index) => OWN_WORDS * score + KIND_OF_WORK * dot(places[index]!, kind)),
    )
    return competencies
      .map(({ id }, index) => ({ competency: id, probability: shares[index]! }))
      .sort(
        (one, other) => other.probability - one.probability || (one.competency < other.competency ? -1 : 1),
      )
  }
  // A text is compared with every sentence of a row in turn: the ladder's kinds are kept, and the last text's.
  const kept = new Map(
    ladder.levels
      .flatMap((level) => competencies.flatMap(({ id }) => rowOf(ladder, level.id, id)))
      .map(({ text }) => [text, kindOf(workWords(text))]),
  )
  let last = { text: '', kind: kindOf([]) }
  const kindFor = (text: string): KindOfWork => {
    const known = kept.get(text)
    if (known) return known
    if (last.text !== text) last = { text, kind: kindOf(workWords(text)) }
    return last.kind
  }
  const likeness = (one: string, other: string): number => dot(kindFor(one), kindFor(other))
  return { match, likeness }
}

/**
 * First probability less the second, from which on the first is shown alone: the least at which, with themes of
 * the bank left out at random as a ladder of another kind would have it, what is shown is right as often as it
 * was before the stems changed. On 818 sentences of four published ladders, each level against the others: shown
 * for 51%, right in 88% of these; on Medium's evidence (240): for 29%, right in 69%.
 */
const SURE = 0.36

/**
 * What the first three must hold together to be worth choosing from: so much, and so far from their share if all
 * competencies were alike on the way to all of it. Below it nothing stands out.
 */
const WORTH_CHOOSING = 0.38
const ABOVE_CHANCE = 0.2

/** A third or second that is this improbable is no choice. */
const WORTH_NAMING = 0.05

/** What to say of one sentence: its competency, some to choose between, or that the words do not tell. */
export type SpanMatch =
  | { readonly kind: 'sure'; readonly competency: string }
  | { readonly kind: 'choose'; readonly between: readonly string[] }
  | { readonly kind: 'unknown' }

/** Decides from a sentence's matches, most probable first, what may be said of it. */
export function answerOf(matches: readonly CompetencyMatch[]): SpanMatch {
  const [first, second] = matches
  if (!first) return { kind: 'unknown' }
  if (first.probability - (second?.probability ?? 0) >= SURE)
    return { kind: 'sure', competency: first.competency }
  const best = matches.slice(0, 3)
  const held = best.reduce((sum, { probability }) => sum + probability, 0)
  const chance = best.length / matches.length
  const worth = Math.max(WORTH_CHOOSING, chance + ABOVE_CHANCE * (1 - chance))
  if (held < worth - 1e-9) return { kind: 'unknown' }
  const between = best.filter(({ probability }, index) => index < 2 || probability >= WORTH_NAMING)
  return { kind: 'choose', between: between.map(({ competency }) => competency) }
}
