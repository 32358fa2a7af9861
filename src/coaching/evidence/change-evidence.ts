import { evidenceParts } from '../../domain/evidence/evidence.ts'
import { heldAfter } from '../../domain/review/held.ts'
import type { Log, SecretRules } from '../ports.ts'
import type { ReviewStore } from '../review/review-store.ts'
import { keepable } from '../without-secrets.ts'
import type { AcceptEvidence, DirectMessage } from './accept-evidence.ts'
import type { DeleteEvidence } from './delete-evidence.ts'
import type { EvidenceStore } from './evidence-store.ts'
import type { PartStore } from './part-store.ts'
import type { PlanStore } from './plan-store.ts'

type Deps = {
  readonly store: Pick<PartStore, 'partAt' | 'editPart' | 'removePart'> &
    Pick<EvidenceStore, 'markSeen'> &
    Pick<ReviewStore, 'review'> &
    Pick<PlanStore, 'changePlan'>
  readonly secrets: SecretRules
  readonly acceptEvidence: AcceptEvidence
  readonly now: () => Temporal.Instant
  readonly deleteEvidence: DeleteEvidence
  readonly log: Log
}

export type ChangeEvidence = ReturnType<typeof makeChangeEvidence>

/** A message of the DM as it is now, or as it was before it was deleted. */
export type MessageChange = { readonly message: DirectMessage; readonly deleted: boolean }

/** How long Slack keeps trying to deliver an event, in minutes. It never delivers an older message. */
const REDELIVERED = 60

/**
 * Follows what a person does to a message in Slack. An edited message is read again with its new words. A deleted
 * message loses its words, and the piece and its review go too if nothing else is left. A message that could not be
 * stored when it was written is stored as it is now. If it was deleted, it is marked as seen, because Slack may still
 * deliver the original.
 */
export function makeChangeEvidence({ store, secrets, deleteEvidence, acceptEvidence, now, log }: Deps) {
  const unknown = async ({ message, deleted }: MessageChange): Promise<'changed' | 'nothing'> => {
    const { owner, channel, ts } = message
    if (deleted) {
      await store.markSeen(owner, { channel, ts })
      return 'nothing'
    }
    const age = now().epochMilliseconds / 60_000 - Number(ts) / 60
    if (!(age < REDELIVERED)) return 'nothing'
    return (await acceptEvidence(message)) === 'accepted' ? 'changed' : 'nothing'
  }

  return async (change: MessageChange): Promise<'changed' | 'deleted' | 'nothing'> => {
    const { message, deleted } = change
    const { owner, channel, ts, text, editedTs } = message
    const found = await store.partAt(owner, { channel, ts })
    if (found === null) {
      const words = deleted ? null : (await keepable(secrets, owner, text)).reading
      if (await store.changePlan(owner, { channel, ts }, words)) return 'changed'
      return unknown(change)
    }
    const { evidence, part } = found
    const evidenceId = evidence.id
    if (!deleted) {
      const edit = await keepable(secrets, owner, text)
      const review = await store.review(owner, evidenceId)
      const held = heldAfter(review, evidence, part.position, edit.reading)
      const words = { ...edit, held }
      const changed = await store.editPart(owner, evidenceId, part.position, words, editedTs ?? ts)
      // Its new words are taken for what they are, and are asked about if they are a plan.
      if (changed) await store.changePlan(owner, { channel, ts }, null)
      if (changed) log.info({ evidenceId }, 'evidence edited')
      return changed ? 'changed' : 'nothing'
    }
    const wholes = evidenceParts(evidence)
    if (part.kind === 'reply') {
      await store.removePart(owner, evidenceId, part.position)
      return 'changed'
    }
    // A message can have files too, and all of its parts are deleted. A piece can't consist only of answers.
    const gone = wholes.filter(({ messageTs }) => messageTs === ts)
    if (wholes.every((part) => part.messageTs === ts || part.kind === 'answer')) {
      await deleteEvidence(owner, evidenceId)
      return 'deleted'
    }
    for (const { position } of gone) await store.removePart(owner, evidenceId, position)
    log.info({ evidenceId }, 'part of evidence deleted')
    return 'changed'
  }
}
