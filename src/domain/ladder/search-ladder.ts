import { addTo, type Document, makeBm25 } from '../text/bm25.ts'
import { onceFor } from '../text/once-for.ts'
import { plain } from '../text/plain.ts'
import { meantBy } from '../text/spelling.ts'
import { stem, stemsOf } from '../text/stems.ts'
import type { Competency, Ladder, Level } from './ladder.ts'
import { competenciesOf, rowOf } from './ladder.ts'
import { fullForm, meaningsOf, wordsWithMeanings } from './synonyms.ts'

/** A cell that contains the words. */
type Hit = { readonly level: Level; readonly competency: Competency }

export type SearchResult = {
  readonly hits: readonly Hit[]
  /** The stems that were searched for, so that they can be marked. */
  readonly stems: ReadonlySet<string>
  /** How the words were matched: as typed, after a spelling correction, or by words with the same meaning. */
  readonly by: 'words' | 'spelling' | 'meaning'
  /** False if no cell contains all of the words. */
  readonly all: boolean
}

type SearchCell = Hit & { readonly words: string; readonly document: Document }
type Index = {
  readonly cells: readonly SearchCell[]
  readonly stems: ReadonlySet<string>
  readonly words: ReadonlySet<string>
  readonly rank: (stems: readonly string[]) => number[]
}

const makeIndex = (ladder: Ladder): Index => {
  const cells = ladder.levels.flatMap((level) =>
    competenciesOf(ladder).flatMap((competency): SearchCell[] => {
      const row = rowOf(ladder, level.id, competency.id)
      if (row.length === 0) return []
      const text = row.map((expectation) => expectation.text).join(' ')
      return [{ level, competency, words: ` ${plain(text)} `, document: addTo(new Map(), stemsOf(text)) }]
    }),
  )
  return {
    cells,
    stems: new Set(cells.flatMap(({ document }) => [...document.keys()])),
    words: new Set(cells.flatMap(({ words }) => words.trim().split(' '))),
    rank: makeBm25(cells.map(({ document }) => document)),
  }
}

const indexOf = onceFor((ladder: Ladder): Index => makeIndex(ladder))

/** How much of two stems must be the same, from the start, for them to be forms of one word. */
const SAME_ROOT = 0.8

const isOneWord = (one: string, other: string): boolean => {
  if (one === other) return true
  const longest = Math.max(one.length, other.length)
  let same = 0
  while (same < longest && one[same] === other[same]) same += 1
  return same >= 6 && same >= longest * SAME_ROOT
}

const formsIn = (index: Index, one: string): string[] =>
  index.stems.has(one) ? [one] : [...index.stems].filter((known) => isOneWord(known, one))

/** True if the ladder's text contains exactly this word. */
export function hasExactWord(ladder: Ladder, word: string): boolean {
  return indexOf(ladder).words.has(word)
}

/** True if the ladder's text contains this word in any form. */
export function hasWord(ladder: Ladder, word: string): boolean {
  const index = indexOf(ladder)
  return (
    index.words.has(word) ||
    index.words.has(fullForm(word)) ||
    stemsOf(word).some((one) => formsIn(index, one).length > 0)
  )
}

/** The stems in the ladder for a word: its other forms, or else words with the same meaning. */
const takenAs = (index: Index, word: string): { stems: string[]; by: SearchResult['by'] } => {
  const direct = formsIn(index, word)
  if (direct.length > 0) return { stems: direct, by: 'words' }
  const inLadder = (words: readonly string[]): string[] => [
    ...new Set(words.flatMap((one) => stemsOf(one)).flatMap((one) => formsIn(index, one))),
  ]
  const meaning = wordsWithMeanings().find((one) => stem(one) === word || one === word)
  const same = meaning === undefined ? [] : inLadder(meaningsOf(meaning))
  if (same.length > 0) return { stems: same, by: 'meaning' }
  return { stems: [], by: 'words' }
}

/**
 * The cells that contain these words, best first: an exact phrase, then all of the words, then as many as any cell has.
 * With `at`, only cells of that level, if it has any. Null if the ladder has none of the words.
 */
export function searchLadder(ladder: Ladder, text: string, at: Level | null): SearchResult | null {
  const index = indexOf(ladder)
  let by: SearchResult['by'] = 'words'
  const spelled = (text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}+#-]*/gu) ?? []).map((word) =>
    index.words.has(word) ? word : fullForm(word),
  )
  const phrase = ` ${plain(spelled.join(' '))} `
  const groups = stemsOf(spelled.join(' ')).map((one): string[] => {
    const taken = takenAs(index, one)
    if (taken.by === 'meaning') by = 'meaning'
    return taken.stems
  })
  if (groups.every((group) => group.length === 0)) {
    // None of the words was found, so they may be misspelled.
    const known = [...index.words, ...wordsWithMeanings()]
    const corrected = spelled.map((word) => meantBy(word, known)[0] ?? '')
    if (corrected.every((word) => word === '') || corrected.join() === spelled.join()) return null
    const found = searchLadder(ladder, corrected.join(' '), at)
    return found ? { ...found, by: 'spelling' } : null
  }
  const stems = new Set(groups.flat())
  const ranks = index.rank([...stems])
  const scored = index.cells.map((cell, place) => ({
    cell,
    place,
    matched: groups.filter((group) => group.some((one) => cell.document.has(one))).length,
    score: (cell.words.includes(phrase) ? 100 : 0) + ranks[place]!,
  }))
  const within = scored.filter(({ cell, matched }) => matched > 0 && (at === null || cell.level.id === at.id))
  const pool = within.length > 0 ? within : scored
  const most = Math.max(...pool.map(({ matched }) => matched))
  const hits = pool
    .filter(({ matched }) => matched > 0 && matched === most)
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .map(({ cell: { level, competency } }) => ({ level, competency }))
  return { hits, stems, by, all: most === groups.length }
}

/** Splits a text, and marks the pieces with a searched word. Joined, the pieces are the text again. */
export function markedWords(text: string, stems: ReadonlySet<string>): { text: string; hit: boolean }[] {
  const pieces: { text: string; hit: boolean }[] = []
  let end = 0
  for (const match of text.matchAll(/on[- ]call|post[- ]?mortems?|[\p{L}\p{N}][\p{L}\p{N}+#’']*/giu)) {
    if (!stemsOf(match[0]).some((one) => stems.has(one))) continue
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), hit: false })
    pieces.push({ text: match[0], hit: true })
    end = match.index + match[0].length
  }
  if (end < text.length) pieces.push({ text: text.slice(end), hit: false })
  return pieces
}
