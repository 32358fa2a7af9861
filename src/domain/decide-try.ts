/**
 * Why a try of a job failed. `passing`: Slack, the database or another job is away, and will recover by itself or with
 * an admin's help. `closed`: Slack will never accept an answer there. `broken`: anything else, which is our fault.
 */
export type Trouble = 'passing' | 'closed' | 'broken'

/** Tries of a job that ended with an error. A process that dies during a try adds nothing. */
export type Tries = {
  /** All of them, and since when. */
  readonly failed: number
  readonly failedSince: Temporal.Instant
  /** Those with trouble that does not pass by itself. */
  readonly broken: number
  readonly brokenSince: Temporal.Instant | null
}

/** A job after a failed try. */
export type Failed = {
  readonly trouble: Trouble
  readonly tries: Tries
  readonly now: Temporal.Instant
  /** The result is already in the database, so it will be shown sooner or later. */
  readonly isRead: boolean
  /** The person waits for an answer, and has not been told that it takes longer. */
  readonly untold: boolean
  /** A random number from 0 to 1. */
  readonly jitter: number
}

export type NextTry =
  /** Try again after so many seconds. `tell`: first tell the person that it takes longer. */
  | { readonly kind: 'again'; readonly seconds: number; readonly tell: boolean }
  | { readonly kind: 'give-up' }
  | { readonly kind: 'let-go' }

/** The wait after the first failure, and the longest, in seconds. */
const FIRST_WAIT = 2
const LONGEST_WAIT = 300

/** The longest wait, in seconds, after so many hours of trying. */
const LATE = { hours: 24, longest: 60 * 60 } as const

/** After so many minutes of trying, the person is told that it takes longer. */
const TELL_AFTER = 3

/** A job is given up after so many failures of our own over at least so many hours. */
const GIVE_UP = { failures: 5, hours: 1 } as const

/** Passing trouble is retried for a week. After that, nobody expects an answer. */
const PASSING = { failures: 100, hours: 7 * 24 } as const

const hoursSince = (since: Temporal.Instant, now: Temporal.Instant): number => since.until(now).total('hours')

/** Whether there were enough permanent failures over enough time. A single refusal may be a mistake that gets fixed. */
const isGivenUp = ({ tries: { broken, brokenSince }, now }: Failed): boolean =>
  broken >= GIVE_UP.failures && brokenSince !== null && hoursSince(brokenSince, now) >= GIVE_UP.hours

const isOver = (state: Failed): boolean => {
  const { trouble, tries, now, isRead } = state
  if (isRead) return false
  if (trouble === 'passing')
    return tries.failed >= PASSING.failures && hoursSince(tries.failedSince, now) >= PASSING.hours
  return isGivenUp(state)
}

/** What happens with a job after a failed try. All rules for retries are here. */
export function decideTry(state: Failed): NextTry {
  const { trouble, tries, now, untold, jitter } = state
  if (trouble === 'closed' && isGivenUp(state)) return { kind: 'let-go' }
  if (trouble !== 'closed' && isOver(state)) return { kind: 'give-up' }
  const most = hoursSince(tries.failedSince, now) < LATE.hours ? LONGEST_WAIT : LATE.longest
  const longest = Math.min(most, FIRST_WAIT * 2 ** Math.min(tries.failed - 1, 12))
  return {
    kind: 'again',
    // At least half of the wait, so that jobs that failed together are not retried together.
    seconds: Math.ceil(longest * (0.5 + jitter / 2)),
    tell: untold && tries.failedSince.until(now).total('minutes') >= TELL_AFTER,
  }
}
