import type { Ladder } from '../../domain/ladder/ladder.ts'
import type { Goal, Owner } from '../../domain/person.ts'

/**
 * The goal of a person. Every call names the owner and sees nothing of anyone else. Throws CoachError
 * `store-unavailable` when the database cannot be reached.
 */
export interface GoalStore {
  goal(owner: Owner): Promise<Goal | null>
  /**
   * Sets the goal, stores the ladder version that it is based on and, in the same transaction, queues all evidence that
   * was waiting for a goal, or was reviewed before there was one. `queued` is how many pieces that was.
   */
  setGoal(owner: Owner, goal: Goal, ladder: Ladder, at: Temporal.Instant): Promise<{ queued: number }>
  /** Deletes the goal. False if there was none. */
  clearGoal(owner: Owner): Promise<boolean>
  /**
   * Marks evidence as waiting for a goal, unless a goal that `stands` (its ladder and levels still exist) was set in
   * the meantime. Then returns that goal.
   */
  awaitGoal(owner: Owner, evidenceId: string, stands: (goal: Goal) => boolean): Promise<Goal | null>
}
