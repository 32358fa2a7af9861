import type { ModelUse } from './review.ts'

/** The limits on model use. Money is in millionths of a dollar. */
export type Budget = {
  /** Reviews per person and day (UTC). */
  readonly reviewsADay: number
  /** What a workspace may spend in a calendar month (UTC). */
  readonly microDollarsAMonth: number
}

/** Adds up several calls, or returns null if none reported its use. A call without a price makes the sum unknown. */
export function addUse(uses: readonly (ModelUse | null)[]): ModelUse | null {
  const known = uses.filter((use) => use !== null)
  if (known.length === 0) return null
  const sum = (pick: (use: ModelUse) => number): number => known.reduce((total, use) => total + pick(use), 0)
  return {
    input: sum(({ input }) => input),
    cached: sum(({ cached }) => cached),
    output: sum(({ output }) => output),
    microDollars: known.some(({ microDollars }) => microDollars === null)
      ? null
      : sum(({ microDollars }) => microDollars ?? 0),
  }
}
