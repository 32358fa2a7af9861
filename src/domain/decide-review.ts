import type { Evidence, Span } from './evidence.ts'
import { goalChangeOf } from './goal.ts'
import type { Ladder } from './ladder.ts'
import { lookupOf } from './lookup.ts'
import type { Goal } from './person.ts'
import type { Review } from './review.ts'
import { type SmallTalk, smallTalkOf } from './small-talk.ts'
import { cutSpans } from './spans.ts'

/** All that is known about one piece of evidence when its job runs. */
export type ReviewState = {
  /** null: the person deleted it meanwhile. */
  readonly evidence: Evidence | null
  readonly goal: Goal | null
  /** The ladder of the goal, or the default one; null: the goal's ladder is gone. */
  readonly ladder: Ladder | null
  readonly review: Review | null
}

export type ReviewDecision =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'show-review'; readonly review: Review }
  | { readonly kind: 'small-talk'; readonly talk: SmallTalk }
  /** The message is a lookup or a goal that belongs behind `/ladder`. */
  | { readonly kind: 'point-to-command'; readonly text: string }
  | { readonly kind: 'no-words'; readonly files: number }
  | { readonly kind: 'set-goal'; readonly goal: Goal }
  | { readonly kind: 'ask-goal' }
  | { readonly kind: 'read'; readonly goal: Goal; readonly ladder: Ladder; readonly spans: readonly Span[] }

/** Longest message that may be a lookup: nobody's evidence is this short and names a level exactly. */
const LOOKUP_LIMIT = 40

const lookupTyped = (ladder: Ladder, reading: string): string | null => {
  const text = reading.replace(/^\/?ladder\b/i, '').trim()
  if (text === '' || text.length > LOOKUP_LIMIT) return null
  const lookup = lookupOf(ladder, text)
  if (lookup.kind === 'level' || lookup.kind === 'cell' || lookup.kind === 'competency') return text
  return ['show-goal', 'set-goal', 'data'].includes(lookup.kind) ? text : null
}

/** What a message in the DM asks for. All policy of the way of a DM lives here. */
export const decideReview = ({ evidence, goal, ladder, review }: ReviewState): ReviewDecision => {
  if (evidence === null || evidence.state === 'answered') return { kind: 'nothing' }
  if (review !== null) return { kind: 'show-review', review }
  if (evidence.reading === '') return { kind: 'no-words', files: evidence.files }
  const talk = smallTalkOf(evidence.reading)
  if (talk !== null) return { kind: 'small-talk', talk }
  const spans = cutSpans(evidence.reading)
  if (spans.length === 0) return { kind: 'no-words', files: evidence.files }
  if (ladder === null) return { kind: 'ask-goal' }
  const typed = lookupTyped(ladder, evidence.reading)
  if (typed !== null) {
    const change = goalChangeOf(ladder, typed.replace(/^goal\b/i, ''))
    if (goal === null && change.kind === 'set-goal') return { kind: 'set-goal', goal: change.goal }
    return { kind: 'point-to-command', text: typed }
  }
  if (goal === null || goal.ladder !== ladder.id) return { kind: 'ask-goal' }
  return { kind: 'read', goal, ladder, spans }
}
