import type { Competency, Ladder, Level } from '../../ladder/ladder.ts'
import { lookupWords, questionOf } from '../../ladder/question.ts'
import type { Goal } from '../../person.ts'

/** What a question about a review is about. */
export type ReplyTopic =
  /** A level, if possible one outside the goal, or the target level as a whole. */
  | { readonly kind: 'level'; readonly level: Level; readonly competency: Competency | null }
  | { readonly kind: 'competency'; readonly competency: Competency }
  | { readonly kind: 'next-steps' }
  | { readonly kind: 'privacy' }
  | { readonly kind: 'promotion' }
  | { readonly kind: 'whole' }

type NamedTopic = Exclude<ReplyTopic, { readonly kind: 'level' | 'competency' }>

/** The topic of a question that names no level and no competency, by the first of these that matches. */
export const TOPIC_RULES: readonly {
  readonly topic: NamedTopic['kind']
  readonly examples: readonly string[]
  readonly pattern: RegExp
}[] = [
  {
    topic: 'privacy',
    examples: ['Who can see this?', 'Is it stored?'],
    pattern:
      /\b(?:who (?:can|will|may|else)|private|privacy|see this|my manager|confidential|stored|kept)\b/i,
  },
  {
    topic: 'promotion',
    examples: ['Am I ready?', 'Is that enough?'],
    pattern: /\b(?:promot(?:ed|ion|able)|ready|chances?|get (?:there|it)|enough)\b/i,
  },
  {
    topic: 'next-steps',
    examples: ['What should I do next?', 'How can I make it stronger?'],
    pattern: /\b(?:next|do now|improve|better|missing|stronger|should i|can i do|help me)\b/i,
  },
]

/** The topic of a question about a review. Names from the ladder come first. */
export function topicOf(text: string, ladder: Ladder, goal: Goal): ReplyTopic {
  const { levels, competencies } = questionOf(ladder, lookupWords(text), true)
  const [competency = null] = competencies
  const level = levels.find(({ id }) => id !== goal.current && id !== goal.target) ?? levels[0]
  if (level) return { kind: 'level', level, competency }
  if (competency) return { kind: 'competency', competency }
  return { kind: TOPIC_RULES.find(({ pattern }) => pattern.test(text))?.topic ?? 'whole' }
}
