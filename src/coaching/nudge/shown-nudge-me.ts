import type { Schedule } from '../../domain/nudge/nudge.ts'

/** A person's own nudge as it is shown to them. */
export type ShownNudgeMe = {
  readonly schedule: Schedule
  readonly next: readonly Temporal.ZonedDateTime[]
  readonly paused: { readonly until: Temporal.PlainDate | null } | null
  /** True if it uses the time zone that Slack has for them, and follows it. */
  readonly follows: boolean
  readonly hasGoal: boolean
}
