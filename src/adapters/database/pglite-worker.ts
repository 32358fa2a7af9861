import { existsSync, fsyncSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { pg_buffercache } from '@electric-sql/pglite/contrib/pg_buffercache'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { wipePages } from './page-wipe.ts'
import type { Failure, PgliteAnswer, PgliteRequest, ThreadOpened } from './pglite-thread.ts'

/** PostgreSQL's type ids: int8, timestamptz (pg_type.dat). */
const INT8 = 20
const TIMESTAMPTZ = 1184

/** How often the write-ahead log is folded into the tables, in milliseconds: PGlite has no process that would. */
const CHECKPOINT_EVERY = 5 * 60_000

type FileStream = { nfd: number }
type Module = { NODEFS: { stream_ops: { fsync?: (stream: FileStream) => number } } }

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

const parsers = { [INT8]: Number, [TIMESTAMPTZ]: (text: string) => text }

/** What crosses the border of an error: codes and names. Its message and its detail may repeat a row. */
const failureOf = (error: unknown): Failure => {
  const { code, constraint, name } = error as Record<string, unknown>
  return {
    code: typeof code === 'string' ? code : null,
    name: typeof name === 'string' ? name : 'unknown',
    constraint: typeof constraint === 'string' ? constraint : null,
  }
}

/** The status of the exit by which PGlite unwinds the stack after an ordinary error (its pglitec.c). */
const UNWOUND = 100

type Loop = { _PostgresMainLoopOnce: () => void }

/**
 * Tells when PostgreSQL has fallen: PGlite takes whatever ends it for an empty answer, to a commit as well, and goes
 * on with memory that is damaged.
 */
const watchFalls = (pg: PGlite): (() => boolean) => {
  const { mod } = pg as unknown as { mod: Loop }
  const once = mod._PostgresMainLoopOnce
  let fallen = false
  mod._PostgresMainLoopOnce = () => {
    try {
      once()
    } catch (error) {
      if ((error as { status?: unknown }).status !== UNWOUND) fallen = true
      throw error
    }
  }
  return () => fallen
}

const port = parentPort!
const tell = (told: PgliteAnswer | ThreadOpened): void => port.postMessage(told)

/** Gives back the memory of what made a new database, some 200 MB, which this thread would keep for hours. */
const collectGarbage = (): void => {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  collect()
}

const open = async (files: string): Promise<PGlite> => {
  const isNew = !existsSync(join(files, 'PG_VERSION'))
  const pg = await PGlite.create({
    fs: new FlushedFiles(files),
    startParams: [
      ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
      '-c',
      'wal_sync_method=fsync',
      // 128 MB by default, all taken at the start; the system keeps what was read of the files as well.
      '-c',
      'shared_buffers=32MB',
      // A file of the log that is done with is removed; used again it would keep old words until it is full.
      '-c',
      'wal_recycle=off',
    ],
    relaxedDurability: false,
    extensions: { pg_buffercache },
  })
  if (isNew) collectGarbage()
  const [setting] = (await pg.query<{ fsync: string }>('show fsync')).rows
  tell({ kind: 'opened', fsync: setting?.fsync ?? '' })
  return pg
}

const serve = (pg: PGlite, files: string): void => {
  const waiting: PgliteRequest[] = []
  const listening = new Map<string, () => Promise<void>>()
  /** The transaction that is open: until it ends, whatever is not of it waits. */
  let inside: number | null = null
  let busy = false
  const hasFallen = watchFalls(pg)

  const next = (): PgliteRequest | undefined => {
    const at = inside === null ? 0 : waiting.findIndex(({ tx }) => tx === inside)
    return at === -1 ? undefined : waiting.splice(at, 1)[0]
  }

  const end = async (tx: number, how: 'commit' | 'rollback'): Promise<unknown[]> => {
    if (inside !== tx) return []
    try {
      const [result] = await pg.exec(how)
      // PostgreSQL answers a commit of what had failed with a rollback, and with no error.
      if (how === 'commit' && result?.command !== 'COMMIT')
        throw Object.assign(new Error('aborted'), { code: '25P02' })
      return []
    } catch (error) {
      await pg.exec('rollback').catch(() => {})
      throw error
    } finally {
      inside = null
    }
  }

  const run = async (asked: PgliteRequest): Promise<unknown[]> => {
    if (asked.do === 'begin') {
      await pg.exec('begin')
      inside = asked.tx
      return []
    }
    // One whose transaction could not begin, or is over, must not run by itself.
    if (asked.tx !== inside) throw Object.assign(new Error('no transaction'), { code: '25P01' })
    switch (asked.do) {
      case 'query':
        return (await pg.query(asked.sql, asked.values as unknown[], asked.ours ? { parsers } : {})).rows
      case 'exec':
        try {
          return (await pg.exec(asked.sql)).flatMap(({ rows }) => rows)
        } catch (error) {
          // A transaction that began in these statements would hold whatever comes next.
          if (inside === null) await pg.exec('rollback').catch(() => {})
          throw error
        }
      case 'listen': {
        const { channel } = asked
        if (!listening.has(channel))
          listening.set(
            channel,
            await pg.listen(channel, (payload) => tell({ kind: 'notified', channel, payload })),
          )
        return []
      }
      case 'unlisten':
        await listening.get(asked.channel)?.()
        listening.delete(asked.channel)
        return []
      case 'wipe': {
        // Written out and out of memory, the pages are in the file alone until the next statement.
        const [kept] = (
          await pg.query<{ path: string; skipped: number }>(
            `select pg_relation_filepath($1::oid) as path, buffers_skipped as skipped
             from page_cache.pg_buffercache_evict_relation($1::oid)`,
            [asked.relation],
          )
        ).rows
        return kept?.path && kept.skipped === 0 ? [wipePages(join(files, kept.path), asked.from)] : [null]
      }
      case 'commit':
      case 'rollback':
        return end(asked.tx, asked.do)
      case 'close':
        clearInterval(checkpoints)
        await pg.close()
        return []
    }
  }

  const work = async (): Promise<void> => {
    if (busy) return
    busy = true
    for (let asked = next(); asked; asked = next()) {
      const { id } = asked
      try {
        const rows = await run(asked)
        // The files are as a kill leaves them; this thread's end says what became of all that was asked.
        if (hasFallen()) process.exit(1)
        tell({ kind: 'done', id, rows })
      } catch (error) {
        if (hasFallen()) process.exit(1)
        tell({ kind: 'failed', id, failure: failureOf(error) })
      }
    }
    busy = false
  }

  const ask = (asked: PgliteRequest): void => {
    waiting.push(asked)
    void work()
  }
  port.on('message', ask)
  const checkpoints = setInterval(
    () => ask({ id: 0, tx: null, do: 'exec', sql: 'checkpoint' }),
    CHECKPOINT_EVERY,
  )
}

const { files } = workerData as { files: string }
open(files).then(
  (pg) => serve(pg, files),
  (error: unknown) => {
    tell({ kind: 'not-opened', failure: failureOf(error) })
    port.close()
  },
)
