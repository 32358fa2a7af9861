import { describe, expect, it } from 'vitest'
import { coverageOf, quarterOf, type ShownRow } from '../../src/domain/packet/coverage.ts'
import { thingKey, thingNow, thingsToDo } from '../../src/domain/packet/next-thing.ts'
import type { Goal } from '../../src/domain/person.ts'
import { smallLadder } from './ladder-fixture.ts'

const TODAY = Temporal.PlainDate.from('2026-11-24')
const GOAL: Goal = { ladder: 'sre', current: 'L2', target: 'L3', by: '2027-06' }

const row = (competency: string, on: string, shown: ShownRow['shown'] = 'shown'): ShownRow => {
  const day = Temporal.PlainDate.from(on)
  return { competency, quarter: quarterOf(day), shown, pieces: 1, days: { from: day, to: day } }
}
const ALL = ['mastery', 'scope', 'ownership'].flatMap((id) => [row(id, '2026-10-01'), row(id, '2026-05-01')])

const things = (rows: readonly ShownRow[], more: Partial<Parameters<typeof thingsToDo>[0]> = {}) => {
  const goal = more.goal ?? GOAL
  const coverage = coverageOf(smallLadder, goal, rows, TODAY)
  return thingsToDo({ ladder: smallLadder, goal, coverage, notPlaced: 0, open: null, today: TODAY, ...more })
}
const kinds = (...given: Parameters<typeof things>): string[] => things(...given).map(thingKey)

describe('the one thing to do now', () => {
  it('is nothing once every competency was shown twice, lately, and the goal has a date', () => {
    expect(kinds(ALL)).toEqual([])
  })

  it('starts with the emptiest competency, and quotes what the target level adds', () => {
    const [first, second] = things([row('scope', '2026-10-01'), row('ownership', '2026-10-01', 'possible')])
    expect(first).toMatchObject({ kind: 'start', competency: { id: 'mastery' } })
    expect(smallLadder.rows.L3!.mastery!.some(({ text }) => JSON.stringify(first).includes(text))).toBe(true)
    expect(second).toMatchObject({ kind: 'start', competency: { id: 'ownership' } })
  })

  it('asks for a second time, and for something newer', () => {
    const rows = [
      row('mastery', '2026-10-01'),
      row('scope', '2025-08-01'),
      row('scope', '2026-01-01'),
      ...ALL.filter(({ competency }) => competency === 'ownership'),
    ]
    expect(kinds(rows).toSorted()).toEqual(['again mastery', 'renew scope'])
  })

  it('puts choices and open questions before gaps, and a date that has passed before all', () => {
    const open = { evidenceId: 'e1', revision: 2, question: 'Which part of this was yours?' }
    expect(kinds(ALL, { goal: { ...GOAL, by: '2026-03' }, notPlaced: 2, open })).toEqual([
      'date-passed 2026-03',
      'place',
      'answer e1 2',
    ])
    expect(kinds(ALL, { goal: { ...GOAL, by: '2026-12' } })).toEqual(['near 2026-12'])
    expect(kinds(ALL, { goal: { ...GOAL, by: null } })).toEqual(['set-date'])
  })

  it('passes over what was put away until its day has come', () => {
    const all = things([])
    const [first, second] = all
    const until = (text: string) => new Map([[thingKey(first!), Temporal.PlainDate.from(text)]])
    expect(thingNow(all, until('2026-11-25'), TODAY)).toEqual(second)
    expect(thingNow(all, until('2026-11-24'), TODAY)).toEqual(first)
    expect(thingNow([], new Map(), TODAY)).toBeNull()
  })
})
