import type { Owner } from '../../domain/person.ts'
import type { Budget } from '../../domain/review/model-use.ts'

/**
 * How much a model is used: reviews per person and day, and the spending of a workspace per month. Throws CoachError
 * `store-unavailable` when the database cannot be reached.
 */
export interface ModelUseStore {
  /**
   * Counts one review by a model and reserves money for it, unless the person's day or the workspace's month is used
   * up. Then it says which. The same piece counts once a day.
   */
  takeModelUse(
    owner: Owner,
    review: {
      /** An id of ours for what is read. */
      readonly piece: string
      readonly day: Temporal.PlainDate
      readonly budget: Budget
      /** The estimated cost, in millionths of a dollar. */
      readonly reserve: number
    },
  ): Promise<'taken' | 'day-used-up' | 'month-used-up'>
  /**
   * Records the cost of a review that was taken. With `counts` false no model answered, so the review does not use up
   * the day.
   */
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
