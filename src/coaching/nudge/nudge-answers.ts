import type { Ladder } from '../../domain/ladder/ladder.ts'
import type { NudgeText, NudgeTrouble, Schedule, Week, Weekday } from '../../domain/nudge/nudge.ts'
import type { NudgeCommand } from '../../domain/nudge/nudge-command.ts'

/** A channel's nudge with what it takes to show it. */
export type ShownNudge = {
  readonly channel: string
  readonly ladder: Ladder
  readonly schedule: Schedule
  /** The coming dates in the schedule's zone, soonest first; weeks that are left out are not among them. */
  readonly next: readonly Temporal.ZonedDateTime[]
  /** The week of the next one, which "Skip the next" leaves out; null: nothing is coming. */
  readonly nextWeek: Week | null
  /** `until` null: until somebody resumes it. */
  readonly paused: { readonly until: Temporal.PlainDate | null } | null
  /** Why it paused itself; null: it did not. */
  readonly trouble: NudgeTrouble | null
  readonly leftOut: readonly Week[]
  /** True: it comes between 24 December and 1 January too. */
  readonly yearEnd: boolean
  /** What the next one says, as things are now; null: the ladder has nothing to say. */
  readonly preview: NudgeText | null
}

/** When, in its zone, a post comes all the same: Slack has it and gives it back no more. */
export type Comes = Temporal.ZonedDateTime

/** What a change of the nudge was, beside the dates that follow from it. */
export type NudgeDone =
  | { readonly kind: 'skipped'; readonly date: Temporal.PlainDate }
  /** It could not be skipped, and nothing was changed. */
  | { readonly kind: 'too-late'; readonly comes: Comes }
  | { readonly kind: 'paused'; readonly until: Temporal.PlainDate | null; readonly comes: Comes | null }
  | { readonly kind: 'resumed' }
  | {
      readonly kind: 'left-out' | 'included'
      readonly weeks: readonly Week[]
      readonly yearEnd: boolean
      readonly comes: Comes | null
    }

/** What the form starts from: what was set, or the usual. */
export type NudgeFormStart = {
  readonly channel: string
  readonly ladders: readonly Ladder[]
  readonly ladder: string | null
  readonly weekday: Weekday | null
  readonly time: Temporal.PlainTime | null
  /** As it is set, where it is. */
  readonly zone: string | null
  /** The person's own in Slack. */
  readonly ownZone: string
  readonly now: Temporal.Instant
}

/** Everything that is answered about a channel's nudge, to whom asked alone. */
export type NudgeAnswer =
  | { readonly kind: 'shown' | 'preview'; readonly nudge: ShownNudge }
  | { readonly kind: 'set'; readonly nudge: ShownNudge; readonly changed: boolean }
  | { readonly kind: 'done'; readonly nudge: ShownNudge; readonly done: NudgeDone }
  /** `had` false: there was none. */
  | {
      readonly kind: 'stopped'
      readonly channel: string
      readonly had: boolean
      readonly comes: Comes | null
    }
  /** There is none. */
  | { readonly kind: 'none'; readonly channel: string }
  | { readonly kind: 'form'; readonly start: NudgeFormStart }
  /** Not understood; nothing was changed. */
  | {
      readonly kind: 'unclear'
      readonly command: NudgeCommand & { readonly kind: 'unclear' }
      readonly channel: string
    }
  /** Several ladders, and none of them named; nothing was changed. */
  | { readonly kind: 'which-ladder'; readonly ladders: readonly string[]; readonly channel: string }
  /** Slack does not let the coach post there, or not now (`busy`); nothing was changed. */
  | { readonly kind: 'refused'; readonly trouble: NudgeTrouble | 'busy' }
  /** Nothing in that ladder can be posted; nothing was changed. */
  | { readonly kind: 'nothing'; readonly ladder: string }
  /** Its ladder was taken away. */
  | { readonly kind: 'ladder-gone'; readonly ladder: string; readonly channel: string }
  /** Asked where there is no channel. */
  | { readonly kind: 'no-channel' }
  /** Guests and bots may not change it; nothing was changed. */
  | { readonly kind: 'members-only' }
  /** Slack does not say who asks; nothing was changed. */
  | { readonly kind: 'who' }
  /** A button of another channel's. */
  | { readonly kind: 'elsewhere' }
