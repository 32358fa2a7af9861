import type { Owner } from '../../domain/person.ts'
import type { Budget } from '../../domain/review/model-use.ts'

/**
 * What a model is used for: reviews of a person on a day, and what a workspace spends in a month. Throws
 * CoachError `store-unavailable` when the database cannot be reached.
 */
export interface ModelUseStore {
  /**
   * Counts one review by a model and sets money aside for it, unless the person's day or the workspace's month is
   * used up: then says which. The same piece counts once on a day.
   */
  takeModelUse(
    owner: Owner,
    review: {
      /** What is read, by an id of ours. */
      readonly piece: string
      readonly day: Temporal.PlainDate
      readonly budget: Budget
      /** What it will cost about, in millionths of a dollar. */
      readonly reserve: number
    },
  ): Promise<'taken' | 'day-used-up' | 'month-used-up'>
  /** What a review that was taken has cost. `counts` false: no model answered, and the day gets it back. */
  settleModelUse(
    owner: Owner,
    review: {
      readonly piece: string
      readonly day: Temporal.PlainDate
      readonly microDollars: number
      readonly counts: boolean
    },
  ): Promise<void>
}
