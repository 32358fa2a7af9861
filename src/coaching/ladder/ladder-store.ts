import type { Ladder } from '../../domain/ladder/ladder.ts'
import type { Owner } from '../../domain/person.ts'

/**
 * Ladders as they were when a goal or a review used them, and which of them a person has seen. Throws CoachError
 * `store-unavailable` when the database cannot be reached.
 */
export interface LadderStore {
  /** A ladder as it was when a goal or a review used it. null: that version was never used. */
  ladderVersion(ladderId: string, version: string): Promise<Ladder | null>
  /**
   * The version of their ladder that the person has last seen, when `ladder` is another one and this evidence
   * is the one to tell them with: the first to ask, as with the welcome. null: nothing to tell.
   */
  claimLadderChange(owner: Owner, evidenceId: string, ladder: Ladder): Promise<string | null>
  /** Marks this version as seen and returns the one seen before; null: they have seen it, or are being told. */
  seeLadder(owner: Owner, ladder: Ladder): Promise<string | null>
  /** They could not be told after all: the version seen before is put back. */
  unseeLadder(owner: Owner, ladder: Ladder, version: string): Promise<void>
  /** The person has seen this version: nobody tells them of it again. */
  markLadderSeen(owner: Owner, ladder: Ladder): Promise<void>
}
