import type { About, Days, Evidence, EvidenceFile, Part, Spot, Thread } from '../domain/evidence/evidence.ts'
import type { Ladder } from '../domain/ladder/ladder.ts'
import type { Goal, Owner } from '../domain/person.ts'
import type { Earlier } from '../domain/review/earlier.ts'
import type { Remark } from '../domain/review/remarks.ts'
import type { Review, Status } from '../domain/review/review.ts'
import type { Budget } from '../domain/review/use.ts'
import type { JobFailures, Post } from './ports.ts'

/** One piece of evidence as the person's own list shows it; `said` is what they wrote about its reviews. */
export type KeptEvidence = {
  readonly evidence: Evidence
  readonly review: Review | null
  readonly said: readonly string[]
}

/** All that is kept about one person. */
export type Kept = {
  readonly evidence: number
  readonly reviews: number
  /** How often they said that something of a review is right, wrong, or about another competency. */
  readonly labels: number
  /** A nudge of their own: it comes, it is on record with what it asked but comes no more, or there is none. */
  readonly nudge: 'set' | 'stopped' | null
  readonly since: Temporal.Instant | null
}

/** What one asks of a person's own list. */
export type EvidencePage = {
  /** Only what came before. */
  readonly before: Temporal.Instant | null
  readonly limit: number
  /** Only what speaks to this competency. */
  readonly competency?: string | null
  /** Only what happened, or else came, within these days. */
  readonly within?: Days | null
}

/** All evidence of one competency: how many pieces, and the first and last day of what they tell. */
export type Spread = { readonly pieces: number; readonly days: Days }

/** Words about to be kept. `editedTs` is Slack's ts of the edit that they are of already. */
export type NewPart = Omit<Part, 'position' | 'about'> & { readonly editedTs?: string | null }

/**
 * A piece about to be kept. `message` is Slack's id of what it came with, by which a repeat is known; `origin` the
 * message elsewhere that it was saved from, which is kept once.
 */
export type NewEvidence = {
  readonly id: string
  readonly owner: Owner
  readonly message: Thread | null
  readonly origin: Thread | null
  readonly thread: Thread | null
  readonly parts: readonly NewPart[]
  readonly happened: Days | null
  /** What the person says it is about; left out: they did not say. */
  readonly about?: About | null
  readonly receivedAt: Temporal.Instant
}

/** New words of a part. */
export type Edit = Pick<Part, 'raw' | 'reading' | 'leftOut'>

/** What a person says of a review; `words` are theirs, `sentence` is evidence that they offer for testing. */
export type Label = {
  readonly kind: 'right' | 'wrong' | 'choice'
  readonly competencySaid: string | null
  readonly competencyMeant: string | null
  readonly statusSaid: Status | null
  readonly words: string | null
  readonly sentence: string | null
  /** What later readings of the piece keep of it. */
  readonly remark: Remark | null
}

/** What a person says of a review: what changes in it, and the labels that are kept. */
export type Said = Pick<Review, 'findings' | 'choices'> & { readonly labels: readonly Label[] }

/** A label as it is taken out for testing the coach: nobody's name, and no words but those that were offered. */
export type KeptLabel = Omit<Label, 'words' | 'remark'> & {
  readonly ladder: string
  readonly ladderVersion: string
  readonly level: string
  readonly reader: string
}

/**
 * What is kept. Every call names the owner, and sees nothing of anyone else. All throw CoachError
 * `store-unavailable` when the database cannot be reached.
 */
export interface Store extends JobFailures {
  /** Stores a piece and its job `review-evidence` in one transaction. `known`: Slack sent it before. */
  acceptEvidence(evidence: NewEvidence): Promise<'accepted' | 'known'>
  /**
   * Stores what came in the thread of a piece: one part of kind `reply` with its job `answer-reply`, anything else
   * as part of the piece, which is read again. `no-piece`: no piece has that thread.
   */
  acceptReply(
    owner: Owner,
    thread: Thread,
    message: Thread,
    parts: readonly NewPart[],
  ): Promise<'accepted' | 'known' | 'no-piece'>
  /** Notes that a message was deleted before it was ever stored: a late delivery of it is `known`. */
  markSeen(owner: Owner, message: Thread): Promise<'new' | 'known'>
  /** The part that stands in a message of Slack's; null: none of theirs does. */
  partAt(owner: Owner, message: Thread): Promise<{ readonly evidence: Evidence; readonly part: Part } | null>
  /**
   * New words for a part, of the edit that Slack names `editedTs`; the piece is read again. False: nothing of
   * theirs is there, nothing changed, or a newer edit came before this one.
   */
  editPart(owner: Owner, evidenceId: string, position: number, edit: Edit, editedTs: string): Promise<boolean>
  /** Takes a part out; what is left is read again. */
  removePart(owner: Owner, evidenceId: string, position: number): Promise<void>
  /** A reply turned out to be an answer, to a question about a sentence, and the piece is read again; or it is forgotten. */
  settleReply(
    owner: Owner,
    evidenceId: string,
    position: number,
    as: 'answer' | 'forgotten',
    about?: Spot | null,
  ): Promise<void>
  /** The text of a file, or why there is none. */
  saveFile(owner: Owner, evidenceId: string, position: number, file: EvidenceFile, edit: Edit): Promise<void>
  /** The thread that was opened for a piece that came without a message. */
  saveThread(owner: Owner, evidenceId: string, thread: Thread): Promise<void>
  /** When the piece happened, by its own words. */
  saveTold(owner: Owner, evidenceId: string, told: Days | null): Promise<void>
  /** The piece that came just before, at most `minutes` earlier, in the same DM. */
  pieceBefore(owner: Owner, evidenceId: string, minutes: number): Promise<string | null>
  /**
   * Puts all parts of a piece behind those of another, which is read again; the emptied one is gone. Our posts
   * about it come along as `emptied:KIND`, for that job to take back.
   */
  joinEvidence(owner: Owner, evidenceId: string, into: string): Promise<'joined' | 'gone'>
  /** Reads pieces again: these, or all that have a review against another goal. Returns how many. */
  readAgain(owner: Owner, which: { evidenceId: string } | { otherThan: Goal }): Promise<number>
  /** How many pieces have a review against another goal than this. */
  readOtherwise(owner: Owner, goal: Goal): Promise<number>
  /** The DM of the person, where it is known. */
  dmOf(owner: Owner): Promise<string | null>

  evidence(owner: Owner, id: string): Promise<Evidence | null>
  /** Newest first; small talk left out. Of each part the first 4,000 characters that people read, and nothing raw. */
  listEvidence(owner: Owner, page: EvidencePage): Promise<KeptEvidence[]>
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

  /** What the person's evidence says of each competency of a ladder, by its id, and when the last piece was reviewed. */
  packet(
    owner: Owner,
    ladderId: string,
  ): Promise<{ competencies: ReadonlyMap<string, Spread>; lastReviewed: Temporal.Instant | null }>

  /** First and last day of all evidence of each of these competencies; those without any are left out. */
  daysOf(
    owner: Owner,
    ladderId: string,
    competencies: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly days: Days }>>

  /** What the newest reviews of the person's other pieces against this goal found, newest first: a row a piece and competency. */
  earlier(
    owner: Owner,
    evidenceId: string,
    goal: Pick<Goal, 'ladder' | 'target'>,
  ): Promise<readonly Earlier[]>

  /** True the first time that a question of this channel, asked at `ts`, comes by. */
  claimMention(team: string, channel: string, ts: string): Promise<boolean>
  /** The question was not answered after all: the next delivery of it may be. */
  releaseMention(team: string, channel: string, ts: string): Promise<void>

  /** The evidence got its answer and no review; its words of this revision are forgotten (small talk). */
  forgetWords(owner: Owner, evidenceId: string, revision: number): Promise<void>

  /**
   * True while the person has not been told what is kept and this evidence is the one to tell them with: the
   * first to ask, so that two first messages at once tell them once.
   */
  claimWelcome(owner: Owner, evidenceId: string): Promise<boolean>
  markWelcomed(owner: Owner, at: Temporal.Instant): Promise<void>

  /** The newest review of a piece. */
  review(owner: Owner, evidenceId: string): Promise<Review | null>
  /** The newest review of a revision before this one. */
  reviewBefore(owner: Owner, evidenceId: string, revision: number): Promise<Review | null>
  /**
   * Stores a review of a revision once, with the version of the ladder that it was read against; a second one
   * of the same revision returns the first. null: the evidence is gone, or has changed meanwhile.
   */
  saveReview(review: Review, ladder: Ladder): Promise<Review | null>
  /**
   * Keeps what a person says of a review, once for each `source`, and queues the job that shows it. `say` gets the
   * newest review as it stands, held until it is written; null: it does not apply. While the piece is being read
   * again (`fresh` false) labels and remarks are kept, and the coming review has them in.
   */
  correctReview(
    owner: Owner,
    evidenceId: string,
    source: string,
    at: Temporal.Instant,
    say: (review: Review, fresh: boolean) => Said | null,
  ): Promise<'kept' | 'known' | 'gone'>
  /** What the person said of reviews of this piece, oldest first. */
  remarks(owner: Owner, evidenceId: string): Promise<Remark[]>
  /** All labels of everybody, for testing the coach. */
  labels(): Promise<KeptLabel[]>

  /**
   * Records a post of ours or which revision it now shows, and marks the evidence `reviewed` when its kind is
   * `review`. False: the piece was deleted meanwhile, and the post is nobody's.
   */
  savePost(owner: Owner, evidenceId: string, post: Post): Promise<boolean>
  posts(owner: Owner, evidenceId: string): Promise<Post[]>
  forgetPost(owner: Owner, evidenceId: string, post: Post): Promise<void>

  /**
   * Counts one review by a model and sets money aside for it, unless the person's day or the workspace's month is
   * used up: then says which. The same piece counts once on a day.
   */
  takeModelUse(
    owner: Owner,
    review: {
      /** What is read, by an id of ours. */
      readonly piece: string
      readonly day: Temporal.PlainDate
      readonly budget: Budget
      /** What it will cost about, in millionths of a dollar. */
      readonly reserve: number
    },
  ): Promise<'taken' | 'day-used-up' | 'month-used-up'>
  /** What a review that was taken has cost. `counts` false: no model answered, and the day gets it back. */
  settleModelUse(
    owner: Owner,
    review: {
      readonly piece: string
      readonly day: Temporal.PlainDate
      readonly microDollars: number
      readonly counts: boolean
    },
  ): Promise<void>

  /**
   * Deletes evidence, its reviews, labels and the record of posts; its job finds nothing. Returns the posts that
   * were on record at that moment; null: nothing of theirs had that id.
   */
  deleteEvidence(owner: Owner, evidenceId: string): Promise<Post[] | null>
  /** Has a finding said as claim, evidence and impact, by the job `say-evidence`. False: nothing of theirs is there. */
  askToSay(owner: Owner, evidenceId: string, competency: string): Promise<boolean>
  /**
   * Deletes every row and job of this person. What must outlive it stays under hashes that name nobody: today's
   * count of reviews, and by which a repeat of a Slack event is known.
   */
  deletePerson(owner: Owner): Promise<void>
}
