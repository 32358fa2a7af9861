import type { Thread } from '../../domain/evidence/evidence.ts'
import type { Ladder } from '../../domain/ladder/ladder.ts'
import type { NudgeMeChange } from '../../domain/nudge/change-nudge-me.ts'
import type { NudgeMe, NudgeMePost, OwnAsked, OwnNudge } from '../../domain/nudge/nudge-me.ts'
import type { Goal, Owner } from '../../domain/person.ts'
import type { NextLook, SlackEnd } from './nudge-port.ts'

/** One job of the queue of nudges: look at a person's own nudge. */
export type NudgeMeJob = Owner

/** A message that is about to be posted. */
export type Posting = Pick<NudgeMePost, 'day' | 'kind' | 'dueAt' | 'asked'> & {
  readonly lease: Temporal.Instant
  readonly at: Temporal.Instant
  /** Ids of the pieces that it quotes. */
  readonly quoted: readonly string[]
}

/** An attempt to post: what is said of one that is not on record any more is not written down. */
type Attempt = Pick<NudgeMePost, 'day' | 'attempt'>

/**
 * What is kept about nudges of one's own. All throw CoachError `store-unavailable` when the database cannot be
 * reached. Every call names the person, and sees nothing of anyone else.
 */
export interface NudgeMeStore {
  /** A person's nudge, one that has stopped included, with its last days on record, newest first. */
  nudgeMe(owner: Owner): Promise<{ readonly nudge: NudgeMe; readonly posts: readonly NudgeMePost[] } | null>
  /**
   * Changes a nudge by `changedNudgeMe` and queues a look at it, in one transaction. null: there is none to change,
   * or it is not of this `revision` any more.
   */
  changeNudgeMe(
    owner: Owner,
    change: NudgeMeChange,
    at: Temporal.Instant,
    revision?: number,
  ): Promise<NudgeMe | null>
  /** Slack has them in this zone now. */
  seeZone(owner: Owner, zone: string): Promise<void>

  /** What it asked so far, oldest first. */
  asked(owner: Owner): Promise<OwnAsked[]>
  /** When they last wrote to the coach, in their DM or by a form. */
  wroteAt(owner: Owner): Promise<Temporal.Instant | null>
  /**
   * Writes down that a message is being posted, before Slack is called, and which attempt it is. null: another
   * process is at it, the day has its message, or the nudge has changed.
   */
  beginPosting(nudge: NudgeMe, posting: Posting): Promise<number | null>
  /** It stands. False: this attempt is not on record any more, and the message is nobody's. */
  posted(owner: Owner, attempt: Attempt, post: Thread): Promise<boolean>
  /** It does not stand, and may be tried anew; or that cannot be known. */
  notPosted(owner: Owner, attempt: Attempt, state: 'open' | 'unknown'): Promise<void>
  /** Sets when it is looked at next. False: it was changed meanwhile, and is looked at again now. */
  restMe(nudge: NudgeMe, rest: NextLook, at: Temporal.Instant): Promise<boolean>

  /** The messages that stand, and those that quote a piece. */
  postsMe(owner: Owner, quoting?: string): Promise<Thread[]>
  /**
   * Queues the nudges that are to be looked at, of each workspace at most what Slack takes from it, soonest due
   * first. Returns how many.
   */
  queueDueMe(now: Temporal.Instant, aMinute?: number): Promise<number>
}

/** What a message says. */
export type NudgeMeSaid =
  | {
      readonly kind: 'question'
      readonly ladder: Ladder
      readonly goal: Goal
      readonly nudge: OwnNudge
      /** What they logged since the last one, newest first. */
      readonly logged: readonly { readonly day: Temporal.PlainDate; readonly beginning: string }[]
    }
  | { readonly kind: 'ask' }

/** Messages to one person at a time. The first three never throw for what Slack answers. */
export interface NudgeMeMessenger {
  /** Where Slack has somebody. `gone`: their account is no more. */
  zoneOf(
    owner: Owner,
  ): Promise<{ readonly kind: 'zone'; readonly zone: string | null } | { readonly kind: 'gone' } | SlackEnd>
  /** Posts in their DM, under a key by which it is found again. */
  post(
    owner: Owner,
    dm: string | null,
    day: Temporal.PlainDate,
    said: NudgeMeSaid,
  ): Promise<{ readonly kind: 'posted'; readonly post: Thread } | SlackEnd>
  /** The message of a day in their DM, posted after `since`. */
  find(
    dm: string,
    day: Temporal.PlainDate,
    since: Temporal.Instant,
  ): Promise<{ readonly kind: 'found'; readonly post: Thread } | { readonly kind: 'none' } | SlackEnd>
  /** Takes a message back; one that is gone is fine. Throws CoachError as the Messenger does. */
  remove(post: Thread): Promise<void>
  /** Takes what it quotes of their pieces out of a message. Throws CoachError as the Messenger does. */
  unquote(post: Thread): Promise<void>
}
