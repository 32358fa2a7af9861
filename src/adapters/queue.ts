import { type JobWithMetadata, PgBoss } from 'pg-boss'
import type { Job, Queue } from '../coaching/ports.ts'
import { CoachError } from '../domain/coach-error.ts'
import type { JobName } from '../domain/job.ts'
import { type Database, databaseTrouble } from './database.ts'
import type { Enqueue } from './evidence-writes.ts'
import type { JobOutcome } from './metrics.ts'

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

/** One person's jobs take at most this share of the workers: fifty messages of one do not delay another's one. */
const SHARE = 4

export type JobQueue = Queue & {
  /** Enqueues inside the transaction that `query` belongs to. */
  readonly enqueue: Enqueue
  /** For queues of other work; they end with this one. */
  readonly boss: PgBoss
}

/**
 * One queue for all work on pieces, so that two jobs of a piece never post at once. A queue keeps the policy that
 * it was made with: another policy needs another name.
 */
const QUEUE = 'piece'
const GIVEN_UP = 'piece-given-up'
/** The queue of versions before, which ran jobs of a piece side by side. */
const BEFORE = ['review-evidence', 'review-evidence-given-up']

/** What pg-boss keeps of a job. */
type Kept = Job & { readonly kind: JobName }

/** What pg-boss keeps of a failure: our code, never a message that might repeat what was posted. */
const failure = (error: unknown): Error =>
  new Error(error instanceof CoachError ? `${error.code}: ${error.message}` : 'unexpected')

const personOf = ({ owner }: Job): string => `${owner.team} ${owner.user}`

/** The jobs of a queue that are not done. */
const openJobs = (database: Database, name: string): Promise<{ data: Job }[]> =>
  database.query<{ data: Job }>(
    `select data from pgboss.job where name = $1 and state in ('created', 'retry', 'active')`,
    [name],
  )

/**
 * The queue on pg-boss, in the same database as everything else. `onError` hears of its own troubles, `onOutcome` how
 * each try of a job ended.
 */
export const openQueue = async (
  database: Database,
  onError: (error: unknown) => void,
  onOutcome: (kind: JobName, outcome: JobOutcome) => void = () => {},
): Promise<JobQueue> => {
  const boss = new PgBoss({
    ...database.queue,
    useListenNotify: true,
    superviseIntervalSeconds: SUPERVISE,
    monitorIntervalSeconds: SUPERVISE,
    schedule: false,
  })
  boss.on('error', (error) => onError(databaseTrouble(error)))
  await boss.start()
  const lasting = {
    deleteAfterSeconds: 24 * 60 * 60,
    notify: true,
    heartbeatSeconds: HEARTBEAT,
    expireInSeconds: 15 * 60,
  }
  await boss.createQueue(GIVEN_UP, { ...lasting, ...RETRIES })
  await boss.createQueue(QUEUE, { ...lasting, ...RETRIES, policy: 'singleton', deadLetter: GIVEN_UP })
  // pg-boss looks a queue up once per process, outside any transaction: now, so that no enqueue has to.
  await boss.getQueue(QUEUE)

  // One process owns a PGlite folder: jobs still active at its start belong to a process that died.
  if (database.kind === 'pglite') {
    await database.query(`update pgboss.job set state = 'retry', start_after = now() where state = 'active'`)
  }

  const run =
    (handle: (job: Kept, attempt: number) => Promise<void>, end: JobOutcome) =>
    async ([job]: JobWithMetadata<Kept>[]): Promise<void> => {
      if (!job) return
      try {
        await handle(job.data, job.retryCount + 1)
        onOutcome(job.data.kind, end)
      } catch (error) {
        onOutcome(job.data.kind, 'again')
        onError(error)
        throw failure(error)
      }
    }
  const enqueue: Enqueue = async (query, kind, job) => {
    const kept: Kept = { ...job, kind }
    await boss.send(QUEUE, kept, {
      db: { executeSql: async (text, values) => ({ rows: await query(text, values) }) },
      singletonKey: job.evidenceId,
      group: { id: personOf(job) },
    })
  }
  for (const name of BEFORE) {
    if (!(await boss.getQueue(name))) continue
    for (const { data } of await openJobs(database, name))
      await database.tx((query) => enqueue(query, 'review-evidence', data))
    await boss.deleteQueue(name)
  }
  return {
    enqueue,
    boss,
    work: async (handlers, atOnce) => {
      const ids: string[] = []
      const work = run((job, attempt) => handlers[job.kind].handle(job, attempt), 'done')
      for (let worker = 0; worker < atOnce; worker += 1) {
        const every = worker < POLLERS ? POLL : LONG_POLL
        const options = {
          includeMetadata: true,
          pollingIntervalSeconds: every,
          notifyPollingIntervalSeconds: every,
          groupConcurrency: Math.max(1, Math.floor(atOnce / SHARE)),
        } as const
        const id = await boss.work<Kept, void, typeof options>(QUEUE, options, (jobs) => {
          // Where there is one job there may be more: this worker looks again as soon as it is done, when one
          // that waited for this piece or person may start, and the next one looks at once.
          for (const awake of [ids[worker], ids[(worker + 1) % atOnce]]) if (awake) boss.notifyWorker(awake)
          return work(jobs)
        })
        ids.push(id)
      }
      await boss.work(
        GIVEN_UP,
        { includeMetadata: true, pollingIntervalSeconds: POLL, notifyPollingIntervalSeconds: POLL },
        run((job) => handlers[job.kind].giveUp(job), 'given-up'),
      )
    },
    stop: async (graceMs) => {
      await boss.stop({ graceful: true, timeout: graceMs, close: true })
    },
  }
}
