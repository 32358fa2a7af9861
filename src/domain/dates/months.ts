import { wordsOf } from '../text/patterns.ts'

/** The English month names, January first. */
export const MONTHS: readonly string[] = wordsOf(`
  January February March April May June July August September October November December
`)

/** The beginnings of the month names, in lower case, just long enough to tell them apart. */
export const MONTHS_BEGIN: readonly string[] = MONTHS.map((name) => name.slice(0, 3).toLowerCase())

/** The number of the month that a word begins with, whatever follows: "Sept", "march". Null if there is none. */
export function monthBegun(word: string): number | null {
  const index = MONTHS_BEGIN.indexOf(word.slice(0, 3).toLowerCase())
  return index === -1 ? null : index + 1
}

/** The number of a month by its name or at least its first three letters, or null. */
export function monthNamed(word: string): number | null {
  const month = monthBegun(word)
  return month !== null && MONTHS[month - 1]!.toLowerCase().startsWith(word.toLowerCase()) ? month : null
}
