import type { Days, Evidence, EvidenceFile, Part, Thread } from '../domain/evidence.ts'
import type { Ladder } from '../domain/ladder.ts'
import type { Goal, Owner } from '../domain/person.ts'
import type { Review, Status } from '../domain/review.ts'
import type { Budget } from '../domain/use.ts'
import type { Post } from './replies.ts'

/** One piece of evidence as the person's own list shows it. */
export type KeptEvidence = { readonly evidence: Evidence; readonly review: Review | null }

/** All that is kept about one person. */
export type Kept = {
  readonly evidence: number
  readonly reviews: number
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

/** Words about to be kept. */
export type NewPart = Omit<Part, 'position'>

/** A piece about to be kept. `message` is Slack's id of what it came with, by which a repeat is known. */
export type NewEvidence = {
  readonly id: string
  readonly owner: Owner
  readonly message: { readonly channel: string; readonly ts: string } | null
  readonly thread: Thread | null
  readonly parts: readonly NewPart[]
  readonly happened: Days | null
  readonly receivedAt: Temporal.Instant
}

/** New words of a message that a person edited. */
export type Edit = Pick<Part, 'raw' | 'reading' | 'leftOut'>

/** What a person says of a review; `words` are theirs, `sentence` is evidence that they offer for testing. */
export type Label = {
  readonly kind: 'right' | 'wrong' | 'choice'
  readonly competencySaid: string | null
  readonly competencyMeant: string | null
  readonly statusSaid: Status | null
  readonly words: string | null
  readonly sentence: string | null
}

/** A label as it is taken out for testing the coach: nobody's name, and no words but those that were offered. */
export type KeptLabel = Omit<Label, 'words'> & {
  readonly ladder: string
  readonly ladderVersion: string
  readonly level: string
  readonly reader: string
}

/**
 * What is kept. Every call names the owner, and sees nothing of anyone else. All throw CoachError
 * `store-unavailable` when the database cannot be reached.
 */
export interface Store {
  /** Stores a piece and its job `review-evidence` in one transaction. `known`: Slack sent it before. */
  acceptEvidence(evidence: NewEvidence): Promise<'accepted' | 'known'>
  /** Stores a reply in the thread of a piece with its job `answer-reply`. `no-piece`: no piece has that thread. */
  acceptReply(owner: Owner, thread: Thread, reply: NewPart): Promise<'accepted' | 'known' | 'no-piece'>
  /** The part that stands in a message of Slack's; null: none of theirs does. */
  partAt(owner: Owner, message: Thread): Promise<{ readonly evidence: Evidence; readonly part: Part } | null>
  /** New words for a part; the piece is read again. False: nothing of theirs is there, or nothing changed. */
  editPart(owner: Owner, evidenceId: string, position: number, edit: Edit): Promise<boolean>
  /** Takes a part out; what is left is read again. */
  removePart(owner: Owner, evidenceId: string, position: number): Promise<void>
  /** A reply turned out to be an answer, and the piece is read again; or it is forgotten. */
  settleReply(owner: Owner, evidenceId: string, position: number, as: 'answer' | 'forgotten'): Promise<void>
  /** The text of a file, or why there is none. */
  saveFile(owner: Owner, evidenceId: string, position: number, file: EvidenceFile, edit: Edit): Promise<void>
  /** The thread that was opened for a piece that came without a message. */
  saveThread(owner: Owner, evidenceId: string, thread: Thread): Promise<void>
  /** When the piece happened, by its own words. */
  saveHappened(owner: Owner, evidenceId: string, happened: Days | null): Promise<void>
  /** The piece that came just before, at most `minutes` earlier, in the same DM. */
  pieceBefore(owner: Owner, evidenceId: string, minutes: number): Promise<string | null>
  /** Puts all parts of a piece behind those of another, which is read again; the emptied one is gone. */
  joinEvidence(owner: Owner, evidenceId: string, into: string): Promise<'joined' | 'gone'>
  /** Reads pieces again: these, or all that have a review against another goal. Returns how many. */
  readAgain(owner: Owner, which: { evidenceId: string } | { otherThan: Goal }): Promise<number>
  /** How many pieces have a review against another goal than this. */
  readOtherwise(owner: Owner, goal: Goal): Promise<number>
  /** The DM of the person, where it is known. */
  dmOf(owner: Owner): Promise<string | null>

  evidence(owner: Owner, id: string): Promise<Evidence | null>
  /** Newest first; small talk left out. */
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

  /** The newest review of a piece. */
  review(owner: Owner, evidenceId: string): Promise<Review | null>
  /** The newest review of a revision before this one. */
  reviewBefore(owner: Owner, evidenceId: string, revision: number): Promise<Review | null>
  /**
   * Stores a review of a revision once, with the version of the ladder that it was read against; a second one
   * of the same revision returns the first. null: the evidence is gone, or has changed meanwhile.
   */
  saveReview(review: Review, ladder: Ladder): Promise<Review | null>
  /** Puts other findings and choices into the newest review, with what the person said. False: it is not theirs. */
  correctReview(
    owner: Owner,
    review: Review,
    change: Pick<Review, 'findings' | 'choices'>,
    labels: readonly Label[],
    at: Temporal.Instant,
  ): Promise<boolean>
  /** All labels of everybody, for testing the coach. */
  labels(): Promise<KeptLabel[]>

  /** Records a post of ours or which revision it now shows, and marks the evidence `reviewed` when its kind is `review`. */
  savePost(owner: Owner, evidenceId: string, post: Post): Promise<void>
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

  /** Deletes evidence, its review, corrections and the record of posts; its job finds nothing. False: nothing of theirs had that id. */
  deleteEvidence(owner: Owner, evidenceId: string): Promise<boolean>
  /** Deletes every row of this person; today's count of reviews is nobody's, and stays. A repeat of a Slack event of the last hour stays known. */
  deletePerson(owner: Owner): Promise<void>
}
