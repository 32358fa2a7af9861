import { wordsOf } from './patterns.ts'

/** The months as English writes them, January first. */
export const MONTHS: readonly string[] = wordsOf(`
  January February March April May June July August September October November December
`)

/** How the names of months begin, in lower case: as many letters as tell them apart. */
export const MONTHS_BEGIN: readonly string[] = MONTHS.map((name) => name.slice(0, 3).toLowerCase())

/** The number of the month that a word begins like, whatever comes behind: "Sept", "march"; null: there is none. */
export function monthBegun(word: string): number | null {
  const index = MONTHS_BEGIN.indexOf(word.slice(0, 3).toLowerCase())
  return index === -1 ? null : index + 1
}

/** The number of a month by its name or the beginning of it, from three letters on; null: it is none. */
export function monthNamed(word: string): number | null {
  const month = monthBegun(word)
  return month !== null && MONTHS[month - 1]!.toLowerCase().startsWith(word.toLowerCase()) ? month : null
}
