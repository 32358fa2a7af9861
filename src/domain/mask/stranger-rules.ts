import { ABBREVIATIONS, ENGLISH_OPENERS } from './english-openers.ts'
import { FOREIGN_OPENERS } from './foreign-openers.ts'
import type { NameSigns, WordClass } from './name-context.ts'
import type { NameToken } from './name-tokens.ts'
import { DONE_TO_PEOPLE, GOES_ON, MET, MET_BEFORE_PREPOSITION } from './people-words.ts'
import type { Rule } from './rule.ts'
import { isCamel } from './surnames.ts'
import { PLACES_BEGIN } from './thing-words.ts'

/** A word that may be the name of somebody who is not a member. */
export type WordSigns = {
  readonly token: NameToken
  readonly kind: WordClass
  readonly tagged: boolean
  /** It is a known given name. */
  readonly given: boolean
  /** The word before it, if only a space separates them. */
  readonly prev: string
  /** Together with the next or previous word it is a place. */
  readonly inPlace: boolean
  /** Small words of other languages may open the sentence. */
  readonly foreign: boolean
}

const VERB = /(?:ed|ing|ly)$/

/** Words that never name a person, whatever follows them. */
export const NOBODY_RULES: readonly Rule<WordSigns>[] = [
  {
    name: 'an ordinary word',
    examples: ['I paired with [them] on it.'],
    applies: ({ token, tagged }) => !tagged && !token.cap,
    isName: false,
  },
  {
    name: 'part of an address or of a name in code',
    examples: ['See https://acme.dev/[Emma]/app for it.', 'Set Zoe_[Emma] to 3.'],
    applies: ({ token, tagged }) => !tagged && token.glued,
    isName: false,
  },
  {
    name: 'behind an @, and no given name',
    examples: ['Wrote @[Override] and @types/node.', 'Asked @[react] about it.', 'Asked @[hope] about it.'],
    applies: ({ token, tagged, given, kind }) =>
      tagged && !(given && (kind === 'clear' || (token.cap && kind !== 'technology'))),
    isName: false,
  },
  {
    name: 'a place of two words',
    examples: ['We met in [San] Jose twice.', 'Moved to Santa [Maria].', '[Port] Arthur went down.'],
    applies: ({ inPlace }) => inPlace,
    isName: false,
  },
  {
    name: "the rest of a place's name",
    examples: ['We met in Fort [Wayne] twice.', 'Moved to New [Madison].'],
    applies: ({ prev }) => PLACES_BEGIN.has(prev),
    isName: false,
  },
  {
    name: 'a word that opens sentences',
    examples: ['[Our] Zhang paper.', '[Told] Kowalski.'],
    applies: ({ token }) => token.opens && ENGLISH_OPENERS.has(token.low),
    isName: false,
  },
  {
    name: 'a word that opens sentences of other languages',
    examples: ['Das war so. [Mit] Jonas habe ich es umgestellt, und dann war es gut.'],
    applies: ({ token, foreign }) => token.opens && foreign && FOREIGN_OPENERS.has(token.low),
    isName: false,
  },
  {
    name: 'a verb that opens a sentence',
    examples: ['[Reviewed] Kowalski on it.', '[Pairing] Sundays.'],
    applies: ({ token, given }) => token.opens && !given && VERB.test(token.low),
    isName: false,
  },
]

/** The same word together with a possible surname. */
export type SurnameSigns = WordSigns & {
  readonly heading: boolean
  /** What follows is a known surname, and no other word that we know. */
  readonly surname: boolean
  /** The surname is all capitals too. */
  readonly loud: boolean
  /** The next word is a known surname, and no other word that we know. */
  readonly beforeSurname: boolean
}

/** If no rule applies, PERSON_RULES decide about given names, and UNKNOWN_RULES about all other words. */
export const STRANGER_RULES: readonly Rule<SurnameSigns>[] = [
  {
    name: 'a name in capitals alone',
    examples: ['Then [EMMA] KOWALSKI approved it.'],
    applies: ({ token, given, surname, loud }) => token.caps && given && surname && loud,
    isName: true,
  },
  {
    name: 'initials before a surname',
    examples: ['Then [CK] Cheong approved it.'],
    applies: ({ token, beforeSurname }) =>
      token.caps && token.text.length === 2 && !ABBREVIATIONS.has(token.low) && beforeSurname,
    isName: true,
  },
  {
    name: 'capitals alone',
    examples: ['Rotated the [RSA] keys.', 'Moved the [EVA] tables.', 'Asked [QA] Kowalski.'],
    applies: ({ token }) => token.caps,
    isName: false,
  },
  {
    name: 'a given name',
    examples: ['Then [Emma] went on.', 'Asked @[emma] about it.'],
    applies: ({ given, kind, tagged }) => given && (kind === 'clear' || tagged),
    isName: true,
  },
  {
    name: 'a given name that is also a word, before a surname',
    examples: ['It was [Rich] Bowen again.'],
    applies: ({ surname, heading, given, kind }) => surname && !heading && given && kind !== 'time',
    isName: true,
  },
  {
    name: 'a word that no list knows, before a surname',
    examples: ['It was [Zyxwert] Kowalski again.'],
    applies: ({ surname, heading, given, kind, token }) =>
      surname && !heading && !given && kind === 'clear' && !isCamel(token.text),
    isName: true,
  },
]

const isMet = ({ prev, before }: NameSigns): boolean =>
  MET.has(prev) || (MET_BEFORE_PREPOSITION.get(prev)?.has(before) ?? false)

/** "mentored Platform engineers": a name is not followed by a noun. */
const ends = ({ after, owner, next }: NameSigns): boolean =>
  !after || owner || !/^\s$/.test(after.gap) || after.cap || GOES_ON.has(next)

/**
 * Whether capitalised words that no list knows are a person here. Two words need signs that fit a person better, a
 * single word needs signs that fit only a person. The last rule applies to everything left.
 */
export const UNKNOWN_RULES: readonly Rule<NameSigns>[] = [
  {
    name: 'a capital inside a word',
    examples: ['I mentored [ZyxFlow] on it.'],
    applies: ({ token }) => isCamel(token.text),
    isName: false,
  },
  {
    name: 'an unknown word that opens a sentence',
    examples: ['([Zyxwert] said so.)'],
    applies: ({ token }) => token.opens,
    isName: false,
  },
  {
    name: 'an unknown word that hangs on the one before',
    examples: ['The co-[Zyxwert] said so.'],
    applies: ({ token }) => !/^[\s("“]+$/.test(token.gap),
    isName: false,
  },
  {
    name: 'something that we know of',
    examples: ['I thanked [Kafka] for it.', 'I coached [Engineering] on it.'],
    applies: ({ kind }) => kind !== 'clear',
    isName: false,
  },
  {
    name: 'several unknown words where a person is rather meant',
    examples: ['I worked with [Zyxwert] Quxley on it.', 'I mentored [Zyxwert] Quxley on it.'],
    applies: (signs) => signs.several && (signs.sure || signs.rather) && (!signs.heading || isMet(signs)),
    isName: true,
  },
  {
    name: 'an unknown word that is met, with the sentence going on',
    examples: ['I mentored [Zyxwert] on it.', 'Many thanks to [Zyxwert].'],
    applies: (signs) => isMet(signs) && ends(signs) && (!signs.heading || signs.prev === 'by'),
    isName: true,
  },
  {
    name: 'an unknown word that is met, with a noun behind it',
    examples: ['I mentored [Zyxwert] engineers.', 'Many thanks to [Zyxwert] wrote it.'],
    applies: isMet,
    isName: false,
  },
  {
    name: 'an unknown word that does or owns what people do',
    examples: ['Then [Zyxwert] said so.', "I read [Zyxters]' feedback.", "I read [Zyxwert]'s feedback."],
    applies: ({ sure, prev, heading }) => sure && !DONE_TO_PEOPLE.has(prev) && !heading,
    isName: true,
  },
  {
    name: 'an unknown word',
    examples: ['I moved [Zyxwert] to the cloud.'],
    applies: () => true,
    isName: false,
  },
]
