import type { FirstAsk } from './words/first-ask.ts'
import { FIRST_QUESTIONS } from './words/first-questions.ts'

/** Longer messages are more than that, in UTF-16 units. */
const LONGEST = 80

const composed = (text: string): string => text.normalize('NFC').toLowerCase()

const ASKS = FIRST_QUESTIONS.map(({ ask, patterns }) => ({
  ask,
  pattern: new RegExp(`^(?:${patterns.map(composed).join('|')})$`, 'u'),
}))

/** The question in a message that is only one of the usual first questions, in a language other than English. */
export function firstAskIn(text: string): FirstAsk | null {
  if (text.length > LONGEST) return null
  const said = composed(text)
    .replace(/[’‘]/g, "'")
    .replace(/[^\p{L}\p{M}\p{N}']+/gu, ' ')
    .trim()
  return ASKS.find(({ pattern }) => pattern.test(said))?.ask ?? null
}
