import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../src/adapters/database/database.ts'
import { migrate } from '../../src/adapters/database/migrate.ts'
import { openNudgeQueue } from '../../src/adapters/queue/nudge-queue.ts'
import { type JobQueue, openQueue } from '../../src/adapters/queue/queue.ts'
import { makeQueueFigures } from '../../src/adapters/queue/queue-figures.ts'
import { readyDatabase, storeKinds } from '../fakes/databases.ts'

describe.each(storeKinds())('the figures of the queue, on %s', (kind) => {
  let place: Awaited<ReturnType<typeof readyDatabase>>
  let database: Database
  let queue: JobQueue
  beforeAll(async () => {
    place = await readyDatabase(kind)
    const { DATA_DIR, DATABASE_URL } = place.env as { DATA_DIR: string; DATABASE_URL?: string }
    database = await openDatabase({ databaseUrl: DATABASE_URL, dataDir: DATA_DIR, onError: () => {} })
    await migrate(database)
    queue = await openQueue(database, () => {})
    const nudges = await openNudgeQueue(queue.boss, () => {})
    const owner = { team: 'T1', user: 'UADA' }
    await database.tx(async (query) => {
      for (const evidenceId of ['e1', 'e2', 'e3'])
        await queue.enqueue(query, 'review-evidence', { evidenceId, owner })
      await queue.enqueue(query, 'answer-reply', { evidenceId: 'e4', owner, part: 1 })
      await nudges.enqueue(query, [{ team: 'T1', channel: 'C1' }])
    })
    const set = (what: string, evidenceId: string) =>
      database.query(`update pgboss.job set ${what} where singleton_key = $1`, [evidenceId])
    await set(`start_after = now() - interval '6 minutes'`, 'e1')
    await set(`start_after = now() - interval '20 minutes', state = 'retry', retry_count = 1`, 'e2')
    await set(`state = 'active', start_after = now() - interval '2 hours'`, 'e3')
    await set(`start_after = now() + interval '1 hour'`, 'e4')
  })
  afterAll(async () => {
    await queue?.stop(0)
    await database?.close()
    await place?.remove()
  })

  it('say by kind how many jobs wait, and how long the oldest and the oldest untried one are due', async () => {
    let at = Temporal.Instant.from('2026-11-24T10:00:00Z')
    const figures = makeQueueFigures(database, () => at)
    const of = async (asked: string) => (await figures()).find((one) => one.kind === asked)
    const reviews = await of('review-evidence')
    expect(reviews).toMatchObject({ waiting: 2, running: 1 })
    expect(Math.round(reviews!.untried / 60)).toBe(6)
    expect(Math.round(reviews!.oldest / 60)).toBe(20)
    expect(await of('answer-reply')).toEqual({
      kind: 'answer-reply',
      waiting: 1,
      running: 0,
      oldest: 0,
      untried: 0,
    })
    expect(await of('send-nudge')).toMatchObject({ waiting: 1, running: 0 })
    // A count is reused for ten seconds.
    await database.query(`update pgboss.job set state = 'completed' where singleton_key = 'e1'`)
    expect((await of('review-evidence'))?.waiting).toBe(2)
    at = at.add({ seconds: 10 })
    expect((await of('review-evidence'))?.waiting).toBe(1)
  })
})
