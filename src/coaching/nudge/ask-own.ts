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
  readonly now: () => Temporal.Instant
}

export type AskOwn = ReturnType<typeof makeAskOwn>

/**
 * What a person is asked next, with their goal and its ladder. Null if they have no goal or there is no question for
 * it. `again`: the last question was put off, so it comes again.
 */
export function makeAskOwn({ store, nudges, ladders, questions, now }: Deps) {
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
      lastDays: new Map([...competencies].map(([id, { days }]) => [id, days.to])),
      // A question that was put off has not had its turn.
      asked: again ? asked.slice(0, -1) : asked,
      seed: owner.user,
      // Quarters and weeks before a goal are long, so the day in UTC is near enough.
      day: now().toZonedDateTimeISO('UTC').toPlainDate(),
    })
    return nudge && { ladder, goal, nudge }
  }
}
