import { compareVersions } from '../domain/compare.ts'
import { decideReview, standingLadder } from '../domain/decide-review.ts'
import type { Evidence, Span } from '../domain/evidence.ts'
import { type Ladder, ladderOf, levelOf } from '../domain/ladder.ts'
import type { Goal, Owner } from '../domain/person.ts'
import type { Review } from '../domain/review.ts'
import type { Ladders, Log, Messenger, Place, Reply, ReviewJob, Store } from './ports.ts'
import type { makeReadEvidence } from './read-evidence.ts'

type Deps = {
  readonly store: Store
  readonly messenger: Messenger
  readonly ladders: Ladders
  readonly readEvidence: ReturnType<typeof makeReadEvidence>
  /** True when reading takes a model's time, so that a sign of life is worth a message. */
  readonly takesTime: boolean
  readonly now: () => Temporal.Instant
  readonly newId: () => string
  readonly log: Log
}

const placeOf = (evidence: Evidence): Place => ({
  owner: evidence.owner,
  channel: evidence.channel,
  threadTs: evidence.threadTs,
})

/**
 * Answers one piece of evidence in its thread. Every step can be repeated: a second try after a crash finds
 * the review and the posts of the first, and does only what is left.
 */
export const makeReviewEvidence = (deps: Deps) => {
  const { store, messenger, ladders, now, newId, log } = deps

  const gather = async ({ owner, evidenceId }: ReviewJob) => {
    const [evidence, goal, review] = await Promise.all([
      store.evidence(owner, evidenceId),
      store.goal(owner),
      store.review(owner, evidenceId),
    ])
    const today = now().toZonedDateTimeISO('UTC').toPlainDate()
    return { evidence, goal, review, shelf: ladders.shelf(), today }
  }

  /** The ladder as it was when the review was written; as it is now where that version was not kept. */
  const ladderOfReview = async ({ goal, ladderVersion }: Review): Promise<Ladder | null> => {
    const current = ladderOf(ladders.shelf(), goal.ladder) ?? null
    if (current?.version === ladderVersion) return current
    return (await store.ladderVersion(goal.ladder, ladderVersion)) ?? current
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

  return async (job: ReviewJob, attempt: number): Promise<void> => {
    const { owner, evidenceId } = job
    const state = await gather(job)
    const decision = decideReview(state)
    if (decision.kind === 'nothing' || state.evidence === null) return
    const evidence = state.evidence
    const place = placeOf(evidence)
    const posted = await store.posts(owner, evidenceId)

    const say = async (reply: Reply): Promise<void> => {
      if (posted.some((post) => post.kind === reply.kind)) return
      const post = await messenger.post(place, reply, { evidenceId, lookFirst: attempt > 1 })
      posted.push(post)
      await store.savePost(owner, evidenceId, post)
    }
    const answerAndForget = async (reply: Reply): Promise<void> => {
      await say(reply)
      await store.forgetWords(owner, evidenceId)
      log.info({ evidenceId, reply: reply.kind }, 'answered')
    }
    const read = async (goal: Goal, ladder: Ladder, spans: readonly Span[]): Promise<void> => {
      const target = levelOf(ladder, goal.target)
      if (deps.takesTime && target) await say({ kind: 'reading', target })
      const { answer, readBy } = await deps.readEvidence({ ladder, goal, spans })
      const review = await store.saveReview(
        {
          ...answer,
          id: newId(),
          evidenceId,
          owner,
          goal,
          ladderVersion: ladder.version,
          readBy,
          createdAt: now(),
        },
        ladder,
      )
      if (review === null) return
      await showReview({ kind: 'review', review, evidence, ladder })
    }
    const showReview = async (reply: Reply & { kind: 'review' }): Promise<void> => {
      await say(reply)
      for (const post of posted.filter(({ kind }) => kind === 'reading')) await messenger.remove(post)
      log.info(
        { evidenceId, reader: reply.review.readBy.reader, findings: reply.review.findings.length },
        'review posted',
      )
      // Deleted while it was being read: the answer goes as well.
      if ((await store.evidence(owner, evidenceId)) === null) {
        for (const post of posted) await messenger.remove(post)
      }
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
        return answerAndForget({ kind: 'no-words', files: decision.files })
      case 'set-goal': {
        const { goal, ladder } = decision
        const { queued } = await store.setGoal(owner, goal, ladder, now())
        return answerAndForget({ kind: 'goal-set', ladder, goal, queued })
      }
      case 'ask-goal': {
        const { shelf } = state
        const goal = await store.awaitGoal(owner, evidenceId, (one) => standingLadder(shelf, one) !== null)
        // A goal set in this very moment has queued what waited before; this one is read now.
        const again = goal ? decideReview({ ...state, goal }) : null
        if (again?.kind === 'read') return read(again.goal, again.ladder, again.spans)
        await say({ kind: 'ask-goal', shelf })
        log.info({ evidenceId }, 'evidence waits for a goal')
        return
      }
      case 'read':
        return read(decision.goal, decision.ladder, decision.spans)
      case 'show-review': {
        const ladder = await ladderOfReview(decision.review)
        // Its ladder was taken away, and no version of it was kept.
        if (ladder === null) return say({ kind: 'given-up' })
        return showReview({ kind: 'review', review: decision.review, evidence, ladder })
      }
    }
  }
}

/** What happens to a job whose tries are used up: the person hears that nothing is lost, and what to do. */
export const makeGiveUpEvidence =
  ({ store, messenger, log }: Pick<Deps, 'store' | 'messenger' | 'log'>) =>
  async ({ owner, evidenceId }: ReviewJob): Promise<void> => {
    log.error({ evidenceId }, 'evidence could not be answered')
    const evidence = await store.evidence(owner, evidenceId)
    if (evidence === null || evidence.state !== 'queued') return
    const post = await messenger.post(
      placeOf(evidence),
      { kind: 'given-up' },
      { evidenceId, lookFirst: true },
    )
    await store.savePost(owner, evidenceId, post)
  }
