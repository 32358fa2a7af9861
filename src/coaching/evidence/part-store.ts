import type { Evidence, EvidenceFile, Part, Spot, Thread } from '../../domain/evidence/evidence.ts'
import type { Owner } from '../../domain/person.ts'
import type { NewPart } from './evidence-store.ts'

/** New words of a part. */
export type Edit = Pick<Part, 'raw' | 'reading' | 'leftOut'>

/**
 * The parts of pieces: replies, edits, files, and what is joined. Every call names the owner, and sees nothing of
 * anyone else. Throws CoachError `store-unavailable` when the database cannot be reached.
 */
export interface PartStore {
  /**
   * Stores what came in the thread of a piece: one part of kind `reply` with its job `answer-reply`, anything else
   * as part of the piece, which is read again. `no-piece`: no piece has that thread.
   */
  acceptReply(
    owner: Owner,
    thread: Thread,
    message: Thread,
    parts: readonly NewPart[],
  ): Promise<'accepted' | 'known' | 'no-piece'>
  /** The part that came with a message, or null if none of theirs did. */
  partAt(owner: Owner, message: Thread): Promise<{ readonly evidence: Evidence; readonly part: Part } | null>
  /**
   * New words for a part, of the edit that Slack names `editedTs`; the piece is read again. False: nothing of
   * theirs is there, nothing changed, or a newer edit came before this one.
   */
  editPart(owner: Owner, evidenceId: string, position: number, edit: Edit, editedTs: string): Promise<boolean>
  /** Takes a part out; what is left is read again. */
  removePart(owner: Owner, evidenceId: string, position: number): Promise<void>
  /**
   * A reply turned out to be an answer, to a question about a sentence, and the piece is read again; or it is
   * forgotten.
   */
  settleReply(
    owner: Owner,
    evidenceId: string,
    position: number,
    as: 'answer' | 'forgotten',
    about?: Spot | null,
  ): Promise<void>
  /** The text of a file, or why there is none. */
  saveFile(owner: Owner, evidenceId: string, position: number, file: EvidenceFile, edit: Edit): Promise<void>
  /**
   * Puts all parts of a piece behind those of another, which is read again; the emptied one is gone. Our posts
   * about it come along as `emptied:KIND`, for that job to take back.
   */
  joinEvidence(owner: Owner, evidenceId: string, into: string): Promise<'joined' | 'gone'>
}
