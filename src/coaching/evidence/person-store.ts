import type { Owner } from '../../domain/person.ts'

/** All that is kept about one person. */
export type KeptAboutPerson = {
  readonly evidence: number
  readonly reviews: number
  /** How often they said that something of a review is right, wrong, or about another competency. */
  readonly labels: number
  /** A nudge of their own: it comes, it is on record with what it asked but comes no more, or there is none. */
  readonly nudge: 'set' | 'stopped' | null
  readonly since: Temporal.Instant | null
}

/**
 * What is known of a person as a whole. Every call names the owner, and sees nothing of anyone else. Throws
 * CoachError `store-unavailable` when the database cannot be reached.
 */
export interface PersonStore {
  /** The DM of the person, where it is known. */
  dmOf(owner: Owner): Promise<string | null>
  kept(owner: Owner): Promise<KeptAboutPerson>
  /**
   * True while the person has not been told what is kept and this evidence is the one to tell them with: the
   * first to ask, so that two first messages at once tell them once.
   */
  claimWelcome(owner: Owner, evidenceId: string): Promise<boolean>
  markWelcomed(owner: Owner, at: Temporal.Instant): Promise<void>
  /**
   * Deletes every row and job of this person. What must outlive it stays under hashes that name nobody: today's
   * count of reviews, and by which a repeat of a Slack event is known.
   */
  deletePerson(owner: Owner): Promise<void>
}
