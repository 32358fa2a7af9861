import { type JobWithMetadata, PgBoss } from 'pg-boss'
import type { Job, JobHandler, JobTried, Queue } from '../../coaching/ports.ts'
import { CoachError } from '../../domain/coach-error.ts'
import type { JobName } from '../../domain/job.ts'
import { hashIn, personHash } from '../database/asker.ts'
import { type Database, databaseTrouble } from '../database/database.ts'
import type { Query } from '../database/driver.ts'
import { holdable } from '../database/holdable.ts'
import type { JobOutcome } from '../metrics/metrics.ts'
import type { Enqueue } from '../store/evidence-writes.ts'
import { forgetTries, lookUpJob } from '../store/job-failures.ts'
import { LINE_INDEX, PIECES, placeSql } from '../store/place-in-line.ts'
import { takeOver } from './queue-before.ts'
import { inTransaction } from './side-queue.ts'

/**
 * What pg-boss does with a job whose process crashed. Nothing is lost, but the job waits up to half a minute between
 * crashes, so that a piece that crashes its process does not hold up the others. We count failed tries ourselves, and
 * pg-boss never ends a job.
 */
const DEATHS = { retryLimit: 2_147_483_647, retryDelay: 1, retryBackoff: true, retryDelayMax: 30 } as const

/** pg-boss drops jobs that have waited this long, in seconds. This is far longer than any outage. */
const KEPT = 10 * 365 * 24 * 60 * 60

/** A process without a heartbeat for this many seconds is dead, and its jobs go to another. */
const HEARTBEAT = 20

/** How often to look for dead processes, in seconds. With the heartbeat, it takes well under two minutes. */
const SUPERVISE = 15

/**
 * How many workers poll often, and how often those and the others poll, in seconds. A new job wakes a worker, so
 * polling only finds retries.
 */
const POLLERS = 3
const POLL = 2
const LONG_POLL = 30

/**
 * One person's jobs take at most this share of the workers, so that fifty messages from one person do not delay
 * another's.
 */
const SHARE = 4

export type JobQueue = Queue & {
  /** Enqueues within the transaction that `query` belongs to. */
  readonly enqueue: Enqueue
  /** For other queues, which end with this one. */
  readonly boss: PgBoss
}

/** What pg-boss stores about a job: only our own ids, which lead to nobody once the piece is deleted. */
type QueuedJob = Omit<Job, 'owner'> & { readonly kind: JobName }

/**
 * What pg-boss stores about a failure: the code and message of a CoachError, which we wrote. Any other message might
 * repeat what was posted, so it becomes `unexpected`.
 */
const failure = (error: unknown): Error =>
  new Error(error instanceof CoachError ? `${error.code}: ${error.message}` : 'unexpected')

/**
 * Hands back the jobs of a process that crashed on a PGlite folder: as pg-boss does, but right away the first times.
 */
const HAND_BACK = `update pgboss.job set state = 'retry',
  start_after = now() + least(30, greatest(0, retry_count - 2)) * interval '1 second' where state = 'active'`

/**
 * Lets a new job wake one worker. pg-boss wakes all of them, and with twenty, nineteen would look for a job in vain,
 * which takes more time than the rest of a short job. A worker that finds a job wakes the next one.
 */
const notifyOne = (db: ReturnType<PgBoss['getDb']>, wake: () => void): void => {
  const listen = db.listen?.bind(db)
  if (!listen) return
  const one: typeof listen = (channel, notified, reconnected) =>
    listen(channel, (queue) => (queue === PIECES ? wake() : notified(queue)), reconnected)
  db.listen = one
}

/** Writes jobs to the one queue for all work on pieces, so that two jobs of a piece never post at once. */
const writesJobs = (boss: PgBoss) => {
  const placeOf = async (query: Query, group: string): Promise<number> =>
    (await query<{ place: number }>(`select ${placeSql('$1')} as place`, [group]))[0]!.place
  return async (query: Query, kept: QueuedJob, group: string, place?: number, seconds = 0): Promise<void> => {
    await boss.send(PIECES, kept, {
      db: inTransaction(query),
      singletonKey: kept.evidenceId,
      group: { id: group },
      priority: -(place ?? (await placeOf(query, group))),
      startAfter: seconds,
    })
  }
}

/**
 * The queue on pg-boss, in the same database as everything else. `onError` gets its failures and those of jobs, and
 * `onOutcome` the result of each try.
 */
export async function openQueue(
  database: Database,
  onError: (error: unknown) => void,
  onOutcome: (kind: JobName, outcome: JobOutcome) => void = () => {},
): Promise<JobQueue> {
  const hash = await hashIn(database)
  const boss = new PgBoss({
    ...database.queue,
    useListenNotify: true,
    superviseIntervalSeconds: SUPERVISE,
    monitorIntervalSeconds: SUPERVISE,
    schedule: false,
  })
  boss.on('error', (error) => onError(databaseTrouble(error)))
  /** Wakes one worker that has no job, if there are workers. */
  let wake = (): void => {}
  notifyOne(boss.getDb(), () => wake())
  await boss.start()
  await database.script(LINE_INDEX)
  await boss.createQueue(PIECES, {
    policy: 'singleton',
    ...DEATHS,
    deleteAfterSeconds: 24 * 60 * 60,
    retentionSeconds: KEPT,
    notify: true,
    heartbeatSeconds: HEARTBEAT,
    expireInSeconds: 15 * 60,
  })
  // An existing queue keeps its original settings.
  await boss.updateQueue(PIECES, { ...DEATHS, deadLetter: null, retentionSeconds: KEPT })
  // pg-boss looks a queue up once per process, outside any transaction. It does so now, so that no enqueue has to.
  await boss.getQueue(PIECES)

  // Only one process owns a PGlite folder, so jobs that are active when it starts belong to a process that crashed.
  if (database.kind === 'pglite') await database.query(HAND_BACK)

  const write = writesJobs(boss)
  const enqueue: Enqueue = (query, kind, { owner, ...job }, place) =>
    write(query, { ...job, kind }, personHash(hash, owner), place)
  await takeOver({ database, boss, hash, enqueue, keptSeconds: KEPT, ...DEATHS })

  const tried = async (
    { data, retryCount, signal }: JobWithMetadata<QueuedJob>,
    handlers: Readonly<Record<JobName, JobHandler>>,
    failed: JobTried,
  ): Promise<void> => {
    const found = await lookUpJob(database, data)
    if (found === null) return
    const { kind, ...ids } = data
    const job = { ...ids, owner: found.owner }
    try {
      await handlers[kind](job, retryCount + found.failed + 1)
      onOutcome(kind, 'done')
    } catch (error) {
      onError(error)
      // The job was stopped or ran out of time, and was handed back already. This is not an error.
      if (signal.aborted) throw error
      const next = await failed(kind, job, error)
      if (next.kind !== 'let-go') onOutcome(kind, next.kind)
      // A separate job, so that one of the two brings the answer even if the process crashes now.
      if (next.kind === 'again')
        return write(database.query, data, personHash(hash, found.owner), undefined, next.seconds)
    }
    if (found.failed > 0) await forgetTries(database, data)
  }

  const startWorkers = async (handle: (job: JobWithMetadata<QueuedJob>) => Promise<void>, atOnce: number) => {
    const ids: string[] = []
    const busy = new Set<number>()
    const wakeIdle = (): void => {
      const idle = ids.find((_, worker) => !busy.has(worker))
      if (idle) boss.notifyWorker(idle)
    }
    wake = wakeIdle
    for (let worker = 0; worker < atOnce; worker += 1) {
      const every = worker < POLLERS ? POLL : LONG_POLL
      const options = {
        includeMetadata: true,
        pollingIntervalSeconds: every,
        notifyPollingIntervalSeconds: every,
        groupConcurrency: Math.max(1, Math.floor(atOnce / SHARE)),
      } as const
      const id = await boss.work<QueuedJob, void, typeof options>(PIECES, options, async ([job]) => {
        if (!job) return
        busy.add(worker)
        // There may be more jobs. This worker polls again as soon as it is done, because a job that waited for this
        // piece or person may start then. The next idle worker polls right away.
        const own = ids[worker]
        if (own) boss.notifyWorker(own)
        wakeIdle()
        await handle(job)
          .catch((error: unknown) => {
            throw failure(error)
          })
          .finally(() => busy.delete(worker))
      })
      ids.push(id)
    }
  }
  const workers = holdable(boss, PIECES)

  return {
    enqueue,
    boss,
    work: (handlers, failed, atOnce) =>
      workers.work(() => startWorkers((job) => tried(job, handlers, failed), atOnce)),
    hold: workers.hold,
    stop: async (graceMs) => {
      await boss.stop({ graceful: true, timeout: graceMs, close: true })
    },
  }
}
