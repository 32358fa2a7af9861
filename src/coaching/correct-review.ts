import type { Owner } from '../domain/person.ts'
import type { Messenger, Store } from './ports.ts'

type Deps = {
  readonly store: Pick<Store, 'evidence' | 'saveCorrection' | 'savePost'>
  readonly messenger: Pick<Messenger, 'post'>
  readonly now: () => Temporal.Instant
}

export type CorrectReview = ReturnType<typeof makeCorrectReview>

/** Keeps what a person says is wrong with a review, and tells them so in its thread. It never argues. */
export const makeCorrectReview =
  ({ store, messenger, now }: Deps) =>
  async (owner: Owner, evidenceId: string, text: string): Promise<'kept' | 'gone'> => {
    const evidence = await store.evidence(owner, evidenceId)
    if (evidence === null || !(await store.saveCorrection(owner, evidenceId, text, now()))) return 'gone'
    const place = { owner, channel: evidence.channel, threadTs: evidence.threadTs }
    const post = await messenger.post(place, { kind: 'correction-kept' }, { evidenceId, lookFirst: false })
    await store.savePost(owner, evidenceId, post)
    return 'kept'
  }
