import type { Evidence } from '../../domain/evidence/evidence.ts'
import type { PacketChoices, PacketEdit } from '../../domain/packet/choices.ts'
import type { Showing } from '../../domain/packet/packet.ts'
import type { Owner } from '../../domain/person.ts'
import type { Review } from '../../domain/review/review.ts'

/** A piece with all of its words and its newest review. */
export type ReviewedPiece = {
  readonly evidence: Evidence
  readonly review: Review
  /** Its owner wants in their packet what looks confidential in it. */
  readonly included: boolean
  /** Its owner called something that was found in it wrong. */
  readonly disputed: boolean
}

/** Which packet of a person: for a level of a ladder. */
export type PacketOf = { readonly ladder: string; readonly target: string }

/**
 * What a packet is made of, and what its owner decided about it. Every call names the owner and sees nothing of anyone
 * else. Throws CoachError `store-unavailable` when the database cannot be reached.
 */
export interface ShowingStore {
  /**
   * What the newest reviews of all of a person's pieces found on a ladder, in the order in which the pieces came.
   * Without what its owner called wrong, and without any words.
   */
  showings(owner: Owner, ladderId: string): Promise<readonly Showing[]>
  /**
   * Pieces whose words a packet needs: those of these ids, the newest in which a number seems to be corrected, and the
   * newest with sentences that no competency has yet.
   */
  packetPieces(owner: Owner, ids: readonly string[]): Promise<readonly ReviewedPiece[]>
  /** Puts what looks confidential in a piece into its owner's packet and counts. */
  include(owner: Owner, evidenceId: string): Promise<void>
  choices(owner: Owner, of: PacketOf): Promise<PacketChoices>
  /** Changes the choices and returns them. Concurrent changes do not overwrite each other. */
  choose(owner: Owner, of: PacketOf, edit: PacketEdit): Promise<PacketChoices>
}
