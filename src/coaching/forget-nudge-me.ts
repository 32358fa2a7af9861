import type { Owner } from '../domain/person.ts'
import type { NudgeMeMessenger, NudgeMeStore } from './nudge-me-port.ts'

type Deps = {
  readonly nudges: Pick<NudgeMeStore, 'postsMe'>
  readonly messenger: Pick<NudgeMeMessenger, 'remove' | 'unquote'>
}

export type ForgetNudgeMe = ReturnType<typeof makeForgetNudgeMe>

/**
 * What a nudge of one's own quotes goes with what it is quoted from: with one piece the quotes, and with everything
 * the messages themselves. It comes before anything is deleted: if Slack fails half-way, the record still knows.
 */
export const makeForgetNudgeMe = ({ nudges, messenger }: Deps) => ({
  piece: async (owner: Owner, evidenceId: string): Promise<void> => {
    for (const post of await nudges.postsMe(owner, evidenceId)) await messenger.unquote(post)
  },
  person: async (owner: Owner): Promise<void> => {
    for (const post of await nudges.postsMe(owner)) await messenger.remove(post)
  },
})
