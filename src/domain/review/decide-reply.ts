import { type Evidence, type Part, type Spot, spansOf, spotOf } from '../evidence/evidence.ts'
import { qualityOf } from '../evidence/evidence-quality.ts'
import type { Quality } from '../evidence/quality.ts'
import { type SmallTalk, smallTalkOf } from '../evidence/small-talk.ts'
import { cutSpans } from '../evidence/spans.ts'
import { goalChangeOf, standingLadder } from '../ladder/goal.ts'
import type { Ladder, Shelf } from '../ladder/ladder.ts'
import { lookupWords } from '../ladder/question.ts'
import type { Goal } from '../person.ts'
import type { ConsiderationKind } from './consideration.ts'
import type { FindingCorrection } from './correct-findings.ts'
import { lookupTyped } from './decide-review.ts'
import { type ReplyTopic, topicOf } from './reply-topic.ts'
import { agrees, asks, correctionIn } from './reply-words.ts'
import type { Question, Review } from './review.ts'

/** Everything known about a reply in the thread of a piece when its job runs. */
export type ReplyState = {
  /** Null if it was deleted, or settled by an earlier try. */
  readonly reply: Part | null
  readonly evidence: Evidence | null
  /** The newest review of the piece, with the ladder that it was read against. */
  readonly review: Review | null
  readonly ladder: Ladder | null
  readonly goal: Goal | null
  readonly shelf: Shelf
  readonly today: Temporal.PlainDate
}

export type ReplyDecision =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'small-talk'; readonly talk: SmallTalk }
  | { readonly kind: 'point-to-command'; readonly text: string }
  | { readonly kind: 'set-goal'; readonly goal: Goal; readonly ladder: Ladder }
  | { readonly kind: 'agreed' }
  /** `correction` is null if the words do not say which finding is wrong in what way. */
  | { readonly kind: 'wrong'; readonly words: string | null; readonly correction: FindingCorrection | null }
  | { readonly kind: 'question'; readonly topic: ReplyTopic }
  /** More evidence for the same piece. `about` is the sentence that was asked about, if any. */
  | { readonly kind: 'answer'; readonly about: Spot | null }

/** Whether words supply what was asked for, or called lacking. */
const GIVES: Partial<Record<Question['kind'] | ConsiderationKind, (quality: Quality) => boolean>> = {
  'own-part': ({ part }) => part === 'own',
  result: ({ result }) => result,
  baseline: ({ result, number }) => result && number,
  artefact: ({ opens }) => opens,
}

/**
 * The sentence that an answer is about: the one whose question or lack its words settle, else that of the first
 * question. A model's own question is about no sentence.
 */
const aboutOf = (
  text: string,
  { questions, considered, revision, cut }: Review,
  evidence: Evidence,
): Spot | null => {
  const quality = qualityOf(text)
  const asked = questions.flatMap((one) => (one.kind === 'written' ? [] : [one]))
  const lacking = considered.flatMap(({ kind, met, span }) => (met === false && span ? [{ kind, span }] : []))
  const given = [...asked, ...lacking].find(({ kind }) => GIVES[kind]?.(quality))
  const about = given ?? (asked.length === questions.length ? asked[0] : undefined)
  const span = about && spansOf(evidence, cut).find(({ id }) => id === about.span)
  return span && revision === evidence.revision ? spotOf(span) : null
}

/** A reply with everything that its decision depends on. */
type ReplyInWords = Omit<ReplyState, 'reply' | 'evidence'> & {
  readonly text: string
  readonly evidence: Evidence
}

/** A command that was typed into the thread, or null. */
const typed = ({ text, shelf, goal, today }: ReplyInWords): ReplyDecision | null => {
  const found = lookupTyped({ shelf, goal, today }, text)
  if (found === null) return null
  const change =
    found.lookup.kind === 'set-goal' ? found.lookup : goalChangeOf(found.ladder, found.text, today)
  return standingLadder(shelf, goal) === null && change.kind === 'set-goal'
    ? { kind: 'set-goal', goal: change.goal, ladder: found.ladder }
    : { kind: 'point-to-command', text: found.text }
}

/** The first rule that applies decides what a reply asks for. A doubtful reply passes all of them and is evidence. */
export const REPLY_RULES: readonly {
  readonly name: string
  readonly examples: readonly string[]
  readonly decide: (read: ReplyInWords) => ReplyDecision | null
}[] = [
  {
    name: 'finds the review right',
    examples: ['Yes, that is fair.', 'agreed'],
    decide: ({ text, review }) => (review !== null && agrees(text) ? { kind: 'agreed' } : null),
  },
  {
    name: 'says nothing',
    examples: ['Thanks!', '…'],
    decide: ({ text }) => {
      const talk = smallTalkOf(text)
      return talk !== null || cutSpans(text).length === 0
        ? { kind: 'small-talk', talk: talk ?? 'thanks' }
        : null
    },
  },
  {
    name: 'finds the review wrong',
    examples: ['No, that is wrong.', 'That is about scope, not mastery.'],
    decide: ({ text, review, ladder }) => {
      const wrong = review && ladder && correctionIn(text, review, ladder)
      return wrong ? { kind: 'wrong', words: lookupWords(text).length > 3 ? text : null, ...wrong } : null
    },
  },
  {
    name: 'asks about the review',
    examples: ['Why not yet?', 'what should I do next'],
    decide: ({ text, review, ladder }) =>
      review && ladder && asks(text) ? { kind: 'question', topic: topicOf(text, ladder, review.goal) } : null,
  },
  { name: 'is a command', examples: ['/ladder L3'], decide: typed },
]

/** What a reply in the thread of a piece asks for. In doubt it is evidence. */
export function decideReply(state: ReplyState): ReplyDecision {
  const { reply, evidence, review, ladder } = state
  if (reply === null || evidence === null || reply.kind !== 'reply') return { kind: 'nothing' }
  const read: ReplyInWords = { ...state, evidence, text: reply.reading.trim() }
  for (const { decide } of REPLY_RULES) {
    const decision = decide(read)
    if (decision !== null) return decision
  }
  return {
    kind: 'answer',
    about: review === null || ladder === null ? null : aboutOf(read.text, review, evidence),
  }
}
