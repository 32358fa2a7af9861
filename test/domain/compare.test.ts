import { describe, expect, it } from 'vitest'
import { compareLevels, compareRows, compareVersions, whereItLies } from '../../src/domain/ladder/compare.ts'
import { meantBy } from '../../src/domain/text/spelling.ts'
import { smallLadder } from './ladder-fixture.ts'

const row = (...texts: string[]) => texts.map((text) => ({ text }))

describe('two rows compared', () => {
  it('show what stays wherever it is, what is worded differently, what is new, and what is gone', () => {
    const rows = compareRows(
      row('Plans small projects.', 'Asks for help.', 'Is reviewed.'),
      row('Teaches others every week.', 'Is reviewed.', 'Plans large projects.'),
    )
    expect(rows).toMatchObject({
      same: false,
      stays: ['Is reviewed.'],
      reworded: [{ before: 'Plans small projects.', after: 'Plans large projects.' }],
      added: ['Teaches others every week.'],
      gone: ['Asks for help.'],
      newWords: 5,
    })
    expect(compareRows(row('A b.'), row('A b.')).same).toBe(true)
    expect(compareRows([], []).same).toBe(false)
  })

  it('say where most of the difference lies, and which competencies are the same', () => {
    const [, second, third] = smallLadder.levels
    const { most, same } = whereItLies(compareLevels(smallLadder, second!, third!))
    expect(most.map(({ id }) => id)).toEqual(['ownership'])
    expect(same.map(({ id }) => id)).toEqual(['scope'])
  })

  it('of an edited ladder show what changed at a single level', () => {
    const edited = {
      ...smallLadder,
      rows: {
        ...smallLadder.rows,
        L3: { ...smallLadder.rows.L3, scope: [{ id: 'x', text: 'Works across teams.', bullet: 1 }] },
      },
    }
    expect(compareVersions(smallLadder, edited, 'L2')).toEqual([])
    expect(
      compareVersions(smallLadder, edited, 'L3').map(({ competency, rows }) => [competency.id, rows.added]),
    ).toEqual([['scope', ['Works across teams.']]])
  })
})

describe('a misspelled word', () => {
  it('is one letter off when short, two when long, and never an id', () => {
    const known = ['trust', 'senior', 'judgment', 'l3']
    expect(meantBy('turst', known)).toEqual(['trust'])
    expect(meantBy('trsst', known)).toEqual(['trust'])
    expect(meantBy('truthy', known)).toEqual([])
    expect(meantBy('jugdmnt', known)).toEqual(['judgment'])
    expect(meantBy('l4', known)).toEqual([])
  })
})
