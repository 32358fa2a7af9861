import { AsyncLocalStorage } from 'node:async_hooks'
import { CoachError } from '../../domain/coach-error.ts'
import type { Driver } from './driver.ts'
import { openPglite } from './pglite.ts'
import { openPostgres } from './postgres.ts'

export type Database = Driver

/**
 * SQLSTATE classes that mean that the database is away, full, read-only or does not let us in, as opposed to a wrong
 * statement (PostgreSQL, appendix A).
 */
const AWAY = /^(?:08|25006|28|3D|53|57|58|XX)/

/** A vendor's error as ours, with only its code, because its detail may repeat a row. */
export function databaseTrouble(error: unknown): CoachError {
  if (error instanceof CoachError) return error
  const code = (error as { code?: unknown }).code
  const state = typeof code === 'string' ? code : ''
  const cause = new Error(state || (error instanceof Error ? error.name : 'unknown'))
  // Five capitals that begin with E are an errno, such as EPIPE, because no class of SQLSTATE begins with E.
  return /^(?!E)[0-9A-Z]{5}$/.test(state) && !AWAY.test(state)
    ? new CoachError('store-misused', `The database refused a statement (${state})`, { cause, vendor: state })
    : new CoachError('store-unavailable', `I can't reach the database (${state || cause.message})`, {
        cause,
        vendor: state,
      })
}

/**
 * Opens PostgreSQL if there is a URL, otherwise a database in this process with its files in `dataDir`. Throws
 * CoachError `folder-in-use` if another process uses that folder, and `store-unavailable` if the database cannot be
 * reached. `onError` gets idle connections that were lost, and a database in this process that ended
 * unexpectedly and is being opened again. `onCall` is told how each call ended.
 */
export async function openDatabase(options: {
  databaseUrl: string | undefined
  dataDir: string
  onError: (error: CoachError) => void
  onCall?: (trouble: CoachError | null) => void
}): Promise<Database> {
  const driver = await (options.databaseUrl
    ? openPostgres(options.databaseUrl, (error) => options.onError(databaseTrouble(error)))
    : openPglite(options.dataDir, (error) => options.onError(databaseTrouble(error)))
  ).catch((error: unknown) => {
    throw databaseTrouble(error)
  })
  // Inside a transaction, only its own `query` may be used. PGlite has one connection, so `database.query` would wait
  // for itself forever. On PostgreSQL it would silently run outside the transaction.
  const inside = new AsyncLocalStorage<true>()
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    if (inside.getStore())
      throw new CoachError('store-misused', 'A query on the database itself inside a transaction')
    try {
      const done = await work()
      options.onCall?.(null)
      return done
    } catch (error) {
      const trouble = databaseTrouble(error)
      options.onCall?.(trouble)
      throw trouble
    }
  }
  return {
    ...driver,
    query: (sql, values) => guarded(() => driver.query(sql, values)),
    tx: (work) => guarded(() => driver.tx((query) => inside.run(true, () => work(query)))),
    script: (sql) => guarded(() => driver.script(sql)),
    clean: () => guarded(() => driver.clean()),
  }
}
