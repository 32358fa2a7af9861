import { FOREIGN_OPENERS } from '../mask/foreign-openers.ts'
import { fold } from '../mask/name-tokens.ts'
import { NAMES_THAT_ARE_WORDS, PLACES, TECHNOLOGY } from '../mask/name-words.ts'
import type { KnownNames } from '../mask/surnames.ts'

/** What a text may name: words of the evidence, the row and the ladder, in small letters. */
export type Nameable = {
  readonly known: (word: string) => boolean
  /** Names that people have; undefined: nobody told. */
  readonly names: KnownNames | undefined
  /** True in a language that writes other words with capitals too: there a surname says nothing. */
  readonly capitals?: boolean
}

/** A word and its place: at the beginning of a sentence, after a verb that is done to people. */
type Word = {
  readonly text: string
  readonly low: string
  readonly opens: boolean
  readonly told: boolean
  /** A word in the past tense comes next: it does something. */
  readonly acts: boolean
}

/** Verbs of plain speech whose object is somebody. */
const TO_PEOPLE = /\b(?:ask|tell|thank|convince|remind|email|invite|interview|mentor|shadow) $/i

const wordsIn = (text: string): Word[] =>
  [...text.matchAll(/(?<![\p{L}\p{N}.@/_#-])\p{L}[\p{L}\p{N}+#'’-]*/gu)].map(({ 0: word, index }) => {
    const before = text.slice(Math.max(0, index - 40), index)
    return {
      text: word.replace(/['’]s?$/, ''),
      low: word.toLowerCase().replace(/['’]s?$/, ''),
      opens: index === 0 || /[.!?¿¡:;•\n(["“«‘/–—]\s?$/.test(before) || /[.!?:;]["”’)]?\s+$/.test(before),
      told: TO_PEOPLE.test(before),
      acts: /^['’]?s? (?:\p{L}{2,12}ly )?\p{L}{2,20}ed\b/u.test(
        text.slice(index + word.length, index + word.length + 40),
      ),
    }
  })

/** An abbreviation or a name in code: more capitals than one, or a digit, says that it is no plain name of a person. */
const isTechnical = (word: string): boolean => /\p{Lu}.*\p{Lu}|\d|[+#]/u.test(word)

/** The parts of a compound such as "Staging-to-production". */
const isCompound = (word: string): boolean => word.includes('-')

const isPersons = (word: string, names: KnownNames | undefined, surnamesToo: boolean): boolean => {
  if (names === undefined) return false
  const low = fold(word)
  if (NAMES_THAT_ARE_WORDS.has(low) || TECHNOLOGY.has(low) || PLACES.has(low)) return false
  return names.given.has(low) || (surnamesToo && names.surnames.has(low))
}

/**
 * The words of a text that name somebody who is in none of what it may draw on. A capital at the beginning of a sentence
 * says nothing by itself; there only given names are names.
 */
export const unknownPeople = (text: string, { known, names, capitals = false }: Nameable): string[] =>
  wordsIn(text)
    .filter(({ text: word, low, opens, told }) => {
      if (!/^\p{Lu}/u.test(word) || known(low) || isTechnical(word) || isCompound(word)) return false
      // "Qué" and "Elle" open a sentence there, though people are called so elsewhere.
      if (opens && capitals && FOREIGN_OPENERS.has(fold(word))) return false
      return isPersons(word, names, !opens && !capitals) || (told && !opens && !TECHNOLOGY.has(fold(word)))
    })
    .map(({ text: word }) => word)

/**
 * The same for a claim in a language where a capital in mid-sentence is a name: an unknown tool, firm or place would be
 * believed there as well. Abbreviations and compounds are none.
 */
export const unknownNames = (text: string, nameable: Nameable): string[] => [
  ...unknownPeople(text, nameable),
  ...wordsIn(text)
    .filter(
      ({ text: word, low, opens, acts }) =>
        // At the beginning of a sentence only a name of a product or a firm that does something is one.
        (!opens || (acts && TECHNOLOGY.has(fold(word)))) &&
        /^\p{Lu}/u.test(word) &&
        !nameable.known(low) &&
        !/^(?:I|AI|OK)$/.test(word) &&
        !/^\p{Lu}{2,6}s?$/u.test(word) &&
        !(isCompound(word) && !/-\p{Lu}/u.test(word)) &&
        !isPersons(word, nameable.names, true),
    )
    .map(({ text: word }) => word),
]
