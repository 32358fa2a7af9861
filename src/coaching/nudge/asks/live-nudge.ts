import { comesAnyway } from '../../../domain/nudge/change-nudge.ts'
import type { Nudge, NudgeWeek } from '../../../domain/nudge/nudge.ts'
import type { Comes } from '../nudge-answers.ts'
import type { NudgeStore } from '../nudge-port.ts'

type Deps = { readonly store: Pick<NudgeStore, 'weeks'>; readonly now: () => Temporal.Instant }

/** How many weeks on record are read. */
const WEEKS_READ = 10

/** A nudge that is not stopped, with its newest weeks on record. */
export type LiveNudge = {
  readonly nudge: Nudge
  readonly weeks: readonly NudgeWeek[]
  /** The week whose post can no longer be withdrawn, if there is one, and when that post comes. */
  readonly late: NudgeWeek | null
  readonly comes: Comes | null
}

/** True if there is a nudge and nobody stopped it. */
export function isLive(nudge: Nudge | null): nudge is Nudge {
  return nudge !== null && !nudge.stopped
}

/** Reads what is needed to decide about a change of this nudge. Throws CoachError `store-unavailable`. */
export async function openLive({ store, now }: Deps, nudge: Nudge): Promise<LiveNudge> {
  const weeks = await store.weeks(nudge, WEEKS_READ)
  const late = comesAnyway(weeks, now())
  return { nudge, weeks, late, comes: late?.postAt?.toZonedDateTimeISO(nudge.schedule.zone) ?? null }
}
