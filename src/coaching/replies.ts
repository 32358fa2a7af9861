import type { Evidence } from '../domain/evidence/evidence.ts'
import type { SmallTalk } from '../domain/evidence/small-talk.ts'
import type { CompetencyComparison } from '../domain/ladder/compare.ts'
import type { Ladder, Level, Shelf } from '../domain/ladder/ladder.ts'
import type { Goal, Owner } from '../domain/person.ts'
import type { Moved } from '../domain/review/compare-reviews.ts'
import type { Quotes } from '../domain/review/quotes.ts'
import type { ReplyTopic } from '../domain/review/reply-topic.ts'
import type { Review } from '../domain/review/review.ts'
import type { Draft } from '../domain/review/say-evidence.ts'

/** Where an answer goes: a thread of a person's DM. */
export type ReplyThread = { readonly owner: Owner; readonly channel: string; readonly threadTs: string }

/** A review with everything that it takes to show it. */
export type ShownReview = {
  readonly review: Review
  readonly evidence: Evidence
  /** What is shown of its words. */
  readonly quotes: Quotes
  /** The ladder in the version that the review was read against. */
  readonly ladder: Ladder
  /** The piece that came just before, which this one could be joined with. */
  readonly joinable: string | null
  /** True: a model is configured, so that it could be read by it later. */
  readonly hasModel: boolean
}

/** Everything that the coach posts in a thread. Views give it its words. */
export type Reply =
  /** First contact: what is kept, who may read it, how to see and delete it. */
  | { readonly kind: 'welcome' }
  /** Opens the thread of a piece that came by a form or from another conversation. */
  | { readonly kind: 'logged'; readonly evidence: Evidence }
  /** A sign of life while a model reads, `done` of `batches` by now. */
  | { readonly kind: 'reading'; readonly target: Level; readonly done: number; readonly batches: number }
  | { readonly kind: 'ask-goal'; readonly shelf: Shelf }
  /** The ladder of the person's goal was edited: what their target level asks now. */
  | {
      readonly kind: 'ladder-changed'
      readonly ladder: Ladder
      readonly goal: Goal
      readonly changes: readonly CompetencyComparison[]
    }
  | {
      readonly kind: 'goal-set'
      readonly ladder: Ladder
      readonly goal: Goal
      readonly queued: number
      /** Pieces that were read against another goal. */
      readonly otherwise: number
      readonly part?: number
    }
  | {
      readonly kind: 'small-talk'
      readonly talk: SmallTalk
      readonly hasGoal: boolean
      readonly part?: number
    }
  | { readonly kind: 'point-to-command'; readonly text: string; readonly part?: number }
  /** Nothing could be read; the evidence's files say why. */
  | { readonly kind: 'no-words'; readonly evidence: Evidence }
  /** Not even a part of it could be read in time. */
  | { readonly kind: 'too-long'; readonly revision: number }
  | ({ readonly kind: 'review' } & ShownReview)
  /** What an answer changed in the findings, and which of its words did. */
  | ({ readonly kind: 'moved'; readonly part: number; readonly moved: Moved } & ShownReview)
  /** What an edit changed in them: that of the words of this revision. */
  | {
      readonly kind: 'moved'
      readonly revision: number
      readonly moved: Moved
      readonly ladder: Ladder
    }
  /** A question about a review, answered from its findings and the ladder. */
  | ({ readonly kind: 'answered'; readonly part: number; readonly topic: ReplyTopic } & ShownReview)
  /** A finding's words as claim, evidence and impact. */
  | { readonly kind: 'said'; readonly competency: string; readonly draft: Draft }
  /** What was wrong is kept, and which finding it changed, if it named one. */
  | { readonly kind: 'correction-kept'; readonly changed: boolean; readonly part: number | string }
  /** Something is wrong, and it was not said what. */
  | { readonly kind: 'ask-what-is-wrong'; readonly part: number; readonly evidenceId: string }
  | { readonly kind: 'agreed'; readonly part: number }
  /** It takes longer than it should, and nothing is lost; for a reply, or for the piece. */
  | { readonly kind: 'delayed'; readonly part?: number }
  /** All tries are used up for a reply, or for the words of a revision: nothing is lost, and what to do. */
  | { readonly kind: 'given-up'; readonly evidenceId: string; readonly part: number }
  | { readonly kind: 'given-up'; readonly evidenceId: string; readonly revision: number }

/** The name under which a reply is posted once for a piece. A form's `part` is a name that no position is. */
export function keyOf(reply: Reply): string {
  if (reply.kind === 'said') return `said:${reply.competency}`
  if ('part' in reply && reply.part !== undefined) return `${reply.kind}:${reply.part}`
  return 'revision' in reply ? `${reply.kind}:r${reply.revision}` : reply.kind
}
