import { firstAskIn } from '../message/first-question.ts'
import type { FirstAsk } from '../message/words/first-ask.ts'
import type { Ask } from './ask.ts'
import type { AskRule } from './ask-rule.ts'

const MEANT: Readonly<Record<FirstAsk, Ask>> = {
  missing: { kind: 'progress', chances: false, competency: null },
  ready: { kind: 'progress', chances: true, competency: null },
  entries: { kind: 'list', filter: { period: null, competency: null, words: null }, open: false },
  'who-reads': { kind: 'coach', topic: 'who-reads' },
  help: { kind: 'help' },
}

/** The usual first questions in other languages. */
export const FIRST_RULES: readonly AskRule[] = [
  {
    name: 'a usual first question in another language',
    examples: ['昇進できますか？', 'मदद', 'Hilf mir'],
    read: ({ text, place }) => {
      const ask = firstAskIn(text)
      // In the thread of a review, these two are about that review.
      if (place === 'thread' && (ask === 'missing' || ask === 'ready'))
        return { kind: 'review', text, which: { kind: 'this' } }
      return ask && MEANT[ask]
    },
  },
]
