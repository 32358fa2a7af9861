import { describe, expect, it } from 'vitest'
import {
  decideNudge,
  latestMinute,
  type NudgeDecision,
  type NudgeState,
  upcoming,
} from '../../src/domain/nudge/decide-nudge.ts'
import type { Nudge, NudgeWeek } from '../../src/domain/nudge/nudge.ts'
import { at, nudgeOf, sentences, weekOf } from './nudge-fixture.ts'

/** A decision in a few words, as in the tables. */
const said = (decision: NudgeDecision): string => {
  const time = (instant: Temporal.Instant | null): string =>
    instant === null ? 'never' : instant.toString().slice(5, 16)
  switch (decision.kind) {
    case 'rest':
      return `rest until ${time(decision.lookAt)}`
    case 'hand-over':
      return `hand over ${decision.week} for ${time(decision.postAt)}`
    case 'look':
      return 'look'
    case 'take-back-stray':
      return `take back stray ${decision.waiting.id}`
    case 'found':
      return `found ${decision.waiting.id}`
    default:
      return `${decision.kind} ${typeof decision.week === 'string' ? decision.week : decision.week.week}`
  }
}
const decide = (
  now: string,
  nudge: Partial<Nudge> = {},
  weeks: readonly NudgeWeek[] = [],
  more: Partial<NudgeState> = {},
): string =>
  said(
    decideNudge({
      nudge: nudgeOf(nudge),
      weeks,
      now: at(`2026-${now}:00Z`),
      waiting: null,
      sentencesOf: () => sentences,
      ...more,
    }),
  )
const handing = (more: Partial<NudgeWeek> = {}): NudgeWeek =>
  weekOf({ state: 'handing', messageId: null, lease: at('2026-11-23T08:01:00Z'), ...more })
const waits = (id: string, postAt = '2026-11-23T10:00:00Z') => ({ id, postAt: at(postAt) })
const until = (day: string | null) => ({ until: day === null ? null : Temporal.PlainDate.from(day) })

describe('a nudge that is not scheduled with Slack yet', () => {
  it.each([
    ['11-20T12:00', 'rest until 11-22T22:00'],
    ['11-22T21:59', 'rest until 11-22T22:00'],
    ['11-22T22:00', 'hand over 2026-W48 for 11-23T10:00'],
    ['11-23T09:57', 'hand over 2026-W48 for 11-23T10:00'],
    // Two minutes before its time, it still comes at its time. One minute before, it needs three.
    ['11-23T09:58', 'hand over 2026-W48 for 11-23T10:00'],
    ['11-23T09:59', 'hand over 2026-W48 for 11-23T10:02'],
    ['11-23T10:00', 'hand over 2026-W48 for 11-23T10:03'],
    ['11-23T23:56', 'hand over 2026-W48 for 11-23T23:59'],
    ['11-23T23:57', 'miss 2026-W48'],
    ['11-24T12:00', 'miss 2026-W48'],
    // After a month without a process, only the last one counts.
    ['12-21T12:00', 'hand over 2026-W52 for 12-21T12:03'],
    ['12-22T12:00', 'miss 2026-W52'],
  ])('at %s: %s', (now, expected) => expect(decide(now)).toBe(expected))

  it('is never posted on another day than its own, not even minutes before it', () => {
    const late = { ...nudgeOf().schedule, weekday: 7 as const, time: Temporal.PlainTime.from('23:59') }
    expect(decide('11-22T23:55', { schedule: late })).toBe('hand over 2026-W47 for 11-22T23:59')
    expect(decide('11-22T23:58', { schedule: late })).toBe('rest until 11-22T23:59')
    expect(decide('11-22T23:59', { schedule: late })).toBe('miss 2026-W47')
  })

  it.each([
    ['23:19:00', '23:21', null],
    ['23:19:25', '23:21', null],
    ['23:19:26', '23:21', '23:23'],
    ['23:20:30', '23:21', '23:24'],
    ['23:21:00', '23:21', null],
    ['23:58:00', '23:59', 'missed'],
  ])('is, set up at %s for %s, said to come by %s', (now, due, by) => {
    const day = Temporal.PlainDate.from('2026-11-23')
    const instant = (time: string) => day.toZonedDateTime({ timeZone: 'UTC', plainTime: time }).toInstant()
    const said = latestMinute(instant(due), 'UTC', instant(now))
    expect(typeof said === 'object' && said ? said.toString().slice(11, 16) : said).toBe(by)
  })

  it.each<[string, string, Partial<Nudge>, string]>([
    ['set up after its time', '11-23T10:30', { since: at('2026-11-23T10:15:00Z') }, 'rest until 11-29T22:00'],
    ['stopped', '11-23T09:00', { stopped: true }, 'rest until never'],
    ['in trouble', '11-23T09:00', { trouble: 'archived' }, 'rest until never'],
    ['paused', '11-23T09:00', { paused: until(null) }, 'rest until never'],
    [
      'paused until that day',
      '11-23T09:00',
      { paused: until('2026-11-23') },
      'hand over 2026-W48 for 11-23T10:00',
    ],
    ['paused until the day after', '11-23T09:00', { paused: until('2026-11-24') }, 'rest until 11-29T22:00'],
    ['paused into next year', '11-23T09:00', { paused: until('2027-02-01') }, 'rest until 01-31T22:00'],
    ['left out', '11-23T09:00', { leftOut: ['2026-W48'] }, 'rest until 11-29T22:00'],
    ['left out, past', '11-23T10:00', { leftOut: ['2026-W48'] }, 'skip 2026-W48'],
    [
      'at the end of the year',
      '12-26T09:00',
      { since: at('2026-12-22T12:00:00Z') },
      'rest until 01-03T22:00',
    ],
    [
      'at the end of the year, wanted',
      '12-26T09:00',
      { since: at('2026-12-22T12:00:00Z'), yearEnd: true },
      'rest until 12-27T22:00',
    ],
  ])('%s, at %s', (_, now, nudge, expected) => expect(decide(now, nudge)).toBe(expected))

  it.each<[string, string, Partial<NudgeWeek>, string]>([
    ['open again', '11-23T09:00', { state: 'open' }, 'hand over 2026-W48 for 11-23T10:00'],
    ['missed', '11-24T09:00', { state: 'missed' }, 'rest until 11-29T22:00'],
    ['unknown', '11-23T12:00', { state: 'unknown' }, 'rest until 11-29T22:00'],
    ['posted', '11-23T12:00', { state: 'posted' }, 'rest until 11-29T22:00'],
    ['missed before its time', '11-23T09:00', { state: 'missed' }, 'hand over 2026-W48 for 11-23T10:00'],
  ])('its week is %s, at %s', (_, now, week, expected) =>
    expect(decide(now, {}, [weekOf({ messageId: null, postAt: null, ...week })])).toBe(expected),
  )

  it('may be due again in a week that it missed, after its schedule changed', () => {
    const schedule = { ...nudgeOf().schedule, weekday: 5 as const }
    const nudge = { schedule, since: at('2026-11-24T12:00:00Z') }
    expect(decide('11-27T09:00', nudge, [weekOf({ state: 'missed' })])).toBe(
      'hand over 2026-W48 for 11-27T10:00',
    )
    expect(decide('11-27T09:00', nudge, [weekOf({ state: 'posted' })])).toBe('rest until 12-03T22:00')
  })
})

describe('a week that waits at Slack', () => {
  const friday = { ...nudgeOf().schedule, weekday: 5 as const }
  it.each<[string, string, Partial<Nudge>, string]>([
    ['wanted', '11-23T09:00', {}, 'rest until 11-29T22:00'],
    ['skipped', '11-23T09:00', { leftOut: ['2026-W48'] }, 'take-back 2026-W48'],
    ['skipped in its last minute', '11-23T09:59', { leftOut: ['2026-W48'] }, 'rest until 11-23T10:00'],
    ['skipped once it was posted', '11-23T10:00', { leftOut: ['2026-W48'] }, 'rest until 11-29T22:00'],
    ['paused', '11-23T09:00', { paused: until(null) }, 'take-back 2026-W48'],
    ['stopped', '11-23T09:00', { stopped: true }, 'take-back 2026-W48'],
    ['moved to another day', '11-23T09:00', { schedule: friday }, 'take-back 2026-W48'],
    ['moved after it was posted', '11-23T11:00', { schedule: friday }, 'rest until 12-03T22:00'],
    ['of another ladder', '11-23T09:00', { ladder: 'backend' }, 'take-back 2026-W48'],
    ['in trouble', '11-23T09:00', { trouble: 'not-in-channel' }, 'rest until never'],
    ['stopped while in trouble', '11-23T09:00', { trouble: 'refused', stopped: true }, 'take-back 2026-W48'],
  ])('%s, at %s', (_, now, nudge, expected) => expect(decide(now, nudge, [weekOf()])).toBe(expected))

  it('is withdrawn if a clock that was ahead thought it late', () => {
    const late = weekOf({ postAt: at('2026-11-23T12:03:00Z') })
    expect(decide('11-22T09:00', {}, [late])).toBe('take-back 2026-W48')
    expect(decide('11-23T12:00', {}, [late])).toBe('rest until 11-29T22:00')
  })

  it('is withdrawn if a sentence of its ladder was edited or removed, but not if the ladder is gone', () => {
    const edited = { sentencesOf: () => ['Participates in on call.', sentences[1]!] }
    expect(decide('11-23T09:00', {}, [weekOf()], edited)).toBe('take-back 2026-W48')
    expect(decide('11-23T09:00', {}, [weekOf()], { sentencesOf: () => [] })).toBe('take-back 2026-W48')
    expect(decide('11-23T09:00', {}, [weekOf()], { sentencesOf: () => null })).toBe('rest until 11-29T22:00')
  })
})

describe('scheduling whose outcome is unknown', () => {
  it.each<[string, string, NudgeState['waiting'], string]>([
    ['under way', '11-23T08:00', null, 'rest until 11-23T08:01'],
    ['over', '11-23T08:01', null, 'look'],
    ['taken', '11-23T08:01', [waits('Q7')], 'found Q7'],
    ['not taken', '11-23T08:01', [], 'reopen 2026-W48'],
    ['not taken, by its last minute', '11-23T09:59', [], 'unknown 2026-W48'],
    ['past', '11-23T10:05', [], 'unknown 2026-W48'],
    ['past, still waiting', '11-23T10:00', [waits('Q7')], 'found Q7'],
    [
      'beside one for another time',
      '11-23T08:01',
      [waits('Q7'), waits('Q8', '2026-11-23T11:00:00Z')],
      'take back stray Q8',
    ],
  ])('%s, at %s', (_, now, waiting, expected) =>
    expect(decide(now, {}, [handing()], { waiting })).toBe(expected),
  )

  it('is searched for right away if a clock that was ahead began it', () => {
    const ahead = handing({ lease: at('2026-12-23T08:01:00Z') })
    expect(decide('11-23T08:00', {}, [ahead])).toBe('look')
  })

  it('keeps only one if Slack has it twice', () => {
    const waiting = [waits('Q7'), waits('Q8')]
    expect(decide('11-23T08:01', {}, [handing()], { waiting })).toBe('found Q7')
    const after = [weekOf({ messageId: 'Q7' })]
    expect(decide('11-23T08:01', {}, after, { waiting })).toBe('take back stray Q8')
  })

  it('is settled before anything else happens to a nudge that was stopped in the meantime', () => {
    expect(decide('11-23T08:01', { stopped: true }, [handing()])).toBe('look')
  })
})

describe('the next times of a channel', () => {
  const next = (now: string, nudge: Partial<Nudge> = {}, weeks: readonly NudgeWeek[] = []) =>
    upcoming(nudgeOf(nudge), weeks, at(`2026-${now}:00Z`), 3).map(({ at: due }) =>
      due.toString().slice(5, 10),
    )

  it('include what already waits at Slack', () => {
    expect(next('11-21T09:00')).toEqual(['11-23', '11-30', '12-07'])
    expect(next('11-23T09:00', {}, [weekOf()])).toEqual(['11-23', '11-30', '12-07'])
    expect(next('11-23T11:00', {}, [weekOf({ state: 'posted' })])).toEqual(['11-30', '12-07', '12-14'])
    expect(next('12-15T11:00')).toEqual(['12-21', '01-04', '01-11'])
    expect(next('11-21T09:00', { leftOut: ['2026-W49'] })).toEqual(['11-23', '12-07', '12-14'])
    expect(next('11-21T09:00', { paused: until('2026-12-01') })).toEqual(['12-07', '12-14', '12-21'])
    expect(next('11-21T09:00', { paused: until(null) })).toEqual([])
    expect(next('11-21T09:00', { stopped: true })).toEqual([])
  })
})
