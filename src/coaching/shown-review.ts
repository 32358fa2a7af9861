import type { Evidence } from '../domain/evidence/evidence.ts'
import type { Ladder } from '../domain/ladder/ladder.ts'
import type { Quotes } from '../domain/review/quotes.ts'
import type { Review } from '../domain/review/review.ts'

/** A review with everything needed to show it. */
export type ShownReview = {
  readonly review: Review
  readonly evidence: Evidence
  /** The quotes from the evidence that are shown. */
  readonly quotes: Quotes
  /** The ladder, in the version that the review was written against. */
  readonly ladder: Ladder
  /** The piece that came just before, which this one could be joined with. */
  readonly joinable: string | null
  /** True if a model is configured, so one could read the piece later. */
  readonly hasModel: boolean
}
