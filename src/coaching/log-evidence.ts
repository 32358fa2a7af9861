import type { Days } from '../domain/evidence.ts'
import type { Owner } from '../domain/person.ts'
import { keepable } from './accept-evidence.ts'
import type { Log, SecretRules } from './ports.ts'
import type { NewPart, Store } from './store-port.ts'

/** What a person fills into the form; each field is a text of theirs, empty where they left it out. */
export type Logged = {
  readonly owner: Owner
  readonly what: string
  readonly part: string
  readonly result: string
  readonly link: string
  readonly when: Temporal.PlainDate | null
}

/** A message anywhere that a person saves as evidence. `author` is null when it is their own. */
export type Saved = {
  readonly owner: Owner
  readonly channel: string
  readonly ts: string
  readonly text: string
  readonly author: string | null
}

type Deps = {
  readonly store: Pick<Store, 'acceptEvidence'>
  readonly secrets: SecretRules
  readonly now: () => Temporal.Instant
  readonly newId: () => string
  readonly log: Log
}

export type LogEvidence = ReturnType<typeof makeLogEvidence>
export type SaveMessage = ReturnType<typeof makeSaveMessage>

/** Keeps what a person wrote into the form as a piece of evidence: one part a field, in their own words alone. */
export const makeLogEvidence =
  ({ store, secrets, now, newId, log }: Deps) =>
  async ({ owner, what, part, result, link, when }: Logged): Promise<void> => {
    const at = now()
    const fields = [what, part, result, link].filter((field) => field.trim() !== '')
    const parts = await Promise.all(
      fields.map(
        async (field): Promise<NewPart> => ({
          ...(await keepable(secrets, field, 'plain')),
          kind: 'form',
          saidBy: null,
          messageTs: null,
          file: null,
          writtenAt: at,
        }),
      ),
    )
    const happened: Days | null = when ? { from: when, to: when } : null
    const id = newId()
    await store.acceptEvidence({
      id,
      owner,
      message: null,
      thread: null,
      parts,
      happened,
      receivedAt: at,
    })
    log.info({ evidenceId: id }, 'evidence logged')
  }

/**
 * Keeps a message of any conversation as evidence, once, with who wrote it: praise by a colleague stays a
 * colleague's, and never becomes the person's own words.
 */
export const makeSaveMessage =
  ({ store, secrets, now, newId, log }: Deps) =>
  async ({ owner, channel, ts, text, author }: Saved): Promise<'accepted' | 'known'> => {
    const at = now()
    const id = newId()
    const outcome = await store.acceptEvidence({
      id,
      owner,
      // Not the message's own id: two people may save the same one, and each of them once.
      message: { channel: `saved by ${owner.user} ${channel}`, ts },
      thread: null,
      parts: [
        {
          ...(await keepable(secrets, text)),
          kind: 'saved',
          saidBy: author,
          messageTs: null,
          file: null,
          writtenAt: instantOfTs(ts) ?? at,
        },
      ],
      happened: null,
      receivedAt: at,
    })
    log.info({ evidenceId: id, outcome }, 'message saved as evidence')
    return outcome
  }

/** When a message was written: Slack's ts is seconds since 1970 with a counter behind the point. */
const instantOfTs = (ts: string): Temporal.Instant | null => {
  const seconds = Number(ts.split('.')[0])
  return Number.isSafeInteger(seconds) && seconds > 0
    ? Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
    : null
}
