import { standingLadder } from '../../domain/ladder/goal.ts'
import type { Ladder } from '../../domain/ladder/ladder.ts'
import { saysUndo } from '../../domain/message/slips.ts'
import type { Unsure } from '../../domain/message/unsure.ts'
import type { Goal } from '../../domain/person.ts'
import { decideReview, type ReviewDecision, type ReviewState } from '../../domain/review/decide-review.ts'
import type { Review } from '../../domain/review/review.ts'
import type { Job } from '../ports.ts'
import type { Reply } from '../replies.ts'
import { greet } from './steps/greet.ts'
import { openThread } from './steps/open-thread.ts'
import { readAndShow } from './steps/read-and-show.ts'
import type { ReviewDeps, ThreadedPiece } from './steps/review-deps.ts'
import { showAgain } from './steps/show-review.ts'
import { takeDecline } from './steps/take-decline.ts'
import { takeTalk } from './steps/take-talk.ts'
import { openThreadPosts } from './thread-posts.ts'

/** Gathers what a review is decided by. */
const gather = async (deps: ReviewDeps, { owner, evidenceId }: Job): Promise<ReviewState> => {
  const { store, ladders, now } = deps
  const [found, goal, review] = await Promise.all([
    store.evidence(owner, evidenceId),
    store.goal(owner),
    store.review(owner, evidenceId),
  ])
  const evidence = found && found.state !== 'answered' ? await deps.readFiles(found) : found
  const today = now().toZonedDateTimeISO('UTC').toPlainDate()
  return { evidence, goal, review, shelf: ladders.shelf(), today, read: null }
}

/**
 * Asks a model about a message that the rules are not sure of. What it calls evidence stays evidence, whatever a model
 * says when the piece is read again. Null if the piece has changed in the meantime.
 */
const withModel = async (
  { store, readMessage, readings }: ReviewDeps,
  { evidence, thread }: ThreadedPiece,
  state: ReviewState,
  decision: ReviewDecision,
): Promise<{ readonly state: ReviewState; readonly decision: ReviewDecision } | null> => {
  const { owner, id: evidenceId, revision, parts, state: asked } = evidence
  const doubtful = decision.kind === 'ask-to-keep' && asked !== 'unsure' ? decision.doubtful : null
  const part = parts[0]?.position ?? 0
  const read =
    doubtful &&
    (await readings.run(thread.place, (stopped) =>
      readMessage(owner, { evidenceId, revision, part }, doubtful, stopped),
    ))
  if (read === null) return { state, decision }
  if (read.keep === true && !(await store.keepMessage(owner, evidenceId, revision))) return null
  return { state: { ...state, read }, decision: decideReview({ ...state, read }) }
}

/** Answers something that is not evidence, unless it is answered already, and deletes its words. */
const answerAndForget = async (
  { store, log }: ReviewDeps,
  { evidence, thread }: ThreadedPiece,
  reply: Reply | null,
): Promise<void> => {
  const { owner, id: evidenceId, revision } = evidence
  if (reply !== null) await thread.say(reply)
  await thread.settled()
  await store.forgetWords(owner, evidenceId, revision)
  log.info({ evidenceId, reply: reply?.kind }, 'answered')
}

const setGoal = async (
  deps: ReviewDeps,
  piece: ThreadedPiece,
  { goal, ladder }: { readonly goal: Goal; readonly ladder: Ladder },
): Promise<void> => {
  const { store, now } = deps
  const { owner } = piece.evidence
  const { queued } = await store.setGoal(owner, goal, ladder, now())
  const otherwise = await store.readOtherwise(owner, goal)
  return answerAndForget(deps, piece, {
    kind: 'goal-set',
    shelf: deps.ladders.shelf(),
    ladder,
    goal,
    queued,
    otherwise,
  })
}

/** Answers talk for what it is. A deed in it is offered to be saved. */
const answerTalk = async (
  deps: ReviewDeps,
  piece: ThreadedPiece,
  { intent, fact, text }: ReviewDecision & { kind: 'talk' },
): Promise<void> => {
  const { owner, id: evidenceId } = piece.evidence
  switch (intent) {
    case 'decline':
      return answerAndForget(deps, piece, await takeDecline(deps, owner, evidenceId, undefined, text))
    case 'question':
    case 'command': {
      const undone = saysUndo(text) ? await deps.correctReview.undo(owner, null) : null
      if (undone !== null)
        return answerAndForget(deps, piece, { kind: 'undone', under: undone.under, of: undone.evidence })
      await piece.thread.say(
        await deps.answerMessage.answer({
          owner,
          text: saysUndo(text) ? 'undo' : text,
          place: 'dm',
          evidenceId,
        }),
      )
      return answerAndForget(deps, piece, fact === null ? null : { kind: 'offer-fact', fact, evidenceId })
    }
    default: {
      const message = { owner, text, place: 'dm', asked: null, evidenceId } as const
      return answerAndForget(deps, piece, await takeTalk(deps, message, { intent, fact }))
    }
  }
}

/** Answers the rest of a message that contains evidence: a question, or something to do. */
const answerHalf = async (
  { answerMessage }: ReviewDeps,
  { evidence: { owner, id: evidenceId }, thread }: ThreadedPiece,
  text: string | null,
): Promise<void> => {
  const said = text === null ? null : await answerMessage.answerElse({ owner, text, place: 'dm', evidenceId })
  if (said !== null) await thread.say(said)
}

/** Asks whether a message is evidence. Until its owner says so, it is not reviewed. */
const askToKeep = async (
  { store, now, log }: ReviewDeps,
  { evidence, thread }: ThreadedPiece,
  why: Unsure,
): Promise<void> => {
  const { owner, id: evidenceId, revision, parts } = evidence
  const part = parts[0]?.position ?? 0
  if (!(await store.askToKeep(owner, { evidenceId, part, revision, about: null, at: now() }))) return
  // First, because it removes what was asked about earlier words.
  await thread.settled()
  await thread.say({ kind: 'ask-to-keep', evidenceId, part, why, expired: false })
  log.info({ evidenceId }, 'asked whether to save')
}

/** Asks for a goal, and marks the piece as waiting for it. */
const askGoal = async (deps: ReviewDeps, piece: ThreadedPiece, state: ReviewState): Promise<void> => {
  const { evidence, thread } = piece
  const { shelf } = state
  const goal = await deps.store.awaitGoal(
    evidence.owner,
    evidence.id,
    (one) => standingLadder(shelf, one) !== null,
  )
  // A goal that was set at this very moment queued only what was waiting before. This piece is read now.
  const again = goal ? decideReview({ ...state, goal }) : null
  if (again?.kind === 'read') return readAndShow(deps, piece, state.today, again)
  await thread.say({ kind: 'ask-goal', shelf })
  await thread.settled()
  deps.log.info({ evidenceId: evidence.id }, 'evidence waits for a goal')
}

/**
 * Asks for a goal after a review that needed none. If one was set while it was read, it is read again for that goal:
 * setting it only queued what was reviewed by then.
 */
const askGoalAfter = async (
  { store, ladders }: ReviewDeps,
  { evidence, thread }: ThreadedPiece,
  { beforeGoal }: Pick<Review, 'beforeGoal'>,
): Promise<void> => {
  if (!beforeGoal) return
  const { owner, id: evidenceId } = evidence
  const shelf = ladders.shelf()
  if (standingLadder(shelf, await store.goal(owner)))
    return void (await store.readAgain(owner, { evidenceId }))
  await thread.say({ kind: 'ask-goal', shelf, reviewed: true })
}

const answer = async (
  deps: ReviewDeps,
  piece: ThreadedPiece,
  state: ReviewState,
  decision: ReviewDecision,
): Promise<void> => {
  switch (decision.kind) {
    case 'nothing':
      return
    case 'small-talk': {
      const { kind, talk } = decision
      return answerAndForget(deps, piece, { kind, talk, hasGoal: state.goal !== null })
    }
    case 'point-to-command': {
      const { owner, id: evidenceId } = piece.evidence
      const { kind, text } = decision
      const found = await deps.answerMessage.answerElse({ owner, text, place: 'dm', evidenceId })
      return answerAndForget(deps, piece, found ?? { kind, text })
    }
    case 'talk': {
      return answerTalk(deps, piece, decision)
    }
    case 'work':
      return answerAndForget(deps, piece, await deps.workOnPacket.said(piece.evidence, decision.wish))
    case 'ask-to-keep':
      return askToKeep(deps, piece, decision.why)
    case 'no-words':
      return answerAndForget(deps, piece, { kind: decision.kind, evidence: piece.evidence })
    case 'set-goal':
      return setGoal(deps, piece, decision)
    case 'ask-goal':
      return askGoal(deps, piece, state)
    case 'read':
      await readAndShow(deps, piece, state.today, decision)
      await askGoalAfter(deps, piece, decision)
      return answerHalf(deps, piece, decision.asks)
    case 'show-review':
      await showAgain(deps, piece, decision.review)
      return askGoalAfter(deps, piece, decision.review)
  }
}

/**
 * Brings the thread of one piece of evidence up to date, so that it has one review, of the newest words. Every step can
 * be repeated: a second try after a crash finds the review and the posts of the first, and does only what is left.
 */
export function makeReviewEvidence(deps: ReviewDeps) {
  return async (job: Job, attempt: number): Promise<void> => {
    const state = await gather(deps, job)
    const decision = decideReview(state)
    if (decision.kind === 'nothing' || state.evidence === null) return
    const evidence = await openThread(deps, state.evidence, attempt)
    if (evidence === null) return
    const piece = { evidence, thread: await openThreadPosts(deps, evidence, attempt) }
    await greet(deps, piece, state)
    const known = await withModel(deps, piece, state, decision)
    // If the piece has changed, another job brings its answer.
    if (known !== null) await answer(deps, piece, known.state, known.decision)
  }
}
