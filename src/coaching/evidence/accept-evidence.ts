import type { EvidenceFile } from '../../domain/evidence/evidence.ts'
import type { Owner } from '../../domain/person.ts'
import { instantOfTs } from '../instant-of-ts.ts'
import type { Log, SecretRules } from '../ports.ts'
import { keepable } from '../without-secrets.ts'
import type { EvidenceStore, NewPart } from './evidence-store.ts'
import type { PartStore } from './part-store.ts'

/** A message that somebody forwarded. `saidBy` is its author's name, or null if the person wrote it themselves. */
export type Forwarded = {
  readonly text: string
  readonly saidBy: string | null
  /** Slack's ts of the original, or null if it is not given. */
  readonly ts: string | null
  readonly files: readonly Pick<EvidenceFile, 'id' | 'name'>[]
}

/** A message in the DM as Slack sent it. `threadTs` is null if the message is not in a thread. */
export type DirectMessage = {
  readonly owner: Owner
  readonly channel: string
  readonly ts: string
  readonly threadTs: string | null
  readonly text: string
  readonly files: readonly Pick<EvidenceFile, 'id' | 'name'>[]
  /** Other messages that were forwarded in it. */
  readonly forwarded: readonly Forwarded[]
  /** Slack's ts of the edit that these words come from. Null if the message was not edited. */
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

/** Forwarded messages as parts of a piece: their authors' words. `ts` is the message that they came with. */
export function forwardedParts(
  secrets: SecretRules,
  owner: Owner,
  forwarded: readonly Forwarded[],
  ts: string | null,
  at: Temporal.Instant,
): Promise<NewPart[]> {
  return Promise.all(
    forwarded
      .filter(({ text }) => text !== '')
      .map(
        async (one): Promise<NewPart> => ({
          ...(await keepable(secrets, owner, one.text)),
          kind: 'saved',
          saidBy: one.saidBy,
          messageTs: ts,
          file: null,
          writtenAt: (one.ts === null ? null : instantOfTs(one.ts)) ?? at,
        }),
      ),
  )
}

/**
 * Stores what a person wrote, without secrets, together with the job that will answer it. In the thread of a piece it
 * is a reply to that piece, elsewhere a new piece. Once this resolves, nothing can be lost, so Slack can have its ack.
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
    const fileParts = (sent: Forwarded['files'], saidBy: string | null): Promise<NewPart[]> =>
      Promise.all(
        sent.map(
          async ({ id, name }): Promise<NewPart> => ({
            kind: 'file',
            saidBy,
            messageTs: ts,
            raw: '',
            reading: '',
            leftOut: [],
            file: { id, name: (await secrets.take(name, owner)).text, state: 'pending' },
            writtenAt: at,
          }),
        ),
      )
    const attached = [
      ...(await forwardedParts(secrets, owner, message.forwarded, ts, at)),
      ...(await fileParts(message.files, null)),
      ...(await Promise.all(message.forwarded.map(({ files, saidBy }) => fileParts(files, saidBy)))).flat(),
    ]
    if (threadTs !== null && threadTs !== ts) {
      // What is attached in the thread of a piece adds to it; words alone may be a question or a correction.
      const parts: NewPart[] =
        attached.length === 0
          ? [{ ...words, kind: 'reply' }]
          : [words, ...attached].map((part) => ({ ...part, kind: 'answer' as const }))
      const outcome = await store.acceptReply(
        owner,
        { channel, ts: threadTs },
        { channel, ts },
        parts.filter(({ reading, file }) => file !== null || reading !== '' || attached.length === 0),
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
      parts: [words, ...attached],
      happened: null,
      receivedAt: at,
    })
    log.info(
      { evidenceId: id, files: attached.filter(({ file }) => file !== null).length, outcome },
      'evidence accepted',
    )
    return outcome
  }
}
