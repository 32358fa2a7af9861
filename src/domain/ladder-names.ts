import type { Ladder, Shelf } from './ladder.ts'
import { plain } from './names.ts'
import { meantBy } from './spelling.ts'
import { formOf } from './vocabulary.ts'

/** Phrases that name a ladder: its file's name, its name, and words of it that no other ladder's name has. */
const phrasesOf = (ladder: Ladder, shelf: Shelf): string[] => {
  const words = plain(ladder.name).split(' ')
  const telling = words.filter(
    (word) =>
      word.length > 2 &&
      !shelf.all.some(
        (other) => other.id !== ladder.id && plain(`${other.name} ${other.id}`).split(' ').includes(word),
      ),
  )
  return [plain(ladder.id), plain(ladder.name), ...(words.length > 1 ? telling : [])]
}

/** A ladder that these words name, and where: from, to (exclusive). Names win over other forms, those over slips. */
export const ladderNamed = (
  shelf: Shelf,
  words: readonly string[],
): { ladder: Ladder; from: number; to: number } | null => {
  const known = shelf.all.map((ladder) => ({ ladder, phrases: phrasesOf(ladder, shelf) }))
  const spellings: ((phrase: string, name: string) => boolean)[] = [
    (phrase, name) => phrase === name,
    (phrase, name) => formOf(phrase.split(' ')) === formOf(name.split(' ')),
    (phrase, name) => phrase.length > 4 && meantBy(phrase, [name]).length > 0,
  ]
  for (const isName of shelf.all.length > 1 ? spellings : spellings.slice(0, 1)) {
    for (let size = Math.min(6, words.length); size > 0; size -= 1) {
      for (let from = 0; from + size <= words.length; from += 1) {
        const phrase = words.slice(from, from + size).join(' ')
        const found = known.filter(({ phrases }) => phrases.some((name) => isName(phrase, name)))
        if (found.length === 1) return { ladder: found[0]!.ladder, from, to: from + size }
      }
    }
  }
  return null
}
