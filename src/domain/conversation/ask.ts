import type { Days } from '../dates/days.ts'

/** Questions about the coach itself. Each has its own answer. */
export const COACH_TOPICS = [
  'who-reads',
  'channel',
  'training',
  'ai',
  'share',
  'edit',
  'stored',
  'delete-how',
  'leaving',
  'who-runs',
  'contacts',
  'what-to-send',
  'counts',
  'how-much',
  'process',
  'undo',
  'statuses',
  'can-be-wrong',
  'its-question',
] as const
export type CoachTopic = (typeof COACH_TOPICS)[number]

/** Which entries of the person's are meant. `this` is the one that the thread is about. */
export type WhichPiece =
  | { readonly kind: 'this' }
  | { readonly kind: 'latest'; readonly count: number }
  | { readonly kind: 'about'; readonly filter: PieceFilter }

/** What a list of evidence is limited to. `words` are content words of what it is about. */
export type PieceFilter = {
  readonly period: Days | null
  readonly competency: string | null
  readonly words: string | null
}

/** Commands to the coach. It does nothing before the person presses a button. */
export type AskedCommand =
  | { readonly kind: 'delete'; readonly which: WhichPiece }
  | { readonly kind: 'delete-all' }
  | { readonly kind: 'read-again'; readonly which: WhichPiece }
  | { readonly kind: 'move'; readonly which: WhichPiece }
  /** What follows `/ladder goal`, for example "L4 by 2027-06". Empty if no level and no date is named. */
  | { readonly kind: 'goal'; readonly text: string }
  | { readonly kind: 'clear-goal' }
  /**
   * What follows `/ladder nudge me`, for example "friday 16:00". Null if no day is named. With `usual`, they named no
   * time.
   */
  | { readonly kind: 'nudge'; readonly text: string | null; readonly usual?: true }
  | { readonly kind: 'export' }

/** What a question or a command asks for. */
export type Ask =
  /** How the person is doing for their goal. With `chances`, they asked whether it is enough. */
  | {
      readonly kind: 'progress'
      readonly chances: boolean
      readonly competency: string | null
      /** The level that they asked about, if it need not be that of the goal. */
      readonly level?: string
    }
  /** The ladder's own sentences. `text` is what follows `/ladder`. */
  | { readonly kind: 'ladder'; readonly text: string }
  /** Why a review says what it says. `text` is the question. */
  | { readonly kind: 'review'; readonly text: string; readonly which: WhichPiece }
  /** How the words of a piece could be put. */
  | { readonly kind: 'say'; readonly which: WhichPiece }
  /** The person's own evidence, or with `open` the one piece that fits best. */
  | { readonly kind: 'list'; readonly filter: PieceFilter; readonly open: boolean }
  | { readonly kind: 'coach'; readonly topic: CoachTopic }
  /** What the coach can do at all. */
  | { readonly kind: 'help' }
  | { readonly kind: 'command'; readonly command: AskedCommand }
  | { readonly kind: 'unknown' }
