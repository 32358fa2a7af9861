import { DRIFT } from '../../../domain/nudge/lease.ts'

/** How long a job may take before the same nudge is queued again. pg-boss returns the jobs of a dead process sooner. */
export const CLAIM = { minutes: 10 } as const

/**
 * A workspace's share at a rate per minute: since when it was not used, and how many looks it allows, not rounded. At
 * most a minute is saved up. What a clock that had jumped ahead used in advance does not count.
 */
export function shareOf(
  used: Temporal.Instant,
  now: Temporal.Instant,
  aMinute: number,
): { readonly from: Temporal.Instant; readonly share: number } {
  const oldest = now.subtract({ minutes: 1 })
  const isAhead = Temporal.Instant.compare(used, now.add(DRIFT)) > 0
  const [, from] = [oldest, isAhead ? oldest : used, now].toSorted(Temporal.Instant.compare)
  return { from: from!, share: (from!.until(now).total('seconds') * aMinute) / 60 }
}

/** Until when so many looks use up the share that began at `from`. */
export function usedUntil(from: Temporal.Instant, looks: number, aMinute: number): Temporal.Instant {
  return from.add({ milliseconds: Math.ceil((looks * 60_000) / aMinute) })
}
