import type { Days } from '../../dates/days.ts'
import { type Period, quarterAt } from '../../dates/year-part.ts'

/** A piece in a list, without its words. */
export type ListedPiece = {
  readonly id: string
  /** When it happened, as the list shows it. */
  readonly shown: Days
  /** The days by which a period finds it: those of its sentences, or else the last one shown. */
  readonly days: readonly Days[]
}

/** How many pieces one page shows. */
export const PAGE = 7

/** A page of a list. `page` counts from 1, and a page past the end means the last one. */
export type ListPage = {
  readonly pieces: readonly ListedPiece[]
  readonly total: number
  readonly page: number
  readonly pages: number
}

const overlap = (one: Days, other: Days): boolean =>
  Temporal.PlainDate.compare(one.from, other.to) <= 0 && Temporal.PlainDate.compare(other.from, one.to) <= 0

/** The pieces of which something happened within these days. */
export function within(pieces: readonly ListedPiece[], days: Days): ListedPiece[] {
  return pieces.filter((piece) => piece.days.some((one) => overlap(one, days)))
}

export function pageOf(pieces: readonly ListedPiece[], page: number): ListPage {
  const pages = Math.max(1, Math.ceil(pieces.length / PAGE))
  const at = Math.min(Math.max(1, page), pages)
  return { pieces: pieces.slice((at - 1) * PAGE, at * PAGE), total: pieces.length, page: at, pages }
}

/** A quarter and its number of pieces. */
export type HeldQuarter = Period & { readonly count: number }

/** No day before this is offered, because a text may name any year. */
const MOST_QUARTERS = 60

const quartersOf = ({ from, to }: Days): Period[] => {
  const quarters: Period[] = []
  let day = to
  while (quarters.length < MOST_QUARTERS) {
    const quarter = quarterAt(day)
    quarters.push(quarter)
    day = quarter.days.from.subtract({ days: 1 })
    if (Temporal.PlainDate.compare(day, from) < 0) break
  }
  return quarters
}

/** The quarters with at least one piece, newest first. */
export function quartersIn(pieces: readonly ListedPiece[]): HeldQuarter[] {
  const counts = new Map<string, HeldQuarter>()
  for (const { days } of pieces) {
    const own = new Map(days.flatMap(quartersOf).map((quarter) => [quarter.label, quarter]))
    for (const [label, quarter] of own)
      counts.set(label, { ...quarter, count: (counts.get(label)?.count ?? 0) + 1 })
  }
  return [...counts.values()].toSorted((one, other) => other.label.localeCompare(one.label))
}
