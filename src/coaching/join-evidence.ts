import type { Owner } from '../domain/person.ts'
import type { Log, Messenger } from './ports.ts'
import type { Store } from './store-port.ts'

type Deps = {
  readonly store: Pick<Store, 'posts' | 'joinEvidence'>
  readonly messenger: Pick<Messenger, 'remove'>
  readonly log: Log
}

export type JoinEvidence = ReturnType<typeof makeJoinEvidence>

/**
 * Makes one piece of two: the words of `evidenceId` stand behind those of `into`, which is read again in its own
 * thread. Our posts about the emptied one go once the words are safe in the other.
 */
export const makeJoinEvidence =
  ({ store, messenger, log }: Deps) =>
  async (owner: Owner, evidenceId: string, into: string): Promise<'joined' | 'gone'> => {
    const posts = await store.posts(owner, evidenceId)
    const outcome = await store.joinEvidence(owner, evidenceId, into)
    if (outcome === 'gone') return 'gone'
    log.info({ evidenceId: into }, 'evidence joined')
    for (const post of posts.filter(({ kind }) => kind !== 'welcome')) await messenger.remove(post)
    return 'joined'
  }
