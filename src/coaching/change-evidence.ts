import { wordsIn } from '../domain/evidence.ts'
import type { Owner } from '../domain/person.ts'
import { keepable } from './accept-evidence.ts'
import type { DeleteEvidence } from './delete-evidence.ts'
import type { Log, SecretRules } from './ports.ts'
import type { Store } from './store-port.ts'

type Deps = {
  readonly store: Pick<Store, 'partAt' | 'editPart' | 'removePart'>
  readonly secrets: SecretRules
  readonly deleteEvidence: DeleteEvidence
  readonly log: Log
}

export type ChangeEvidence = ReturnType<typeof makeChangeEvidence>

/** A message of the DM that was edited, or, with `text` null, deleted. */
export type Change = {
  readonly owner: Owner
  readonly channel: string
  readonly ts: string
  readonly text: string | null
}

/**
 * Follows what a person does to a message in Slack. An edited one is read again with its new words; with a
 * deleted one go its words, and the piece and its review where nothing else is left. Messages that are no
 * evidence change nothing.
 */
export const makeChangeEvidence =
  ({ store, secrets, deleteEvidence, log }: Deps) =>
  async ({ owner, channel, ts, text }: Change): Promise<'changed' | 'deleted' | 'nothing'> => {
    const found = await store.partAt(owner, { channel, ts })
    if (found === null) return 'nothing'
    const { evidence, part } = found
    const evidenceId = evidence.id
    if (text !== null) {
      const changed = await store.editPart(owner, evidenceId, part.position, await keepable(secrets, text))
      if (changed) log.info({ evidenceId }, 'evidence edited')
      return changed ? 'changed' : 'nothing'
    }
    const wholes = wordsIn(evidence)
    if (part.kind === 'reply') {
      await store.removePart(owner, evidenceId, part.position)
      return 'changed'
    }
    // A message can hold files as well: each of its parts goes. Its answers alone are no piece.
    const gone = wholes.filter(({ messageTs }) => messageTs === ts)
    if (wholes.every((part) => part.messageTs === ts || part.kind === 'answer')) {
      await deleteEvidence(owner, evidenceId)
      return 'deleted'
    }
    for (const { position } of gone) await store.removePart(owner, evidenceId, position)
    log.info({ evidenceId }, 'part of evidence deleted')
    return 'changed'
  }
