import { ladderOf } from '../../domain/ladder/ladder.ts'
import { withLevels } from '../../domain/nudge/level-range.ts'
import type { NudgeQuestions } from '../../domain/nudge/nudge.ts'
import { nudgeTextOf } from '../../domain/nudge/nudge-text.ts'
import type { Ladders } from '../ports.ts'
import type { ChooseNudge } from './nudge-port.ts'

type Deps = {
  readonly ladders: Ladders
  /** The questions from their files as they are at this moment. */
  readonly questions: () => Promise<NudgeQuestions>
}

/**
 * Chooses what a channel is told next, from the ladder and the questions as they are now. Null if the ladder is gone or
 * has nothing to say.
 */
export function makeChooseNudge({ ladders, questions }: Deps): ChooseNudge {
  return async ({ ladder: id, levels, channel }, used) => {
    const found = ladderOf(ladders.shelf(), id)
    const ladder = found && withLevels(found, levels)
    return ladder ? nudgeTextOf({ ladder, questions: await questions(), channel, used }) : null
  }
}
