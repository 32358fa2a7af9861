import type { Ladder } from '../../domain/ladder/ladder.ts'
import type {
  LevelRange,
  NudgeText,
  NudgeTrouble,
  Schedule,
  Week,
  Weekday,
} from '../../domain/nudge/nudge.ts'
import type { NudgeCommand } from '../../domain/nudge/nudge-command.ts'
import type { NudgeCounts } from '../../domain/nudge/nudge-counts.ts'
import type { WantedRhythm } from '../../domain/nudge/rhythm.ts'

/** A channel's nudge with what it takes to show it. */
export type ShownNudge = {
  readonly channel: string
  readonly ladder: Ladder
  /** The levels that it is about, or null for all of them. */
  readonly levels: LevelRange | null
  readonly schedule: Schedule
  /** The coming dates in the zone of the schedule, soonest first, without the weeks that are left out. */
  readonly next: readonly Temporal.ZonedDateTime[]
  /** The latest time of the next post if it is too close to come on time. `missed` if it comes no longer on its day. */
  readonly late: Temporal.ZonedDateTime | 'missed' | null
  /** What came of its last nudges. Null if there were too few, or the person who asks is no member. */
  readonly counts: NudgeCounts | null
  /** The week of the next post, which "Skip the next" leaves out. Null if no post is coming. */
  readonly nextWeek: Week | null
  /** `until` is null if it is paused until somebody resumes it. */
  readonly paused: { readonly until: Temporal.PlainDate | null } | null
  /** Why it paused itself. Null if it did not. */
  readonly trouble: NudgeTrouble | null
  readonly leftOut: readonly Week[]
  /** True if it is also posted between 24 December and 1 January. */
  readonly yearEnd: boolean
  /** What the next post says, as things are now. Null if the ladder has nothing to say. */
  readonly preview: NudgeText | null
}

/** When a post comes that Slack holds and can no longer withdraw, in the zone of the nudge. */
export type Comes = Temporal.ZonedDateTime

/** What was changed about the nudge. The dates that follow from it are in the shown nudge. */
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

/** What the form starts with: the current settings or the defaults. */
export type NudgeFormStart = {
  readonly channel: string
  readonly ladders: readonly Ladder[]
  readonly ladder: string | null
  readonly levels: LevelRange | null
  readonly rhythm: WantedRhythm
  readonly weekday: Weekday | null
  readonly time: Temporal.PlainTime | null
  /** The day until which it is paused, if it is. */
  readonly first?: Temporal.PlainDate | null
  /** The current setting, if there is one. */
  readonly zone: string | null
  /** The zone that Slack has for the person. */
  readonly ownZone: string
  readonly now: Temporal.Instant
}

/** Every answer about a channel's nudge. Only the person who asked sees it. */
export type NudgeAnswer =
  | { readonly kind: 'shown' | 'preview'; readonly nudge: ShownNudge }
  | { readonly kind: 'set'; readonly nudge: ShownNudge; readonly changed: boolean }
  | { readonly kind: 'done'; readonly nudge: ShownNudge; readonly done: NudgeDone }
  /** `had` is false if there was none. */
  | {
      readonly kind: 'stopped'
      readonly channel: string
      readonly had: boolean
      readonly comes: Comes | null
    }
  /** There is none. */
  | { readonly kind: 'none'; readonly channel: string }
  | { readonly kind: 'form'; readonly start: NudgeFormStart }
  /** It was not understood. Nothing was changed. */
  | {
      readonly kind: 'unclear'
      readonly command: NudgeCommand & { readonly kind: 'unclear' }
      readonly channel: string
    }
  /** There are several ladders and none was named. Nothing was changed. */
  | { readonly kind: 'which-ladder'; readonly ladders: readonly string[]; readonly channel: string }
  /** Slack does not let the coach post there, or not now (`busy`). Nothing was changed. */
  | { readonly kind: 'refused'; readonly trouble: NudgeTrouble | 'busy' }
  /** Nothing in that ladder can be posted. Nothing was changed. */
  | { readonly kind: 'nothing'; readonly ladder: string }
  /** Its ladder was removed. */
  | { readonly kind: 'ladder-gone'; readonly ladder: string; readonly channel: string }
  /** The question came from a place that is not a channel. */
  | { readonly kind: 'no-channel' }
  /** Guests and bots may not change it. Nothing was changed. */
  | { readonly kind: 'members-only' }
  /** Slack did not say who asks. Nothing was changed. */
  | { readonly kind: 'who' }
  /** The button belongs to another channel. */
  | { readonly kind: 'elsewhere' }
