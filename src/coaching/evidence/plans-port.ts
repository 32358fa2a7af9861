import type { Owner } from '../../domain/person.ts'

/** What became of a plan: it is asked about then, was asked about often enough, happened, was dropped or is gone. */
export type PlanOutcome =
  | { readonly kind: 'planned'; readonly dueAt: Temporal.Instant }
  | { readonly kind: 'over' | 'done' | 'dropped' | 'gone' }

/** Keeps plans apart from evidence, and takes the answers to "Did it happen?". */
export interface Plans {
  /** "Remind me": the words that were asked about become a plan. */
  remind(owner: Owner, asked: { readonly evidenceId: string; readonly part: number }): Promise<PlanOutcome>
  /** Puts off a question of the coach until the time that `text` names. The reply that says so has this position. */
  putOff(
    owner: Owner,
    asked: { readonly evidenceId: string; readonly part: number },
    question: string,
    text: string,
  ): Promise<PlanOutcome>
  /** Not yet: it is asked about again, at most three times. `text` may say when. `asked`: how often it was. */
  later(owner: Owner, id: string, text: string, asked: number): Promise<PlanOutcome>
  /** It happened, or it will not. The person says in the thread what happened. */
  end(owner: Owner, id: string, as: 'done' | 'dropped'): Promise<PlanOutcome>
}
