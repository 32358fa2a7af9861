import type { EvidenceFile } from '../../domain/evidence/evidence.ts'
import type { Owner } from '../../domain/person.ts'
import type { Log, SecretRules } from '../ports.ts'
import { keepable } from '../without-secrets.ts'
import type { EvidenceStore, NewPart } from './evidence-store.ts'
import type { PartStore } from './part-store.ts'

/** A message in the DM as Slack sent it. `threadTs` is null when it opens a thread of its own. */
export type DirectMessage = {
  readonly owner: Owner
  readonly channel: string
  readonly ts: string
  readonly threadTs: string | null
  readonly text: string
  readonly files: readonly Pick<EvidenceFile, 'id' | 'name'>[]
  /** Slack's ts of the edit that these words are of; null: they are as they were written. */
  readonly editedTs: string | null
}

type Deps = {
  readonly store: Pick<EvidenceStore, 'acceptEvidence'> & Pick<PartStore, 'acceptReply'>
  readonly secrets: SecretRules
  readonly now: () => Temporal.Instant
  readonly newId: () => string
  readonly log: Log
}

export type AcceptEvidence = ReturnType<typeof makeAcceptEvidence>

/**
 * Keeps what a person wrote, as they wrote it but for secrets, together with the job that will answer it. In
 * the thread of a piece it is a reply to it, elsewhere a piece of its own. When this resolves, nothing can be
 * lost any more and Slack may have its ack.
 */
export function makeAcceptEvidence({ store, secrets, now, newId, log }: Deps) {
  return async (message: DirectMessage): Promise<'accepted' | 'known'> => {
    const { owner, channel, ts, threadTs } = message
    const at = now()
    const words: NewPart = {
      ...(await keepable(secrets, owner, message.text)),
      kind: 'message',
      saidBy: null,
      messageTs: ts,
      file: null,
      writtenAt: at,
      editedTs: message.editedTs,
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
          file: { id, name: (await secrets.take(name, owner)).text, state: 'pending' },
          writtenAt: at,
        }),
      ),
    )
    if (threadTs !== null && threadTs !== ts) {
      // A file in the thread of a piece adds to it; words alone may be a question or a correction.
      const parts: NewPart[] =
        files.length === 0
          ? [{ ...words, kind: 'reply' }]
          : [words, ...files].map((part) => ({ ...part, kind: 'answer' as const }))
      const outcome = await store.acceptReply(
        owner,
        { channel, ts: threadTs },
        { channel, ts },
        parts.filter(({ reading, file }) => file !== null || reading !== '' || files.length === 0),
      )
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
      origin: null,
      thread: { channel, ts: threadTs ?? ts },
      parts: [words, ...files],
      happened: null,
      receivedAt: at,
    })
    log.info({ evidenceId: id, files: files.length, outcome }, 'evidence accepted')
    return outcome
  }
}
