import { describe, expect, it } from 'vitest'
import { loadShelf } from '../../src/adapters/ladder-files/ladder-files.ts'
import { levelsNamed, withLevels } from '../../src/domain/nudge/level-range.ts'
import { comingNudges } from '../../src/domain/nudge/nudge-text.ts'
import { asking } from './nudge-fixture.ts'

const sre = (await loadShelf('rubric')).all[0]!
const title = sre.levels[2]!.title

describe('the levels of a nudge', () => {
  it.each([
    [
      ['L2', 'L3'],
      ['L2', 'L3'],
    ],
    [
      ['l3', 'L2'],
      ['L2', 'L3'],
    ],
    [
      ['L2', title],
      ['L2', 'L3'],
    ],
    [
      ['L1', 'L2', 'L3'],
      ['L1', 'L3'],
    ],
    [
      ['L2', 'L4'],
      ['L2', 'L4'],
    ],
  ])('are, named as %o, from %s', (names, range) => {
    expect(levelsNamed(sre, names)).toEqual({ kind: 'range', range })
  })

  it.each([
    [['L2', 'L9'], { kind: 'unknown', level: 'L9' }],
    [['L2', 'l2'], { kind: 'one', level: sre.levels[1] }],
    [['L1', 'L2', 'L4'], { kind: 'gap' }],
  ])('are no range, named as %o', (names, why) => {
    expect(levelsNamed(sre, names)).toEqual(why)
  })

  it('are the only ones that its posts quote, for a hundred weeks', () => {
    const ladder = withLevels(sre, ['L2', 'L4'])!
    const questions = { own: {}, templates: [asking('What about {competency}?')] }
    const coming = comingNudges({ ladder, questions, channel: 'C1', used: [] }, 100)
    expect([...new Set(coming.map(({ levels }) => levels.join(' ')))].sort()).toEqual(['L2 L3', 'L3 L4'])
    expect(withLevels(sre, null)).toBe(sre)
  })

  it('are gone once the ladder no longer has one of them', () => {
    expect(withLevels({ ...sre, levels: sre.levels.slice(0, 2) }, ['L2', 'L3'])).toBeNull()
    expect(withLevels({ ...sre, levels: sre.levels.toReversed() }, ['L2', 'L3'])).toBeNull()
  })
})
