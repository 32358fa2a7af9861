import { describe, expect, it } from 'vitest'
import type { CompetencyMatch } from '../../src/domain/offline/match-spans.ts'
import { presentIn } from './present-in.ts'

const matches = (...probabilities: number[]): CompetencyMatch[] =>
  probabilities.map((probability, index) => ({ competency: 'abcdefgh'[index]!, probability }))

describe('the competencies in a text', () => {
  it('are those that its sentences together make probable, the surest first', () => {
    const found = presentIn([matches(0.3, 0.7), matches(0.3, 0.2, 0.1), matches(0.1, 0.1, 0.2)])
    expect(found.map(({ competency }) => competency)).toEqual(['b', 'a'])
    expect(found[0]!.probability).toBeCloseTo(1 - 0.3 * 0.8 * 0.9)
  })

  it('are none in an empty text or in one of unknown words', () => {
    expect(presentIn([])).toEqual([])
    expect(presentIn([[], []])).toEqual([])
  })
})
