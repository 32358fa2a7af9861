import type { Channel, LevelRange, Nudge, NudgeTrouble, NudgeWeek, Schedule, Week } from './nudge.ts'
import { LATEST_RETURN } from './nudge.ts'
import { mondayIn, pauseAt, weekOf } from './nudge-schedule.ts'

/** A change of a channel's nudge, made by a member or because of trouble. */
export type NudgeChange =
  | {
      readonly kind: 'set-up'
      readonly ladder: string
      readonly schedule: Schedule
      readonly levels?: LevelRange | null
      /** Ends without it. */
      readonly paused?: Nudge['paused']
      readonly leftOut?: readonly Week[]
      readonly yearEnd?: boolean
    }
  /** Leaves out one more week. */
  | { readonly kind: 'skip'; readonly week: Week }
  /** Leaves weeks out or includes them again. `yearEnd` does the same for the days from 24 December to 1 January. */
  | { readonly kind: 'leave-out' | 'include'; readonly weeks: readonly Week[]; readonly yearEnd: boolean }
  | { readonly kind: 'pause'; readonly until: Temporal.PlainDate | null }
  | { readonly kind: 'resume' }
  | { readonly kind: 'stop' }
  | { readonly kind: 'trouble'; readonly trouble: NudgeTrouble }

/** The rhythm as a text. Every second week is the same rhythm from each of its weeks. */
const rhythmKey = ({ rhythm }: Schedule): string => {
  if (rhythm === undefined) return 'week'
  if (rhythm.kind === 'month') return `month ${rhythm.nth}`
  return `two-weeks ${mondayIn('1970-W01').until(mondayIn(rhythm.from)).days % 14}`
}

/** True if two schedules are due at the same times. */
export function sameSchedule(one: Schedule, other: Schedule): boolean {
  return (
    one.weekday === other.weekday &&
    one.time.equals(other.time) &&
    one.zone === other.zone &&
    rhythmKey(one) === rhythmKey(other)
  )
}

/**
 * The week whose post comes even if the nudge changes now, because it is too late to withdraw it from Slack. Null if
 * there is none.
 */
export function comesAnyway(weeks: readonly NudgeWeek[], now: Temporal.Instant): NudgeWeek | null {
  return (
    weeks.find(({ state, postAt }) => {
      if (postAt === null || (state !== 'handed' && state !== 'handing')) return false
      return (
        Temporal.Instant.compare(now, postAt) < 0 &&
        Temporal.Instant.compare(postAt.subtract(LATEST_RETURN), now) <= 0
      )
    }) ?? null
  )
}

/** Only this week and later ones, sorted, each once. */
const coming = (weeks: readonly Week[], at: Temporal.Instant, zone: string): readonly Week[] => {
  const now = weekOf(at, zone)
  return [...new Set(weeks)].filter((week) => week >= now).toSorted()
}

/**
 * A channel's nudge after a change by `by` at `at`. Null if there is none to change. Setting up ends a stop or trouble,
 * and a pause unless it names one. Posts that were due before are dropped, unless the schedule stays the same.
 */
export function changedNudge(
  before: Nudge | null,
  { team, channel }: Channel,
  change: NudgeChange,
  by: string | null,
  at: Temporal.Instant,
): Nudge | null {
  if (change.kind === 'set-up') {
    const stays =
      before !== null &&
      !before.stopped &&
      pauseAt(before.paused, before.schedule.zone, at) === null &&
      before.trouble === null &&
      sameSchedule(before.schedule, change.schedule)
    return {
      team,
      channel,
      ladder: change.ladder,
      levels: change.levels ?? null,
      schedule: change.schedule,
      setUpBy: by,
      since: stays ? before.since : at,
      stopped: false,
      paused: change.paused ?? null,
      leftOut: coming(change.leftOut ?? before?.leftOut ?? [], at, change.schedule.zone),
      yearEnd: change.yearEnd ?? before?.yearEnd ?? false,
      trouble: null,
      revision: (before?.revision ?? 0) + 1,
    }
  }
  if (before === null || before.stopped) return null
  const next = { ...before, revision: before.revision + 1 }
  switch (change.kind) {
    case 'skip':
      return { ...next, leftOut: coming([...before.leftOut, change.week], at, before.schedule.zone) }
    case 'leave-out':
      return {
        ...next,
        leftOut: coming([...before.leftOut, ...change.weeks], at, before.schedule.zone),
        yearEnd: change.yearEnd ? false : before.yearEnd,
      }
    case 'include':
      return {
        ...next,
        leftOut: before.leftOut.filter((week) => !change.weeks.includes(week)),
        yearEnd: change.yearEnd ? true : before.yearEnd,
      }
    case 'pause':
      return { ...next, paused: { until: change.until } }
    case 'resume':
      return { ...next, paused: null, trouble: null, since: at }
    case 'stop':
      return { ...next, stopped: true }
    case 'trouble':
      return { ...next, trouble: change.trouble }
  }
}
