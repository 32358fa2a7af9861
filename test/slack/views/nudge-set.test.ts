import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadShelf } from '../../../src/adapters/ladder-files/ladder-files.ts'
import { openNudgeQuestions } from '../../../src/adapters/ladder-files/nudge-questions.ts'
import type { ShownNudge } from '../../../src/coaching/nudge/nudge-answers.ts'
import type { NudgeWeek, Week, Weekday } from '../../../src/domain/nudge/nudge.ts'
import { nudgeCommandOf } from '../../../src/domain/nudge/nudge-command.ts'
import { nudgeTextOf } from '../../../src/domain/nudge/nudge-text.ts'
import { nudgeAnswerView } from '../../../src/slack/views/nudge/nudge-answer.ts'
import { nudgeAskView } from '../../../src/slack/views/nudge/nudge-ask.ts'
import {
  noNudgeView,
  nudgeElsewhereView,
  nudgeLadderGoneView,
  nudgeNoChannelView,
  nudgeNothingView,
  nudgeRefusedView,
  nudgeUnclearView,
  nudgeUninvitedView,
  nudgeWhichLadderView,
} from '../../../src/slack/views/nudge/nudge-refused.ts'
import { nudgeDoneView, nudgeSetView, nudgeStoppedView } from '../../../src/slack/views/nudge/nudge-set.ts'
import { nudgePreviewView, nudgeShowView } from '../../../src/slack/views/nudge/nudge-show.ts'
import {
  nudgeHaltedView,
  nudgeMissedView,
  nudgeNoticeView,
  nudgeToldView,
} from '../../../src/slack/views/nudge/nudge-told.ts'
import {
  aheadWords,
  scheduleWords,
  weekWords,
  zoneChoice,
} from '../../../src/slack/views/nudge/nudge-when.ts'
import { type Said, shownLength } from '../../../src/slack/views/rich-text.ts'
import { nudgeOf, weekOf } from '../../domain/nudge-fixture.ts'
import { anyLadder, anyQuestions, anyText } from '../../domain/nudge-words-fixture.ts'
import { rounds } from '../../fakes/rounds.ts'
import { slackProblems } from '../../fakes/slack-limits.ts'

const sre = (await loadShelf('rubric')).all[0]!
const questions = await openNudgeQuestions('rubric', { info() {}, warn() {}, error() {} })()
const london = (text: string): Temporal.ZonedDateTime =>
  Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/London')

const shown: ShownNudge = {
  channel: 'C0123456789',
  ladder: sre,
  levels: null,
  schedule: { weekday: 1, time: Temporal.PlainTime.from('10:00'), zone: 'Europe/London' },
  next: [london('2026-11-30T10:00'), london('2026-12-07T10:00'), london('2026-12-14T10:00')],
  late: null,
  counts: null,
  nextWeek: '2026-W49',
  paused: null,
  trouble: null,
  leftOut: [],
  yearEnd: false,
  preview: nudgeTextOf({ ladder: sre, questions, channel: 'C1', used: [] }),
}

const saidIn = ({ blocks }: Said): string => JSON.stringify(blocks)
const buttonsIn = ({ blocks }: Said): string[] =>
  blocks.flatMap((block) =>
    block.type === 'actions'
      ? block.elements.map((one) => (one.type === 'button' ? one.text.text : one.type))
      : [],
  )

describe('the answers to /ladder nudge', () => {
  it('show the next three dates with weekday and date written out, in the zone, and how it will look', () => {
    const said = nudgeSetView(shown, false)
    expect(said.text).toContain('every Monday at 10:00, London time, from the SRE ladder.')
    expect(said.text).toContain('Next 3 nudges, London time:')
    for (const date of [
      'Monday, 30 November 2026 at 10:00',
      'Monday, 7 December 2026 at 10:00',
      '14 December',
    ])
      expect(said.text).toContain(date)
    expect(saidIn(said)).toContain(JSON.stringify(shown.preview!.question).slice(1, -1))
    expect(said.text).toContain('I don’t post from 24 December to 1 January.')
    expect(nudgeSetView(shown, true).text).toMatch(/^Updated\./)
  })

  it('let somebody change, preview, skip, pause and stop a nudge, and resume a paused one', () => {
    expect(buttonsIn(nudgeShowView(shown))).toEqual(['Change…', 'Preview', 'Skip next', 'datepicker', 'Stop'])
    const until = Temporal.PlainDate.from('2026-12-20')
    const paused = nudgeShowView({ ...shown, paused: { until }, leftOut: ['2027-W06'], yearEnd: true })
    expect(buttonsIn(paused)).toEqual(['Change…', 'Preview', 'Resume', 'Stop'])
    expect(paused.text).toContain('Paused until Sunday, 20 December 2026')
    expect(paused.text).toContain('I skip the week of 8 February 2027.')
    expect(paused.text).toContain('I also post from 24 December to 1 January.')
    expect(nudgeShowView({ ...shown, paused: { until: null } }).text).toContain(
      'Paused until someone resumes it',
    )
    expect(nudgePreviewView(shown).text).toContain(
      'Only you see this preview. I’ll post the next one on Monday, 30',
    )
  })

  it('say what a change did', () => {
    const words = (done: Parameters<typeof nudgeDoneView>[1]): string => nudgeDoneView(shown, done).text
    expect(words({ kind: 'skipped', date: Temporal.PlainDate.from('2026-11-30') })).toContain(
      'Skipped. I won’t post on Monday, 30 November 2026.',
    )
    expect(words({ kind: 'paused', until: Temporal.PlainDate.from('2026-12-20'), comes: null })).toContain(
      'Paused. I’ll post again from Sunday, 20 December 2026.',
    )
    expect(words({ kind: 'resumed' })).toMatch(/^Resumed\./)
    const leftOut = ['2026-W52', '2027-W06']
    expect(
      nudgeDoneView(
        { ...shown, leftOut },
        { kind: 'left-out', weeks: ['2027-W06'], yearEnd: false, comes: null },
      ).text,
    ).toMatch(/^Done\. .* I skip the week of 21 December 2026 and the week of 8 February 2027\./)
    expect(words({ kind: 'included', weeks: [], yearEnd: true, comes: null })).toContain(
      'Back on: the days from 24 December to 1 January.',
    )
    const comes = shown.next[0]!
    const late = 'The nudge of Monday, 30 November 2026 is already scheduled and will still appear at 10:00.'
    expect(words({ kind: 'too-late', comes })).toContain(`${late} I changed nothing.`)
    for (const said of [
      words({ kind: 'paused', until: Temporal.PlainDate.from('2026-12-20'), comes }),
      words({ kind: 'left-out', weeks: ['2026-W49'], yearEnd: false, comes }),
      nudgeStoppedView('C1', true, null, comes).text,
      nudgeNoticeView('U1', { kind: 'stopped', comes }).text,
      nudgeNoticeView('U1', { kind: 'paused', until: null, comes }).text,
      nudgeNoticeView('U1', { kind: 'left-out', weeks: ['2026-W49'], yearEnd: false, comes }).text,
    ]) {
      expect(said).toContain(late)
      expect(said).not.toMatch(/I won’t post on|no nudge/)
    }
    expect(nudgeStoppedView('C1', true).text).toMatch(/^Stopped/)
    expect(nudgeStoppedView('C1', false).text).toContain('so I changed nothing')
  })

  it.each([
    ['mondays 10 Londn', 'I don’t understand “Londn”. Did you mean London?'],
    ['mondays 10 Londn', 'I understood: Mondays, 10:00.'],
    ['mondays 4', '“4” can mean 04:00 or 16:00.'],
    ['mondays 10 IST', '“IST” can mean Kolkata, Dublin or Jerusalem. Type the city.'],
    ['mondays fridays 10', '“mondays fridays”: I can use only one of these. Which one do you want?'],
    ['at banana', 'What time?'],
    ['at banana', 'Which day?'],
    ['10 banana', 'Which day?'],
    ['pause until 2020-01-01', '“2020-01-01” has passed.'],
    ['pause until', 'Until when?'],
    ['pause until', '/ladder nudge pause for 2 weeks'],
    ['leave out', 'Which week?'],
    ['leave out', '/ladder nudge leave out 2026-W52'],
    ['me mondays whenever', '/ladder nudge me mondays 10:00 Berlin'],
    ['banana from 11 December', 'I understood: from Friday, 11 December 2026.'],
  ])('say of "%s" which part was not understood, and that nothing changed', (text, expected) => {
    const command = nudgeCommandOf(text, { ladders: [], today: Temporal.PlainDate.from('2026-11-24') })
    if (command.kind !== 'unclear') throw new Error('it was understood')
    const said = nudgeUnclearView(command, 'C1')
    expect(said.text).toContain('I changed nothing.')
    expect(said.text).toContain(expected)
  })

  it('say how to invite the bot, and what to do where there is no channel or no nudge', () => {
    expect(nudgeUninvitedView('Ladder Coach').text).toContain('/invite @Ladder Coach')
    expect(nudgeNoChannelView().text).toContain('/ladder nudge me fridays 16:00')
    expect(buttonsIn(noNudgeView('C1'))).toEqual(['Set up nudge'])
    expect(nudgeNothingView('SRE').text).toContain('I changed nothing')
    const dm = 'slack://app?team=T1&id=A1&tab=messages'
    const asked = nudgeAskView(
      { competency: sre.areas[0]!.competencies[0]!, nudge: { question: 'What did you finish?' } },
      dm,
      { shelf: { all: [sre], standard: sre }, ladder: sre, home: true } as never,
    )
    expect(asked.text).toContain('The question is: What did you finish?')
    expect(JSON.stringify(asked.blocks)).toContain(JSON.stringify({ type: 'link', url: dm }).slice(1, -1))
    expect(asked.text).toContain('Only you see this')
    expect(asked.text).toMatch(
      /I’ll tell you what might count as evidence for [A-Z][^.]* or another competency\./,
    )
    expect(nudgeAskView({}, null).text).toContain('what might count as evidence, and for which competency.')
  })

  it('name the channel if they are read elsewhere', () => {
    const away = 'C0123456789'
    const mention = `{"type":"channel","channel_id":"${away}"}`
    const answers: Parameters<typeof nudgeAnswerView>[0][] = [
      { kind: 'shown', nudge: shown },
      { kind: 'set', nudge: shown, changed: true },
      { kind: 'stopped', channel: away, had: true, comes: null },
      { kind: 'stopped', channel: away, had: false, comes: null },
      { kind: 'none', channel: away },
      { kind: 'ladder-gone', ladder: 'sre', channel: away },
      { kind: 'refused', trouble: 'not-in-channel' },
      { kind: 'refused', trouble: 'archived' },
      { kind: 'refused', trouble: 'not-allowed' },
    ]
    for (const answer of answers) {
      const here = nudgeAnswerView(answer)
      expect(here.text).toMatch(/[Tt]his channel/)
      expect(saidIn(here)).not.toContain(mention)
      const there = nudgeAnswerView(answer, away)
      expect(saidIn(there)).toContain(mention)
      expect(there.text).toContain('that channel')
      expect(`${saidIn(there)} ${there.text}`).not.toMatch(/[Tt]his channel|[^a-z]here[^a-z]/)
    }
    expect(nudgeAnswerView({ kind: 'refused', trouble: 'not-in-channel' }, away).text).toBe(
      'I’m not in that channel. Type /invite @Ladder Coach there, then press Resume again.',
    )
  })

  it('say why nothing was set up, and what to do', () => {
    expect(nudgeRefusedView('channel-gone', 'Ladder Coach').text).toContain('/invite @Ladder Coach')
    expect(nudgeRefusedView('archived', 'X').text).toContain('archived')
    expect(nudgeRefusedView('not-allowed', 'X').text).toContain('won’t let me post')
    expect(nudgeRefusedView('busy', 'X').text).toContain('try again in a minute')
    const which = nudgeWhichLadderView(['sre', 'designers'], 'C1')
    expect(which.text).toContain('/ladder nudge mondays 10:00 sre')
    expect(buttonsIn(which)).toEqual(['Use a form'])
    expect(buttonsIn(nudgeLadderGoneView('sre', 'C1'))).toEqual(['Change…', 'Stop'])
    expect(nudgeElsewhereView().text).toContain('I changed nothing.')
  })

  it('say that it paused itself and why, with a button that resumes it', () => {
    const said = nudgeShowView({ ...shown, next: [], nextWeek: null, trouble: 'archived' })
    expect(said.text).toContain('I paused it because the channel was archived.')
    expect(buttonsIn(said)).toEqual(['Change…', 'Preview', 'Resume', 'Stop'])
  })

  it('tell the person who set it up when the next one is due, if any', () => {
    const now = Temporal.Instant.from('2026-11-30T20:00:00Z')
    const dueAt = Temporal.Instant.from('2026-11-30T10:00:00Z')
    const missed = { kind: 'missed', dueAt } as const
    const told = (nudge: Parameters<typeof nudgeOf>[0], weeks: NudgeWeek[] = []): string =>
      nudgeToldView(nudgeOf(nudge), missed, weeks, now).text
    expect(told({})).toContain('The next one is on Monday, 7 December 2026 at 10:00.')
    expect(told({ stopped: true })).not.toContain('The next one')
    // A pause that is over is none.
    expect(told({ paused: { until: Temporal.PlainDate.from('2026-06-01') } })).toContain(
      'The next one is on Monday, 7 December',
    )
    // Moved to Fridays: this week has had its one, whatever became of it.
    const fridays = { weekday: 5, time: Temporal.PlainTime.from('10:00'), zone: 'Europe/London' } as const
    expect(told({ schedule: fridays }, [weekOf({ week: '2026-W49', state: 'unknown', dueAt })])).toContain(
      'The next one is on Friday, 11 December 2026',
    )
    expect(nudgeToldView(nudgeOf(), { kind: 'trouble', trouble: 'archived' }, [], now).text).toContain(
      'I paused the nudge',
    )
  })

  it('show what came of the last nudges, and nothing under five as a number', () => {
    const counts = { due: 12, posted: 11, opened: 5, logged: 4 }
    expect(nudgeShowView({ ...shown, counts }).text).toContain(
      'The last 12 nudges: 11 were posted. Someone pressed Save evidence under 5. Evidence came from fewer than 5.',
    )
    expect(nudgeShowView(shown).text).not.toContain('The last')
  })

  it('tell the channel in one line who set it up, or that it stopped, and the person who set it up why it paused', () => {
    const { schedule } = shown
    const notice = nudgeNoticeView('U1', { kind: 'set', schedule, levels: null, paused: null, ladder: 'SRE' })
    expect(notice.text).toBe(
      '<@U1> set up a nudge for this channel: every Monday at 10:00, London time, from the SRE ladder.',
    )
    expect(saidIn(notice)).toContain('{"type":"user","user_id":"U1"}')
    expect(notice.blocks).toHaveLength(1)
    expect(nudgeNoticeView('U1', { kind: 'stopped', comes: null }).text).toBe(
      'The nudge for this channel has stopped.',
    )
    const until = Temporal.PlainDate.from('2027-01-12')
    expect(nudgeNoticeView('U1', { kind: 'paused', until, comes: null }).text).toBe(
      'This nudge is paused until Tuesday, 12 January 2027.',
    )
    expect(nudgeNoticeView('U1', { kind: 'paused', until: null, comes: null }).text).toBe(
      'This nudge is paused until someone resumes it.',
    )
    expect(
      nudgeNoticeView('U1', { kind: 'set', schedule, levels: null, paused: null, ladder: '<!channel>' }).text,
    ).not.toContain('<!')
    expect(buttonsIn(nudgeHaltedView('C1', 'archived'))).toEqual(['Resume'])
    expect(nudgeMissedView('C1', 'missed', shown.next[0]!, shown.next[1]!).text).toBe(
      'I couldn’t post the nudge of Monday, 30 November 2026 at 10:00 in that channel that day, so I skipped it. The next one is on Monday, 7 December 2026 at 10:00.',
    )
    expect(nudgeMissedView('C1', 'unknown', shown.next[0]!, null).text).toBe(
      'I don’t know if the nudge of Monday, 30 November 2026 at 10:00 reached that channel, because Slack didn’t answer. I won’t risk posting it twice.',
    )
    const weeks = { weeks: ['2026-W52'], yearEnd: false, comes: null }
    expect(nudgeNoticeView('U1', { kind: 'left-out', ...weeks }).text).toBe(
      'This nudge skips the week of 21 December 2026.',
    )
    expect(nudgeNoticeView('U1', { kind: 'included', ...weeks }).text).toBe(
      'This nudge also comes in the week of 21 December 2026.',
    )
  })

  const zones = Intl.supportedValuesOf('timeZone')
  it('stay within Slack’s limits and call nobody, for 2,000 random nudges and commands', () => {
    const nudge = fc
      .record({
        ladder: anyLadder,
        questions: anyQuestions,
        name: anyText(80),
        weekday: fc.integer({ min: 1, max: 7 }),
        minute: fc.integer({ min: 0, max: 1439 }),
        zone: fc.constantFrom(...zones),
        weeks: fc.array(fc.integer({ min: 1, max: 52 }), { maxLength: 8 }),
        dates: fc.integer({ min: 0, max: 3 }),
        paused: fc.constantFrom(null, { until: null }, { until: Temporal.PlainDate.from('2026-12-20') }),
        text: fc.array(anyText(40), { maxLength: 8 }).map((all) => all.join(' ')),
      })
      .map(({ ladder, name, weekday, minute, zone, weeks, dates, ...one }) => ({
        ...shown,
        ...one,
        ladder: { ...ladder, name },
        schedule: {
          weekday: weekday as Weekday,
          time: Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 }),
          zone,
        },
        next: shown.next.slice(0, dates).map((moment) => moment.withTimeZone(zone)),
        leftOut: weeks.map((week): Week => `2026-W${String(week).padStart(2, '0')}`),
        preview: nudgeTextOf({ ladder, questions: one.questions, channel: 'C1', used: [] }),
      }))
    fc.assert(
      fc.property(nudge, (one) => {
        const command = nudgeCommandOf(one.text, {
          ladders: [one.ladder],
          today: Temporal.PlainDate.from('2026-11-24'),
        })
        const said = [
          nudgeSetView(one, false),
          nudgeShowView(one),
          nudgePreviewView(one),
          nudgeDoneView(one, { kind: 'left-out', weeks: one.leftOut, yearEnd: true, comes: null }),
          nudgeNothingView(one.ladder.name),
          nudgeNoticeView('U1', {
            kind: 'set',
            schedule: one.schedule,
            levels: null,
            paused: null,
            ladder: one.ladder.name,
          }),
          ...(command.kind === 'unclear' ? [nudgeUnclearView(command, 'C1')] : []),
        ]
        for (const { text, blocks } of said) {
          expect(slackProblems({ text, blocks } as never)).toEqual([])
          expect(shownLength(blocks)).toBeLessThan(12_000)
          expect(JSON.stringify(blocks)).not.toMatch(/<[@!#]/)
          expect(text.replace('<@U1>', '').replace(/&(?:amp|lt|gt);/g, '')).not.toMatch(/[<>&]/)
        }
      }),
      { numRuns: rounds(2_000) },
    )
  })
})

describe('dates and zones in words', () => {
  const at = Temporal.Instant.from('2026-11-24T10:00:00Z')
  it('are plain, with the opposite sign to the tz database', () => {
    expect(scheduleWords({ weekday: 5, time: Temporal.PlainTime.from('16:05'), zone: 'Etc/GMT-2' })).toBe(
      'every Friday at 16:05, UTC+2',
    )
    const fridays = { weekday: 5, time: Temporal.PlainTime.from('16:05'), zone: 'UTC' } as const
    expect(scheduleWords({ ...fridays, rhythm: { kind: 'two-weeks', from: '2026-W48' } })).toBe(
      'every two weeks, on Friday at 16:05, UTC',
    )
    expect(scheduleWords({ ...fridays, rhythm: { kind: 'month', nth: 'last' } })).toBe(
      'on the last Friday of every month at 16:05, UTC',
    )
    expect(weekWords('2026-W53')).toBe('the week of 28 December 2026')
    expect(
      ['UTC', 'Etc/GMT-2', 'Asia/Kolkata', 'America/New_York', 'Pacific/Kiritimati'].map((zone) =>
        zoneChoice(zone, at),
      ),
    ).toEqual(['UTC', 'UTC+2', 'Kolkata (UTC+5:30)', 'New York (UTC-5)', 'Kiritimati (UTC+14)'])
    expect(aheadWords('Europe/London', at)).toBe('UTC')
  })
})
