import type {
  ConversationReply,
  LookedUp,
  NoAnswer,
  Proposal,
} from '../../coaching/conversation/conversation-reply.ts'
import { COACH_TOPICS } from '../../domain/conversation/ask.ts'
import { progressOf } from '../../domain/conversation/progress.ts'
import { competenciesOf, levelOf, type Shelf } from '../../domain/ladder/ladder.ts'
import type { EachKind } from './named-view.ts'
import { NEXT, SCHEDULE } from './nudge-samples.ts'
import { AT, PIECE, type SampleReviews } from './sample-reviews.ts'

const TODAY = AT.toZonedDateTimeISO('UTC').toPlainDate()
const OWNER = { team: 'T0123456789', user: 'U0123456789' }
const MONTH = TODAY.toPlainYearMonth()

const NO_ANSWERS: Readonly<Record<NoAnswer, string>> = {
  'no-entries': 'a list of entries, without any',
  'no-such-entry': 'an entry to be deleted that is not there',
  'no-review': 'a question about a review, without any',
  'no-nudge': 'a nudge to be stopped, without one',
  'nudge-when': 'a nudge without a day and time',
}

/** Every kind of answer to a question or a command. */
export function conversationSamples(
  shelf: Shelf,
  { full, offline }: SampleReviews,
): EachKind<ConversationReply> {
  const { ladder } = full
  const { goal } = full.review
  const [one, two, three] = competenciesOf(ladder)
  const target = levelOf(ladder, goal.target)!
  const progress = (statuses: readonly ('evidenced' | 'partly')[], about: string | null) => ({
    kind: 'progress' as const,
    ...{ ladder, shelf, goal, about, entries: 5 },
    progress: progressOf({
      ...{ ladder, goal, about, emptiestFirst: competenciesOf(ladder).map(({ id }) => id) },
      earlier: statuses.map((status, nth) => ({
        competency: [one, two][nth]?.id ?? '',
        status,
        month: MONTH,
      })),
      pieces: new Map(three ? [[three.id, 1]] : []),
    }),
  })
  const source = { ladder, shelf, home: true, exact: true, sure: true, page: 1 }
  const looked = (found: LookedUp) => ({ kind: 'looked-up' as const, source, found })
  const cell = { kind: 'cell', level: target, competency: one! } as const
  const confirm = (proposal: Proposal) => ({ kind: 'confirm' as const, owner: OWNER, proposal })
  const all = { period: null, competency: null, words: null }
  const days = { from: TODAY.subtract({ days: 30 }), to: TODAY }
  const rows = [full, offline].map(({ evidence, review }) => ({ evidence, review, shown: days, quote: null }))
  const [noAnswer, ...noAnswers] = (Object.keys(NO_ANSWERS) as NoAnswer[]).map(
    (why) => [NO_ANSWERS[why], { kind: 'no-answer', why } as const] as const,
  )
  const [topic, ...topics] = COACH_TOPICS.flatMap((asked) =>
    [true, false].map(
      (hasModel) =>
        [
          `a question about the coach: ${asked}${hasModel ? '' : ', without a model'}`,
          { kind: 'about-coach', topic: asked, hasModel, sustainedMonths: ladder.sustainedMonths } as const,
        ] as const,
    ),
  )
  return {
    progress: [
      ['how am I doing?', { ...progress(['evidenced', 'partly'], null), chances: false }],
      ['am I ready?', { ...progress([], null), chances: true }],
      ['why is there nothing under a competency?', { ...progress([], one!.id), chances: false }],
    ],
    'looked-up': [
      ['what does a level say about a competency?', looked(cell)],
      [
        'a question that may mean two things',
        looked({
          kind: 'choose',
          between: [
            { ladder, shown: cell },
            { ladder, shown: { kind: 'level', level: target, area: null } },
          ],
        }),
      ],
      ['a question about what no ladder has', looked({ kind: 'unknown', nearest: [] })],
      ['what is my goal?', looked({ kind: 'goal', goal })],
      ['what is my goal?, without one', looked({ kind: 'goal', goal: null })],
      ['a goal that is refused', looked({ kind: 'goal-refused', why: 'past-date' })],
      [
        'a goal of several ladders',
        looked({
          kind: 'choose-goal',
          between: [
            { ladder, goal },
            { ladder, goal },
          ],
        }),
      ],
    ],
    entries: [
      ['show my evidence', { kind: 'entries', rows, more: true, filter: all, ladder }],
      [
        'what did I do last month about something?, without any',
        {
          kind: 'entries',
          rows: [],
          more: false,
          filter: { period: days, competency: one!.id, words: 'dns outage' },
          ladder,
        },
      ],
    ],
    opened: [['open the one about something', { kind: 'opened', opened: full }]],
    'about-coach': [topic!, ...topics],
    'own-nudge': [
      [
        'when do you remind me?',
        {
          kind: 'own-nudge',
          shown: { schedule: SCHEDULE, next: NEXT, paused: null, follows: true, hasGoal: true },
        },
      ],
    ],
    confirm: [
      ['delete the last one', confirm({ kind: 'delete', pieces: [PIECE], each: false, here: false })],
      ['delete the last two', confirm({ kind: 'delete', pieces: [PIECE, PIECE], each: false, here: false })],
      [
        'delete the one about something, of two',
        confirm({ kind: 'delete', pieces: [PIECE, PIECE], each: true, here: false }),
      ],
      ['delete everything', confirm({ kind: 'delete-all', entries: 7 })],
      ['set my goal', confirm({ kind: 'goal', ladder, goal, named: false })],
      ['set my goal, with several ladders', confirm({ kind: 'goal', ladder, goal, named: true })],
      ['clear my goal', confirm({ kind: 'clear-goal', ladder, goal })],
      [
        'remind me every week',
        confirm({ kind: 'nudge', wish: 'set', schedule: { ...SCHEDULE, zone: null } }),
      ],
      ['remind me every week in a zone', confirm({ kind: 'nudge', wish: 'set', schedule: SCHEDULE })],
      ['stop reminding me', confirm({ kind: 'nudge', wish: 'stop' })],
      ['remind me again', confirm({ kind: 'nudge', wish: 'resume' })],
      ['skip the next reminder', confirm({ kind: 'nudge', wish: 'skip' })],
      ['pause my reminders', confirm({ kind: 'nudge', wish: 'pause', until: null })],
      ['pause my reminders until a day', confirm({ kind: 'nudge', wish: 'pause', until: TODAY })],
      ['read it again', confirm({ kind: 'read-again', piece: PIECE })],
      ['move it to another competency', confirm({ kind: 'move', piece: PIECE })],
    ],
    'no-answer': [noAnswer!, ...noAnswers],
    'packet-here': [['the packet as a document', { kind: 'packet-here' }]],
    'work-here': [['work on my packet', { kind: 'work-here' }]],
    'not-known': [
      ['words that I don’t know', { kind: 'not-known', heard: 'words', ladder, goal, hasEntries: true }],
      [
        'what it should be, without where',
        { kind: 'not-known', heard: 'instead', ladder, goal, hasEntries: true },
      ],
      [
        'a question that I don’t know',
        { kind: 'not-known', heard: 'question', ladder, goal, hasEntries: true },
      ],
      [
        'a question that I don’t know, from a new person',
        { kind: 'not-known', heard: 'question', ladder, goal: null, hasEntries: false },
      ],
    ],
  }
}
