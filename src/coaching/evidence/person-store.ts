import type { Owner } from '../../domain/person.ts'

/** Counts of what is stored about one person. */
export type KeptAboutPerson = {
  readonly evidence: number
  readonly reviews: number
  /** How often they said that part of a review is right, wrong, or about another competency. */
  readonly labels: number
  /** Plans, and questions that they put off. */
  readonly plans: number
  /** Messages and replies that wait for the answer to "Save this?". */
  readonly asked: number
  /**
   * Their own nudge: `set` is sent, `stopped` is not but is still on record with what it asked. Null if there is none.
   */
  readonly nudge: 'set' | 'stopped' | null
  readonly since: Temporal.Instant | null
  /** True if anything of theirs is stored, even if it is not counted here. */
  readonly known: boolean
}

/**
 * What is known about a person as a whole. Every call names the owner and sees nothing of anyone else. Throws
 * CoachError `store-unavailable` when the database cannot be reached.
 */
export interface PersonStore {
  /** The person's DM, if it is known. */
  dmOf(owner: Owner): Promise<string | null>
  kept(owner: Owner): Promise<KeptAboutPerson>
  /**
   * True if the person has not had the welcome and this evidence is the one to send it with. The first to ask gets it,
   * so two first messages at once bring one welcome.
   */
  claimWelcome(owner: Owner, evidenceId: string): Promise<boolean>
  markWelcomed(owner: Owner, at: Temporal.Instant): Promise<void>
  /**
   * Deletes every row and job of this person. Two things must outlive it, under hashes that identify nobody: today's
   * count of reviews, and the marks by which a repeated Slack event is known.
   */
  deletePerson(owner: Owner): Promise<void>
}
