import type { Days, Evidence } from '../evidence/evidence.ts'
import type { Finding } from './review.ts'

const earlier = (one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(one, other) <= 0 ? one : other
const later = (one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate =>
  earlier(one, other) === one ? other : one

/** The shortest range that contains all of these days, or null for none. */
const daysAround = (days: readonly Days[]): Days | null =>
  days.reduce<Days | null>(
    (all, { from, to }) => (all ? { from: earlier(all.from, from), to: later(all.to, to) } : { from, to }),
    null,
  )

/** When a piece happened: from its form, else from its words, else the day on which it arrived. */
export function daysOfPiece(evidence: Evidence, said: readonly Days[]): Days {
  const came = evidence.receivedAt.toZonedDateTimeISO('UTC').toPlainDate()
  const form = evidence.parts.some(({ kind }) => kind === 'form')
  return (form ? evidence.happened : null) ?? daysAround(said) ?? { from: came, to: came }
}

/**
 * First and last day of all evidence of each competency, including a piece that is being read now: the days that a
 * finding's words mention, else those of the piece.
 */
export function spreadWith(
  kept: ReadonlyMap<string, { readonly days: Days }>,
  findings: readonly Finding[],
  said: ReadonlyMap<string, readonly Days[]>,
  happened: Days,
): Map<string, Days> {
  const spread = new Map([...kept].map(([competency, { days }]) => [competency, days]))
  for (const { competency, spans } of findings) {
    const own = daysAround(spans.flatMap((id) => said.get(id) ?? [])) ?? happened
    const before = spread.get(competency)
    spread.set(competency, daysAround(before ? [before, own] : [own]) ?? own)
  }
  return spread
}
