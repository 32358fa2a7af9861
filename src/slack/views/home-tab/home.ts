import type { types } from '@slack/bolt'
import type { Home, HomeGoal, HomeNudge } from '../../../coaching/packet/home-port.ts'
import { isPast } from '../../../domain/ladder/goal-date.ts'
import { rankOf } from '../../../domain/ladder/ladder.ts'
import { lineBlock } from '../evidence/evidence-line.ts'
import { entries } from '../evidence/found.ts'
import { goalChoices, goalDate, goalName } from '../ladder/goal.ts'
import { show } from '../ladder/ladder.ts'
import { channelOf, momentWords, scheduleWords } from '../nudge/nudge-when.ts'
import { workButton } from '../packet/work.ts'
import {
  actions,
  bold,
  bullets,
  button,
  code,
  footnote,
  header,
  line,
  richText,
  words,
} from '../rich-text.ts'
import { coverageBlocks } from './coverage.ts'
import { notPlacedBlocks } from './not-placed.ts'
import { nextGoal, showPacket, thingBlocks } from './thing.ts'

/** Slack's limit for a view. */
const MOST_BLOCKS = 100

const title = header('Your promotion packet')

const viewOf = (blocks: readonly types.KnownBlock[]): types.HomeView => ({
  type: 'home',
  callback_id: 'home',
  blocks: blocks.slice(0, MOST_BLOCKS),
})

/** "7 months left", "12 days left". Empty without a date, and once it has passed. */
const timeLeft = (by: string | null, today: Temporal.PlainDate): string => {
  if (by === null || isPast(by, today)) return ''
  const month = Temporal.PlainYearMonth.from(by.slice(0, 7))
  const last = by.length > 7 ? Temporal.PlainDate.from(by) : month.toPlainDate({ day: month.daysInMonth })
  const { months } = today.until(last, { largestUnit: 'month' })
  const { days } = today.until(last, { largestUnit: 'day' })
  if (months > 0) return ` ${months === 1 ? '1 month' : `${months} months`} left.`
  return ` ${days === 1 ? '1 day' : `${days} days`} left.`
}

/** Their present level is no longer below the goal, for example after the ladder was rewritten. */
const isReached = ({ ladder, goal }: HomeGoal): boolean =>
  rankOf(ladder, goal.current) >= rankOf(ladder, goal.target)

const goalBlocks = (home: HomeGoal, { shelf, today }: Home): types.KnownBlock[] => {
  const { ladder, goal } = home
  if (isReached(home)) {
    return [
      richText(
        line(words('You have reached your goal: '), bold(goalName(ladder, goal)), words('.')),
        line(words('Choose the next one. Your evidence stays.')),
      ),
      actions([...nextGoal(home, shelf), show('Change goal', 'goal')]),
    ]
  }
  return [
    richText(
      line(
        words('Your goal: '),
        bold(goalName(ladder, goal)),
        words(`${goalDate(goal)}.${timeLeft(goal.by, today)}`),
      ),
    ),
    actions([show('Change goal', 'goal'), show(`What ${goal.target} adds`, 'next')]),
  ]
}

const noGoalBlocks = ({ shelf, goal }: Home): types.KnownBlock[] => [
  richText(
    line(
      ...(goal === 'gone'
        ? [words('Your goal’s level is no longer on the ladder. Your evidence stays. ')]
        : []),
      bold(`Start with your goal: which level are you aiming for?`),
    ),
  ),
  ...goalChoices({ shelf, ladder: shelf.standard }),
]

const beginBlocks = (): types.KnownBlock[] => [
  richText(
    line(
      bold('No evidence yet.'),
      words(' What did you do this week that you’re proud of? Three ways to begin:'),
    ),
    bullets([
      [words('Write to me under Messages, in your own words. I’ll answer in a thread.')],
      [words('Fill in a form: '), bold('Log evidence'), words('.')],
      [
        words('Save a message where it is: open its menu '),
        bold('More actions'),
        words(' and choose '),
        bold('Save as evidence'),
        words('.'),
      ],
    ]),
  ),
]

const log = button('Log evidence', 'evidence-log', 'new')

const latestBlocks = ({ latest, ladder, entries: count, waiting }: Home): types.KnownBlock[] => {
  if (latest.length === 0) return [...beginBlocks(), actions([log])]
  return [
    richText(
      line(
        bold(latest.length === 1 ? 'Your last entry' : 'Your last entries'),
        ...(waiting > 0 ? [words(`  ${entries(waiting)} without a review yet.`)] : []),
      ),
    ),
    ...latest.map((row) => lineBlock(row, ladder, { list: 'evidence', page: 1, text: '' })),
    actions([log, ...(count > latest.length ? [button(`See all ${count}`, 'evidence-list', 'all')] : [])]),
  ]
}

const nudgeLine = ({ channel, schedule, next }: HomeNudge) => [
  ...(channel === null ? [words('To you, ')] : [words('In '), channelOf(channel), words(', ')]),
  words(`${scheduleWords(schedule)}. ${next ? `Next: ${momentWords(next)}.` : 'Paused.'}`),
]

const nudgeBlocks = (nudges: readonly HomeNudge[]): types.KnownBlock[] => {
  const hasOwn = nudges.some(({ channel }) => channel === null)
  return [
    richText(
      line(bold('Nudges')),
      ...(nudges.length > 0 ? [bullets(nudges.map(nudgeLine))] : []),
      ...(hasOwn
        ? []
        : [
            line(
              words('One short question a week helps you remember. To get one, type '),
              code('/ladder nudge me fridays 16:00'),
              words('.'),
            ),
          ]),
    ),
    ...(hasOwn
      ? [
          actions([
            {
              type: 'datepicker',
              action_id: 'nudge-me-pause',
              placeholder: { type: 'plain_text', text: 'Pause until…' },
            },
            button('Resume', 'nudge-me-resume', 'me'),
            button('Stop', 'nudge-me-stop', 'me'),
          ]),
        ]
      : []),
  ]
}

const divider: types.DividerBlock = { type: 'divider' }

const keptBlocks = ({ entries: count }: Home): types.KnownBlock[] => [
  divider,
  footnote(
    `${count > 0 ? `I store ${entries(count)} and what I said about them until you delete them. ` : ''}` +
      'Colleagues can’t see this page. Workspace owners and the people who run me might.',
  ),
  actions([show('See my data', 'data'), show('Show help', 'help')]),
]

const packetBlocks = ({ goal }: HomeGoal, isReached: boolean): types.KnownBlock[] => [
  ...(isReached
    ? []
    : [
        richText(
          line(
            words('I can ask you about the emptiest one, then about the next. Your answers are evidence.'),
          ),
        ),
      ]),
  actions([showPacket(goal), ...(isReached ? [] : [workButton()])]),
]

/** The Home tab: what a person has shown so far, and what to do next. Only they see it. */
export function homeView(home: Home): types.HomeView {
  const { goal, latest, notPlaced, nudges, shelf } = home
  if (goal === 'none' || goal === 'gone') {
    return viewOf([
      title,
      ...noGoalBlocks(home),
      divider,
      ...latestBlocks(home),
      ...notPlacedBlocks(notPlaced),
      ...(nudges.length > 0 ? [divider, ...nudgeBlocks(nudges)] : []),
      ...keptBlocks(home),
    ])
  }
  const begun = latest.length > 0
  return viewOf([
    title,
    ...goalBlocks(goal, home),
    ...(begun && !isReached(goal) ? [divider, ...thingBlocks(goal, shelf)] : []),
    ...(begun ? [] : [divider, ...latestBlocks(home)]),
    header('Where you stand'),
    ...coverageBlocks(goal.coverage),
    ...packetBlocks(goal, isReached(goal)),
    ...notPlacedBlocks(notPlaced),
    ...(begun ? [divider, ...latestBlocks(home)] : []),
    divider,
    ...nudgeBlocks(nudges),
    ...keptBlocks(home),
  ])
}

/** What the Home tab shows while the store is away. */
export function unknownHomeView(): types.HomeView {
  return viewOf([
    title,
    richText(line(words('I can’t load your page right now. Your evidence is safe. Try again in a minute.'))),
    actions([button('Try again', 'home-again', 'again')]),
  ])
}
