import type { Owner } from '../domain/person.ts'
import { readingText } from '../domain/reading-text.ts'
import type { Log, Store } from './ports.ts'

/** A message in the DM as Slack sent it. `threadTs` is null when it opens a thread of its own. */
export type Message = {
  readonly owner: Owner
  readonly channel: string
  readonly ts: string
  readonly threadTs: string | null
  readonly text: string
  readonly files: number
}

type Deps = {
  readonly store: Pick<Store, 'acceptEvidence'>
  readonly now: () => Temporal.Instant
  readonly newId: () => string
  readonly log: Log
}

export type AcceptEvidence = ReturnType<typeof makeAcceptEvidence>

/**
 * Keeps what a person wrote, as they wrote it, together with the job that will answer it. When this
 * resolves, nothing can be lost any more and Slack may have its ack.
 */
export const makeAcceptEvidence =
  ({ store, now, newId, log }: Deps) =>
  async (message: Message): Promise<'accepted' | 'known'> => {
    const id = newId()
    const outcome = await store.acceptEvidence({
      id,
      owner: message.owner,
      channel: message.channel,
      messageTs: message.ts,
      threadTs: message.threadTs ?? message.ts,
      raw: message.text,
      reading: readingText(message.text),
      files: message.files,
      receivedAt: now(),
    })
    log.info({ evidenceId: id, outcome }, 'evidence accepted')
    return outcome
  }
