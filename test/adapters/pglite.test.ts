import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../src/adapters/database/database.ts'
import { readsOf } from '../../src/adapters/database/reads.ts'
import type { CoachError } from '../../src/domain/coach-error.ts'
import { emptyDatabase } from '../fakes/databases.ts'

/** What pg-boss is given. */
type BossDb = {
  executeSql(sql: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>
  listen(
    channel: string,
    hear: (payload: string) => void,
    back: () => void,
  ): Promise<{ close(): Promise<void> }>
}

describe('PGlite in a thread of its own', () => {
  let place: Awaited<ReturnType<typeof emptyDatabase>>
  let database: Database
  const told: CoachError[] = []
  let hearOf: (error: CoachError) => void = () => {}
  const boss = (): BossDb => (database.queue as unknown as { db: BossDb }).db
  beforeAll(async () => {
    place = await emptyDatabase('PGlite')
    database = await openDatabase({
      databaseUrl: undefined,
      dataDir: place.env.DATA_DIR,
      onError: (error) => {
        told.push(error)
        hearOf(error)
      },
    })
    await database.script('create table note (id int primary key, words text)')
  })
  afterAll(async () => {
    await database?.close()
    await place?.remove()
  })

  it('lets everything else go on while a statement runs', async () => {
    let turns = 0
    const timer = setInterval(() => {
      turns += 1
    }, 1)
    const [row] = await database.query<{ n: number }>(
      'select count(*) as n from generate_series(1, 1500) a, generate_series(1, 1500) b',
    )
    clearInterval(timer)
    expect(row?.n).toBe(2_250_000)
    expect(turns).toBeGreaterThan(5)
  })

  it('brings values there and back as they were', async () => {
    const [row] = await database.query(
      `select $1::text as words, $2::int as number, $3::text as nothing, $4::text[] as list, $5::jsonb as body,
         9007199254740991::bigint as big, '2026-11-26T01:02:03.123456Z'::timestamptz at time zone 'UTC' is not null as is,
         '2026-11-26T01:02:03.123456Z'::timestamptz as at`,
      ["it's 한글 🙂", 7, null, ['a', 'b,"c'], JSON.stringify({ deep: [1, null, 'x'] })],
    )
    expect(row).toMatchObject({
      words: "it's 한글 🙂",
      number: 7,
      nothing: null,
      list: ['a', 'b,"c'],
      body: { deep: [1, null, 'x'] },
      big: 9_007_199_254_740_991,
      is: true,
    })
    expect(row?.at).toMatch(/^2026-11-2\d \d\d:\d\d:\d\d\.123456[+-]/)
  })

  it('takes one transaction after the other, and undoes one whose work fails', async () => {
    await database.query(`insert into note values (1, '0')`)
    const add = () =>
      database.tx(async (query) => {
        const [row] = await query<{ words: string }>('select words from note where id = 1')
        await query('update note set words = $1 where id = 1', [String(Number(row?.words) + 1)])
      })
    const failing = database.tx(async (query) => {
      await query(`update note set words = 'lost' where id = 1`)
      throw new Error('on our side')
    })
    await Promise.allSettled([add(), failing, add(), database.query('select 1'), add()])
    await expect(failing).rejects.toThrow()
    expect(await database.query('select words from note where id = 1')).toEqual([{ words: '3' }])
  })

  it('refuses a statement of a transaction that is over, and a commit of one that failed', async () => {
    let kept: Parameters<Parameters<Database['tx']>[0]>[0] | undefined
    await database.tx(async (query) => {
      kept = query
    })
    await expect(kept?.('select 1')).rejects.toMatchObject({ code: 'store-misused' })
    await expect(
      database.tx(async (query) => {
        await query(`insert into note values (2, 'half')`)
        await query('select 1 / 0').catch(() => {})
      }),
    ).rejects.toMatchObject({ code: 'store-misused' })
    expect(await database.query('select 1 from note where id = 2')).toEqual([])
  })

  it('says of an error its code and the name of a constraint, and nothing of a row', async () => {
    await database.query(`insert into note values (3, 'canary-words')`)
    const refused: unknown = await boss()
      .executeSql('insert into note values ($1, $2)', [3, 'canary-words'])
      .catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: '23505', constraint: 'note_pkey' })
    const failed: unknown = await boss()
      .executeSql('select $1::int', ['canary-words'])
      .catch((error: unknown) => error)
    expect(inspect([refused, failed], { depth: 9, showHidden: true })).not.toContain('canary')
  })

  it('lets no failed transaction of the queue stand in the way of what comes next', async () => {
    const failing = boss().executeSql('begin; select 1 / 0; commit')
    const next = database.query('select 1 as one')
    await expect(failing).rejects.toMatchObject({ code: '22012' })
    expect(await next).toEqual([{ one: 1 }])
  })

  it('takes deleted rows out of its files, and leaves all others and their indexes as they are', async () => {
    await database.script('create table pile (id text primary key, words text)')
    const hold = (from: number): string =>
      `select 'row' || n, case when n % 3 = 0 then 'goodbye' || n else 'stays' || n end || repeat('.', n % 700)
       from generate_series(${from}, ${from + 5_000}) n`
    const sum = async (): Promise<unknown> =>
      (
        await database.query(
          `select count(*) as n, sum(hashtext(id || words)::bigint) as sum from pile where words like 'stays%'`,
        )
      )[0]
    const files = (): string[] =>
      readdirSync(place.env.DATA_DIR, { recursive: true })
        .map((name) => join(place.env.DATA_DIR, String(name)))
        .filter((file) => statSync(file).isFile() && readFileSync(file).includes('goodbye'))
    await database.query(`insert into pile ${hold(1)}`)
    await database.query(`insert into pile ${hold(100_000)}`)
    const before = await sum()
    await database.query('checkpoint')
    expect(files().length).toBeGreaterThan(0)
    await database.query(`delete from pile where words like 'goodbye%'`)
    await database.clean()
    expect(files()).toEqual([])
    // Every page is read from its file again, with its checksum, and from the index.
    expect(await sum()).toEqual(before)
    await database.query('set enable_seqscan = off')
    expect(await database.query(`select left(words, 5) as words from pile where id = 'row100001'`)).toEqual([
      { words: 'stays' },
    ])
    await database.query('reset enable_seqscan')
    await database.query(`insert into pile select 'new' || n, 'stays' from generate_series(1, 2000) n`)
    await database.clean()
    expect(await database.query('select count(*) as n from pile')).toEqual([
      { n: (before as { n: number }).n + 2_000 },
    ])
  })

  it('opens again with all that was committed when PostgreSQL falls, and hears of what is new', async () => {
    const heard: string[] = []
    let wake = (): void => {}
    const { close } = await boss().listen(
      'news',
      (payload) => {
        heard.push(payload)
        wake()
      },
      () => {},
    )
    await database.query(`insert into note values (4, 'committed')`)
    const fell = new Promise<CoachError>((resolve) => {
      hearOf = resolve
    })
    // A function that calls itself for ever goes past the end of the stack, and takes PostgreSQL with it.
    const half = database.tx(async (query) => {
      await query(`insert into note values (5, 'not committed')`)
      await query(
        `create function deeper(n int) returns int language plpgsql as 'begin return deeper(n + 1); end'`,
      )
      await query('select deeper(1)')
      await query('select 1')
    })
    const meanwhile = database.query('select 1')
    await expect(half).rejects.toMatchObject({ code: 'store-unavailable' })
    await meanwhile.catch((error: unknown) => expect(error).toMatchObject({ code: 'store-unavailable' }))
    expect((await fell).code).toBe('store-unavailable')
    // What is asked from now on waits for the new thread.
    expect(await database.query('select words from note where id >= 4')).toEqual([{ words: 'committed' }])
    const woken = new Promise<void>((resolve) => {
      wake = resolve
    })
    await database.query(`select pg_notify('news', 'again')`)
    await woken
    expect(heard).toEqual(['again'])
    await close()
    expect(told).toHaveLength(1)
  })

  it('lets a command beside it read, and nothing else', async () => {
    const beside = (await readsOf(place.env.DATA_DIR))!
    expect(await beside('select words, $1::int8 as n from note where id = $2', [7, 4])).toEqual([
      { words: 'committed', n: 7 },
    ])
    for (const sql of [
      `insert into note values (9, 'from beside')`,
      'commit; drop table note',
      'no sql at all',
    ])
      await expect(beside(sql)).rejects.toMatchObject({ code: 'store-unavailable' })
    expect(await database.query('select id from note where id = 9')).toEqual([])
    expect(statSync(join(place.env.DATA_DIR, 'reads.sock')).mode & 0o777).toBe(0o600)
    expect(await readsOf(join(place.env.DATA_DIR, 'nobody'))).toBeNull()
  })

  it('keeps its promises to the disk after that as well', async () => {
    expect(await database.query('show fsync')).toEqual([{ fsync: 'on' }])
    expect(await database.query('show wal_sync_method')).toEqual([{ wal_sync_method: 'fsync' }])
  })
})
