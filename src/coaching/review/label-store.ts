import type { Owner } from '../../domain/person.ts'
import type { Remark } from '../../domain/review/remarks.ts'
import type { Review, Status } from '../../domain/review/review.ts'

/** What a person says of a review; `words` are theirs, `sentence` is evidence that they offer for testing. */
export type Label = {
  readonly kind: 'right' | 'wrong' | 'choice'
  readonly competencySaid: string | null
  readonly competencyMeant: string | null
  readonly statusSaid: Status | null
  readonly words: string | null
  readonly sentence: string | null
  /** What later readings of the piece keep of it. */
  readonly remark: Remark | null
}

/** What a person says of a review: what changes in it, and the labels that are kept. */
export type CorrectedReview = Pick<Review, 'findings' | 'choices'> & { readonly labels: readonly Label[] }

/** A label as it is taken out for testing the coach: nobody's name, and no words but those that were offered. */
export type KeptLabel = Omit<Label, 'words' | 'remark'> & {
  readonly ladder: string
  readonly ladderVersion: string
  readonly level: string
  readonly reader: string
}

/** What people say of reviews. Throws CoachError `store-unavailable` when the database cannot be reached. */
export interface LabelStore {
  /**
   * Keeps what a person says of a review, once for each `source`, and queues the job that shows it. `say` gets the
   * newest review, locked until it is written, and returns null if it does not apply. While the piece is being read
   * again (`fresh` false) labels and remarks are kept, and the coming review includes them.
   */
  correctReview(
    owner: Owner,
    evidenceId: string,
    source: string,
    at: Temporal.Instant,
    say: (review: Review, fresh: boolean) => CorrectedReview | null,
  ): Promise<'kept' | 'known' | 'gone'>
  /** What the person said of reviews of this piece, oldest first. */
  remarks(owner: Owner, evidenceId: string): Promise<Remark[]>
  /** All labels of everybody, for testing the coach. */
  labels(): Promise<KeptLabel[]>
}
