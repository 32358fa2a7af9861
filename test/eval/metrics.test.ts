import { describe, expect, it } from 'vitest'
import { macroF1, mcNemar, microF1, shareOf } from './metrics.ts'

describe('the figures of an evaluation', () => {
  it('have the intervals that Wilson gives', () => {
    const { value, low, high } = shareOf(15, 20)
    expect([value, low, high].map((one) => Number(one.toFixed(3)))).toEqual([0.75, 0.531, 0.888])
    expect(shareOf(0, 60).high).toBeCloseTo(0.06, 2)
    expect(shareOf(0, 0)).toEqual({ value: 0, low: 0, high: 1, n: 0 })
  })

  it('compare two readers as McNemar does', () => {
    expect(mcNemar(5, 5)).toBe(1)
    expect(mcNemar(0, 0)).toBe(1)
    expect(mcNemar(10, 0)).toBeCloseTo(2 / 1024, 6)
    expect(mcNemar(25, 10)).toBeCloseTo(0.0167, 3)
  })

  it('count a row with several right labels as right under any of them', () => {
    const rows = [
      { gold: new Set(['a', 'b']), said: 'b' },
      { gold: new Set(['a']), said: 'a' },
      { gold: new Set(['c']), said: 'a' },
      { gold: new Set(['c']), said: undefined },
    ]
    // a: 1 right, 1 wrong, 0 missed; b: 1 right; c: none.
    expect(macroF1(rows)).toBeCloseTo((2 / 3 + 1 + 0) / 3, 6)
    expect(microF1([{ gold: new Set(['a', 'b']), said: new Set(['b', 'c']) }]).f1).toBe(0.5)
  })
})
