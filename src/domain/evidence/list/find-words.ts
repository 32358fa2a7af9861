import { stemsOf } from '../../text/stems.ts'
import { cutSpans } from '../spans.ts'

/** A word that is looked for. */
type SoughtWord = { readonly word: string; readonly stem: string }

/** Words that are looked for in a person's evidence. */
export type Sought = {
  readonly words: readonly SoughtWord[]
  /** How all forms of the words begin, so that a store can leave out texts that have none of them. */
  readonly beginnings: readonly string[]
}

/** A text of a piece. `beside` lists names that count as its words: of its file, and of the person who said it. */
export type PieceText = { readonly id: string; readonly reading: string; readonly beside: string }

/** A piece that has the words. */
export type FoundPiece = {
  readonly id: string
  /** True if it has all of the words, and as they were typed. */
  readonly exact: boolean
  /** True if the words follow each other as they were typed. */
  readonly phrase: boolean
  /** The sentence that has most of the words, and the first of them. Null if only a name has them. */
  readonly quote: { readonly sentence: string; readonly word: string } | null
}

/** Two spellings of these count as one word. */
const WORD = /on[- ]call|post[- ]?mortems?|[\p{L}\p{N}][\p{L}\p{N}+#]*/giu

const wordsIn = (text: string): { text: string; at: number }[] =>
  Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({ text: word, at: index }))

const typed = (word: string): string => word.toLowerCase().replace(/[- ]/g, '')

/** Stop words and numbers have no stem. They count as they are. */
const stemOf = (word: string): string => stemsOf(word)[0] ?? typed(word)

/** A stem may differ from its word in the last letters: "identifi", "sensibl". */
const beginningOf = (stem: string): string =>
  stem.slice(0, Math.max(Math.min(3, stem.length), stem.length - 2))

/** The words to look for in a text. Stop words count only if there is nothing else. Null if it has no words. */
export function soughtIn(text: string): Sought | null {
  const all = wordsIn(text).map((one) => one.text)
  const telling = all.filter((word) => stemsOf(word).length > 0 || /\d/.test(word))
  const chosen = telling.length > 0 ? telling : all
  if (chosen.length === 0) return null
  const words = chosen.map((word): SoughtWord => ({ word: typed(word), stem: stemOf(word) }))
  // These two may contain a hyphen or a space.
  const beginnings = words.map(({ word, stem }) =>
    word === 'oncall' ? 'on' : word.startsWith('postmortem') ? 'post' : beginningOf(stem),
  )
  return { words, beginnings: [...new Set(beginnings)] }
}

type Hit = { readonly nth: number; readonly at: number; readonly text: string; readonly exact: boolean }

const hitsIn = (text: string, { words, beginnings }: Sought): Hit[] =>
  wordsIn(text).flatMap((one): Hit[] => {
    const word = typed(one.text)
    if (!beginnings.some((beginning) => word.startsWith(beginning))) return []
    const stem = stemOf(one.text)
    const nth = words.findIndex((sought) => sought.word === word || sought.stem === stem)
    return nth === -1 ? [] : [{ ...one, nth, exact: words[nth]!.word === word }]
  })

/** How far apart words of one sentence may be, and how much around them is read, in UTF-16 units. */
const NEAR = 300
const AROUND = 600

/** The hit after which the most different words follow in its line, within a sentence's length. */
const densest = (text: string, hits: readonly Hit[]): Hit | null => {
  let best: { hit: Hit; count: number } | null = null
  for (const [from, hit] of hits.entries()) {
    const seen = new Set<number>()
    const line = text.slice(hit.at, hit.at + NEAR).indexOf('\n')
    const end = hit.at + (line === -1 ? NEAR : line)
    for (let to = from; to < hits.length && hits[to]!.at < end; to += 1) seen.add(hits[to]!.nth)
    const count = seen.size * 2 + Number(hit.exact)
    if (best === null || count > best.count) best = { hit, count }
  }
  return best?.hit ?? null
}

const sentenceAt = (text: string, at: number): string => {
  const from = Math.max(text.lastIndexOf('\n', at) + 1, at - AROUND)
  const end = text.indexOf('\n', at)
  const to = Math.min(end === -1 ? text.length : end, at + AROUND)
  const line = text.slice(from, to)
  const span = cutSpans(line).find((one) => one.start <= at - from && at - from < one.end)
  return span?.text ?? line
}

const isPhrase = (text: string, words: readonly SoughtWord[]): boolean => {
  if (words.length < 2) return false
  const said = wordsIn(text).map((one) => typed(one.text))
  const first = words[0]!.word
  return said.some((word, at) => word === first && words.every((one, nth) => said[at + nth] === one.word))
}

type Ranked = FoundPiece & { readonly matched: number }

const rankOf = (id: string, texts: readonly PieceText[], sought: Sought): Ranked | null => {
  const hits = texts.map(({ reading, beside }) => ({
    reading: hitsIn(reading, sought),
    beside: hitsIn(beside, sought),
  }))
  const all = hits.flatMap((one) => [...one.reading, ...one.beside])
  if (all.length === 0) return null
  const matched = new Set(all.map(({ nth }) => nth)).size
  const exact = new Set(all.filter((hit) => hit.exact).map(({ nth }) => nth)).size === sought.words.length
  // The text with the most of the words has the sentence to show.
  const [where] = hits
    .map((one, nth) => ({ nth, words: new Set(one.reading.map((hit) => hit.nth)).size }))
    .toSorted((one, other) => other.words - one.words)
  const text = texts[where!.nth]!.reading
  const best = densest(text, hits[where!.nth]!.reading)
  return {
    id,
    matched,
    exact,
    phrase: exact && texts.some(({ reading }) => isPhrase(reading, sought.words)),
    quote: best ? { sentence: sentenceAt(text, best.at), word: best.text } : null,
  }
}

/**
 * The pieces with these words, best first: as a phrase, then all words as they were typed, then in other forms. If no
 * piece has all of the words, those with as many as any has.
 */
export function findPieces(texts: readonly PieceText[], sought: Sought): FoundPiece[] {
  const ranked = [...Map.groupBy(texts, ({ id }) => id)].flatMap(([id, own]) => rankOf(id, own, sought) ?? [])
  const most = Math.max(0, ...ranked.map(({ matched }) => matched))
  return ranked
    .filter(({ matched }) => matched === most)
    .toSorted(
      (one, other) => Number(other.phrase) - Number(one.phrase) || Number(other.exact) - Number(one.exact),
    )
    .map(({ id, exact, phrase, quote }) => ({ id, exact, phrase, quote }))
}
