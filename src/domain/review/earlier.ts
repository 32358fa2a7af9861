import type { Finding, Pattern, Status } from './review.ts'

/** What another piece of the person's was found to show of one competency, at its best. */
export type Earlier = {
  readonly competency: string
  readonly status: Status
  /** When the piece happened, or else came. */
  readonly month: Temporal.PlainYearMonth
}

const shows = (status: Status | null): boolean => status === 'evidenced' || status === 'partly'

/**
 * Whether a piece is one thing or part of a pattern: how many pieces, it included, show something of the competency
 * that it shows best, and since when. null: it shows nothing.
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
