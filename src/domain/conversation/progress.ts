import {
  askedOf,
  bulletsOf,
  type Competency,
  competenciesOf,
  type Ladder,
  saidAtCurrent,
} from '../ladder/ladder.ts'
import type { Goal } from '../person.ts'
import type { Earlier } from '../review/earlier.ts'

/** What all of a person's reviews show of their goal: each asked competency is in one of the lists. */
export type Progress = {
  readonly shown: readonly Competency[]
  readonly partly: readonly Competency[]
  /** There are entries for it, and no review shows any of it: a possible match, or not shown yet. */
  readonly touched: readonly Competency[]
  readonly empty: readonly Competency[]
  /** The one competency to work on, and the sentence of the target level about it. Null if the level asks nothing. */
  readonly next: { readonly competency: Competency; readonly asks: string } | null
}

/** What the target level asks of a competency and the current one does not, or else its first sentence. */
const asksOf = (ladder: Ladder, goal: Goal, competency: Competency): string | null => {
  const row = askedOf(ladder, goal.target, competency.id)
  const added = row.filter(({ id }) => !saidAtCurrent(ladder, goal, id))
  return bulletsOf(added.length > 0 ? added : row)[0] ?? null
}

/**
 * Where a person is on the way to their goal. `earlier` is what their reviews against this goal found, `pieces` has the
 * competencies of all their entries. With `about`, that competency counts as next. It returns only names, because the
 * coach can't say how likely a promotion is.
 */
export function progressOf(given: {
  readonly ladder: Ladder
  readonly goal: Goal
  readonly earlier: readonly Earlier[]
  readonly pieces: ReadonlyMap<string, unknown>
  readonly about: string | null
  /** The ids of competencies, emptiest first. Every place that names a gap goes by this order. */
  readonly emptiestFirst: readonly string[]
}): Progress {
  const { ladder, goal, earlier, pieces, about, emptiestFirst } = given
  const asked = competenciesOf(ladder).filter(({ id }) => askedOf(ladder, goal.target, id).length > 0)
  const placeOf = ({ id }: Competency): 'shown' | 'partly' | 'touched' | 'empty' => {
    const statuses = new Set(earlier.flatMap(({ competency, status }) => (competency === id ? [status] : [])))
    if (statuses.has('evidenced')) return 'shown'
    if (statuses.has('partly')) return 'partly'
    return statuses.size > 0 || pieces.has(id) ? 'touched' : 'empty'
  }
  const by = Map.groupBy(asked, placeOf)
  const [shown, partly, touched, empty] = (['shown', 'partly', 'touched', 'empty'] as const).map(
    (place) => by.get(place) ?? [],
  ) as [Competency[], Competency[], Competency[], Competency[]]
  const first = [about, ...emptiestFirst].find((one) => asked.some(({ id }) => id === one))
  const competency = asked.find(({ id }) => id === first)
  const asks = competency ? asksOf(ladder, goal, competency) : null
  return { shown, partly, touched, empty, next: competency && asks ? { competency, asks } : null }
}
