import { isPast } from '../ladder/goal-date.ts'
import { askedOf, asksNothingNew, bulletsOf, type Competency, type Ladder } from '../ladder/ladder.ts'
import type { Goal } from '../person.ts'
import { type Coverage, type CoverageLine, emptiestFirst, type Quarter } from './coverage.ts'

/** One thing that brings a person closer to their goal. */
export type Thing =
  /** The date of the goal has passed. */
  | { readonly kind: 'date-passed'; readonly by: string }
  /** Pieces wait for their owner to say which competency they are about. */
  | { readonly kind: 'place'; readonly pieces: number }
  /** A question about a newer piece has no answer. */
  | {
      readonly kind: 'answer'
      readonly evidenceId: string
      readonly revision: number
      readonly question: string
    }
  /** The goal is near: time to read the packet. */
  | { readonly kind: 'near'; readonly by: string }
  /** Nothing shows it yet. `asks` is what the target level adds. */
  | { readonly kind: 'start'; readonly competency: Competency; readonly asks: string }
  /** One piece, or one quarter, carries it. */
  | { readonly kind: 'again'; readonly competency: Competency; readonly in: Quarter }
  /** It was last shown long ago. */
  | { readonly kind: 'renew'; readonly competency: Competency; readonly last: Quarter | null }
  | { readonly kind: 'set-date' }

/** What a person did with a thing, and so how many days pass before it is offered again if it is still open. */
export const PUT_AWAY = { done: 30, later: 7, another: 1 } as const
export type PutAway = keyof typeof PUT_AWAY

/** A goal this near is more urgent than another gap, in days. */
const NEAR = 60

/** After this many quarters without evidence, a competency counts as old. */
const OLD = 3

/** The key that a thing is remembered by. It contains no words. */
export function thingKey(thing: Thing): string {
  switch (thing.kind) {
    case 'start':
    case 'again':
    case 'renew':
      return `${thing.kind} ${thing.competency.id}`
    case 'answer':
      return `${thing.kind} ${thing.evidenceId} ${thing.revision}`
    case 'date-passed':
    case 'near':
      return `${thing.kind} ${thing.by}`
    default:
      return thing.kind
  }
}

/** The last day of a goal's date. */
const lastDayOf = (by: string): Temporal.PlainDate => {
  if (by.length > 7) return Temporal.PlainDate.from(by)
  const month = Temporal.PlainYearMonth.from(by)
  return month.toPlainDate({ day: month.daysInMonth })
}

/** What the target level adds in a competency, or all that it asks if it adds nothing. */
const asksOf = (ladder: Ladder, goal: Goal, competency: string): string => {
  const row = askedOf(ladder, goal.target, competency)
  const added = row.filter(({ id }) => !asksNothingNew(ladder, goal, id))
  return bulletsOf(added.length > 0 ? added : row)[0] ?? ''
}

/** What a competency lacks: anything at all, something newer, or a second time. Null if nothing does. */
const gapIn = (ladder: Ladder, goal: Goal, coverage: Coverage, line: CoverageLine): Thing | null => {
  const { competency, quarters, best, pieces } = line
  if (best === 'nothing' || best === 'possible')
    return { kind: 'start', competency, asks: asksOf(ladder, goal, competency.id) }
  const solid = quarters.flatMap((shown, nth) =>
    shown === 'partly' || shown === 'shown' ? [coverage.quarters[nth]!] : [],
  )
  const lastAt = quarters.findLastIndex((shown) => shown === 'partly' || shown === 'shown')
  if (lastAt < quarters.length - OLD) return { kind: 'renew', competency, last: solid.at(-1) ?? null }
  if (solid.length === 1 || pieces === 1) return { kind: 'again', competency, in: solid[0]! }
  return null
}

/** All that could be done now, the most useful first. */
export function thingsToDo(given: {
  readonly ladder: Ladder
  readonly goal: Goal
  readonly coverage: Coverage
  readonly notPlaced: number
  /** An open question about one of the newest pieces. */
  readonly open: { readonly evidenceId: string; readonly revision: number; readonly question: string } | null
  readonly today: Temporal.PlainDate
}): readonly Thing[] {
  const { ladder, goal, coverage, notPlaced, open, today } = given
  const { by } = goal
  const passed = by !== null && isPast(by, today)
  const isNear = by !== null && !passed && today.until(lastDayOf(by), { largestUnit: 'day' }).days <= NEAR
  const lines = new Map(coverage.lines.map((line) => [line.competency.id, line]))
  const gaps = emptiestFirst(ladder, goal, coverage.lines).flatMap(
    (id) => gapIn(ladder, goal, coverage, lines.get(id)!) ?? [],
  )
  return [
    ...(passed ? [{ kind: 'date-passed', by } as const] : []),
    ...(notPlaced > 0 ? [{ kind: 'place', pieces: notPlaced } as const] : []),
    ...(open ? [{ kind: 'answer', ...open } as const] : []),
    ...(isNear ? [{ kind: 'near', by } as const] : []),
    ...gaps,
    ...(by === null ? [{ kind: 'set-date' } as const] : []),
  ]
}

/** The first thing that is not put away today. Null if there is none. */
export function thingNow(
  things: readonly Thing[],
  putAway: ReadonlyMap<string, Temporal.PlainDate>,
  today: Temporal.PlainDate,
): Thing | null {
  const isFree = (thing: Thing): boolean => {
    const until = putAway.get(thingKey(thing))
    return until === undefined || Temporal.PlainDate.compare(until, today) <= 0
  }
  return things.find(isFree) ?? null
}
