/** A failing service that everything else depends on. */
export type Outage = {
  readonly since: Temporal.Instant
  /** When it last failed, and when that was last logged. */
  readonly lastAt: Temporal.Instant
  readonly saidAt: Temporal.Instant
  /** Failures since then that were not logged. */
  readonly unsaid: number
}

/** How often a continuing outage is logged again. */
const AGAIN = { minutes: 3 } as const

/** An outage is over after this long without a failure, so that occasional successes don't end it. */
const QUIET = { seconds: 10 } as const

/**
 * A failure after this long without one begins another outage, because meanwhile nobody used the service, or nobody
 * noticed that it worked.
 */
const ANOTHER = { minutes: 10 } as const

const isPast = (from: Temporal.Instant, wait: Temporal.DurationLike, now: Temporal.Instant): boolean =>
  // A clock that was set back must not silence it.
  Temporal.Instant.compare(now, from) < 0 || Temporal.Instant.compare(from.add(wait), now) <= 0

/** Counts a failure. Returns the outage as it is now, and how many failures to log, or null to log nothing. */
export function failedAgain(
  before: Outage | null,
  now: Temporal.Instant,
): { readonly outage: Outage; readonly say: number | null } {
  if (before === null || isPast(before.lastAt, ANOTHER, now))
    return { outage: { since: now, lastAt: now, saidAt: now, unsaid: 0 }, say: 1 }
  const unsaid = before.unsaid + 1
  return isPast(before.saidAt, AGAIN, now)
    ? { outage: { ...before, lastAt: now, saidAt: now, unsaid: 0 }, say: unsaid }
    : { outage: { ...before, lastAt: now, unsaid }, say: null }
}

/** Whether an outage can be declared over. */
export function isOver({ lastAt }: Outage, now: Temporal.Instant): boolean {
  return isPast(lastAt, QUIET, now)
}
