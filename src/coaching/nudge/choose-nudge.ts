import { ladderOf } from '../../domain/ladder/ladder.ts'
import { withLevels } from '../../domain/nudge/level-range.ts'
import type { NudgeQuestions } from '../../domain/nudge/nudge.ts'
import { dateIn } from '../../domain/nudge/nudge-schedule.ts'
import { nudgeTextOf } from '../../domain/nudge/nudge-text.ts'
import { periodOf } from '../../domain/nudge/questions/nudge-period.ts'
import type { Ladders } from '../ports.ts'
import type { ChooseNudge } from './nudge-port.ts'

type Deps = {
  readonly ladders: Ladders
  /** The questions from their files as they are at this moment. */
  readonly questions: () => Promise<NudgeQuestions>
}

/**
 * Chooses what to post in a channel next, from the ladder and the questions as they are now. `week` is the week of the
 * post, or empty if none is planned. Null if the ladder is gone or has nothing to say.
 */
export function makeChooseNudge({ ladders, questions }: Deps): ChooseNudge {
  return async ({ ladder: id, levels, channel, schedule }, used, week) => {
    const all = await questions()
    const found = ladderOf(ladders.shelf(), id)
    const ladder = found && withLevels(found, levels)
    const day = week === '' ? null : dateIn(schedule, week)
    return ladder
      ? nudgeTextOf({ ladder, questions: all, channel, used, day, per: periodOf(schedule) })
      : null
  }
}
