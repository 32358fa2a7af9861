import { type AnswerTo, type Evidence, type Part, spansOf, spotOf } from '../evidence/evidence.ts'
import { qualityOf } from '../evidence/evidence-quality.ts'
import type { Quality } from '../evidence/quality.ts'
import { type SmallTalk, smallTalkOf } from '../evidence/small-talk.ts'
import { cutSpans } from '../evidence/spans.ts'
import { isProof } from '../evidence/support/proof.ts'
import { goalChangeOf, standingLadder } from '../ladder/goal.ts'
import type { Ladder, Shelf } from '../ladder/ladder.ts'
import { lookupWords, questionOf } from '../ladder/question.ts'
import { asksIn } from '../message/asks-in.ts'
import { asksLater, isYes, saveOrDrop } from '../message/bare-answers.ts'
import { decideMessage } from '../message/decide-message.ts'
import { isTalk, type Message, type MessageReading, type TalkIntent } from '../message/message.ts'
import { isDoubtful } from '../message/model-reading.ts'
import { saysUndo } from '../message/slips.ts'
import { type Unsure, unsureOf } from '../message/unsure.ts'
import type { Goal } from '../person.ts'
import type { ConsiderationKind } from './consideration.ts'
import { lookupTyped } from './decide-review.ts'
import { wordsOfQuestion } from './question-words.ts'
import { type ReplyTopic, topicOf } from './reply/reply-topic.ts'
import { agrees, asksWhy, callsWrong, putsRight } from './reply/reply-words.ts'
import { type ProposedCorrection, proposedMove, type SaidWrong, saidWrong } from './reply/said-wrong.ts'
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
  /** A model's opinion on what the reply is. Null if no model was asked, or none answered. */
  readonly read: MessageReading | null
}

export type ReplyDecision =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'small-talk'; readonly talk: SmallTalk }
  | { readonly kind: 'point-to-command'; readonly text: string }
  | { readonly kind: 'set-goal'; readonly goal: Goal; readonly ladder: Ladder }
  | { readonly kind: 'agreed' }
  /** The last correction is to be taken back. */
  | { readonly kind: 'undo' }
  /** Without a correction, the words do not say for certain which finding is wrong in what way. */
  | ({
      readonly kind: 'wrong'
      readonly words: string | null
      /** The piece of it that may be evidence. */
      readonly fact: string | null
    } & SaidWrong)
  /** With `move`, they asked why it is not about a competency. Null if nothing could be moved there. */
  | {
      readonly kind: 'question'
      readonly topic: ReplyTopic
      readonly text: string
      readonly move?: ProposedCorrection | null
    }
  /** One of their own words was wrong. They have to edit their message. */
  | { readonly kind: 'edit'; readonly ladder: Ladder }
  /** It wants an answer, and is not evidence. `fact` is a piece of it that may be. */
  | {
      readonly kind: 'talk'
      readonly intent: TalkIntent
      readonly text: string
      readonly fact: string | null
    }
  /** It may be evidence, so its owner is asked. `doubtful` is the message, if a model may know better what it is. */
  | {
      readonly kind: 'ask-to-keep'
      readonly why: Unsure
      readonly about: AnswerTo | null
      readonly doubtful: Message | null
    }
  /** The answer to "Save this as evidence?". `part` is where the reply is that was asked about, if it was one. */
  | { readonly kind: 'keep'; readonly save: boolean; readonly part?: number }
  /** The answer to the same about a plan: it is to be asked about later. */
  | { readonly kind: 'remind'; readonly part?: number }
  /** More evidence for the same piece. `about` is the sentence that was asked about, if any. */
  | {
      readonly kind: 'answer'
      readonly about: AnswerTo | null
      /** The sentences of it that ask for something else besides. */
      readonly asks: string | null
    }

/** What a reply supplies, by its words. */
type Supplied = { readonly quality: Quality; readonly proof: boolean }

/** Whether words supply what was asked for or called missing. Proof without a link names a person or a day. */
const GIVES: Partial<Record<Question['kind'] | ConsiderationKind, (said: Supplied) => boolean>> = {
  'own-part': ({ quality: { part }, proof }) => part === 'own' && !proof,
  result: ({ quality: { result }, proof }) => result && !proof,
  baseline: ({ quality: { result, number } }) => result && number,
  artefact: ({ quality: { opens } }) => opens,
  voucher: ({ quality: { opens }, proof }) => proof && !opens,
}

/**
 * What an answer is about: the sentence whose question or lack its words settle, else the first question, whatever its
 * words. A model's own question is about no sentence.
 */
const aboutOf = (
  text: string,
  { questions, considered, revision, cut }: Review,
  evidence: Evidence,
): AnswerTo | null => {
  const said = { quality: qualityOf(text), proof: cutSpans(text).every((one) => isProof(one.text)) }
  const gives = ({ kind }: { kind: Question['kind'] | ConsiderationKind }): boolean =>
    GIVES[kind]?.(said) ?? false
  const asked = questions.flatMap((one) => (one.kind === 'written' ? [] : [one]))
  const first = asked.length === questions.length ? asked[0] : undefined
  const lacking = considered.flatMap(({ kind, met, span }) => (met === false && span ? [{ kind, span }] : []))
  // A result does not answer whose part it was, and proof only answers where it can be seen.
  const isElsewhere = first === undefined || said.quality.result || (said.proof && first.kind !== 'artefact')
  const question = asked.find(gives) ?? (isElsewhere ? undefined : first)
  const about = question ?? lacking.find(gives) ?? first
  const span = about && spansOf(evidence, cut).find(({ id }) => id === about.span)
  if (!span || revision !== evidence.revision) return null
  return { ...spotOf(span), ...(question ? { asked: question.kind } : {}) }
}

/** A reply with everything that its decision depends on. */
type ReplyInWords = Omit<ReplyState, 'reply' | 'evidence'> & {
  readonly text: string
  readonly evidence: Evidence
  /** What it is by its words and by what was asked. */
  readonly read: MessageReading
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
    name: 'takes back the last correction',
    examples: ['undo that', 'Put it back, please.'],
    decide: ({ text, review }) => (review !== null && saysUndo(text) ? { kind: 'undo' } : null),
  },
  {
    name: 'puts right what they wrote',
    examples: ['6 minutes, not 4', 'sorry, it was Lyon, not Oslo'],
    decide: ({ text, evidence, ladder }) =>
      ladder !== null && putsRight(text, evidence, ladder) ? { kind: 'edit', ladder } : null,
  },
  {
    name: 'asks why it is not about a competency',
    examples: ['How come this is about mastery, not scope?', 'This is about scope, no?'],
    decide: ({ text, evidence, review, ladder }) => {
      if (review === null || ladder === null || !asksWhy(text)) return null
      const { levels, competencies } = questionOf(ladder, lookupWords(text), true)
      const found = new Set(review.findings.map(({ competency }) => competency))
      const competency = competencies.find(({ id }) => !found.has(id)) ?? competencies[0]
      if (competency === undefined || levels.length > 0) return null
      const spans = review.revision === evidence.revision ? spansOf(evidence, review.cut) : []
      const move = proposedMove(text, competency.id, review, ladder, spans)
      return { kind: 'question', topic: { kind: 'competency', competency }, text, move }
    },
  },
  {
    name: 'finds the review wrong',
    examples: ['No, that is wrong.', 'That is about scope, not mastery.', 'Lee did that, not me'],
    decide: ({ read, text, evidence, review, ladder }) => {
      if (review === null || ladder === null) return null
      const isCurrent = review.revision === evidence.revision
      const spans = isCurrent ? spansOf(evidence, review.cut) : []
      const isSaid = callsWrong(text, ladder, spans)
      const isWrong = isSaid || (read.intent === 'correction' && read.keep === false)
      if (!isWrong) return null
      const words = lookupWords(text).length > 3 ? text : null
      return { kind: 'wrong', words, fact: read.fact, ...saidWrong(text, review, ladder, spans, isSaid) }
    },
  },
  {
    name: 'asks about the review',
    examples: ['Why not yet?', 'what should I do next'],
    decide: ({ read, text, review, ladder }) =>
      review && ladder && read.intent === 'question' && read.fact === null
        ? { kind: 'question', topic: topicOf(text, ladder, review.goal), text }
        : null,
  },
  { name: 'is a command', examples: ['/ladder L3'], decide: typed },
  {
    name: 'is no evidence',
    examples: ['skip', 'stop asking', 'This tool is useless.'],
    decide: ({ read, text }) =>
      isTalk(read.intent) && read.keep === false
        ? { kind: 'talk', intent: read.intent, text, fact: read.fact }
        : null,
  },
]

/** Longer replies are evidence: questions and commands are short. In UTF-16 units. */
const TALK_LIMIT = 2_000

/** The last thing in a thread without a question: a review invites more, and so does anything before it. */
const REVIEW_ASKS = 'What could you add to this?'
const UNREVIEWED_ASKS = 'What happened, and what did you do yourself?'
const SAVE_ASKS = 'Do you want to save this as evidence?'

/** A reply, and what the coach asked last. */
const messageOf = (text: string, evidence: Evidence, review: Review | null): Message => {
  const [question] = review?.questions ?? []
  const asked = question ? wordsOfQuestion(question) : review ? REVIEW_ASKS : UNREVIEWED_ASKS
  return { place: 'thread', asked: evidence.state === 'unsure' ? SAVE_ASKS : asked, text }
}

/** What a reply is by its words and by what was asked. */
const readReply = (message: Message): MessageReading =>
  message.text.length > TALK_LIMIT ? { intent: 'answer', keep: true, fact: null } : decideMessage(message)

/** Whether the message that was asked about is a plan, so that the question was whether to ask later. */
const isPlanAsked = ({ parts }: Evidence): boolean => {
  const asked = parts.find(({ kind }) => kind === 'message')
  return asked !== undefined && isPlan({ place: 'dm', asked: null, text: asked.reading.trim() })
}

const isPlan = (message: Message): boolean => unsureOf(decideMessage(message), message.text) === 'plan'

/** The answer to the question whether to save the reply right before this one, if that was asked. */
const settles = (
  text: string,
  reply: Part,
  evidence: Evidence,
  review: Review | null,
): ReplyDecision | null => {
  // Replies that were answered are gone, and their positions with them.
  const before = evidence.parts.find(({ position }) => position === reply.position - 1)
  if (before?.kind !== 'reply' || !before.asked) return null
  const { position: part, reading } = before
  const isAskedLater = isYes(text) && isPlan(messageOf(reading.trim(), evidence, review))
  if (asksLater(text) || isAskedLater) return { kind: 'remind', part }
  const said = saveOrDrop(text)
  return said === null ? null : { kind: 'keep', save: said === 'save', part }
}

/** Whether the answer to "Save this?" was yes already. The same reply is tried again if it got no answer then. */
const isSaved = ({ evidence, review }: ReplyState): boolean =>
  review === null && evidence!.parts.some(({ kind }) => kind === 'confirmed')

/** What a reply in the thread of a piece asks for. In doubt its owner is asked. */
export function decideReply(state: ReplyState): ReplyDecision {
  const { reply, evidence, review, ladder } = state
  if (reply === null || evidence === null || reply.kind !== 'reply') return { kind: 'nothing' }
  const text = reply.reading.trim()
  const settled = settles(text, reply, evidence, review)
  if (settled !== null) return settled
  const said = evidence.state === 'unsure' || isSaved(state) ? saveOrDrop(text) : null
  if (evidence.state === 'unsure' && (asksLater(text) || (isYes(text) && isPlanAsked(evidence))))
    return { kind: 'remind' }
  if (said === 'save' || (said === 'drop' && evidence.state === 'unsure'))
    return { kind: 'keep', save: said === 'save' }
  const message = messageOf(text, evidence, review)
  const read = state.read ?? readReply(message)
  for (const { decide } of REPLY_RULES) {
    const decision = decide({ ...state, evidence, text, read })
    if (decision !== null) return decision
  }
  const about = review === null || ladder === null ? null : aboutOf(text, review, evidence)
  const why = unsureOf(read, text)
  const asks = read.intent === 'mixed' ? asksIn(text) : null
  if (why === null) return { kind: 'answer', about, asks }
  // A model knows no better than its owner, who was just asked whether to save the piece.
  const asksModel = evidence.state !== 'unsure' && isDoubtful(message, read)
  return { kind: 'ask-to-keep', why, about, doubtful: asksModel ? message : null }
}
