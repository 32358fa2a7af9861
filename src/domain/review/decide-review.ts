import { beginningOf, type Evidence, hasWords } from '../evidence/evidence.ts'
import { type SmallTalk, smallTalkOf } from '../evidence/small-talk.ts'
import { goalChangeOf, standingLadder } from '../ladder/goal.ts'
import { type Ladder, ladderOf, type Shelf } from '../ladder/ladder.ts'
import type { Lookup } from '../ladder/ladder-view.ts'
import { lookupOf } from '../ladder/lookup.ts'
import { asksIn } from '../message/asks-in.ts'
import { decideMessage } from '../message/decide-message.ts'
import { isTalk, type Message, type MessageReading, type TalkIntent } from '../message/message.ts'
import { isDoubtful } from '../message/model-reading.ts'
import { type Unsure, unsureOf } from '../message/unsure.ts'
import { type WorkWish, workWishOf } from '../message/work-wish.ts'
import type { Goal } from '../person.ts'
import type { Review } from './review.ts'

/** Everything known about a piece of evidence when its job runs. */
export type ReviewState = {
  /** Null if the person deleted it meanwhile. */
  readonly evidence: Evidence | null
  readonly goal: Goal | null
  readonly shelf: Shelf
  /** The newest review of the piece, of whichever revision. */
  readonly review: Review | null
  readonly today: Temporal.PlainDate
  /** A model's opinion on what the message is. Null if no model was asked, or none answered. */
  readonly read: MessageReading | null
}

export type ReviewDecision =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'show-review'; readonly review: Review }
  | { readonly kind: 'small-talk'; readonly talk: SmallTalk }
  /** The message is a lookup or a goal, which belong behind `/ladder`. */
  | { readonly kind: 'point-to-command'; readonly text: string }
  | { readonly kind: 'no-words' }
  /** In answer to a question about a packet: the next question, or no more. */
  | { readonly kind: 'work'; readonly wish: WorkWish }
  /** The message wants an answer, and is not evidence. `fact` is a piece of it that may be. */
  | {
      readonly kind: 'talk'
      readonly intent: TalkIntent
      readonly text: string
      readonly fact: string | null
    }
  /** It may be evidence, so its owner is asked. `doubtful` is the message, if a model may know better what it is. */
  | { readonly kind: 'ask-to-keep'; readonly why: Unsure; readonly doubtful: Message | null }
  | { readonly kind: 'set-goal'; readonly goal: Goal; readonly ladder: Ladder }
  | { readonly kind: 'ask-goal' }
  /**
   * `asks` are the sentences that ask for something else besides, or null. `beforeGoal`: they have no goal, so it is
   * read against the levels of the nudge that it answers, and they are asked for one afterwards.
   */
  | {
      readonly kind: 'read'
      readonly goal: Goal
      readonly ladder: Ladder
      readonly asks: string | null
      readonly beforeGoal?: true
    }

/** Longest message that may be a lookup. No evidence is this short and names a level exactly. */
const LOOKUP_LIMIT = 40

/** Longest message that may be small talk, with punctuation and emoji, in UTF-16 units. */
const TALK_LIMIT = 2_000

/** The lookup in a message that consists of correctly spelled names alone. */
export function lookupTyped(
  { shelf, goal, today }: Pick<ReviewState, 'shelf' | 'goal' | 'today'>,
  reading: string,
): { text: string; ladder: Ladder; lookup: Lookup } | null {
  const text = reading.replace(/^\/?ladder\b/i, '').trim()
  if (text === '' || text.length > LOOKUP_LIMIT) return null
  const own = goal ? (ladderOf(shelf, goal.ladder) ?? null) : null
  const { ladder, lookup, exact } = lookupOf({ shelf, own, text, today })
  const isLookup =
    exact &&
    !['unknown', 'search', 'help', 'goal-refused', 'choose', 'choose-goal', 'ladder'].includes(lookup.kind)
  return isLookup ? { text, ladder, lookup } : null
}

/** A thread of the DM that no piece opened is that of a question: about a packet, or the person's own nudge. */
const NUDGE_ASKS = 'What did you do this week?'

/** A message that was typed, as it was asked for. */
const messageOf = ({ thread, parts, about }: Evidence, text: string): Message =>
  thread !== null && parts[0]?.messageTs !== thread.ts
    ? { place: 'nudge-thread', asked: about?.nudge?.question ?? NUDGE_ASKS, text }
    : { place: 'dm', asked: null, text }

/** What a message that was typed asks for, unless it is evidence. */
const otherThanEvidence = (message: Message, read: MessageReading): ReviewDecision | null => {
  const { text } = message
  const why = unsureOf(read, text)
  if (why !== null) return { kind: 'ask-to-keep', why, doubtful: isDoubtful(message, read) ? message : null }
  return isTalk(read.intent) ? { kind: 'talk', intent: read.intent, text, fact: read.fact } : null
}

/** The levels of the nudge that a piece answers, as a goal. Null if it answers none, or they no longer exist. */
const askedGoal = (shelf: Shelf, about: Evidence['about']): { goal: Goal; ladder: Ladder } | null => {
  if (!about?.nudge?.levels) return null
  const [current, target] = about.nudge.levels
  const goal = { ladder: about.ladder, current, target, by: null }
  const ladder = standingLadder(shelf, goal)
  return ladder && { goal, ladder }
}

/** What a message in the DM asks for. All rules for DMs are here. */
export function decideReview(state: ReviewState): ReviewDecision {
  const { evidence, goal, shelf, review, today } = state
  if (evidence === null || evidence.state === 'answered') return { kind: 'nothing' }
  if (review?.revision === evidence.revision) return { kind: 'show-review', review }
  const reading = beginningOf(evidence, TALK_LIMIT)
  // Only a message can be small talk. What somebody logs or saves is evidence.
  const typedIn = evidence.parts.every(({ kind }) => kind === 'message')
  const isShort = typedIn && reading.length <= TALK_LIMIT
  const wish = isShort && evidence.about?.question !== undefined ? workWishOf(reading) : null
  if (wish !== null) return { kind: 'work', wish }
  const talk = isShort ? smallTalkOf(reading) : null
  if (talk !== null) return { kind: 'small-talk', talk }
  if (!hasWords(evidence)) return { kind: 'no-words' }
  const typed = typedIn ? lookupTyped(state, reading) : null
  if (typed !== null) {
    const { ladder, lookup, text } = typed
    // A level typed in answer to the question for one is a goal.
    const change = lookup.kind === 'set-goal' ? lookup : goalChangeOf(ladder, text, today)
    if (goal === null && change.kind === 'set-goal') return { kind: 'set-goal', goal: change.goal, ladder }
    return { kind: 'point-to-command', text }
  }
  const message = isShort ? messageOf(evidence, reading) : null
  const read = message && (state.read ?? decideMessage(message))
  const other = message && read && otherThanEvidence(message, read)
  if (other !== null) return other
  const asks = read?.intent === 'mixed' ? asksIn(reading) : null
  const ladder = standingLadder(shelf, goal)
  if (goal !== null && ladder !== null) return { kind: 'read', goal, ladder, asks }
  const asked = askedGoal(shelf, evidence.about)
  return asked ? { kind: 'read', ...asked, asks, beforeGoal: true } : { kind: 'ask-goal' }
}
