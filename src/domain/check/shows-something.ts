import { tellsOfDeed } from '../evidence/deeds.ts'
import type { Span } from '../evidence/evidence.ts'
import { kindOfSpan } from '../evidence/evidence-kind.ts'
import { anyOf, wordsOf } from '../text/patterns.ts'

/** Scripts that set no space between words, whose sentences the count of words takes for headings. */
const UNSPACED = new RegExp(
  anyOf(wordsOf('Han Hiragana Katakana Thai Lao Khmer Myanmar').map((script) => `\\p{Script=${script}}`)),
  'u',
)

/** A heading names what follows, and a question or an order is addressed to somebody: neither shows anything. */
export function showsSomething(span: Span): boolean {
  const { text } = span
  const kind = kindOfSpan(span)
  if (kind === 'heading') return !/^#{1,6}\s/.test(text) && (UNSPACED.test(text) || tellsOfDeed(text))
  return kind !== 'request'
}
