import type { Evidence, Thread } from '../../domain/evidence/evidence.ts'
import type { Competency, Ladder, Shelf } from '../../domain/ladder/ladder.ts'
import type { WorkWish } from '../../domain/message/work-wish.ts'
import type { Move } from '../../domain/packet/work-session/moves.ts'
import type { WorkTurn } from '../../domain/packet/work-session/session.ts'
import type { Owner } from '../../domain/person.ts'
import type { Review } from '../../domain/review/review.ts'

/** What an answer changed, and the competency that was asked about. Null if the ladder no longer has it. */
export type Worked = {
  readonly asked: Pick<Competency, 'id' | 'name'> | null
  readonly moves: readonly Move[]
}

/** An example of an answer to a question, for somebody who asked for one. */
export type WorkExample = { readonly kind: 'work-example'; readonly target: string; readonly turn: WorkTurn }

/** What came of "Work on it". */
export type WorkBegun =
  /** A question about a competency waits for its answer. `thread` is null if it is being posted. */
  | {
      readonly kind: 'asked'
      readonly isNew: boolean
      readonly thread: Thread | null
      readonly name: string
    }
  /** No competency lacks anything that a question could fill. */
  | { readonly kind: 'all-shown'; readonly target: string }
  | { readonly kind: 'no-goal'; readonly shelf: Shelf }

/**
 * Work on a packet: the coach asks about the emptiest competency, then about the next, in one thread of the person's
 * DM.
 */
export interface WorkOnPacket {
  /** Asks the first question, unless one waits for its answer. */
  begin(owner: Owner): Promise<WorkBegun>
  /** "Skip this one" and "Stop" under the question `turn`. `past`: that question was settled before. */
  press(owner: Owner, id: string, turn: number, wish: 'skip' | 'stop'): Promise<'done' | 'past'>
  /**
   * The same, said in the thread by a message that is stored as this piece. Returns what to say to somebody who wants
   * an example, and null otherwise.
   */
  said(evidence: Evidence, wish: WorkWish): Promise<WorkExample | null>
  /** What a piece changed. Null if it answers no question about a packet. */
  worked(evidence: Evidence, review: Review, ladder: Ladder): Promise<Worked | null>
  /** Goes on after a piece was read, if it answers the present question. Throws CoachError `not-yet` to be repeated. */
  answered(evidence: Evidence): Promise<void>
  /** Ends everything and removes all questions. Throws CoachError `slack-unavailable`. */
  forget(owner: Owner): Promise<void>
}
