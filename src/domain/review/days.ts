import type { Days } from '../dates/days.ts'
import type { Evidence, SaidDays } from '../evidence/evidence.ts'
import type { Finding } from './review.ts'

const earlier = (one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(one, other) <= 0 ? one : other
const later = (one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate =>
  earlier(one, other) === one ? other : one

/** The shortest range that contains all of these days, or null for none. */
export function daysAround(days: readonly Days[]): Days | null {
  return days.reduce<Days | null>(
    (all, { from, to }) => (all ? { from: earlier(all.from, from), to: later(all.to, to) } : { from, to }),
    null,
  )
}

const dayOfForm = ({ parts, happened }: Evidence): Days | null =>
  parts.some(({ kind }) => kind === 'form') ? happened : null

const arrivalOf = ({ receivedAt }: Evidence): Days => {
  const came = receivedAt.toZonedDateTimeISO('UTC').toPlainDate()
  return { from: came, to: came }
}

/** When a piece happened: from its form, else from its words, else the day on which it arrived. */
export function daysOfPiece(evidence: Evidence, said: readonly Days[]): Days {
  return dayOfForm(evidence) ?? daysAround(said) ?? arrivalOf(evidence)
}

const lengthOf = ({ from, to }: Days): number => from.until(to, { largestUnit: 'day' }).days + 1

/** The days of the longest quarter. A longer period does not date a sentence well. */
const QUARTER = 92

/**
 * When those sentences of a piece happened that name no day: when the rest did, if that was one time. If the rest tells
 * of several, we can't know which of them is meant, so it is the day on which the piece arrived.
 */
export function daysOfUndated(evidence: Evidence, said: readonly Days[]): Days {
  const around = daysAround(said)
  const isOneTime =
    around !== null &&
    (lengthOf(around) <= QUARTER || said.every((one) => lengthOf(one) === lengthOf(around)))
  return dayOfForm(evidence) ?? (isOneTime ? around : arrivalOf(evidence))
}

/** Days that say when something was, and not that it was at some time in a year or a half. */
const isNarrow = (days: SaidDays): boolean => days.loose !== true || lengthOf(days) <= QUARTER

/**
 * First and last day of all dated evidence of each competency, including a piece that is being read now. A sentence
 * without a day, or with no more than a year, says nothing about how long something lasted.
 */
export function spreadWith(
  kept: ReadonlyMap<string, { readonly days: Days }>,
  findings: readonly Finding[],
  said: ReadonlyMap<string, readonly SaidDays[]>,
): Map<string, Days> {
  const spread = new Map([...kept].map(([competency, { days }]) => [competency, days]))
  for (const { competency, spans } of findings) {
    const own = spans.flatMap((id) => said.get(id) ?? []).filter(isNarrow)
    const before = spread.get(competency)
    const all = daysAround(before ? [before, ...own] : own)
    if (all !== null) spread.set(competency, all)
  }
  return spread
}
