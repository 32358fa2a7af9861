import { compareVersions } from '../../domain/ladder/compare.ts'
import { standingLadder } from '../../domain/ladder/goal.ts'
import type { Shelf } from '../../domain/ladder/ladder.ts'
import { factOf } from '../../domain/logged-failure.ts'
import type { Owner } from '../../domain/person.ts'
import { onceFor } from '../../domain/text/once-for.ts'
import type { Ladders, Log, Messenger } from '../ports.ts'
import type { GoalStore } from './goal-store.ts'
import type { LadderStore } from './ladder-store.ts'

type Deps = {
  readonly store: Pick<GoalStore, 'goal'> & Pick<LadderStore, 'ladderVersion' | 'seeLadder' | 'unseeLadder'>
  readonly messenger: Pick<Messenger, 'tell'>
  readonly ladders: Ladders
  readonly log: Log
}

export type TellLadderChange = ReturnType<typeof makeTellLadderChange>

/**
 * Tells a person who came without evidence what an edit of their ladder changed in their target level, once, in their
 * own DM. It checks once per person and shelf, after the answer that they came for. A failure is logged, and their next
 * visit tries again.
 */
export function makeTellLadderChange({ store, messenger, ladders, log }: Deps) {
  const lookedOn = onceFor((_: Shelf) => new Set<string>())
  return async (owner: Owner): Promise<void> => {
    const shelf = ladders.shelf()
    const here = lookedOn(shelf)
    const key = `${owner.team} ${owner.user}`
    if (here.has(key)) return
    here.add(key)
    try {
      const goal = await store.goal(owner)
      const ladder = standingLadder(shelf, goal)
      const seen = ladder ? await store.seeLadder(owner, ladder) : null
      const before = seen && ladder ? await store.ladderVersion(ladder.id, seen) : null
      const changes = before && ladder && goal ? compareVersions(before, ladder, goal.target) : []
      if (!goal || !ladder || !seen || changes.length === 0) return
      await messenger.tell(owner, { kind: 'ladder-changed', ladder, goal, changes }).catch(async (error) => {
        await store.unseeLadder(owner, ladder, seen)
        throw error
      })
      log.info({ ladder: ladder.id }, 'told a person about an edited ladder')
    } catch (error) {
      here.delete(key)
      log.warn(factOf(error), 'could not tell a person about an edited ladder')
    }
  }
}
