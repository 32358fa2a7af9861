import { type Competency, competenciesOf, type Ladder } from '../ladder/ladder.ts'
import { dot, type KindOfWork, kindsOf, sum, unit } from './kinds-of-work.ts'
import type { Theme } from './theme.ts'
import { workWords } from './work-words.ts'

/** How near a competency is to a theme: -1 the opposite, 1 the same. */
type Tie = { readonly theme: string; readonly strength: number }

/** A competency and its themes, the nearest first; `given` when the ladder's owner named them. */
export type Ties = {
  readonly competency: Competency
  readonly ties: readonly Tie[]
  readonly given: boolean
}

/** A competency's name is said as often as this many of its sentences. */
const NAMES = 2

/** The themes that the owner names; a ladder kept from before there were any has none. */
const given = (ladder: Ladder, id: string): readonly string[] =>
  Object.hasOwn(ladder.themes ?? {}, id) ? ladder.themes[id]! : []

/** The texts that say what a competency is about, as words: its name and what it is about, and every sentence. */
const textsOf = (ladder: Ladder, { id, name, subtitle, about }: Competency): string[][] =>
  [
    ...Array.from({ length: NAMES }, () => `${name} ${subtitle ?? ''}`),
    about ?? '',
    ...ladder.levels.flatMap((level) => (ladder.rows[level.id]?.[id] ?? []).map(({ text }) => text)),
  ]
    .map(workWords)
    .filter((words) => words.length > 0)

const minus = (kind: KindOfWork, other: KindOfWork): KindOfWork => {
  const rest = kind.map((value, at) => value - other[at]!)
  const mean = rest.reduce((total, value) => total + value, 0) / Math.max(1, rest.length)
  return unit(rest.map((value) => value - mean))
}

/**
 * A word that every competency uses tells little of any: it counts for so much less. Anything from .3 to .9 measures
 * alike.
 */
const COMMON = 0.5

/** How much a word counts, by how many of the competencies use it. */
const weighed = (texts: readonly (readonly string[][])[]): ((word: string) => number) => {
  const users = new Map<string, number>()
  for (const sentences of texts)
    for (const word of new Set(sentences.flat())) users.set(word, (users.get(word) ?? 0) + 1)
  return (word) => 1 - COMMON * ((users.get(word) ?? 0) / texts.length)
}

export type Survey = {
  /** The kind of work of a text's words, as this ladder weighs them. */
  readonly kindOf: (words: readonly string[]) => KindOfWork
  /** Where each competency is among the kinds of work, in the order of the ladder. */
  readonly places: readonly KindOfWork[]
  readonly fromMiddle: (kind: KindOfWork) => KindOfWork
}

/**
 * A ladder among the kinds of work. Its competencies are seen from the middle of them all, so that what each
 * speaks of tells none apart. An owner's themes stand for the sentences.
 */
export function survey(ladder: Ladder, themes: readonly Theme[]): Survey {
  const kinds = kindsOf(themes)
  const competencies = competenciesOf(ladder)
  const texts = competencies.map((competency) => textsOf(ladder, competency))
  const weightOf = weighed(texts)
  const kindOf = (words: readonly string[]): KindOfWork => kinds.kindOf(words, weightOf)
  const size = kindOf([]).length
  const mean = (list: readonly KindOfWork[]): KindOfWork =>
    sum(list, size).map((value) => value / Math.max(1, list.length))
  const raw = competencies.map(({ id }, index) => {
    const named = given(ladder, id)
    const own =
      named.length === 0 ? [] : kinds.ofThemes().filter((_, at) => named.includes(themes[at]!.theme))
    return mean(own.length > 0 ? own : texts[index]!.map(kindOf))
  })
  const middle = mean(raw)
  const fromMiddle = (kind: KindOfWork): KindOfWork => minus(kind, middle)
  return { kindOf, places: raw.map(fromMiddle), fromMiddle }
}

/** Which themes of work a ladder's words tie each competency to, for its owner to check. */
export function tiesOf(ladder: Ladder, themes: readonly Theme[]): Ties[] {
  const { places, fromMiddle } = survey(ladder, themes)
  const seen = kindsOf(themes).ofThemes().map(fromMiddle)
  return competenciesOf(ladder).map((competency, index) => ({
    competency,
    given: given(ladder, competency.id).length > 0,
    ties: seen
      .map((kind, at) => ({ theme: themes[at]!.theme, strength: dot(places[index]!, kind) }))
      .sort((one, other) => other.strength - one.strength || (one.theme < other.theme ? -1 : 1)),
  }))
}
