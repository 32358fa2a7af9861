import type { Documents, DocumentText } from '../../coaching/ports.ts'
import type { Unreadable } from '../../domain/evidence/evidence.ts'
import { startCompiled } from '../compiled-worker.ts'
import type { FileWork } from './documents-worker.ts'
import { MOST_BYTES } from './limits.ts'

/** How many files are read at a time. Others wait. */
const AT_ONCE = 2

/** How often the memory of a worker is checked, in milliseconds. */
const LOOK_EVERY = 25

/**
 * V8's own limit on a worker's heap, in megabytes. It is so high that our check always comes first, because a worker
 * that reaches it can abort the whole process ("Reached heap limit", seen on Node 26.10).
 */
const heapLimit = (memoryMb: number): number => Math.max(256, 4 * memoryMb)

const MEGABYTE = 1024 * 1024
const WORKER = new URL('./documents-worker.ts', import.meta.url)

const unreadable = (why: Unreadable): DocumentText => ({ ok: false, why })

/** Reads one file in its own worker, which gets none of our settings, and ends the worker. */
const readInWorker = async (
  { bytes, name }: FileWork,
  { timeoutMs, memoryMb }: { timeoutMs: number; memoryMb: number },
  signal: AbortSignal,
): Promise<DocumentText> => {
  signal.throwIfAborted()
  const { promise, resolve, reject } = Promise.withResolvers<DocumentText>()
  const own = new Uint8Array(bytes)
  const worker = startCompiled<FileWork>(
    WORKER,
    { bytes: own, name },
    {
      transferList: [own.buffer],
      resourceLimits: { maxOldGenerationSizeMb: heapLimit(memoryMb) },
    },
  )
  worker.once('message', (result: DocumentText) => resolve(result))
  worker.once('error', (error: NodeJS.ErrnoException) =>
    resolve(unreadable(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-slow' : 'damaged')),
  )
  worker.once('exit', () => resolve(unreadable('damaged')))
  const timer = setTimeout(() => resolve(unreadable('too-slow')), timeoutMs)
  // Counts the heap and the bytes outside it, where files are unpacked.
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
 * Reads files in workers. `timeoutMs` is how long one file may take from when its turn comes, in milliseconds.
 * `memoryMb` is how much memory it may use, in megabytes.
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
