import type { Days } from '../../domain/dates/days.ts'
import type { Ladder, Shelf } from '../../domain/ladder/ladder.ts'
import type { Schedule } from '../../domain/nudge/nudge.ts'
import type { Coverage } from '../../domain/packet/coverage.ts'
import type { Thing } from '../../domain/packet/next-thing.ts'
import type { Goal, Owner } from '../../domain/person.ts'
import type { KeptEvidence } from '../evidence/evidence-store.ts'
import type { ShownReview } from '../shown-review.ts'

/** A nudge as the Home tab names it. `next` is null while none is planned. */
export type HomeNudge = {
  /** Null for the person's own. */
  readonly channel: string | null
  readonly schedule: Schedule
  readonly next: Temporal.ZonedDateTime | null
}

/** What is known with a goal that its ladder still has. */
export type HomeGoal = {
  readonly ladder: Ladder
  readonly goal: Goal
  readonly coverage: Coverage
  /** The one thing to do now. Null if everything is done or put away. */
  readonly thing: Thing | null
}

/** Everything that a person's Home tab shows. */
export type Home = {
  readonly shelf: Shelf
  readonly today: Temporal.PlainDate
  /** `gone`: there is a goal, but its ladder or one of its levels was removed. */
  readonly goal: HomeGoal | 'none' | 'gone'
  readonly entries: number
  /** How many of them have no review yet. */
  readonly waiting: number
  /** The last ones to come, newest first, and when each happened. */
  readonly latest: readonly (Pick<KeptEvidence, 'evidence' | 'review'> & { readonly shown: Days })[]
  /** The ladder that names their competencies. */
  readonly ladder: Ladder | null
  /** Reviewed pieces without a competency: some of them, and how many there are, counted up to 100. */
  readonly notPlaced: { readonly pieces: readonly ShownReview[]; readonly count: number }
  readonly nudges: readonly HomeNudge[]
}

/** How publishing a Home tab ended. */
type HomeEnd =
  /** `hash` names what Slack shows now. */
  | { readonly kind: 'published'; readonly hash: string | null }
  /** Slack shows something else than `hash` said. */
  | { readonly kind: 'changed' }
  /** Slack shows no Home tab, for the reason that its code says. */
  | { readonly kind: 'refused'; readonly code: string }
  /** Slack did not do it, or did not say so, and may be asked again. */
  | { readonly kind: 'later' }

/** Slack's Home tabs. Never throws because of what Slack answers. */
export interface HomeTabs {
  /**
   * Publishes a person's Home tab in the place of what has this hash, or of anything if it is null. `unknown` says that
   * it can't be loaded now.
   */
  publish(owner: Owner, home: Home | 'unknown', hash: string | null): Promise<HomeEnd>
}
