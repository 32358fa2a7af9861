import { FOREIGN_OPENERS } from '../mask/foreign-openers.ts'
import { withoutAccents } from '../mask/name-tokens.ts'
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
export type WordUse = {
  readonly text: string
  readonly low: string
  readonly opens: boolean
  readonly told: boolean
  /** A word in the past tense comes next: it does something. */
  readonly acts: boolean
}

/** Verbs of plain speech whose object is somebody. */
const TO_PEOPLE = /\b(?:ask|tell|thank|convince|remind|email|invite|interview|mentor|shadow) $/i

/** The words of a text that could be names, those behind an @ or in an address left out. */
export function possibleNamesIn(text: string): WordUse[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}.@/_#-])\p{L}[\p{L}\p{N}+#'’-]*/gu)].map(({ 0: word, index }) => {
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
}

/** More capitals than one, or a digit: an abbreviation or a name in code, and no plain name of a person. */
const isTechnical = (word: string): boolean => /\p{Lu}.*\p{Lu}|\d|[+#]/u.test(word)

/** The parts of a compound such as "Staging-to-production". */
const isCompound = (word: string): boolean => word.includes('-')

const isPersons = (word: string, names: KnownNames | undefined, surnamesToo: boolean): boolean => {
  if (names === undefined) return false
  const low = withoutAccents(word)
  if (NAMES_THAT_ARE_WORDS.has(low) || TECHNOLOGY.has(low) || PLACES.has(low)) return false
  return names.given.has(low) || (surnamesToo && names.surnames.has(low))
}

type NameRule = {
  readonly name: string
  /** A text with a word that the rule is for. */
  readonly example: string
  readonly holds: (word: WordUse, nameable: Nameable) => boolean
}

/** What keeps a word from being a name of any kind. */
const NO_NAME: readonly NameRule[] = [
  {
    name: 'it has no capital',
    example: 'You moved the queue.',
    holds: ({ text }) => !/^\p{Lu}/u.test(text),
  },
  { name: 'it is known', example: 'You moved Kafka.', holds: ({ low }, { known }) => known(low) },
]

/** What keeps a word from being somebody's name. */
export const NO_PERSON: readonly NameRule[] = [
  ...NO_NAME,
  { name: 'it is technical', example: 'You moved it to MySQL8.', holds: ({ text }) => isTechnical(text) },
  { name: 'it is a compound', example: 'The Mary-Anne rollout.', holds: ({ text }) => isCompound(text) },
  {
    // People are called so elsewhere.
    name: 'it opens a sentence in its language',
    example: '¿Elle was it?',
    holds: ({ text, opens }, { capitals = false }) =>
      opens && capitals && FOREIGN_OPENERS.has(withoutAccents(text)),
  },
]

/** What makes a word somebody's name that none of those keeps from it. */
export const PERSON: readonly NameRule[] = [
  {
    // A capital at the beginning of a sentence says nothing by itself; there only given names are names.
    name: 'people are called so',
    example: 'You moved it with Maria.',
    holds: ({ text, opens }, { names, capitals = false }) => isPersons(text, names, !opens && !capitals),
  },
  {
    name: 'it is told, asked or thanked',
    example: 'You should ask Zzyx about it.',
    holds: ({ text, opens, told }) => told && !opens && !TECHNOLOGY.has(withoutAccents(text)),
  },
]

/** What keeps a word with a capital from being the name of a tool, a firm or a place. */
export const NO_THING: readonly NameRule[] = [
  {
    // There only a product or a firm that does something is one: "Datadog showed it".
    name: 'it opens a sentence',
    example: 'Restores were slow.',
    holds: ({ text, opens, acts }) => opens && !(acts && TECHNOLOGY.has(withoutAccents(text))),
  },
  ...NO_NAME,
  {
    name: 'it is a word that always has a capital',
    example: 'There I moved it.',
    holds: ({ text }) => /^(?:I|AI|OK)$/.test(text),
  },
  {
    name: 'it is an abbreviation',
    example: 'There the SLOs held.',
    holds: ({ text }) => /^\p{Lu}{2,6}s?$/u.test(text),
  },
  {
    name: 'it is a compound of small words',
    example: 'It was a Staging-to-production move.',
    holds: ({ text }) => isCompound(text) && !/-\p{Lu}/u.test(text),
  },
  {
    name: 'it is somebody’s',
    example: 'You moved it with Maria.',
    holds: ({ text }, { names }) => isPersons(text, names, true),
  },
]

const someHold = (rules: readonly NameRule[], word: WordUse, nameable: Nameable): boolean =>
  rules.some(({ holds }) => holds(word, nameable))

/** The words of a text that name somebody who is in none of what it may draw on. */
export function unknownPeople(text: string, nameable: Nameable): string[] {
  return possibleNamesIn(text)
    .filter((word) => !someHold(NO_PERSON, word, nameable) && someHold(PERSON, word, nameable))
    .map((word) => word.text)
}

/**
 * The same for a claim in a language where a capital in mid-sentence is a name: an unknown tool, firm or place would be
 * believed there as well.
 */
export function unknownNames(text: string, nameable: Nameable): string[] {
  return [
    ...unknownPeople(text, nameable),
    ...possibleNamesIn(text)
      .filter((word) => !someHold(NO_THING, word, nameable))
      .map((word) => word.text),
  ]
}
