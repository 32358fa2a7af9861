import { FOREIGN_OPENERS } from '../mask/foreign-openers.ts'
import { withoutAccents } from '../mask/name-tokens.ts'
import { NAMES_THAT_ARE_WORDS, PLACES, TECHNOLOGY } from '../mask/name-words.ts'
import type { KnownNames } from '../mask/surnames.ts'

/** What a text may name: words of the evidence, the row and the ladder, in lower case. */
export type Nameable = {
  readonly known: (word: string) => boolean
  /** Known names of people, or undefined if they were not loaded. */
  readonly names: KnownNames | undefined
  /** True for a language that also capitalises other words, so that a surname cannot be told by its capital. */
  readonly capitals?: boolean
}

/** A word, and where it is: at the beginning of a sentence, or after a verb that people are the object of. */
export type WordUse = {
  readonly text: string
  readonly low: string
  readonly opens: boolean
  readonly told: boolean
  /** Whether a word in the past tense follows, so that this one does something. */
  readonly acts: boolean
}

/** Plain verbs whose object is a person. */
const TO_PEOPLE = /\b(?:ask|tell|thank|convince|remind|email|invite|interview|mentor|shadow) $/i

/** The words of a text that could be names. Skips @ mentions and addresses. */
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

/** Several capitals or a digit: an abbreviation or an identifier, and not a plain name. */
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

/** What rules out that a word is a name of any kind. */
const NO_NAME: readonly NameRule[] = [
  {
    name: 'it has no capital',
    example: 'You moved it with maria.',
    holds: ({ text }) => !/^\p{Lu}/u.test(text),
  },
  { name: 'it is known', example: 'You moved it with Emma.', holds: ({ low }, { known }) => known(low) },
]

/** What rules out that a word is a person's name. */
export const NO_PERSON: readonly NameRule[] = [
  ...NO_NAME,
  {
    name: 'it is technical',
    example: 'You should ask MySQL8 about it.',
    holds: ({ text }) => isTechnical(text),
  },
  {
    name: 'it is a compound',
    example: 'You should ask Mary-anne about it.',
    holds: ({ text }) => isCompound(text),
  },
  {
    // These words are people's names in other languages.
    name: 'it opens a sentence in its language',
    example: '¿Elle was it?',
    holds: ({ text, opens }, { capitals = false }) =>
      opens && capitals && FOREIGN_OPENERS.has(withoutAccents(text)),
  },
]

/** What makes a word a person's name, unless a rule above rules it out. */
export const PERSON: readonly NameRule[] = [
  {
    // Every sentence begins with a capital, so only given names count there.
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

/** What rules out that a capitalised word names a tool, a company or a place. */
export const NO_THING: readonly NameRule[] = [
  {
    // There only the subject of a verb can be a product or a company: "Datadog showed it".
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

/** The words of a text that name a person whom its sources do not mention. */
export function unknownPeople(text: string, nameable: Nameable): string[] {
  return possibleNamesIn(text)
    .filter((word) => !someHold(NO_PERSON, word, nameable) && someHold(PERSON, word, nameable))
    .map((word) => word.text)
}

/**
 * The same for a claim, plus unknown tools, companies and places, because people would believe those as well. Only for
 * languages in which a capital in mid-sentence marks a name.
 */
export function unknownNames(text: string, nameable: Nameable): string[] {
  return [
    ...unknownPeople(text, nameable),
    ...possibleNamesIn(text)
      .filter((word) => !someHold(NO_THING, word, nameable))
      .map((word) => word.text),
  ]
}
