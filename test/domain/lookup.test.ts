import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lookupOf } from '../../src/domain/lookup.ts'
import { smallLadder as ladder } from './ladder-fixture.ts'

const summary = (text: string): string => {
  const lookup = lookupOf(ladder, text)
  switch (lookup.kind) {
    case 'level':
      return lookup.level.id
    case 'competency':
      return lookup.competency.id
    case 'cell':
      return `${lookup.level.id}/${lookup.competency.id}`
    case 'set-goal':
      return `${lookup.goal.current}>${lookup.goal.target}`
    case 'goal-refused':
      return lookup.why
    case 'unknown':
      return `? ${lookup.nearest.join(', ')}`
    default:
      return lookup.kind
  }
}

describe('a lookup', () => {
  it.each([
    ['', 'help'],
    ['  help ', 'help'],
    ['l3', 'L3'],
    ['Senior SRE', 'L3'],
    ['senior sre (l3)', 'L3'],
    ['3', 'L3'],
    ['MASTERY', 'mastery'],
    ['manager of one', 'ownership'],
    ['Ownership — Manager of One', 'ownership'],
    ['L3 ownership', 'L3/ownership'],
    ['ownership l3', 'L3/ownership'],
    ['senior sre manager of one', 'L3/ownership'],
    ['goal', 'show-goal'],
    ['goal L3', 'L2>L3'],
    ['goal l1 to l3', 'L1>L3'],
    ['goal from SRE to Senior SRE', 'L2>L3'],
    ['GOAL L2->L3', 'L2>L3'],
    ['goal L1', 'lowest-alone'],
    ['goal L3 to L1', 'down'],
    ['goal L2 to L2', 'same'],
    ['goal moon', 'unknown-level'],
    ['data', 'data'],
    ['L9', '? L3'],
    ['L3 ownershp', '? L3 ownership, L3, ownership'],
    ['mastry', '? mastery'],
    ['<!channel>', '? L1, L2, L3'],
  ])('of %j is %s', (text, expected) => {
    expect(summary(text)).toBe(expected)
  })

  it('offers something that exists for whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 3000 }), fc.string({ unit: 'grapheme' })),
        (text) => {
          const lookup = lookupOf(ladder, text)
          if (lookup.kind !== 'unknown') return
          expect(lookup.nearest.length).toBeGreaterThan(0)
          for (const near of lookup.nearest)
            expect(lookupOf(ladder, near).kind).toMatch(/^(level|cell|competency)$/)
        },
      ),
    )
  })
})
