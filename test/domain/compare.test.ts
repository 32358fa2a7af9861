import { describe, expect, it } from 'vitest'
import { compareLevels, compareRows, compareVersions, whereItLies } from '../../src/domain/ladder/compare.ts'
import { meantBy } from '../../src/domain/text/spelling.ts'
import { smallLadder } from './ladder-fixture.ts'

const row = (...texts: string[]) => texts.map((text) => ({ text }))

describe('a comparison of two rows', () => {
  it('shows what stays even if it moved, what is reworded, what is new, and what is gone', () => {
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

  it('says where most of the difference lies, and which competencies are the same', () => {
    const [, second, third] = smallLadder.levels
    const { most, same } = whereItLies(compareLevels(smallLadder, second!, third!))
    expect(most.map(({ id }) => id)).toEqual(['ownership'])
    expect(same.map(({ id }) => id)).toEqual(['scope'])
  })

  it('shows what changed at a single level of an edited ladder', () => {
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
  it('may be one letter off if short, two if long, and is never an id', () => {
    const known = ['trust', 'senior', 'judgment', 'l3']
    expect(meantBy('turst', known)).toEqual(['trust'])
    expect(meantBy('trsst', known)).toEqual(['trust'])
    expect(meantBy('truthy', known)).toEqual([])
    expect(meantBy('jugdmnt', known)).toEqual(['judgment'])
    expect(meantBy('l4', known)).toEqual([])
  })
})
