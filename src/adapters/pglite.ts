import { existsSync, fsyncSync, mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { fromPglite } from 'pg-boss'
import { CoachError } from '../domain/coach-error.ts'
import type { Driver, Query } from './driver.ts'

/** PostgreSQL's type ids: int8, timestamptz (pg_type.dat). */
const INT8 = 20
const TIMESTAMPTZ = 1184

/** How often the write-ahead log is folded into the tables, in milliseconds: PGlite has no process that would. */
const CHECKPOINT_EVERY = 5 * 60_000

type Stream = { nfd: number }
type Module = { NODEFS: { stream_ops: { fsync?: (stream: Stream) => number } } }

/** Files of this machine whose `fsync` reaches the disk. Without it PGlite acknowledges what a power cut loses. */
class FlushedFiles extends NodeFS {
  override async init(pg: PGlite, given: Parameters<NodeFS['init']>[1]): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(pg, given)
    const flush = (module: unknown): void => {
      ;(module as Module).NODEFS.stream_ops.fsync = (stream) => {
        fsyncSync(stream.nfd)
        return 0
      }
    }
    const before = emscriptenOpts.preRun
    const preRun = [...(Array.isArray(before) ? before : before ? [before] : []), flush] as NonNullable<
      typeof before
    >
    return { emscriptenOpts: { ...emscriptenOpts, preRun } }
  }
}

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
      `Another process is using the folder ${folder}. Stop that one, set DATA_DIR to another folder, or set DATABASE_URL to a PostgreSQL that several processes can share.`,
      { cause },
    )
  }
}

const parsers = { [INT8]: Number, [TIMESTAMPTZ]: (text: string) => text }

/** PostgreSQL in this process, with its files in `dataDir`, set up so that it keeps what it acknowledged. */
export const openPglite = async (dataDir: string): Promise<Driver> => {
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
  const lock = lockFolder(folder)
  const files = join(folder, 'pg')
  // A power cut leaves it behind, and PGlite would not open; under the lock nobody else can own it.
  if (existsSync(join(files, 'postmaster.pid'))) rmSync(join(files, 'postmaster.pid'))
  const pg = await PGlite.create({
    fs: new FlushedFiles(files),
    startParams: [
      ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
      '-c',
      'wal_sync_method=fsync',
    ],
    relaxedDurability: false,
  })
  const [setting] = (await pg.query<{ fsync: string }>('show fsync')).rows
  if (setting?.fsync !== 'on') {
    await pg.close()
    throw new CoachError('store-unavailable', 'The database would not flush to disk; refusing to start')
  }
  const query: Query = async <T>(sql: string, values?: readonly unknown[]) =>
    (await pg.query<T>(sql, values as unknown[], { parsers })).rows
  const checkpoints = setInterval(() => void pg.query('checkpoint').catch(() => {}), CHECKPOINT_EVERY)
  checkpoints.unref()
  return {
    kind: 'pglite',
    query,
    tx: (work) =>
      pg.transaction((tx) =>
        work(
          async <T>(sql: string, values?: readonly unknown[]) =>
            (await tx.query<T>(sql, values as unknown[], { parsers })).rows,
        ),
      ),
    script: async (sql) => {
      await pg.transaction((tx) => tx.exec(sql))
    },
    queue: { db: fromPglite(pg), backend: 'pglite' },
    close: async () => {
      clearInterval(checkpoints)
      await pg.close()
      lock.close()
    },
  }
}
