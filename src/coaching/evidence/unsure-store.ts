import type { AnswerTo } from '../../domain/evidence/evidence.ts'
import type { Owner } from '../../domain/person.ts'

/** Words of which their owner was asked whether to save them. */
export type AskedPart = {
  readonly owner: Owner
  readonly evidenceId: string
  readonly part: number
  readonly askedAt: Temporal.Instant
}

/**
 * Messages and replies that may be evidence. Every call but `askedBefore` names the owner and sees nothing of anyone
 * else. Throws CoachError `store-unavailable` when the database cannot be reached.
 */
export interface UnsureStore {
  /**
   * Stores that its owner is asked about a part. A message makes its piece `unsure`; a reply, which is perhaps about
   * one sentence, stays a reply. False if the part is gone, or the piece has changed since this revision.
   */
  askToKeep(
    owner: Owner,
    asked: {
      evidenceId: string
      part: number
      revision: number
      about: AnswerTo | null
      at: Temporal.Instant
    },
  ): Promise<boolean>
  /**
   * Stores that a message is evidence, although the rules are not sure, so that it is when it is read again. False if
   * the piece has changed since this revision.
   */
  keepMessage(owner: Owner, evidenceId: string, revision: number): Promise<boolean>
  /**
   * Turns a part that we asked about into evidence, and queues its piece to be read. False if no part was asked about.
   */
  keepAsked(owner: Owner, evidenceId: string, part: number): Promise<boolean>
  /**
   * Deletes the words of a part that was asked about, or only if that was before an instant. False if none was asked
   * about.
   */
  dropAsked(owner: Owner, evidenceId: string, part: number, askedBefore?: Temporal.Instant): Promise<boolean>
  /** Whether a part was asked about before an instant, and still has no answer. */
  isAsked(owner: Owner, evidenceId: string, part: number, before: Temporal.Instant): Promise<boolean>
  /** What people of a team were asked about before an instant, the oldest first, without an answer. */
  askedBefore(team: string, before: Temporal.Instant, limit: number): Promise<AskedPart[]>
}
