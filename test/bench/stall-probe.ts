import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

/** How often the event loop is asked to come round, in milliseconds: what it takes longer than that is a stall. */
const RESOLUTION = 2

/** Milliseconds that the event loop stood still since it was last asked, and the memory that the process has, in MB. */
export type Stalls = { readonly p99: number; readonly longest: number; readonly rssMb: number }

const toMs = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - RESOLUTION)

// Loaded before a program with --import: its parent sends anything, and is told of the time since it last did.
// Threads of the program load this file as well, and are not what is measured.
if (isMainThread && process.send) {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION })
  delays.enable()
  process.on('message', () => {
    const found: Stalls = {
      p99: toMs(delays.percentile(99)),
      longest: toMs(delays.max),
      rssMb: process.memoryUsage.rss() / 1024 / 1024,
    }
    delays.reset()
    process.send?.(found)
  })
  process.channel?.unref()
}
