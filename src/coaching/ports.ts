import type { CoachErrorCode } from '../domain/coach-error.ts'
import type { Tries } from '../domain/decide-try.ts'
import type { SecretKind, Span, Thread, Unreadable } from '../domain/evidence/evidence.ts'
import type { JobName } from '../domain/job.ts'
import type { Ladder, Shelf } from '../domain/ladder/ladder.ts'
import type { PeopleToMask as Known } from '../domain/mask/mask.ts'
import type { Goal, Owner } from '../domain/person.ts'
import type { Earlier } from '../domain/review/earlier.ts'
import type { Answer, ModelUse, ReadBy } from '../domain/review/review.ts'
import type { SlackProfile } from '../domain/visitor.ts'
import type { Reply, ReplyThread } from './replies.ts'

/**
 * One job of the queue: ids alone, never words of a person. `part` is the position of the reply that it is about,
 * `competency` the finding's.
 */
export type Job = {
  readonly evidenceId: string
  readonly owner: Owner
  readonly part?: number
  readonly competency?: string
}

/** What is done with the jobs of one kind: gets a job and which try this is, from 1; those that died count here. */
export type JobHandler = (job: Job, attempt: number) => Promise<void>

/** What becomes of a job after a try that failed: another one later, or an end of which the person hears, or nobody. */
type AfterTry =
  | { readonly kind: 'again'; readonly seconds: number }
  | { readonly kind: 'given-up' }
  | { readonly kind: 'let-go' }

/** Hears of a try that ended with an error. */
export type JobTried = (kind: JobName, job: Job, error: unknown) => Promise<AfterTry>

/** The count of tries that ended with an error. */
export interface JobFailures {
  /**
   * Counts a try of a job that ended with an error at an instant; `broken`: by our own fault. New words of the piece
   * are counted anew, and a job that ends well is counted no more. null: the piece is gone.
   */
  noteFailure(
    kind: JobName,
    job: Job,
    failure: { readonly at: Temporal.Instant; readonly broken: boolean },
  ): Promise<Tries | null>
}

/** Runs the jobs. */
export interface Queue {
  /**
   * Starts working; `atOnce` is how many jobs this process runs at once. Jobs of one piece never run at once. What
   * `failed` throws is a failure of its own: the job runs again soon.
   */
  work(handlers: Readonly<Record<JobName, JobHandler>>, failed: JobTried, atOnce: number): Promise<void>
  /** Begins no job while `held`; what runs goes on, and what waits keeps its turn. */
  hold(held: boolean): Promise<void>
  /** Takes no more work, waits for what runs up to `graceMs`, hands back the rest. */
  stop(graceMs: number): Promise<void>
}

/**
 * Takes secrets out of a text of a person's before it is stored. Throws CoachError `rules-failed`, and where nobody
 * waits for it `text-too-slow`: then nothing may be stored.
 */
export interface SecretRules {
  take(text: string, of: Owner): Promise<{ readonly text: string; readonly kinds: readonly SecretKind[] }>
}

/** The names of the people of a workspace, to be kept from a model. */
export interface People {
  /** Everybody in the person's workspace, and the person themselves; null: Slack never said who is there. */
  of(owner: Owner): Promise<Pick<Known, 'self' | 'members'> | null>
  /** How Slack calls somebody; null: it does not say. */
  nameOf(team: string, user: string): Promise<string | null>
}

/** Who people are. */
export interface Directory {
  /** null: Slack knows nobody by that id; `unknown`: it does not say just now. */
  of(user: string): Promise<SlackProfile | null | 'unknown'>
}

/** A random key of the coach's own, which outlives this process. */
export type ServerKey = () => Promise<Uint8Array>

/** What is in a file, or why it cannot be had. `name`: what Slack calls it; null: it has no name there. */
export type FetchedFile = { readonly name: string | null } & (
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly why: Unreadable }
)

/** Files in Slack. Throws CoachError `slack-unavailable` or `slack-refused` where Slack says nothing about them. */
export interface Files {
  /** What is in a file, by Slack's id of it, at most MOST_BYTES of it. `signal`: when to have done with it. */
  fetch(id: string, signal: AbortSignal): Promise<FetchedFile>
}

/** The text of a file, or why there is none. */
export type DocumentText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly why: Unreadable }

/** Text of files that people send. Never throws for what is in a file. */
export interface Documents {
  /**
   * The text, paragraphs and list items a line each, as its writer wrote it: none of Slack's escapes are in it.
   * The bytes decide what kind of file it is, not the name. Rejects with an AbortError once closed.
   */
  textOf(bytes: Uint8Array, name: string): Promise<DocumentText>
  /** Ends what is under way. */
  close(): Promise<void>
}

/**
 * What a reader is asked: spans of one piece of evidence, at most SPANS_PER_BATCH for a model, read against one
 * goal.
 */
export type ReadRequest = {
  readonly owner: Owner
  readonly ladder: Ladder
  readonly goal: Goal
  readonly spans: readonly Span[]
  /** What other pieces of the person's were found to show, newest first. */
  readonly earlier: readonly Earlier[]
  /** Set when these spans are one of several parts of a longer text, and which. */
  readonly part: { readonly nth: number; readonly of: number } | null
  /** Set when an earlier answer was refused: that answer as it came, and why, in sentences for the reader. */
  readonly again: { readonly answer: string; readonly objections: readonly string[] } | null
  /** Aborts the reading. */
  readonly signal: AbortSignal
}

/** A reader's answer, unchecked. `asReceived` is what the model wrote, for asking again. */
export type ReadResult = {
  /** null: it is none, and `invalid` says why. */
  readonly answer: Answer | null
  readonly invalid: string | null
  readonly asReceived: string
  readonly model: string
  readonly prompt: string
  /** null: no model was used. */
  readonly use: ModelUse | null
}

/**
 * Turns spans into findings. Throws CoachError: `model-unavailable` (the provider is broken or not there),
 * `model-silent` (no answer in time), `model-busy` (it wants to be asked later), `model-refused` (it does not take
 * this question).
 */
export interface Reader {
  read(request: ReadRequest): Promise<ReadResult>
}

/**
 * Runs the reading of one piece, unless the provider is being left alone: then it throws CoachError
 * `model-resting` at once. Pieces that end in `model-unavailable` make it rest.
 */
export type WhileItAnswers = <T>(piece: () => Promise<T>) => Promise<T>

/** A model: how it is asked, when it is left alone, and what a question with so many spans costs about. */
export type Model = {
  readonly reader: Reader
  readonly rest: WhileItAnswers
  /** In millionths of a dollar; 0 where the price is not known. */
  readonly estimate: (spans: number) => number
}

/**
 * A message of ours in Slack that belongs to a piece of evidence. `kind` is the name of the reply, with the
 * position of the part that it answers behind a colon where there can be several; `revision` is the one of the
 * piece that it shows.
 */
export type Post = {
  readonly channel: string
  readonly ts: string
  readonly kind: string
  readonly revision: number
}

export type PostOptions = {
  readonly evidenceId: string
  /** The revision of the piece that the post shows. */
  readonly revision: number
  readonly lookFirst: boolean
}

/**
 * Posts in Slack. Throws CoachError `slack-unavailable` (worth another try) or `slack-refused` (not).
 */
export interface Messenger {
  /**
   * Posts a reply under a key of ours. With `lookFirst` it reads the thread and, where a post with this key
   * stands already, returns that one: Slack has no idempotency key, and an answer of Slack's can get lost.
   */
  post(to: ReplyThread, reply: Reply, options: PostOptions): Promise<Post>
  /** Posts in a person's own DM, outside any thread. */
  tell(owner: Owner, reply: Reply): Promise<void>
  /** Our posts in a thread that belong to a piece of evidence, as Slack has them. */
  postsOf(place: ReplyThread, evidenceId: string): Promise<Post[]>
  /** Shows a reply in place of what a post of ours says. `gone`: it does not stand any more. */
  update(post: Post, reply: Reply, evidenceId: string): Promise<'updated' | 'gone'>
  /** Opens a thread of its own in the person's DM, for a piece that came without a message. */
  open(owner: Owner, dm: string | null, reply: Reply, options: PostOptions): Promise<Thread>
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

/**
 * The state of the connection to Slack, and since when. `away` comes right by itself; what is `refused` only a person
 * can mend: `code` is Slack's own, `remedy` says what to do and names the setting.
 */
export type SlackState =
  | { readonly kind: 'connected' }
  | { readonly kind: 'away'; readonly since: Temporal.Instant }
  | {
      readonly kind: 'refused'
      readonly since: Temporal.Instant
      readonly code: string
      readonly remedy: string
    }

/** How a call of a model ended: `invalid` is an answer in another form, the others are codes of CoachError. */
export type ModelOutcome = 'ok' | 'invalid' | CoachErrorCode

/** What is counted about the work, and about nobody. */
export interface Metrics {
  /** Evidence was stored; `by` is how it came. */
  accepted(by: 'message' | 'form' | 'shortcut'): void
  fileUnread(why: Unreadable): void
  reviewed(one: { readonly readBy: ReadBy; readonly seconds: number }): void
  modelCalled(one: {
    readonly outcome: ModelOutcome
    readonly use: ModelUse | null
    readonly seconds: number
  }): void
  /** The model is left alone, or is no longer. */
  resting(is: boolean): void
  /** What became of a nudge; `late` was sent more than some minutes after its time. */
  nudged(to: 'channel' | 'person', outcome: 'sent' | 'late' | 'skipped' | 'missed' | 'unknown'): void
}
