import { setTimeout as wait } from 'node:timers/promises'
import { ExponentialBackoff } from 'cockatiel'

/** The shortest and the longest wait between two tries, in milliseconds. Each wait is jittered. */
export type Waits = { readonly first: number; readonly most: number }

export const WAITS: Waits = { first: 500, most: 60_000 }

/** Waits that grow from `first` to `most`, with jitter. `reset` starts again from `first`. */
export function growingWaits({ first, most }: Waits) {
  const begin = () => new ExponentialBackoff<unknown>({ initialDelay: first, maxDelay: most }).next()
  let step = begin()
  return {
    /** The next wait, in milliseconds, at least `atLeast`. */
    next: (atLeast = 0): number => {
      const { duration } = step
      step = step.next(undefined)
      return Math.max(duration, atLeast)
    },
    reset: (): void => {
      step = begin()
    },
  }
}

/** How long Slack asks us to wait, in milliseconds, or 0 if it does not say. */
export function retryAfterOf(error: unknown): number {
  return 1000 * ((error as { retryAfter?: number } | undefined)?.retryAfter ?? 0)
}

/** Waits, or returns as soon as `signal` aborts. Never throws. */
export function waitUntil(ms: number, signal: AbortSignal): Promise<void> {
  return wait(ms, undefined, { signal, ref: true }).catch(() => {})
}

/**
 * Repeats something until it works, however long that takes. `onFailure` is told of each failure and of the wait until
 * the next try, in milliseconds. If it throws, the tries end. Returns null if `signal` aborted first.
 */
export async function keepTrying<T>(
  work: () => Promise<T>,
  onFailure: (error: unknown, waitMs: number) => void,
  { waits, signal }: { waits: Waits; signal: AbortSignal },
): Promise<T | null> {
  const growing = growingWaits(waits)
  while (!signal.aborted) {
    try {
      return await work()
    } catch (error) {
      const ms = growing.next(retryAfterOf(error))
      onFailure(error, ms)
      await waitUntil(ms, signal)
    }
  }
  return null
}
