import type { About, Days, Evidence, Part, Thread } from '../../domain/evidence/evidence.ts'
import type { Goal, Owner } from '../../domain/person.ts'
import type { Review } from '../../domain/review/review.ts'
import type { Post } from '../ports.ts'

/** Words about to be kept. `editedTs` is Slack's ts of the edit that they are of already. */
export type NewPart = Omit<Part, 'position' | 'about'> & { readonly editedTs?: string | null }

/**
 * A piece about to be kept. `message` is Slack's id of what it came with, by which a repeat is known; `origin` the
 * message elsewhere that it was saved from, which is kept once.
 */
export type NewEvidence = {
  readonly id: string
  readonly owner: Owner
  readonly message: Thread | null
  readonly origin: Thread | null
  readonly thread: Thread | null
  readonly parts: readonly NewPart[]
  readonly happened: Days | null
  /** What the person says it is about; left out: they did not say. */
  readonly about?: About | null
  readonly receivedAt: Temporal.Instant
}

/** One piece of evidence as the person's own list shows it; `said` is what they wrote about its reviews. */
export type KeptEvidence = {
  readonly evidence: Evidence
  readonly review: Review | null
  readonly said: readonly string[]
}

/** What one asks of a person's own list. */
type EvidencePage = {
  /** Only what came before. */
  readonly before: Temporal.Instant | null
  readonly limit: number
  /** Only what speaks to this competency. */
  readonly competency?: string | null
  /** Only what happened, or else came, within these days. */
  readonly within?: Days | null
}

/**
 * Pieces of evidence as wholes. Every call names the owner, and sees nothing of anyone else. Throws CoachError
 * `store-unavailable` when the database cannot be reached.
 */
export interface EvidenceStore {
  /** Stores a piece and its job `review-evidence` in one transaction. `known`: Slack sent it before. */
  acceptEvidence(evidence: NewEvidence): Promise<'accepted' | 'known'>
  /** Notes that a message was deleted before it was ever stored: a late delivery of it is `known`. */
  markSeen(owner: Owner, message: Thread): Promise<'new' | 'known'>
  evidence(owner: Owner, id: string): Promise<Evidence | null>
  /** Newest first; small talk left out. Of each part the first 4,000 characters that people read, and nothing raw. */
  listEvidence(owner: Owner, page: EvidencePage): Promise<KeptEvidence[]>
  /** The ids of all of it, what was only answered included. */
  evidenceIds(owner: Owner): Promise<string[]>
  /** The piece that came just before, at most `minutes` earlier, in the same DM. */
  pieceBefore(owner: Owner, evidenceId: string, minutes: number): Promise<string | null>
  /** The thread that was opened for a piece that came without a message. */
  saveThread(owner: Owner, evidenceId: string, thread: Thread): Promise<void>
  /** When the piece happened, by its own words. */
  saveTold(owner: Owner, evidenceId: string, told: Days | null): Promise<void>
  /** Reads pieces again: these, or all that have a review against another goal. Returns how many. */
  readAgain(owner: Owner, which: { evidenceId: string } | { otherThan: Goal }): Promise<number>
  /** How many pieces have a review against another goal than this. */
  readOtherwise(owner: Owner, goal: Goal): Promise<number>
  /** Has a finding said as claim, evidence and impact, by the job `say-evidence`. False: nothing of theirs is there. */
  askToSay(owner: Owner, evidenceId: string, competency: string): Promise<boolean>
  /** The evidence got its answer and no review; its words of this revision are forgotten (small talk). */
  forgetWords(owner: Owner, evidenceId: string, revision: number): Promise<void>
  /**
   * Deletes evidence, its reviews, labels and the record of posts; its job finds nothing. Returns the posts that
   * were on record at that moment; null: nothing of theirs had that id.
   */
  deleteEvidence(owner: Owner, evidenceId: string): Promise<Post[] | null>
}
