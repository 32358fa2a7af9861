import type { types } from '@slack/bolt'
import { type Ladder, levelOf } from '../../../domain/ladder/ladder.ts'
import type { Schedule } from '../../../domain/nudge/nudge.ts'
import type { OwnNudge } from '../../../domain/nudge/nudge-me.ts'
import type { Goal } from '../../../domain/person.ts'
import { goalDate } from '../ladder/goal.ts'
import { competencyTitle, levelName } from '../ladder/ladder.ts'
import { readAloud } from '../ladder/pages.ts'
import {
  actions,
  bold,
  bullets,
  button,
  clipped,
  code,
  escaped,
  footnote,
  italic,
  line,
  richText,
  type Said,
  words,
} from '../rich-text.ts'
import { exampleBlocks, FORM_TITLES } from './nudge-post.ts'
import { dateWords, dayWords, momentWords, scheduleWords } from './nudge-when.ts'

const NAMED = 100

/** How many pieces are shown, and how much of each, in UTF-16 units. */
const MOST_PIECES = 3
const BEGINNING = 120

/** The id of the block that quotes their pieces. It is removed when one of them is deleted. */
export const LOGGED = 'nudge-me-logged'

/** A piece of evidence that the person logged since their last nudge. */
export type LoggedPiece = { readonly day: Temporal.PlainDate; readonly beginning: string }

const withText = (blocks: types.KnownBlock[]): Said => ({ text: readAloud(blocks), blocks })

const pause: types.Datepicker = {
  type: 'datepicker',
  action_id: 'nudge-me-pause',
  placeholder: { type: 'plain_text', text: 'Pause until…' },
}
const stop = button('Stop', 'nudge-me-stop', 'me')

const loggedBlocks = (logged: readonly LoggedPiece[]): types.KnownBlock[] =>
  logged.length === 0
    ? []
    : [
        {
          ...richText(
            line(words('Since my last question, you saved:')),
            bullets([
              ...logged
                .slice(0, MOST_PIECES)
                .map(({ day, beginning }) => [
                  words(`${dayWords(day)}: `),
                  italic(clipped(beginning.replace(/\s+/g, ' '), BEGINNING)),
                ]),
              ...(logged.length > MOST_PIECES ? [[words('and more: '), code('/ladder evidence')]] : []),
            ]),
          ),
          block_id: LOGGED,
        },
      ]

/**
 * What notifications show of a personal nudge. Nothing that the person wrote is in it: a locked phone shows it too.
 */
const textFor = ({ competency, question, form }: OwnNudge): string =>
  escaped(`Your question about ${form ? FORM_TITLES[form] : clipped(competency.name, NAMED)}: ${question}`)

/**
 * A personal nudge, in a DM: the competency of the goal with the least evidence, what its level asks, one question, and
 * what the person logged since the last nudge. An answer in its thread is evidence.
 */
export function ownNudgeView(
  ladder: Ladder,
  goal: Goal,
  nudge: OwnNudge,
  logged: readonly LoggedPiece[],
): Said {
  const target = levelOf(ladder, goal.target)
  const name = clipped(target ? levelName(target) : goal.target, NAMED)
  const near = nudge.goalNear ? `Your goal is ${name}${goalDate(goal)}. ` : ''
  const lead = nudge.form
    ? near === ''
      ? []
      : [line(words(near.trimEnd()))]
    : [
        line(
          ...(near === '' ? [] : [words(near)]),
          bold(clipped(competencyTitle(nudge.competency), NAMED)),
          words(
            nudge.why === 'last-quarter'
              ? ' has no evidence from last quarter yet.'
              : nudge.why === 'least'
                ? ' has the least evidence so far.'
                : '.',
          ),
          words(` ${name} asks: `),
          italic(nudge.expectation.text),
        ),
      ]
  const blocks: types.KnownBlock[] = [
    richText(...lead, line(bold(nudge.question))),
    ...exampleBlocks(nudge.example),
    ...loggedBlocks(logged),
    richText(line(words('Reply in this thread. I’ll save it as evidence, and colleagues can’t see it.'))),
  ]
  return {
    text: textFor(nudge),
    blocks: [
      ...blocks,
      actions([
        button('Ask tomorrow', 'nudge-me-snooze:day', 'P1D'),
        button('Ask next week', 'nudge-me-snooze:week', 'P1W'),
        pause,
        stop,
      ]),
    ],
  }
}

/** Asked once after three unanswered nudges. */
export function ownAskView(): Said {
  return withText([
    richText(
      line(
        words('You skipped my last 3 questions, and that’s fine. Should I keep asking? '),
        words('If I hear nothing, I’ll stop.'),
      ),
    ),
    actions([button('Keep asking', 'nudge-me-go-on', 'me'), pause, stop]),
  ])
}

/** A personal nudge as shown to its owner. */
export type ShownOwnNudge = {
  readonly schedule: Schedule
  readonly next: readonly Temporal.ZonedDateTime[]
  readonly paused: { readonly until: Temporal.PlainDate | null } | null
  /** True if it uses the time zone that Slack has for them, and follows it. */
  readonly follows: boolean
  readonly hasGoal: boolean
}

const nextBlocks = ({ next }: ShownOwnNudge): types.RichTextBlock['elements'] =>
  next.length === 0 ? [] : [bullets(next.map((moment) => [words(momentWords(moment))]))]

const controls = ({ paused }: ShownOwnNudge): types.ActionsBlock =>
  actions(paused ? [button('Resume', 'nudge-me-resume', 'me'), stop] : [pause, stop])

/** After a personal nudge is set, changed or shown: when I write, and in which time zone. */
export function ownSetView(nudge: ShownOwnNudge, done: 'set' | 'shown' | 'resumed'): Said {
  return withText([
    richText(
      line(
        words(
          done === 'set'
            ? 'Done. I’ll message you '
            : done === 'resumed'
              ? 'Resumed. I’ll message you '
              : 'I message you ',
        ),
        bold(scheduleWords(nudge.schedule)),
        words(nudge.follows ? '. If you move, I follow the time zone in your Slack profile.' : '.'),
        words(
          nudge.paused
            ? nudge.paused.until
              ? ` Paused until ${dateWords(nudge.paused.until)}.`
              : ' Paused until you resume it.'
            : '',
        ),
      ),
      ...nextBlocks(nudge),
      ...(nudge.hasGoal
        ? []
        : [
            line(
              words('You have no goal yet, so I don’t know what to ask about. Set one with '),
              code('/ladder goal'),
              words(', and I’ll start.'),
            ),
          ]),
    ),
    controls(nudge),
    footnote('Only you see this.'),
  ])
}

/**
 * After snooze or pause. `until` is the day of the next nudge, or, after a pause, the first day on which one is
 * possible. Null means until they resume it.
 */
export function ownPausedView(until: Temporal.PlainDate | null, paused = true): Said {
  return withText([
    richText(
      line(
        words(
          until === null
            ? 'Paused until you resume it.'
            : paused
              ? `Paused. I’ll message you on your usual day again from ${dateWords(until)}.`
              : `I’ll ask again on ${dateWords(until)}.`,
        ),
      ),
    ),
    actions([button('Resume', 'nudge-me-resume', 'me'), stop]),
  ])
}

/** After "Stop", or when the question whether to continue got no answer. */
export function ownStoppedView(by: 'you' | 'silence' | 'none'): Said {
  return withText([
    richText(
      line(
        words(
          by === 'none'
            ? 'You have no personal nudge, so I changed nothing. To get one, type '
            : by === 'you'
              ? 'Stopped. Your evidence and goal are unchanged. To start again, type '
              : 'I stopped asking. Your evidence and goal are unchanged. To start again, type ',
        ),
        code('/ladder nudge me fridays 16:00'),
        words('.'),
      ),
    ),
  ])
}
