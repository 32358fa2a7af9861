import type { AnswerTo, Evidence, EvidenceFile, Part, Thread } from '../../domain/evidence/evidence.ts'
import type { Owner } from '../../domain/person.ts'
import type { NewPart } from './evidence-store.ts'

/** New words of a part. */
export type Edit = Pick<Part, 'raw' | 'reading' | 'leftOut'>

/**
 * What a reply is to, if that is known: this piece, or with `settles`, in the thread of a question about a packet, the
 * message of which was asked whether to save it.
 */
export type ReplyTo = { readonly piece: string } | { readonly settles: boolean }

/**
 * The parts of pieces: replies, edits, files and joined pieces. Every call names the owner and sees nothing of anyone
 * else. Throws CoachError `store-unavailable` when the database cannot be reached.
 */
export interface PartStore {
  /**
   * Stores what came in the thread of a piece. One part of kind `reply` is stored with its job `answer-reply`. Anything
   * else becomes part of the piece, which is read again. `no-piece`: no piece has that thread, or a question about a
   * packet waits there for its answer.
   */
  acceptReply(
    owner: Owner,
    thread: Thread,
    message: Thread,
    parts: readonly NewPart[],
    to?: ReplyTo,
  ): Promise<'accepted' | 'known' | 'no-piece'>
  /** The part that came with a message. Null if the person has none. */
  partAt(owner: Owner, message: Thread): Promise<{ readonly evidence: Evidence; readonly part: Part } | null>
  /**
   * Stores new words for a part, from the edit with Slack's ts `editedTs`, and what they leave as it was. The piece is
   * read again. False if the person has no such part, nothing changed, or a newer edit came first.
   */
  editPart(
    owner: Owner,
    evidenceId: string,
    position: number,
    edit: Edit & Pick<Part, 'held'>,
    editedTs: string,
  ): Promise<boolean>
  /** Removes a part. What is left is read again. */
  removePart(owner: Owner, evidenceId: string, position: number): Promise<void>
  /**
   * Settles what a reply was: an answer, perhaps about one sentence, which joins the piece so that it is read again, or
   * something to forget.
   */
  settleReply(
    owner: Owner,
    evidenceId: string,
    position: number,
    as: 'answer' | 'forgotten',
    about?: AnswerTo | null,
  ): Promise<void>
  /** Stores the text of a file, or why there is none. */
  saveFile(owner: Owner, evidenceId: string, position: number, file: EvidenceFile, edit: Edit): Promise<void>
  /**
   * Appends all parts of a piece to another, which is read again, and deletes the emptied piece. Our posts about it
   * move along as `emptied:KIND`, so that the job can remove them.
   */
  joinEvidence(owner: Owner, evidenceId: string, into: string): Promise<'joined' | 'gone'>
}
