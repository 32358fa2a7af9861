import { startCompiled } from '../compiled-worker.ts'
import type { Constant } from './codec.ts'
import type { Say, TaskRequest } from './message.ts'
import { makeRecent } from './recent.ts'

/**
 * The limits of one task: `cpuMs` of processor time, so that a busy machine makes nothing fail, `wallMs` of real time,
 * and `memoryMb` of memory, including the worker's own.
 */
export type WorkLimits = { readonly cpuMs: number; readonly wallMs: number; readonly memoryMb: number }

/** The result of one task. `lost`: the worker ended without an answer. */
export type WorkOutcome =
  | Exclude<Say, { kind: 'ready' | 'begun' }>
  | { readonly kind: 'too-slow' }
  | { readonly kind: 'lost' }

/** A task for a worker: its name, its arguments as text, and the constants that these name. */
export type WorkerTask = {
  readonly task: string
  readonly text: string
  readonly constants: readonly Constant[]
}

/** How often a busy worker is checked, in milliseconds. */
const LOOK_EVERY = 50

/** How long a worker may take to load, in milliseconds. A machine may be loading many at once. */
const LOAD_WITHIN = 30_000

/**
 * V8's own limit on a worker's heap, in megabytes. It is so high that our check comes first, because a worker that
 * reaches it can abort the whole process ("Reached heap limit", seen on Node 26.10).
 */
const heapLimit = (memoryMb: number): number => Math.max(256, 4 * memoryMb)

/**
 * How much new memory a worker may fill before it is cleaned up, in megabytes. More would be faster, but every worker
 * would keep it.
 */
const YOUNG_MB = 16

const MEGABYTE = 1024 * 1024

/**
 * One warm worker. It does one task at a time, gets none of our settings, and does not keep the process alive while it
 * is idle. After `too-slow` or `lost` it can't be used again and must be ended.
 */
export function openThread(script: URL, { cpuMs, wallMs, memoryMb }: WorkLimits) {
  const worker = startCompiled(script, null, {
    resourceLimits: { maxOldGenerationSizeMb: heapLimit(memoryMb), maxYoungGenerationSizeMb: YOUNG_MB },
  })
  worker.stdout.resume()
  worker.stderr.resume()
  worker.unref()
  const told = makeRecent<true>()
  let heard: (say: Say | { kind: 'lost' } | { kind: 'too-slow' }) => void = () => {}
  let over = false
  const ready = new Promise<boolean>((resolve) => {
    heard = ({ kind }) => resolve(kind === 'ready')
  })
  worker.on('message', (one: Say) => heard(one))
  worker.on('error', (error: NodeJS.ErrnoException) =>
    heard({ kind: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-slow' : 'lost' }),
  )
  worker.on('exit', () => {
    over = true
    heard({ kind: 'lost' })
  })

  const within = <T>(ms: number, late: T, one: Promise<T>): Promise<T> => {
    const { promise, resolve } = Promise.withResolvers<T>()
    const timer = setTimeout(resolve, ms, late)
    return Promise.race([one, promise]).finally(() => clearTimeout(timer))
  }
  /** Resolves once the running task takes too much, by checking from time to time. Loading what it needs is free. */
  const watching = (hasBegun: () => boolean, stop: AbortSignal): Promise<WorkOutcome> =>
    new Promise((resolve) => {
      let from: number | undefined
      const look = async (): Promise<void> => {
        const [{ user, system }, heap] = await Promise.all([worker.cpuUsage(), worker.getHeapStatistics()])
        const used = (user + system) / 1_000
        if (hasBegun()) from ??= used
        const memory = (heap.total_heap_size + heap.external_memory) / MEGABYTE
        if (used - (from ?? used) > cpuMs || memory > memoryMb) resolve({ kind: 'too-slow' })
      }
      const timer = setInterval(() => void look().catch(() => {}), LOOK_EVERY)
      stop.addEventListener('abort', () => clearInterval(timer), { once: true })
    })
  const askOf = ({ task, text, constants }: WorkerTask): TaskRequest => ({
    task,
    text,
    constants: constants.map((one) => {
      const known = told.get(one.name)
      told.put(one.name, true, one.text.length)
      return { name: one.name, text: known ? null : one.text }
    }),
  })

  return {
    /** True if it has ended while it was idle. */
    isOver: (): boolean => over,
    /** Does one task. Never rejects. */
    work: async (work: WorkerTask): Promise<WorkOutcome> => {
      worker.ref()
      const stop = new AbortController()
      try {
        if (over || !(await within(LOAD_WITHIN, false, ready)) || over) return { kind: 'lost' }
        const begun = Promise.withResolvers<boolean>()
        let hasBegun = false
        const said = new Promise<WorkOutcome>((resolve) => {
          heard = (one) => {
            if (one.kind === 'begun') hasBegun = true
            else if (one.kind !== 'ready') resolve(one)
            begun.resolve(true)
          }
        })
        worker.postMessage(askOf(work))
        const outcome = Promise.race([said, watching(() => hasBegun, stop.signal)])
        if (!(await within(LOAD_WITHIN, false, Promise.race([begun.promise, outcome.then(() => true)]))))
          return { kind: 'lost' }
        return await within<WorkOutcome>(wallMs, { kind: 'too-slow' }, outcome)
      } finally {
        stop.abort()
        worker.unref()
      }
    },
    end: async (): Promise<void> => {
      await worker.terminate()
    },
  }
}

export type WorkerThread = ReturnType<typeof openThread>
