import type { DraftedParagraph, Drafting } from '../../domain/packet/draft/drafts.ts'
import type { Owner } from '../../domain/person.ts'
import type { PacketOf } from './showing-store.ts'

/** A requested draft, by its id. The job contains nothing else. */
export type DraftJob = { readonly draft: string }

/** The paragraphs that AI drafted for a packet, and the state of the drafting. */
type StoredDraft = {
  readonly drafting: Drafting
  /** When the last draft was asked for, or null if none was. */
  readonly askedAt: Temporal.Instant | null
  readonly paragraphs: readonly DraftedParagraph[]
}

/**
 * What AI drafted for packets. Every call names the owner and sees nothing of anyone else, except those of a job, which
 * knows a draft by its id. Throws CoachError `store-unavailable` when the database cannot be reached.
 */
export interface DraftStore {
  draft(owner: Owner, of: PacketOf): Promise<StoredDraft>
  /** Notes that a draft was asked for at an instant, and enqueues its job. */
  askDraft(owner: Owner, of: PacketOf, at: Temporal.Instant): Promise<void>
  /** Whose draft it is, of which packet, and when it was asked for. Null if it is gone or no longer wanted. */
  draftAsked(
    id: string,
  ): Promise<{ readonly owner: Owner; readonly of: PacketOf; readonly at: Temporal.Instant } | null>
  /**
   * Stores a paragraph in place of an earlier one that is not accepted, without sentences whose pieces were deleted or
   * changed meanwhile.
   */
  saveDraft(owner: Owner, of: PacketOf, paragraph: Omit<DraftedParagraph, 'accepted'>): Promise<void>
  endDraft(id: string, as: Exclude<Drafting, 'none' | 'writing'>): Promise<void>
  /** Accepts these sentences of paragraphs, by competency. Those of their sentences that are not named are removed. */
  acceptDraft(owner: Owner, of: PacketOf, seen: Readonly<Record<string, readonly string[]>>): Promise<void>
  removeDraft(owner: Owner, of: PacketOf, competency: string): Promise<void>
}
