import { type Correction, correctionOf } from './correct-findings.ts'
import { lookupTyped, standingLadder } from './decide-review.ts'
import type { Evidence, Part } from './evidence.ts'
import { goalChangeOf } from './goal.ts'
import type { Competency, Ladder, Level, Shelf } from './ladder.ts'
import type { Goal } from './person.ts'
import { questionOf, wordsOf } from './question.ts'
import type { Review } from './review.ts'
import { type SmallTalk, smallTalkOf } from './small-talk.ts'
import { cutSpans } from './spans.ts'

/** All that is known about a reply in the thread of a piece when its job runs. */
export type ReplyState = {
  /** null: it was deleted, or settled by an earlier try. */
  readonly reply: Part | null
  readonly evidence: Evidence | null
  /** The newest review of the piece, with the ladder that it was read against. */
  readonly review: Review | null
  readonly ladder: Ladder | null
  readonly goal: Goal | null
  readonly shelf: Shelf
  readonly today: Temporal.PlainDate
}

/** What a question about a review is about. */
export type ReplyTopic =
  /** A level beside the two of the goal, or the target level as a whole. */
  | { readonly kind: 'level'; readonly level: Level; readonly competency: Competency | null }
  | { readonly kind: 'competency'; readonly competency: Competency }
  | { readonly kind: 'next-steps' }
  | { readonly kind: 'privacy' }
  | { readonly kind: 'promotion' }
  | { readonly kind: 'whole' }

export type ReplyDecision =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'small-talk'; readonly talk: SmallTalk }
  | { readonly kind: 'point-to-command'; readonly text: string }
  | { readonly kind: 'set-goal'; readonly goal: Goal; readonly ladder: Ladder }
  | { readonly kind: 'agreed' }
  /** `correction` is null when the words do not say which finding is wrong in what way. */
  | { readonly kind: 'wrong'; readonly words: string | null; readonly correction: Correction | null }
  | { readonly kind: 'question'; readonly topic: ReplyTopic }
  /** More evidence for the same piece. */
  | { readonly kind: 'answer' }

const WRONG =
  /^(?:(?:no|nope|hmm+|sorry|but|well)[,.!: ]+)?(?:that(?:['’]s| is)? (?:all |just |simply |completely )?(?:wrong|not (?:right|true|correct|what i)|incorrect|a mistake|about|more about)|this is (?:wrong|not (?:right|true|correct)|incorrect)|(?:it(?:['’]s| is) )?(?:wrong|incorrect|false|not true)\b|you(?:['’]re| are) wrong|you (?:got|have|['’]ve) .{0,20}wrong|you (?:misread|misunderstood|missed)|i (?:strongly )?disagree|disagree|i did(?:n['’]t| not) (?:say|write|mean|do|claim)|.{1,40} is wrong\b|not .{1,40} but )/i

const RIGHT =
  /^(?:yes[,.! ]+)?(?:(?:that|this|it)(?:['’]s| is| looks| sounds)? (?:right|correct|true|accurate|fair|spot on)|looks (?:right|good|correct)|correct|agreed|i agree|fair(?: enough)?|spot on|exactly)[.! ]*$/i

/** Opens with a word that asks. */
const ASKS =
  /^(?:so |and |but |then |ok(?:ay)?,? )?(?:why|what|how|which|where|when|who|can|could|should|would|do|does|did|is|are|am|will|was|were)\b/i

/** A person tells of something done: a question mark behind it does not make the reply a question. */
const TELLS =
  /\b(?:I|we)(?:['’]ve)? (?:\p{L}+ly |also |have |had )?(?:\p{L}+ed|did|led|wrote|built|ran|made|took|gave|held|drove|found|taught|set)\b/iu

/** True for one sentence that asks; what else is in a reply may be evidence. */
const asks = (text: string): boolean => {
  const sentences = cutSpans(text)
  if (sentences.length > 2 || text.length > 400) return false
  if (TELLS.test(text) && !/^(?:why|what|how)\b/i.test(text)) return false
  return (
    /\?\s*$/.test(text) || (ASKS.test(text) && /^(?:so |and |but )?(?:why|how|what|which|who)\b/i.test(text))
  )
}

const topicOf = (text: string, ladder: Ladder, goal: Goal): ReplyTopic => {
  const { levels, competencies } = questionOf(ladder, wordsOf(text), true)
  const [competency = null] = competencies
  const level = levels.find(({ id }) => id !== goal.current && id !== goal.target) ?? levels[0]
  if (level) return { kind: 'level', level, competency }
  if (competency) return { kind: 'competency', competency }
  if (
    /\b(?:who (?:can|will|may|else)|private|privacy|see this|my manager|confidential|stored|kept)\b/i.test(
      text,
    )
  )
    return { kind: 'privacy' }
  if (/\b(?:promot(?:ed|ion|able)|ready|chances?|get (?:there|it)|enough)\b/i.test(text))
    return { kind: 'promotion' }
  if (/\b(?:next|do now|improve|better|missing|stronger|should i|can i do|help me)\b/i.test(text))
    return { kind: 'next-steps' }
  return { kind: 'whole' }
}

/** What a reply in the thread of a piece asks for. It never takes a doubtful one for anything but evidence. */
export const decideReply = (state: ReplyState): ReplyDecision => {
  const { reply, evidence, review, ladder, goal, shelf, today } = state
  if (reply === null || evidence === null || reply.kind !== 'reply') return { kind: 'nothing' }
  const text = reply.reading
  const talk = smallTalkOf(text)
  const agrees = review !== null && RIGHT.test(text.trim())
  if (agrees) return { kind: 'agreed' }
  if (text === '' || cutSpans(text).length === 0) return { kind: 'small-talk', talk: talk ?? 'thanks' }
  // "Yes" and "no" answer a question that was asked; so does anything else that is more than a courtesy.
  if (talk !== null) return { kind: 'small-talk', talk }
  const typed = (): ReplyDecision | null => {
    const found = lookupTyped({ shelf, goal, today }, text)
    if (found === null) return null
    const change =
      found.lookup.kind === 'set-goal' ? found.lookup : goalChangeOf(found.ladder, found.text, today)
    return standingLadder(shelf, goal) === null && change.kind === 'set-goal'
      ? { kind: 'set-goal', goal: change.goal, ladder: found.ladder }
      : { kind: 'point-to-command', text: found.text }
  }
  if (review === null || ladder === null) return typed() ?? { kind: 'answer' }
  if (WRONG.test(text.trim())) {
    const words = wordsOf(text)
    return {
      kind: 'wrong',
      words: words.length > 3 ? text : null,
      correction: correctionOf(text, review, ladder),
    }
  }
  if (asks(text)) return { kind: 'question', topic: topicOf(text, ladder, review.goal) }
  return typed() ?? { kind: 'answer' }
}
