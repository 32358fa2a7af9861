import type { NudgeChange } from '../../domain/nudge/change-nudge.ts'
import type { Waiting } from '../../domain/nudge/decide-nudge.ts'
import type {
  Channel,
  LevelRange,
  Nudge,
  NudgeNotice,
  NudgeText,
  NudgeTrouble,
  NudgeWeek,
  Schedule,
  Week,
} from '../../domain/nudge/nudge.ts'
import type { NudgeCounts, NudgeUse } from '../../domain/nudge/nudge-counts.ts'
import type { Owner } from '../../domain/person.ts'

/** A job of the nudge queue: look at the nudge of a channel. */
export type NudgeJob = Channel

/**
 * A change of a nudge as the audit stores it. `by` is null if nobody made it, or if the person had their data deleted.
 */
type KeptChange = {
  readonly by: string | null
  readonly what: NudgeChange
  readonly at: Temporal.Instant
}

/** A week whose post is about to be handed to Slack. */
export type Handing = Pick<NudgeWeek, 'week' | 'dueAt' | 'sentences'> & {
  readonly postAt: Temporal.Instant
  readonly lease: Temporal.Instant
  readonly text: NudgeText
  /** The version of the ladder that the sentences come from. */
  readonly ladderVersion: string
}

/**
 * When a nudge is looked at next, and when the post behind that look is due. Null if only a change brings the next
 * look.
 */
export type NextLook = { readonly lookAt: Temporal.Instant | null; readonly dueAt: Temporal.Instant | null }

/**
 * Stores the nudges of channels. Calls that take a nudge do nothing, and say so, once somebody has changed it. The
 * caller then looks at it again. All throw CoachError `store-unavailable` when the database cannot be reached.
 */
export interface NudgeStore {
  /** A channel's nudge, even a stopped one. */
  nudge(channel: Channel): Promise<Nudge | null>
  /** Its newest weeks on record, newest first. */
  weeks(channel: Channel, count: number): Promise<NudgeWeek[]>
  /** What was changed, by whom and when, newest first. */
  changes(channel: Channel, count: number): Promise<KeptChange[]>
  /**
   * Changes a nudge by `changedNudge`, stores who did it, and queues a look at it, in one transaction. Null if there is
   * none to change.
   */
  changeNudge(
    channel: Channel,
    change: NudgeChange,
    by: string | null,
    at: Temporal.Instant,
    notice?: NudgeNotice,
  ): Promise<Nudge | null>

  /** Everything needed to decide about a nudge. Null if there is none. */
  open(channel: Channel): Promise<{
    readonly nudge: Nudge
    readonly weeks: readonly NudgeWeek[]
    /** What the person who set it up has not been told yet, oldest first. */
    readonly notices: readonly NudgeNotice[]
  } | null>
  /** What the channel has been told so far, newest last. The rotation picks from this. */
  used(channel: Channel): Promise<NudgeText[]>
  /** What was posted there at about that time. Slack posts up to some minutes late. */
  saidAt(channel: Channel, at: Temporal.Instant): Promise<NudgeText | null>
  /**
   * Writes down that a week is being handed to Slack, before Slack is called, and returns the number of the attempt.
   * Null if another process is doing it, the week has its post, or the nudge has changed.
   */
  beginHanding(nudge: Nudge, handing: Handing): Promise<number | null>
  /**
   * Records that Slack has the post. `rests`: the nudge rests too. `held`: it is looked at again, because `rest` is
   * null or somebody changed it in the meantime. `nobody’s`: this attempt is no longer on record, so what Slack has is
   * unwanted.
   */
  handedOver(
    nudge: Nudge,
    week: Pick<NudgeWeek, 'week' | 'attempt'>,
    waiting: Waiting,
    rest: NextLook | null,
    at: Temporal.Instant,
  ): Promise<'rests' | 'held' | 'nobody’s'>
  /**
   * Records that Slack did not answer whether it withdrew the post of a week that it held. The week is `handing` from
   * now on and keeps the id of its message.
   */
  mayBeWithdrawn(nudge: Nudge, week: Pick<NudgeWeek, 'week' | 'attempt'>, at: Temporal.Instant): Promise<void>
  /** Records that Slack does not have the post, so the week can be handed over again. */
  reopen(nudge: Nudge, week: Pick<NudgeWeek, 'week' | 'attempt'>): Promise<void>
  /** Ends a week without another attempt. `notice` is for the person who set up the nudge. */
  settle(
    nudge: Nudge,
    week: Pick<NudgeWeek, 'week' | 'dueAt'>,
    state: 'skipped' | 'missed' | 'unknown',
    notice: NudgeNotice | null,
    at: Temporal.Instant,
  ): Promise<void>
  /** Sets when it is looked at next. False if somebody changed it in the meantime. Then it is looked at again now. */
  rest(nudge: Nudge, rest: NextLook, at: Temporal.Instant): Promise<boolean>
  /** Removes the oldest pending notice. False if it is no longer there. */
  takeNotice(channel: Channel, notice: NudgeNotice): Promise<boolean>

  /**
   * Queues the nudges that are due to be looked at, soonest first. From each workspace it takes at most as many as
   * Slack accepts. Returns how many. A job that gets lost is queued again after some minutes.
   */
  queueDue(now: Temporal.Instant, aMinute?: number): Promise<number>
  /**
   * Marks nudges to be looked at again if Slack holds sentences of theirs from another version of this ladder and they
   * were last looked at before `lookedBefore`. Takes some thousand at a time, soonest first, each once. Returns how
   * many.
   */
  lookAgain(
    ladder: { readonly id: string; readonly version: string },
    now: Temporal.Instant,
    lookedBefore: Temporal.Instant,
  ): Promise<number>
  /**
   * Counts a press of the button under the post of a channel at this time, or an entry that was stored from it. False
   * if there was no post.
   */
  countUse(channel: Channel, postedAt: Temporal.Instant, use: NudgeUse): Promise<boolean>
  /** What came of the last `count` nudges of a channel that were due before `now`. */
  lastCounts(channel: Channel, count: number, now: Temporal.Instant): Promise<NudgeCounts>
  /** Records that the sentences waiting for a week are also in this version of the ladder. */
  sayStands(channel: Channel, week: Week, version: string): Promise<void>
}

/**
 * How a call to Slack ended without success. `later`: Slack did not carry it out and may be asked again after
 * `seconds`.
 */
export type SlackEnd =
  | { readonly kind: 'later'; readonly seconds: number }
  /** The answer, or the lack of one, does not show whether Slack carried it out. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly trouble: NudgeTrouble }

/** Posts that Slack sends to channels at a set time. Never throws because of what Slack answers. */
export interface NudgeScheduler {
  schedule(
    channel: Channel,
    text: NudgeText,
    postAt: Temporal.Instant,
  ): Promise<{ readonly kind: 'handed'; readonly waiting: Waiting } | SlackEnd>
  /** Lists the posts that Slack holds for a channel. */
  list(channel: Channel): Promise<{ readonly kind: 'list'; readonly waiting: readonly Waiting[] } | SlackEnd>
  /** `gone`: Slack no longer holds it, because it was posted or withdrawn before. */
  takeBack(
    channel: Channel,
    id: string,
  ): Promise<{ readonly kind: 'taken' } | { readonly kind: 'gone' } | SlackEnd>
  /** Tells the person who set up a nudge, in their DM. */
  tellSetUp(
    nudge: Nudge & { readonly setUpBy: string },
    notice: NudgeNotice,
  ): Promise<{ readonly kind: 'told' } | SlackEnd>
}

/**
 * Chooses the next text of a channel, from competencies and questions that it has not had yet. Null if its ladder is
 * gone or has nothing to say.
 */
export type ChooseNudge = (
  nudge: Nudge,
  used: readonly NudgeText[],
  week: Week,
) => NudgeText | null | Promise<NudgeText | null>

/** What somebody did with a channel's nudge. It is announced in the channel once. */
export type ChannelNotice =
  | {
      readonly kind: 'set' | 'changed'
      readonly schedule: Schedule
      readonly levels: LevelRange | null
      readonly paused: Nudge['paused']
      readonly ladder: string
    }
  /** `comes` is the post of today that comes anyway. */
  | {
      readonly kind: 'paused'
      readonly until: Temporal.PlainDate | null
      readonly comes: Temporal.ZonedDateTime | null
    }
  | { readonly kind: 'skipped'; readonly date: Temporal.PlainDate }
  | {
      readonly kind: 'left-out' | 'included'
      readonly weeks: readonly Week[]
      readonly yearEnd: boolean
      readonly comes: Temporal.ZonedDateTime | null
    }
  | { readonly kind: 'stopped'; readonly comes: Temporal.ZonedDateTime | null }
  | { readonly kind: 'resumed' }

/** Lines to channels about their nudge. Never throws because of what Slack answers. */
export interface NudgeNotices {
  /** Tells a channel who did what. `ts` is Slack's id of the line. */
  tell(
    channel: Channel,
    by: string,
    notice: ChannelNotice,
  ): Promise<{ readonly kind: 'told'; readonly ts: string } | SlackEnd>
  /** Removes such a line, because what it says did not happen. */
  withdraw(channel: Channel, ts: string): Promise<void>
}

/** The time zones that Slack has for people. */
export interface Zones {
  /** The IANA name, or null if Slack has none. Throws CoachError `slack-unavailable` or `slack-refused`. */
  of(owner: Owner): Promise<string | null>
}
