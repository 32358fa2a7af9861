import { randomUUID } from 'node:crypto'
import type { PgBoss } from 'pg-boss'
import type { NudgeMeJob } from '../../coaching/nudge/nudge-me-port.ts'
import type { NudgeJob } from '../../coaching/nudge/nudge-port.ts'
import { CoachError } from '../../domain/coach-error.ts'
import type { Query } from '../database/driver.ts'
import { holdable } from '../database/holdable.ts'
import type { JobOutcome } from '../metrics/metrics.ts'
import { NUDGES } from '../store/nudge/forget-nudge-jobs.ts'
import type { EnqueueNudges } from '../store/nudge/nudge-due.ts'
import type { EnqueueNudgesMe } from '../store/nudge/nudge-me-due.ts'

/**
 * A queue of its own, so that no review waits behind ten thousand nudges. `exclusive`: a channel, or a person, has at
 * most one job that waits or runs. What it cannot do is not lost, but looked for again: tries are few.
 */
const QUEUE = {
  policy: 'exclusive',
  notify: true,
  retryLimit: 3,
  retryDelay: 2,
  retryBackoff: true,
  heartbeatSeconds: 20,
  expireInSeconds: 5 * 60,
  deleteAfterSeconds: 60 * 60,
} as const

/** Jobs in one statement: well within the time that a statement may take. */
const AT_A_TIME = 1_000

/** How many nudges a process looks at at once: they wait for Slack, and for its limits. */
const AT_ONCE = 4

/** How often nudges are looked for that are due within hours, in milliseconds. */
export const SWEEP_EVERY = 15_000

/** A new job wakes the workers; only a retry is found by looking, in seconds. */
const POLL = 5

export type NudgeQueue = {
  readonly enqueue: EnqueueNudges
  /** The same for nudges of one's own. */
  readonly enqueueMe: EnqueueNudgesMe
  /** Begins no nudge and looks for none while `held`. */
  hold(held: boolean): Promise<void>
  /**
   * Starts working, and sweeping every `sweepMs` milliseconds, at once for the first time. `stop` ends the sweeps and
   * waits for one that runs; the work ends with the queue that this one belongs to.
   */
  work(
    handle: (job: NudgeJob | NudgeMeJob) => Promise<void>,
    sweeps: readonly (() => Promise<void>)[],
    sweepMs: number,
  ): Promise<{ stop(): Promise<void> }>
}

/** The queue of nudges on pg-boss. `onError` hears of what fails, `onOutcome` how each try of a job ended. */
export async function openNudgeQueue(
  boss: PgBoss,
  onError: (error: unknown) => void,
  onOutcome: (kind: typeof NUDGES, outcome: JobOutcome) => void = () => {},
): Promise<NudgeQueue> {
  await boss.createQueue(NUDGES, QUEUE)
  // pg-boss looks a queue up once per process, outside any transaction: now, so that no enqueue has to.
  await boss.getQueue(NUDGES)
  const insert = async <T extends NudgeJob | NudgeMeJob>(
    query: Query,
    jobs: readonly { readonly data: T; readonly singletonKey: string }[],
  ): Promise<T[]> => {
    const db = {
      executeSql: async (text: string, values?: unknown[]) => ({ rows: await query(text, values) }),
    }
    const queued: T[] = []
    for (let from = 0; from < jobs.length; from += AT_A_TIME) {
      const named = jobs.slice(from, from + AT_A_TIME).map((job) => ({ ...job, id: randomUUID() }))
      const ids = new Set(await boss.insert(NUDGES, named, { db, returnId: true }))
      queued.push(...named.filter(({ id }) => ids.has(id)).map(({ data }) => data))
    }
    return queued
  }
  const workers = holdable(boss, NUDGES)
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
    hold: workers.hold,
    work: async (handle, sweeps, sweepMs) => {
      await workers.work(async () => {
        for (let worker = 0; worker < AT_ONCE; worker += 1)
          await boss.work<NudgeJob | NudgeMeJob>(
            NUDGES,
            { pollingIntervalSeconds: POLL, notifyPollingIntervalSeconds: POLL },
            async ([job]) => {
              // One without a team was about somebody who is deleted.
              if (!job?.data.team) return
              await handle(job.data).catch((error: unknown) => {
                onOutcome(NUDGES, 'again')
                onError(error)
                // What pg-boss keeps of a failure is our code, never a message that might repeat what was posted.
                throw new Error(error instanceof CoachError ? error.code : 'unexpected')
              })
              onOutcome(NUDGES, 'done')
            },
          )
      })
      let running: Promise<unknown> = Promise.resolve()
      let busy = false
      const once = (): void => {
        if (busy || workers.isHeld()) return
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
