/** ISO weekday: 1 is Monday, 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** An ISO week in the zone of a schedule, such as `2026-W48`. */
export type Week = string

/** What a nudge asks about now and then: a small win, work that nobody saw, the whole quarter. */
export type NudgeForm = 'win' | 'unseen' | 'quarter'

/** The time that a nudge asks about, if it is longer than a week. */
export type NudgePeriod = 'two-weeks' | 'month'

/** Which of the days of the week in a month: the first, the second, the last. */
export type NthOfMonth = 1 | 2 | 3 | 4 | 'last'

/** Which weeks have a nudge, if not all of them. */
type Rhythm =
  /** Every second week, counted from `from`, which has one. */
  { readonly kind: 'two-weeks'; readonly from: Week } | { readonly kind: 'month'; readonly nth: NthOfMonth }

/**
 * When a nudge is due. `time` is a time of day to the minute, `zone` an IANA name such as Europe/London. Without a
 * `rhythm` it is due every week.
 */
export type Schedule = {
  readonly weekday: Weekday
  readonly time: Temporal.PlainTime
  readonly zone: string
  readonly rhythm?: Rhythm
}

/** Two levels of a ladder by their ids. A nudge with such a range compares only these and the levels between them. */
export type LevelRange = readonly [lowest: string, highest: string]

/**
 * The topic of a channel nudge: one competency of its ladder, its sentences by their ids with their levels, lower
 * first, and one question with an example of an answer. Two sentences show a step. A question can be for just one. A
 * `form` is about no competency. Nothing in it is about anyone.
 */
export type NudgeText = {
  readonly ladder: string
  /** Null if it is of another form. */
  readonly competency: string | null
  readonly levels: readonly string[]
  readonly expectations: readonly string[]
  readonly question: string
  /** Absent in those of earlier versions, and if the question has none. */
  readonly example?: string
  readonly form?: NudgeForm
  /** Question and example are the owner's, about a week. This is what they are asked about, if it is longer. */
  readonly per?: NudgePeriod
}

/** A question as its owner wrote it. */
export type NudgeQuestion = {
  readonly text: string
  /**
   * The ladder's sentences that it is for, word for word, from the lowest level up, each with its level before it if
   * the owner wrote it ("L2: Pays attention to detail."). Empty if it fits any.
   */
  readonly sentences: readonly string[]
  /** A made-up answer, which shows how little is enough. Null if there is none. */
  readonly example: string | null
}

/**
 * The questions that nudges ask, as currently in their files: by ladder id and competency name, and templates for all
 * others, in which `{competency}` is replaced.
 */
export type NudgeQuestions = {
  readonly own: Readonly<
    Record<string, readonly { readonly competency: string; readonly questions: readonly NudgeQuestion[] }[]>
  >
  /** Never empty. */
  readonly templates: readonly NudgeQuestion[]
  /** The questions of the other forms. A folder of questions can have none. */
  readonly forms?: Readonly<Partial<Record<NudgeForm, readonly NudgeQuestion[]>>>
}

/** A channel of a workspace, by Slack's ids. */
export type Channel = { readonly team: string; readonly channel: string }

/** Why a nudge paused itself: what is missing in Slack or in the folder of ladders. */
export type NudgeTrouble =
  /** The coach is not, or no longer, in the channel. */
  | 'not-in-channel'
  | 'archived'
  /** Deleted, or closed to the coach. */
  | 'channel-gone'
  /** The workspace revoked a permission of the coach, or its token. */
  | 'not-allowed'
  | 'ladder-gone'
  /** Slack refuses the post for another reason. */
  | 'refused'

/** A channel's nudge, as its members set it up. */
export type Nudge = Channel & {
  readonly ladder: string
  /** The levels that it is about, or null for all of them. */
  readonly levels: LevelRange | null
  readonly schedule: Schedule
  /** Who set it up, by Slack's id, or null if they deleted their data. */
  readonly setUpBy: string | null
  /** When it was set up, changed or resumed. Earlier due times don't count. */
  readonly since: Temporal.Instant
  readonly stopped: boolean
  /**
   * Paused until this day in its zone, on which it may be posted again. `until` is null if somebody has to resume it.
   */
  readonly paused: { readonly until: Temporal.PlainDate | null } | null
  readonly leftOut: readonly Week[]
  /** Also post from 24 December to 1 January. */
  readonly yearEnd: boolean
  readonly trouble: NudgeTrouble | null
  /** Counts up with every change. */
  readonly revision: number
}

/**
 * The state of an ISO week. `open`: Slack has nothing, whatever happened before. `handing`: it is being scheduled.
 * `handed`: Slack posts it at `postAt`. `posted`: that time has passed. `skipped`: left out. `missed`: too late to be
 * scheduled. `unknown`: nobody can know whether Slack accepted it.
 */
export type WeekState = 'open' | 'handing' | 'handed' | 'posted' | 'skipped' | 'missed' | 'unknown'

/** The record of one ISO week of a channel. */
export type NudgeWeek = {
  readonly week: Week
  readonly state: WeekState
  /** The due time by its schedule, and the time that Slack was given, to the second. */
  readonly dueAt: Temporal.Instant
  readonly postAt: Temporal.Instant | null
  /** Slack's id of the scheduled post. */
  readonly messageId: string | null
  /** How often it was scheduled, and until when the last attempt may be running. */
  readonly attempt: number
  readonly lease: Temporal.Instant | null
  readonly text: NudgeText | null
  /** The sentences of the ladder at that time. */
  readonly sentences: readonly string[]
  /** The version of the ladder at that time. */
  readonly ladderVersion: string | null
}

/** What the person who set up a nudge is told once, in their DM. */
export type NudgeNotice =
  | { readonly kind: 'trouble'; readonly trouble: NudgeTrouble }
  /** It could not be posted on its day. */
  | { readonly kind: 'missed'; readonly dueAt: Temporal.Instant }
  /** Slack may have posted it or not, and we don't risk a second one. */
  | { readonly kind: 'unknown'; readonly dueAt: Temporal.Instant }

/** Slack returns a scheduled post until 60 s before its time (docs.slack.dev, chat.deleteScheduledMessage). */
export const LATEST_RETURN = { seconds: 60 } as const
