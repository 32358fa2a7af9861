import type { Ladder } from '../../domain/ladder/ladder.ts'
import type { Owner } from '../../domain/person.ts'
import type { Review } from '../../domain/review/review.ts'

/**
 * Reviews of a person's pieces. Every call names the owner and sees nothing of anyone else. Throws CoachError
 * `store-unavailable` when the database cannot be reached.
 */
export interface ReviewStore {
  /** The newest review of a piece. */
  review(owner: Owner, evidenceId: string): Promise<Review | null>
  /** The newest review of a piece at an earlier revision than this one. */
  reviewBefore(owner: Owner, evidenceId: string, revision: number): Promise<Review | null>
  /**
   * Stores a review of a revision once, with the version of the ladder that it was written against. A second one of the
   * same revision returns the first. Null if the evidence is gone or has changed in the meantime.
   */
  saveReview(review: Review, ladder: Ladder): Promise<Review | null>
}
