import type { CoachErrorCode } from '../domain/coach-error.ts'
import type { Tries } from '../domain/decide-try.ts'
import type { SecretKind, Span, Thread, Unreadable } from '../domain/evidence/evidence.ts'
import type { JobName } from '../domain/job.ts'
import type { Ladder, Shelf } from '../domain/ladder/ladder.ts'
import type { PeopleToMask as Known } from '../domain/mask/mask.ts'
import type { NudgeUse } from '../domain/nudge/nudge-counts.ts'
import type { Goal, Owner } from '../domain/person.ts'
import type { Earlier } from '../domain/review/earlier.ts'
import type { Answer, ModelUse, ReadBy } from '../domain/review/review.ts'
import type { SlackProfile } from '../domain/visitor.ts'
import type { Reply, ReplyThread } from './replies.ts'

/**
 * One job of the queue. It holds only ids, never a person's words. `part` is the position of the reply that it is
 * about, `competency` that of the finding.
 */
export type Job = {
  readonly evidenceId: string
  readonly owner: Owner
  readonly part?: number
  readonly competency?: string
}

/** Handles the jobs of one kind. `attempt` counts from 1 and includes tries that ended with a crash. */
export type JobHandler = (job: Job, attempt: number) => Promise<void>

/** What happens to a job after a failed try: another try later, an end that the coach reports, or a silent end. */
type AfterTry =
  | { readonly kind: 'again'; readonly seconds: number }
  | { readonly kind: 'given-up' }
  | { readonly kind: 'let-go' }

/** Called after a try that ended with an error. */
export type JobTried = (kind: JobName, job: Job, error: unknown) => Promise<AfterTry>

/** Counts tries that ended with an error. */
export interface JobFailures {
  /**
   * Counts a try that ended with an error at an instant. `broken` means that the fault is ours. The count starts again
   * when the piece gets new words, and ends when the job succeeds. Null if the piece is gone.
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
   * Starts working. `atOnce` is how many jobs this process runs at once. Jobs of one piece never run at the same time.
   * If `failed` itself throws, the job runs again soon.
   */
  work(handlers: Readonly<Record<JobName, JobHandler>>, failed: JobTried, atOnce: number): Promise<void>
  /** Starts no jobs while `held`. Running jobs go on, and waiting ones keep their place. */
  hold(held: boolean): Promise<void>
  /** Takes no more work, waits up to `graceMs` for running jobs, and hands the rest back. */
  stop(graceMs: number): Promise<void>
}

/**
 * Removes secrets from a person's text before it is stored. Throws CoachError `rules-failed` or, if nobody waits for
 * the result, `text-too-slow`. Then nothing may be stored.
 */
export interface SecretRules {
  take(text: string, of: Owner): Promise<{ readonly text: string; readonly kinds: readonly SecretKind[] }>
}

/** The names of the people in a workspace, which a model must not see. */
export interface People {
  /** Everybody in the person's workspace, and the person themselves. Null if Slack never said who is there. */
  of(owner: Owner): Promise<Pick<Known, 'self' | 'members'> | null>
  /** The name that Slack has for somebody. Null if Slack does not say. */
  nameOf(team: string, user: string): Promise<string | null>
}

/** What kind of members people are. */
export interface Directory {
  /** Null if Slack knows nobody by that id. `unknown` if it can't say right now. */
  of(user: string): Promise<SlackProfile | null | 'unknown'>
}

/** A random key that only the coach knows. It outlives this process. */
export type ServerKey = () => Promise<Uint8Array>

/** The content of a file, or why there is none. `name` is its name in Slack. Null if it has none there. */
export type FetchedFile = { readonly name: string | null } & (
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly why: Unreadable }
)

/** Files in Slack. Throws CoachError `slack-unavailable` or `slack-refused` if Slack says nothing about them. */
export interface Files {
  /** Fetches a file by its Slack id, at most MOST_BYTES of it. `signal` ends the attempt. */
  fetch(id: string, signal: AbortSignal): Promise<FetchedFile>
}

/** The text of a file, or why there is none. */
export type DocumentText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly why: Unreadable }

/** The text of files that people send. Never throws because of what is in a file. */
export interface Documents {
  /**
   * The text as its writer wrote it, without Slack's escapes: one line per paragraph or list item. The bytes decide the
   * kind of file, not the name. Rejects with an AbortError once closed.
   */
  textOf(bytes: Uint8Array, name: string): Promise<DocumentText>
  /** Ends all reading that is under way. */
  close(): Promise<void>
}

/**
 * What a reader is asked: to read spans of one piece of evidence against one goal. A model gets at most SPANS_PER_BATCH
 * spans.
 */
export type ReadRequest = {
  readonly owner: Owner
  readonly ladder: Ladder
  readonly goal: Goal
  readonly spans: readonly Span[]
  /** What the person's other pieces were found to show, newest first. */
  readonly earlier: readonly Earlier[]
  /** The competency that these words are about, and the question that they answer. Absent if that is not known. */
  readonly asked?: { readonly competency: string; readonly question: string | null }
  /** Which part of a longer text these spans are. Null if they are the whole text. */
  readonly part: { readonly nth: number; readonly of: number } | null
  /**
   * An earlier answer that was refused, as received, and the reasons in sentences for the reader. Null on the first
   * try.
   */
  readonly again: { readonly answer: string; readonly objections: readonly string[] } | null
  /** Aborts the reading. */
  readonly signal: AbortSignal
}

/** A reader's answer, unchecked. `asReceived` is what the model wrote, for asking again. */
export type ReadResult = {
  /** Null if what was received is not an answer. Then `invalid` says why. */
  readonly answer: Answer | null
  readonly invalid: string | null
  readonly asReceived: string
  readonly model: string
  readonly prompt: string
  /** Null if no model was used. */
  readonly use: ModelUse | null
}

/**
 * Turns spans into findings. Throws CoachError: `model-unavailable` (the provider is broken or cannot be reached),
 * `model-silent` (no answer in time), `model-busy` (ask again later), `model-refused` (the provider does not accept
 * this question).
 */
export interface Reader {
  read(request: ReadRequest): Promise<ReadResult>
}

/**
 * Runs the reading of one piece, unless calls to the provider are paused. Then it throws CoachError `model-resting`
 * immediately. Pieces that end in `model-unavailable` start the pause.
 */
export type WhileItAnswers = <T>(piece: () => Promise<T>) => Promise<T>

/** A model: how to ask it, when to pause the calls, and the approximate cost of a question with this many spans. */
export type Model = {
  readonly reader: Reader
  readonly rest: WhileItAnswers
  /** In millionths of a dollar. 0 if the price is not known. */
  readonly estimate: (spans: number) => number
}

/**
 * A message of ours in Slack that belongs to a piece of evidence. `kind` is the kind of reply. If there can be several,
 * the position of the part that it answers follows after a colon. `revision` is the revision of the piece that it
 * shows.
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
   * Posts a reply under a key of ours. With `lookFirst` it reads the thread and returns a post with this key if there
   * is one. Slack has no idempotency key, and its answer can get lost.
   */
  post(to: ReplyThread, reply: Reply, options: PostOptions): Promise<Post>
  /** Posts in a person's own DM, outside any thread. */
  tell(owner: Owner, reply: Reply): Promise<void>
  /** Our posts in a thread that belong to a piece of evidence, read from Slack. */
  postsOf(place: ReplyThread, evidenceId: string): Promise<Post[]>
  /** Replaces the content of a post with a reply. `gone`: the post no longer exists. */
  update(post: Post, reply: Reply, evidenceId: string): Promise<'updated' | 'gone'>
  /** Opens a thread in the person's DM, for a piece that came without a message. */
  open(owner: Owner, dm: string | null, reply: Reply, options: PostOptions): Promise<Thread>
  /** Removes a post. It is fine if the post is gone. */
  remove(post: Post): Promise<void>
}

/** The log: facts with ids, counts and durations, never a person's words. */
export type Log = {
  info(fact: object, message: string): void
  warn(fact: object, message: string): void
  error(fact: object, message: string): void
}

/** The ladders from their files at this moment. An edit shows within two seconds. */
export interface Ladders {
  shelf(): Shelf
}

/**
 * The state of the connection to Slack, and since when. `away` recovers by itself. `refused` needs a person: `code` is
 * Slack's own, and `remedy` says what to do and names the setting.
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

/** How a call to a model ended. `invalid` is an answer in the wrong form. The others are codes of CoachError. */
export type ModelOutcome = 'ok' | 'invalid' | CoachErrorCode

/** What is counted about the work. Nothing here identifies anyone. */
export interface Metrics {
  /** Counts stored evidence by how it was sent. */
  accepted(by: 'message' | 'form' | 'shortcut'): void
  fileUnread(why: Unreadable): void
  reviewed(one: { readonly readBy: ReadBy; readonly seconds: number }): void
  modelCalled(one: {
    readonly outcome: ModelOutcome
    readonly use: ModelUse | null
    readonly seconds: number
  }): void
  /** Records whether calls to the model are paused. */
  resting(is: boolean): void
  /** Counts that the button under a channel's nudge was pressed, or that an entry was stored from it. */
  nudgeUsed(use: NudgeUse): void
  /** What became of a nudge. `late` was sent more than some minutes after its time. */
  nudged(to: 'channel' | 'person', outcome: 'sent' | 'late' | 'skipped' | 'missed' | 'unknown'): void
}
