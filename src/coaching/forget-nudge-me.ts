import type { Owner } from '../domain/person.ts'
import type { NudgeMeMessenger, NudgeMeStore } from './nudge-me-port.ts'
import type { Store } from './store-port.ts'

type Deps = {
  readonly store: Pick<Store, 'dmOf'>
  readonly nudges: Pick<NudgeMeStore, 'postsMe' | 'nudgeMe'>
  readonly messenger: Pick<NudgeMeMessenger, 'find' | 'remove' | 'unquote'>
}

export type ForgetNudgeMe = ReturnType<typeof makeForgetNudgeMe>

/**
 * What a nudge of one's own quotes goes with what it is quoted from: with one piece the quotes, and with everything
 * the messages themselves. It comes before anything is deleted: if Slack fails half-way, the record still knows.
 */
export const makeForgetNudgeMe = ({ store, nudges, messenger }: Deps) => ({
  piece: async (owner: Owner, evidenceId: string): Promise<void> => {
    for (const post of await nudges.postsMe(owner, evidenceId)) await messenger.unquote(post)
  },
  person: async (owner: Owner): Promise<void> => {
    const dm = await store.dmOf(owner)
    const kept = await nudges.nudgeMe(owner)
    // What may stand without our knowing is looked for once more: their DM may be known by now.
    for (const { day, at, state } of kept?.posts ?? []) {
      if (dm === null || state === 'posted') continue
      const end = await messenger.find(dm, day, at)
      if (end.kind === 'found') await messenger.remove(end.post)
    }
    for (const post of await nudges.postsMe(owner)) await messenger.remove(post)
  },
})
