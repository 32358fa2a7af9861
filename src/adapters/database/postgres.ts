import pg from 'pg'
import type { ConstructorOptions } from 'pg-boss'
import type { Driver, Query } from './driver.ts'
import { cleanPostgres } from './postgres-clean.ts'

/** PostgreSQL's type ids: int8, timestamptz (pg_type.dat). */
const INT8 = 20
const TIMESTAMPTZ = 1184

/** Slack waits three seconds for an ack: a database that is away has to fail before that, in milliseconds. */
const CONNECT_LIMIT = 2_000
const STATEMENT_LIMIT = 2_500

/** The queue's own statements, sweeping a large table among them, and cleaning, in milliseconds. */
const QUEUE_LIMIT = 60_000

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === INT8) return Number
    if (oid === TIMESTAMPTZ) return (text: string) => text
    return pg.types.getTypeParser(oid, format as 'text')
  }) as pg.CustomTypesConfig['getTypeParser'],
}

/** A PostgreSQL server. `onError` hears of connections that were lost while idle; the pool opens new ones. */
export async function openPostgres(url: string, onError: (error: unknown) => void): Promise<Driver> {
  const connection = {
    connectionString: url,
    application_name: 'ladder-coach',
    connectionTimeoutMillis: CONNECT_LIMIT,
    keepAlive: true,
  }
  const pool = new pg.Pool({ ...connection, max: 10, query_timeout: STATEMENT_LIMIT, types })
  pool.on('error', onError)
  const on =
    (client: pg.Pool | pg.PoolClient): Query =>
    async <T>(sql: string, values?: readonly unknown[]) =>
      (await client.query(sql, values as unknown[])).rows as T[]
  const tx = async <T>(work: (query: Query) => Promise<T>): Promise<T> => {
    const client = await pool.connect()
    let broken: Error | undefined
    // The pool listens to idle connections alone; one that is lost in use would end the process.
    const lost = (error: Error): void => {
      broken = error
    }
    client.on('error', lost)
    try {
      await client.query('begin')
      const result = await work(on(client))
      await client.query('commit')
      return result
    } catch (error) {
      // A connection that cannot roll back is thrown away, and PostgreSQL rolls back for it.
      await client.query('rollback').catch((failure: Error) => {
        broken = failure
      })
      throw error
    } finally {
      client.off('error', lost)
      client.release(broken)
    }
  }
  await pool.query('select 1').catch(async (error: unknown) => {
    await pool.end()
    throw error
  })
  return {
    kind: 'postgres',
    query: on(pool),
    tx,
    script: async (sql) => {
      // Migrations may wait for another process's, longer than a statement of ours.
      const client = new pg.Client(connection)
      // One that is lost in use fails the statement as well.
      client.on('error', () => {})
      await client.connect()
      try {
        await client.query(`begin;\n${sql}\n;commit;`)
      } finally {
        await client.end()
      }
    },
    // Without it a connection that was dropped in silence is waited for by the kernel's own limit, a quarter of
    // an hour.
    queue: { ...connection, max: 6, query_timeout: QUEUE_LIMIT } as ConstructorOptions,
    clean: () => cleanPostgres({ ...connection, query_timeout: QUEUE_LIMIT }),
    close: () => pool.end(),
  }
}
