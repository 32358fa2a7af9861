import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadShelf } from '../../src/adapters/ladder-files/ladder-files.ts'
import { parseLadder } from '../../src/adapters/ladder-files/ladder-markdown.ts'
import { importLadder } from '../../src/adapters/ladder-import/import-ladder.ts'
import { competenciesOf, expectationOf, type Ladder, rowOf } from '../../src/domain/ladder/ladder.ts'
import { showsStep, statesLack, stepsOf } from '../../src/domain/nudge/questions/nudge-steps.ts'
import { smallLadder } from './ladder-fixture.ts'

const sre = (await loadShelf('rubric')).all[0]!
const fixtures = (await loadShelf('test/fixtures/look-up-ladder/rubric')).all

/** The published ladders, if they are there. */
const published = (): Ladder[] => {
  const data = process.env.TEST_DATA_DIR
  if (!data) {
    console.log('TEST_DATA_DIR is not set: steps are read in the ladders of the project alone')
    return []
  }
  return ['handbook-ops.md', 'handbook-programmers.md', 'medium-tracks.json', 'monzo-backend.md'].flatMap(
    (name) => {
      const path = `${data}/ladders/${name}`
      const imported = importLadder(path, readFileSync(path), {})
      return (imported.ok ? imported.ladders : []).flatMap(({ id, markdown }) => {
        const parsed = parseLadder(id, Buffer.from(markdown))
        return parsed.ok ? [parsed.ladder] : []
      })
    },
  )
}

/** A ladder of two levels that say this about one competency. */
const twoLevels = (below: string, above: string): Ladder => ({
  ...smallLadder,
  levels: smallLadder.levels.slice(0, 2),
  rows: Object.fromEntries(
    [below, above].map((text, nth) => [
      `L${nth + 1}`,
      { scope: [{ id: `sre/L${nth + 1}/scope/1`, text, bullet: 1 }] },
    ]),
  ),
})
const isStep = (below: string, above: string): boolean => {
  const ladder = twoLevels(below, above)
  return showsStep(ladder, ladder.levels[0]!, ladder.levels[1]!, rowOf(ladder, 'L2', 'scope')[0]!)
}

describe('a step between two levels', () => {
  it.each([
    ['Plans individual projects effectively with little oversight.', 'Plans individual projects.'],
    [
      'Plans individual projects effectively with little oversight.',
      'Plans individual projects with little oversight.',
    ],
    ['Is a reliable contributor to larger projects.', 'Are a reliable contributor to larger projects.'],
    ['Sought out for advice by peers.', 'Sought out for advice by peers!'],
    [
      'Demonstrated willingness to express a viewpoint and opinion, and able to disagree and commit.',
      'Willing to express a viewpoint and opinion, and also able to disagree and commit.',
    ],
  ])('is not shown by "%s" and then "%s"', (below, above) => {
    expect(isStep(below, above)).toBe(false)
  })

  it.each([
    [
      'Plans and performs low-risk maintenance independently.',
      'Plans and performs maintenance independently.',
    ],
    ['Able to contribute to almost any project.', 'Able to contribute to any project.'],
    ['Works independently on smaller projects.', 'Works independently on large projects.'],
    ['Manages large projects alone.', 'Manages larger projects alone.'],
  ])('is shown by "%s" and then "%s"', (below, above) => {
    expect(isStep(below, above)).toBe(true)
  })

  it('leaves out the pairs of the SRE ladder that say the same', () => {
    const pairs = (name: string): string[] => [
      ...new Set(stepsOf(sre, { id: name }).map(({ levels }) => levels.join(' '))),
    ]
    expect(pairs('mastery')).toEqual(['L1 L2', 'L2 L3', 'L3 L4', 'L4 L5'])
    // L3 has the sentences of L2, or less of them.
    for (const name of ['scope', 'communication', 'planning'])
      expect(pairs(name)).toEqual(['L1 L2', 'L3 L4', 'L4 L5'])
  })

  it('holds in every ladder at hand: the upper sentence is new, and neither states a lack', () => {
    let steps = 0
    for (const ladder of [sre, smallLadder, ...fixtures, ...published()])
      for (const competency of competenciesOf(ladder))
        for (const { levels, expectations } of stepsOf(ladder, competency)) {
          const texts = expectations.map((id) => expectationOf(ladder, id)!.text)
          expect(texts.filter(statesLack)).toEqual([])
          if (levels.length === 1) continue
          steps += 1
          const lower = rowOf(ladder, levels[0]!, competency.id).map(({ text }) => text.toLowerCase())
          expect(lower).not.toContain(texts[1]!.toLowerCase())
        }
    expect(steps).toBeGreaterThan(70)
  })

  it('is a single sentence where no two levels differ, so that a channel still gets its nudge', () => {
    const same = twoLevels('Works independently on small projects.', 'Works independently on small projects.')
    expect(stepsOf(same, { id: 'scope' })).toEqual([{ levels: ['L1'], expectations: ['sre/L1/scope/1'] }])
    expect(stepsOf(same, { id: 'mastery' })).toEqual([])
  })
})

describe('a sentence that states a lack', () => {
  it('is in no step, neither as what is there nor as what is new', () => {
    const lack = 'Leads larger projects, but lacks experience with budgets.'
    expect(stepsOf(twoLevels(lack, 'Leads projects of several teams.'), { id: 'scope' })).toEqual([
      { levels: ['L2'], expectations: ['sre/L2/scope/1'] },
    ])
    expect(stepsOf(twoLevels('Works independently on small projects.', lack), { id: 'scope' })).toEqual([
      { levels: ['L1'], expectations: ['sre/L1/scope/1'] },
    ])
  })

  it.each([
    'Shows strength in some areas of specialization, but lacks experience in all areas yet.',
    'Shows strength in some areas of specialization, but lack experience in all areas yet.',
    'Requires help setting a direction when assigned work.',
    'Does not lead projects yet.',
    'Has limited experience with production.',
    'Needs close supervision.',
  ])('is "%s"', (text) => {
    expect(statesLack(text)).toBe(true)
  })

  it.each([
    'Rarely need help unblocking themselves, and acts as a resource for others.',
    'Asks questions when you need help, researches what’s been done in the past and why.',
    'Attempts to unblock themselves but ask for help when needed.',
    'Work is reviewed with the occasional need for material direction or implementation changes.',
    'Requires little oversight.',
    'Prioritizes daily work against team/project needs with regular guidance.',
    'Makes progress despite a lack of information.',
    'Performs low-risk maintenance with help.',
  ])('is not "%s"', (text) => {
    expect(statesLack(text)).toBe(false)
  })
})
