import type { Owner } from '../../domain/person.ts'
import type { FindingCorrection } from '../../domain/review/correct-findings.ts'
import type { Remark } from '../../domain/review/remarks.ts'
import type { Review, Status } from '../../domain/review/review.ts'

/** What a person says about a review. `words` are theirs. `sentence` is evidence that they offer for testing. */
export type Label = {
  readonly kind: 'right' | 'wrong' | 'choice'
  readonly competencySaid: string | null
  readonly competencyMeant: string | null
  readonly statusSaid: Status | null
  readonly words: string | null
  readonly sentence: string | null
  /** The part that later readings of the piece apply. */
  readonly remark: Remark | null
}

/** What a person says about a review: the changes in it, and the labels to store. */
export type CorrectedReview = Pick<Review, 'findings' | 'choices'> &
  Partial<Pick<Review, 'headline' | 'standing' | 'considered' | 'nextSteps'>> & {
    readonly labels: readonly Label[]
    /** What they said earlier and now take back. Its labels are deleted. */
    readonly unsaid?: FindingCorrection
  }

/** A label as it is exported for testing the coach. It names nobody, and its only words are those that were offered. */
export type KeptLabel = Omit<Label, 'words' | 'remark'> & {
  readonly ladder: string
  readonly ladderVersion: string
  readonly level: string
  readonly reader: string
}

/** What people say about reviews. Throws CoachError `store-unavailable` when the database cannot be reached. */
export interface LabelStore {
  /**
   * Stores what a person says about a review, once for each `source`, and queues the job that shows it. `say` gets the
   * newest review, locked until the change is written, and returns null if it does not apply. While the piece is being
   * read again (`fresh` false), labels and remarks are stored, and the coming review includes them.
   */
  correctReview(
    owner: Owner,
    evidenceId: string,
    source: string,
    at: Temporal.Instant,
    say: (review: Review, fresh: boolean) => CorrectedReview | null,
  ): Promise<'kept' | 'known' | 'gone'>
  /** What the person said about reviews of this piece, oldest first. */
  remarks(owner: Owner, evidenceId: string): Promise<Remark[]>
  /** The piece that a person corrected last, and when. Null if they corrected none that is still there. */
  lastCorrected(owner: Owner): Promise<{ readonly evidenceId: string; readonly at: Temporal.Instant } | null>
  /** All labels, for testing the coach. */
  labels(): Promise<KeptLabel[]>
}
