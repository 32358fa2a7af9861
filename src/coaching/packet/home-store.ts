import type { Nudge, NudgeWeek } from '../../domain/nudge/nudge.ts'
import type { Owner } from '../../domain/person.ts'

/** A Home tab that is about to be published. */
export type HomeTurn = {
  readonly owner: Owner
  /** Counts what changed. What is published now shows all changes up to this one. */
  readonly changes: number
  /** Slack's hash of what it shows. Null if it is not known. */
  readonly hash: string | null
}

/** The content of a Home tab apart from coverage, pieces and goal. */
export type HomeFacts = {
  /** How many entries are stored, and how many of them have no review yet. */
  readonly entries: number
  readonly waiting: number
  /** The ids of the entries that came last, newest first. */
  readonly latest: readonly string[]
  /** What the person said of things to do, by their keys: the day from which each may be offered again. */
  readonly putAway: ReadonlyMap<string, Temporal.PlainDate>
  /** The channel nudges that this person set up and that are not stopped, with their last weeks on record. */
  readonly nudges: readonly { readonly nudge: Nudge; readonly weeks: readonly NudgeWeek[] }[]
}

/**
 * Who opened their Home tab, and whether it is up to date. Every call names the owner and sees nothing of anyone else.
 * Throws CoachError `store-unavailable` when the database cannot be reached.
 */
export interface HomeStore {
  /** Records that the person opened it. `hash` is Slack's hash of what it shows, or null if it shows nothing yet. */
  openHome(owner: Owner, hash: string | null): Promise<void>
  /** Whether they ever opened it. */
  hasHome(owner: Owner): Promise<boolean>
  /** Records that something may have changed, if they ever opened it. */
  changeHome(owner: Owner): Promise<void>
  /**
   * Claims the right to publish it, even if another process has it. No sweep claims it before `until`. Null if there is
   * no tab.
   */
  takeHome(owner: Owner, until: Temporal.Instant): Promise<HomeTurn | null>
  /** Takes the turn for all of a workspace that have changed, at most `most`, each for one process. */
  takeChangedHomes(
    team: string,
    now: Temporal.Instant,
    until: Temporal.Instant,
    most: number,
  ): Promise<HomeTurn[]>
  /** Records what Slack shows now, and until when it rests. */
  homePublished(turn: HomeTurn, hash: string | null, until: Temporal.Instant): Promise<void>
  /** Records that Slack did not take it, and when to try again. */
  homeLeft(turn: HomeTurn, until: Temporal.Instant): Promise<void>
  /** Records Slack's reason for showing no tab, as its code. We try again only when the person opens it. */
  homeRefused(turn: HomeTurn, code: string): Promise<void>
  /** Forgets that they opened it. */
  closeHome(owner: Owner): Promise<void>
  homeFacts(owner: Owner): Promise<HomeFacts>
  /** Records what they said of a thing to do. Those whose day has come are forgotten. */
  putAway(owner: Owner, key: string, until: Temporal.PlainDate, today: Temporal.PlainDate): Promise<void>
}
