import { CoachError } from '../../domain/coach-error.ts'
import type { Part } from '../../domain/evidence/evidence.ts'
import { factOf } from '../../domain/logged-failure.ts'
import { restorer } from '../../domain/mask/mask.ts'
import type { Message, MessageReading } from '../../domain/message/message.ts'
import { readingBy, type SentMessage, textSent } from '../../domain/message/model-reading.ts'
import type { Owner } from '../../domain/person.ts'
import type { Budget } from '../../domain/review/model-use.ts'
import type { Log, People } from '../ports.ts'
import type { NamedMembers, Texts } from '../texts-port.ts'
import type { MessageModel, MessageResult } from './message-model-port.ts'
import type { ModelUseStore } from './model-use-store.ts'

type Deps = {
  /** Null if no model is configured. */
  readonly messageModel: MessageModel | null
  readonly texts: Pick<Texts, 'maskWords'>
  readonly people: Pick<People, 'of'>
  readonly store: ModelUseStore
  readonly budget: Budget
  /** How long the model may take, in milliseconds. */
  readonly messageMs: number
  readonly now: () => Temporal.Instant
  readonly log: Log
}

export type ReadMessage = ReturnType<typeof makeReadMessage>

/** Where a message is stored. */
type MessageId = { readonly evidenceId: string; readonly revision: number; readonly part: number }

/** The parts of a message and of the question before it, so that a name in both gets one placeholder. */
const [ASKED, SAID] = [0, 1]

const partOf = (position: number, reading: string, writtenAt: Temporal.Instant): Part => ({
  ...{ position, kind: 'message', saidBy: null, messageTs: null, raw: '', reading },
  ...{ leftOut: [], file: null, about: null, writtenAt },
})

/**
 * Asks a model about a message that the rules are not sure of. Null if there is no model, if it may not be used, or
 * if it gives no answer in time or its owner stops it. Then the message is what the rules say. Throws CoachError
 * `store-unavailable`.
 */
export function makeReadMessage({
  messageModel: model,
  texts,
  people,
  store,
  budget,
  messageMs,
  now,
  log,
}: Deps) {
  const masked = async (owner: Owner, { asked, text }: Message, names: NamedMembers) => {
    const at = now()
    const parts = [partOf(ASKED, asked ?? '', at), partOf(SAID, text, at)]
    const { batches, key } = await texts.maskWords(owner, { evidence: { parts }, limit: null }, names)
    const spans = batches.flatMap((batch) => batch.spans)
    const of = (part: number) => spans.filter((span) => span.part === part)
    return {
      asked: asked === null ? null : textSent({ spans: of(ASKED), text: asked }),
      said: { spans: of(SAID), text, restore: restorer(key) } satisfies SentMessage,
    }
  }

  /** Asks, and records the cost. It uses up none of a person's reviews. */
  const askAndPay = async (
    ask: MessageModel,
    owner: Owner,
    piece: string,
    message: Message,
    stopped: AbortSignal,
  ): Promise<MessageResult | null> => {
    const day = now().toZonedDateTimeISO('UTC').toPlainDate()
    const taken = await store.takeModelUse(owner, { piece, day, budget, reserve: ask.estimate })
    if (taken !== 'taken') return null
    let microDollars = 0
    try {
      const result = await ask.decide(
        owner,
        message,
        AbortSignal.any([stopped, AbortSignal.timeout(messageMs)]),
      )
      microDollars = result.use?.microDollars ?? 0
      return result
    } catch (error) {
      // The provider may have worked on it anyway.
      if (error instanceof CoachError && ['model-silent', 'reading-stopped'].includes(error.code))
        microDollars = ask.estimate
      throw error
    } finally {
      await store.settleModelUse(owner, { piece, day, microDollars, counts: false })
    }
  }

  return async (
    owner: Owner,
    { evidenceId, revision, part }: MessageId,
    message: Message,
    stopped: AbortSignal,
  ): Promise<MessageReading | null> => {
    if (model === null || model.isResting()) return null
    try {
      // Without the list of members, some name would be sent, and we promise that none is.
      const names = await people.of(owner)
      if (names === null) return null
      const { asked, said } = await masked(owner, message, names)
      const sent = { place: message.place, asked, text: textSent(said) }
      const result = await askAndPay(model, owner, `message ${evidenceId} ${revision} ${part}`, sent, stopped)
      if (result === null) return null
      const { said: read, invalid, use } = result
      log.info({ evidenceId, ...use, ...(invalid === null ? {} : { invalid }) }, 'model read a message')
      return read && readingBy(read, said)
    } catch (error) {
      if (!(error instanceof CoachError) || error.code === 'store-unavailable') throw error
      log.warn({ evidenceId, ...factOf(error) }, 'model did not say what a message is')
      return null
    }
  }
}
