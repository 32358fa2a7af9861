import { describe, expect, it } from 'vitest'
import { dateInWords, either, listed } from '../../../src/slack/views/in-words.ts'

describe('a list in words', () => {
  it.each([
    [[], '', ''],
    [['one'], 'one', 'one'],
    [['one', 'two'], 'one and two', 'one or two'],
    [['one', 'two', 'three'], 'one, two and three', 'one, two or three'],
    [['Tech and Tooling', 'a, b'], 'Tech and Tooling and a, b', 'Tech and Tooling or a, b'],
  ])('of %j has one "and" or one "or", and no comma before it', (things, all, one) => {
    expect([listed(things), either(things)]).toEqual([all, one])
  })

  it('is in the language of its reader', () => {
    expect(listed(['eins', 'zwei', 'drei'], 'de')).toBe('eins, zwei und drei')
  })
})

describe('a date in words', () => {
  it.each([
    ['2027-03', 'March 2027'],
    ['2027-03-15', '15 March 2027'],
    ['2026-11-30', '30 November 2026'],
    ['2027-01-01', '1 January 2027'],
    ['2026-09-03', '3 September 2026'],
  ])('of %s is %s', (date, words) => {
    expect(dateInWords(date)).toBe(words)
  })

  it('is in the language of its reader', () => {
    expect(dateInWords('2026-08', 'fr')).toBe('août 2026')
  })
})
