import type { Evidence } from '../domain/evidence/evidence.ts'
import type { SmallTalk } from '../domain/evidence/small-talk.ts'
import type { CompetencyComparison } from '../domain/ladder/compare.ts'
import type { Ladder, Level, Shelf } from '../domain/ladder/ladder.ts'
import type { Declined } from '../domain/message/decline.ts'
import type { TalkIntent } from '../domain/message/message.ts'
import type { Unsure } from '../domain/message/unsure.ts'
import type { Drafting } from '../domain/packet/draft/drafts.ts'
import type { Move } from '../domain/packet/work-session/moves.ts'
import type { WorkEnd, WorkTurn } from '../domain/packet/work-session/session.ts'
import type { Goal, Owner } from '../domain/person.ts'
import type { Moved } from '../domain/review/compare-reviews.ts'
import type { ReplyTopic } from '../domain/review/reply/reply-topic.ts'
import type { ProposedCorrection } from '../domain/review/reply/said-wrong.ts'
import type { Draft } from '../domain/review/say-evidence.ts'
import type { ConversationReply } from './conversation/conversation-reply.ts'
import type { Plan } from './evidence/plan-store.ts'
import type { PlanOutcome } from './evidence/plans-port.ts'
import type { WorkExample, Worked } from './packet/work-port.ts'
import type { ShownReview } from './shown-review.ts'

export type { ShownReview } from './shown-review.ts'

/** Where an answer goes: a thread in a person's DM. */
export type ReplyThread = { readonly owner: Owner; readonly channel: string; readonly threadTs: string }

/** Talk that gets a fixed answer. */
export type HeardIntent = Exclude<TalkIntent, 'decline' | 'question' | 'command'> | 'thanks' | 'weakness'

/** Everything that the coach posts in a thread. The views put it into words. */
export type Reply =
  /** First contact: what is stored, who may read it, how to see and delete it. */
  | { readonly kind: 'welcome'; readonly hasModel: boolean }
  /** Opens the thread of a piece that came by a form or from another conversation. */
  | { readonly kind: 'logged'; readonly evidence: Evidence }
  /** A sign of life while a model reads: `done` of `batches` so far. */
  | { readonly kind: 'reading'; readonly target: Level; readonly done: number; readonly batches: number }
  /** `reviewed`: the piece has a review that needed no goal. */
  | { readonly kind: 'ask-goal'; readonly shelf: Shelf; readonly reviewed?: true }
  /** The ladder of the person's goal was edited: what their target level asks now. */
  | {
      readonly kind: 'ladder-changed'
      readonly ladder: Ladder
      readonly goal: Goal
      readonly changes: readonly CompetencyComparison[]
    }
  | {
      readonly kind: 'goal-set'
      readonly shelf: Shelf
      readonly ladder: Ladder
      readonly goal: Goal
      readonly queued: number
      /** How many pieces were read against another goal. */
      readonly otherwise: number
      readonly part?: number
    }
  | {
      readonly kind: 'small-talk'
      readonly talk: SmallTalk
      readonly hasGoal: boolean
      readonly part?: number
    }
  /** The message was heard, and is not evidence. `fact` is a piece of it that can be saved. */
  | {
      readonly kind: 'heard'
      readonly intent: HeardIntent
      readonly fact: string | null
      readonly evidenceId: string
      readonly part?: number
    }
  /** Offers to save a piece of a message that was answered. */
  | {
      readonly kind: 'offer-fact'
      readonly fact: string
      readonly evidenceId: string
      readonly part?: number
    }
  /** They want no more questions: about this piece, or for a while about anything. */
  | { readonly kind: 'declined'; readonly declined: Declined; readonly part?: number }
  /** Asks whether to save a message or a reply. `expired`: there was no answer, and its words are deleted. */
  | {
      readonly kind: 'ask-to-keep'
      readonly evidenceId: string
      readonly part: number
      readonly why: Unsure
      readonly expired: boolean
    }
  /** The answer to that, in words. */
  /** Asks whether what they planned has happened, or a question that they put off. */
  | { readonly kind: 'ask-plan'; readonly plan: Plan; readonly part: string }
  /** What became of a plan, in answer to words. */
  | { readonly kind: 'plan-noted'; readonly outcome: PlanOutcome; readonly part: number }
  | {
      readonly kind: 'kept-or-dropped'
      /** `gone`: there was nothing left to save or delete. */
      readonly done: 'saved' | 'deleted' | 'gone'
      readonly part: number
    }
  | { readonly kind: 'point-to-command'; readonly text: string; readonly part?: number }
  /** Nothing could be read. The files of the evidence say why. */
  | { readonly kind: 'no-words'; readonly evidence: Evidence }
  /** The person stopped the reading of a revision. */
  | { readonly kind: 'stopped'; readonly evidenceId: string; readonly revision: number }
  /** Not even part of it could be read in time. */
  | { readonly kind: 'too-long'; readonly revision: number }
  /** With `worked`, it answers a question about a packet, and only what it changed is shown. */
  | ({ readonly kind: 'review'; readonly worked?: Worked } & ShownReview)
  /** A draft of their packet by AI, which they asked for, is there, or why it is not. */
  | {
      readonly kind: 'draft-ended'
      readonly as: Exclude<Drafting, 'none' | 'writing'>
      readonly target: string
    }
  /** A question of the work on a packet. `part` counts them from 1. `over`: the work ended with it. */
  | {
      readonly kind: 'work-question'
      readonly work: string
      readonly part: number
      readonly target: string
      readonly turn: WorkTurn
      readonly over: boolean
    }
  | WorkExample
  /** The end of the work on a packet: what its answers changed, and how many they were. */
  | {
      readonly kind: 'work-ended'
      readonly part: 'end'
      readonly why: WorkEnd
      readonly target: string
      readonly moves: readonly Move[]
      readonly answers: number
    }
  /** What an answer changed in the findings, and which of its words did it. */
  | ({
      readonly kind: 'moved'
      readonly part: number
      /** How many answers it speaks of. Absent: one. */
      readonly added?: number
      readonly moved: Moved
    } & ShownReview)
  /** What an edit changed in the findings. The edit made this revision. */
  | {
      readonly kind: 'moved'
      readonly revision: number
      readonly moved: Moved
      readonly ladder: Ladder
    }
  /** A question about a review, answered from its findings and the ladder. Outside its thread, `names` says which. */
  | ({
      readonly kind: 'answered'
      readonly part?: number
      readonly topic: ReplyTopic
      readonly names?: boolean
      /** What would put their words where they asked about. */
      readonly move?: ProposedCorrection
    } & ShownReview)
  /**
   * The words of a finding put as claim, evidence and impact, or without a competency those of all of it. Outside the
   * thread of the piece, `of` says which.
   */
  | {
      readonly kind: 'said'
      readonly competency: string | null
      readonly draft: Draft
      readonly of?: Evidence
      readonly part?: number
    }
  | ConversationReply
  /** The correction is stored. `changed` is true if it named a finding, which then changed. */
  | {
      readonly kind: 'correction-kept'
      readonly changed: boolean
      /** The name of the competency that it was put under. Null if it asked for something else. */
      readonly putUnder: string | null
      /** A piece of it that can be saved as evidence, and the piece that it would belong to. */
      readonly fact: string | null
      readonly evidenceId: string
      readonly part: number | string
    }
  /** A correction was taken back. Outside the thread of the piece, `of` says which. */
  | {
      readonly kind: 'undone'
      readonly under: string
      readonly of?: Evidence
      readonly part?: number
    }
  /** A correction that may be meant. The person says whether it is. */
  | {
      readonly kind: 'propose-correction'
      readonly evidenceId: string
      readonly part: number
      readonly proposed: ProposedCorrection
      readonly ladder: Ladder
      readonly fact: string | null
    }
  /** Something is wrong, but the person did not say what. */
  | { readonly kind: 'ask-what-is-wrong'; readonly part: number; readonly evidenceId: string }
  | { readonly kind: 'agreed'; readonly part: number }
  /** A reply, or the piece without `part`, takes longer than it should. Nothing is lost. */
  | { readonly kind: 'delayed'; readonly part?: number }
  /** All tries for a reply, or for a revision of the piece, are used up. Nothing is lost, and it says what to do. */
  | { readonly kind: 'given-up'; readonly evidenceId: string; readonly part: number }
  | { readonly kind: 'given-up'; readonly evidenceId: string; readonly revision: number }

/** The key under which a reply is posted once per piece. The `part` of a form is a name, which is never a position. */
export function keyOf(reply: Reply): string {
  if (reply.kind === 'said')
    return `said:${reply.competency ?? 'all'}${reply.part === undefined ? '' : `:${reply.part}`}`
  if ('part' in reply && reply.part !== undefined) return `${reply.kind}:${reply.part}`
  return 'revision' in reply ? `${reply.kind}:r${reply.revision}` : reply.kind
}
