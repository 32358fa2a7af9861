import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedNudgeMe, type NudgeMeChange } from '../../src/domain/nudge/change-nudge-me.ts'
import {
  decideNudgeMe,
  earliestPostTime,
  isNight,
  type NudgeMeDecision,
  type NudgeMeState,
  upcomingNudgeMe,
} from '../../src/domain/nudge/decide-nudge-me.ts'
import type { NudgeMe, NudgeMePost } from '../../src/domain/nudge/nudge-me.ts'
import { rounds } from '../fakes/rounds.ts'
import { at } from './nudge-fixture.ts'

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)

/** On Fridays at four in London, set up on Monday, 16 November 2026. */
const nudgeOf = (more: Partial<NudgeMe> = {}): NudgeMe => ({
  team: 'T1',
  user: 'UADA',
  weekday: 5,
  time: Temporal.PlainTime.from('16:00'),
  zone: null,
  slackZone: 'Europe/London',
  anyHour: false,
  since: at('2026-11-16T12:00:00Z'),
  stopped: null,
  paused: null,
  snoozedTo: null,
  heardAt: at('2026-11-16T12:00:00Z'),
  revision: 1,
  ...more,
})

/** The question of a day that is in their DM. */
const postOf = (date: string, more: Partial<NudgeMePost> = {}): NudgeMePost => ({
  day: day(date),
  kind: 'question',
  state: 'posted',
  dueAt: at(`${date}T16:00:00Z`),
  at: at(`${date}T16:00:01Z`),
  attempt: 1,
  lease: null,
  asked: null,
  post: { channel: 'D1', ts: '1.1' },
  ...more,
})

/** A decision in a few words, as in the tables. */
const said = (decision: NudgeMeDecision): string => {
  switch (decision.kind) {
    case 'rest':
      return decision.lookAt ? `rest until ${decision.lookAt.toString().slice(5, 16)}` : 'rest'
    case 'find':
      return `find ${decision.post.day}`
    case 'post':
      return `${decision.what} for ${decision.day}${decision.again ? ' again' : ''}`
    case 'stop':
      return 'stop'
  }
}
const decide = (
  now: string,
  nudge: Partial<NudgeMe> = {},
  posts: readonly NudgeMePost[] = [],
  more: Partial<NudgeMeState> = {},
): string =>
  said(
    decideNudgeMe({
      nudge: nudgeOf(nudge),
      posts,
      wroteAt: null,
      hasGoal: true,
      canLook: false,
      now: at(`2026-${now}:00Z`),
      ...more,
    }),
  )

describe('a personal nudge', () => {
  it.each([
    // The person may move, so their zone is looked up a day ahead, and then every six hours.
    ['11-18T12:00', 'rest until 11-19T14:00'],
    ['11-19T14:00', 'rest until 11-19T20:00'],
    ['11-20T11:00', 'rest until 11-20T16:00'],
    ['11-20T16:00', 'question for 2026-11-20'],
    ['11-20T19:00', 'question for 2026-11-20'],
    // It may be late if it is still daytime on the same day. After daytime it comes the next morning, and after that
    // not at all.
    ['11-20T19:01', 'rest until 11-21T08:00'],
    ['11-21T07:59', 'rest until 11-21T08:00'],
    ['11-21T11:59', 'question for 2026-11-20'],
    ['11-21T12:00', 'rest until 11-26T14:00'],
    // After weeks without a process, only the last one counts.
    ['12-11T17:00', 'question for 2026-12-11'],
  ])('at %s: %s', (now, expected) => expect(decide(now)).toBe(expected))

  it.each<[string, string, Partial<NudgeMe>, string]>([
    ['set after its time', '11-20T17:00', { since: at('2026-11-20T16:30:00Z') }, 'rest until 11-26T14:00'],
    ['stopped', '11-20T16:00', { stopped: 'you' }, 'rest'],
    ['paused', '11-20T16:00', { paused: { until: null } }, 'rest'],
    [
      'paused until that day',
      '11-20T16:00',
      { paused: { until: day('2026-11-20') } },
      'question for 2026-11-20',
    ],
    [
      'paused until the next',
      '11-20T16:00',
      { paused: { until: day('2026-11-21') } },
      'rest until 11-26T14:00',
    ],
    ['paused for months', '11-20T16:00', { paused: { until: day('2027-03-01') } }, 'rest until 03-04T14:00'],
    ['put off by a day', '11-20T16:00', { snoozedTo: day('2026-11-21') }, 'rest until 11-20T22:00'],
    ['put off until now', '11-21T16:00', { snoozedTo: day('2026-11-21') }, 'question for 2026-11-21 again'],
    ['put off, then as ever', '11-27T16:00', { snoozedTo: day('2026-11-21') }, 'question for 2026-11-27'],
    ['around the new year', '12-25T16:00', { since: at('2026-12-20T12:00:00Z') }, 'rest until 01-07T14:00'],
  ])('that is %s, at %s', (_, now, nudge, expected) => expect(decide(now, nudge)).toBe(expected))

  it('is silent without a goal', () => {
    expect(decide('11-20T16:00', {}, [], { hasGoal: false })).toBe('rest until 11-26T14:00')
  })

  it('comes once a day, whatever zone the person moves to', () => {
    const posts = [
      postOf('2026-11-20', { dueAt: at('2026-11-20T02:00:00Z'), at: at('2026-11-20T02:00:00Z') }),
    ]
    // From Kiritimati to Honolulu it is Friday, four o'clock, twice.
    const moved = { slackZone: 'Pacific/Honolulu' }
    expect(decide('11-21T02:00', moved, posts)).toBe('rest until 11-27T00:00')
  })

  it('follows a person who moves before it is due', () => {
    expect(decide('11-20T07:00', { slackZone: 'Asia/Tokyo' })).toBe('question for 2026-11-20')
    expect(decide('11-20T16:00', { slackZone: 'America/Los_Angeles' })).toBe('rest until 11-20T22:00')
    // They moved so far that four o'clock is long over. Nothing is sent at night.
    expect(decide('11-20T16:00', { slackZone: 'Pacific/Auckland' })).toBe('rest until 11-20T19:00')
  })
})

describe('the hours of a person’s day', () => {
  it.each([
    ['07:59', true],
    ['08:00', false],
    ['19:00', false],
    ['19:01', true],
    ['00:00', true],
  ])('at %s it is night: %s', (time, night) =>
    expect(isNight(at(`2026-11-20T${time}:00Z`), 'Europe/London')).toBe(night),
  )

  const inLondon = { zone: 'Europe/London' }
  it.each<[string, string, Partial<NudgeMe>, string]>([
    [
      'a zone that they named and have left',
      '11-20T16:00',
      { ...inLondon, slackZone: 'Asia/Tokyo' },
      'rest until 11-20T23:00',
    ],
    ['the morning there', '11-20T23:00', { ...inLondon, slackZone: 'Asia/Tokyo' }, 'question for 2026-11-20'],
    ['that evening there', '11-21T11:00', { ...inLondon, slackZone: 'Asia/Tokyo' }, 'rest until 11-21T23:00'],
    ['two days later', '11-22T04:00', { ...inLondon, slackZone: 'Asia/Tokyo' }, 'rest until 11-27T16:00'],
    [
      'an hour that they chose in full knowledge',
      '11-20T16:00',
      { ...inLondon, slackZone: 'Asia/Tokyo', anyHour: true },
      'question for 2026-11-20',
    ],
    [
      'a night that they chose',
      '11-20T21:30',
      { time: Temporal.PlainTime.from('21:30') },
      'question for 2026-11-20',
    ],
    [
      'the same, hours late',
      '11-20T23:00',
      { time: Temporal.PlainTime.from('21:30') },
      'rest until 11-21T08:00',
    ],
    [
      'an early hour, late',
      '11-20T07:00',
      { time: Temporal.PlainTime.from('05:00') },
      'rest until 11-20T08:00',
    ],
  ])('%s, at %s', (_, now, nudge, expected) => expect(decide(now, nudge)).toBe(expected))
})

describe('questions without an answer', () => {
  const three = ['2026-12-04', '2026-11-27', '2026-11-20'].map((date) => postOf(date))
  const ask = postOf('2026-12-11', { kind: 'ask' })
  it.each<[string, string, readonly NudgeMePost[], Partial<NudgeMeState>, string]>([
    ['two', '12-11T16:00', three.slice(1), {}, 'question for 2026-12-11'],
    ['three', '12-11T16:00', three, {}, 'ask for 2026-12-11'],
    [
      'three, and words since',
      '12-11T16:00',
      three,
      { wroteAt: at('2026-12-07T09:00:00Z') },
      'question for 2026-12-11',
    ],
    [
      'one of which may not stand',
      '12-11T16:00',
      [{ ...three[0]!, state: 'unknown' as const }, ...three.slice(1)],
      {},
      'question for 2026-12-11',
    ],
    ['asked, a week ago', '12-18T16:00', [ask, ...three], {}, 'stop'],
    [
      'asked, and words since',
      '12-18T16:00',
      [ask, ...three],
      { wroteAt: at('2026-12-12T09:00:00Z') },
      'question for 2026-12-18',
    ],
  ])('%s, at %s', (_, now, posts, more, expected) => expect(decide(now, {}, posts, more)).toBe(expected))

  it('count from the last time that they pressed anything', () => {
    expect(decide('12-11T16:00', { heardAt: at('2026-11-30T09:00:00Z') }, three)).toBe(
      'question for 2026-12-11',
    )
  })
})

describe('a message whose answer was lost', () => {
  const posting = postOf('2026-11-20', { state: 'posting', lease: at('2026-11-20T16:01:00Z'), post: null })
  it('is searched for once its attempt is over', () => {
    expect(decide('11-20T16:00', {}, [posting])).toBe('rest until 11-20T16:01')
    expect(decide('11-20T16:01', {}, [posting])).toBe('find 2026-11-20')
  })
  it('is searched for right away if a clock that had jumped ahead began it', () => {
    const ahead = { ...posting, lease: at('2026-12-20T16:01:00Z') }
    expect(decide('11-20T16:00', {}, [ahead])).toBe('find 2026-11-20')
    const now = at('2026-11-20T16:02:00Z')
    expect(earliestPostTime(posting, now)).toEqual(posting.at)
    // By that clock it was posted in a month, so the search covers what is there already.
    expect(earliestPostTime({ ...ahead, at: ahead.lease }, now)).toEqual(now.subtract({ hours: 168 }))
  })
  it('is posted again on its own day if it is not there', () => {
    expect(decide('11-20T16:02', {}, [{ ...posting, state: 'open' }])).toBe('question for 2026-11-20')
    expect(decide('11-21T16:02', {}, [{ ...posting, state: 'open' }])).toBe('rest until 11-26T14:00')
  })
  it('is left alone if nobody can know', () => {
    const unknown = { ...posting, state: 'unknown' as const }
    expect(decide('11-20T16:02', {}, [unknown])).toBe('rest until 11-26T14:00')
    // Their DM is known now.
    expect(decide('11-20T17:00', {}, [unknown], { canLook: true })).toBe('find 2026-11-20')
  })
})

describe('a change of a personal nudge', () => {
  const owner = { team: 'T1', user: 'UADA' }
  const now = at('2026-11-20T17:00:00Z')
  const changed = (change: NudgeMeChange, before: NudgeMe | null = nudgeOf()) =>
    changedNudgeMe(before, owner, change, now)
  const set = { kind: 'set', weekday: 5, time: Temporal.PlainTime.from('16:00'), zone: null } as const

  it('records whether an hour of the night was chosen', () => {
    expect(changed({ ...set, slackZone: 'Europe/London' }, null)).toMatchObject({
      anyHour: false,
      revision: 1,
    })
    expect(changed({ ...set, zone: 'Asia/Tokyo', slackZone: 'Europe/London' })).toMatchObject({
      anyHour: true,
    })
  })
  it('puts the question off by days in the person’s own zone', () => {
    const far = nudgeOf({ slackZone: 'Asia/Tokyo' })
    expect(String(changed({ kind: 'snooze', days: 1 }, far)?.snoozedTo)).toBe('2026-11-22')
    expect(String(changed({ kind: 'snooze', days: 7 })?.snoozedTo)).toBe('2026-11-27')
  })
  it('continues after a stop, without catching up on anything', () => {
    const stopped = nudgeOf({ stopped: 'silence' })
    expect(changed({ kind: 'resume' }, stopped)).toMatchObject({ stopped: null, since: now, heardAt: now })
    expect(changed({ kind: 'pause', until: null }, stopped)).toBeNull()
    expect(changed({ kind: 'stop', by: 'you' }, null)).toBeNull()
  })
  it('keeps what is due if somebody only resumes it', () => {
    expect(changed({ kind: 'resume' })).toMatchObject({ since: nudgeOf().since, heardAt: now })
  })
})

describe('the next dates that are shown', () => {
  const shown = (nudge: Partial<NudgeMe>, posts: readonly NudgeMePost[] = []) =>
    upcomingNudgeMe(nudgeOf(nudge), posts, at('2026-11-20T12:00:00Z'), 3).map((one) =>
      one.toString({ timeZoneName: 'never', offset: 'never', smallestUnit: 'minute' }),
    )
  it('are those on which it is sent', () => {
    expect(shown({})).toEqual(['2026-11-20T16:00', '2026-11-27T16:00', '2026-12-04T16:00'])
    expect(shown({ snoozedTo: day('2026-11-24') })[0]).toBe('2026-11-24T16:00')
    expect(shown({}, [postOf('2026-11-20')])[0]).toBe('2026-11-27T16:00')
    expect(shown({ paused: { until: null } })).toEqual([])
  })

  it('are kept in every zone, however often anybody looks', () => {
    const zones = Intl.supportedValuesOf('timeZone')
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 8 * 60, max: 19 * 60 }),
        fc.integer({ min: 0, max: 300 }),
        (zone, weekday, minute, ahead) => {
          const time = Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 })
          const start = at('2026-01-05T00:00:00Z').add({ hours: ahead * 24 })
          const nudge = nudgeOf({
            weekday: weekday as 1,
            time,
            slackZone: zone,
            since: start,
            heardAt: start,
          })
          const [first] = upcomingNudgeMe(nudge, [], start, 1)
          let now = start
          for (let looks = 0; looks < 40; looks += 1) {
            const decision = decideNudgeMe({
              nudge,
              posts: [],
              wroteAt: null,
              hasGoal: true,
              canLook: true,
              now,
            })
            if (decision.kind === 'post') break
            if (decision.kind !== 'rest' || decision.lookAt === null) throw new Error(decision.kind)
            expect(Temporal.Instant.compare(now, decision.lookAt)).toBe(-1)
            now = decision.lookAt
          }
          expect(now.toString()).toBe(first?.toInstant().toString())
        },
      ),
      { numRuns: rounds(300) },
    )
  })
})
