import type { Ladder } from '../../domain/ladder/ladder.ts'
import type { Owner } from '../../domain/person.ts'

/**
 * Ladders as they were when a goal or a review used them, and which version each person has seen. Throws CoachError
 * `store-unavailable` when the database cannot be reached.
 */
export interface LadderStore {
  /** A ladder as it was when a goal or a review used it. Null if that version was never used. */
  ladderVersion(ladderId: string, version: string): Promise<Ladder | null>
  /**
   * The version of their ladder that the person saw last, if `ladder` is another version and this evidence is the one
   * to tell them with. The first to ask gets it, as with the welcome. Null if there is nothing to tell.
   */
  claimLadderChange(owner: Owner, evidenceId: string, ladder: Ladder): Promise<string | null>
  /** Marks this version as seen and returns the one seen before. Null if they have seen it or are being told. */
  seeLadder(owner: Owner, ladder: Ladder): Promise<string | null>
  /** Restores the version seen before, because the person could not be told. */
  unseeLadder(owner: Owner, ladder: Ladder, version: string): Promise<void>
  /** Records that the person has seen this version, so that they are not told about it again. */
  markLadderSeen(owner: Owner, ladder: Ladder): Promise<void>
}

/** Where the last good version of each file is kept, by the file's name. */
export interface KeptLadderFiles {
  keep(name: string, markdown: string): Promise<void>
  /** Null if there never was a good one. */
  kept(name: string): Promise<string | null>
}
