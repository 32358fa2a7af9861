import { CoachError } from '../../domain/coach-error.ts'
import { type Evidence, evidenceParts } from '../../domain/evidence/evidence.ts'
import { compareVersions } from '../../domain/ladder/compare.ts'
import { standingLadder } from '../../domain/ladder/goal.ts'
import { type Ladder, levelOf } from '../../domain/ladder/ladder.ts'
import type { Goal, Owner } from '../../domain/person.ts'
import { movesBetween, movesByEdit } from '../../domain/review/compare-reviews.ts'
import { decideReview } from '../../domain/review/decide-review.ts'
import type { Review } from '../../domain/review/review.ts'
import type { EvidenceStore } from '../evidence/evidence-store.ts'
import type { PersonStore } from '../evidence/person-store.ts'
import type { GoalStore } from '../ladder/goal-store.ts'
import type { LadderStore } from '../ladder/ladder-store.ts'
import type { Job, Ladders, Log, Messenger } from '../ports.ts'
import type { Reply, ShownReview } from '../replies.ts'
import type { Texts } from '../texts-port.ts'
import { ladderOfReview } from './open-review.ts'
import type { PostStore } from './post-store.ts'
import { quoteReview } from './quote-review.ts'
import type { ReadFiles } from './read-files.ts'
import type { ReadPiece } from './read-piece.ts'
import type { ReviewStore } from './review-store.ts'
import { openThreadPosts } from './thread-posts.ts'

type Deps = {
  readonly store: EvidenceStore & ReviewStore & PostStore & GoalStore & LadderStore & PersonStore
  readonly messenger: Messenger
  readonly ladders: Ladders
  readonly texts: Pick<Texts, 'quote'>
  readonly readFiles: ReadFiles
  readonly readPiece: ReadPiece
  /** True when a model is configured: reading takes its time, so that a sign of life is worth a message. */
  readonly hasModel: boolean
  readonly now: () => Temporal.Instant
  readonly log: Log
}

/** A piece that came at most so many minutes before can be joined with. */
const JOINABLE_MINUTES = 10

/**
 * Brings the thread of one piece of evidence up to date: its review is of the newest words, and stands once.
 * Every step can be repeated: a second try after a crash finds the review and the posts of the first, and does
 * only what is left.
 */
export function makeReviewEvidence(deps: Deps) {
  const { store, messenger, ladders, texts, now, log } = deps

  const gather = async ({ owner, evidenceId }: Job) => {
    const [found, goal, review] = await Promise.all([
      store.evidence(owner, evidenceId),
      store.goal(owner),
      store.review(owner, evidenceId),
    ])
    const evidence = found && found.state !== 'answered' ? await deps.readFiles(found) : found
    const today = now().toZonedDateTimeISO('UTC').toPlainDate()
    return { evidence, goal, review, shelf: ladders.shelf(), today }
  }

  /** What their target level asks since the ladder was edited, for who has not seen it; null: nothing new. */
  const ladderChange = async (
    owner: Owner,
    evidenceId: string,
    goal: Goal | null,
    ladder: Ladder | null,
  ): Promise<(Reply & { kind: 'ladder-changed' }) | null> => {
    const seen = goal && ladder ? await store.claimLadderChange(owner, evidenceId, ladder) : null
    const before = seen && ladder ? await store.ladderVersion(ladder.id, seen) : null
    if (!goal || !ladder || !before) return null
    const changes = compareVersions(before, ladder, goal.target)
    if (changes.length > 0) return { kind: 'ladder-changed', ladder, goal, changes }
    await store.markLadderSeen(owner, ladder)
    return null
  }

  /** A piece that came without a message gets a thread of its own first; null: it was deleted meanwhile. */
  const threaded = async (evidence: Evidence, attempt: number): Promise<Evidence | null> => {
    if (evidence.thread) return evidence
    const { owner, id, revision } = evidence
    const thread = await messenger.open(
      owner,
      await store.dmOf(owner),
      { kind: 'logged', evidence },
      { evidenceId: id, revision, lookFirst: attempt > 1 },
    )
    const post = { ...thread, kind: 'logged', revision }
    if (!(await store.savePost(owner, id, post))) {
      await messenger.remove(post)
      return null
    }
    await store.saveThread(owner, id, thread)
    return { ...evidence, thread }
  }

  return async (job: Job, attempt: number): Promise<void> => {
    const { owner, evidenceId } = job
    const state = await gather(job)
    const decision = decideReview(state)
    if (decision.kind === 'nothing' || state.evidence === null) return
    const evidence = await threaded(state.evidence, attempt)
    if (evidence === null) return
    const { revision } = evidence
    const thread = await openThreadPosts(deps, evidence, attempt)
    const { say } = thread
    const answerAndForget = async (reply: Reply): Promise<void> => {
      await say(reply)
      await thread.settled()
      await store.forgetWords(owner, evidenceId, revision)
      log.info({ evidenceId, reply: reply.kind }, 'answered')
    }
    /** Another try would take as long: what is too long is said, and not thrown. */
    const readPart = async (piece: Parameters<ReadPiece>[0]): Promise<Review | 'too-long' | null> => {
      try {
        return await deps.readPiece(piece)
      } catch (error) {
        if (error instanceof CoachError && error.code === 'text-too-slow') return 'too-long'
        throw error
      }
    }
    const read = async (goal: Goal, ladder: Ladder): Promise<void> => {
      const target = levelOf(ladder, goal.target)
      const progress = (done: number, batches: number): Promise<void> =>
        deps.hasModel && target ? thread.alive({ kind: 'reading', target, done, batches }) : Promise.resolve()
      await progress(0, 1)
      const review = await readPart({
        evidence,
        goal,
        ladder,
        today: state.today,
        onBatch: async (done, batches) => {
          if (done < batches) await progress(done, batches)
        },
      })
      if (review === 'too-long') {
        await thread.settled()
        log.warn({ evidenceId, revision }, 'too long to read in time')
        return say({ kind: 'too-long', revision })
      }
      // Gone, or changed: then another job brings its answer.
      if (review === null) return thread.settled()
      await showReview(review, ladder)
    }
    const showReview = async (review: Review, ladder: Ladder): Promise<void> => {
      const joinable = await store.pieceBefore(owner, evidenceId, JOINABLE_MINUTES)
      const quotes = await quoteReview(texts, evidence, review)
      const shown: ShownReview = { review, evidence, quotes, ladder, joinable, hasModel: deps.hasModel }
      await showEdit(review, ladder)
      await thread.sayAnew({ kind: 'review', ...shown })
      await thread.settled()
      await showMoves(shown)
      log.info(
        {
          evidenceId,
          revision,
          reader: review.readBy.reader,
          findings: review.findings.length,
          ...review.use,
        },
        'review posted',
      )
    }
    /**
     * What an edit moved since the review that is in the thread. Said before the new one replaces it: after that, a
     * try of its own and one that shows a correction of the person's look the same.
     */
    const showEdit = async (review: Review, ladder: Ladder): Promise<void> => {
      const standing = thread.standing.find(({ kind }) => kind === 'review')
      if (!standing || standing.revision >= revision) return
      const before = await store.reviewBefore(owner, evidenceId, standing.revision + 1)
      const asked = before ? await store.ladderVersion(before.goal.ladder, before.ladderVersion) : null
      if (!before || !asked) return
      const changes = compareVersions(asked, ladder, review.goal.target)
      const moved = movesByEdit(before, review, new Set(changes.map(({ competency }) => competency.id)))
      if (moved) await say({ kind: 'moved', revision, moved, ladder })
    }
    /** What the newest answer of the person moved, beside the review that now has it in. */
    const showMoves = async (shown: ShownReview): Promise<void> => {
      const part = evidenceParts(evidence).findLast(({ kind }) => kind === 'answer')
      const before = part ? await store.reviewBefore(owner, evidenceId, shown.review.revision) : null
      if (!part || !before || before.readParts?.includes(part.position)) return
      const moved = movesBetween(before, shown.review, shown.quotes.spans, part.position)
      await say({ kind: 'moved', part: part.position, moved, ...shown })
    }

    if (await store.claimWelcome(owner, evidenceId)) {
      await say({ kind: 'welcome' })
      await store.markWelcomed(owner, now())
    }
    const change = await ladderChange(owner, evidenceId, state.goal, standingLadder(state.shelf, state.goal))
    if (change) {
      await say(change)
      await store.markLadderSeen(owner, change.ladder)
    }
    switch (decision.kind) {
      case 'small-talk':
        return answerAndForget({ kind: 'small-talk', talk: decision.talk, hasGoal: state.goal !== null })
      case 'point-to-command':
        return answerAndForget({ kind: 'point-to-command', text: decision.text })
      case 'no-words':
        return answerAndForget({ kind: 'no-words', evidence })
      case 'set-goal': {
        const { goal, ladder } = decision
        const { queued } = await store.setGoal(owner, goal, ladder, now())
        const otherwise = await store.readOtherwise(owner, goal)
        return answerAndForget({ kind: 'goal-set', ladder, goal, queued, otherwise })
      }
      case 'ask-goal': {
        const { shelf } = state
        const goal = await store.awaitGoal(owner, evidenceId, (one) => standingLadder(shelf, one) !== null)
        // A goal set in this very moment has queued what waited before; this one is read now.
        const again = goal ? decideReview({ ...state, goal }) : null
        if (again?.kind === 'read') return read(again.goal, again.ladder)
        await say({ kind: 'ask-goal', shelf })
        await thread.settled()
        log.info({ evidenceId }, 'evidence waits for a goal')
        return
      }
      case 'read':
        return read(decision.goal, decision.ladder)
      case 'show-review': {
        const ladder = await ladderOfReview(decision.review, ladders, store)
        // Its ladder was taken away, and no version of it was kept.
        if (ladder === null) {
          await thread.settled()
          return say({ kind: 'given-up', evidenceId, revision })
        }
        return showReview(decision.review, ladder)
      }
    }
  }
}
