import { onceFor } from '../text/once-for.ts'
import { LITTLE_WORDS } from './filler-words.ts'

/** One statement about one competency at one level. `id` is `sre/L3/mastery/2`, counted through the row. */
export type Expectation = {
  readonly id: string
  readonly text: string
  /** The bullet in the ladder's file that contains the sentence, from 1. Views show whole bullets. */
  readonly bullet: number
  /** It illustrates and asks nothing itself. So it is never missing, and no finding is about it. */
  readonly example?: true
}

export type Competency = {
  readonly id: string
  readonly name: string
  /** "Manager of One" in "Ownership — Manager of One". */
  readonly subtitle: string | null
  /** What it is about at every level, if the file says so. */
  readonly about: string | null
}

/** `name` is null for competencies outside any area. */
export type Area = {
  readonly id: string
  readonly name: string | null
  readonly competencies: readonly Competency[]
}

/**
 * A rung: id `L3`, rank 3, title "Senior SRE". Ranks order the levels and may start anywhere. A level with only a title
 * uses it as its id too, and the other way round.
 */
export type Level = {
  readonly id: string
  readonly rank: number
  readonly title: string
  /** What the level is about as a whole, if the file says so. */
  readonly about: string | null
}

/** One career ladder, one file in `rubric/`. `version` is the git blob id of the file's bytes. */
export type Ladder = {
  readonly id: string
  readonly name: string
  readonly version: string
  /** What the ladder is about, if the file says so. */
  readonly about: string | null
  /** More words for its levels and competencies, as its owner wrote them: id -> words. */
  readonly synonyms: Readonly<Record<string, readonly string[]>>
  /** How long something has to be shown before it counts as sustained, in months. */
  readonly sustainedMonths: number
  /** Kinds of work that its owner links to competencies: competency id -> names of themes. */
  readonly themes: Readonly<Record<string, readonly string[]>>
  /** Deeds that its owner gives as examples: competency id -> sentences. Absent in ladders stored before. */
  readonly examples?: Readonly<Record<string, readonly string[]>>
  readonly levels: readonly Level[]
  readonly areas: readonly Area[]
  /** level id -> competency id -> row. A cell that the file leaves out has none. */
  readonly rows: Readonly<Record<string, Readonly<Record<string, readonly Expectation[]>>>>
}

/** All competencies of a ladder in the order of its file. */
export function competenciesOf(ladder: Ladder): readonly Competency[] {
  return ladder.areas.flatMap((area) => area.competencies)
}

/** The expectations of one competency at one level. Empty if the ladder has no such cell. */
export function rowOf(ladder: Ladder, levelId: string, competencyId: string): readonly Expectation[] {
  const level = Object.hasOwn(ladder.rows, levelId) ? ladder.rows[levelId]! : {}
  return Object.hasOwn(level, competencyId) ? level[competencyId]! : []
}

/** The row without its examples: only what can be shown, missing, counted or asked for. */
export function askedOf(ladder: Ladder, levelId: string, competencyId: string): readonly Expectation[] {
  return rowOf(ladder, levelId, competencyId).filter(({ example }) => !example)
}

/** The row's bullets as in the file, with sentences joined by a space. For part of a row, only what it contains. */
export function bulletsOf(row: readonly Expectation[]): string[] {
  return [...Map.groupBy(row, ({ bullet }) => bullet).values()].map((sentences) =>
    sentences.map(({ text }) => text).join(' '),
  )
}

/** The deeds that the ladder's owner gives as examples of a competency. They ask nothing. */
export function examplesOf(ladder: Ladder, competencyId: string): readonly string[] {
  const examples = ladder.examples ?? {}
  return Object.hasOwn(examples, competencyId) ? examples[competencyId]! : []
}

/** A level by its id. */
export function levelOf(ladder: Ladder, levelId: string): Level | undefined {
  return ladder.levels.find((level) => level.id === levelId)
}

/** A competency by its id. */
export function competencyOf(ladder: Ladder, competencyId: string): Competency | undefined {
  return competenciesOf(ladder).find((competency) => competency.id === competencyId)
}

/** The position of a level in its ladder, from 0. -1 if there is no such level. */
export function rankOf(ladder: Ladder, levelId: string): number {
  return ladder.levels.findIndex(({ id }) => id === levelId)
}

/** The level `steps` rungs up (down if negative), or undefined past either end. */
export function neighbourLevel(ladder: Ladder, levelId: string, steps: number): Level | undefined {
  return ladder.levels[ladder.levels.findIndex((level) => level.id === levelId) + steps]
}

/** The ladders at one moment. A lookup reads one shelf from start to end, even if a file is edited in between. */
export type Shelf = {
  /** Sorted by name. */
  readonly all: readonly Ladder[]
  /** The default ladder, or the only one. Null if people have to choose. */
  readonly standard: Ladder | null
}

/** A ladder on the shelf by its id. */
export function ladderOf(shelf: Shelf, ladderId: string): Ladder | undefined {
  return shelf.all.find((ladder) => ladder.id === ladderId)
}

/** The areas that have a name. */
export function areasOf(ladder: Ladder): readonly (Area & { readonly name: string })[] {
  return ladder.areas.filter((area): area is Area & { name: string } => area.name !== null)
}

/** An expectation by its id, anywhere in the ladder. */
export function expectationOf(ladder: Ladder, id: string): Expectation | undefined {
  for (const row of Object.values(ladder.rows)) {
    for (const expectations of Object.values(row)) {
      const found = expectations.find((expectation) => expectation.id === id)
      if (found) return found
    }
  }
  return undefined
}

/** The id of the competency that an expectation belongs to. */
export function competencyIdOf(expectationId: string): string {
  return expectationId.split('/').at(-2) ?? ''
}

/** The words of a sentence without case and punctuation, and with "are" and "an" as "is" and "a". */
const folded = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]+/gu, ' ')
    .replace(/\bare\b/g, 'is')
    .replace(/\ban\b/g, 'a')
    .replace(/\s+/g, ' ')
    .trim()

const foldsOf = onceFor((_: Ladder) => new Map<string, string>())

/** The same for a sentence of a ladder, of which there are few and each is compared often. */
const foldedIn = (ladder: Ladder, text: string): string => {
  const folds = foldsOf(ladder)
  const known = folds.get(text) ?? folded(text)
  folds.set(text, known)
  return known
}

/** True if the current level of a goal has the same sentence in the same competency, so that it is nothing new. */
export function saidAtCurrent(
  ladder: Ladder,
  goal: { readonly current: string; readonly target: string },
  expectationId: string,
): boolean {
  return competenciesOf(ladder).some(({ id }) => {
    const asked = askedOf(ladder, goal.target, id).find((expectation) => expectation.id === expectationId)
    return (
      asked !== undefined &&
      askedOf(ladder, goal.current, id).some(
        ({ text }) => foldedIn(ladder, text) === foldedIn(ladder, asked.text),
      )
    )
  })
}

const contentOf = (ladder: Ladder, text: string): string[] =>
  foldedIn(ladder, text)
    .split(' ')
    .filter((word) => word !== '' && !LITTLE_WORDS.has(word))

/**
 * True if one list occurs in another without a gap. An inserted word such as "low-risk" narrows a sentence, while words
 * after it do not.
 */
const runsThrough = (words: readonly string[], others: readonly string[]): boolean =>
  others.some((_, from) => words.every((word, nth) => others[from + nth] === word))

/**
 * True if a target sentence asks nothing that the current level does not: the current level has the same words, or a
 * sentence that contains all of them.
 */
export function asksNothingNew(
  ladder: Ladder,
  goal: { readonly current: string; readonly target: string },
  expectationId: string,
): boolean {
  return competenciesOf(ladder).some(({ id }) => {
    const asked = askedOf(ladder, goal.target, id).find((expectation) => expectation.id === expectationId)
    if (asked === undefined) return false
    const words = contentOf(ladder, asked.text)
    return askedOf(ladder, goal.current, id).some(
      ({ text }) =>
        foldedIn(ladder, text) === foldedIn(ladder, asked.text) ||
        (words.length > 2 && runsThrough(words, contentOf(ladder, text))),
    )
  })
}

/** True if a competency has text at the target level and asks nothing there that the current level does not ask. */
export function rowAsksNothingNew(
  ladder: Ladder,
  goal: { readonly current: string; readonly target: string },
  competencyId: string,
): boolean {
  return (
    rowOf(ladder, goal.target, competencyId).length > 0 &&
    askedOf(ladder, goal.target, competencyId).every(({ id }) => asksNothingNew(ladder, goal, id))
  )
}
