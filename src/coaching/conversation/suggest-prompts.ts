import { standingLadder } from '../../domain/ladder/goal.ts'
import { levelOf } from '../../domain/ladder/ladder.ts'
import type { Owner } from '../../domain/person.ts'
import type { GoalStore } from '../ladder/goal-store.ts'
import type { Ladders } from '../ports.ts'
import type { Presence } from '../presence-port.ts'

type Deps = {
  readonly store: Pick<GoalStore, 'goal'>
  readonly ladders: Ladders
  readonly presence: Presence
}

export type SuggestPrompts = ReturnType<typeof makeSuggestPrompts>

/** Offers prompts that fit a person's goal when they open their DM. */
export function makeSuggestPrompts({ store, ladders, presence }: Deps) {
  return async (owner: Owner, dm: string): Promise<void> => {
    const goal = await store.goal(owner)
    const ladder = standingLadder(ladders.shelf(), goal)
    const target = goal && ladder ? levelOf(ladder, goal.target) : undefined
    presence.suggest(dm, ladder && target ? { ladder, target } : null)
  }
}
