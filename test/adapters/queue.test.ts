import { PgBoss } from 'pg-boss'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Database } from '../../src/adapters/database/database.ts'
import { type JobQueue, openQueue } from '../../src/adapters/queue/queue.ts'
import { makeStore } from '../../src/adapters/store/store.ts'
import type { Job, JobHandler } from '../../src/coaching/ports.ts'
import type { JobName } from '../../src/domain/job.ts'
import type { Owner } from '../../src/domain/person.ts'
import { storeKinds } from '../fakes/databases.ts'
import { openReady } from '../fakes/open-store.ts'

const personOf = (user: string): Owner => ({ team: 'T1', user })

describe.each(storeKinds())('the queue on %s', (kind) => {
  let opened: Awaited<ReturnType<typeof openReady>>
  let database: Database
  let queue: JobQueue
  beforeAll(async () => {
    opened = await openReady(kind)
    ;({ database } = opened)
  })
  beforeEach(async () => {
    queue = await openQueue(database, () => {})
  })
  afterEach(async () => {
    await queue.stop(1_000)
    await database.script('delete from pgboss.job; delete from person')
  })
  afterAll(() => opened?.close())

  /** Pieces of one person, with ids from `user-1`, each with its job. */
  const pieces = (user: string, count: number): Promise<void> =>
    database.tx(async (query) => {
      await query(`insert into person (team_id, user_id) values ('T1', $1) on conflict do nothing`, [user])
      await query(
        `insert into evidence (id, team_id, user_id, received_at)
         select $1 || '-' || n, 'T1', $1, now() from generate_series(1, $2::integer) n`,
        [user, count],
      )
      for (let n = 1; n <= count; n += 1)
        await queue.enqueue(query, 'review-evidence', { evidenceId: `${user}-${n}`, owner: personOf(user) })
    })
  const handlersOf = (handle: JobHandler): Readonly<Record<JobName, JobHandler>> => ({
    'review-evidence': handle,
    'answer-reply': handle,
    'say-evidence': handle,
  })
  const rows = async (): Promise<string> =>
    JSON.stringify(
      await database.query('select j::text from pgboss.job j union all select q::text from pgboss.queue q'),
    )
  const nobodyFails = async (_: JobName, __: Job, error: unknown): Promise<never> => {
    throw error
  }

  it.each([2, 8])(
    'takes jobs person by person, %d at once, however many of one person came before',
    async (atOnce) => {
      const crowd = ['UADA', 'USAM', 'UKIM']
      for (const user of crowd) await pieces(user, 340)
      await pieces('ULATE', 1)
      const begun: string[] = []
      const late = Promise.withResolvers<void>()
      const running = new Map<string, number>()
      let most = 0
      await queue.work(
        handlersOf(async ({ evidenceId, owner: { user } }) => {
          begun.push(evidenceId)
          running.set(user, (running.get(user) ?? 0) + 1)
          most = Math.max(most, running.get(user)!)
          if (user === 'ULATE') late.resolve()
          await new Promise((resolve) => setImmediate(resolve))
          running.set(user, running.get(user)! - 1)
        }),
        nobodyFails,
        atOnce,
      )
      await late.promise
      // One of each person who came before, and those that began at the same moment.
      expect(begun.indexOf('ULATE-1')).toBeLessThan(crowd.length + atOnce)
      expect(most).toBeLessThanOrEqual(atOnce / 2)
    },
  )

  it('wakes one worker for a new job, and as many as there are jobs when several come at once', {
    timeout: 20_000,
  }, async () => {
    const db = queue.boss.getDb()
    const execute = db.executeSql.bind(db)
    let fetches = 0
    db.executeSql = (text, values) => {
      if (/for update of \w+ skip locked/i.test(text) && text.includes("'piece'")) fetches += 1
      return execute(text, values)
    }
    const begun: string[] = []
    let all = Promise.withResolvers<void>()
    let [open, enough] = [1, 1]
    await queue.work(
      handlersOf(async ({ evidenceId }) => {
        if (begun.push(evidenceId) === enough) all.resolve()
        await all.promise
        open -= 1
      }),
      nobodyFails,
      16,
    )
    await vi.waitFor(() => expect(fetches).toBeGreaterThanOrEqual(16), 10_000)
    const before = fetches
    await pieces('UADA', 1)
    await vi.waitFor(() => expect(open).toBe(0), 10_000)
    await new Promise((resolve) => setTimeout(resolve, 500))
    // Three of them poll every two seconds.
    expect(fetches - before).toBeLessThan(10)
    ;[open, enough] = [6, 7]
    all = Promise.withResolvers()
    // None of these ends before all have begun, and most workers poll every half minute.
    for (const user of ['USAM', 'UKIM']) await pieces(user, 3)
    await all.promise
  })

  it('takes the jobs of one person in the order in which they came', async () => {
    await pieces('UADA', 12)
    const begun: string[] = []
    const done = Promise.withResolvers<void>()
    await queue.work(
      handlersOf(async ({ evidenceId }) => {
        if (begun.push(evidenceId) === 12) done.resolve()
      }),
      nobodyFails,
      // Of several workers two may take jobs in the same moment, and then either begins first.
      1,
    )
    await done.promise
    expect(begun).toEqual(Array.from({ length: 12 }, (_, n) => `UADA-${n + 1}`))
  })

  it('counts failed tries and crashes, and stores nobody’s ids or words', async () => {
    const store = makeStore(database, queue.enqueue)
    await pieces('UADA', 1)
    // What a process that crashed twice under it leaves.
    await database.query('update pgboss.job set retry_count = 1, started_on = now()')
    const tries: number[] = []
    const counted: unknown[] = []
    const done = Promise.withResolvers<void>()
    await queue.work(
      handlersOf(async (_, attempt) => {
        if (tries.push(attempt) < 3) throw new Error('words of a person')
        done.resolve()
      }),
      async (name, job) => {
        const at = Temporal.Instant.from('2026-11-23T10:00:00Z')
        counted.push(await store.noteFailure(name, job, { at, broken: counted.length > 0 }))
        return { kind: 'again', seconds: 0 }
      },
      2,
    )
    await done.promise
    expect(tries).toEqual([3, 2, 3])
    expect(counted).toMatchObject([
      { failed: 1, broken: 0, brokenSince: null },
      { failed: 2, broken: 1 },
    ])
    await queue.stop(1_000)
    expect(await rows()).not.toMatch(/words of a person|UADA[^-]|T1/)
    expect(await database.query('select * from job_failure')).toEqual([])
  })

  it('ends a job of a piece that is gone, and keeps the count of one that exists', async () => {
    await pieces('UADA', 2)
    const store = makeStore(database, queue.enqueue)
    const failure = { at: Temporal.Instant.from('2026-11-23T10:00:00Z'), broken: true }
    const job = { evidenceId: 'UADA-2', owner: personOf('UADA') }
    expect(await store.noteFailure('answer-reply', { ...job, part: 1 }, failure)).toMatchObject({ failed: 1 })
    expect(await store.noteFailure('answer-reply', { ...job, part: 2 }, failure)).toMatchObject({ failed: 1 })
    expect(await store.noteFailure('answer-reply', { ...job, part: 2 }, failure)).toMatchObject({ failed: 2 })
    await database.query(`update evidence set revision = 2 where id = 'UADA-2'`)
    expect(await store.noteFailure('answer-reply', { ...job, part: 2 }, failure)).toMatchObject({
      failed: 1,
      broken: 1,
    })
    await store.deleteEvidence(personOf('UADA'), 'UADA-1')
    expect(await store.noteFailure('review-evidence', { ...job, evidenceId: 'UADA-1' }, failure)).toBeNull()
    const begun = Promise.withResolvers<string>()
    await queue.work(
      handlersOf(async ({ evidenceId }) => begun.resolve(evidenceId)),
      nobodyFails,
      1,
    )
    expect(await begun.promise).toBe('UADA-2')
  })

  it('takes over jobs of earlier versions, including those that were given up', async () => {
    await pieces('UADA', 4)
    await database.query('delete from pgboss.job')
    const before = new PgBoss({ ...database.queue, supervise: false, schedule: false })
    await before.start()
    await before.createQueue('piece-given-up')
    await before.updateQueue('piece', { deadLetter: 'piece-given-up', retryLimit: 10 })
    await before.createQueue('review-evidence', { policy: 'standard' })
    const owner = personOf('UADA')
    await before.send('review-evidence', { evidenceId: 'UADA-1', owner })
    await before.send(
      'piece',
      { evidenceId: 'UADA-2', owner, kind: 'answer-reply', part: 3 },
      { retryLimit: 10, singletonKey: 'UADA-2', group: { id: 'T1 UADA' }, deadLetter: 'piece-given-up' },
    )
    await before.send('piece-given-up', { evidenceId: 'UADA-3', owner, kind: 'review-evidence' })
    await before.stop({ graceful: false, close: kind === 'PostgreSQL' })
    await queue.stop(1_000)
    queue = await openQueue(database, () => {})
    // pg-boss drops jobs that wait for longer than their limit.
    expect(
      await database.query(`select 1 from pgboss.job where keep_until < now() + interval '9 years'`),
    ).toEqual([])
    const jobs = await database.query<{ data: object; retry_limit: number; dead_letter: string | null }>(
      `select name, data, retry_limit, dead_letter from pgboss.job order by data->>'evidenceId'`,
    )
    const kept = { name: 'piece', retry_limit: 2_147_483_647, dead_letter: null }
    expect(jobs).toEqual([
      { ...kept, data: { evidenceId: 'UADA-1', kind: 'review-evidence' } },
      { ...kept, data: { evidenceId: 'UADA-2', kind: 'answer-reply', part: 3 } },
      { ...kept, data: { evidenceId: 'UADA-3', kind: 'review-evidence' } },
    ])
    expect(await rows()).not.toMatch(/T1|given-up/)
    expect(await queue.boss.getQueue('review-evidence')).toBeNull()
  })
})
