import type { Checked } from '../domain/check/check-answer.ts'
import type { CheckContext } from '../domain/check/check-finding.ts'
import type { Batch } from '../domain/evidence/batches.ts'
import type { Days, Evidence } from '../domain/evidence/evidence.ts'
import type { ReadLimit } from '../domain/evidence/read-limit.ts'
import type { Ladder } from '../domain/ladder/ladder.ts'
import type { MaskKey, PeopleToMask as Named } from '../domain/mask/mask.ts'
import type { Goal, Owner } from '../domain/person.ts'
import type { Consideration } from '../domain/review/consideration.ts'
import type { ReplyDecision, ReplyState } from '../domain/review/decide-reply.ts'
import type { Quoted, Quotes } from '../domain/review/quotes.ts'
import type { Remark } from '../domain/review/remarks.ts'
import type { Answer, MaskedCounts, Standing } from '../domain/review/review.ts'

/** Words of a piece, and how much of them is read; null: all. */
export type Words = { readonly evidence: Pick<Evidence, 'parts'>; readonly limit: ReadLimit | null }

/** Who may be named in a text, as Slack knows them. */
export type NamedMembers = Pick<Named, 'self' | 'members'>

/** What a reader is kept from seeing, and whether `limit` left something out. */
type MaskedForReader = {
  readonly leftOut: MaskedCounts
  /** The ids of the spans in which somebody other than the writer is named. */
  readonly named: ReadonlySet<string>
  /** How many sentences were read. */
  readonly sentences: number
  readonly cut: boolean
}

/** The words of a piece as a model may see them. */
export type MaskedWords = MaskedForReader & { readonly batches: readonly Batch[]; readonly key: MaskKey }

/** What the words alone say, checked. */
export type ReadOffline = MaskedForReader & { readonly answer: Answer }

/** A checked answer, and all that is needed to look at what stands beside it. */
export type Unfinished = {
  readonly answer: Answer
  readonly remarks: readonly Remark[]
  readonly named: ReadonlySet<string>
  /** What the person's other evidence says of each competency. */
  readonly kept: ReadonlyMap<string, { readonly days: Days }>
  readonly evidence: Evidence
  readonly limit: ReadLimit | null
  /** Looks at the first so many sentences of it alone. */
  readonly sentences: number
  readonly ladder: Ladder
  readonly goal: Goal
  readonly today: Temporal.PlainDate
}

/** An answer with what the person said of earlier ones in it, and what is considered beside it. */
export type Finished = {
  readonly answer: Answer
  readonly standing: Standing | null
  readonly considered: readonly Consideration[]
  readonly happened: Days | null
}

/**
 * All work whose cost grows with what a person wrote, done away from the thread that answers Slack, person by person in
 * turn. Each throws CoachError `text-too-slow` for a text that takes more time or memory than one may, and
 * `text-failed` where the work broke; asking again for the same is of no use after the first.
 */
export interface Texts {
  maskWords(of: Owner, words: Words, people: NamedMembers): Promise<MaskedWords>
  readOffline(of: Owner, words: Words, people: NamedMembers, ladder: Ladder, goal: Goal): Promise<ReadOffline>
  checkAnswer(of: Owner, answer: Answer, context: CheckContext): Promise<Checked>
  finishReview(of: Owner, unfinished: Unfinished): Promise<Finished>
  quote(of: Owner, evidence: Pick<Evidence, 'parts'>, review: Quoted): Promise<Quotes>
  decideReply(of: Owner, state: ReplyState): Promise<ReplyDecision>
}
