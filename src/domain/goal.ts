import type { Ladder, Level } from './ladder.ts'
import { neighbourLevel } from './ladder.ts'
import { levelNamed, plain } from './names.ts'
import type { Goal } from './person.ts'

/** Why a goal cannot be set; nothing changes then. */
export type GoalRefusal = 'lowest-alone' | 'down' | 'same' | 'unknown-level'

export type GoalChange =
  | { readonly kind: 'set-goal'; readonly goal: Goal }
  | { readonly kind: 'goal-refused'; readonly why: GoalRefusal }

const between = (ladder: Ladder, current: Level, target: Level): GoalChange => {
  if (current.id === target.id) return { kind: 'goal-refused', why: 'same' }
  if (current.rank > target.rank) return { kind: 'goal-refused', why: 'down' }
  return { kind: 'set-goal', goal: { ladder: ladder.id, current: current.id, target: target.id } }
}

/** The goal of reaching `target` from the level below it. */
export const goalTowards = (ladder: Ladder, target: Level): GoalChange => {
  const current = neighbourLevel(ladder, target.id, -1)
  return ladder.levels[0]?.id === target.id || !current
    ? { kind: 'goal-refused', why: 'lowest-alone' }
    : between(ladder, current, target)
}

/** Reads "L3" (the level below it is the current one) or "L2 to L3", in any case, by id or title. */
export const goalChangeOf = (ladder: Ladder, text: string): GoalChange => {
  const words = plain(text).replace(/^(?:from|is|to) /, '')
  const target = levelNamed(ladder, words)
  if (target) return goalTowards(ladder, target)
  const tokens = words.split(' ').slice(0, 16)
  for (let cut = 1; cut < tokens.length; cut += 1) {
    const current = levelNamed(ladder, tokens.slice(0, cut).join(' '))
    const rest = tokens
      .slice(cut)
      .join(' ')
      .replace(/^(?:to|until|towards|into) /, '')
    const to = levelNamed(ladder, rest)
    if (current && to) return between(ladder, current, to)
  }
  return { kind: 'goal-refused', why: 'unknown-level' }
}
