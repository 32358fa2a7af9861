import { standingLadder } from '../../domain/ladder/goal.ts'
import type { Ladder } from '../../domain/ladder/ladder.ts'
import type { Goal } from '../../domain/person.ts'
import { decideReview, type ReviewDecision, type ReviewState } from '../../domain/review/decide-review.ts'
import type { Job } from '../ports.ts'
import type { Reply } from '../replies.ts'
import { greet } from './steps/greet.ts'
import { openThread } from './steps/open-thread.ts'
import { readAndShow } from './steps/read-and-show.ts'
import type { ReviewDeps, ThreadedPiece } from './steps/review-deps.ts'
import { showAgain } from './steps/show-review.ts'
import { openThreadPosts } from './thread-posts.ts'

/** Reads what a review is decided by. */
const gather = async (deps: ReviewDeps, { owner, evidenceId }: Job): Promise<ReviewState> => {
  const { store, ladders, now } = deps
  const [found, goal, review] = await Promise.all([
    store.evidence(owner, evidenceId),
    store.goal(owner),
    store.review(owner, evidenceId),
  ])
  const evidence = found && found.state !== 'answered' ? await deps.readFiles(found) : found
  const today = now().toZonedDateTimeISO('UTC').toPlainDate()
  return { evidence, goal, review, shelf: ladders.shelf(), today }
}

/** Answers what is no evidence, and keeps none of its words. */
const answerAndForget = async (
  { store, log }: ReviewDeps,
  { evidence, thread }: ThreadedPiece,
  reply: Reply,
): Promise<void> => {
  const { owner, id: evidenceId, revision } = evidence
  await thread.say(reply)
  await thread.settled()
  await store.forgetWords(owner, evidenceId, revision)
  log.info({ evidenceId, reply: reply.kind }, 'answered')
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
  return answerAndForget(deps, piece, { kind: 'goal-set', ladder, goal, queued, otherwise })
}

/** Asks for a goal, and leaves the piece waiting for it. */
const askGoal = async (deps: ReviewDeps, piece: ThreadedPiece, state: ReviewState): Promise<void> => {
  const { evidence, thread } = piece
  const { shelf } = state
  const goal = await deps.store.awaitGoal(
    evidence.owner,
    evidence.id,
    (one) => standingLadder(shelf, one) !== null,
  )
  // A goal set in this very moment has queued what waited before; this one is read now.
  const again = goal ? decideReview({ ...state, goal }) : null
  if (again?.kind === 'read') return readAndShow(deps, piece, state.today, again)
  await thread.say({ kind: 'ask-goal', shelf })
  await thread.settled()
  deps.log.info({ evidenceId: evidence.id }, 'evidence waits for a goal')
}

const answer = async (
  deps: ReviewDeps,
  piece: ThreadedPiece,
  state: ReviewState,
  decision: Exclude<ReviewDecision, { kind: 'nothing' }>,
): Promise<void> => {
  switch (decision.kind) {
    case 'small-talk': {
      const { kind, talk } = decision
      return answerAndForget(deps, piece, { kind, talk, hasGoal: state.goal !== null })
    }
    case 'point-to-command':
      return answerAndForget(deps, piece, { kind: decision.kind, text: decision.text })
    case 'no-words':
      return answerAndForget(deps, piece, { kind: decision.kind, evidence: piece.evidence })
    case 'set-goal':
      return setGoal(deps, piece, decision)
    case 'ask-goal':
      return askGoal(deps, piece, state)
    case 'read':
      return readAndShow(deps, piece, state.today, decision)
    case 'show-review':
      return showAgain(deps, piece, decision.review)
  }
}

/**
 * Brings the thread of one piece of evidence up to date: it has one review, of the newest words.
 * Every step can be repeated: a second try after a crash finds the review and the posts of the first, and does
 * only what is left.
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
    await answer(deps, piece, state, decision)
  }
}
