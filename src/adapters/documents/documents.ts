import { Worker } from 'node:worker_threads'
import type { Documents, DocumentText } from '../../coaching/ports.ts'
import type { Unreadable } from '../../domain/evidence/evidence.ts'
import type { FileWork } from './documents-worker.ts'
import { MOST_BYTES } from './limits.ts'

/** How many files are read at a time; others wait. */
const AT_ONCE = 2

/** How often the memory of a worker is looked at, in milliseconds. */
const LOOK_EVERY = 25

/**
 * V8's own limit on a worker's heap, in megabytes: so far off that the look above always comes first, because a
 * worker that reaches it can abort the whole process ("Reached heap limit", seen on Node 26.10).
 */
const heapLimit = (memoryMb: number): number => Math.max(256, 4 * memoryMb)

const MEGABYTE = 1024 * 1024
const WORKER = new URL('./documents-worker.ts', import.meta.url)

const unreadable = (why: Unreadable): DocumentText => ({ ok: false, why })

/** Runs one file in a worker of its own, which has no settings of ours, and ends it. */
const readInWorker = async (
  { bytes, name }: FileWork,
  { timeoutMs, memoryMb }: { timeoutMs: number; memoryMb: number },
  signal: AbortSignal,
): Promise<DocumentText> => {
  signal.throwIfAborted()
  const { promise, resolve, reject } = Promise.withResolvers<DocumentText>()
  const own = new Uint8Array(bytes)
  const worker = new Worker(WORKER, {
    workerData: { bytes: own, name } satisfies FileWork,
    transferList: [own.buffer],
    resourceLimits: { maxOldGenerationSizeMb: heapLimit(memoryMb) },
    env: {},
    execArgv: [],
    // What a parser prints may hold words of the file.
    stdout: true,
    stderr: true,
  })
  worker.once('message', (result: DocumentText) => resolve(result))
  worker.once('error', (error: NodeJS.ErrnoException) =>
    resolve(unreadable(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-slow' : 'damaged')),
  )
  worker.once('exit', () => resolve(unreadable('damaged')))
  const timer = setTimeout(() => resolve(unreadable('too-slow')), timeoutMs)
  // Counts the heap and the bytes that lie outside of it, where files are unpacked.
  const look = setInterval(() => {
    worker.getHeapStatistics().then(
      ({ total_heap_size, external_memory }) => {
        if (total_heap_size + external_memory > memoryMb * MEGABYTE) resolve(unreadable('too-slow'))
      },
      () => {},
    )
  }, LOOK_EVERY)
  const abort = (): void => reject(signal.reason)
  signal.addEventListener('abort', abort)
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    clearInterval(look)
    signal.removeEventListener('abort', abort)
    await worker.terminate()
  }
}

/**
 * Reads files in workers. `timeoutMs`: how long one file may take, from when its turn comes. `memoryMb`: how much
 * memory one may take, in megabytes.
 */
export function makeDocuments(limits: { timeoutMs: number; memoryMb: number }): Documents {
  const closing = new AbortController()
  const underWay = new Set<Promise<unknown>>()
  const waiting: (() => void)[] = []
  let running = 0

  const read = async (work: FileWork): Promise<DocumentText> => {
    if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
    try {
      return await readInWorker(work, limits, closing.signal)
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }

  return {
    textOf: async (bytes, name) => {
      closing.signal.throwIfAborted()
      if (bytes.byteLength > MOST_BYTES) return unreadable('too-large')
      if (bytes.byteLength === 0) return unreadable('empty')
      const reading = read({ bytes, name })
      underWay.add(reading)
      try {
        return await reading
      } finally {
        underWay.delete(reading)
      }
    },
    close: async () => {
      closing.abort()
      await Promise.allSettled(underWay)
    },
  }
}
