import { anyPhrase } from './phrases.ts'
import { ALL_QUESTIONS } from './words/decline.ts'

const ALL = anyPhrase(ALL_QUESTIONS)

/** How much a person declines: the questions about one piece, or all questions for a while. */
export type Declined = 'piece' | 'all'

/** What a message that gives no answer declines. In doubt it is only this piece. */
export function declinedBy(text: string): Declined {
  return ALL.test(text.toLowerCase().replace(/[’‘]/g, "'")) ? 'all' : 'piece'
}
