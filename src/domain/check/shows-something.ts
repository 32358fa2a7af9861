import { tellsOfDeed } from '../evidence/deeds.ts'
import type { Span } from '../evidence/evidence.ts'
import { kindOfSpan } from '../evidence/evidence-kind.ts'
import { anyOf, wordsOf } from '../text/patterns.ts'

/** Scripts without spaces between words, whose sentences would be mistaken for headings by their word count. */
const UNSPACED = new RegExp(
  anyOf(wordsOf('Han Hiragana Katakana Thai Lao Khmer Myanmar').map((script) => `\\p{Script=${script}}`)),
  'u',
)

/** A heading only names what follows, and a question or order addresses somebody, so none of them shows anything. */
export function showsSomething(span: Span): boolean {
  const { text } = span
  const kind = kindOfSpan(span)
  if (kind === 'heading') return !/^#{1,6}\s/.test(text) && (UNSPACED.test(text) || tellsOfDeed(text))
  return kind !== 'request'
}
