import { plain } from '../text/plain.ts'
import { meantBy } from '../text/spelling.ts'
import { FILLERS, FILLERS_BESIDE_NAMES } from './filler-words.ts'
import type { Area, Competency, Ladder, Level } from './ladder.ts'
import { hasExactWord, hasWord } from './search-ladder.ts'
import { type Referent, vocabularyOf } from './vocabulary.ts'

/** A question, split by the names of one ladder. */
export type LadderQuestion = {
  readonly levels: readonly Level[]
  readonly competencies: readonly Competency[]
  readonly areas: readonly Area[]
  /** The meanings of a word that names several levels or competencies. Only one of them is meant. */
  readonly either: readonly Referent[]
  /** Content words that name nothing, in order. */
  readonly rest: readonly string[]
  /** All content words except those that name a level. */
  readonly content: readonly string[]
  /** True if a name was found only by its corrected spelling (`corrected`) or in another form (`loose`). */
  readonly corrected: boolean
  readonly loose: boolean
  /** Which words belong to a name: `from` and `to` (exclusive). */
  readonly spans: readonly {
    readonly from: number
    readonly to: number
    readonly referents: readonly Referent[]
  }[]
}

/** Splits "lvl3", and "L2trust" where the first part is a level's name and the second is a word. */
const unglued = (word: string, ladder: Ladder): string[] => {
  const numbered = /^(lvl|lv|level|rank|grade)(\d{1,3})$/.exec(word)
  if (numbered) return [numbered[1]!, numbered[2]!]
  const match = /^(\p{L}{0,6}\d{1,3})(\p{L}{3,})$/u.exec(word)
  return match && vocabularyOf(ladder).named([match[1]!])?.tier === 0 ? [match[1]!, match[2]!] : [word]
}

/** The words of a text in which names are looked for. */
export function lookupWords(text: string): string[] {
  return plain(text).split(' ').filter(Boolean)
}

type LadderMention = { from: number; to: number; tier: number; referents: readonly Referent[] }

const mentionsIn = (words: readonly string[], ladder: Ladder): LadderMention[] => {
  const vocabulary = vocabularyOf(ladder)
  const mentions: LadderMention[] = []
  for (let from = 0; from < words.length; from += 1) {
    for (let size = Math.min(vocabulary.longest, words.length - from); size > 0; size -= 1) {
      const phrase = words.slice(from, from + size)
      const entry = vocabulary.named(phrase)
      // A filler names something only as part of a phrase, or if it is exactly a name.
      if (!entry || (size === 1 && FILLERS.has(phrase[0]!) && entry.tier > 0)) continue
      // "leadership" is a word in the ladder itself before it is another form of "Lead".
      const onlyForm = size === 1 && entry.tier > 2 && entry.referents.every(({ kind }) => kind === 'level')
      if (onlyForm && hasExactWord(ladder, phrase[0]!)) continue
      mentions.push({ from, to: from + size, tier: entry.tier, referents: entry.referents })
      from += size - 1
      break
    }
  }
  return mentions
}

/** Corrects content words that are neither names nor in the ladder's text, by the nearest name. */
const corrections = (
  words: readonly string[],
  mentions: readonly LadderMention[],
  ladder: Ladder,
): string[][] => {
  const named = new Set(
    mentions.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)),
  )
  return words.map((word, index) => {
    if (named.has(index) || FILLERS.has(word) || FILLERS_BESIDE_NAMES.has(word) || hasWord(ladder, word))
      return [word]
    const meant = meantBy(word, vocabularyOf(ladder).words)
    return meant.length > 0 ? meant : [word]
  })
}

const unique = <T extends { readonly id: string }>(things: readonly T[]): T[] => [
  ...new Map(things.map((thing) => [thing.id, thing])).values(),
]

/** Splits a question by the names of a ladder. `isExact` false also accepts misspelled names. */
export function questionOf(ladder: Ladder, typed: readonly string[], isExact = false): LadderQuestion {
  let words = typed.flatMap((word) => unglued(word, ladder))
  let mentions = mentionsIn(words, ladder)
  let corrected = false
  if (!isExact) {
    const meant = corrections(words, mentions, ladder)
    corrected = meant.some(([first], index) => first !== words[index])
    if (corrected) {
      words = meant.map(([first]) => first!)
      mentions = mentionsIn(words, ladder)
    }
  }
  const named = new Set(
    mentions.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)),
  )
  const of = <K extends Referent['kind']>(kind: K): Extract<Referent, { kind: K }>[] =>
    mentions.flatMap(({ referents }) =>
      referents.length === 1 && referents[0]!.kind === kind
        ? [referents[0] as Extract<Referent, { kind: K }>]
        : [],
    )
  const levelWords = new Set(
    mentions
      .filter(({ referents }) => referents.every(({ kind }) => kind === 'level'))
      .flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)),
  )
  const isContent = (index: number): boolean => {
    const word = words[index]!
    if (word === 'on' && words[index + 1] === 'call') return true
    return !FILLERS.has(word) && (mentions.length === 0 || !FILLERS_BESIDE_NAMES.has(word))
  }
  return {
    levels: unique(of('level').map(({ level }) => level)),
    competencies: unique(of('competency').map(({ competency }) => competency)),
    areas: unique(of('area').map(({ area }) => area)),
    either: mentions.find(({ referents }) => referents.length > 1)?.referents ?? [],
    rest: words.filter((_, index) => !named.has(index) && isContent(index)),
    content: words.filter((_, index) => !levelWords.has(index) && (named.has(index) || isContent(index))),
    corrected,
    loose: mentions.some(({ tier }) => tier > 1),
    spans: mentions,
  }
}
