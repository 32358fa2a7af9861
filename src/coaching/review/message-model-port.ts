import type { Message } from '../../domain/message/message.ts'
import type { SaidOfMessage } from '../../domain/message/model-reading.ts'
import type { Owner } from '../../domain/person.ts'
import type { ModelUse } from '../../domain/review/review.ts'

/** A model's unchecked answer about a message. */
export type MessageResult = {
  /** Null if what was received is not an answer. Then `invalid` says why. */
  readonly said: SaidOfMessage | null
  readonly invalid: string | null
  readonly use: ModelUse | null
}

/** A model that says what a message is. */
export interface MessageModel {
  /**
   * Asks about a message in which names and contact data are hidden. Throws the errors of Reader.
   */
  decide(owner: Owner, message: Message, signal: AbortSignal): Promise<MessageResult>
  /** Whether calls to the provider are paused. A question this small does not test whether it works again. */
  isResting(): boolean
  /** The estimated cost of one question, in millionths of a dollar. 0 if the price is not known. */
  readonly estimate: number
}
