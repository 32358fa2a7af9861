import { describe, expect, it } from 'vitest'
import { goalDateOf } from '../../src/domain/ladder/goal-date.ts'

const TODAY = Temporal.PlainDate.from('2026-11-24')

describe('the date of a goal', () => {
  it.each([
    ['march', '2027-03'],
    ['Sept 2027', '2027-09'],
    ['Dec', '2026-12'],
  ])('is understood by the name of a month or its beginning: "%s"', (text, date) => {
    expect(goalDateOf(text, TODAY)).toBe(date)
  })

  it.each([
    ['next June', '2027-06'],
    ['by the end of next year', '2027-12'],
    ['this December', '2026-12'],
  ])('is understood as the coming one: "%s"', (text, date) => {
    expect(goalDateOf(text, TODAY)).toBe(date)
  })

  it.each(['junior', 'marketing', 'decent', 'ma', 'a 3'])(
    'is not a word that begins like a month: "%s"',
    (text) => {
      expect(goalDateOf(text, TODAY)).toBeNull()
    },
  )
})
