import type { DraftRequest } from '../../domain/packet/draft/draft-request.ts'
import type { Owner } from '../../domain/person.ts'
import type { ModelUse } from '../../domain/review/review.ts'

/** A sentence that a model wrote, unchecked, and the ids of the quotes that it points to. */
type WrittenSentence = { readonly text: string; readonly receipts: readonly string[] }

/** What a model drafted, unchecked. */
type DraftResult = {
  /** Null if what was received is not a draft. Then `invalid` says why. */
  readonly sentences: readonly WrittenSentence[] | null
  readonly invalid: string | null
  /** The versions of the model and of the prompt. */
  readonly model: string
  readonly prompt: string
  readonly use: ModelUse | null
}

/** A model that drafts one competency of a packet from quotes. */
export interface PacketModel {
  /** Asks about quotes in which names and contact data are hidden. Throws the errors of Reader. */
  draft(owner: Owner, request: DraftRequest, signal: AbortSignal): Promise<DraftResult>
  /** Whether calls to the provider are paused. */
  isResting(): boolean
  /** The estimated cost of one competency, in millionths of a dollar. 0 if the price is not known. */
  readonly estimate: number
}
