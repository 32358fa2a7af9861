import { describe, expect, it } from 'vitest'
import { dateInWords, either, listed, periodInWords } from '../../../src/domain/text/in-words.ts'

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

describe('a period in words', () => {
  it.each([
    ['2026-03', '2026-03', 'March 2026'],
    ['2026-03', '2026-04', 'March to April 2026'],
    ['2025-12', '2026-01', 'December 2025 to January 2026'],
    ['2025-03', '2026-03', 'March 2025 to March 2026'],
    ['2026-03-15', '2026-03-15', '15 March 2026'],
    ['2026-03-03', '2026-03-05', '3 to 5 March 2026'],
    ['2026-03-03', '2026-04-03', '3 March to 3 April 2026'],
    ['2026-03-01', '2026-03-31', 'March 2026'],
    ['2026-03-01', '2026-04-30', 'March to April 2026'],
    ['2026-03-01', '2026-04-29', '1 March to 29 April 2026'],
  ])('from %s to %s is %s', (from, to, words) => {
    expect(periodInWords(from, to)).toBe(words)
  })
})
