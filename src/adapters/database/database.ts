import { AsyncLocalStorage } from 'node:async_hooks'
import { CoachError } from '../../domain/coach-error.ts'
import type { Driver } from './driver.ts'
import { openPglite } from './pglite.ts'
import { openPostgres } from './postgres.ts'

export type Database = Driver

/**
 * SQLSTATE classes that mean "away, full, read-only or not let in", as opposed to a statement that was wrong
 * (PostgreSQL, appendix A).
 */
const AWAY = /^(?:08|25006|28|3D|53|57|58|XX)/

/** A vendor's error by its code alone: its detail may repeat a row. */
export function databaseTrouble(error: unknown): CoachError {
  if (error instanceof CoachError) return error
  const code = (error as { code?: unknown }).code
  const state = typeof code === 'string' ? code : ''
  const cause = new Error(state || (error instanceof Error ? error.name : 'unknown'))
  // Five capitals that begin with E are an errno, such as EPIPE: no class of SQLSTATE does.
  return /^(?!E)[0-9A-Z]{5}$/.test(state) && !AWAY.test(state)
    ? new CoachError('store-misused', `The database refused a statement (${state})`, { cause, vendor: state })
    : new CoachError('store-unavailable', `The database could not be reached (${state || cause.message})`, {
        cause,
        vendor: state,
      })
}

/**
 * Opens PostgreSQL when there is a URL, otherwise a database in this process with its files in `dataDir`.
 * Throws CoachError `folder-in-use` when another process has that folder, `store-unavailable` when the
 * database cannot be reached. `onError` hears of connections lost while idle, and of a database in this process that
 * ended by itself and is opened again; `onCall` how each call ended.
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
  // PGlite has one connection: the root handle inside a transaction would wait for itself forever, and on
  // PostgreSQL it would silently run outside the transaction.
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
