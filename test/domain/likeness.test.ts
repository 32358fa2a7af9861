import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { likeness, sharedIn } from '../../src/domain/text/likeness.ts'

const lists = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 })

describe('how alike two lists are', () => {
  it.each([
    ['a b c', 'a b c', 1],
    ['a b c', 'c b a', 1],
    ['a b', 'c d', 0],
    ['a b', 'b c', 0.5],
    ['a a b', 'a c', 0.4],
    ['a a', 'a a a', 0.8],
  ])('of %j and %j is told by what they share', (one, other, alike) => {
    expect(likeness(one.split(' '), other.split(' '))).toBeCloseTo(alike)
  })

  it('is symmetric, between 0 and 1, and 1 for a list with itself', () => {
    fc.assert(
      fc.property(lists, lists, (one, other) => {
        expect(likeness(one, other)).toBe(likeness(other, one))
        expect(sharedIn(one, other)).toBeLessThanOrEqual(Math.min(one.length, other.length))
        if (one.length > 0) expect(likeness(one, one.toSorted())).toBe(1)
      }),
    )
  })

  it('is zero for two empty lists', () => {
    expect(likeness([], [])).toBe(0)
  })
})
