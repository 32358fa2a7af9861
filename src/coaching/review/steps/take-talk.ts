import { insteadIn } from '../../../domain/message/instead.ts'
import type { Message } from '../../../domain/message/message.ts'
import { talkSaid } from '../../../domain/message/talk.ts'
import type { AnswerMessage, MessageAsking } from '../../conversation/answer-message-port.ts'
import type { HeardIntent, Reply } from '../../replies.ts'

type Heard = { readonly intent: HeardIntent; readonly fact: string | null }

/** A message that wants no more than an answer, and what the coach asked before it. */
type Talk = MessageAsking & Pick<Message, 'asked'>

/** The answer to talk. Words that say nothing known are looked up, and if that finds nothing, it says what to try. */
export async function takeTalk(
  { answerMessage }: { readonly answerMessage: AnswerMessage },
  message: Talk,
  { intent, fact }: Heard,
): Promise<Reply> {
  const { evidenceId, part, place, text } = message
  const at = { evidenceId, ...(part === undefined ? {} : { part }) }
  const tryElse = async (heard: 'words' | 'instead'): Promise<Reply> => {
    const found = await answerMessage.answer(message)
    return found.kind === 'not-known' ? { ...found, heard } : found
  }
  if (intent === 'correction' && place === 'dm' && insteadIn(text) !== null) return tryElse('instead')
  if (intent !== 'smalltalk') return { kind: 'heard', intent, fact, ...at }
  const said = talkSaid(message)
  if (said === 'nothing') return tryElse('words')
  return { kind: 'heard', intent: said === 'chat' ? 'smalltalk' : said, fact, ...at }
}
