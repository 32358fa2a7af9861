import { webApi } from '@slack/bolt'
import { PgBoss, TestClock } from 'pg-boss'
import { type Database, openDatabase } from '../../src/adapters/database/database.ts'
import { migrate } from '../../src/adapters/database/migrate.ts'
import { openNudgeQueue } from '../../src/adapters/queue/nudge-queue.ts'
import { NUDGES } from '../../src/adapters/store/nudge/forget-nudge-jobs.ts'
import { makeNudgeStore } from '../../src/adapters/store/nudge/nudge-store.ts'
import { makeChooseNudge } from '../../src/coaching/nudge/choose-nudge.ts'
import type { NudgeJob, NudgeScheduler, NudgeStore } from '../../src/coaching/nudge/nudge-port.ts'
import { makeSendNudge } from '../../src/coaching/nudge/send-nudge.ts'
import { makeSweepNudges } from '../../src/coaching/nudge/sweep-nudges.ts'
import { CoachError } from '../../src/domain/coach-error.ts'
import type { Ladder } from '../../src/domain/ladder/ladder.ts'
import type { NudgeChange } from '../../src/domain/nudge/change-nudge.ts'
import { LEAD } from '../../src/domain/nudge/decide-nudge.ts'
import type { NudgeQuestions } from '../../src/domain/nudge/nudge.ts'
import { makeNudgeMessenger } from '../../src/slack/web-api/nudge-messenger.ts'
import { nudgeViews } from '../../src/slack/web-api/nudge-views.ts'
import { smallLadder } from '../domain/ladder-fixture.ts'
import { asking } from '../domain/nudge-fixture.ts'
import { BOT_TOKEN } from './local-slack.ts'
import type { Random } from './nudge-script.ts'
import { makeSlackScheduler } from './slack-scheduler.ts'

/**
 * The questions of this world's ladder owner: of two competencies, one of them for sentences that an edit of the ladder
 * changes, templates for the third, and other forms.
 */
export const QUESTIONS: NudgeQuestions = {
  own: {
    sre: [
      {
        competency: 'Mastery',
        questions: [
          asking(
            'Which alert did you make quieter?',
            ['L2: Participates in on call shifts.', 'L3: Full participant in on-call shifts.'],
            'The disk alert. It comes once a day now.',
          ),
          asking('What did you plan?', [
            'Performs low-risk maintenance.',
            'Plans and performs maintenance independently.',
          ]),
        ],
      },
      { competency: 'Scope', questions: [asking('What did you decide alone?')] },
    ],
  },
  templates: [
    asking('Which moment of this week would you keep under {competency}?', [], 'I asked on Tuesday.'),
  ],
  forms: {
    win: [asking('What are you glad is done?', [], 'The old accounts.')],
    quarter: [asking('What is new?')],
  },
}

/** How many jobs a process has under way at once. */
const BATCH = 10

/** How often somebody makes a change that fails, because a busy machine has real timeouts. */
const CHANGE_TRIES = 5

class Killed extends Error {}

type Chances = {
  /** That a process dies before, or after, one call to Slack or the database. */
  readonly kill: number
  /** That one call to Slack goes wrong. */
  readonly slack: number
  /** That the database's answer to one statement is lost, before or after it was carried out. */
  readonly database: number
}

/**
 * Several processes of the bot, as far as nudges go, under a clock that the test drives: the real store, statements,
 * queue and use case on a real database, the real WebClient with its answers from a Slack in this process. What is
 * not as in life: no timer runs. The test does what the timers of pg-boss's workers and of the sweep would do (fetch,
 * complete, fail, supervise), through the same calls, when something is due by its clock.
 */
export async function openNudgeWorld(options: {
  readonly env: { readonly DATABASE_URL?: string; readonly DATA_DIR: string }
  readonly processes: number
  readonly start: number
  readonly random: Random
  readonly chances: Chances
}) {
  const { random, chances } = options
  let time = options.start
  const clock = new TestClock(options.start)
  const slack = makeSlackScheduler(() => time)
  let ladder: Ladder = smallLadder
  const ladders = { shelf: () => ({ all: [ladder], standard: ladder }) }
  const choose = makeChooseNudge({ ladders, questions: async () => QUESTIONS })
  /** What was counted of the nudges. */
  const outcomes: string[] = []
  const problems: unknown[] = []
  const counts = { kills: 0, jobs: 0, sweeps: 0, faults: 0 }
  /** Something went wrong or was left for later, and is to be tried again. */
  let troubled = false
  /** A process died with jobs under way. */
  let missing = false

  /** What was done about each channel, and when: says why a post came late. */
  const notes = new Map<string, string[]>()
  const note = (channel: string, what: string): void => {
    notes.set(channel, [...(notes.get(channel) ?? []), `${new Date(time).toISOString()} ${what}`])
  }

  /** What happens in a channel while Slack is just taking a post for it. */
  const meanwhile = new Map<string, () => Promise<unknown>>()
  const fetch: webApi.FetchFunction = async (url, init) => {
    const channel = new URLSearchParams(String(init?.body ?? '')).get('channel') ?? ''
    const happens = String(url).endsWith('/chat.scheduleMessage') ? meanwhile.get(channel) : undefined
    if (happens) {
      meanwhile.delete(channel)
      troubled = true
      await happens()
    }
    const response = await slack.fetch(url, init)
    note(channel, `${String(url).split('/').at(-1)} ${response.status}`)
    return response
  }
  const client = new webApi.WebClient(BOT_TOKEN, {
    fetch,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: webApi.LogLevel.ERROR,
  })
  const scheduler = makeNudgeMessenger(client, {
    post: nudgeViews(ladders, { weeks: async () => [] }, () => Temporal.Instant.fromEpochMilliseconds(time))
      .post,
    notice: (notice, { channel }) => ({ text: `${notice.kind} ${channel}`, blocks: [] }),
  })

  type Process = { dead: boolean; readonly offset: number }
  /** One step of a process to the outside: it may die right before or right after it. */
  const step = async <T>(process: Process, call: () => Promise<T>, away = 0): Promise<T> => {
    const die = (): void => {
      if (!process.dead && random() < chances.kill) {
        process.dead = true
        troubled = true
        missing = true
        counts.kills += 1
      }
      if (process.dead) throw new Killed()
    }
    die()
    const lost = (): void => {
      if (random() >= away / 2) return
      troubled = true
      throw new CoachError('store-unavailable', 'The answer is lost')
    }
    lost()
    const result = await call()
    lost()
    die()
    return result
  }
  /** The same port, with every call a step of this process. */
  const stepping = <T extends object>(port: T, process: Process, away = 0): T =>
    new Proxy(port, {
      get: (target, name) => {
        const method = Reflect.get(target, name) as (...values: unknown[]) => Promise<unknown>
        return (...values: unknown[]) => step(process, () => method(...values), away)
      },
    })

  // Processes die here, not machines: nothing is lost by not waiting for the disk.
  const url = options.env.DATABASE_URL ? new URL(options.env.DATABASE_URL) : undefined
  url?.searchParams.set('options', '-c synchronous_commit=off')
  const databases: Database[] = []
  const openProcess = async () => {
    const database = await openDatabase({
      databaseUrl: url?.toString(),
      dataDir: options.env.DATA_DIR,
      onError: (error) => problems.push(error),
    })
    databases.push(database)
    if (database.kind === 'pglite') await database.query('set synchronous_commit = off')
    await migrate(database)
    const boss = new PgBoss({ ...database.queue, clock, supervise: false, schedule: false })
    boss.on('error', (error) => problems.push(error))
    await boss.start()
    const queue = await openNudgeQueue(boss, (error) => problems.push(error))
    const store = makeNudgeStore(database, queue.enqueue)
    /** This process from its start on; once killed, another one takes its place. */
    const live = (offset: number) => {
      const process: Process = { dead: false, offset }
      const now = (): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(time + offset)
      const log = { info: () => {}, warn: () => {}, error: () => {} }
      const own: NudgeStore = stepping(store, process, chances.database)
      const ports = {
        store: own,
        scheduler: stepping<NudgeScheduler>(scheduler, process),
        ladders,
        metrics: { nudged: (to: string, outcome: string) => void outcomes.push(`${to} ${outcome}`) },
        now,
        log,
      }
      return {
        process,
        send: makeSendNudge({ ...ports, choose }),
        sweep: makeSweepNudges(ports),
      }
    }
    return { database, boss, store, live: live(0), restart: live }
  }
  const processes: Awaited<ReturnType<typeof openProcess>>[] = []
  for (let nth = 0; nth < options.processes; nth += 1) processes.push(await openProcess())
  slack.failing(() => {
    if (random() >= chances.slack) return null
    troubled = true
    counts.faults += 1
    return (['429', '500 before', '500 after', 'lost before', 'lost after'] as const)[
      Math.floor(random() * 5)
    ]!
  })

  type Running = (typeof processes)[number]
  const revive = async (one: Running, offset: number): Promise<void> => {
    if (one.live.process.dead && one.database.kind === 'pglite')
      // As at every start on PGlite: see queue.ts.
      await one.database.query(
        `update pgboss.job set state = 'retry', start_after = pgboss.job_now() where state = 'active'`,
      )
    if (one.live.process.dead || one.live.process.offset !== offset) one.live = one.restart(offset)
  }
  /** What a process's workers do until they find nothing: as pg-boss's own, several jobs at once. */
  const work = async (one: Running): Promise<number> => {
    const jobs = await one.boss.fetch<NudgeJob>(NUDGES, { batchSize: BATCH })
    const { send, process } = one.live
    const done: string[] = []
    await Promise.all(
      jobs.map(async (job) => {
        counts.jobs += 1
        note(job.data.channel, 'is looked at')
        try {
          await send(job.data)
          if (!process.dead) done.push(job.id)
        } catch (error) {
          note(job.data.channel, `ended with ${error instanceof CoachError ? error.code : error}`)
          // A process that died says nothing: pg-boss misses its heartbeat.
          if (error instanceof Killed || process.dead) return
          // Also where nothing was made to go wrong: a slow machine has real timeouts.
          troubled = true
          if (!(error instanceof CoachError)) problems.push(error)
          await one.boss.fail(NUDGES, job.id)
        }
      }),
    )
    if (done.length > 0) await one.boss.complete(NUDGES, done)
    return jobs.length
  }

  /** True if nudges are ready that a sweep did not take, because a minute's calls to Slack are limited. */
  const leavesSome = async (): Promise<boolean> => {
    const now = Temporal.Instant.fromEpochMilliseconds(time)
    const [row] = await processes[0]!.database.query<{ some: boolean }>(
      'select exists (select 1 from nudge where due_at <= $2 and look_at <= $1) as some',
      [now.toString(), now.add(LEAD).toString()],
    )
    return row?.some === true
  }

  return {
    slack,
    notes,
    counts,
    problems,
    outcomes,
    meanwhile,
    store: processes[0]!.store,
    /** Somebody changes a channel's nudge. If that fails they are told so, and do it again. */
    change: async (channel: string, change: NudgeChange): Promise<void> => {
      const at = Temporal.Instant.fromEpochMilliseconds(time)
      for (let left = CHANGE_TRIES; ; left -= 1) {
        try {
          await processes[0]!.store.changeNudge({ team: 'T1', channel }, change, 'UADA', at)
          return
        } catch (error) {
          if (left === 1 || !(error instanceof CoachError)) throw error
        }
      }
    },
    database: processes[0]!.database,
    editLadder: (next: Ladder) => {
      ladder = next
    },
    time: () => time,
    /** Moves the clock on; Slack posts on the way, each post at its own second. */
    moveTo: async (to: number): Promise<void> => {
      for (let next = slack.next(); next <= to; next = slack.next()) {
        time = next
        slack.postDue()
      }
      time = to
      await clock.setTime(to)
    },
    /**
     * One process sweeps, if it is time, then all work at once until nothing is left. `offsets`: how wrong each one's
     * clock is.
     */
    run: async (offsets: readonly number[] = [], sweeps = true): Promise<void> => {
      for (const [nth, one] of processes.entries()) await revive(one, offsets[nth] ?? 0)
      const sweeper = processes[Math.floor(random() * processes.length)]!
      if (sweeps) counts.sweeps += 1
      const swept = sweeps ? sweeper.live.sweep() : Promise.resolve()
      await swept.catch((error: unknown) => {
        troubled = true
        if (!(error instanceof Killed) && !(error instanceof CoachError)) problems.push(error)
      })
      // Only a process that died leaves something for pg-boss to mend.
      if (missing) await sweeper.boss.supervise(NUDGES)
      for (let most = BATCH; most === BATCH; ) {
        const done = await Promise.all(
          processes.filter((one) => !one.live.process.dead).map((one) => work(one)),
        )
        most = Math.max(0, ...done)
      }
      // In reality the next sweep comes within half a minute, and takes the rest.
      if (sweeps && (await leavesSome())) troubled = true
    },
    anyDead: () => processes.some(({ live }) => live.process.dead),
    /** When something that went wrong is to be tried again, in milliseconds: a look within minutes, or a job. */
    nextTry: async (): Promise<number> => {
      if (!troubled) return Number.POSITIVE_INFINITY
      const [row] = await processes[0]!.database.query<{ look: number | null; open: number }>(
        `select (extract(epoch from (select min(look_at) from nudge where due_at <= $2 and look_at <= $1)) * 1000)::float8
             as look,
           (select count(*) from pgboss.job where name = '${NUDGES}' and state in ('created', 'retry', 'active')) as open`,
        [new Date(time + 15 * 60_000).toISOString(), new Date(time + 13 * 3_600_000).toISOString()],
      )
      missing = missing && row !== undefined && row.open > 0
      troubled = row !== undefined && (row.open > 0 || row.look !== null)
      return row && row.open > 0 ? time + 60_000 : (row?.look ?? Number.POSITIVE_INFINITY)
    },
    close: async (): Promise<void> => {
      for (const { boss } of processes) await boss.stop({ graceful: false, close: true })
      for (const database of databases) await database.close()
    },
  }
}

export type NudgeWorld = Awaited<ReturnType<typeof openNudgeWorld>>
