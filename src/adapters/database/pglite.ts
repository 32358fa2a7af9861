import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fromPglite } from 'pg-boss'
import { CoachError } from '../../domain/coach-error.ts'
import type { Driver, Query } from './driver.ts'
import { cleanPglite } from './pglite-clean.ts'
import { openPgliteThread, type PgliteThread } from './pglite-thread.ts'

/** Waits before another try to open the database again, in milliseconds; the last one stays. */
const REOPEN_AFTER = [1_000, 2_000, 5_000, 15_000, 60_000] as const

/** Holds the folder for this process: the kernel lets go of it when the process ends, however it ends. */
const lockFolder = (folder: string): DatabaseSync => {
  const lock = new DatabaseSync(join(folder, 'lock.sqlite'))
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
    return lock
  } catch (cause) {
    lock.close()
    throw new CoachError(
      'folder-in-use',
      `Another process is using the folder ${folder}. Stop that one, set DATA_DIR to another folder, ` +
        'or set DATABASE_URL to a PostgreSQL that several processes can share.',
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
      `DATA_DIR ${folder} cannot be made or written: choose a folder that this program may write to`,
      { cause },
    )
  }
  return folder
}

/**
 * The thread of a folder that this process holds, and the next one when it ends by itself: only what has been
 * committed is in the files then, as after a kill, and PostgreSQL opens them by its own log. Until it is open again,
 * what is asked waits, and is refused where that did not work. Channels are listened to again.
 */
const keepOpen = async (files: string, onError: (error: unknown) => void) => {
  const listeners = new Map<string, Set<(payload: string) => void>>()
  const notified = (channel: string, payload: string): void => {
    for (const hear of listeners.get(channel) ?? []) hear(payload)
  }
  let timer: NodeJS.Timeout | undefined
  let closed = false

  const open = async (): Promise<PgliteThread> => {
    // A power cut leaves it behind, and PGlite would not open; under the lock nobody else can own it.
    if (existsSync(join(files, 'postmaster.pid'))) rmSync(join(files, 'postmaster.pid'))
    const opened = await openPgliteThread(files, notified)
    try {
      for (const channel of listeners.keys()) await opened.ask({ do: 'listen', tx: null, channel })
      return opened
    } catch (error) {
      // Never two in one folder.
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
      onError(new CoachError('store-unavailable', 'The database ended unexpectedly; it is opened again'))
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
      // One that has ended by itself needs no closing: its files are as a kill leaves them.
      await open?.ask({ do: 'close', tx: null }).catch(() => {})
      await open?.end()
    },
  }
}

/**
 * PostgreSQL in this process, in a thread of its own, with its files in `dataDir`, set up so that it keeps what it
 * acknowledged. `onError` hears when it ended unexpectedly and is opened again.
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
    // The first statement follows at once: the thread refuses it where this fails.
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

  return {
    kind: 'pglite',
    query,
    tx: (work) => tx((inside) => work(inside)),
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
      await database.close()
      lock.close()
    },
  }
}
