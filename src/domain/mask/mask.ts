import { inEnglish } from '../text/language.ts'
import { findContacts } from './mask-contacts.ts'
import { findPeople } from './mask-names.ts'
import { neutralPronouns } from './mask-pronouns.ts'
import type { Member } from './member-names.ts'
import { JOINED, LETTERS_OF, ONE, SEVERAL } from './placeholders.ts'
import type { KnownNames } from './surnames.ts'

/** Who may be named: the writer, other members of the workspace, and known names. */
export type PeopleToMask = {
  readonly self: Member | null
  readonly members: readonly Member[]
  readonly known: KnownNames
}

/** What was replaced by what. Plain values, so that another thread can restore the names. */
export type MaskKey = {
  /** Letters that the texts contained already are `taken`. The others map to the first form of what they replace. */
  readonly [what in 'colleagues' | 'emails' | 'phones' | 'profiles']: {
    readonly taken: ReadonlySet<string>
    readonly originals: ReadonlyMap<string, string>
  }
} & {
  /** The placeholder for the writer, and how the texts name them, or null if they don't. */
  readonly author: string
  readonly authorSaid: string | null
}

export type MaskedTexts = {
  /** The same number of texts, in their order. */
  readonly texts: readonly string[]
  /** Indexes of the texts that mention somebody other than the writer. */
  readonly named: ReadonlySet<number>
  /** Puts names and contact data back into a model's text about the masked ones. */
  restore(text: string): string
  /** The key for `restorer`. */
  readonly key: MaskKey
  /** How many people, addresses and numbers got a placeholder. */
  readonly leftOut: { readonly names: number; readonly emails: number; readonly phones: number }
}

/** Without I, because "a colleague I trust" names nobody. */
const LETTERS = 'ABCDEFGHJKLMNOPQRSTUVWXYZ'

/** "A" to "Z", then "AA" and so on. */
const letterOf = (nth: number): string =>
  nth < LETTERS.length
    ? LETTERS[nth]!
    : letterOf(Math.floor(nth / LETTERS.length) - 1) + letterOf(nth % LETTERS.length)

type Placeholders = {
  /** The letter for a person, address or number. `original` is its first form in the texts. */
  letterFor(whose: string, original: string): string
  readonly taken: ReadonlySet<string>
  readonly originals: ReadonlyMap<string, string>
}

type KnownPlaceholders = Pick<Placeholders, 'taken' | 'originals'>

/** What a letter replaces. Null if the texts contained it already, undefined if it was never assigned. */
const originalOf = ({ taken, originals }: KnownPlaceholders, letter: string): string | null | undefined =>
  taken.has(letter) ? null : originals.get(letter)

/**
 * Assigns letters in order of first use. Skips those that the texts contain already, as if they had been masked before.
 */
const makePlaceholders = (texts: readonly string[], written: RegExp): Placeholders => {
  const taken = new Set(texts.flatMap((text) => [...text.matchAll(written)].map(([, letter]) => letter!)))
  const letters = new Map<string, string>()
  const originals = new Map<string, string>()
  let nth = 0
  return {
    letterFor(whose, original) {
      const given = letters.get(whose)
      if (given !== undefined) return given
      while (taken.has(letterOf(nth))) nth += 1
      const letter = letterOf(nth)
      nth += 1
      letters.set(whose, letter)
      originals.set(letter, original)
      return letter
    },
    taken,
    originals,
  }
}

type Replacement = { readonly start: number; readonly end: number; readonly put: string }

const replaceParts = (text: string, parts: readonly Replacement[]): string => {
  let last = 0
  let done = ''
  for (const { start, end, put } of parts) {
    done += text.slice(last, start) + put
    last = end
  }
  return done + text.slice(last)
}

const maskContacts = (
  texts: readonly string[],
  { emails, phones, profiles }: Readonly<Record<'emails' | 'phones' | 'profiles', Placeholders>>,
): string[] =>
  texts.map((text) =>
    replaceParts(
      text,
      findContacts(text).map(({ start, end, kind }) => {
        const said = text.slice(start, end)
        const put =
          kind === 'email'
            ? `[email ${emails.letterFor(said.toLowerCase(), said)}]`
            : kind === 'profile'
              ? `[profile ${profiles.letterFor(said.toLowerCase(), said)}]`
              : `[phone ${phones.letterFor(said.replace(/\D/g, ''), said)}]`
        return { start, end, put }
      }),
    ),
  )

/** "James' plan" gets the possessive of other names, unless the name itself is quoted. */
const possessiveOf = (text: string, start: number, end: number): string => {
  const mark = /^['’](?=\s\p{L})/u.exec(text.slice(end, end + 3))?.[0] ?? ''
  return /s$/i.test(text.slice(start, end)) && !/['‘]$/.test(text.slice(0, start)) ? mark : ''
}

const opensSentence = (text: string, at: number): boolean =>
  /(?:^|[.!?:\n]["”’)]?)\s{0,12}(?:[-*•>]\s{1,12})?["“‘(]?$/.test(text.slice(Math.max(0, at - 12), at))

/** "Colleagues A and B" as "Colleague A and Colleague B", so that each can be restored. */
const severalApart = (_whole: string, letters: string): string =>
  letters.replace(LETTERS_OF, (letter) => `Colleague ${letter}`)

/** A letter that was never assigned is a slip of the model, and stays as it is. */
const restoreColleague = (
  colleagues: KnownPlaceholders,
  text: string,
  at: number,
  whole: string,
  letter: string,
): string => {
  const rest = text.slice(at + whole.length, at + whole.length + 3)
  // "a colleague a week": a lower-case letter is a placeholder only if no word follows.
  if (/^[ai]$/.test(letter) && /^\s?\p{L}/u.test(rest)) return whole
  const article = /^(?:an?|the)\s/i.exec(whole)?.[0] ?? ''
  const original = originalOf(colleagues, letter.toUpperCase())
  if (original) return article + original
  if (original === null || letter !== letter.toUpperCase() || letter === 'I') return whole
  return `${article || (opensSentence(text, at) ? 'A ' : 'a ')}colleague`
}

const given = ({ taken, originals }: Placeholders): KnownPlaceholders => ({ taken, originals })

const contact = (placeholders: KnownPlaceholders, unknown: string) => (whole: string, letter: string) => {
  const original = originalOf(placeholders, letter.toUpperCase())
  return original === undefined ? unknown : (original ?? whole)
}

/** Puts names and contact data back into a text about masked ones. */
export function restorer({ colleagues, emails, phones, profiles, author, authorSaid }: MaskKey) {
  return (text: string): string => {
    const single = text.replace(SEVERAL, severalApart).replace(JOINED, 'Colleague $1')
    const withColleagues = single.replace(ONE, (whole: string, letter: string, at: number) =>
      restoreColleague(colleagues, single, at, whole, letter),
    )
    const withAuthor =
      authorSaid === null
        ? withColleagues
        : withColleagues.replace(new RegExp(`\\b${author}\\b`, 'gi'), () => authorSaid)
    return withAuthor
      .replace(/\[email ([A-Z]{1,2})\]/gi, contact(emails, 'an e-mail address'))
      .replace(/\[phone ([A-Z]{1,2})\]/gi, contact(phones, 'a phone number'))
      .replace(/\[profile ([A-Z]{1,2})\]/gi, contact(profiles, 'a profile'))
  }
}

/** Removed before the language is detected, so that the result does not depend on who the text is about. */
const PRONOUNS =
  /\b(?:s?he|they|him|hers?|them|his|theirs?|himself|herself|themsel(?:f|ves)|colleague [a-z]{1,2})\b/giu

/**
 * The texts without names, email addresses, phone numbers, "he" and "she". A person has the same placeholder in all of
 * them, and placeholders depend on text order alone. Texts that differ only in names or in "he" and "she" become
 * identical, byte by byte.
 */
export function maskTexts(texts: readonly string[], { self, members, known }: PeopleToMask): MaskedTexts {
  const emails = makePlaceholders(texts, /\[email ([A-Z]{1,2})\]/g)
  const phones = makePlaceholders(texts, /\[phone ([A-Z]{1,2})\]/g)
  const profiles = makePlaceholders(texts, /\[profile ([A-Z]{1,2})\]/g)
  const colleagues = makePlaceholders(texts, /\b[Cc]olleague ([A-Z]{1,2})\b/g)
  const author = texts.some((text) => /\bthe author\b/i.test(text)) ? 'the writer' : 'the author'
  let authorSaid: string | null = null

  const withoutContacts = maskContacts(texts, { emails, phones, profiles })
  const everybody = self === null ? members : [self, ...members.filter(({ id }) => id !== self.id)]
  const mentions = findPeople(withoutContacts, everybody, known)
  const parts: Replacement[][] = texts.map(() => [])
  for (const { text: at, start, end, person } of mentions) {
    const text = withoutContacts[at]!
    const original = text.slice(start, end).replace(/^@/, '')
    const mark = possessiveOf(text, start, end)
    const ending = mark ? `${mark}s` : ''
    const isSelf = self !== null && person === `member ${self.id}`
    if (isSelf) authorSaid ??= original
    const name = !isSelf
      ? `Colleague ${colleagues.letterFor(person, original)}`
      : opensSentence(text, start)
        ? `T${author.slice(1)}`
        : author
    parts[at]!.push({ start, end: end + mark.length, put: name + ending })
  }
  const masked = withoutContacts.map((text, at) => {
    const named = replaceParts(text, parts[at]!)
    // "an Emma" and "a Priya" become the same.
    return neutralPronouns(
      named.replace(/\b([Aa])n(?=\sColleague [A-Z]{1,2}\b)/g, '$1'),
      inEnglish(named.replace(PRONOUNS, ' ')) === 'no',
    )
  })

  const others = mentions.filter(({ person }) => self === null || person !== `member ${self.id}`)
  const key: MaskKey = {
    colleagues: given(colleagues),
    emails: given(emails),
    phones: given(phones),
    profiles: given(profiles),
    author,
    authorSaid,
  }
  return {
    texts: masked,
    named: new Set(others.map(({ text }) => text)),
    restore: restorer(key),
    key,
    leftOut: {
      names: colleagues.originals.size + profiles.originals.size + (authorSaid === null ? 0 : 1),
      emails: emails.originals.size,
      phones: phones.originals.size,
    },
  }
}
