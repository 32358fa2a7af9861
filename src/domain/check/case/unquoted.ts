import type { Days } from '../../dates/days.ts'
import { unknownNumbers } from '../check-numbers.ts'
import { numbersOf } from '../known-numbers.ts'
import { withoutDates, wrongDates } from './dates.ts'

/** Several numbers of a paragraph may be counts of what it tells, such as "two things". */
const COUNTS: ReadonlySet<number> = new Set([1, 2, 3])

/** The numbers and dates of a paragraph that no quote of it says, each once. */
export function unquotedIn(
  paragraph: string,
  quotes: readonly { readonly text: string; readonly days: Days }[],
  context: string | null,
): string[] {
  const words = [...quotes.map(({ text }) => text), context ?? ''].join('\n')
  return [
    ...new Set([
      ...wrongDates(paragraph, words, quotes),
      ...unknownNumbers(withoutDates(paragraph), numbersOf(words, ''), COUNTS),
    ]),
  ]
}
