import { Worker } from 'node:worker_threads'
import { CoachError } from '../../domain/coach-error.ts'

/**
 * What the thread is asked. It does one thing after the other; `tx` is the transaction that it belongs to, and what
 * is of another waits until that one has ended. `ours`: int8 arrives as Number and timestamptz as text.
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
  /** Blanks what is free in some pages of a table or index, by its oid; says which page to go on from, or null. */
  | { readonly do: 'wipe'; readonly tx: null; readonly relation: number; readonly from: number }
  | { readonly do: 'close'; readonly tx: null }
)

type Unnumbered<T = PgliteRequest> = T extends PgliteRequest ? Omit<T, 'id'> : never

/** An error of the database: PostgreSQL's SQLSTATE, and the names of things, never their values. */
export type Failure = {
  readonly code: string | null
  readonly name: string
  readonly constraint: string | null
}

/** What the thread says once, and what it says then. */
export type ThreadOpened =
  | { readonly kind: 'opened'; readonly fsync: string }
  | { readonly kind: 'not-opened'; readonly failure: Failure }
export type PgliteAnswer =
  | { readonly kind: 'done'; readonly id: number; readonly rows: readonly unknown[] }
  | { readonly kind: 'failed'; readonly id: number; readonly failure: Failure }
  | { readonly kind: 'notified'; readonly channel: string; readonly payload: string }

/** Rows pass through the thread's heap and are garbage at once: more room for them is memory, and no speed. */
const YOUNG_MB = 16

const WORKER = new URL('./pglite-worker.ts', import.meta.url)

const errorOf = ({ code, name, constraint }: Failure): Error =>
  Object.assign(new Error(code ?? name), {
    name,
    ...(code ? { code } : {}),
    ...(constraint ? { constraint } : {}),
  })

const ended = (): CoachError =>
  new CoachError('store-unavailable', 'The database in this process ended unexpectedly and is opened again')

export type PgliteThread = {
  /** Rejects with an error that carries PostgreSQL's code, or with CoachError `store-unavailable` once it ended. */
  ask<T>(asked: Unnumbered): Promise<T[]>
  /** Ends it, done or not, and resolves when nothing of it is left. */
  end(): Promise<void>
  /** Resolves when it has ended, however that came. */
  readonly gone: Promise<void>
}

/**
 * Opens the database in `files` in a thread of its own, which ends with this process. `notified` hears of NOTIFY on
 * the channels that were asked for. Throws CoachError `store-unavailable` where it would not flush to disk.
 */
export async function openPgliteThread(
  files: string,
  notified: (channel: string, payload: string) => void,
): Promise<PgliteThread> {
  // What PostgreSQL prints may hold words of a row.
  const worker = new Worker(WORKER, {
    workerData: { files },
    env: {},
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    stdout: true,
    stderr: true,
  })
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
    // A program whose work is done may end, though nobody closed the database.
    if (asking.size === 0) worker.unref()
    return one
  }
  const hear = (told: PgliteAnswer | ThreadOpened): void => {
    switch (told.kind) {
      case 'opened':
        if (told.fsync === 'on') opening.resolve()
        else
          opening.reject(
            new CoachError('store-unavailable', 'The database would not flush to disk; refusing to start'),
          )
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
