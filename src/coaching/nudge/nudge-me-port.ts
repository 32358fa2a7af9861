import type { Thread } from '../../domain/evidence/evidence.ts'
import type { About } from '../../domain/evidence/support/about.ts'
import type { Ladder } from '../../domain/ladder/ladder.ts'
import type { NudgeMeChange } from '../../domain/nudge/change-nudge-me.ts'
import type { NudgeMe, NudgeMePost, OwnAsked, OwnNudge } from '../../domain/nudge/nudge-me.ts'
import type { Goal, Owner } from '../../domain/person.ts'
import type { NextLook, SlackEnd } from './nudge-port.ts'

/** A job of the nudge queue: look at a person's own nudge. */
export type NudgeMeJob = Owner

/** A message that is about to be posted. */
export type Posting = Pick<NudgeMePost, 'day' | 'kind' | 'dueAt' | 'asked'> & {
  readonly lease: Temporal.Instant
  readonly at: Temporal.Instant
  /** The ids of the pieces that it quotes. */
  readonly quoted: readonly string[]
}

/** An attempt to post. The outcome of an attempt that is no longer on record is not written down. */
type Attempt = Pick<NudgeMePost, 'day' | 'attempt'>

/**
 * Stores people's own nudges. Every call names the person and sees nothing of anyone else. All throw CoachError
 * `store-unavailable` when the database cannot be reached.
 */
export interface NudgeMeStore {
  /** A person's nudge, even a stopped one, with its newest days on record, newest first. */
  nudgeMe(owner: Owner): Promise<{ readonly nudge: NudgeMe; readonly posts: readonly NudgeMePost[] } | null>
  /**
   * Changes a nudge by `changedNudgeMe` and queues a look at it, in one transaction. Null if there is none to change,
   * or it no longer has this `revision`.
   */
  changeNudgeMe(
    owner: Owner,
    change: NudgeMeChange,
    at: Temporal.Instant,
    revision?: number,
  ): Promise<NudgeMe | null>
  /** Records the zone that Slack now has for the person. */
  seeZone(owner: Owner, zone: string): Promise<void>

  /** What it has asked so far, oldest first. */
  asked(owner: Owner): Promise<OwnAsked[]>
  /** What the message that opened this thread of their DM asked. Null if that is about no competency. */
  askedIn(owner: Owner, thread: Thread): Promise<About | null>
  /** When they last wrote to the coach, in their DM or by a form. */
  wroteAt(owner: Owner): Promise<Temporal.Instant | null>
  /**
   * Writes down that a message is being posted, before Slack is called, and returns the number of the attempt. Null if
   * another process is posting, the day has its message, or the nudge has changed.
   */
  beginPosting(nudge: NudgeMe, posting: Posting): Promise<number | null>
  /** Records that the message exists. False if this attempt is no longer on record, so nobody owns the message. */
  posted(owner: Owner, attempt: Attempt, post: Thread): Promise<boolean>
  /** Records that the message does not exist and may be tried again (`open`), or that this can't be known. */
  notPosted(owner: Owner, attempt: Attempt, state: 'open' | 'unknown'): Promise<void>
  /** Sets when it is looked at next. False if it was changed in the meantime. Then it is looked at again now. */
  restMe(nudge: NudgeMe, rest: NextLook, at: Temporal.Instant): Promise<boolean>

  /** The messages that exist, or only those that quote the piece `quoting`. */
  postsMe(owner: Owner, quoting?: string): Promise<Thread[]>
  /**
   * Queues the nudges that are due to be looked at, soonest first. From each workspace it takes at most as many as
   * Slack accepts. Returns how many.
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
      /** What they logged since the last message, newest first. */
      readonly logged: readonly { readonly day: Temporal.PlainDate; readonly beginning: string }[]
    }
  | { readonly kind: 'ask' }

/** Messages to one person at a time. The first three methods never throw because of what Slack answers. */
export interface NudgeMeMessenger {
  /** The time zone that Slack has for somebody. `gone`: their account no longer exists. */
  zoneOf(
    owner: Owner,
  ): Promise<{ readonly kind: 'zone'; readonly zone: string | null } | { readonly kind: 'gone' } | SlackEnd>
  /** Posts in their DM, under a key by which the message can be found again. */
  post(
    owner: Owner,
    dm: string | null,
    day: Temporal.PlainDate,
    said: NudgeMeSaid,
  ): Promise<{ readonly kind: 'posted'; readonly post: Thread } | SlackEnd>
  /** Finds the message of a day in their DM, posted after `since`. */
  find(
    dm: string,
    day: Temporal.PlainDate,
    since: Temporal.Instant,
  ): Promise<{ readonly kind: 'found'; readonly post: Thread } | { readonly kind: 'none' } | SlackEnd>
  /** Removes a message. It is fine if the message is gone. Throws CoachError as the Messenger does. */
  remove(post: Thread): Promise<void>
  /** Removes the quotes of their pieces from a message. Throws CoachError as the Messenger does. */
  unquote(post: Thread): Promise<void>
}
