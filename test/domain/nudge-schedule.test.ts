import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mondayOf } from '../../src/domain/dates/days.ts'
import { sameSchedule } from '../../src/domain/nudge/change-nudge.ts'
import { comingWeek } from '../../src/domain/nudge/coming-days.ts'
import { upcoming } from '../../src/domain/nudge/decide-nudge.ts'
import type { Nudge, Schedule, Weekday } from '../../src/domain/nudge/nudge.ts'
import {
  dueAfter,
  dueIn,
  isLeftOut,
  mondayIn,
  pauseAt,
  weekOf,
  weekOfDate,
} from '../../src/domain/nudge/nudge-schedule.ts'
import { scheduleFrom, type WantedRhythm } from '../../src/domain/nudge/rhythm.ts'
import { rounds } from '../fakes/rounds.ts'
import { clockOf, firstTime } from './local-clock.ts'
import { nudgeOf } from './nudge-fixture.ts'

const scheduled = (weekday: Weekday, time: string, zone: string): Schedule => ({
  weekday,
  time: Temporal.PlainTime.from(time),
  zone,
})
const local = (schedule: Schedule, week: string): string =>
  dueIn(schedule, week).toZonedDateTimeISO(schedule.zone).toString({ timeZoneName: 'never' })
const DAY = 86_400_000
const MONDAY = Date.UTC(1970, 0, 5)

describe('when a nudge is due', () => {
  it.each([
    ['an ordinary Monday', 1, '10:00', 'Europe/London', '2026-W48', '2026-11-23T10:00:00+00:00'],
    ['a gap, at its end', 7, '02:30', 'Europe/Berlin', '2026-W13', '2026-03-29T03:00:00+02:00'],
    ['the gap at its first minute', 7, '02:00', 'Europe/Berlin', '2026-W13', '2026-03-29T03:00:00+02:00'],
    ['an hour twice, at the first', 7, '02:30', 'Europe/Berlin', '2026-W43', '2026-10-25T02:30:00+02:00'],
    ['half an hour twice', 7, '01:45', 'Australia/Lord_Howe', '2026-W14', '2026-04-05T01:45:00+11:00'],
    ['a gap of half an hour', 7, '02:15', 'Australia/Lord_Howe', '2026-W40', '2026-10-04T02:30:00+11:00'],
    ['a midnight left out', 7, '00:00', 'America/Santiago', '2026-W36', '2026-09-06T01:00:00-03:00'],
    ['a day left out in Samoa', 5, '10:00', 'Pacific/Apia', '2011-W52', '2011-12-31T00:00:00+14:00'],
    ['one in Kwajalein', 6, '10:00', 'Pacific/Kwajalein', '1993-W33', '1993-08-22T00:00:00+12:00'],
    ['the first week of 2027', 5, '09:00', 'UTC', '2026-W53', '2027-01-01T09:00:00+00:00'],
  ] as const)('is %s', (_, weekday, time, zone, week, expected) => {
    expect(local(scheduled(weekday, time, zone), week)).toBe(expected)
  })

  it('agrees with another calculation, in all zones, around every clock change in 36 years', () => {
    const from = Temporal.Instant.from('1993-01-01T00:00:00Z')
    const to = Date.UTC(2029, 0, 1)
    let seed = 20_261_124
    /** A fixed sequence (xorshift), so every run has the same samples. */
    const below = (most: number): number => {
      seed ^= seed << 13
      seed ^= seed >>> 17
      seed ^= seed << 5
      return (seed >>> 0) % most
    }
    let checked = 0
    let gaps = 0
    const check = (zone: string, date: Temporal.PlainDate, time: Temporal.PlainTime): void => {
      const schedule: Schedule = { weekday: date.dayOfWeek as Weekday, time, zone }
      const wanted = Date.UTC(date.year, date.month - 1, date.day, time.hour, time.minute)
      const clock = clockOf(zone)
      const expected = firstTime(clock, wanted)
      const due = dueIn(schedule, weekOfDate(date)).epochMilliseconds
      if (due !== expected) expect(`${zone} ${date} ${time}: ${new Date(due).toISOString()}`).toBe(expected)
      if (clock(expected) !== wanted) gaps += 1
      checked += 1
      // Just before this instant, this one is next. Just after it, the one of the week after.
      const just = Temporal.Instant.fromEpochMilliseconds(expected)
      expect(dueAfter(schedule, just.subtract({ minutes: 1 })).at.epochMilliseconds).toBe(expected)
      if (below(8) === 0)
        expect(dueAfter(schedule, just).at.epochMilliseconds).toBe(firstTime(clock, wanted + 7 * DAY))
    }
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      let change = from.toZonedDateTimeISO(zone).getTimeZoneTransition('next')
      for (; change && change.epochMilliseconds < to; change = change.getTimeZoneTransition('next')) {
        const before = change.subtract({ nanoseconds: 1 }).toPlainDateTime()
        const around = before.add({ minutes: below(240) - 120 })
        check(zone, around.toPlainDate(), around.toPlainTime().round('minute'))
      }
      const day = Temporal.PlainDate.from('1993-01-04').add({ days: below(36 * 365) })
      check(zone, day, new Temporal.PlainTime(below(24), below(60)))
    }
    expect(checked).toBeGreaterThan(8_000)
    expect(gaps).toBeGreaterThan(300)
  })

  it('is due once in every ISO week, and always after the given instant', () => {
    const zones = Intl.supportedValuesOf('timeZone')
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 0, max: 24 * 60 - 1 }),
        fc.integer({ min: 0, max: 30 * 365 * 24 * 60 }),
        (zone, weekday, minute, minutes) => {
          const schedule: Schedule = {
            weekday: weekday as Weekday,
            time: new Temporal.PlainTime(Math.floor(minute / 60), minute % 60),
            zone,
          }
          const after = Temporal.Instant.from('2000-01-01T00:00:00Z').add({ minutes })
          const dues = [dueAfter(schedule, after)]
          for (let nth = 1; nth < 4; nth += 1) dues.push(dueAfter(schedule, dues[nth - 1]!.at))
          expect(new Set(dues.map(({ week }) => week)).size).toBe(4)
          for (const [nth, { at, week }] of dues.entries()) {
            expect(Temporal.Instant.compare(at, nth ? dues[nth - 1]!.at : after)).toBe(1)
            const clock = clockOf(zone)(at.epochMilliseconds)
            if (
              (((clock - MONDAY) % (7 * DAY)) + 7 * DAY) % (7 * DAY) ===
              ((weekday - 1) * 1440 + minute) * 60_000
            )
              expect(weekOf(at, zone)).toBe(week)
          }
        },
      ),
      { seed: 7, numRuns: rounds(2_000) },
    )
  })
})

describe('how often a nudge comes', () => {
  const fridays = scheduled(5, '15:00', 'Europe/Berlin')
  const tuesday = Temporal.Instant.from('2026-11-24T12:00:00Z')
  const on = (nudge: Partial<Nudge>, from = tuesday, count = 4): string[] =>
    upcoming(nudgeOf(nudge), [], from, count).map(({ at }) =>
      at
        .toZonedDateTimeISO(nudge.schedule?.zone ?? 'UTC')
        .toPlainDateTime()
        .toString(),
    )
  const every = (rhythm: WantedRhythm, before: Nudge | null = null, at = tuesday): Schedule =>
    scheduleFrom({ ...fridays, rhythm }, before, at)
  const twoWeeks = { kind: 'two-weeks' } as const

  it('is every second week from the next such day on, at the same local time over changes of the clock', () => {
    const schedule = every(twoWeeks, null, Temporal.Instant.from('2027-03-12T12:00:00Z'))
    expect(schedule.rhythm).toEqual({ kind: 'two-weeks', from: '2027-W10' })
    expect(on({ schedule }, Temporal.Instant.from('2027-03-12T12:00:00Z'))).toEqual([
      '2027-03-12T15:00:00',
      '2027-03-26T15:00:00',
      '2027-04-09T15:00:00',
      '2027-04-23T15:00:00',
    ])
  })

  it('stays in its weeks through a year of 53 weeks, a pause, a skip, another day, time and zone', () => {
    const schedule = every(twoWeeks)
    const weeks = on({ schedule, yearEnd: true })
    expect(weeks).toEqual([
      '2026-11-27T15:00:00',
      '2026-12-11T15:00:00',
      '2026-12-25T15:00:00',
      '2027-01-08T15:00:00',
    ])
    expect(
      on({ schedule, leftOut: ['2026-W50'], paused: { until: Temporal.PlainDate.from('2026-12-01') } }),
    ).toEqual(['2027-01-08T15:00:00', '2027-01-22T15:00:00', '2027-02-05T15:00:00', '2027-02-19T15:00:00'])
    // In a week without a nudge, another day and zone are wanted.
    const moved = scheduleFrom(
      { weekday: 1, time: Temporal.PlainTime.from('00:30'), zone: 'Pacific/Kiritimati', rhythm: twoWeeks },
      nudgeOf({ schedule }),
      Temporal.Instant.from('2026-12-02T12:00:00Z'),
    )
    expect(on({ schedule: moved, yearEnd: true }, Temporal.Instant.from('2026-12-02T12:00:00Z'), 3)).toEqual([
      '2026-12-07T00:30:00',
      '2026-12-21T00:30:00',
      '2027-01-04T00:30:00',
    ])
    expect(sameSchedule(moved, { ...moved, rhythm: { kind: 'two-weeks', from: '2026-W50' } })).toBe(true)
    expect(sameSchedule(moved, { ...moved, rhythm: { kind: 'two-weeks', from: '2026-W51' } })).toBe(false)
    expect(sameSchedule(moved, { ...moved, rhythm: { kind: 'month', nth: 1 } })).toBe(false)
  })

  it.each([
    [1, ['2026-12-04', '2027-02-05', '2027-03-05']],
    [4, ['2026-11-27', '2027-01-22', '2027-02-26']],
    ['last', ['2026-11-27', '2027-01-29', '2027-02-26']],
  ] as const)('is on one of the Fridays of each month: %s', (nth, days) => {
    const schedule = every({ kind: 'month', nth })
    // The first Friday of January and the fourth and last of December are in the days around the new year.
    expect(on({ schedule }, tuesday, 3).map((at) => at.slice(0, 10))).toEqual(days)
  })

  it('is once in every month or second week, in all zones, and the next one is never out of sight', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 0, max: 24 * 60 - 1 }),
        fc.integer({ min: 0, max: 25 * 365 * 24 * 60 }),
        fc.constantFrom(...([1, 2, 3, 4, 'last', 'two-weeks'] as const)),
        (zone, weekday, minute, minutes, nth) => {
          const after = Temporal.Instant.from('2000-01-01T00:00:00Z').add({ minutes })
          const when = scheduled(
            weekday as Weekday,
            Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 }).toString(),
            zone,
          )
          const rhythm: WantedRhythm = nth === 'two-weeks' ? twoWeeks : { kind: 'month', nth }
          const schedule = scheduleFrom({ ...when, rhythm }, null, after)
          const dues = [dueAfter(schedule, after)]
          for (let one = 1; one < 8; one += 1) dues.push(dueAfter(schedule, dues[one - 1]!.at))
          const days = dues.map(({ week }) => mondayIn(week).add({ days: weekday - 1 }))
          if (nth === 'two-weeks')
            expect(days.slice(1).map((day, one) => days[one]!.until(day).days)).toEqual(Array(7).fill(14))
          else {
            const months = days.map(({ year, month }) => year * 12 + month)
            expect(months.map((month) => month - months[0]!)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
            for (const day of days) {
              expect(day.add({ weeks: 1 }).month === day.month || nth === 'last' || nth === 4).toBe(true)
              if (nth === 'last') expect(day.add({ weeks: 1 }).month).not.toBe(day.month)
              else
                expect([day.subtract({ weeks: nth - 1 }).month, day.day <= 7 * nth]).toEqual([
                  day.month,
                  true,
                ])
            }
          }
        },
      ),
      { seed: 7, numRuns: rounds(1_000) },
    )
  })
})

describe('the Monday of a week', () => {
  it.each([
    ['2026-W01', '2025-12-29'],
    ['2026-W53', '2026-12-28'],
    ['2027-W01', '2027-01-04'],
  ])('%s is %s', (week, monday) => {
    expect(mondayIn(week).toString()).toBe(monday)
    for (let days = 0; days < 7; days += 1) {
      const day = Temporal.PlainDate.from(monday).add({ days })
      expect([mondayOf(day).toString(), weekOfDate(day)]).toEqual([monday, week])
    }
  })

  it('is refused for anything but a week', () => {
    expect(() => mondayIn('2026-53')).toThrow(RangeError)
  })
})

describe('a coming week', () => {
  const today = Temporal.PlainDate.from('2026-12-01')

  it.each([
    ['week 53', '2026-W53'],
    ['2026-w53', '2026-W53'],
    ['week 2', '2027-W02'],
    ['2027-w53', null],
    ['week 0', null],
    ['week 60', null],
  ])('is, in the words "%s", %s', (said, week) => {
    expect(comingWeek(said, today)).toBe(week)
  })
})

describe('weeks left out', () => {
  const mondays = scheduled(1, '10:00', 'Europe/London')
  const next = (from: string, without: Partial<Nudge>, count = 3) =>
    upcoming(nudgeOf({ schedule: mondays, ...without }), [], Temporal.Instant.from(from), count)
  const days = (...of: Parameters<typeof next>) =>
    next(...of).map(({ at }) => at.toZonedDateTimeISO(mondays.zone).toPlainDate().toString())

  it('are the ones that a channel named', () => {
    expect(days('2026-11-20T12:00:00Z', { leftOut: ['2026-W49'], yearEnd: true })).toEqual([
      '2026-11-23',
      '2026-12-07',
      '2026-12-14',
    ])
  })

  it.each([
    ['2026-12-23', 'on'],
    ['2026-12-24', 'left out'],
    ['2026-12-31', 'left out'],
    ['2027-01-01', 'left out'],
    ['2027-01-02', 'on'],
  ])('around the new year: a nudge due on %s is %s', (day, expected) => {
    const date = Temporal.PlainDate.from(day)
    const schedule = { ...mondays, weekday: date.dayOfWeek as Weekday }
    const out = (yearEnd: boolean) => isLeftOut({ leftOut: [], yearEnd }, schedule, weekOfDate(date))
    expect(out(false) ? 'left out' : 'on').toBe(expected)
    expect(out(true)).toBe(false)
  })

  it('can be many without running out', () => {
    const leftOut = next('2026-11-20T12:00:00Z', { yearEnd: true }, 150).map(({ week }) => week)
    expect(days('2026-11-20T12:00:00Z', { leftOut, yearEnd: false })).toEqual([
      '2029-10-08',
      '2029-10-15',
      '2029-10-22',
    ])
  })
})

describe('a pause', () => {
  const until = Temporal.PlainDate.from('2026-12-01')
  it('is over when its day begins in the nudge’s zone, and never without a day', () => {
    const at = Temporal.Instant.from('2026-11-30T22:00:00Z')
    expect(pauseAt({ until }, 'Europe/London', at)).toEqual({ until })
    expect(pauseAt({ until }, 'Asia/Kolkata', at)).toBeNull()
    expect(pauseAt({ until: null }, 'Asia/Kolkata', at)).toEqual({ until: null })
    expect(pauseAt(null, 'Asia/Kolkata', at)).toBeNull()
  })
})
