import type { Days } from '../dates/days.ts'
import {
  askedOf,
  asksNothingNew,
  type Competency,
  competenciesOf,
  type Ladder,
  rowAsksNothingNew,
} from '../ladder/ladder.ts'
import type { Goal } from '../person.ts'
import { daysAround } from '../review/days.ts'

/** How well a quarter shows a competency, weakest first. `possible`: words match, and no level was judged. */
export const SHOWN = ['nothing', 'possible', 'partly', 'shown'] as const
export type Shown = (typeof SHOWN)[number]

/** A quarter of a year, from 1 to 4. */
export type Quarter = { readonly year: number; readonly quarter: 1 | 2 | 3 | 4 }

/** What all reviews together show of one competency in one quarter, by when the work was done. */
export type ShownRow = {
  readonly competency: string
  readonly quarter: Quarter
  readonly shown: Exclude<Shown, 'nothing'>
  /** A piece counts in only one of its quarters, so that the sum is the number of pieces. */
  readonly pieces: number
  /** First and last day of what is shown or partly shown. Null if words only match. */
  readonly days: Days | null
}

export type CoverageLine = {
  readonly competency: Competency
  /** One for each quarter of the coverage, in its order. */
  readonly quarters: readonly Shown[]
  /** How many pieces show something of it, at any time. */
  readonly pieces: number
  /** From the first to the last day that is shown or partly shown at any time, in whole months. Null if nothing is. */
  readonly months: number | null
  /** The best that any quarter shows, also before those of the coverage. */
  readonly best: Shown
  /** It is the one to work on first. */
  readonly emptiest: boolean
}

/** Which competency was shown in which quarter, by when the work was done. */
export type Coverage = {
  /** Six, the last is the present one. */
  readonly quarters: readonly Quarter[]
  /** In the order of the ladder: those that the target level asks for. */
  readonly lines: readonly CoverageLine[]
}

/** How many quarters a coverage has. */
const QUARTERS = 6

/** The quarter of a day. */
export function quarterOf(day: Temporal.PlainDate): Quarter {
  return { year: day.year, quarter: Math.ceil(day.month / 3) as Quarter['quarter'] }
}

/** Quarters in a row since the year 0. */
const count = ({ year, quarter }: Quarter): number => year * 4 + quarter - 1

const counted = (nth: number): Quarter => ({
  year: Math.floor(nth / 4),
  quarter: ((nth % 4) + 1) as Quarter['quarter'],
})

const strength = (shown: Shown): number => SHOWN.indexOf(shown)

const strongest = (all: readonly Shown[]): Shown =>
  all.reduce<Shown>((best, one) => (strength(one) > strength(best) ? one : best), 'nothing')

const lineOf = (
  competency: Competency,
  rows: readonly ShownRow[],
  quarters: readonly Quarter[],
): Omit<CoverageLine, 'emptiest'> => {
  const days = daysAround(rows.flatMap((row) => row.days ?? []))
  return {
    competency,
    quarters: quarters.map((quarter) =>
      strongest(rows.flatMap((row) => (count(row.quarter) === count(quarter) ? [row.shown] : []))),
    ),
    pieces: rows.reduce((sum, row) => sum + row.pieces, 0),
    months: days === null ? null : days.from.until(days.to, { largestUnit: 'month' }).months,
    best: strongest(rows.map(({ shown }) => shown)),
  }
}

/** What decides which competency is emptiest, weightiest first. The smaller number is the emptier one. */
const emptiness = (ladder: Ladder, goal: Goal, line: Omit<CoverageLine, 'emptiest'>): readonly number[] => {
  const { id } = line.competency
  const { quarters } = line
  const added = askedOf(ladder, goal.target, id).filter((one) => !asksNothingNew(ladder, goal, one.id))
  return [
    // Where the target asks what the current level asks too, nothing is missing for the step.
    rowAsksNothingNew(ladder, goal, id) ? 1 : 0,
    strength(line.best),
    strength(strongest(quarters)),
    // Depth: in how many quarters, then over how many months.
    quarters.filter((shown) => strength(shown) >= strength('partly')).length,
    line.months ?? 0,
    // Possible matches weigh less than that, but four of them more than one.
    quarters.filter((shown) => shown !== 'nothing').length,
    line.pieces,
    // Age: how long ago something of it was done.
    quarters.findLastIndex((shown) => shown !== 'nothing'),
    -added.length,
  ]
}

const compared = (one: readonly number[], other: readonly number[]): number => {
  const at = one.findIndex((number, nth) => number !== other[nth])
  return at === -1 ? 0 : one[at]! - other[at]!
}

/** The lines of a coverage, emptiest first: what to work on, in this order. */
export function emptiestFirst(
  ladder: Ladder,
  goal: Goal,
  lines: readonly Omit<CoverageLine, 'emptiest'>[],
): readonly string[] {
  return lines
    .map((line) => ({ id: line.competency.id, by: emptiness(ladder, goal, line) }))
    .sort((one, other) => compared(one.by, other.by))
    .map(({ id }) => id)
}

/** What a person's reviews show of the competencies that their target level asks for, over the last six quarters. */
export function coverageOf(
  ladder: Ladder,
  goal: Goal,
  rows: readonly ShownRow[],
  today: Temporal.PlainDate,
): Coverage {
  const now = count(quarterOf(today))
  const quarters = Array.from({ length: QUARTERS }, (_, nth) => counted(now - QUARTERS + 1 + nth))
  const of = Map.groupBy(rows, ({ competency }) => competency)
  const lines = competenciesOf(ladder)
    .filter(({ id }) => askedOf(ladder, goal.target, id).length > 0)
    .map((competency) => lineOf(competency, of.get(competency.id) ?? [], quarters))
  const [first] = emptiestFirst(ladder, goal, lines)
  return { quarters, lines: lines.map((line) => ({ ...line, emptiest: line.competency.id === first })) }
}
