/** Something that everything else needs, and that has been failing. */
export type Outage = {
  readonly since: Temporal.Instant
  /** When it last failed, and when that was last said. */
  readonly lastAt: Temporal.Instant
  readonly saidAt: Temporal.Instant
  /** Failures that were not said since then. */
  readonly unsaid: number
}

/** While it lasts it is said again this often. */
const AGAIN = { minutes: 3 } as const

/** It is over once it has worked without a failure for so long: what fails now and then does not end each time. */
const QUIET = { seconds: 10 } as const

/** A failure after so long without one begins another outage: nobody used it in between, or nobody saw it work. */
const ANOTHER = { minutes: 10 } as const

const isPast = (from: Temporal.Instant, wait: Temporal.DurationLike, now: Temporal.Instant): boolean =>
  // A clock that was put back must not silence it.
  Temporal.Instant.compare(now, from) < 0 || Temporal.Instant.compare(from.add(wait), now) <= 0

/** One more failure: the outage as it is now, and how many failures to speak of; null: say nothing now. */
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

/** True once what works again can be said to be over. */
export function isOver({ lastAt }: Outage, now: Temporal.Instant): boolean {
  return isPast(lastAt, QUIET, now)
}
