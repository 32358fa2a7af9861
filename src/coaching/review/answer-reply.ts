import { CoachError } from '../../domain/coach-error.ts'
import type { Owner } from '../../domain/person.ts'
import type { ReplyDecision, ReplyState } from '../../domain/review/decide-reply.ts'
import type { EvidenceStore } from '../evidence/evidence-store.ts'
import type { PartStore } from '../evidence/part-store.ts'
import type { GoalStore } from '../ladder/goal-store.ts'
import type { LadderStore } from '../ladder/ladder-store.ts'
import type { Job, Ladders, Log, Messenger } from '../ports.ts'
import type { Reply } from '../replies.ts'
import type { Texts } from '../texts-port.ts'
import type { CorrectReview } from './correct-review.ts'
import { ladderOfReview } from './open-review.ts'
import type { PostStore } from './post-store.ts'
import { quoteReview } from './quote-review.ts'
import type { ReviewStore } from './review-store.ts'
import { openThreadPosts } from './thread-posts.ts'

type Deps = {
  readonly store: Pick<EvidenceStore, 'evidence' | 'readOtherwise'> &
    Pick<PartStore, 'settleReply'> &
    Pick<GoalStore, 'goal' | 'setGoal'> &
    Pick<ReviewStore, 'review'> &
    Pick<LadderStore, 'ladderVersion'> &
    PostStore
  readonly messenger: Messenger
  readonly ladders: Ladders
  readonly texts: Pick<Texts, 'decideReply' | 'quote'>
  readonly correctReview: Pick<CorrectReview, 'agree' | 'correct'>
  readonly hasModel: boolean
  readonly now: () => Temporal.Instant
  readonly log: Log
}

/**
 * Answers a reply in the thread of a piece. One that adds evidence becomes a part of it, and the piece is read
 * again; a question is answered from the findings and the ladder; what is wrong is kept and put right. Only
 * then is the reply settled, so that a second try says nothing twice and loses nothing.
 */
export function makeAnswerReply(deps: Deps) {
  const { store, ladders, texts, correctReview, now, log } = deps

  /** What takes too long to understand is no question and no command: it is evidence. */
  const understand = async (of: Owner, state: ReplyState): Promise<ReplyDecision> => {
    try {
      return await texts.decideReply(of, state)
    } catch (error) {
      if (!(error instanceof CoachError) || error.code !== 'text-too-slow') throw error
      return { kind: 'answer', about: null }
    }
  }
  return async ({ owner, evidenceId, part }: Job, attempt: number): Promise<void> => {
    const [evidence, goal, review] = await Promise.all([
      store.evidence(owner, evidenceId),
      store.goal(owner),
      store.review(owner, evidenceId),
    ])
    const reply = evidence?.parts.find(({ position }) => position === part) ?? null
    const ladder = review ? await ladderOfReview(review, ladders, store) : null
    const today = now().toZonedDateTimeISO('UTC').toPlainDate()
    const shelf = ladders.shelf()
    const decision = await understand(owner, { reply, evidence, review, ladder, goal, shelf, today })
    if (decision.kind === 'nothing' || evidence === null || reply === null) return
    const at = reply.position
    log.info({ evidenceId, reply: decision.kind }, 'reply understood')
    if (decision.kind === 'answer') {
      if (attempt > 1 && evidence.thread) await (await openThreadPosts(deps, evidence, attempt)).settled(at)
      return store.settleReply(owner, evidenceId, at, 'answer', decision.about)
    }
    const thread = await openThreadPosts(deps, evidence, attempt)
    const source = `reply:${at}`
    const shown =
      review && ladder && review.revision === evidence.revision
        ? { review, evidence, ladder, joinable: null, hasModel: deps.hasModel }
        : null
    const forgetAfter = async (said: Reply): Promise<void> => {
      await thread.say(said)
      await thread.settled(at)
      await store.settleReply(owner, evidenceId, at, 'forgotten')
    }
    switch (decision.kind) {
      case 'small-talk':
        return forgetAfter({ kind: 'small-talk', talk: decision.talk, hasGoal: goal !== null, part: at })
      case 'point-to-command':
        return forgetAfter({ kind: 'point-to-command', text: decision.text, part: at })
      case 'set-goal': {
        const { queued } = await store.setGoal(owner, decision.goal, decision.ladder, now())
        const otherwise = await store.readOtherwise(owner, decision.goal)
        const { goal: set, ladder: on } = decision
        return forgetAfter({ kind: 'goal-set', ladder: on, goal: set, queued, otherwise, part: at })
      }
      case 'agreed':
        await correctReview.agree(owner, evidenceId, source)
        return forgetAfter({ kind: 'agreed', part: at })
      case 'question':
        // Its quotes are of words that have changed: the review of the new ones comes first.
        if (shown === null) throw new CoachError('not-yet', 'The piece is being read again')
        return forgetAfter({
          kind: 'answered',
          part: at,
          topic: decision.topic,
          ...shown,
          quotes: await quoteReview(texts, evidence, shown.review),
        })
      case 'wrong': {
        if (decision.words === null && decision.correction === null)
          return forgetAfter({ kind: 'ask-what-is-wrong', part: at, evidenceId })
        const { correction, words } = decision
        await correctReview.correct(owner, evidenceId, source, { correction, words, offered: false })
        return forgetAfter({ kind: 'correction-kept', part: at, changed: correction !== null })
      }
    }
  }
}
