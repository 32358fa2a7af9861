import type { Days, ToldDays } from '../dates/days.ts'
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

const isSameDay = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) === 0

/** What is "since August" began in August. Next to another time, that is what it says. */
const begun = ({ since, named, from, to }: SaidDays): Days => ({ from, to: since ? (named ?? from) : to })

/** When a sentence happened by the days that it names, or null for none. */
export function whenTold(said: readonly SaidDays[]): ToldDays | null {
  const isSince = said.every(({ since }) => since)
  const all = daysAround(isSince ? said : said.map(begun))
  if (all === null) return null
  const named = daysAround(said.flatMap((one) => (one.named ? [{ from: one.from, to: one.named }] : [])))?.to
  const isNamed =
    named && (isSince || (isSameDay(all.to, said.at(-1)!.to) && !said.some(({ since }) => since)))
  const isWhole = said.every(({ loose, since }) => !loose && !since) && !isSameDay(all.from, all.to)
  return {
    ...all,
    ...(isSince ? { since: true } : {}),
    ...(isNamed ? { named } : {}),
    ...(said.length === 1 && isWhole ? { whole: true } : {}),
  }
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

/** The days of the longest quarter. */
const QUARTER = 92
/** The longest time that a piece tells of as one. */
const YEAR = 366

/** Whether times follow each other, without a gap of more than a quarter. */
const isOneStretch = (said: readonly Days[]): boolean => {
  let last: Temporal.PlainDate | null = null
  for (const { from, to } of said.toSorted((a, b) => Temporal.PlainDate.compare(a.from, b.from))) {
    if (last !== null && last.until(from, { largestUnit: 'day' }).days > QUARTER) return false
    last = last === null ? to : later(last, to)
  }
  return true
}

/**
 * When those sentences of a piece happened that name no day: when the rest did, if that was one stretch of time. If the
 * rest tells of several, we can't know which of them is meant, so it is the day on which the piece arrived.
 */
export function daysOfUndated(evidence: Evidence, said: readonly SaidDays[]): ToldDays {
  const around = whenTold(said)
  const isOneTime =
    around !== null &&
    (said.every((one) => lengthOf(one) === lengthOf(around)) ||
      (lengthOf(around) <= YEAR && isOneStretch(said.map(begun))))
  return dayOfForm(evidence) ?? (isOneTime ? withoutWhole(around) : arrivalOf(evidence))
}

/** At some time in these days. */
const withoutWhole = ({ whole: _, ...days }: ToldDays): ToldDays => days

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
