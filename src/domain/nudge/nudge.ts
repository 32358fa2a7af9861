/** ISO weekday: 1 is Monday, 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** When a weekly nudge is due. `time` is a time of day to the minute, `zone` an IANA name such as Europe/London. */
export type Schedule = { readonly weekday: Weekday; readonly time: Temporal.PlainTime; readonly zone: string }

/** An ISO week of a schedule's own zone, such as `2026-W48`. */
export type Week = string

/**
 * What a nudge to a channel says: one competency of its ladder, the ladder's sentences of it at two neighbouring
 * levels by their ids, and one question. Nothing in it is about anyone.
 */
export type NudgeText = {
  readonly ladder: string
  readonly competency: string
  readonly levels: readonly [lower: string, upper: string]
  readonly expectations: readonly [lower: string, upper: string]
  readonly question: string
}

/**
 * The questions that nudges ask, as their files say at this moment: by the ladder's id under the names that
 * competencies have there, and templates for any other, in which `{competency}` stands for its name.
 */
export type NudgeQuestions = {
  readonly own: Readonly<
    Record<string, readonly { readonly competency: string; readonly questions: readonly string[] }[]>
  >
  /** Never empty. */
  readonly templates: readonly string[]
}

/** A channel of a workspace, by Slack's ids. */
export type Channel = { readonly team: string; readonly channel: string }

/** Why a nudge paused itself: what Slack, or the folder of ladders, says is missing. */
export type NudgeTrouble =
  /** The coach is not, or no longer, in the channel. */
  | 'not-in-channel'
  | 'archived'
  /** Deleted, or the coach may not see it. */
  | 'channel-gone'
  /** The workspace took away a permission of the coach, or its token. */
  | 'not-allowed'
  | 'ladder-gone'
  /** Slack takes no such post, for another reason. */
  | 'refused'

/** A channel's nudge, as its members set it up. */
export type Nudge = Channel & {
  readonly ladder: string
  readonly schedule: Schedule
  /** Who set it up, by Slack's id; null: forgotten at their wish. */
  readonly setUpBy: string | null
  /** What was due up to this instant is not owed: it was set up, changed or resumed then. */
  readonly since: Temporal.Instant
  readonly stopped: boolean
  /** Paused until this day of its zone, which is not left out any more; `until` null: until somebody resumes it. */
  readonly paused: { readonly until: Temporal.PlainDate | null } | null
  readonly leftOut: readonly Week[]
  /** True: it wants the days from 24 December to 1 January as well. */
  readonly yearEnd: boolean
  readonly trouble: NudgeTrouble | null
  /** Counts up with every change. */
  readonly revision: number
}

/**
 * What became of an ISO week. `open`: nothing is with Slack, whatever was before; `handing`: it is being handed to
 * Slack; `handed`: Slack posts it at `postAt`; `posted`: that time is past; `skipped`: left out; `missed`: too late
 * when it could be handed over; `unknown`: whether Slack took it cannot be known any more.
 */
export type WeekState = 'open' | 'handing' | 'handed' | 'posted' | 'skipped' | 'missed' | 'unknown'

/** The record of one ISO week of a channel. */
export type NudgeWeek = {
  readonly week: Week
  readonly state: WeekState
  /** When its schedule said, and when Slack was told, to the second. */
  readonly dueAt: Temporal.Instant
  readonly postAt: Temporal.Instant | null
  /** Slack's id of what waits. */
  readonly messageId: string | null
  /** How often it was handed over, and until when the last time is under way. */
  readonly attempt: number
  readonly lease: Temporal.Instant | null
  readonly text: NudgeText | null
  /** The sentences of the ladder as they were handed over. */
  readonly sentences: readonly string[]
  /** The version of the ladder that they are of. */
  readonly ladderVersion: string | null
}

/** What whoever set a nudge up is told, once, in their DM. */
export type NudgeNotice =
  | { readonly kind: 'trouble'; readonly trouble: NudgeTrouble }
  /** It could not be posted on its day. */
  | { readonly kind: 'missed'; readonly dueAt: Temporal.Instant }
  /** Slack may have posted it or not; a second one is not risked. */
  | { readonly kind: 'unknown'; readonly dueAt: Temporal.Instant }
