import type { types } from '@slack/bolt'
import type { AnswerSource } from '../../../coaching/ladder/look-up-ladder.ts'
import { type Ladder, levelOf, neighbourLevel, type Shelf } from '../../../domain/ladder/ladder.ts'
import type { Goal } from '../../../domain/person.ts'
import { dateInWords } from '../../../domain/text/in-words.ts'
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
              .map((one) => show(ladder ? `Use ${one.name} ladder` : one.name, `${one.id} goal`)),
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
        placeholder: { type: 'plain_text', text: 'Choose level' },
        options: levels.slice(0, 100).map((level) => ({
          text: { type: 'plain_text', text: clipped(inert(levelName(level)), 75) },
          value: path(ladder, level.id),
        })),
      },
    ]),
    ...more,
  ]
}

/** The question in the thread of evidence that waits for a goal. `reviewed`: it has a review that needed none. */
export function askGoalView(shelf: Shelf, reviewed = false): Said {
  return {
    text: `Which level are you aiming for? Your message is ${reviewed ? 'reviewed' : 'saved'}.`,
    blocks: [
      richText(
        line(
          bold(
            shelf.standard
              ? 'Which level are you aiming for?'
              : 'Which ladder are you on, and which level are you aiming for?',
          ),
        ),
        line(
          words(
            reviewed
              ? 'Choose a level and I’ll update my review for it. '
              : 'Your message is saved. Choose a level and I’ll review it in this thread. ',
          ),
          words('Change your goal any time with '),
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
      text: 'You have no goal yet. Which level are you aiming for?',
      blocks: [
        richText(
          line(words('You have no goal yet. Which level are you aiming for?')),
          bullets([
            [
              code(`/ladder goal ${ladder.levels.at(-2)?.id ?? ladder.levels.at(-1)?.id}`),
              words(' - from the level just before it'),
            ],
            [
              code(`/ladder goal ${ladder.levels[0]?.id} to ${ladder.levels.at(-1)?.id}`),
              words(' - from your level to a higher one'),
            ],
            [
              code(`/ladder goal ${ladder.levels.at(-2)?.id ?? ladder.levels.at(-1)?.id} by June`),
              words(' - with a date'),
            ],
          ]),
        ),
        ...goalChoices(place),
      ],
    }
  }
  const name = goalName(ladder, goal)
  return {
    text: `Your goal: ${name}${goalDate(goal)}.`,
    blocks: [
      richText(
        line(words('Your goal: '), bold(name), words(`${goalDate(goal)}, on the ${ladder.name} ladder.`)),
        line(
          words('To change it, type '),
          code(`/ladder goal ${goal.target} by June`),
          words('. To remove it, type '),
          code('/ladder goal clear'),
          words('.'),
        ),
      ),
      actions([show(`What ${goal.target} adds`, 'next'), show('My progress', 'me')]),
    ],
  }
}

/** The goal exists on several ladders, so this asks which one is meant. Nothing is set yet. */
export function chooseGoalView(between: readonly { ladder: Ladder; goal: Goal }[]): Said {
  return {
    text: 'Which ladder do you mean? I have not set a goal yet.',
    blocks: [
      richText(line(bold('Which ladder do you mean?'), words(' I have not set a goal yet.'))),
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
    ? 'I removed your goal. Your evidence and reviews are still stored.'
    : 'You had no goal, so I changed nothing.'
  return { text: said, blocks: [richText(line(words(said))), actions([show('Set a goal', 'goal')])] }
}

/**
 * Asks for the current level, which was taken to be the one below the target, as long as it may be another. Somebody
 * who was asked for a level in order to get a review is not asked again, and reads how to change it.
 */
const currentBlocks = (
  { shelf, ladder }: GoalShelf & { ladder: Ladder },
  goal: Goal,
  asked: boolean,
): types.KnownBlock[] => {
  const [current, target] = [levelOf(ladder, goal.current), levelOf(ladder, goal.target)]
  const others = ladder.levels.filter(({ rank }) => rank < (target?.rank ?? 0) && rank !== current?.rank)
  const assumed = neighbourLevel(ladder, goal.target, -1)?.id === goal.current
  if (!current || !assumed || others.length === 0) return []
  const path = (level: string): string =>
    `${shelf.all.length > 1 ? `${ladder.id} ` : ''}goal ${level} to ${goal.target}${goal.by ? ` by ${goal.by}` : ''}`
  if (asked)
    return [
      richText(
        line(
          words(`I took ${levelName(current)} for your level now. If it is another one, type for example `),
          code(`/ladder ${path(others.at(-1)!.id)}`),
        ),
      ),
    ]
  return [
    richText(line(words(`Are you at ${levelName(current)} now? If not, choose your level:`))),
    actions(others.slice(-MOST_BUTTONS).map((level) => show(levelName(level), path(level.id)))),
  ]
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
                ? 'I reviewed 1 entry for another goal.'
                : `I reviewed ${otherwise} entries for another goal.`,
            ),
          ),
        ),
        actions([button(`Review for ${goal.target}`, 'goal-read-again', 'all')]),
      ]

/** After setting a goal: what changed, what happens to waiting evidence, and what was read against another goal. */
export function goalSetView(
  { shelf, ladder }: GoalShelf & { ladder: Ladder },
  before: Goal | null,
  goal: Goal,
  { queued, otherwise }: { readonly queued: number; readonly otherwise: number },
): Said {
  const waiting =
    queued === 0
      ? 'Now send me a direct message about something you did, and I’ll compare it with this level.'
      : queued === 1
        ? 'I’m reviewing your message now. My answer will be in its thread.'
        : `I’m reviewing your ${queued} messages now. Each answer will be in its own thread.`
  const same =
    before?.ladder === goal.ladder &&
    before.current === goal.current &&
    before.target === goal.target &&
    before.by === goal.by
  return {
    text: `Your goal is ${same ? 'still' : 'now'} ${goalName(ladder, goal)}${goalDate(goal)}.`,
    blocks: [
      richText(
        line(
          words(`Your goal is ${same ? 'still' : 'now'} `),
          bold(goalName(ladder, goal)),
          words(`${goalDate(goal)}.`),
        ),
        ...(before && !same
          ? [
              line(
                words(
                  `It was ${before.ladder === ladder.id ? goalName(ladder, before) : 'on another ladder'}` +
                    `${goalDate(before)}.`,
                ),
              ),
            ]
          : []),
        line(words(waiting)),
      ),
      ...(before === null ? currentBlocks({ shelf, ladder }, goal, queued > 0) : []),
      actions([show(`What ${goal.target} adds`, 'next')]),
      ...otherwiseBlocks(goal, otherwise),
    ],
  }
}
