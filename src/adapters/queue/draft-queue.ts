import type { PgBoss } from 'pg-boss'
import type { DraftJob } from '../../coaching/packet/draft-store.ts'
import type { JobOutcome } from '../metrics/metrics.ts'
import type { EnqueueDraft } from '../store/packet/draft-store.ts'
import { inTransaction, openSideQueue } from './side-queue.ts'

const DRAFTS = 'draft-packet'

export type DraftQueue = {
  readonly enqueue: EnqueueDraft
  /** Starts no drafts while `held`. */
  hold(held: boolean): Promise<void>
  work(handle: (job: DraftJob) => Promise<void>): Promise<void>
}

/** The queue of drafts on pg-boss. `onError` gets every failure, and `onOutcome` the result of each try. */
export async function openDraftQueue(
  boss: PgBoss,
  onError: (error: unknown) => void,
  onOutcome: (kind: typeof DRAFTS, outcome: JobOutcome) => void = () => {},
): Promise<DraftQueue> {
  // Drafts mostly wait for the model. One may take a few minutes.
  const { hold, work } = await openSideQueue<typeof DRAFTS, DraftJob>(boss, {
    ...{ name: DRAFTS, atOnce: 2, expireInSeconds: 10 * 60, onError, onOutcome },
  })
  return {
    enqueue: async (query, job) => {
      await boss.send(DRAFTS, job, { db: inTransaction(query), singletonKey: job.draft })
    },
    hold,
    work,
  }
}
