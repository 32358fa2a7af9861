import type { Owner } from '../../domain/person.ts'

/**
 * Who wants no more questions. Every call names the owner and sees nothing of anyone else. Throws CoachError
 * `store-unavailable` when the database cannot be reached.
 */
export interface QuietStore {
  /** Takes the questions out of the review of a piece, which is shown again, and out of its later ones. */
  quietPiece(owner: Owner, evidenceId: string): Promise<void>
  /** The same for all reviews until an instant. */
  quietUntil(owner: Owner, until: Temporal.Instant): Promise<void>
  /** Whether a review of a piece may ask nothing now. */
  isQuiet(owner: Owner, evidenceId: string, now: Temporal.Instant): Promise<boolean>
}
