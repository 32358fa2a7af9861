import { anyOf } from '../../domain/text/patterns.ts'
import { METHODS, NO_VALUES, WEAK_PASSWORDS } from './no-values.ts'

/**
 * How closely a value is linked to the word before it: `password=x` is tight, "password: x" and "password is x" are
 * plain, "the password for staging is x" is far, and "with password x" is none. The looser the link, the more the value
 * itself must look like a secret.
 */
export type Adjacency = 'tight' | 'plain' | 'far' | 'none'

export type ValueInContext = {
  readonly value: string
  readonly link: Adjacency
  readonly quoted: boolean
  /** The word before usually means something else, such as "key" or "pass". */
  readonly loose: boolean
  /** The word before is the name of a setting, such as JWT_SECRET. */
  readonly setting: boolean
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** Shannon's entropy in bits per character. Words stay below about 3.2, and longer random strings do not. */
const entropy = (text: string): number => {
  const counts = new Map<string, number>()
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  return [...counts.values()].reduce((sum, n) => sum - (n / text.length) * Math.log2(n / text.length), 0)
}

/** What people write after such words that is not a secret. */
const NO_VALUE = new RegExp(
  anyOf({ ...NO_VALUES, 'a method': `^${anyOf(METHODS)}-?\\d*[a-z]{0,3}(?:[-+/.]|$)` }),
  'i',
)
const TICKET = /^[A-Z]{2,10}-\d{1,6}$/

/** Common passwords, which do not look like secrets. */
const WEAK = new RegExp(`^${anyOf(WEAK_PASSWORDS)}\\d*[!.?]*$`, 'i')

const hasDigit = (value: string): boolean => /\d/.test(value)
const hasLetter = (value: string): boolean => /\p{L}/u.test(value)
const hasMark = (value: string): boolean => /[!@#$%^&*+=~]/.test(value)

/** True if a value is mixed as no word is: with digits, marks, or capitals in the middle that do not begin a word. */
const looksChosen = (value: string): boolean => {
  const capitals = /\p{Ll}\p{Lu}/u.test(value) && !/^\p{Lu}?\p{Ll}+(?:\p{Lu}\p{Ll}+)*$/u.test(value)
  if (hasLetter(value) && hasDigit(value)) return !/^\p{L}+-\d+$/u.test(value) || capitals
  return (
    hasLetter(value) &&
    (capitals || (hasMark(value.replace(/(?<!!)!+$/, '')) && !/^\p{L}+[&+]\p{L}+$/u.test(value)))
  )
}

const isStrong = (value: string): boolean =>
  hasDigit(value) && hasLetter(value) && (hasMark(value) || /\p{Lu}/u.test(value.slice(1)))

/** Whether a value after a word such as "password" is one. People choose them, so even short ones and words count. */
export function isPassword({ value, link, quoted, loose }: ValueInContext): boolean {
  if (NO_VALUE.test(value) || TICKET.test(value) || (loose && link === 'none')) return false
  if (link === 'tight') return value.length >= 4 && !/^[\w.]+\(/.test(value)
  if (link === 'none') {
    return (
      value.length >= 6 && entropy(value) > 2.2 && (isStrong(value) || (WEAK.test(value) && hasDigit(value)))
    )
  }
  if (link === 'far' || loose) {
    return (
      value.length >= 5 &&
      (isStrong(value) || (WEAK.test(value) && hasDigit(value)) || (quoted && looksChosen(value)))
    )
  }
  return (
    (value.length >= 5 && looksChosen(value)) ||
    (quoted && value.length >= 4 && count(value, /\s/g) < 8) ||
    WEAK.test(value) ||
    /^\d{6,}$/.test(value) ||
    /^(?!\w*(?:ation|ility|ment))[a-z]{18,}$/.test(value) ||
    /^[a-z]{3,}(?:-[a-z]{3,}){3,}$/.test(value)
  )
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** True if letters and digits look randomly mixed. */
const isBlob = (part: string, least: number): boolean => {
  if (part.length < least || !hasDigit(part) || !/[A-Za-z]/.test(part)) return false
  if (/^[0-9a-f]+$/i.test(part)) return part.length >= 16 || (part.length >= least && entropy(part) > 2.8)
  return count(part, /\d(?=[A-Za-z])|[A-Za-z](?=\d)/g) >= 2 && entropy(part) > 2.5
}

const holdsBlob = (value: string, least: number): boolean =>
  UUID.test(value) ||
  value.split(/[-_./]/).some((part) => isBlob(part, least)) ||
  (value.length >= Math.max(20, least) &&
    hasDigit(value) &&
    /[a-z]/.test(value) &&
    /[A-Z]/.test(value) &&
    /[+/=_-]/.test(value) &&
    entropy(value) > 3.7)

/**
 * True for a name in code: kebab, snake, dotted or camel case. The pattern can match a value in only one way, so that
 * no value takes long.
 */
const isWordy = (value: string): boolean =>
  value
    .split(/[-_./:]/)
    .every((part) =>
      /^(?:[a-z]+(?:[A-Z][a-z]+){0,7}|(?:[A-Z][a-z]+){0,8})$|^[A-Z]+$|^\d{1,4}$|^v\d+$/.test(part),
    )

/** Whether a value after a word for a key or token is one. Machines make them, so it is long and contains no words. */
export function isKey({ value, link, quoted, loose, setting }: ValueInContext): boolean {
  if (NO_VALUE.test(value) || TICKET.test(value) || /[()[\]{}]/.test(value)) return false
  if (link === 'none' || link === 'far') return !UUID.test(value) && holdsBlob(value, loose ? 20 : 12)
  if (holdsBlob(value, loose ? 20 : 10)) return true
  if (loose || value.length < 8) return false
  const named = hasDigit(value) && hasLetter(value) && value.length >= 10
  if ((link === 'tight' && (setting || named)) || (quoted && named)) return true
  if (link === 'tight' && /^[A-Za-z]{16,}$/.test(value)) return entropy(value) > 3.4
  if (isWordy(value)) return false
  return value.length >= 12 ? entropy(value) > 3 : link === 'tight' && hasDigit(value) && hasLetter(value)
}
