import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fromPglite } from 'pg-boss'
import { CoachError } from '../../domain/coach-error.ts'
import type { Driver, Query } from './driver.ts'
import { cleanPglite } from './pglite-clean.ts'
import { openPgliteThread, type PgliteThread } from './pglite-thread.ts'
import { serveReads } from './reads.ts'

/** The waits between tries to open the database again, in milliseconds. The last one repeats. */
const REOPEN_AFTER = [1_000, 2_000, 5_000, 15_000, 60_000] as const

/** Locks the folder for this process. The operating system releases the lock when the process ends, even by a crash. */
const lockFolder = (folder: string): DatabaseSync => {
  const lock = new DatabaseSync(join(folder, 'lock.sqlite'))
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
    return lock
  } catch (cause) {
    lock.close()
    throw new CoachError(
      'folder-in-use',
      `Another process is using the folder ${folder}. Stop it, set DATA_DIR to another folder, ` +
        'or set DATABASE_URL to a PostgreSQL that both can use.',
      { cause },
    )
  }
}

const makeFolder = (dataDir: string): string => {
  const folder = resolve(dataDir)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (cause) {
    throw new CoachError(
      'config-invalid',
      `I can't create or write the folder ${folder}. Set DATA_DIR to a folder that I can write to.`,
      { cause },
    )
  }
  return folder
}

/**
 * Keeps a database thread running on a folder that this process has locked. If the thread ends unexpectedly, another
 * one replaces it. PostgreSQL then recovers the files from its log, with everything that was committed, and listens to
 * the same channels. Requests wait until the database is open, and are rejected if that fails.
 */
const keepOpen = async (files: string, onError: (error: unknown) => void) => {
  const listeners = new Map<string, Set<(payload: string) => void>>()
  const notified = (channel: string, payload: string): void => {
    for (const hear of listeners.get(channel) ?? []) hear(payload)
  }
  let timer: NodeJS.Timeout | undefined
  let closed = false

  const open = async (): Promise<PgliteThread> => {
    // A power cut leaves this file behind, and PGlite would not open. We hold the lock, so no other process owns it.
    if (existsSync(join(files, 'postmaster.pid'))) rmSync(join(files, 'postmaster.pid'))
    const opened = await openPgliteThread(files, notified)
    try {
      for (const channel of listeners.keys()) await opened.ask({ do: 'listen', tx: null, channel })
      return opened
    } catch (error) {
      // There must never be two threads on one folder.
      await opened.end()
      throw error
    }
  }
  const reopen = (tries: number): void => {
    thread = open()
    thread.then(watch, (error: unknown) => {
      onError(error)
      if (closed) return
      const wait = REOPEN_AFTER[Math.min(tries, REOPEN_AFTER.length - 1)]
      timer = setTimeout(() => reopen(tries + 1), wait).unref()
    })
  }
  const watch = (opened: PgliteThread): void => {
    void opened.gone.then(() => {
      if (closed) return
      reopen(0)
      onError(
        new CoachError('store-unavailable', 'The database stopped unexpectedly and is being opened again'),
      )
    })
  }
  let thread = open()
  watch(await thread)
  return {
    thread: () => thread,
    listen: async (channel: string, hear: (payload: string) => void) => {
      const hearing = listeners.get(channel) ?? new Set()
      listeners.set(channel, hearing.add(hear))
      await (await thread).ask({ do: 'listen', tx: null, channel })
      return async () => {
        hearing.delete(hear)
        if (hearing.size > 0 || !listeners.delete(channel)) return
        await (await thread).ask({ do: 'unlisten', tx: null, channel })
      }
    },
    close: async () => {
      closed = true
      clearTimeout(timer)
      const open = await thread.catch(() => null)
      // A thread that has ended unexpectedly cannot be closed, and PostgreSQL recovers its files at the next start.
      await open?.ask({ do: 'close', tx: null }).catch(() => {})
      await open?.end()
    },
  }
}

/**
 * PostgreSQL in a separate thread of this process, with its files in `dataDir`. It loses nothing that it acknowledged.
 * `onError` is told if it ended unexpectedly and is being opened again.
 */
export async function openPglite(dataDir: string, onError: (error: unknown) => void): Promise<Driver> {
  const folder = makeFolder(dataDir)
  const lock = lockFolder(folder)
  const database = await keepOpen(join(folder, 'pg'), onError).catch((error: unknown) => {
    lock.close()
    throw error
  })
  const { thread } = database
  let transactions = 0

  const query: Query = async <T>(sql: string, values?: readonly unknown[]) =>
    (await thread()).ask<T>({ do: 'query', tx: null, sql, values, ours: true })

  const tx = async <T>(work: (query: Query, held: PgliteThread, id: number) => Promise<T>): Promise<T> => {
    const held = await thread()
    transactions += 1
    const id = transactions
    let over = false
    // The first statement does not wait for this. The thread refuses it if the transaction could not begin.
    const begun = held.ask({ do: 'begin', tx: id })
    begun.catch(() => {})
    const inside: Query = async <Row>(sql: string, values?: readonly unknown[]) => {
      if (over) throw new CoachError('store-misused', 'A query of a transaction that has ended')
      return held.ask<Row>({ do: 'query', tx: id, sql, values, ours: true })
    }
    try {
      const result = await work(inside, held, id)
      await begun
      over = true
      await held.ask({ do: 'commit', tx: id })
      return result
    } catch (error) {
      if (!over) {
        over = true
        await held.ask({ do: 'rollback', tx: id }).catch(() => {})
      }
      await begun
      throw error
    }
  }

  const plainTx: Driver['tx'] = (work) => tx((inside) => work(inside))
  const reads = await serveReads(folder, plainTx)
  return {
    kind: 'pglite',
    query,
    tx: plainTx,
    script: (sql) =>
      tx(async (_, held, id) => {
        await held.ask({ do: 'exec', tx: id, sql })
      }),
    queue: {
      db: fromPglite({
        query: async <T>(sql: string, values?: unknown[]) => ({
          rows: await (await thread()).ask<T>({ do: 'query', tx: null, sql, values, ours: false }),
        }),
        exec: async (sql) => [{ rows: await (await thread()).ask({ do: 'exec', tx: null, sql }) }],
        listen: database.listen,
      }),
      backend: 'pglite',
    },
    clean: async () => cleanPglite(query, await thread()),
    close: async () => {
      await reads.close()
      await database.close()
      lock.close()
    },
  }
}
