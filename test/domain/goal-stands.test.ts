import { describe, expect, it } from 'vitest'
import { goalStands, standingLadder } from '../../src/domain/ladder/goal.ts'
import { smallLadder } from './ladder-fixture.ts'

const [lower, upper] = smallLadder.levels.map(({ id }) => id)
const goal = { ladder: smallLadder.id, current: lower!, target: upper!, by: null }
const shelf = { all: [smallLadder], standard: smallLadder }

describe('a goal', () => {
  it('is valid while its ladder and both of its levels exist', () => {
    expect(goalStands(smallLadder, goal)).toBe(true)
    expect(standingLadder(shelf, goal)).toBe(smallLadder)
  })

  it.each([
    ['its ladder', { ...goal, ladder: 'gone' }],
    ['its current level', { ...goal, current: 'gone' }],
    ['its target level', { ...goal, target: 'gone' }],
  ])('is no longer valid once %s was removed', (_, lost) => {
    expect(standingLadder(shelf, lost)).toBeNull()
  })

  it('has no ladder if nobody set it', () => {
    expect(goalStands(null, goal)).toBe(false)
    expect(standingLadder(shelf, null)).toBeNull()
  })
})
