import { type JobWithMetadata, PgBoss } from 'pg-boss'
import type { Queue, ReviewJob } from '../coaching/ports.ts'
import { CoachError } from '../domain/coach-error.ts'
import type { Database } from './database.ts'
import type { Query } from './driver.ts'

const NAME = 'review-evidence'
const GIVEN_UP = 'review-evidence-given-up'

/** Ten tries from 2 s to 5 min apart: Slack or a database that is away for half an hour costs no answer. */
const RETRIES = { retryLimit: 10, retryDelay: 2, retryBackoff: true, retryDelayMax: 300 }

/** A process that stops beating for so long is dead and its jobs go to another, in seconds. */
const HEARTBEAT = 20

/** How often dead processes are looked for, in seconds: with the heartbeat, well within two minutes. */
const SUPERVISE = 15

/** A new job wakes the workers; only a retry that falls due is found by looking, by a few of them, in seconds. */
const POLLERS = 3
const POLL = 2
const LONG_POLL = 30

export type ReviewQueue = Queue & {
  /** Enqueues inside the transaction that `query` belongs to. */
  enqueue(query: Query, job: ReviewJob): Promise<void>
}

/** What pg-boss keeps of a failure: our code, never a message that might repeat what was posted. */
const failure = (error: unknown): Error =>
  new Error(error instanceof CoachError ? `${error.code}: ${error.message}` : 'unexpected')

/** The queue on pg-boss, in the same database as everything else. `onError` hears of its own troubles. */
export const openQueue = async (
  database: Database,
  onError: (error: unknown) => void,
): Promise<ReviewQueue> => {
  const boss = new PgBoss({
    ...database.queue,
    useListenNotify: true,
    superviseIntervalSeconds: SUPERVISE,
    monitorIntervalSeconds: SUPERVISE,
    schedule: false,
  })
  boss.on('error', onError)
  await boss.start()
  const lasting = {
    deleteAfterSeconds: 24 * 60 * 60,
    notify: true,
    heartbeatSeconds: HEARTBEAT,
    expireInSeconds: 15 * 60,
  }
  await boss.createQueue(GIVEN_UP, { ...lasting, ...RETRIES })
  await boss.createQueue(NAME, { ...lasting, ...RETRIES, deadLetter: GIVEN_UP })
  // pg-boss looks a queue up once per process, outside any transaction: now, so that no enqueue has to.
  await boss.getQueue(NAME)

  // One process owns a PGlite folder: jobs still active at its start belong to a process that died.
  if (database.kind === 'pglite') {
    await database.query(`update pgboss.job set state = 'retry', start_after = now() where state = 'active'`)
  }

  const run =
    (handle: (job: ReviewJob, attempt: number) => Promise<void>) =>
    async ([job]: JobWithMetadata<ReviewJob>[]): Promise<void> => {
      if (!job) return
      try {
        await handle(job.data, job.retryCount + 1)
      } catch (error) {
        onError(error)
        throw failure(error)
      }
    }
  return {
    enqueue: async (query, job) => {
      await boss.send(NAME, job, {
        db: { executeSql: async (text, values) => ({ rows: await query(text, values) }) },
      })
    },
    work: async ({ handle, giveUp, atOnce }) => {
      const ids: string[] = []
      for (let worker = 0; worker < atOnce; worker += 1) {
        const every = worker < POLLERS ? POLL : LONG_POLL
        const options = {
          includeMetadata: true,
          pollingIntervalSeconds: every,
          notifyPollingIntervalSeconds: every,
        } as const
        const work = run(handle)
        const id = await boss.work<ReviewJob, void, typeof options>(NAME, options, (jobs) => {
          // Where there is one job there may be more: this worker looks again at once, and so does the next.
          for (const awake of [ids[worker], ids[(worker + 1) % atOnce]]) if (awake) boss.notifyWorker(awake)
          return work(jobs)
        })
        ids.push(id)
      }
      await boss.work(
        GIVEN_UP,
        { includeMetadata: true, pollingIntervalSeconds: POLL, notifyPollingIntervalSeconds: POLL },
        run(giveUp),
      )
    },
    stop: async (graceMs) => {
      await boss.stop({ graceful: true, timeout: graceMs, close: true })
    },
  }
}
