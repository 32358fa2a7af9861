import type { CaseContext, CaseSentence, HeldSentence } from '../domain/check/case/told.ts'
import type { Checked } from '../domain/check/check-answer.ts'
import type { CheckContext } from '../domain/check/check-finding.ts'
import type { Days } from '../domain/dates/days.ts'
import type { Batch } from '../domain/evidence/batches.ts'
import type { Evidence } from '../domain/evidence/evidence.ts'
import type { ReadLimit } from '../domain/evidence/read-limit.ts'
import type { Ladder } from '../domain/ladder/ladder.ts'
import type { MaskKey, PeopleToMask as Named } from '../domain/mask/mask.ts'
import type { PacketInput } from '../domain/packet/build-packet.ts'
import type { Objection } from '../domain/packet/objections/objection.ts'
import type { Packet } from '../domain/packet/packet.ts'
import type { Goal, Owner } from '../domain/person.ts'
import type { Consideration } from '../domain/review/consideration.ts'
import type { ReplyDecision, ReplyState } from '../domain/review/decide-reply.ts'
import type { Quoted, Quotes } from '../domain/review/quotes.ts'
import type { Remark } from '../domain/review/remarks.ts'
import type { Answer, MaskedCounts, SpanDays, Standing } from '../domain/review/review.ts'

/** Words of a piece, and how much of them is read. A null `limit` means all. */
export type Words = { readonly evidence: Pick<Evidence, 'parts'>; readonly limit: ReadLimit | null }

/** Who may be named in a text, as Slack knows them. */
export type NamedMembers = Pick<Named, 'self' | 'members'>

/** What is hidden from a reader. */
type MaskedForReader = {
  readonly leftOut: MaskedCounts
  /** The ids of the spans in which somebody other than the writer is named. */
  readonly named: ReadonlySet<string>
  /** How many sentences were read. */
  readonly sentences: number
  readonly cut: boolean
}

/** The words of a piece as a model may see them, and the key that restores what was masked. */
export type MaskedWords = MaskedForReader & { readonly batches: readonly Batch[]; readonly key: MaskKey }

/** What the offline reader made of the words, checked. */
export type ReadOffline = MaskedForReader & { readonly answer: Answer }

/** A checked answer, and all that is needed to complete the review. */
export type Unfinished = {
  readonly answer: Answer
  readonly remarks: readonly Remark[]
  readonly named: ReadonlySet<string>
  /** The first and last day of the person's other evidence, by competency. */
  readonly kept: ReadonlyMap<string, { readonly days: Days }>
  readonly evidence: Evidence
  readonly limit: ReadLimit | null
  /** Only this many sentences, from the start, are looked at. */
  readonly sentences: number
  readonly ladder: Ladder
  readonly goal: Goal
  readonly today: Temporal.PlainDate
}

/** An answer, corrected by what the person said earlier, and what is considered next to it. */
export type Finished = {
  readonly answer: Answer
  readonly standing: Standing | null
  readonly considered: readonly Consideration[]
  readonly happened: Days | null
  readonly days: SpanDays
  readonly undated: Days | null
  /** The ids of sentences that look confidential. */
  readonly confidential: readonly string[]
}

/**
 * All work whose cost grows with what a person wrote. It runs away from the thread that answers Slack, and people take
 * turns. Each call throws CoachError `text-too-slow` for a text that takes more time or memory than one text may, and
 * `text-failed` if the work broke. Asking again for the same text does not help after the first `text-too-slow`.
 */
export interface Texts {
  maskWords(of: Owner, words: Words, people: NamedMembers): Promise<MaskedWords>
  readOffline(of: Owner, words: Words, people: NamedMembers, ladder: Ladder, goal: Goal): Promise<ReadOffline>
  checkAnswer(of: Owner, answer: Answer, context: CheckContext): Promise<Checked>
  finishReview(of: Owner, unfinished: Unfinished): Promise<Finished>
  quote(of: Owner, evidence: Pick<Evidence, 'parts'>, review: Quoted): Promise<Quotes>
  decideReply(of: Owner, state: ReplyState): Promise<ReplyDecision>
  packet(of: Owner, input: PacketInput): Promise<Packet>
  /** Checks what a model drafted against the quotes that it points to. */
  checkCase(
    of: Owner,
    sentences: readonly CaseSentence[],
    context: Omit<CaseContext, 'names'>,
  ): Promise<readonly HeldSentence[]>
  objections(of: Owner, packet: Packet): Promise<readonly Objection[]>
}
