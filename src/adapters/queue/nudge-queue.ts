import { randomUUID } from 'node:crypto'
import type { PgBoss } from 'pg-boss'
import type { NudgeMeJob } from '../../coaching/nudge/nudge-me-port.ts'
import type { NudgeJob } from '../../coaching/nudge/nudge-port.ts'
import type { Query } from '../database/driver.ts'
import type { JobOutcome } from '../metrics/metrics.ts'
import { NUDGES } from '../store/nudge/forget-nudge-jobs.ts'
import type { EnqueueNudges } from '../store/nudge/nudge-due.ts'
import type { EnqueueNudgesMe } from '../store/nudge/nudge-me-due.ts'
import { inTransaction, openSideQueue } from './side-queue.ts'

/** How many jobs one statement inserts, well within its time limit. */
const AT_A_TIME = 1_000

/** How many nudges a process handles at once. They mostly wait for Slack and its limits. */
const AT_ONCE = 4

/** How often to look for nudges that are due within hours, in milliseconds. */
export const SWEEP_EVERY = 15_000

export type NudgeQueue = {
  readonly enqueue: EnqueueNudges
  /** The same for people's own nudges. */
  readonly enqueueMe: EnqueueNudgesMe
  /** Starts no nudges and does not sweep while `held`. */
  hold(held: boolean): Promise<void>
  /**
   * Starts working, and sweeps right away and then every `sweepMs` milliseconds. `stop` ends the sweeps and waits for a
   * running one. The work ends with the queue that this one belongs to.
   */
  work(
    handle: (job: NudgeJob | NudgeMeJob) => Promise<void>,
    sweeps: readonly (() => Promise<void>)[],
    sweepMs: number,
  ): Promise<{ stop(): Promise<void> }>
}

/** The queue of nudges on pg-boss. `onError` gets every failure, and `onOutcome` the result of each try. */
export async function openNudgeQueue(
  boss: PgBoss,
  onError: (error: unknown) => void,
  onOutcome: (kind: typeof NUDGES, outcome: JobOutcome) => void = () => {},
): Promise<NudgeQueue> {
  // Separate, so that no review waits for ten thousand nudges. One that fails is not lost: the next sweep finds it.
  const side = await openSideQueue<typeof NUDGES, NudgeJob | NudgeMeJob>(boss, {
    ...{ name: NUDGES, atOnce: AT_ONCE, expireInSeconds: 5 * 60, onError, onOutcome },
  })
  const insert = async <T extends NudgeJob | NudgeMeJob>(
    query: Query,
    jobs: readonly { readonly data: T; readonly singletonKey: string }[],
  ): Promise<T[]> => {
    const db = inTransaction(query)
    const queued: T[] = []
    for (let from = 0; from < jobs.length; from += AT_A_TIME) {
      const named = jobs.slice(from, from + AT_A_TIME).map((job) => ({ ...job, id: randomUUID() }))
      const ids = new Set(await boss.insert(NUDGES, named, { db, returnId: true }))
      queued.push(...named.filter(({ id }) => ids.has(id)).map(({ data }) => data))
    }
    return queued
  }
  return {
    enqueue: (query, jobs) =>
      insert(
        query,
        jobs.map(({ team, channel }) => ({ data: { team, channel }, singletonKey: `${team} ${channel}` })),
      ),
    enqueueMe: (query, jobs) =>
      insert(
        query,
        jobs.map(({ team, user }) => ({ data: { team, user }, singletonKey: `me ${team} ${user}` })),
      ),
    hold: side.hold,
    work: async (handle, sweeps, sweepMs) => {
      // A job without a team was about somebody whose data was deleted.
      await side.work(async (job) => {
        if (job.team) await handle(job)
      })
      let running: Promise<unknown> = Promise.resolve()
      let busy = false
      const once = (): void => {
        if (busy || side.isHeld()) return
        busy = true
        running = Promise.all(sweeps.map((sweep) => sweep().catch(onError))).finally(() => {
          busy = false
        })
      }
      once()
      const timer = setInterval(once, sweepMs)
      return {
        stop: async () => {
          clearInterval(timer)
          await running
        },
      }
    },
  }
}
