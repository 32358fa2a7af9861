import { PgBoss } from 'pg-boss'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
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

  /** Pieces of somebody, as ids from `user-1`, each with its job. */
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
    'takes jobs person by person, %d at once, however many of others came before',
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
      // One of each who came before, and those that were begun at the same moment.
      expect(begun.indexOf('ULATE-1')).toBeLessThan(crowd.length + atOnce)
      expect(most).toBeLessThanOrEqual(atOnce / 2)
    },
  )

  it('takes the jobs of one person in the order in which they came', async () => {
    await pieces('UADA', 12)
    const begun: string[] = []
    const done = Promise.withResolvers<void>()
    await queue.work(
      handlersOf(async ({ evidenceId }) => {
        if (begun.push(evidenceId) === 12) done.resolve()
      }),
      nobodyFails,
      2,
    )
    await done.promise
    expect(begun).toEqual(Array.from({ length: 12 }, (_, n) => `UADA-${n + 1}`))
  })

  it('counts tries that failed and those that died, and keeps nobody’s ids or words of theirs', async () => {
    const store = makeStore(database, queue.enqueue)
    await pieces('UADA', 1)
    // What a process that died twice under it leaves.
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

  it('ends a job of a piece that is gone, and keeps the count of a piece that is there', async () => {
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

  it('takes over what waits from versions before, what had been given up as well', async () => {
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
    // pg-boss throws away what waits for longer than it is told to keep it.
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
