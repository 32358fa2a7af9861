import pg from 'pg'
import type { ConstructorOptions } from 'pg-boss'
import type { Driver, Query } from './driver.ts'
import { cleanPostgres } from './postgres-clean.ts'

/** PostgreSQL's type ids: int8, timestamptz (pg_type.dat). */
const INT8 = 20
const TIMESTAMPTZ = 1184

/** Slack waits three seconds for an ack, so a database that is away has to fail before that. In milliseconds. */
const CONNECT_LIMIT = 2_000
const STATEMENT_LIMIT = 2_500

/** How many connections the pool holds at most. */
const CONNECTIONS = 10

/** How long a statement of the queue or of the cleaning may take, in milliseconds. Some go through a large table. */
const QUEUE_LIMIT = 60_000

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === INT8) return Number
    if (oid === TIMESTAMPTZ) return (text: string) => text
    return pg.types.getTypeParser(oid, format as 'text')
  }) as pg.CustomTypesConfig['getTypeParser'],
}

/** For a connection whose error also ends the statement that is awaited. */
const ignore = (): void => {}

/** A PostgreSQL server. `onError` is told of idle connections that were lost. The pool opens new ones. */
export async function openPostgres(url: string, onError: (error: unknown) => void): Promise<Driver> {
  const connection = {
    connectionString: url,
    application_name: 'ladder-coach',
    connectionTimeoutMillis: CONNECT_LIMIT,
    keepAlive: true,
  }
  const pool = new pg.Pool({ ...connection, max: CONNECTIONS, query_timeout: STATEMENT_LIMIT, types })
  pool.on('error', onError)
  const on =
    (client: pg.Pool | pg.PoolClient): Query =>
    async <T>(sql: string, values?: readonly unknown[]) =>
      (await client.query(sql, values as unknown[])).rows as T[]
  // A restarted server leaves connections in the pool whose end is only noticed at their next use. `begin` changes
  // nothing, so another connection can be tried.
  const begin = async (): Promise<pg.PoolClient> => {
    const from = performance.now()
    for (let left = CONNECTIONS; ; left -= 1) {
      const client = await pool.connect()
      client.on('error', ignore)
      try {
        await client.query('begin')
        return client
      } catch (error) {
        client.release(error as Error)
        if (left === 0 || performance.now() - from > CONNECT_LIMIT) throw error
      } finally {
        client.off('error', ignore)
      }
    }
  }
  const tx = async <T>(work: (query: Query) => Promise<T>): Promise<T> => {
    const client = await begin()
    let broken: Error | undefined
    // The pool handles only the errors of idle connections. Losing one in use would end the process.
    const lost = (error: Error): void => {
      broken = error
    }
    client.on('error', lost)
    try {
      const result = await work(on(client))
      await client.query('commit')
      return result
    } catch (error) {
      // A connection that cannot roll back is closed, and then PostgreSQL rolls back.
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
      // A migration may have to wait for another process, so it gets a connection without our time limit.
      const client = new pg.Client(connection)
      client.on('error', ignore)
      await client.connect()
      try {
        await client.query(`begin;\n${sql}\n;commit;`)
      } finally {
        await client.end()
      }
    },
    // Without this limit, a connection that was dropped silently would block for a quarter of an hour, as long as the
    // operating system waits.
    queue: { ...connection, max: 6, query_timeout: QUEUE_LIMIT } as ConstructorOptions,
    clean: () => cleanPostgres({ ...connection, query_timeout: QUEUE_LIMIT }),
    close: () => pool.end(),
  }
}
