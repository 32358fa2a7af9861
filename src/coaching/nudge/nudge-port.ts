import type { NudgeChange } from '../../domain/nudge/change-nudge.ts'
import type { Waiting } from '../../domain/nudge/decide-nudge.ts'
import type {
  Channel,
  Nudge,
  NudgeNotice,
  NudgeText,
  NudgeTrouble,
  NudgeWeek,
  Schedule,
  Week,
} from '../../domain/nudge/nudge.ts'
import type { Owner } from '../../domain/person.ts'

/** One job of the queue of nudges: look at the nudge of a channel. */
export type NudgeJob = Channel

/** A change of a nudge as the audit keeps it; `by` null: nobody, or forgotten at their wish. */
type KeptChange = {
  readonly by: string | null
  readonly what: NudgeChange
  readonly at: Temporal.Instant
}

/** A week that is about to be handed to Slack. */
export type Handing = Pick<NudgeWeek, 'week' | 'dueAt' | 'sentences'> & {
  readonly postAt: Temporal.Instant
  readonly lease: Temporal.Instant
  readonly text: NudgeText
  /** The version of the ladder that the sentences are of. */
  readonly ladderVersion: string
}

/** When a nudge is looked at next, and for what is due when; null: when somebody changes it. */
export type NextLook = { readonly lookAt: Temporal.Instant | null; readonly dueAt: Temporal.Instant | null }

/**
 * What is kept about nudges. All throw CoachError `store-unavailable` when the database cannot be reached. Calls that
 * take a nudge do nothing, and say false, once somebody has changed it: who looked at it looks again.
 */
export interface NudgeStore {
  /** A channel's nudge, a stopped one included. */
  nudge(channel: Channel): Promise<Nudge | null>
  /** Its last weeks on record, newest first. */
  weeks(channel: Channel, count: number): Promise<NudgeWeek[]>
  /** What was changed about it, by whom and when, newest first. */
  changes(channel: Channel, count: number): Promise<KeptChange[]>
  /**
   * Changes a nudge by `changedNudge`, keeps who did, and queues a look at it, in one transaction. null: there is
   * none to change.
   */
  changeNudge(
    channel: Channel,
    change: NudgeChange,
    by: string | null,
    at: Temporal.Instant,
    notice?: NudgeNotice,
  ): Promise<Nudge | null>

  /** All that it takes to decide about a nudge. */
  open(channel: Channel): Promise<{
    readonly nudge: Nudge
    readonly weeks: readonly NudgeWeek[]
    /** What whoever set it up is still to be told, oldest first. */
    readonly notices: readonly NudgeNotice[]
  } | null>
  /** What the channel was told so far, newest last: what a rotation picks from. */
  used(channel: Channel): Promise<NudgeText[]>
  /**
   * Writes down that a week is being handed to Slack, before Slack is called, and which attempt it is. null: another
   * process is at it, the week has its post, or the nudge has changed.
   */
  beginHanding(nudge: Nudge, handing: Handing): Promise<number | null>
  /**
   * Slack has it. `rests`: so does the nudge; `held`: it is looked at again, because `rest` is not known or somebody
   * changed it meanwhile; `nobody’s`: this attempt is not on record any more, and what Slack has is not wanted.
   */
  handedOver(
    nudge: Nudge,
    week: Pick<NudgeWeek, 'week' | 'attempt'>,
    waiting: Waiting,
    rest: NextLook | null,
    at: Temporal.Instant,
  ): Promise<'rests' | 'held' | 'nobody’s'>
  /** Slack does not have it: the week can be handed over anew. */
  reopen(nudge: Nudge, week: Pick<NudgeWeek, 'week' | 'attempt'>): Promise<void>
  /** Nothing is posted in this week any more; `notice`: whoever set it up is to be told. */
  settle(
    nudge: Nudge,
    week: Pick<NudgeWeek, 'week' | 'dueAt'>,
    state: 'skipped' | 'missed' | 'unknown',
    notice: NudgeNotice | null,
    at: Temporal.Instant,
  ): Promise<void>
  /** Sets when it is looked at next. False: somebody changed it meanwhile, and it is looked at again now. */
  rest(nudge: Nudge, rest: NextLook, at: Temporal.Instant): Promise<boolean>
  /** Takes the oldest notice from those that are to be told; false: it is not there any more. */
  takeNotice(channel: Channel, notice: NudgeNotice): Promise<boolean>

  /**
   * Queues the nudges that are to be looked at, of each workspace at most what Slack takes from it, soonest due
   * first. Returns how many. What is lost on the way is queued again after some minutes.
   */
  queueDue(now: Temporal.Instant, aMinute?: number): Promise<number>
  /**
   * Has what waits at Slack with sentences of another version of this ladder, and was last looked at before
   * `lookedBefore`, looked at again: some thousand at a time, soonest first, each once. Returns how many.
   */
  lookAgain(
    ladder: { readonly id: string; readonly version: string },
    now: Temporal.Instant,
    lookedBefore: Temporal.Instant,
  ): Promise<number>
  /** The sentences that wait for a week stand in this version of the ladder as well. */
  sayStands(channel: Channel, week: Week, version: string): Promise<void>
}

/** How a call to Slack ended. `later`: Slack did not carry it out, and may be asked again after `seconds`. */
export type SlackEnd =
  | { readonly kind: 'later'; readonly seconds: number }
  /** It cannot be told from the answer, or the want of one, whether Slack carried it out. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly trouble: NudgeTrouble }

/** Posts in channels at a time, kept by Slack. Never throws for what Slack answers. */
export interface NudgeScheduler {
  schedule(
    channel: Channel,
    text: NudgeText,
    postAt: Temporal.Instant,
  ): Promise<{ readonly kind: 'handed'; readonly waiting: Waiting } | SlackEnd>
  /** What waits in a channel. */
  list(channel: Channel): Promise<{ readonly kind: 'list'; readonly waiting: readonly Waiting[] } | SlackEnd>
  /** `gone`: Slack does not hold it any more; it was posted, or taken back before. */
  takeBack(
    channel: Channel,
    id: string,
  ): Promise<{ readonly kind: 'taken' } | { readonly kind: 'gone' } | SlackEnd>
  /** Tells whoever set a nudge up, in their DM. */
  tellSetUp(
    nudge: Nudge & { readonly setUpBy: string },
    notice: NudgeNotice,
  ): Promise<{ readonly kind: 'told' } | SlackEnd>
}

/** The next text of a channel, of the competencies and questions it did not have yet; null: its ladder is gone. */
export type ChooseNudge = (
  nudge: Nudge,
  used: readonly NudgeText[],
  week: Week,
) => NudgeText | null | Promise<NudgeText | null>

/** What somebody did with a channel's nudge, which the channel is told once. */
export type ChannelNotice =
  | { readonly kind: 'set' | 'changed'; readonly schedule: Schedule; readonly ladder: string }
  /** `comes`: this post, of today, comes all the same. */
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

/** Lines to channels about their nudge. Never throws for what Slack answers. */
export interface NudgeNotices {
  /** Tells a channel who did what; `ts` is Slack's id of the line. */
  tell(
    channel: Channel,
    by: string,
    notice: ChannelNotice,
  ): Promise<{ readonly kind: 'told'; readonly ts: string } | SlackEnd>
  /** Takes such a line back: what it says did not come about. */
  untell(channel: Channel, ts: string): Promise<void>
}

/** The time zone that Slack has for somebody. */
export interface Zones {
  /** IANA name; null: Slack has none. Throws CoachError `slack-unavailable` or `slack-refused`. */
  of(owner: Owner): Promise<string | null>
}
