import type { ShownRow } from '../../domain/packet/coverage.ts'
import type { Goal, Owner } from '../../domain/person.ts'

/**
 * What the newest reviews of a person's pieces show, by when the work was done. Every call names the owner and sees
 * nothing of anyone else. Throws CoachError `store-unavailable` when the database cannot be reached.
 */
export interface CoverageStore {
  /**
   * What was shown of each competency of the goal's ladder in each quarter. What was judged against another level is
   * only a possible match for this one. Pieces with the ids of `without` don't count.
   */
  shownRows(
    owner: Owner,
    goal: Pick<Goal, 'ladder' | 'target'>,
    without?: readonly string[],
  ): Promise<readonly ShownRow[]>
  /**
   * The ids of reviewed pieces that no competency has, the newest first, at most `most`, and how many there are,
   * counted up to 100.
   */
  notPlaced(owner: Owner, most: number): Promise<{ readonly ids: readonly string[]; readonly count: number }>
}
