import { CoachError } from '../../domain/coach-error.ts'
import type { Thread } from '../../domain/evidence/evidence.ts'
import type { Owner } from '../../domain/person.ts'
import type { Log, SecretRules } from '../ports.ts'
import { keepable } from '../without-secrets.ts'
import type { EvidenceStore } from './evidence-store.ts'
import type { PartStore } from './part-store.ts'

type Deps = {
  readonly store: Pick<EvidenceStore, 'evidence'> & Pick<PartStore, 'acceptReply'>
  readonly secrets: SecretRules
  readonly now: () => Temporal.Instant
  readonly log: Log
}

export type SaveFact = ReturnType<typeof makeSaveFact>

/**
 * Saves a part of a message that was otherwise talk, in the piece whose thread it was said in. `post` is the post that
 * offered it, so that two clicks save it once. `gone`: there is no such piece.
 */
export function makeSaveFact({ store, secrets, now, log }: Deps) {
  return async (
    owner: Owner,
    { evidenceId, fact, post }: { readonly evidenceId: string; readonly fact: string; readonly post: Thread },
  ): Promise<'saved' | 'gone'> => {
    const evidence = await store.evidence(owner, evidenceId)
    if (!evidence?.thread) return 'gone'
    // The rest of the message is about to be forgotten. A new part now would keep it.
    if (evidence.state === 'queued') throw new CoachError('not-yet', 'The message is still being answered')
    const words = await keepable(secrets, owner, fact, 'plain')
    const part = {
      ...words,
      kind: 'answer',
      saidBy: null,
      messageTs: null,
      file: null,
      writtenAt: now(),
    } as const
    const outcome = await store.acceptReply(owner, evidence.thread, post, [part], { piece: evidenceId })
    log.info({ evidenceId, outcome }, 'fact saved')
    return outcome === 'no-piece' ? 'gone' : 'saved'
  }
}
