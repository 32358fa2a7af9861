import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { CoachError } from '../../domain/coach-error.ts'
import { startCompiled } from '../compiled-worker.ts'

/**
 * A request to the thread, which handles one at a time. `tx` is the transaction that it belongs to. While a transaction
 * is open, requests outside it wait. With `ours`, int8 is returned as a number and timestamptz as text.
 */
export type PgliteRequest = { readonly id: number } & (
  | {
      readonly do: 'query'
      readonly tx: number | null
      readonly sql: string
      readonly values?: readonly unknown[] | undefined
      readonly ours: boolean
    }
  | { readonly do: 'exec'; readonly tx: number | null; readonly sql: string }
  | { readonly do: 'begin' | 'commit' | 'rollback'; readonly tx: number }
  | { readonly do: 'listen' | 'unlisten'; readonly tx: null; readonly channel: string }
  /** Blanks the free space in some pages of a table or index, by its oid. Answers with the next page, or null. */
  | { readonly do: 'wipe'; readonly tx: null; readonly relation: number; readonly from: number }
  | { readonly do: 'close'; readonly tx: null }
)

type Unnumbered<T = PgliteRequest> = T extends PgliteRequest ? Omit<T, 'id'> : never

/** An error of the database: PostgreSQL's SQLSTATE, the error's name and the constraint's, never a value. */
export type Failure = {
  readonly code: string | null
  readonly name: string
  readonly constraint: string | null
}

/** The folder of the database, and the compiled PostgreSQL. */
export type PgliteFiles = { readonly files: string; readonly wasm: WebAssembly.Module }

/** The thread's first message, and all its later ones. */
export type ThreadOpened =
  | { readonly kind: 'opened'; readonly fsync: string }
  | { readonly kind: 'not-opened'; readonly failure: Failure }
export type PgliteAnswer =
  | { readonly kind: 'done'; readonly id: number; readonly rows: readonly unknown[] }
  | { readonly kind: 'failed'; readonly id: number; readonly failure: Failure }
  | { readonly kind: 'notified'; readonly channel: string; readonly payload: string }

/** Rows pass through the thread's heap and are garbage immediately. A larger heap would not be faster. In MB. */
const YOUNG_MB = 16

const WORKER = new URL('./pglite-worker.ts', import.meta.url)

/** PostgreSQL as WebAssembly, in the same folder as the package's entry file (PGlite 0.5.16). */
const WASM = join(dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite')), 'pglite.wasm')

let compiled: Promise<WebAssembly.Module> | undefined

/** PostgreSQL, compiled once per process, so that a thread that replaces another one starts quickly. */
const postgres = (): Promise<WebAssembly.Module> => {
  compiled ??= readFile(WASM).then((bytes) => WebAssembly.compile(bytes))
  return compiled
}

const errorOf = ({ code, name, constraint }: Failure): Error =>
  Object.assign(new Error(code ?? name), {
    name,
    ...(code ? { code } : {}),
    ...(constraint ? { constraint } : {}),
  })

const ended = (): CoachError =>
  new CoachError('store-unavailable', 'The database stopped unexpectedly and is being opened again')

export type PgliteThread = {
  /** Rejects with an error with PostgreSQL's code, or with CoachError `store-unavailable` once the thread has ended. */
  ask<T>(asked: Unnumbered): Promise<T[]>
  /** Ends the thread immediately, and resolves when it is gone. */
  end(): Promise<void>
  /** Resolves when the thread has ended, for whatever reason. */
  readonly gone: Promise<void>
}

/**
 * Opens the database in `files` in a separate thread, which ends with this process. `notified` gets every NOTIFY on the
 * channels that are listened to. Throws CoachError `store-unavailable` if the database does not flush to disk.
 */
export async function openPgliteThread(
  files: string,
  notified: (channel: string, payload: string) => void,
): Promise<PgliteThread> {
  // PostgreSQL's output is discarded, because it may contain the words of a row.
  const worker = startCompiled<PgliteFiles>(
    WORKER,
    { files, wasm: await postgres() },
    { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } },
  )
  worker.stdout.resume()
  worker.stderr.resume()
  const asking = new Map<number, { resolve: (rows: never[]) => void; reject: (error: Error) => void }>()
  const opening = Promise.withResolvers<void>()
  const gone = Promise.withResolvers<void>()
  let last = 0
  let isGone = false

  const settle = (id: number) => {
    const one = asking.get(id)
    asking.delete(id)
    // When nobody waits for an answer, an open database does not keep the process running.
    if (asking.size === 0) worker.unref()
    return one
  }
  const hear = (told: PgliteAnswer | ThreadOpened): void => {
    switch (told.kind) {
      case 'opened':
        if (told.fsync === 'on') opening.resolve()
        else opening.reject(new CoachError('store-unavailable', 'The database can’t write to its disk'))
        break
      case 'not-opened':
        opening.reject(errorOf(told.failure))
        break
      case 'done':
        settle(told.id)?.resolve(told.rows as never[])
        break
      case 'failed':
        settle(told.id)?.reject(errorOf(told.failure))
        break
      case 'notified':
        notified(told.channel, told.payload)
    }
  }
  worker.on('message', hear)
  worker.once('error', () => {})
  worker.once('exit', () => {
    isGone = true
    opening.reject(ended())
    for (const id of [...asking.keys()]) settle(id)?.reject(ended())
    gone.resolve()
  })
  await opening.promise.catch(async (error: unknown) => {
    await worker.terminate()
    throw error
  })
  worker.unref()
  return {
    gone: gone.promise,
    end: async () => {
      await worker.terminate()
      await gone.promise
    },
    ask: <T>(asked: Unnumbered) =>
      new Promise<T[]>((resolve, reject) => {
        if (isGone) return reject(ended())
        last += 1
        worker.postMessage({ ...asked, id: last })
        asking.set(last, { resolve, reject })
        worker.ref()
      }),
  }
}
