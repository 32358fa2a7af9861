import type { GoalRefusal } from '../../../domain/ladder/goal.ts'
import type { Ladder } from '../../../domain/ladder/ladder.ts'
import { listed } from '../../../domain/text/in-words.ts'
import { bullets, code, line, richText, type Said, words } from '../rich-text.ts'
import { type GoalShelf, goalChoices } from './goal.ts'
import { levelName } from './ladder.ts'

const REFUSALS: Readonly<Record<GoalRefusal, (ladder: Ladder) => string>> = {
  'lowest-alone': ({ levels }) =>
    `${levels[0] ? levelName(levels[0]) : 'That'} is the first level of the ladder. Choose a higher one.`,
  down: () => 'The second level has to be higher than the first.',
  same: () => 'Those are the same level. Choose a higher one as your goal.',
  'unknown-level': ({ levels }) =>
    `The levels are ${listed(levels.map(({ id }) => id))}. ` +
    `Type one level, or two: ${levels.at(-2)?.id ?? ''} to ${levels.at(-1)?.id ?? ''}.`,
  'unknown-date': () => 'I don’t understand that date. Try June, or June and a year.',
  'past-date': () => 'That date has passed. Choose a later one, or leave it out.',
}

/** Why a goal cannot be set, and which can. Nothing changed. */
export function goalRefusedView({ ladder, shelf }: GoalShelf & { ladder: Ladder }, why: GoalRefusal): Said {
  return {
    text: 'I can’t set that goal. I changed nothing.',
    blocks: [
      richText(
        line(words(`${REFUSALS[why](ladder)} I changed nothing.`)),
        bullets([
          [code(`/ladder goal ${ladder.levels.at(-2)?.id ?? ''}`)],
          [code(`/ladder goal ${ladder.levels[0]?.id ?? ''} to ${ladder.levels.at(-1)?.id ?? ''} by June`)],
        ]),
      ),
      ...goalChoices({ shelf, ladder }),
    ],
  }
}
