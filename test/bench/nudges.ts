import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../src/adapters/database/database.ts'
import { migrate } from '../../src/adapters/database/migrate.ts'
import { openNudgeQueue } from '../../src/adapters/queue/nudge-queue.ts'
import { openQueue } from '../../src/adapters/queue/queue.ts'
import { NUDGES } from '../../src/adapters/store/nudge/forget-nudge-jobs.ts'
import { makeNudgeStore } from '../../src/adapters/store/nudge/nudge-store.ts'
import type { NudgeJob, NudgeScheduler } from '../../src/coaching/nudge/nudge-port.ts'
import { makeSendNudge } from '../../src/coaching/nudge/send-nudge.ts'
import { makeSweepNudges } from '../../src/coaching/nudge/sweep-nudges.ts'
import { smallLadder } from '../domain/ladder-fixture.ts'
import { nudgeText } from '../domain/nudge-fixture.ts'
import { noMetrics } from '../fakes/no-metrics.ts'

/** Nudges that are due at one minute, the workspaces that they may be in, and what a workspace takes in a minute. */
const DUE = 10_000
const WORKSPACES = 250
/** Channels that there are, and nudges that are measured among them, in turns. */
const CHANNELS = [100, 10_000, 100_000] as const
const MEASURED = 100
const TURNS = 5

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const quiet = { info: () => {}, warn: () => {}, error: () => {} }

const folder = mkdtempSync(join(tmpdir(), 'coach-nudges-'))
const database = await openDatabase({ databaseUrl: undefined, dataDir: folder, onError: () => {} })
await migrate(database)
const queue = await openQueue(database, () => {})
const nudges = await openNudgeQueue(queue.boss, () => {})
const store = makeNudgeStore(database, nudges.enqueue)

// Tuesdays at ten in UTC: what is due "now" is handed over, all else is due within the week.
let now = Temporal.Instant.from('2026-11-24T04:00:00Z')
let handed = 0
// A Slack that takes no time: what is left is our own.
const scheduler: NudgeScheduler = {
  schedule: async (_, __, postAt) => {
    handed += 1
    return { kind: 'handed', waiting: { id: `Q${handed}`, postAt } }
  },
  list: async () => ({ kind: 'list', waiting: [] }),
  takeBack: async () => ({ kind: 'taken' }),
  tellSetUp: async () => ({ kind: 'told' }),
}
const ports = {
  store,
  ladders: { shelf: () => ({ all: [smallLadder], standard: smallLadder }) },
  metrics: noMetrics,
  now: () => now,
  log: quiet,
}
const send = makeSendNudge({ ...ports, scheduler, choose: () => nudgeText })
const sweep = makeSweepNudges(ports)

/** Channels `from` to below `to`, over so many workspaces, of which the first `due` are due today and the others later. */
const fill = async (from: number, to: number, workspaces: number, due: number): Promise<void> => {
  const monday = '2026-11-23T00:00:00Z'
  const step = 10_000
  for (let first = from; first < to; first += step)
    await database.query(
      `insert into nudge (team_id, channel_id, ladder_id, weekday, due_time, zone, since, looked_at, look_at, due_at)
       select 'T' || n % $3::int, 'C' || n, 'sre', case when n < $4::int then 2 else 3 + n % 5 end, '10:00', 'UTC',
         '2026-11-20T00:00:00Z', '2026-11-20T00:00:00Z',
         $5::timestamptz + case when n < $4::int then 1 else 2 + n % 5 end * interval '1 day' - interval '2 hours',
         $5::timestamptz + case when n < $4::int then 1 else 2 + n % 5 end * interval '1 day' + interval '10 hours'
       from generate_series($1::int, $2::int - 1) n`,
      [first, Math.min(first + step, to), workspaces, due, monday],
    )
  await database.query(
    `insert into nudge_pace (team_id, used_until) select distinct team_id, timestamptz '2026-11-20T00:00:00Z' from nudge
     on conflict do nothing`,
  )
  await database.query(
    `insert into nudge_week (team_id, channel_id, week, state, due_at, said, ladder_id)
     select team_id, channel_id, '2026-W47', 'posted', timestamptz '2026-11-19T10:00:00Z', $1::jsonb, 'sre' from nudge`,
    [JSON.stringify(nudgeText)],
  )
  await database.script('analyze nudge; analyze nudge_week;')
}
const clear = async (): Promise<void> => {
  await database.script(
    `delete from nudge; delete from nudge_week; delete from nudge_pace; delete from pgboss.job where name = '${NUDGES}'`,
  )
}
const timed = async (call: () => Promise<unknown>): Promise<number> => {
  const from = performance.now()
  await call()
  return performance.now() - from
}

const due: Record<string, string>[] = []
await fill(0, DUE, WORKSPACES, DUE)
due.push({
  what: `${DUE} due at one minute in ${WORKSPACES} workspaces, queued by one sweep, s`,
  seconds: ((await timed(() => store.queueDue(now))) / 1000).toFixed(2),
})
await clear()
await fill(0, DUE, 1, DUE)
due.push({
  what: `the same in one workspace, if Slack took them all at once, s`,
  seconds: ((await timed(() => store.queueDue(now, DUE))) / 1000).toFixed(2),
})
const [jobs] = await database.query<{ n: number }>(
  `select count(*) as n from pgboss.job where name = '${NUDGES}'`,
)
due.push({ what: 'jobs of it', seconds: String(jobs?.n) })
await clear()
console.table(due)

/** Milliseconds of one nudge: its share of a sweep, its job, and all that is read and written about it. */
const perNudge = async (): Promise<number> => {
  const before = handed
  const ms = await timed(async () => {
    await store.queueDue(now, MEASURED / TURNS)
    const found = await queue.boss.fetch<NudgeJob>(NUDGES, { batchSize: MEASURED })
    for (const { data } of found) await send(data)
    await queue.boss.complete(
      NUDGES,
      found.map(({ id }) => id),
    )
  })
  return ms / (handed - before)
}
const rows: { channels: number; perNudge: number; sweep: number }[] = []
for (const channels of CHANNELS) {
  await fill(0, channels, 1, MEASURED)
  const times: number[] = []
  for (let turn = 0; turn < TURNS; turn += 1) {
    now = now.add({ minutes: 1 })
    times.push(await perNudge())
  }
  const sweeps: number[] = []
  for (let turn = 0; turn < 20; turn += 1) {
    now = now.add({ seconds: 1 })
    sweeps.push(await timed(sweep))
  }
  rows.push({ channels, perNudge: median(times), sweep: median(sweeps) })
  await clear()
}
console.table(
  rows.map(({ channels, perNudge: ms, sweep: idle }) => ({
    channels,
    'a nudge, ms': ms.toFixed(2),
    'by 100 channels': (ms / rows[0]!.perNudge).toFixed(2),
    'a sweep with nothing due, ms': idle.toFixed(2),
  })),
)

await queue.stop(1_000)
await database.close()
rmSync(folder, { recursive: true, force: true })
