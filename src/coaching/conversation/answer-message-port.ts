import type { Place } from '../../domain/message/message.ts'
import type { Owner } from '../../domain/person.ts'
import type { Reply } from '../replies.ts'

/** A message that asks for something, who wrote it, and where. */
export type MessageAsking = {
  readonly owner: Owner
  readonly text: string
  readonly place: Place
  /** The piece of its thread, or the piece that it came as. */
  readonly evidenceId: string
  /** The position of the reply in its thread. Undefined in the DM. */
  readonly part?: number
}

/** Answers questions and commands. It reads only: what changes something becomes a button for its owner. */
export interface AnswerMessage {
  /** The answer, which may be that nothing is known. */
  answer(message: MessageAsking): Promise<Reply>
  /** The answer, or null if nothing is known or the question is about the review of that thread. */
  answerElse(message: MessageAsking): Promise<Reply | null>
}
