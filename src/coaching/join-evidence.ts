import type { Owner } from '../domain/person.ts'
import type { Log } from './ports.ts'
import type { Store } from './store-port.ts'

type Deps = { readonly store: Pick<Store, 'joinEvidence'>; readonly log: Log }

export type JoinEvidence = ReturnType<typeof makeJoinEvidence>

/**
 * Makes one piece of two: the words of `evidenceId` stand behind those of `into`, which is read again in its own
 * thread. That job takes back our posts about the emptied one.
 */
export const makeJoinEvidence =
  ({ store, log }: Deps) =>
  async (owner: Owner, evidenceId: string, into: string): Promise<'joined' | 'gone'> => {
    const outcome = await store.joinEvidence(owner, evidenceId, into)
    log.info({ evidenceId: into, outcome }, 'evidence joined')
    return outcome
  }
