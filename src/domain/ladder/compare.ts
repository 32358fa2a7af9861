import { likeness, sharedIn } from '../text/likeness.ts'
import { plain } from '../text/plain.ts'
import type { Competency, Expectation, Ladder, Level } from './ladder.ts'
import { competenciesOf, rowOf } from './ladder.ts'

/** What one row asks that another does not, sentence by sentence. Only `same` also compares examples. */
export type RowComparison = {
  /** True if both rows have the same sentences, word for word, and are not empty. */
  readonly same: boolean
  readonly stays: readonly string[]
  /** Pairs of sentences that are similar. */
  readonly reworded: readonly { readonly before: string; readonly after: string }[]
  readonly added: readonly string[]
  readonly gone: readonly string[]
  /** How many words in the second row are not in the first. */
  readonly newWords: number
}

export type CompetencyComparison = { readonly competency: Competency; readonly rows: RowComparison }

/** How similar two sentences must be to count as reworded (Dice's coefficient of their words). */
const REWORDED = 0.5

const textsOf = (row: readonly Pick<Expectation, 'text'>[]): string[] => row.map(({ text }) => text)

/**
 * Compares two rows by their sentences. A sentence in both stays, even if it moved. Examples ask nothing, so they are
 * never new or gone.
 */
export function compareRows(
  before: readonly Pick<Expectation, 'text' | 'example'>[],
  after: readonly Pick<Expectation, 'text' | 'example'>[],
): RowComparison {
  const same = before.length > 0 && textsOf(before).join('\n') === textsOf(after).join('\n')
  const [old, now] = [before, after].map((row) => textsOf(row.filter(({ example }) => !example))) as [
    string[],
    string[],
  ]
  const stays = now.filter((text) => old.includes(text))
  let gone = old.filter((text) => !now.includes(text))
  const reworded: { before: string; after: string }[] = []
  const added: string[] = []
  let newWords = 0
  for (const text of now.filter((one) => !old.includes(one))) {
    const words = plain(text).split(' ')
    const near = gone
      .map((other) => {
        const otherWords = plain(other).split(' ')
        return { other, count: sharedIn(words, otherWords), alike: likeness(words, otherWords) }
      })
      .sort((a, b) => b.alike - a.alike)[0]
    if (near && near.alike >= REWORDED) {
      reworded.push({ before: near.other, after: text })
      gone = gone.filter((other) => other !== near.other)
      newWords += words.length - near.count
    } else {
      added.push(text)
      newWords += words.length
    }
  }
  return { same, stays, reworded, added, gone, newWords }
}

/**
 * Compares two levels, competency by competency in the ladder's order. Competencies that both levels leave out are
 * skipped.
 */
export function compareLevels(ladder: Ladder, from: Level, to: Level): CompetencyComparison[] {
  return competenciesOf(ladder).flatMap((competency) => {
    const [before, after] = [rowOf(ladder, from.id, competency.id), rowOf(ladder, to.id, competency.id)]
    return before.length + after.length === 0 ? [] : [{ competency, rows: compareRows(before, after) }]
  })
}

/**
 * What two versions of a ladder ask differently at one level: only competencies with a sentence added, removed or
 * reworded.
 */
export function compareVersions(before: Ladder, after: Ladder, levelId: string): CompetencyComparison[] {
  const known = new Map(
    [...competenciesOf(after), ...competenciesOf(before)].map((competency) => [competency.id, competency]),
  )
  return [...new Set([...competenciesOf(after), ...competenciesOf(before)].map(({ id }) => id))]
    .map((id) => ({
      competency: known.get(id)!,
      rows: compareRows(rowOf(before, levelId, id), rowOf(after, levelId, id)),
    }))
    .filter(({ rows }) => rows.added.length + rows.gone.length + rows.reworded.length > 0)
}

/** Where the difference lies: at most three competencies with the most new words, and those that are the same. */
export function whereItLies(comparisons: readonly CompetencyComparison[]): {
  most: readonly Competency[]
  same: readonly Competency[]
} {
  const changed = comparisons.filter(({ rows }) => rows.newWords > 0)
  const all = changed.reduce((sum, { rows }) => sum + rows.newWords, 0)
  const ranked = changed.toSorted((a, b) => b.rows.newWords - a.rows.newWords)
  let covered = 0
  // As many as it takes to cover half of the new words, but no more than three.
  const most = ranked.slice(0, 3).filter(({ rows }) => {
    const needed = covered < all / 2
    covered += rows.newWords
    return needed
  })
  return {
    most: most.map(({ competency }) => competency),
    same: comparisons.filter(({ rows }) => rows.same).map(({ competency }) => competency),
  }
}

/** A sentence that only the upper level asks. */
export type NewSentence = { readonly competency: Competency; readonly text: string }

/**
 * At most `most` sentences that are new, in the ladder's order: one of each competency, then the second
 * ones, and so on. A sentence that is worded differently may ask the same, so it is not new.
 */
export function firstNew(comparisons: readonly CompetencyComparison[], most: number): NewSentence[] {
  const longest = Math.max(0, ...comparisons.map(({ rows }) => rows.added.length))
  const inTurn = Array.from({ length: longest }, (_, nth) =>
    comparisons.flatMap(({ competency, rows: { added } }) =>
      nth < added.length ? [{ competency, text: added[nth]! }] : [],
    ),
  ).flat()
  const chosen = inTurn.slice(0, most)
  return comparisons.flatMap((one) => chosen.filter(({ competency }) => competency === one.competency))
}
