import type { EvidenceFile } from '../domain/evidence.ts'
import type { Owner } from '../domain/person.ts'
import { plainText, readingText } from '../domain/reading-text.ts'
import type { Log, SecretRules } from './ports.ts'
import type { Edit, NewPart, Store } from './store-port.ts'

/** A message in the DM as Slack sent it. `threadTs` is null when it opens a thread of its own. */
export type Message = {
  readonly owner: Owner
  readonly channel: string
  readonly ts: string
  readonly threadTs: string | null
  readonly text: string
  readonly files: readonly Pick<EvidenceFile, 'id' | 'name'>[]
}

type Deps = {
  readonly store: Pick<Store, 'acceptEvidence' | 'acceptReply'>
  readonly secrets: SecretRules
  readonly now: () => Temporal.Instant
  readonly newId: () => string
  readonly log: Log
}

export type AcceptEvidence = ReturnType<typeof makeAcceptEvidence>

/**
 * A text as it may be kept: without secrets, with what people read where it is shown. `plain` is text that is
 * not in Slack's own notation, such as a file's.
 */
export const keepable = async (
  secrets: SecretRules,
  text: string,
  notation: 'slack' | 'plain' = 'slack',
): Promise<Edit> => {
  const raw = await secrets.take(text)
  // Entities can hide a secret from the rules, so what people read is looked at by itself.
  const reading = await secrets.take(notation === 'slack' ? readingText(raw.text) : plainText(raw.text))
  return {
    raw: reading.kinds.length > 0 ? reading.text : raw.text,
    reading: reading.text,
    leftOut: [...new Set([...raw.kinds, ...reading.kinds])],
  }
}

/**
 * Keeps what a person wrote, as they wrote it but for secrets, together with the job that will answer it. In
 * the thread of a piece it is a reply to it, elsewhere a piece of its own. When this resolves, nothing can be
 * lost any more and Slack may have its ack.
 */
export const makeAcceptEvidence =
  ({ store, secrets, now, newId, log }: Deps) =>
  async (message: Message): Promise<'accepted' | 'known'> => {
    const { owner, channel, ts, threadTs } = message
    const at = now()
    const words: NewPart = {
      ...(await keepable(secrets, message.text)),
      kind: 'message',
      saidBy: null,
      messageTs: ts,
      file: null,
      writtenAt: at,
    }
    const files = await Promise.all(
      message.files.map(
        async ({ id, name }): Promise<NewPart> => ({
          kind: 'file',
          saidBy: null,
          messageTs: ts,
          raw: '',
          reading: '',
          leftOut: [],
          file: { id, name: (await secrets.take(name)).text, state: 'pending' },
          writtenAt: at,
        }),
      ),
    )
    if (threadTs !== null && threadTs !== ts && files.length === 0) {
      const reply = { ...words, kind: 'reply' as const }
      const outcome = await store.acceptReply(owner, { channel, ts: threadTs }, reply)
      if (outcome !== 'no-piece') {
        log.info({ outcome }, 'reply accepted')
        return outcome
      }
    }
    const id = newId()
    const outcome = await store.acceptEvidence({
      id,
      owner,
      message: { channel, ts },
      thread: { channel, ts: threadTs ?? ts },
      parts: [words, ...files],
      happened: null,
      receivedAt: at,
    })
    log.info({ evidenceId: id, files: files.length, outcome }, 'evidence accepted')
    return outcome
  }
