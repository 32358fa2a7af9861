import type { CoachTopic, PieceFilter } from '../../domain/conversation/ask.ts'
import type { Progress } from '../../domain/conversation/progress.ts'
import type { Days } from '../../domain/dates/days.ts'
import type { Evidence } from '../../domain/evidence/evidence.ts'
import type { GoalRefusal } from '../../domain/ladder/goal.ts'
import type { Ladder, Level, Shelf } from '../../domain/ladder/ladder.ts'
import type { LadderChoice, LadderView } from '../../domain/ladder/ladder-view.ts'
import type { Schedule } from '../../domain/nudge/nudge.ts'
import type { Goal, Owner } from '../../domain/person.ts'
import type { Review } from '../../domain/review/review.ts'
import type { AnswerSource } from '../ladder/answer-source.ts'
import type { ShownNudgeMe } from '../nudge/shown-nudge-me.ts'
import type { ShownReview } from '../shown-review.ts'

/** What a ladder or a goal is asked for, and what was found. */
export type LookedUp =
  | LadderView
  | { readonly kind: 'choose'; readonly between: readonly LadderChoice[] }
  | { readonly kind: 'unknown'; readonly nearest: readonly string[] }
  | { readonly kind: 'goal'; readonly goal: Goal | null }
  | { readonly kind: 'goal-refused'; readonly why: GoalRefusal }
  | {
      readonly kind: 'choose-goal'
      readonly between: readonly { readonly ladder: Ladder; readonly goal: Goal }[]
    }

/** Something that is done once its owner presses the button. */
export type Proposal =
  /** All of them with one press, or with `each` the one that is pressed. `here`: its thread is the one written in. */
  | {
      readonly kind: 'delete'
      readonly pieces: readonly Evidence[]
      readonly each: boolean
      readonly here: boolean
    }
  | { readonly kind: 'delete-all'; readonly entries: number }
  | { readonly kind: 'goal'; readonly ladder: Ladder; readonly goal: Goal; readonly named: boolean }
  | { readonly kind: 'clear-goal'; readonly ladder: Ladder; readonly goal: Goal }
  /** `zone` is null for the zone that Slack has for them. */
  | {
      readonly kind: 'nudge'
      readonly wish: 'set'
      readonly schedule: Omit<Schedule, 'zone'> & { readonly zone: string | null }
      /** They named no time. */
      readonly usual?: true
    }
  | { readonly kind: 'nudge'; readonly wish: 'stop' | 'resume' | 'skip' }
  | { readonly kind: 'nudge'; readonly wish: 'pause'; readonly until: Temporal.PlainDate | null }
  | { readonly kind: 'read-again' | 'move'; readonly piece: Evidence }

/** Why a question or command gets no more than a hint. */
export type NoAnswer =
  /** There is no entry, or none that the words describe. */
  | 'no-entries'
  | 'no-such-entry'
  | 'no-review'
  | 'no-nudge'
  /** A nudge was asked for without a day and time, or with another rhythm than weekly. */
  | 'nudge-when'

/** An entry as a list shows it. */
export type ListedEntry = {
  readonly evidence: Evidence
  readonly review: Review | null
  /** The days under which the list shows it. */
  readonly shown: Days
  /** The sentence for which it is in the list, and a word of it that must be visible. */
  readonly quote: { readonly sentence: string; readonly word: string } | null
}

/** Answers to questions and commands. `part` is the position of the reply that asked, in a thread. */
export type ConversationReply = { readonly part?: number } & (
  | {
      readonly kind: 'progress'
      readonly ladder: Ladder
      readonly shelf: Shelf
      readonly goal: Goal
      readonly entries: number
      readonly progress: Progress
      /** They asked whether it is enough. */
      readonly chances: boolean
      /** The competency that they asked about, if it was one. */
      readonly about: string | null
      /** The level that they asked about, if it is not that of the goal, and whether any entry was reviewed for it. */
      readonly instead?: { readonly level: Level; readonly reviewed: boolean }
    }
  | { readonly kind: 'looked-up'; readonly source: AnswerSource; readonly found: LookedUp }
  | {
      readonly kind: 'entries'
      readonly rows: readonly ListedEntry[]
      readonly more: boolean
      readonly filter: PieceFilter
      readonly ladder: Ladder | null
    }
  | { readonly kind: 'opened'; readonly opened: ShownReview }
  | {
      readonly kind: 'about-coach'
      readonly topic: CoachTopic
      readonly hasModel: boolean
      readonly sustainedMonths: number
    }
  | { readonly kind: 'own-nudge'; readonly shown: ShownNudgeMe }
  | { readonly kind: 'confirm'; readonly owner: Owner; readonly proposal: Proposal }
  | { readonly kind: 'no-answer'; readonly why: NoAnswer }
  /** Leads to the packet, and to it as a file. */
  | { readonly kind: 'packet-here' }
  /**
   * Nothing was understood: three things that are. A question that nobody here can answer, other words, or what
   * something should be instead, without the entry that it is about.
   */
  | {
      readonly kind: 'not-known'
      readonly heard: 'question' | 'words' | 'instead'
      readonly ladder: Ladder
      readonly goal: Goal | null
      readonly hasEntries: boolean
    }
)
