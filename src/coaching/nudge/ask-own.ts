import { standingLadder } from '../../domain/ladder/goal.ts'
import type { Ladder } from '../../domain/ladder/ladder.ts'
import type { NudgeQuestions } from '../../domain/nudge/nudge.ts'
import { type OwnNudge, ownNudgeOf } from '../../domain/nudge/nudge-me.ts'
import type { Goal, Owner } from '../../domain/person.ts'
import type { GoalStore } from '../ladder/goal-store.ts'
import type { Ladders } from '../ports.ts'
import type { PacketStore } from '../review/packet-store.ts'
import type { NudgeMeStore } from './nudge-me-port.ts'

type Deps = {
  readonly store: Pick<GoalStore, 'goal'> & Pick<PacketStore, 'packet'>
  readonly nudges: Pick<NudgeMeStore, 'asked'>
  readonly ladders: Ladders
  readonly questions: () => Promise<NudgeQuestions>
}

export type AskOwn = ReturnType<typeof makeAskOwn>

/**
 * What a person is asked next, with their goal and its ladder. Null if they have no goal or there is no question for
 * it. `again`: the last question was put off, so it comes again.
 */
export function makeAskOwn({ store, nudges, ladders, questions }: Deps) {
  return async (
    owner: Owner,
    again = false,
  ): Promise<{ readonly ladder: Ladder; readonly goal: Goal; readonly nudge: OwnNudge } | null> => {
    const goal = await store.goal(owner)
    const ladder = standingLadder(ladders.shelf(), goal)
    if (!goal || !ladder) return null
    const [{ competencies }, all, asked] = await Promise.all([
      store.packet(owner, ladder.id),
      questions(),
      nudges.asked(owner),
    ])
    const nudge = ownNudgeOf({
      ladder,
      goal,
      questions: all,
      pieces: new Map([...competencies].map(([id, { pieces }]) => [id, pieces])),
      // A question that was put off has not had its turn.
      asked: again ? asked.slice(0, -1) : asked,
      seed: owner.user,
    })
    return nudge && { ladder, goal, nudge }
  }
}
