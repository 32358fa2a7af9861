import { onceFor } from '../text/once-for.ts'
import { plain } from '../text/plain.ts'
import { meantBy } from '../text/spelling.ts'
import type { Ladder, Shelf } from './ladder.ts'
import { formOf } from './vocabulary.ts'

/** Phrases that name a ladder: its file name, its name, and words from both that no other ladder has. */
const phrasesOf = (ladder: Ladder, shared: ReadonlyMap<string, number>): string[] => {
  const words = [...new Set(plain(`${ladder.name} ${ladder.id}`).split(' '))]
  const telling = words.filter((word) => word.length > 2 && !/^\d+$/.test(word) && shared.get(word) === 1)
  return [plain(ladder.id), plain(ladder.name), ...(words.length > 1 ? telling : [])]
}

type LadderNames = {
  readonly exact: ReadonlyMap<string, readonly Ladder[]>
  readonly forms: ReadonlyMap<string, readonly Ladder[]>
}

const makeNames = (shelf: Shelf): LadderNames => {
  const shared = new Map<string, number>()
  for (const { name, id } of shelf.all)
    for (const word of new Set(plain(`${name} ${id}`).split(' ')))
      shared.set(word, (shared.get(word) ?? 0) + 1)
  const [exact, forms] = [new Map<string, Ladder[]>(), new Map<string, Ladder[]>()]
  const put = (into: Map<string, Ladder[]>, key: string, ladder: Ladder): void => {
    const known = into.get(key) ?? []
    if (!known.includes(ladder)) into.set(key, [...known, ladder])
  }
  for (const ladder of shelf.all) {
    for (const phrase of phrasesOf(ladder, shared)) {
      put(exact, phrase, ladder)
      put(forms, formOf(phrase.split(' ')), ladder)
    }
  }
  return { exact, forms }
}

const namesOf = onceFor((shelf: Shelf): LadderNames => makeNames(shelf))

/**
 * A ladder that these words name, and where: `from` and `to` (exclusive). Exact names come before other forms, and
 * those before misspellings.
 */
export function ladderNamed(
  shelf: Shelf,
  words: readonly string[],
): { ladder: Ladder; from: number; to: number } | null {
  const { exact, forms } = namesOf(shelf)
  const spellings: ((phrase: string) => readonly Ladder[] | undefined)[] = [
    (phrase) => exact.get(phrase),
    (phrase) => forms.get(formOf(phrase.split(' '))),
    (phrase) => (phrase.length > 4 ? exact.get(meantBy(phrase, exact.keys())[0] ?? '') : undefined),
  ]
  for (const named of shelf.all.length > 1 ? spellings : spellings.slice(0, 1)) {
    for (let size = Math.min(6, words.length); size > 0; size -= 1) {
      for (let from = 0; from + size <= words.length; from += 1) {
        const [only, another] = named(words.slice(from, from + size).join(' ')) ?? []
        if (only && !another) return { ladder: only, from, to: from + size }
      }
    }
  }
  return null
}
