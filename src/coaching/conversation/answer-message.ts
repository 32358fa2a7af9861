import type { Ask } from '../../domain/conversation/ask.ts'
import { understandAsk } from '../../domain/conversation/understand-ask.ts'
import type { Reply } from '../replies.ts'
import { makeAnswerAsk } from './answer-ask.ts'
import type { AnswerMessage, MessageAsking } from './answer-message-port.ts'
import type { AskDeps } from './ask-deps.ts'

/** Understands what a question or a command asks for, and answers it. */
export function makeAnswerMessage(deps: AskDeps): AnswerMessage {
  const { store, ladders, now } = deps
  const answerAsk = makeAnswerAsk(deps)
  const understand = async ({ owner, text, place }: MessageAsking): Promise<Ask> => {
    const [goal, { evidence }] = await Promise.all([store.goal(owner), store.kept(owner)])
    const today = now().toZonedDateTimeISO('UTC').toPlainDate()
    return understandAsk(text, { place, shelf: ladders.shelf(), goal, hasPieces: evidence > 0, today })
  }
  const answer = (message: MessageAsking, ask: Ask): Promise<Reply> => {
    const { owner, evidenceId, part } = message
    return answerAsk({ owner, ask, evidenceId, ...(part === undefined ? {} : { part }) })
  }
  return {
    answer: async (message) => answer(message, await understand(message)),
    answerElse: async (message) => {
      const ask = await understand(message)
      const inThread = message.part !== undefined
      const ofReview = ask.kind === 'unknown' || ask.kind === 'review'
      // In the DM, the piece that the words would be of is not reviewed yet.
      return ofReview || ask.kind === (inThread ? 'progress' : 'say') ? null : answer(message, ask)
    },
  }
}
