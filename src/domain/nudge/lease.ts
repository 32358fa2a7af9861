/** How long an attempt to post may take, and how long the process that began it may still call Slack. */
export const LEASE = { seconds: 60 } as const
const CALL_WITHIN = { seconds: 30 } as const

/**
 * The clocks of our processes differ by less than this. A time further in the future comes from a clock that jumped
 * ahead.
 */
export const DRIFT = { minutes: 5 } as const

/** The latest possible end of a lease. A later one came from a clock that had jumped ahead. */
export function latestLease(now: Temporal.Instant): Temporal.Instant {
  return now.add(LEASE).add(DRIFT)
}

/** True while an attempt with this lease may be running. A null lease means that there is none. */
export function isUnderWay(lease: Temporal.Instant | null, now: Temporal.Instant): boolean {
  return (
    lease !== null &&
    Temporal.Instant.compare(now, lease) < 0 &&
    Temporal.Instant.compare(lease, latestLease(now)) < 0
  )
}

/** True while a process may still call Slack for an attempt that it began. */
export function mayStillCall(lease: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, lease.subtract(LEASE).add(CALL_WITHIN)) < 0
}
