import type { types } from '@slack/bolt'
import type { GoalRefusal } from '../../domain/goal.ts'
import { type Ladder, levelOf, neighbourLevel } from '../../domain/ladder.ts'
import type { Goal } from '../../domain/person.ts'
import { levelName, show } from './ladder.ts'
import {
  actions,
  bold,
  bullets,
  button,
  clipped,
  code,
  inert,
  line,
  richText,
  type Said,
  words,
} from './rich-text.ts'

/** Most levels that are buttons in a question; more become a menu. */
const MOST_BUTTONS = 5

/** "SRE (L2) to Senior SRE (L3)". */
export const goalName = (ladder: Ladder, goal: Goal): string => {
  const [current, target] = [levelOf(ladder, goal.current), levelOf(ladder, goal.target)]
  return `${current ? levelName(current) : goal.current} to ${target ? levelName(target) : goal.target}`
}

/** Levels that can be a goal by themselves: all but the lowest. */
const targets = (ladder: Ladder) => ladder.levels.filter((level) => neighbourLevel(ladder, level.id, -1))

/** Controls that set a goal: a button a level, or a menu where there are many. */
export const goalChoice = (ladder: Ladder): types.ActionsBlock => {
  const levels = targets(ladder)
  if (levels.length <= MOST_BUTTONS) {
    return actions(levels.map((level) => button(levelName(level), `goal-choose:${level.id}`, level.id)))
  }
  return actions([
    {
      type: 'static_select',
      action_id: 'goal-choose',
      placeholder: { type: 'plain_text', text: 'Choose a level' },
      options: levels.slice(0, 100).map((level) => ({
        text: { type: 'plain_text', text: clipped(inert(levelName(level)), 75) },
        value: level.id,
      })),
    },
  ])
}

/** Asked in the thread of evidence that waits. */
export const askGoalView = (ladder: Ladder): Said => ({
  text: 'Which level are you working towards? Your message is kept until you choose.',
  blocks: [
    richText(
      line(bold('Which level are you working towards?')),
      line(
        words(
          'Your message is kept. As soon as you choose, I read it against that level, here in this thread. ',
        ),
        words('You can change it any time with '),
        code('/ladder goal'),
        words('.'),
      ),
    ),
    goalChoice(ladder),
  ],
})

/** `/ladder goal`. */
export const goalView = (ladder: Ladder, goal: Goal | null): Said =>
  goal === null
    ? {
        text: 'You have not set a goal yet.',
        blocks: [
          richText(
            line(words('You have not set a goal yet. Which level are you working towards?')),
            bullets([
              [
                code(`/ladder goal ${ladder.levels.at(-2)?.id ?? ladder.levels.at(-1)?.id}`),
                words(' — from the level below it'),
              ],
              [
                code(`/ladder goal ${ladder.levels[0]?.id} to ${ladder.levels.at(-1)?.id}`),
                words(' — from any level to a higher one'),
              ],
            ]),
          ),
          goalChoice(ladder),
        ],
      }
    : {
        text: `Your goal: ${goalName(ladder, goal)}`,
        blocks: [
          richText(
            line(words('Your goal: '), bold(goalName(ladder, goal)), words(` on the ${ladder.name} ladder.`)),
            line(
              words('To change it: '),
              code(`/ladder goal ${ladder.levels[0]?.id} to ${ladder.levels[1]?.id}`),
              words(', with the levels you mean.'),
            ),
          ),
          actions([show(`What ${goal.target} asks`, goal.target)]),
        ],
      }

/** A goal was set: what changed, and what happens to evidence that waited. */
export const goalSetView = (ladder: Ladder, before: Goal | null, goal: Goal, queued: number): Said => {
  const waiting =
    queued === 0
      ? 'Send me a direct message about something you did, and I will read it against this level.'
      : queued === 1
        ? 'I am reading the message that waited for it now; the answer comes in its thread.'
        : `I am reading the ${queued} messages that waited for it now; each answer comes in its own thread.`
  const same = before && before.current === goal.current && before.target === goal.target
  return {
    text: `Your goal: ${goalName(ladder, goal)}`,
    blocks: [
      richText(
        line(
          words(same ? 'Your goal stays ' : 'Your goal is now '),
          bold(goalName(ladder, goal)),
          words('.'),
        ),
        ...(before && !same ? [line(words(`Before, it was ${goalName(ladder, before)}.`))] : []),
        line(words(waiting)),
      ),
      actions([show(`What ${goal.target} asks`, goal.target)]),
    ],
  }
}

const REFUSALS: Readonly<Record<GoalRefusal, (ladder: Ladder) => string>> = {
  'lowest-alone': ({ levels }) =>
    `${levels[0] ? levelName(levels[0]) : 'The lowest level'} is where the ladder starts, so there is no level below it to come from. Choose a higher one.`,
  down: () => 'A goal goes up: the second level needs to be above the first.',
  same: () => 'Those are the same level. A goal needs a level to come from and a higher one to reach.',
  'unknown-level': ({ levels }) =>
    `I know the levels ${levels.map(({ id }) => id).join(', ')}. Type one, or two with "to" between them.`,
}

/** A goal that cannot be set: why, and what can. Nothing changed. */
export const goalRefusedView = (ladder: Ladder, why: GoalRefusal): Said => ({
  text: 'That cannot be a goal; nothing was changed.',
  blocks: [
    richText(
      line(words(`${REFUSALS[why](ladder)} Nothing was changed.`)),
      bullets([
        [code(`/ladder goal ${ladder.levels.at(-2)?.id ?? ''}`)],
        [code(`/ladder goal ${ladder.levels[0]?.id ?? ''} to ${ladder.levels.at(-1)?.id ?? ''}`)],
      ]),
    ),
    goalChoice(ladder),
  ],
})
