import type { Thread } from '../../domain/evidence/evidence.ts'
import type { Owner } from '../../domain/person.ts'

/** Words that are not evidence: a person's plan, or a question of the coach that they put off. */
export type Plan = {
  readonly id: string
  readonly owner: Owner
  /** The piece in whose thread it is asked about. */
  readonly evidenceId: string
  readonly kind: 'plan' | 'question'
  readonly words: string
  /** How often it was asked about. */
  readonly asked: number
  /** When to ask. Null while it waits for an answer. */
  readonly dueAt: Temporal.Instant | null
}

type NewPlan = {
  readonly id: string
  readonly evidenceId: string
  readonly at: Temporal.Instant
  readonly dueAt: Temporal.Instant
}

/**
 * Plans. Every call but those of the sweep names the owner and sees nothing of anyone else. Throws CoachError
 * `store-unavailable` when the database cannot be reached.
 */
export interface PlanStore {
  /** Makes a plan of a part that was asked about, and deletes its words there. False if none was asked about. */
  planAsked(owner: Owner, plan: NewPlan & { readonly part: number }): Promise<boolean>
  /** Stores that a question was put off. */
  putOff(owner: Owner, plan: NewPlan & { readonly words: string }): Promise<void>
  plan(owner: Owner, id: string): Promise<Plan | null>
  /** The person's plans, oldest first. */
  plans(owner: Owner): Promise<Plan[]>
  /** The plan that was asked about last in the thread of a piece and has no answer yet. */
  askedPlan(owner: Owner, evidenceId: string): Promise<Plan | null>
  /** Stores when to ask again, and how often it was asked about. False if it is gone. */
  postponePlan(owner: Owner, id: string, dueAt: Temporal.Instant, asked: number): Promise<boolean>
  /** False if it is gone already. */
  dropPlan(owner: Owner, id: string): Promise<boolean>
  /** Follows an edit of the message with a plan, or its deletion if `words` is null. False if there is none. */
  changePlan(owner: Owner, message: Thread, words: string | null): Promise<boolean>
  /** Moves the time to ask. False if the plan is gone, or is to be asked about at another time than `from` by now. */
  movePlan(owner: Owner, id: string, from: Temporal.Instant, to: Temporal.Instant): Promise<boolean>
  /** Stores that a plan due then was asked about for the `asked`th time. If it is put off already, it stays so. */
  planWasAsked(
    owner: Owner,
    id: string,
    was: { readonly at: Temporal.Instant; readonly asked: number; readonly due: Temporal.Instant },
  ): Promise<void>
  /** Plans of a team whose time has come, the longest due first. */
  duePlans(team: string, at: Temporal.Instant, limit: number): Promise<Plan[]>
  /** Deletes plans of a team that were asked about before an instant, without an answer. */
  dropUnansweredPlans(team: string, askedBefore: Temporal.Instant): Promise<number>
}
