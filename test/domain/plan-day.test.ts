import { describe, expect, it } from 'vitest'
import { planAnswerOf } from '../../src/domain/nudge/plan-answer.ts'
import { dayToAsk, namedDay } from '../../src/domain/nudge/plan-day.ts'

/** A Friday. */
const TODAY = Temporal.PlainDate.from('2026-11-27')

describe('the day on which a plan is asked about', () => {
  it.each([
    ['Tomorrow I will call the vendor.', '2026-11-30'],
    ['I will finish it this afternoon', '2026-11-30'],
    ['I’ll do the drill this week', '2026-11-30'],
    ['Next week I will run the drill.', '2026-12-07'],
    ['I want to present it next month.', '2027-01-01'],
    ['The migration is due next quarter', '2027-04-01'],
    ['I will mentor Sam this quarter', '2027-01-01'],
    ['On Tuesday I will present it.', '2026-12-02'],
    ['I’ll present it on Friday', '2026-12-07'],
    ['by next Wednesday I’ll have the draft', '2026-12-03'],
    ['We plan to cut over on 12 December.', '2026-12-14'],
    ['The cutover is on December 15th', '2026-12-16'],
    ['cutover 2026-12-17', '2026-12-18'],
    ['In March I will take over the pager.', '2027-04-01'],
    ['I will be done by the end of January', '2027-02-01'],
    ['I’ll have it at the end of the month', '2026-12-01'],
    ['In two weeks we go live', '2026-12-11'],
    ['in a few days', '2026-12-01'],
    ['We’ll do it in Q1', '2027-04-01'],
    ['not yet, next week', '2026-12-07'],
  ])('is after the time that it names: "%s"', (text, day) => {
    expect(namedDay(text, TODAY)?.toString()).toBe(day)
  })

  it.each(['I will learn Rust.', 'We may march on', 'I will do it in 2031', 'I planned it in March 2024'])(
    'is in two weeks if it names no time that is to come: "%s"',
    (text) => {
      expect(namedDay(text, TODAY)).toBeNull()
      expect(dayToAsk(text, TODAY).toString()).toBe('2026-12-11')
    },
  )
})

describe('an answer to "Did it happen?"', () => {
  it.each([
    ['yes', 'done'],
    ['Yes, it did!', 'done'],
    ['it happened', 'done'],
    ['No', 'later'],
    ['no, it hasn’t happened yet', 'later'],
    ['not yet', 'later'],
    ['Not yet, next week', 'later'],
    ['ask me again in March', 'later'],
    ['next week', 'later'],
    ['maybe on Friday', 'later'],
    ['Next week I will run the second drill.', null],
    ['drop it', 'dropped'],
    ['never mind', 'dropped'],
    ['it was cancelled', 'dropped'],
    ['it won’t happen', 'dropped'],
    ['Yes, I ran the drill with Sam and it took an hour.', null],
    ['I did it on Friday', null],
    ['thanks', null],
  ])('is heard in "%s"', (text, said) => expect(planAnswerOf(text)).toBe(said))
})
