import type { Finding, Pattern, Status } from './review.ts'

/** The best that another piece of the person's showed of a competency. */
export type Earlier = {
  readonly competency: string
  readonly status: Status
  /** The month in which the piece happened, or else arrived. */
  readonly month: Temporal.PlainYearMonth
}

const shows = (status: Status | null): boolean => status === 'evidenced' || status === 'partly'

/**
 * How many pieces, including this one, show something of the competency that it shows best, and since when. Null if it
 * shows nothing.
 */
export function patternOf(
  findings: readonly Pick<Finding, 'competency' | 'status'>[],
  earlier: readonly Earlier[],
): Pattern | null {
  const best =
    findings.find(({ status }) => status === 'evidenced') ?? findings.find(({ status }) => shows(status))
  if (best === undefined) return null
  const alike = earlier.filter(({ competency, status }) => competency === best.competency && shows(status))
  const months = alike.map(({ month }) => month).sort(Temporal.PlainYearMonth.compare)
  return {
    competency: best.competency,
    pieces: alike.length + 1,
    since: months[0]?.toString() ?? null,
    others: earlier.length > 0,
  }
}
