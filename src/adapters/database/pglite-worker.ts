import { existsSync, fsyncSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { pg_buffercache } from '@electric-sql/pglite/contrib/pg_buffercache'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import type { CompiledData } from '../compiled-worker.ts'
import { wipePages } from './page-wipe.ts'
import type { Failure, PgliteAnswer, PgliteFiles, PgliteRequest, ThreadOpened } from './pglite-thread.ts'

/** PostgreSQL's type ids: int8, timestamptz (pg_type.dat). */
const INT8 = 20
const TIMESTAMPTZ = 1184

/** How often to write a checkpoint, in milliseconds. PGlite has no process that does it. */
const CHECKPOINT_EVERY = 5 * 60_000

type FileStream = { nfd: number }
type Module = { NODEFS: { stream_ops: { fsync?: (stream: FileStream) => number } } }

/** Files whose `fsync` reaches the disk. Without it, a power cut would lose what PGlite had acknowledged. */
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

/**
 * Lets a query read its rows in our way or in PGlite's. As an option of a query, PGlite would copy all its parsers for
 * each, which takes a quarter of a short query.
 */
const readsRows = (pg: PGlite): ((ours: boolean) => void) => {
  const usual = pg.parsers
  const own = { ...usual, [INT8]: Number, [TIMESTAMPTZ]: (text: string) => text }
  return (ours) => {
    pg.parsers = ours ? own : usual
  }
}

/** The parts of an error that may leave this thread: codes and names. Its message and detail may repeat a row. */
const failureOf = (error: unknown): Failure => {
  const { code, constraint, name } = error as Record<string, unknown>
  return {
    code: typeof code === 'string' ? code : null,
    name: typeof name === 'string' ? name : 'unknown',
    constraint: typeof constraint === 'string' ? constraint : null,
  }
}

/** The exit status with which PGlite unwinds the stack after an ordinary error (its pglitec.c). */
const UNWOUND = 100

type Loop = { _PostgresMainLoopOnce: () => void }

/**
 * Returns a function that says whether PostgreSQL has crashed. PGlite itself would take a crash for an empty answer,
 * even to a commit, and continue with damaged memory.
 */
const watchCrashes = (pg: PGlite): (() => boolean) => {
  const { mod } = pg as unknown as { mod: Loop }
  const once = mod._PostgresMainLoopOnce
  let crashed = false
  mod._PostgresMainLoopOnce = () => {
    try {
      once()
    } catch (error) {
      if ((error as { status?: unknown }).status !== UNWOUND) crashed = true
      throw error
    }
  }
  return () => crashed
}

const port = parentPort!
const tell = (told: PgliteAnswer | ThreadOpened): void => port.postMessage(told)

/** Frees the memory that creating a database took, some 200 MB, which this thread would otherwise keep for hours. */
const collectGarbage = (): void => {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  collect()
}

const open = async ({ files, wasm }: PgliteFiles): Promise<PGlite> => {
  const isNew = !existsSync(join(files, 'PG_VERSION'))
  const pg = await PGlite.create({
    fs: new FlushedFiles(files),
    pgliteWasmModule: wasm,
    startParams: [
      ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
      '-c',
      'wal_sync_method=fsync',
      // The default is 128 MB, taken at the start. The operating system caches the files anyway.
      '-c',
      'shared_buffers=32MB',
      // Remove old files of the write-ahead log. If they were reused, old words would stay in them for a while.
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
  /** The open transaction. Requests outside it wait until it ends. */
  let inside: number | null = null
  let busy = false
  const hasCrashed = watchCrashes(pg)
  const readRows = readsRows(pg)

  const next = (): PgliteRequest | undefined => {
    const at = inside === null ? 0 : waiting.findIndex(({ tx }) => tx === inside)
    return at === -1 ? undefined : waiting.splice(at, 1)[0]
  }

  const end = async (tx: number, how: 'commit' | 'rollback'): Promise<unknown[]> => {
    if (inside !== tx) return []
    try {
      const [result] = await pg.exec(how)
      // PostgreSQL answers the commit of a failed transaction with a rollback, and without an error.
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
    // If its transaction could not begin, or is over, a request must not run without one.
    if (asked.tx !== inside) throw Object.assign(new Error('no transaction'), { code: '25P01' })
    switch (asked.do) {
      case 'query':
        readRows(asked.ours)
        return (await pg.query(asked.sql, asked.values as unknown[])).rows
      case 'exec':
        readRows(false)
        try {
          return (await pg.exec(asked.sql)).flatMap(({ rows }) => rows)
        } catch (error) {
          // If these statements began a transaction, everything after them would be part of it.
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
        // Evicting the pages writes them to the file. Until the next statement, memory holds no copy.
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
        // The files are in the state that a kill leaves. When this thread ends, all open requests are rejected.
        if (hasCrashed()) process.exit(1)
        tell({ kind: 'done', id, rows })
      } catch (error) {
        if (hasCrashed()) process.exit(1)
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

const { given } = workerData as CompiledData<PgliteFiles>
open(given).then(
  (pg) => serve(pg, given.files),
  (error: unknown) => {
    tell({ kind: 'not-opened', failure: failureOf(error) })
    port.close()
  },
)
