import { describe, expect, it } from 'vitest'
import type { SaidDays } from '../../src/domain/evidence/evidence.ts'
import { daysInWords } from '../../src/domain/packet/document-of.ts'
import { daysOfUndated, whenTold } from '../../src/domain/review/days.ts'
import { evidenceOf } from './evidence-fixture.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const range = (from: string, to: string, more: Partial<SaidDays> = {}): SaidDays => ({
  from: day(from),
  to: day(to),
  ...more,
})
const SPRING = range('2026-03-01', '2026-05-31', { loose: true })
const FEB_TO_JUN = range('2026-02-01', '2026-06-30')
const SINCE_AUGUST = range('2026-08-01', '2026-11-27', { since: true, named: day('2026-08-31') })
const NOVEMBER = range('2026-11-01', '2026-11-27', { loose: true, named: day('2026-11-30') })
const words = (...said: SaidDays[]): string => daysInWords({ days: whenTold(said)! })

describe('when something happened', () => {
  it.each([
    ['a month as the month', [range('2026-05-01', '2026-05-31', { loose: true })], 'May 2026'],
    ['the month that is not over as the month', [NOVEMBER], 'November 2026'],
    ['what goes on, since when', [SINCE_AUGUST], 'since August 2026'],
    ['a range with its season', [SPRING, FEB_TO_JUN], 'February to June 2026'],
    ['what goes on, after another time, from then on', [SPRING, SINCE_AUGUST], 'March to August 2026'],
    ['a day', [range('2026-05-07', '2026-05-07')], '7 May 2026'],
  ])('is said: %s', (_, said, expected) => {
    expect(words(...said)).toBe(expected)
  })

  it('is said to be when it was written if no words say more', () => {
    const days = { from: day('2026-11-27'), to: day('2026-11-27'), written: true as const }
    expect(daysInWords({ days })).toBe('written 27 November 2026')
  })

  it('takes all of its days only if one range without a looser name says so', () => {
    expect([FEB_TO_JUN, SPRING, SINCE_AUGUST].map((one) => whenTold([one])!.whole ?? false)).toEqual([
      true,
      false,
      false,
    ])
  })
})

describe('a sentence that names no day', () => {
  const evidence = evidenceOf('I split it in three batches.')
  const undated = (...said: SaidDays[]): string => {
    const { from, to } = daysOfUndated(evidence, said)
    return `${from}..${to}`
  }
  const arrived = evidence.receivedAt.toZonedDateTimeISO('UTC').toPlainDate()

  it('has the days of its piece, if these are one stretch of at most a year', () => {
    expect(undated(SPRING, FEB_TO_JUN)).toBe('2026-02-01..2026-06-30')
    expect(
      undated(SPRING, range('2026-06-30', '2026-11-27', { since: true, named: day('2026-06-30') })),
    ).toBe('2026-03-01..2026-06-30')
    expect(undated(SINCE_AUGUST)).toBe('2026-08-01..2026-11-27')
  })

  it('has the day on which it came, if its piece tells of times far apart, or of none', () => {
    expect(undated()).toBe(`${arrived}..${arrived}`)
    expect(undated(SPRING, range('2024-03-01', '2024-03-31'))).toBe(`${arrived}..${arrived}`)
  })
})
