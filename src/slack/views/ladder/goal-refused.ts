import type { GoalRefusal } from '../../../domain/ladder/goal.ts'
import type { Ladder } from '../../../domain/ladder/ladder.ts'
import { bullets, code, line, richText, type Said, words } from '../rich-text.ts'
import { type GoalShelf, goalChoices } from './goal.ts'
import { levelName } from './ladder.ts'

const REFUSALS: Readonly<Record<GoalRefusal, (ladder: Ladder) => string>> = {
  'lowest-alone': ({ levels }) =>
    `${levels[0] ? levelName(levels[0]) : 'The lowest level'} is where the ladder starts, ` +
    'so there is no level below it to come from. Choose a higher one.',
  down: () => 'A goal goes up: the second level needs to be above the first.',
  same: () => 'Those are the same level. A goal needs a level to come from and a higher one to reach.',
  'unknown-level': ({ levels }) =>
    `I know the levels ${levels.map(({ id }) => id).join(', ')}. Type one, or two with "to" between them.`,
  'unknown-date': () => 'I did not understand the date. Write it like 2027-03, March 2027 or 2027-03-15.',
  'past-date': () => 'That date is over. A goal needs one that is still to come, or none.',
}

/** Why a goal cannot be set, and which can. Nothing changed. */
export function goalRefusedView({ ladder, shelf }: GoalShelf & { ladder: Ladder }, why: GoalRefusal): Said {
  return {
    text: 'That cannot be a goal; nothing was changed.',
    blocks: [
      richText(
        line(words(`${REFUSALS[why](ladder)} Nothing was changed.`)),
        bullets([
          [code(`/ladder goal ${ladder.levels.at(-2)?.id ?? ''}`)],
          [
            code(
              `/ladder goal ${ladder.levels[0]?.id ?? ''} to ${ladder.levels.at(-1)?.id ?? ''} by 2027-06`,
            ),
          ],
        ]),
      ),
      ...goalChoices({ shelf, ladder }),
    ],
  }
}
