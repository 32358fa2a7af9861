import { wordsOf } from '../text/patterns.ts'

/** The words of a list that is written as one text. */
export function wordSet(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text))
}
