import type { Thread } from '../../domain/evidence/evidence.ts'
import type { Owner } from '../../domain/person.ts'
import type { Log } from '../ports.ts'
import type { EvidenceStore } from './evidence-store.ts'
import type { PartStore } from './part-store.ts'

type Deps = {
  readonly store: Pick<PartStore, 'joinEvidence'> & Pick<EvidenceStore, 'evidence'>
  readonly log: Log
}

export type JoinEvidence = ReturnType<typeof makeJoinEvidence>

/**
 * Makes one piece of two: the words of `evidenceId` are appended to `into`, which is read again in its own thread. That
 * job removes our posts about the emptied piece. Returns that thread, or null if it is not known yet.
 */
export function makeJoinEvidence({ store, log }: Deps) {
  return async (owner: Owner, evidenceId: string, into: string): Promise<Thread | null | 'gone'> => {
    const outcome = await store.joinEvidence(owner, evidenceId, into)
    log.info({ evidenceId: into, outcome }, 'evidence joined')
    return outcome === 'gone' ? 'gone' : ((await store.evidence(owner, into))?.thread ?? null)
  }
}
