import type { Goal } from '../person.ts'
import { goalDateOf, isPast } from './goal-date.ts'
import { type Ladder, type Level, ladderOf, levelOf, neighbourLevel, type Shelf } from './ladder.ts'
import { lookupWords, questionOf } from './question.ts'

/** Why a goal cannot be set. Then nothing changes. */
export type GoalRefusal = 'lowest-alone' | 'down' | 'same' | 'unknown-level' | 'unknown-date' | 'past-date'

export type GoalChange =
  | { readonly kind: 'set-goal'; readonly goal: Goal }
  /** A date for the current goal. */
  | { readonly kind: 'set-goal-date'; readonly by: string }
  | { readonly kind: 'goal-refused'; readonly why: GoalRefusal }

/** True if both levels of a goal exist in its ladder. `ladder` is null if it was removed. */
export function goalStands(ladder: Ladder | null, goal: Goal): boolean {
  return (
    ladder !== null &&
    levelOf(ladder, goal.current) !== undefined &&
    levelOf(ladder, goal.target) !== undefined
  )
}

/** The ladder of a valid goal, or null if there is no goal, or if its ladder or a level was removed. */
export function standingLadder(shelf: Shelf, goal: Goal | null): Ladder | null {
  const ladder = goal === null ? null : (ladderOf(shelf, goal.ladder) ?? null)
  return goal !== null && goalStands(ladder, goal) ? ladder : null
}

const refused = (why: GoalRefusal): GoalChange => ({ kind: 'goal-refused', why })

const between = (ladder: Ladder, current: Level, target: Level, by: string | null): GoalChange => {
  if (current.id === target.id) return refused('same')
  if (current.rank > target.rank) return refused('down')
  return { kind: 'set-goal', goal: { ladder: ladder.id, current: current.id, target: target.id, by } }
}

/** The goal of reaching `target` from the level below it. */
const goalTowards = (ladder: Ladder, target: Level, by: string | null = null): GoalChange => {
  const current = neighbourLevel(ladder, target.id, -1)
  return ladder.levels[0]?.id === target.id || !current
    ? refused('lowest-alone')
    : between(ladder, current, target, by)
}

/**
 * Reads "L3" (from the level below) or "L2 to L3", in any case and spelling, by id or title. "by 2027-03" may follow.
 * Without a level, the date is for the current goal.
 */
export function goalChangeOf(ladder: Ladder, text: string, today: Temporal.PlainDate): GoalChange {
  const dated = /^(.*?)\b(?:by|until|till|before)\s+(.+)$/iu.exec(text)
  const by = dated ? goalDateOf(dated[2]!, today) : null
  if (dated && by === null) return refused('unknown-date')
  if (by !== null && isPast(by, today)) return refused('past-date')
  const words = lookupWords(dated?.[1] ?? text)
  // Levels are read one by one, so that "L3 to L3" names a level twice and is refused for that reason.
  const named = questionOf(ladder, words)
  if (words.length === 0 && by !== null) return { kind: 'set-goal-date', by }
  const [first, second, third] = named.spans.flatMap(({ from, referents }, index) => {
    const [only, other] = referents
    if (only?.kind !== 'level' || other) return []
    // "Senior (L3)" names one level in two ways.
    const before = named.spans[index - 1]
    const twin = before?.to === from && before.referents[0]?.kind === 'level' ? before.referents[0] : null
    return twin?.level.id === only.level.id ? [] : [only.level]
  })
  if (!first || third || named.rest.length > 0 || named.competencies.length > 0)
    return refused('unknown-level')
  return second ? between(ladder, first, second, by) : goalTowards(ladder, first, by)
}
