import { A_COLLEAGUE, type About, type Days } from '../../domain/evidence/evidence.ts'
import type { Owner } from '../../domain/person.ts'
import type { Log, People, SecretRules } from '../ports.ts'
import { keepable } from '../without-secrets.ts'
import type { EvidenceStore, NewPart } from './evidence-store.ts'

/** What a person fills into the form; each field is a text of theirs, empty where they left it out. */
export type Logged = {
  readonly owner: Owner
  readonly what: string
  readonly part: string
  readonly result: string
  readonly link: string
  readonly when: Temporal.PlainDate | null
  /** The competency that they chose; null: none. */
  readonly about: About | null
}

/** A message anywhere that a person saves as evidence, with who wrote it: one of Slack's users, or a bot. */
export type Saved = {
  readonly owner: Owner
  readonly channel: string
  readonly ts: string
  readonly text: string
  readonly writer: string | null
  /** True: the coach wrote it. */
  readonly ours: boolean
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

/** Keeps what a person wrote into the form as a piece of evidence: one part a field, in their own words alone. */
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

/** How long a name may take, in milliseconds: Slack waits three seconds for its ack, and the words come first. */
const NAME_LIMIT = 1_000

/**
 * Keeps a message of any conversation as evidence, once, with who wrote it: praise by a colleague stays a
 * colleague's, and never becomes the person's own words. `empty`: there is nothing to keep; `ours`: the coach
 * wrote it.
 */
export function makeSaveMessage({ store, secrets, people, now, newId, log }: Deps & { people: NameLookup }) {
  const nameOf = async (team: string, writer: string | null): Promise<string> => {
    const late = new Promise<null>((resolve) => setTimeout(resolve, NAME_LIMIT, null).unref())
    const name = writer ? await Promise.race([people.nameOf(team, writer), late]).catch(() => null) : null
    return name ?? A_COLLEAGUE
  }
  return async (message: Saved): Promise<'accepted' | 'known' | 'empty' | 'ours'> => {
    const { owner, channel, ts, text, writer, ours } = message
    if (ours) return 'ours'
    if (text.trim() === '') return 'empty'
    const at = now()
    const id = newId()
    const saidBy = writer === owner.user ? null : await nameOf(owner.team, writer)
    const outcome = await store.acceptEvidence({
      id,
      owner,
      message: null,
      origin: { channel, ts },
      thread: null,
      parts: [
        {
          ...(await keepable(secrets, owner, text)),
          kind: 'saved',
          saidBy,
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
}

/** When a message was written: Slack's ts is seconds since 1970 with a counter behind the point. */
const instantOfTs = (ts: string): Temporal.Instant | null => {
  const seconds = Number(ts.split('.')[0])
  return Number.isSafeInteger(seconds) && seconds > 0
    ? Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
    : null
}
