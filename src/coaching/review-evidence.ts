import { decideReview } from '../domain/decide-review.ts'
import type { Evidence, Span } from '../domain/evidence.ts'
import { type Ladder, levelOf } from '../domain/ladder.ts'
import type { Goal } from '../domain/person.ts'
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

const ladderFor = (ladders: Ladders, goal: Goal | null): Ladder | null =>
  goal === null ? ladders[0] : (ladders.find((ladder) => ladder.id === goal.ladder) ?? null)

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
    return { evidence, goal, review, ladder: ladderFor(ladders, review?.goal ?? goal) }
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
      const review = await store.saveReview({
        ...answer,
        id: newId(),
        evidenceId,
        owner,
        goal,
        ladderVersion: ladder.version,
        readBy,
        createdAt: now(),
      })
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
    switch (decision.kind) {
      case 'small-talk':
        return answerAndForget({ kind: 'small-talk', talk: decision.talk, hasGoal: state.goal !== null })
      case 'point-to-command':
        return answerAndForget({ kind: 'point-to-command', text: decision.text })
      case 'no-words':
        return answerAndForget({ kind: 'no-words', files: decision.files })
      case 'set-goal': {
        const { queued } = await store.setGoal(owner, decision.goal, now())
        return answerAndForget({ kind: 'goal-set', ladder: ladders[0], goal: decision.goal, queued })
      }
      case 'ask-goal': {
        const goal = await store.awaitGoal(
          owner,
          evidenceId,
          ladders.map(({ id }) => id),
        )
        // A goal set in this very moment has queued what waited before; this one is read now.
        const again = goal ? decideReview({ ...state, goal, ladder: ladderFor(ladders, goal) }) : null
        if (again?.kind === 'read') return read(again.goal, again.ladder, again.spans)
        await say({ kind: 'ask-goal', ladder: ladders[0] })
        log.info({ evidenceId }, 'evidence waits for a goal')
        return
      }
      case 'read':
        return read(decision.goal, decision.ladder, decision.spans)
      case 'show-review': {
        const ladder = ladderFor(ladders, decision.review.goal)
        // Its ladder was taken away before it could be shown.
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
