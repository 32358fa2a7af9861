import type { types } from '@slack/bolt'
import type { AnswerSource } from '../../../coaching/ladder/look-up-ladder.ts'
import { type Ladder, levelOf, neighbourLevel, type Shelf } from '../../../domain/ladder/ladder.ts'
import type { Goal } from '../../../domain/person.ts'
import { dateInWords } from '../in-words.ts'
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
} from '../rich-text.ts'
import { levelName, show } from './ladder.ts'

/** The most levels shown as buttons. More become a menu. */
const MOST_BUTTONS = 5

/** "SRE (L2) to Senior SRE (L3)". */
export function goalName(ladder: Ladder, goal: Goal): string {
  const [current, target] = [levelOf(ladder, goal.current), levelOf(ladder, goal.target)]
  return `${current ? levelName(current) : goal.current} to ${target ? levelName(target) : goal.target}`
}

/** ", by March 2027" or ", by 15 March 2027"; empty without a date. */
export function goalDate({ by }: Goal): string {
  return by === null ? '' : `, by ${dateInWords(by)}`
}

/** Levels that can be a goal: all but the lowest. */
const targets = (ladder: Ladder) => ladder.levels.filter((level) => neighbourLevel(ladder, level.id, -1))

/** The ladders to choose a goal from, and the one shown first. */
export type GoalShelf = { readonly shelf: Shelf; readonly ladder: Ladder | null }

/** Controls that set a goal: a button for each level, or a menu if there are many, then the other ladders. */
export function goalChoices({ shelf, ladder }: GoalShelf): types.ActionsBlock[] {
  const path = (one: Ladder, text: string): string => (shelf.all.length > 1 ? `${one.id} ${text}` : text)
  const others = shelf.all.filter((one) => one.id !== ladder?.id)
  const more =
    others.length > 0
      ? [
          actions(
            others
              .slice(0, 25)
              .map((one) => show(ladder ? `${one.name} ladder instead` : one.name, `${one.id} goal`)),
          ),
        ]
      : []
  if (ladder === null) return more
  const levels = targets(ladder)
  if (levels.length <= MOST_BUTTONS || levels.some((level) => path(ladder, level.id).length > 150)) {
    return [
      actions(
        levels.map((level) => button(levelName(level), `goal-choose:${level.id}`, path(ladder, level.id))),
      ),
      ...more,
    ]
  }
  return [
    actions([
      {
        type: 'static_select',
        action_id: 'goal-choose',
        placeholder: { type: 'plain_text', text: 'Choose a level' },
        options: levels.slice(0, 100).map((level) => ({
          text: { type: 'plain_text', text: clipped(inert(levelName(level)), 75) },
          value: path(ladder, level.id),
        })),
      },
    ]),
    ...more,
  ]
}

/** The question in the thread of evidence that waits for a goal. */
export function askGoalView(shelf: Shelf): Said {
  return {
    text: 'Which level are you working towards? Your message is kept until you choose.',
    blocks: [
      richText(
        line(
          bold(
            shelf.standard
              ? 'Which level are you working towards?'
              : 'Which ladder is yours, and which level are you working towards?',
          ),
        ),
        line(
          words(
            'Your message is kept. As soon as you choose, I read it against that level, here in this thread. ',
          ),
          words('You can change it any time with '),
          code('/ladder goal'),
          words('.'),
        ),
      ),
      ...goalChoices({ shelf, ladder: shelf.standard }),
    ],
  }
}

/** `/ladder goal`. */
export function goalView(place: AnswerSource, goal: Goal | null): Said {
  const { ladder } = place
  if (goal === null) {
    return {
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
            [
              code(`/ladder goal ${ladder.levels.at(-2)?.id ?? ladder.levels.at(-1)?.id} by 2027-06`),
              words(' — with a date in mind'),
            ],
          ]),
        ),
        ...goalChoices(place),
      ],
    }
  }
  const name = goalName(ladder, goal)
  return {
    text: `Your goal: ${name}${goalDate(goal)}`,
    blocks: [
      richText(
        line(words('Your goal: '), bold(name), words(`${goalDate(goal)}, on the ${ladder.name} ladder.`)),
        line(
          words('To change it: '),
          code(`/ladder goal ${ladder.levels[0]?.id} to ${ladder.levels[1]?.id} by 2027-06`),
          words(', with the levels and the month you mean. To forget it: '),
          code('/ladder goal clear'),
          words('.'),
        ),
      ),
      actions([
        show(`What ${goal.target} asks beyond ${goal.current}`, 'next'),
        show('What my evidence covers', 'me'),
      ]),
    ],
  }
}

/** The goal exists on several ladders, so this asks which one is meant. Nothing is set yet. */
export function chooseGoalView(between: readonly { ladder: Ladder; goal: Goal }[]): Said {
  return {
    text: 'On which ladder? Nothing is set yet.',
    blocks: [
      richText(line(bold('On which ladder?'), words(' Nothing is set yet.'))),
      actions(
        between
          .slice(0, 25)
          .map(({ ladder, goal }) =>
            show(
              `${goalName(ladder, goal)} · ${ladder.name}`,
              `${ladder.id} goal ${goal.current} to ${goal.target}${goal.by ? ` by ${goal.by}` : ''}`,
            ),
          ),
      ),
    ],
  }
}

/** `/ladder goal clear`. */
export function goalClearedView(had: boolean): Said {
  const said = had
    ? 'Your goal is forgotten. What you sent me and my reviews stay.'
    : 'You had no goal; nothing was changed.'
  return { text: said, blocks: [richText(line(words(said))), actions([show('Set a goal', 'goal')])] }
}

/** How many pieces were read against another goal, and a button that reads them against this one. */
const otherwiseBlocks = (goal: Goal, otherwise: number): types.KnownBlock[] =>
  otherwise === 0
    ? []
    : [
        richText(
          line(
            words(
              otherwise === 1
                ? 'One piece of your evidence was read against another goal.'
                : `${otherwise} pieces of your evidence were read against another goal.`,
            ),
          ),
        ),
        actions([
          button(`Read ${otherwise === 1 ? 'it' : 'them'} against ${goal.target}`, 'goal-read-again', 'all'),
        ]),
      ]

/** After setting a goal: what changed, what happens to waiting evidence, and what was read against another goal. */
export function goalSetView(
  ladder: Ladder,
  before: Goal | null,
  goal: Goal,
  { queued, otherwise }: { readonly queued: number; readonly otherwise: number },
): Said {
  const waiting =
    queued === 0
      ? 'Send me a direct message about something you did, and I will read it against this level.'
      : queued === 1
        ? 'I am reading the message that waited for it now; the answer comes in its thread.'
        : `I am reading the ${queued} messages that waited for it now; each answer comes in its own thread.`
  const same =
    before?.ladder === goal.ladder &&
    before.current === goal.current &&
    before.target === goal.target &&
    before.by === goal.by
  return {
    text: `Your goal: ${goalName(ladder, goal)}${goalDate(goal)}`,
    blocks: [
      richText(
        line(
          words(same ? 'Your goal stays ' : 'Your goal is now '),
          bold(goalName(ladder, goal)),
          words(`${goalDate(goal)}.`),
        ),
        ...(before && !same
          ? [
              line(
                words(
                  `Before, it was ${before.ladder === ladder.id ? goalName(ladder, before) : 'on another ladder'}` +
                    `${goalDate(before)}.`,
                ),
              ),
            ]
          : []),
        line(words(waiting)),
      ),
      actions([show(`What ${goal.target} asks beyond ${goal.current}`, 'next')]),
      ...otherwiseBlocks(goal, otherwise),
    ],
  }
}
