import type { Days } from '../../domain/dates/days.ts'
import type { Goal, Owner } from '../../domain/person.ts'
import type { Earlier } from '../../domain/review/earlier.ts'

/** All evidence for one competency: how many pieces, and the first and last day that they are about. */
export type Spread = { readonly pieces: number; readonly days: Days }

/**
 * What the reviews of all of a person's pieces show together. Every call names the owner and sees nothing of anyone
 * else. Throws CoachError `store-unavailable` when the database cannot be reached.
 */
export interface PacketStore {
  /** The person's evidence for each competency of a ladder, by competency id, and when the last piece was reviewed. */
  packet(
    owner: Owner,
    ladderId: string,
  ): Promise<{ competencies: ReadonlyMap<string, Spread>; lastReviewed: Temporal.Instant | null }>
  /**
   * The first and last day of all evidence for each of these competencies, without that of one piece, if it is given.
   * Those without evidence are left out.
   */
  daysOf(
    owner: Owner,
    ladderId: string,
    competencies: readonly string[],
    without?: string,
  ): Promise<ReadonlyMap<string, { readonly days: Days }>>
  /**
   * What the newest reviews of the person's other pieces against this goal found, newest first: one row per piece and
   * competency.
   */
  earlier(
    owner: Owner,
    evidenceId: string,
    goal: Pick<Goal, 'ladder' | 'target'>,
  ): Promise<readonly Earlier[]>
}
