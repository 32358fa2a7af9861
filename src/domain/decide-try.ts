/**
 * Why a try of a job failed. `passing`: Slack, the database or another job is not there, which comes right by itself
 * or by an admin's hand. `closed`: Slack will never take an answer there. `broken`: anything else, our own fault.
 */
export type Trouble = 'passing' | 'closed' | 'broken'

/** Tries of a job that ended by themselves with an error; a process that dies under one adds nothing. */
export type Tries = {
  /** All of them, and since when. */
  readonly failed: number
  readonly failedSince: Temporal.Instant
  /** Those of trouble that does not pass by itself. */
  readonly broken: number
  readonly brokenSince: Temporal.Instant | null
}

/** A job after a try that failed. */
export type Failed = {
  readonly trouble: Trouble
  readonly tries: Tries
  readonly now: Temporal.Instant
  /** What it would show is in the database: that is shown, sooner or later. */
  readonly isRead: boolean
  /** The person waits for an answer, and was not told yet that it takes longer. */
  readonly untold: boolean
  /** From 0 to 1, at random. */
  readonly jitter: number
}

export type NextTry =
  /** Another try after so many seconds; `tell`: the person hears first that it takes longer. */
  | { readonly kind: 'again'; readonly seconds: number; readonly tell: boolean }
  | { readonly kind: 'give-up' }
  | { readonly kind: 'let-go' }

/** The wait after the first failure and the longest, in seconds. */
const FIRST_WAIT = 2
const LONGEST_WAIT = 300

/** After so many hours of trying the longest wait is another one, in seconds. */
const LATE = { hours: 24, longest: 60 * 60 } as const

/** After so many minutes of trying the person hears that it takes longer. */
const TELL_AFTER = 3

/** A job is given up after so many failures of our own over at least so many hours. */
const GIVE_UP = { failures: 5, hours: 1 } as const

/** What passes is waited for a week of trying. Nobody waits for an answer any more after that. */
const PASSING = { failures: 100, hours: 7 * 24 } as const

const hoursSince = (since: Temporal.Instant, now: Temporal.Instant): number => since.until(now).total('hours')

/** Enough failures that waiting does not mend, over enough time: one refusal may be a mistake that is put right. */
const isGivenUp = ({ tries: { broken, brokenSince }, now }: Failed): boolean =>
  broken >= GIVE_UP.failures && brokenSince !== null && hoursSince(brokenSince, now) >= GIVE_UP.hours

const isOver = (state: Failed): boolean => {
  const { trouble, tries, now, isRead } = state
  if (isRead) return false
  if (trouble === 'passing')
    return tries.failed >= PASSING.failures && hoursSince(tries.failedSince, now) >= PASSING.hours
  return isGivenUp(state)
}

/** What becomes of a job after a try that failed. All policy of trying again lives here. */
export function decideTry(state: Failed): NextTry {
  const { trouble, tries, now, untold, jitter } = state
  if (trouble === 'closed' && isGivenUp(state)) return { kind: 'let-go' }
  if (trouble !== 'closed' && isOver(state)) return { kind: 'give-up' }
  const most = hoursSince(tries.failedSince, now) < LATE.hours ? LONGEST_WAIT : LATE.longest
  const longest = Math.min(most, FIRST_WAIT * 2 ** Math.min(tries.failed - 1, 12))
  return {
    kind: 'again',
    // At least half of it: what failed together is not tried again together.
    seconds: Math.ceil(longest * (0.5 + jitter / 2)),
    tell: untold && tries.failedSince.until(now).total('minutes') >= TELL_AFTER,
  }
}
