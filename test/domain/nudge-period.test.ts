import { describe, expect, it } from 'vitest'
import { asAsked, inPeriod, periodOf } from '../../src/domain/nudge/questions/nudge-period.ts'

describe('the time that a nudge asks about', () => {
  it('is a week, or as long as its rhythm', () => {
    expect(periodOf({})).toBeUndefined()
    expect(periodOf({ rhythm: { kind: 'two-weeks', from: '2026-W48' } })).toBe('two-weeks')
    expect(periodOf({ rhythm: { kind: 'month', nth: 'last' } })).toBe('month')
  })

  it.each([
    ['What did you finish this week?', 'in the last two weeks?', 'in the last month?'],
    ['This week, what did you drop?', 'In the last two weeks, what', 'In the last month, what'],
    ['What of this week was hard?', 'of the last two weeks was', 'of the last month was'],
    ['Who used it during this week?', 'during the last two weeks?', 'during the last month?'],
    ['What is true after this week’s work?', 'the last two weeks’ work', 'the last month’s work'],
    ["Which of this week's tasks?", "of the last two weeks' tasks", "of the last month's tasks"],
  ])('is in the words of “%s”', (question, fortnight, month) => {
    expect(inPeriod(question, undefined)).toBe(question)
    expect(inPeriod(question, 'two-weeks')).toContain(fortnight)
    expect(inPeriod(question, 'month')).toContain(month)
  })

  it('leaves the record with the words of the owner, by which a question takes its turn', () => {
    const nudge = {
      ladder: 'sre',
      competency: 'scope',
      levels: [],
      expectations: [],
      question: 'What this week?',
    }
    expect(asAsked({ ...nudge, example: 'Two this week.', per: 'month' })).toMatchObject({
      question: 'What in the last month?',
      example: 'Two in the last month.',
    })
    expect(asAsked(nudge)).toEqual(nudge)
  })
})
