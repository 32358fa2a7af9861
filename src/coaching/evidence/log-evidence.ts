import type { Days } from '../../domain/dates/days.ts'
import { A_COLLEAGUE } from '../../domain/evidence/evidence.ts'
import type { About } from '../../domain/evidence/support/about.ts'
import type { Owner } from '../../domain/person.ts'
import { instantOfTs } from '../instant-of-ts.ts'
import type { Log, People, SecretRules } from '../ports.ts'
import { keepable } from '../without-secrets.ts'
import { type Forwarded, forwardedParts } from './accept-evidence.ts'
import type { EvidenceStore, NewPart } from './evidence-store.ts'

/** What a person fills into the form. A text field is empty if they left it out. */
export type Logged = {
  readonly owner: Owner
  readonly what: string
  readonly part: string
  readonly result: string
  readonly link: string
  readonly when: Temporal.PlainDate | null
  /** The competency that they chose, if any, and the question of the nudge that they answer. */
  readonly about: About | null
}

/** A message anywhere that a person saves as evidence. `writer` is the Slack id of the user who wrote it, or null. */
export type Saved = {
  readonly owner: Owner
  readonly channel: string
  readonly ts: string
  readonly text: string
  readonly writer: string | null
  /** The name under which an app posted it, or null. */
  readonly app: string | null
  readonly forwarded: readonly Forwarded[]
  /** True if the coach wrote it. */
  readonly ours: boolean
  /** What was asked in its thread, if that is a nudge's. */
  readonly about?: About | null
}

type Deps = {
  readonly store: Pick<EvidenceStore, 'acceptEvidence'>
  readonly secrets: SecretRules
  readonly now: () => Temporal.Instant
  readonly newId: () => string
  readonly log: Log
}

type NameLookup = Pick<People, 'nameOf'>

export type LogEvidence = ReturnType<typeof makeLogEvidence>
export type SaveMessage = ReturnType<typeof makeSaveMessage>

/** Stores what a person wrote into the form as a piece of evidence: one part per field, in their own words. */
export function makeLogEvidence({ store, secrets, now, newId, log }: Deps) {
  return async ({ owner, what, part, result, link, when, about }: Logged): Promise<void> => {
    const at = now()
    const fields = [what, part, result, link].filter((field) => field.trim() !== '')
    const parts = await Promise.all(
      fields.map(
        async (field): Promise<NewPart> => ({
          ...(await keepable(secrets, owner, field, 'plain')),
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
      origin: null,
      thread: null,
      parts,
      happened,
      about,
      receivedAt: at,
    })
    log.info({ evidenceId: id }, 'evidence logged')
  }
}

/** How long to wait for a name, in milliseconds. Slack waits three seconds for its ack, and the words matter more. */
const NAME_LIMIT = 1_000

/**
 * Stores a message of any conversation as evidence, once, with the name of its writer. A colleague's praise stays
 * theirs and never becomes the person's own words. `empty`: there is nothing to store. `ours`: the coach wrote it.
 */
export function makeSaveMessage({ store, secrets, people, now, newId, log }: Deps & { people: NameLookup }) {
  const nameOf = async ({ owner, writer, app }: Saved): Promise<string> => {
    const late = new Promise<null>((resolve) => setTimeout(resolve, NAME_LIMIT, null).unref())
    const name = writer
      ? await Promise.race([people.nameOf(owner.team, writer), late]).catch(() => null)
      : null
    return name ?? app ?? A_COLLEAGUE
  }
  return async (message: Saved): Promise<'accepted' | 'known' | 'empty' | 'ours'> => {
    const { owner, channel, ts, text, forwarded, writer, ours } = message
    if (ours) return 'ours'
    const isSaid = text.trim() !== ''
    if (!isSaid && forwarded.every((one) => one.text === '')) return 'empty'
    const at = now()
    const id = newId()
    const saidBy = writer === owner.user ? null : await nameOf(message)
    const words: NewPart = {
      ...(await keepable(secrets, owner, text)),
      kind: 'saved',
      saidBy,
      messageTs: null,
      file: null,
      writtenAt: instantOfTs(ts) ?? at,
    }
    const outcome = await store.acceptEvidence({
      id,
      owner,
      message: null,
      origin: { channel, ts },
      thread: null,
      parts: [...(isSaid ? [words] : []), ...(await forwardedParts(secrets, owner, forwarded, null, at))],
      happened: null,
      about: message.about ?? null,
      receivedAt: at,
    })
    log.info({ evidenceId: id, outcome }, 'message saved as evidence')
    return outcome
  }
}
