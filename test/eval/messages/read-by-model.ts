import { MODEL_LIMITS } from '../../../src/adapters/reader/model.ts'
import type { Log } from '../../../src/coaching/ports.ts'
import type { MessageModel } from '../../../src/coaching/review/message-model-port.ts'
import { makeReadMessage } from '../../../src/coaching/review/read-message.ts'
import type { Message, MessageReading } from '../../../src/domain/message/message.ts'
import { at, owner } from '../../domain/evidence-fixture.ts'
import { noLimits } from '../../fakes/model-of.ts'
import { textsHere } from '../../fakes/texts-here.ts'

/** Reads messages with a model as the bot does, in its time, for somebody in a workspace without other members. */
export function messagesReadBy({ decide }: Pick<MessageModel, 'decide'>, warn: Log['warn']) {
  const read = makeReadMessage({
    messageModel: { decide, isResting: () => false, estimate: 0 },
    texts: textsHere,
    people: { of: async () => ({ self: null, members: [] }) },
    store: noLimits,
    budget: { reviewsADay: 1, microDollarsAMonth: 1 },
    messageMs: MODEL_LIMITS.messageMs,
    now: () => at,
    log: { info: () => {}, warn, error: () => {} },
  })
  return (id: string, message: Message): Promise<MessageReading | null> =>
    read(owner, { evidenceId: id, revision: 1, part: 0 }, message, new AbortController().signal)
}
