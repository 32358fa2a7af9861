import type { Days } from '../../domain/evidence/evidence.ts'
import type { Goal, Owner } from '../../domain/person.ts'
import type { Earlier } from '../../domain/review/earlier.ts'

/** All evidence of one competency: how many pieces, and the first and last day of what they tell. */
export type Spread = { readonly pieces: number; readonly days: Days }

/**
 * What the reviews of all pieces of a person show together. Every call names the owner, and sees nothing of anyone
 * else. Throws CoachError `store-unavailable` when the database cannot be reached.
 */
export interface PacketStore {
  /**
   * What the person's evidence says of each competency of a ladder, by its id, and when the last piece was
   * reviewed.
   */
  packet(
    owner: Owner,
    ladderId: string,
  ): Promise<{ competencies: ReadonlyMap<string, Spread>; lastReviewed: Temporal.Instant | null }>
  /** First and last day of all evidence of each of these competencies; those without any are left out. */
  daysOf(
    owner: Owner,
    ladderId: string,
    competencies: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly days: Days }>>
  /**
   * What the newest reviews of the person's other pieces against this goal found, newest first: a row a piece
   * and competency.
   */
  earlier(
    owner: Owner,
    evidenceId: string,
    goal: Pick<Goal, 'ladder' | 'target'>,
  ): Promise<readonly Earlier[]>
}
