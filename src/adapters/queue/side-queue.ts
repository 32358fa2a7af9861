import type { PgBoss } from 'pg-boss'
import { CoachError } from '../../domain/coach-error.ts'
import type { Query } from '../database/driver.ts'
import { holdable } from '../database/holdable.ts'
import type { JobOutcome } from '../metrics/metrics.ts'

/** How often to poll, in seconds. A new job wakes the workers, so polling only finds retries. */
const POLL = 5

/** Runs pg-boss's statements inside the transaction that `query` belongs to. */
export function inTransaction(query: Query) {
  return {
    executeSql: async (text: string, values?: unknown[]) => ({ rows: await query(text, values) }),
  }
}

type SideQueue<Name extends string> = {
  readonly name: Name
  /** How many jobs a process handles at once. */
  readonly atOnce: number
  /** How long one may take, in seconds. */
  readonly expireInSeconds: number
  /** Gets every failure, and the result of each try. */
  readonly onError: (error: unknown) => void
  readonly onOutcome: (kind: Name, outcome: JobOutcome) => void
}

/**
 * A queue for what belongs to no piece of evidence. `exclusive`: at most one job with the same key waits or runs. A job
 * gets few tries.
 */
export async function openSideQueue<Name extends string, Job extends object>(
  boss: PgBoss,
  { name, atOnce, expireInSeconds, onError, onOutcome }: SideQueue<Name>,
) {
  await boss.createQueue(name, {
    policy: 'exclusive',
    notify: true,
    retryLimit: 3,
    retryDelay: 2,
    retryBackoff: true,
    heartbeatSeconds: 20,
    expireInSeconds,
    deleteAfterSeconds: 60 * 60,
  })
  // pg-boss looks a queue up once per process, outside any transaction. It does so now, so that no enqueue has to.
  await boss.getQueue(name)
  const workers = holdable(boss, name)
  const options = { pollingIntervalSeconds: POLL, notifyPollingIntervalSeconds: POLL }
  return {
    hold: workers.hold,
    isHeld: workers.isHeld,
    work: (handle: (job: Job) => Promise<void>): Promise<void> =>
      workers.work(async () => {
        for (let worker = 0; worker < atOnce; worker += 1)
          await boss.work<Job>(name, options, async ([job]) => {
            if (!job) return
            await handle(job.data).catch((error: unknown) => {
              onOutcome(name, 'again')
              onError(error)
              // pg-boss stores our code, and never a message that might repeat what was posted.
              throw new Error(error instanceof CoachError ? error.code : 'unexpected')
            })
            onOutcome(name, 'done')
          })
      }),
  }
}
