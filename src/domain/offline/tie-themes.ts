import { type Competency, competenciesOf, type Ladder } from '../ladder/ladder.ts'
import { dot, type KindOfWork, kindsOf, sum, unit } from './kinds-of-work.ts'
import type { Theme } from './theme.ts'
import { workWords } from './work-words.ts'

/** How near a competency is to a theme: -1 for the opposite, 1 for the same. */
type Tie = { readonly theme: string; readonly strength: number }

/** A competency and its themes, nearest first. `given` means that the ladder's owner named them. */
export type Ties = {
  readonly competency: Competency
  readonly ties: readonly Tie[]
  readonly given: boolean
}

/** A competency's name is said as often as this many of its sentences. */
const NAMES = 2

/** The themes that the owner named. A ladder stored before themes existed has none. */
const given = (ladder: Ladder, id: string): readonly string[] =>
  Object.hasOwn(ladder.themes ?? {}, id) ? ladder.themes[id]! : []

/** The words of everything that describes a competency: its name, description and sentences. */
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
 * A word that every competency uses says little about any, so it counts this much less. Anything from .7 to .9 measures
 * about the same.
 */
const COMMON = 0.8

/** The weight of a word, by how many competencies use it. */
const weighed = (texts: readonly (readonly string[][])[]): ((word: string) => number) => {
  const users = new Map<string, number>()
  for (const sentences of texts)
    for (const word of new Set(sentences.flat())) users.set(word, (users.get(word) ?? 0) + 1)
  return (word) => 1 - COMMON * ((users.get(word) ?? 0) / texts.length)
}

export type Survey = {
  /** The kind of work of a text's words, as this ladder weighs them. */
  readonly kindOf: (words: readonly string[]) => KindOfWork
  /** The position of each competency among the kinds of work, in ladder order. */
  readonly places: readonly KindOfWork[]
  readonly fromMiddle: (kind: KindOfWork) => KindOfWork
}

/**
 * Places a ladder among the kinds of work. Competencies are measured from their common centre, so that what all of them
 * mention does not count. An owner's themes replace the sentences.
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
    const own = [...themes.keys()].filter((at) => named.includes(themes[at]!.theme)).map(kinds.ofTheme)
    return mean(own.length > 0 ? own : texts[index]!.map(kindOf))
  })
  const middle = mean(raw)
  const fromMiddle = (kind: KindOfWork): KindOfWork => minus(kind, middle)
  return { kindOf, places: raw.map(fromMiddle), fromMiddle }
}

/** The themes of work that a ladder's words suggest for each competency, for its owner to check. */
export function tiesOf(ladder: Ladder, themes: readonly Theme[]): Ties[] {
  const { places, fromMiddle } = survey(ladder, themes)
  const { ofTheme } = kindsOf(themes)
  const seen = themes.map((_, at) => fromMiddle(ofTheme(at)))
  return competenciesOf(ladder).map((competency, index) => ({
    competency,
    given: given(ladder, competency.id).length > 0,
    ties: seen
      .map((kind, at) => ({ theme: themes[at]!.theme, strength: dot(places[index]!, kind) }))
      .sort((one, other) => other.strength - one.strength || (one.theme < other.theme ? -1 : 1)),
  }))
}
