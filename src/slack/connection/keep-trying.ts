import { setTimeout as wait } from 'node:timers/promises'
import { ExponentialBackoff } from 'cockatiel'

/** The shortest and the longest wait between two tries, in milliseconds; each is jittered. */
export type Waits = { readonly first: number; readonly most: number }

export const WAITS: Waits = { first: 500, most: 60_000 }

/** Waits that grow with jitter, from `first` to `most`. `reset` begins with the first again. */
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

/** How long Slack asks to be left alone, in milliseconds; 0: it does not say. */
export function retryAfterOf(error: unknown): number {
  return 1000 * ((error as { retryAfter?: number } | undefined)?.retryAfter ?? 0)
}

/** Waits, or returns at once when `signal` aborts; never throws. */
export function waitUntil(ms: number, signal: AbortSignal): Promise<void> {
  return wait(ms, undefined, { signal, ref: true }).catch(() => {})
}

/**
 * Does something until it is done, however long that takes. `onFailure` hears of each failure and of the wait until
 * the next try, in milliseconds; what it throws ends the tries. null: `signal` aborted first.
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
