import { CoachError } from '../../domain/coach-error.ts'
import type { Evidence } from '../../domain/evidence/evidence.ts'
import type { Ladder } from '../../domain/ladder/ladder.ts'
import type { Goal, Owner } from '../../domain/person.ts'
import type { ReplyDecision, ReplyState } from '../../domain/review/decide-reply.ts'
import type { Review } from '../../domain/review/review.ts'
import type { AnswerMessage } from '../conversation/answer-message-port.ts'
import type { EvidenceStore } from '../evidence/evidence-store.ts'
import type { PartStore } from '../evidence/part-store.ts'
import type { PlanStore } from '../evidence/plan-store.ts'
import type { Plans } from '../evidence/plans-port.ts'
import type { UnsureStore } from '../evidence/unsure-store.ts'
import type { GoalStore } from '../ladder/goal-store.ts'
import type { LadderStore } from '../ladder/ladder-store.ts'
import type { Job, Ladders, Log, Messenger } from '../ports.ts'
import type { Reply } from '../replies.ts'
import type { Texts } from '../texts-port.ts'
import { type CorrectReview, correctionKept } from './correct-review.ts'
import { ladderOfReview } from './open-review.ts'
import type { PostStore } from './post-store.ts'
import type { QuietStore } from './quiet-store.ts'
import { quoteReview } from './quote-review.ts'
import type { ReadMessage } from './read-message.ts'
import type { ReviewStore } from './review-store.ts'
import type { Readings } from './steps/readings.ts'
import { takeDecline } from './steps/take-decline.ts'
import { takeKept } from './steps/take-kept.ts'
import { takePlan } from './steps/take-plan.ts'
import { takeTalk } from './steps/take-talk.ts'
import { openThreadPosts, replyThreadOf, type ThreadPosts } from './thread-posts.ts'

type Deps = {
  readonly store: Pick<EvidenceStore, 'evidence' | 'readOtherwise'> &
    Pick<PartStore, 'settleReply'> &
    Pick<GoalStore, 'goal' | 'setGoal'> &
    Pick<ReviewStore, 'review'> &
    Pick<LadderStore, 'ladderVersion'> &
    Pick<UnsureStore, 'askToKeep' | 'keepAsked' | 'dropAsked'> &
    Pick<PlanStore, 'askedPlan'> &
    QuietStore &
    PostStore
  readonly messenger: Messenger
  readonly ladders: Ladders
  readonly texts: Pick<Texts, 'decideReply' | 'quote'>
  readonly readMessage: ReadMessage
  readonly readings: Readings
  readonly correctReview: Pick<CorrectReview, 'agree' | 'correct' | 'undo'>
  readonly answerMessage: AnswerMessage
  readonly plans: Plans
  readonly hasModel: boolean
  readonly now: () => Temporal.Instant
  readonly log: Log
}

/** A reply with what it is about, and our posts in its thread. */
type ThreadedReply = {
  readonly owner: Owner
  readonly evidence: Evidence
  /** The position of the reply. */
  readonly at: number
  readonly goal: Goal | null
  readonly review: Review | null
  readonly ladder: Ladder | null
  readonly thread: ThreadPosts
}

/** Says something in answer to a reply, and deletes its words. */
const forgetAfter = async ({ store }: Deps, reply: ThreadedReply, said: Reply): Promise<void> => {
  const { owner, evidence, at, thread } = reply
  await thread.say(said)
  await thread.settled(at)
  await store.settleReply(owner, evidence.id, at, 'forgotten')
}

const messageIn = ({ owner, evidence, at }: Omit<ThreadedReply, 'thread'>, text: string) =>
  ({ owner, text, place: 'thread', evidenceId: evidence.id, part: at }) as const

/** Answers talk for what it is. A deed in it is offered to be saved. */
const answerTalk = async (
  deps: Deps,
  reply: ThreadedReply,
  { intent, fact, text }: ReplyDecision & { kind: 'talk' },
): Promise<Reply> => {
  const { owner, evidence, at, thread } = reply
  const evidenceId = evidence.id
  switch (intent) {
    case 'decline':
      return takeDecline(deps, owner, evidenceId, at, text)
    case 'question':
    case 'command':
      if (fact !== null) await thread.say({ kind: 'offer-fact', fact, evidenceId, part: at })
      return deps.answerMessage.answer(messageIn(reply, text))
    default:
      return takeTalk(deps, { ...messageIn(reply, text), asked: null }, { intent, fact })
  }
}

/** Answers a question about the review from its findings and the ladder, and any other from what is known. */
const answerQuestion = async (
  { answerMessage, texts, hasModel }: Deps,
  reply: ThreadedReply,
  { topic, text, move }: ReplyDecision & { kind: 'question' },
): Promise<Reply> => {
  const elsewhere = move === undefined ? await answerMessage.answerElse(messageIn(reply, text)) : null
  if (elsewhere !== null) return elsewhere
  const { evidence, review, ladder, at } = reply
  // The review quotes words that have changed, so the review of the new words comes first.
  if (review === null || ladder === null || review.revision !== evidence.revision)
    throw new CoachError('not-yet', 'The evidence is being reviewed again')
  const quotes = await quoteReview(texts, evidence, review)
  const moves = move ? { move } : {}
  return {
    kind: 'answered',
    part: at,
    topic,
    ...moves,
    review,
    evidence,
    ladder,
    quotes,
    joinable: null,
    hasModel,
  }
}

/** Stores and applies a correction, proposes the one that is likely meant, or asks what is wrong. */
const takeCorrection = async (
  { correctReview }: Deps,
  { owner, evidence: { id: evidenceId }, ladder, at }: ThreadedReply,
  { correction, proposed, words, fact }: ReplyDecision & { kind: 'wrong' },
): Promise<Reply> => {
  if (proposed !== null && ladder !== null) {
    const source = `reply:${at}`
    if (words !== null)
      await correctReview.correct(owner, evidenceId, source, { correction, words, offered: false })
    return { kind: 'propose-correction', evidenceId, part: at, proposed, ladder, fact }
  }
  if (words === null && correction === null) return { kind: 'ask-what-is-wrong', part: at, evidenceId }
  await correctReview.correct(owner, evidenceId, `reply:${at}`, { correction, words, offered: false })
  return { ...correctionKept(evidenceId, correction, ladder, fact), part: at }
}

/** Asks whether a reply is evidence. Until its writer says so, it stays a reply. */
const askToKeep = async (
  { store, now }: Deps,
  { owner, evidence, at, thread }: ThreadedReply,
  { why, about }: ReplyDecision & { kind: 'ask-to-keep' },
): Promise<void> => {
  const { id: evidenceId, revision } = evidence
  if (!(await store.askToKeep(owner, { evidenceId, part: at, revision, about, at: now() })))
    throw new CoachError('not-yet', 'The evidence has changed meanwhile')
  await thread.sayAnew({ kind: 'ask-to-keep', evidenceId, part: at, why, expired: false })
  await thread.settled(at)
}

/** Takes evidence, which is read with its piece. Its other half, if it has one, is answered first. */
const takeAnswer = async (
  deps: Deps,
  reply: Omit<ThreadedReply, 'thread'>,
  attempt: number,
  { about, asks }: ReplyDecision & { kind: 'answer' },
): Promise<void> => {
  const { owner, evidence, at } = reply
  if (evidence.thread && (attempt > 1 || asks !== null)) {
    const thread = await openThreadPosts(deps, evidence, attempt)
    const half = asks === null ? null : await deps.answerMessage.answerElse(messageIn(reply, asks))
    if (half !== null) await thread.say(half)
    await thread.settled(at)
  }
  // Whatever they tell after the question about a plan settles it.
  const plan = await deps.store.askedPlan(owner, evidence.id)
  if (plan !== null) await deps.plans.end(owner, plan.id, 'done')
  return deps.store.settleReply(owner, evidence.id, at, 'answer', about)
}

/** The answer to a reply that is not evidence and that needs no question. */
const answerTo = async (
  deps: Deps,
  reply: ThreadedReply,
  decision: Exclude<ReplyDecision, { kind: 'nothing' | 'answer' | 'ask-to-keep' }>,
): Promise<Reply> => {
  const { store, ladders, correctReview, answerMessage, now } = deps
  const { owner, evidence, goal, at } = reply
  switch (decision.kind) {
    case 'small-talk':
      return { kind: 'small-talk', talk: decision.talk, hasGoal: goal !== null, part: at }
    case 'talk':
      return answerTalk(deps, reply, decision)
    case 'keep':
      return takeKept(store, reply, decision)
    case 'remind': {
      const message = evidence.parts.find(({ kind }) => kind === 'message')
      const part = decision.part ?? message?.position ?? at
      const outcome = await deps.plans.remind(owner, { evidenceId: evidence.id, part })
      return { kind: 'plan-noted', outcome, part: at }
    }
    case 'point-to-command': {
      const { kind, text } = decision
      return (await answerMessage.answerElse(messageIn(reply, text))) ?? { kind, text, part: at }
    }
    case 'set-goal': {
      const { goal: set, ladder } = decision
      const { queued } = await store.setGoal(owner, set, ladder, now())
      const otherwise = await store.readOtherwise(owner, set)
      return { kind: 'goal-set', shelf: ladders.shelf(), ladder, goal: set, queued, otherwise, part: at }
    }
    case 'agreed':
      await correctReview.agree(owner, evidence.id, `reply:${at}`)
      return { kind: 'agreed', part: at }
    case 'undo': {
      const undone = await correctReview.undo(owner, evidence.id)
      if (undone !== null) return { kind: 'undone', under: undone.under, part: at }
      return answerMessage.answer(messageIn(reply, 'undo'))
    }
    case 'question':
      return answerQuestion(deps, reply, decision)
    case 'edit': {
      const { sustainedMonths } = decision.ladder
      return { kind: 'about-coach', topic: 'edit', hasModel: deps.hasModel, sustainedMonths, part: at }
    }
    case 'wrong':
      return takeCorrection(deps, reply, decision)
  }
}

/**
 * Answers a reply in the thread of a piece. If it adds evidence, it becomes part of the piece, which is read again. A
 * question is answered from the findings and the ladder. A correction is stored and applied. The reply is settled last,
 * so that a second try repeats nothing and loses nothing.
 */
export function makeAnswerReply(deps: Deps) {
  const { store, ladders, texts, readMessage, readings, now, log } = deps

  /** A reply that takes too long to understand counts as evidence, because questions and commands are short. */
  const understand = async (of: Owner, state: ReplyState): Promise<ReplyDecision> => {
    try {
      return await texts.decideReply(of, state)
    } catch (error) {
      if (!(error instanceof CoachError) || error.code !== 'text-too-slow') throw error
      return { kind: 'answer', about: null, asks: null }
    }
  }

  /** If the rules are not sure what a reply is, a model is asked. */
  const decide = async ({ owner, evidenceId, part }: Job, state: ReplyState): Promise<ReplyDecision> => {
    const decision = await understand(owner, state)
    if (decision.kind !== 'ask-to-keep' || !decision.doubtful || !state.evidence || !state.reply)
      return decision
    const { revision } = state.evidence
    const id = { evidenceId, revision, part: state.reply.position }
    const { doubtful } = decision
    const read = await readings.run(replyThreadOf(state.evidence), (stopped) =>
      readMessage(owner, id, doubtful, stopped),
    )
    if (read === null) return decision
    // An edit of a reply starts no job, so its new words would be answered as the old ones.
    const fresh = await store.evidence(owner, evidenceId)
    if (fresh?.parts.find(({ position }) => position === part)?.raw !== state.reply.raw)
      throw new CoachError('not-yet', 'The reply has changed meanwhile')
    return understand(owner, { ...state, read })
  }
  return async (job: Job, attempt: number): Promise<void> => {
    const { owner, evidenceId, part } = job
    const [evidence, goal, review] = await Promise.all([
      store.evidence(owner, evidenceId),
      store.goal(owner),
      store.review(owner, evidenceId),
    ])
    const reply = evidence?.parts.find(({ position }) => position === part) ?? null
    const ladder = review ? await ladderOfReview(review, ladders, store) : null
    const today = now().toZonedDateTimeISO('UTC').toPlainDate()
    const shelf = ladders.shelf()
    if (evidence !== null && reply?.kind === 'reply') {
      const about = { evidence, review, at: reply.position, today }
      const noted = await takePlan(deps, about, reply.reading)
      const thread = noted && (await openThreadPosts(deps, evidence, attempt))
      if (noted && thread) return forgetAfter(deps, { ...about, owner, goal, ladder, thread }, noted)
    }
    const decision = await decide(job, { reply, evidence, review, ladder, goal, shelf, today, read: null })
    if (decision.kind === 'nothing' || evidence === null || reply === null) return
    log.info({ evidenceId, reply: decision.kind }, 'reply understood')
    const about = { owner, evidence, at: reply.position, goal, review, ladder }
    if (decision.kind === 'answer') return takeAnswer(deps, about, attempt, decision)
    const threaded = { ...about, thread: await openThreadPosts(deps, evidence, attempt) }
    if (decision.kind === 'ask-to-keep') return askToKeep(deps, threaded, decision)
    return forgetAfter(deps, threaded, await answerTo(deps, threaded, decision))
  }
}
