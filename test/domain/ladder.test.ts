import { describe, expect, it } from 'vitest'
import { saidAtCurrent } from '../../src/domain/ladder/ladder.ts'
import { smallLadder } from './ladder-fixture.ts'

const goal = { current: 'L2', target: 'L3' }
const scope = (current: string, target: string): boolean =>
  saidAtCurrent(
    {
      ...smallLadder,
      rows: {
        L2: { scope: [{ id: 'sre/L2/scope/1', text: current, bullet: 1 }] },
        L3: { scope: [{ id: 'sre/L3/scope/1', text: target, bullet: 1 }] },
      },
    },
    goal,
    'sre/L3/scope/1',
  )

describe('a sentence of both levels', () => {
  it('is the same in spite of small grammar words, case and commas', () => {
    expect(
      scope(
        'Works on small projects and is a reliable contributor, to larger ones.',
        'Works on small projects and are a reliable contributor to larger ones',
      ),
    ).toBe(true)
    expect(scope('Is an owner of it.', 'is a owner of it')).toBe(true)
  })

  it('is not the same as a different sentence', () => {
    expect(scope('Works on small projects.', 'Works on large projects.')).toBe(false)
    expect(saidAtCurrent(smallLadder, goal, 'sre/L3/mastery/1')).toBe(false)
  })
})
