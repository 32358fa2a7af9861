import type { ServerKey } from '../coaching/ports.ts'
import type { CoachError } from '../domain/coach-error.ts'
import type { Owner } from '../domain/person.ts'
import { askerOf, hashIn } from './database/asker.ts'
import { cleanedAfter, makeCleaning } from './database/cleaning.ts'
import { openDatabase } from './database/database.ts'
import { migrate } from './database/migrate.ts'
import { makeServerKey } from './database/server-key.ts'
import type { AllMetrics } from './metrics/metrics.ts'
import { openDraftQueue } from './queue/draft-queue.ts'
import { openNudgeQueue } from './queue/nudge-queue.ts'
import { openQueue } from './queue/queue.ts'
import { keepForgetting } from './store/forget-seen.ts'
import { makeLadderFilesStore } from './store/ladder-files-store.ts'
import { makeNudgeMeStore } from './store/nudge/nudge-me-store.ts'
import { makeNudgeStore } from './store/nudge/nudge-store.ts'
import { makeDraftStore } from './store/packet/draft-store.ts'
import { makeStore } from './store/store.ts'

/** How long running jobs may continue after a signal, in milliseconds. Then they are handed back. */
const STOP_GRACE = 6_000

type Options = {
  readonly databaseUrl: string | undefined
  readonly dataDir: string
  readonly onError: (lost: CoachError) => void
  readonly onCall: (failed: CoachError | null) => void
  readonly metrics: Pick<AllMetrics, 'jobEnded'>
  /** What failed in the background, under the name of what did it. */
  readonly trouble: (action: string) => (error: unknown) => void
}

/**
 * Opens everything that stores data: database, queues and stores. `close` ends it in reverse order, so that running
 * jobs are handed back before the database closes. Throws CoachError for what an admin can fix, and then leaves nothing
 * open.
 */
export async function openKeeping({ metrics, trouble, ...where }: Options) {
  await using opened = new AsyncDisposableStack()
  const database = await openDatabase(where)
  opened.defer(() => database.close())
  await migrate(database)
  const cleaning = makeCleaning(database, trouble('clean-database'))
  opened.defer(() => cleaning.close())
  const queue = await openQueue(database, trouble('queue'), metrics.jobEnded)
  opened.defer(() => queue.stop(STOP_GRACE))
  const store = cleanedAfter(makeStore(database, queue.enqueue), cleaning)
  const forgetting = keepForgetting(database, trouble('forget-seen'))
  opened.defer(() => forgetting.stop())
  const nudgeQueue = await openNudgeQueue(queue.boss, trouble('send-nudge'), metrics.jobEnded)
  const draftQueue = await openDraftQueue(queue.boss, trouble('draft-packet'), metrics.jobEnded)
  const closing = opened.move()
  return {
    database,
    queue,
    nudgeQueue,
    draftQueue,
    store,
    nudgeStore: makeNudgeStore(database, nudgeQueue.enqueue),
    nudgeMeStore: makeNudgeMeStore(database, nudgeQueue.enqueueMe),
    ladderFiles: makeLadderFilesStore(database),
    draftStore: makeDraftStore(database, draftQueue.enqueue),
    /** The key of this name, the same for every process here. */
    keyOf: (name: string): ServerKey => makeServerKey(database, name),
    /** Replaces a person's id outside the database. */
    safetyIdOf: async (owner: Owner): Promise<string> => askerOf(await hashIn(database), owner),
    /** Starts no job while `held`. */
    hold: (held: boolean): void => {
      for (const one of [queue, nudgeQueue, draftQueue]) one.hold(held).catch(trouble('queue'))
    },
    close: () => closing.disposeAsync(),
  }
}
