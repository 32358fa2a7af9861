import type { Days } from '../../domain/dates/days.ts'
import type { Evidence, Part, Thread } from '../../domain/evidence/evidence.ts'
import type { PieceText } from '../../domain/evidence/list/find-words.ts'
import type { ListedPiece } from '../../domain/evidence/list/listed.ts'
import type { About } from '../../domain/evidence/support/about.ts'
import type { Goal, Owner } from '../../domain/person.ts'
import type { Review } from '../../domain/review/review.ts'
import type { Post } from '../ports.ts'

/** Words to be stored. `editedTs` is Slack's ts of the edit that they come from. */
export type NewPart = Omit<Part, 'position' | 'about'> & { readonly editedTs?: string | null }

/**
 * A piece to be stored. `message` is the Slack message that it came with, by which a repeat is known. `origin` is the
 * message elsewhere that it was saved from. The same origin is stored once.
 */
export type NewEvidence = {
  readonly id: string
  readonly owner: Owner
  readonly message: Thread | null
  readonly origin: Thread | null
  readonly thread: Thread | null
  readonly parts: readonly NewPart[]
  readonly happened: Days | null
  /** What it is about. Undefined if neither the person nor a nudge says that. */
  readonly about?: About | null
  readonly receivedAt: Temporal.Instant
}

/** One piece of evidence as the person's own list shows it. `said` is what they wrote about its reviews. */
export type KeptEvidence = {
  readonly evidence: Evidence
  readonly review: Review | null
  readonly said: readonly string[]
}

/**
 * Whole pieces of evidence. Every call names the owner and sees nothing of anyone else. Throws CoachError
 * `store-unavailable` when the database cannot be reached.
 */
export interface EvidenceStore {
  /** Stores a piece and its job `review-evidence` in one transaction. `known`: Slack sent it before. */
  acceptEvidence(evidence: NewEvidence): Promise<'accepted' | 'known'>
  /** Records that a message was deleted before it was stored, so that a late delivery of it is `known`. */
  markSeen(owner: Owner, message: Thread): Promise<'new' | 'known'>
  evidence(owner: Owner, id: string): Promise<Evidence | null>
  /**
   * All pieces of the person's own list, the latest days first, without their words. A piece that got an answer but no
   * review, or is not saved yet, is in no list. With a competency, only pieces with a finding for it, and the days of
   * what shows it.
   */
  listedPieces(owner: Owner, competency: string | null): Promise<ListedPiece[]>
  /**
   * Pieces of the list with their reviews: those of these ids, in their order, or the latest to arrive. Each part holds
   * the first 4,000 characters of its readable text, and no raw text.
   */
  listEvidence(
    owner: Owner,
    which: { readonly ids: readonly string[] } | { readonly latest: number },
  ): Promise<KeptEvidence[]>
  /** The texts of listed pieces that contain any of these beginnings of words, in small or capital letters. */
  textsWith(owner: Owner, beginnings: readonly string[]): Promise<PieceText[]>
  /** The ids of all pieces, including those that got an answer but no review. */
  evidenceIds(owner: Owner): Promise<string[]>
  /** The piece that came just before in the same DM, at most `minutes` earlier. */
  pieceBefore(owner: Owner, evidenceId: string, minutes: number): Promise<string | null>
  /** Stores the thread that was opened for a piece that came without a message. */
  saveThread(owner: Owner, evidenceId: string, thread: Thread): Promise<void>
  /** Stores when the piece happened, according to its own words. */
  saveTold(owner: Owner, evidenceId: string, told: Days | null): Promise<void>
  /** Queues pieces to be read again: this one, or all whose review is against another goal. Returns how many. */
  readAgain(owner: Owner, which: { evidenceId: string } | { otherThan: Goal }): Promise<number>
  /** How many pieces have a review against a goal other than this one. */
  readOtherwise(owner: Owner, goal: Goal): Promise<number>
  /**
   * Queues the job `say-evidence`, which words a finding as claim, evidence and impact. False if the person has no such
   * piece.
   */
  askToSay(owner: Owner, evidenceId: string, competency: string): Promise<boolean>
  /** Marks the evidence as answered without a review, as small talk is, and deletes its words of this revision. */
  forgetWords(owner: Owner, evidenceId: string, revision: number): Promise<void>
  /**
   * Deletes evidence, its reviews and labels, and the record of its posts. Its job will find nothing. Returns the posts
   * that were on record at that moment. Null if the person has no such piece.
   */
  deleteEvidence(owner: Owner, evidenceId: string): Promise<Post[] | null>
}
