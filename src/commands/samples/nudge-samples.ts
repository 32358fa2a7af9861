import type { NudgeAsked } from '../../coaching/nudge/find-asked.ts'
import type { NudgeAnswer, NudgeDone, ShownNudge } from '../../coaching/nudge/nudge-answers.ts'
import type { ChannelNotice } from '../../coaching/nudge/nudge-port.ts'
import { competenciesOf, type Ladder, type Shelf } from '../../domain/ladder/ladder.ts'
import type { Nudge, NudgeNotice, NudgeQuestions, NudgeText, NudgeTrouble } from '../../domain/nudge/nudge.ts'
import type { NudgeCommand } from '../../domain/nudge/nudge-command.ts'
import { comingNudges, nudgeTextOf } from '../../domain/nudge/nudge-text.ts'
import { nudgeAnswerView } from '../../slack/views/nudge/nudge-answer.ts'
import { nudgeAskView } from '../../slack/views/nudge/nudge-ask.ts'
import { nudgeOfferView } from '../../slack/views/nudge/nudge-offer.ts'
import { nudgePostView } from '../../slack/views/nudge/nudge-post.ts'
import { HALTS, nudgeNoticeView, nudgeToldView } from '../../slack/views/nudge/nudge-told.ts'
import { drawn, type EachKind, longest, messages, type NamedView } from './named-view.ts'
import { AT } from './sample-reviews.ts'

const DM = 'slack://app?team=T1&id=A1&tab=messages'
const CHANNEL = 'C0123456789'
const ZONE = 'Europe/London'

/** When the nudges of the examples are due. */
export const SCHEDULE = { weekday: 1, time: Temporal.PlainTime.from('10:00'), zone: ZONE } as const
const MONTHLY = { ...SCHEDULE, rhythm: { kind: 'month', nth: 'last' } } as const
const FIRST = AT.toZonedDateTimeISO(ZONE).with({ day: 30, hour: 10 })

/** The next dates of that schedule. */
export const NEXT = [0, 1, 2].map((weeks) => FIRST.add({ weeks }))

const UNTIL = Temporal.PlainDate.from('2026-12-20')
const troubles = Object.keys(HALTS) as NudgeTrouble[]

/** A command that was not understood, with every kind of doubt. */
export function unclear(whose: NudgeCommand['whose']): NudgeCommand & { readonly kind: 'unclear' } {
  return {
    whose,
    kind: 'unclear',
    of: 'set',
    understood: {
      weekday: 1,
      time: null,
      zone: ZONE,
      ownZone: false,
      ladder: null,
      rhythm: null,
      levels: null,
    },
    doubts: [
      { kind: 'unknown', words: 'mundays', near: ['Monday'] },
      { kind: 'several', words: 'mondays or fridays' },
      {
        kind: 'which-time',
        words: '4',
        between: [Temporal.PlainTime.from('04:00'), Temporal.PlainTime.from('16:00')],
      },
      { kind: 'which-zone', words: 'IST', between: ['Asia/Kolkata', 'Asia/Jerusalem', 'Europe/Dublin'] },
      { kind: 'past', words: '1 March 2020' },
      { kind: 'how-often', words: 'every day' },
      { kind: 'one-level', words: 'L2' },
      { kind: 'level-gap', words: 'L1 and L3' },
      { kind: 'missing', what: 'time' },
    ],
  }
}

/** The longest post of a ladder. Null if nothing in it can be posted. */
const longestPost = (ladder: Ladder, questions: NudgeQuestions): NudgeText | null => {
  const given = { ladder, questions, channel: CHANNEL, used: [] }
  // Every competency comes twice, the second time with other sentences if there are more.
  const coming = comingNudges(given, 2 * competenciesOf(ladder).length)
  return longest(coming, (text) => nudgePostView(ladder, text)) ?? null
}

const done = (comes: Temporal.ZonedDateTime): EachKind<NudgeDone> => {
  const left = { weeks: ['2026-W52', '2027-W02'], yearEnd: false, comes }
  return {
    skipped: [['the next nudge was skipped', { kind: 'skipped', date: comes.toPlainDate() }]],
    'too-late': [['a nudge that is too late to skip', { kind: 'too-late', comes }]],
    paused: [['a nudge was paused', { kind: 'paused', until: UNTIL, comes: null }]],
    resumed: [['a nudge was resumed', { kind: 'resumed' }]],
    'left-out': [['weeks were left out', { kind: 'left-out', ...left }]],
    included: [['weeks were included', { kind: 'included', ...left, yearEnd: true }]],
  }
}

const answers = (nudge: ShownNudge, shelf: Shelf): EachKind<Exclude<NudgeAnswer, { kind: 'form' }>> => {
  const { channel } = nudge
  const paused = { ...nudge, paused: { until: UNTIL }, trouble: 'refused' } as const
  const [first, ...more] = Object.values(done(FIRST))
    .flat()
    .map(([name, one]) => [name, { kind: 'done', nudge, done: one }] as const)
  const [refused, ...others] = [...troubles, 'busy' as const].map(
    (trouble) => [`a nudge that Slack refuses: ${trouble}`, { kind: 'refused', trouble }] as const,
  )
  return {
    shown: [
      ['/ladder nudge', { kind: 'shown', nudge }],
      ['/ladder nudge, paused', { kind: 'shown', nudge: paused }],
      ['/ladder nudge, due in a minute', { kind: 'shown', nudge: { ...nudge, late: FIRST } }],
      ['/ladder nudge, due before midnight', { kind: 'shown', nudge: { ...nudge, late: 'missed' } }],
    ],
    preview: [['/ladder nudge preview', { kind: 'preview', nudge }]],
    set: [
      ['/ladder nudge mondays 10:00', { kind: 'set', nudge, changed: false }],
      ['/ladder nudge tuesdays 10:00, changed', { kind: 'set', nudge, changed: true }],
    ],
    done: [first!, ...more],
    stopped: [
      ['/ladder nudge stop', { kind: 'stopped', channel, had: true, comes: FIRST }],
      ['/ladder nudge stop, without one', { kind: 'stopped', channel, had: false, comes: null }],
    ],
    none: [['/ladder nudge, without one', { kind: 'none', channel }]],
    unclear: [['a nudge that is not understood', { kind: 'unclear', command: unclear('channel'), channel }]],
    'which-ladder': [
      ['a nudge of which ladder', { kind: 'which-ladder', ladders: shelf.all.map(({ id }) => id), channel }],
    ],
    refused: [refused!, ...others],
    nothing: [['a ladder that no nudge can be about', { kind: 'nothing', ladder: nudge.ladder.name }]],
    'ladder-gone': [
      ['a nudge whose ladder is gone', { kind: 'ladder-gone', ladder: nudge.ladder.id, channel }],
    ],
    'no-channel': [['a nudge where there is no channel', { kind: 'no-channel' }]],
    'members-only': [['a nudge that a guest would change', { kind: 'members-only' }]],
    who: [['a nudge where Slack does not say who asks', { kind: 'who' }]],
    elsewhere: [['a button of another nudge', { kind: 'elsewhere' }]],
  }
}

const notices = (ladder: string): EachKind<ChannelNotice> => {
  const left = { weeks: ['2026-W52'], yearEnd: false, comes: FIRST }
  return {
    set: [['who set up a nudge', { kind: 'set', schedule: SCHEDULE, levels: null, paused: null, ladder }]],
    changed: [
      [
        'who changed a nudge',
        { kind: 'changed', schedule: MONTHLY, levels: ['L2', 'L3'], paused: { until: UNTIL }, ladder },
      ],
    ],
    paused: [['who paused a nudge', { kind: 'paused', until: UNTIL, comes: FIRST }]],
    skipped: [['who skipped a nudge', { kind: 'skipped', date: UNTIL }]],
    'left-out': [['who left weeks out', { kind: 'left-out', ...left }]],
    included: [['who included weeks', { kind: 'included', ...left }]],
    stopped: [['who stopped a nudge', { kind: 'stopped', comes: FIRST }]],
    resumed: [['who resumed a nudge', { kind: 'resumed' }]],
  }
}

const told = (): EachKind<NudgeNotice> => {
  const [first, ...more] = troubles.map(
    (trouble) => [`a nudge paused itself: ${trouble}`, { kind: 'trouble', trouble }] as const,
  )
  return {
    trouble: [first!, ...more],
    missed: [['a nudge that was missed', { kind: 'missed', dueAt: AT }]],
    unknown: [['a nudge that may have been posted', { kind: 'unknown', dueAt: AT }]],
  }
}

/** The offer to save what somebody told the coach in the thread of a nudge, short and long. */
const offers = (asked: NudgeAsked) => {
  const offered = (text: string) =>
    nudgeOfferView(asked, { ts: '1790000000.000100', threadTs: '1790000000.000000', text })
  return {
    'the offer to save what a mention says': offered('I fixed the disk alert this week'),
    'the offer to save what a long mention says': offered('I fixed the disk alert. '.repeat(100)),
  }
}

/** All about the nudge of a channel: the longest post of each ladder, the answers, and what people are told. */
export function nudgeSamples(shelf: Shelf, ladder: Ladder, questions: NudgeQuestions): NamedView[] {
  const shown: ShownNudge = {
    channel: CHANNEL,
    ladder,
    levels: null,
    schedule: SCHEDULE,
    next: NEXT,
    late: null,
    counts: { due: 12, posted: 11, opened: 8, logged: 3 },
    nextWeek: '2026-W49',
    paused: null,
    trouble: null,
    leftOut: ['2026-W52'],
    yearEnd: false,
    preview: longestPost(ladder, questions),
  }
  const nudge: Nudge = {
    team: 'T0123456789',
    channel: CHANNEL,
    ladder: ladder.id,
    levels: null,
    schedule: SCHEDULE,
    setUpBy: null,
    since: AT,
    stopped: false,
    paused: null,
    leftOut: [],
    yearEnd: false,
    trouble: null,
    revision: 1,
  }
  const posts = shelf.all.flatMap((one): NamedView[] => {
    const text = longestPost(one, questions)
    const message = text && nudgePostView(one, text)
    return message ? [{ name: `the nudge of a channel, ${one.id}`, message }] : []
  })
  const win = nudgeTextOf({
    ladder,
    questions,
    channel: CHANNEL,
    used: comingNudges({ ladder, questions, channel: CHANNEL, used: [] }, 6),
  })
  const small = win && nudgePostView(ladder, win)
  const [competency] = competenciesOf(ladder)
  const place = { ladder, shelf, home: true, exact: true, sure: true, page: 1 }
  const all = answers(shown, shelf)
  const asked = { question: 'What did you finish?' }
  return [
    ...posts,
    ...(small ? [{ name: 'the nudge of a channel, about a small win', message: small }] : []),
    ...drawn<Exclude<NudgeAnswer, { kind: 'form' }>>(all, nudgeAnswerView),
    ...messages({
      '/ladder nudge, answered in a DM': nudgeAnswerView({ kind: 'shown', nudge: shown }, CHANNEL),
      'Ask the coach': nudgeAskView({ competency: competency ?? null, nudge: asked }, DM, place),
      'Ask the coach, under a nudge that is gone': nudgeAskView({}, null),
      'talk in the thread of a nudge': nudgeAskView({ competency: competency ?? null, nudge: asked }, DM),
      ...offers({ ladder, competency: competency ?? null, nudge: asked }),
    }),
    ...drawn<ChannelNotice>(notices(ladder.name), (notice) => nudgeNoticeView('U0123456789', notice)),
    ...drawn<NudgeNotice>(told(), (notice) => nudgeToldView(nudge, notice, [], AT)),
  ]
}
