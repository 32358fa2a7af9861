import type { CompetencyComparison } from '../domain/compare.ts'
import type { Evidence, Span } from '../domain/evidence.ts'
import type { Ladder, Level, Shelf } from '../domain/ladder.ts'
import type { Goal, Owner } from '../domain/person.ts'
import type { Answer, Review } from '../domain/review.ts'
import type { SmallTalk } from '../domain/small-talk.ts'

/** One job of the queue: ids alone, never words of a person. */
export type ReviewJob = { readonly evidenceId: string; readonly owner: Owner }

/** A message of ours in Slack that belongs to a piece of evidence. `kind` is the name of the reply. */
export type Post = { readonly channel: string; readonly ts: string; readonly kind: string }

/** One piece of evidence as the person's own list shows it. */
export type KeptEvidence = { readonly evidence: Evidence; readonly review: Review | null }

/** All that is kept about one person. */
export type Kept = {
  readonly evidence: number
  readonly reviews: number
  readonly since: Temporal.Instant | null
}

/**
 * What is kept. Every call names the owner, and sees nothing of anyone else. All throw CoachError
 * `store-unavailable` when the database cannot be reached.
 */
export interface Store {
  /** Stores the evidence and its job `review-evidence` in one transaction. `known`: Slack sent it before. */
  acceptEvidence(evidence: Omit<Evidence, 'state'>): Promise<'accepted' | 'known'>
  evidence(owner: Owner, id: string): Promise<Evidence | null>
  /** Newest first, `limit` at most, those received before `before` when it is given; small talk left out. */
  listEvidence(
    owner: Owner,
    page: { before: Temporal.Instant | null; limit: number },
  ): Promise<KeptEvidence[]>
  /** The ids of all of it, what was only answered included. */
  evidenceIds(owner: Owner): Promise<string[]>
  kept(owner: Owner): Promise<Kept>

  goal(owner: Owner): Promise<Goal | null>
  /**
   * Sets the goal, keeps the version of the ladder that it stands on and, in the same transaction, queues all
   * evidence that waited for one.
   */
  setGoal(owner: Owner, goal: Goal, ladder: Ladder, at: Temporal.Instant): Promise<{ queued: number }>
  /** Forgets the goal. False: there was none. */
  clearGoal(owner: Owner): Promise<boolean>
  /**
   * Marks evidence as waiting for a goal, unless there is one by now that `stands` (its ladder and levels still
   * exist), which is then returned.
   */
  awaitGoal(owner: Owner, evidenceId: string, stands: (goal: Goal) => boolean): Promise<Goal | null>

  /** A ladder as it was when a goal or a review used it. null: that version was never used. */
  ladderVersion(ladderId: string, version: string): Promise<Ladder | null>
  /**
   * The version of their ladder that the person has last seen, when `ladder` is another one and this evidence
   * is the one to tell them with: the first to ask, as with the welcome. null: nothing to tell.
   */
  claimLadderChange(owner: Owner, evidenceId: string, ladder: Ladder): Promise<string | null>
  /** Marks this version as seen and returns the one seen before; null: they have seen it, or are being told. */
  seeLadder(owner: Owner, ladder: Ladder): Promise<string | null>
  /** They could not be told after all: the version seen before is put back. */
  unseeLadder(owner: Owner, ladder: Ladder, version: string): Promise<void>
  /** The person has seen this version: nobody tells them of it again. */
  markLadderSeen(owner: Owner, ladder: Ladder): Promise<void>

  /** How many pieces of evidence speak to each competency of a ladder, by its id, and when the last one was reviewed. */
  packet(
    owner: Owner,
    ladderId: string,
  ): Promise<{ counts: ReadonlyMap<string, number>; lastReviewed: Temporal.Instant | null }>

  /** True the first time that a question of this channel, asked at `ts`, comes by. */
  claimMention(team: string, channel: string, ts: string): Promise<boolean>
  /** The question was not answered after all: the next delivery of it may be. */
  releaseMention(team: string, channel: string, ts: string): Promise<void>

  /** The evidence got its answer and no review; its words are forgotten (small talk). */
  forgetWords(owner: Owner, evidenceId: string): Promise<void>

  /**
   * True while the person has not been told what is kept and this evidence is the one to tell them with: the
   * first to ask, so that two first messages at once tell them once.
   */
  claimWelcome(owner: Owner, evidenceId: string): Promise<boolean>
  markWelcomed(owner: Owner, at: Temporal.Instant): Promise<void>

  review(owner: Owner, evidenceId: string): Promise<Review | null>
  /**
   * Stores a review once, with the version of the ladder that it was read against; a second one for the same
   * evidence returns the first. null: the evidence is gone.
   */
  saveReview(review: Review, ladder: Ladder): Promise<Review | null>
  /** Keeps what the person says is wrong with a review. False: there is no such review of theirs. */
  saveCorrection(owner: Owner, evidenceId: string, text: string, at: Temporal.Instant): Promise<boolean>

  /** Records a post of ours, and marks the evidence `reviewed` when its kind is `review`. */
  savePost(owner: Owner, evidenceId: string, post: Post): Promise<void>
  posts(owner: Owner, evidenceId: string): Promise<Post[]>

  /** Deletes evidence, its review, corrections and the record of posts; its job finds nothing. False: nothing of theirs had that id. */
  deleteEvidence(owner: Owner, evidenceId: string): Promise<boolean>
  /** Deletes every row of this person. A repeat of a Slack event of the last hour stays known. */
  deletePerson(owner: Owner): Promise<void>
}

/** Runs the jobs `review-evidence`. */
export interface Queue {
  /**
   * Starts working: `handle` gets a job and which try this is, from 1; a throw means another try, later.
   * `giveUp` gets a job whose tries are used up, also when the last one died with its process.
   */
  work(handlers: {
    handle: (job: ReviewJob, attempt: number) => Promise<void>
    giveUp: (job: ReviewJob) => Promise<void>
    /** How many jobs this process runs at once. */
    atOnce: number
  }): Promise<void>
  /** Takes no more work, waits for what runs up to `graceMs`, hands back the rest. */
  stop(graceMs: number): Promise<void>
}

/** What a reader is asked: at most 100 spans of one piece of evidence, read against one goal. */
export type ReadRequest = {
  readonly ladder: Ladder
  readonly goal: Goal
  readonly spans: readonly Span[]
  /** Set when an earlier answer was refused: that answer as it came, and why, in sentences for the reader. */
  readonly again: { readonly answer: string; readonly objections: readonly string[] } | null
  /** Aborts the reading. */
  readonly signal: AbortSignal
}

/** A reader's answer, unchecked. `asReceived` is what the model wrote, for asking again. */
export type ReadResult = {
  readonly answer: Answer
  readonly asReceived: string
  readonly model: string
  readonly prompt: string
}

/** Turns spans into findings. Throws CoachError `model-unavailable` or `answer-invalid`. */
export interface Reader {
  read(request: ReadRequest): Promise<ReadResult>
}

/** Where an answer goes: a thread of a person's DM. */
export type Place = { readonly owner: Owner; readonly channel: string; readonly threadTs: string }

/** Everything that the coach posts in a thread. Views give it its words. */
export type Reply =
  /** First contact: what is kept, who may read it, how to see and delete it. */
  | { readonly kind: 'welcome' }
  /** A sign of life while a model reads. */
  | { readonly kind: 'reading'; readonly target: Level }
  | { readonly kind: 'ask-goal'; readonly shelf: Shelf }
  /** The ladder of the person's goal was edited: what their target level asks now. */
  | {
      readonly kind: 'ladder-changed'
      readonly ladder: Ladder
      readonly goal: Goal
      readonly changes: readonly CompetencyComparison[]
    }
  | { readonly kind: 'goal-set'; readonly ladder: Ladder; readonly goal: Goal; readonly queued: number }
  | { readonly kind: 'small-talk'; readonly talk: SmallTalk; readonly hasGoal: boolean }
  | { readonly kind: 'point-to-command'; readonly text: string }
  | { readonly kind: 'no-words'; readonly files: number }
  | { readonly kind: 'review'; readonly review: Review; readonly evidence: Evidence; readonly ladder: Ladder }
  | { readonly kind: 'correction-kept' }
  /** All tries are used up: nothing is lost, and what to do. */
  | { readonly kind: 'given-up' }

/**
 * Posts in Slack. Throws CoachError `slack-unavailable` (worth another try) or `slack-refused` (not).
 */
export interface Messenger {
  /**
   * Posts a reply under a key of ours. With `lookFirst` it reads the thread and, where a post with this key
   * stands already, returns that one: Slack has no idempotency key, and an answer of Slack's can get lost.
   */
  post(to: Place, reply: Reply, options: { evidenceId: string; lookFirst: boolean }): Promise<Post>
  /** Posts in a person's own DM, outside any thread. */
  tell(owner: Owner, reply: Reply): Promise<void>
  /** Our posts in a thread that belong to a piece of evidence, as Slack has them. */
  postsOf(place: Place, evidenceId: string): Promise<Post[]>
  /** Takes a post back; one that is gone already is fine. */
  remove(post: Post): Promise<void>
}

/** The one log: facts with ids, counts and durations, never words of a person. */
export type Log = {
  info(fact: object, message: string): void
  warn(fact: object, message: string): void
  error(fact: object, message: string): void
}

/** The ladders as their files say at this moment; an edit is there within two seconds. */
export interface Ladders {
  shelf(): Shelf
}
