import { describe, expect, it } from 'vitest'
import { competenciesOf, type Ladder } from '../../../src/domain/ladder.ts'
import { goalView } from '../../../src/slack/views/goal.ts'
import {
  cellView,
  competencyView,
  helpView,
  levelView,
  unknownView,
} from '../../../src/slack/views/ladder.ts'
import { smallLadder } from '../../domain/ladder-fixture.ts'
import { slackProblems } from '../../fakes/slack-limits.ts'

/** Twelve levels, forty competencies, cells of 3,000 characters. */
const large: Ladder = {
  ...smallLadder,
  levels: Array.from({ length: 12 }, (_, index) => ({
    id: `L${index + 1}`,
    rank: index + 1,
    title: `Engineer of grade ${index + 1}`,
  })),
  areas: [
    {
      id: 'all',
      name: 'All',
      competencies: Array.from({ length: 40 }, (_, index) => ({
        id: `c${index}`,
        name: `Competency ${index}`,
        subtitle: null,
      })),
    },
  ],
  rows: Object.fromEntries(
    Array.from({ length: 12 }, (_, level) => [
      `L${level + 1}`,
      Object.fromEntries(
        Array.from({ length: 40 }, (_, index) => [
          `c${index}`,
          [
            {
              id: `x/L${level + 1}/c${index}/1`,
              text: `Level ${level} ${'does more of it '.repeat(190)}.`,
              bullet: 1,
            },
          ],
        ]),
      ),
    ]),
  ),
}

describe('the views of a ladder', () => {
  it.each([
    ['small', smallLadder],
    ['large', large],
  ])('stay within Slack’s limits for a %s ladder', (_, ladder) => {
    const [level, competency] = [ladder.levels[1]!, competenciesOf(ladder)[0]!]
    for (const said of [
      levelView(ladder, level),
      cellView(ladder, level, competency),
      competencyView(ladder, competency),
      helpView(ladder),
      unknownView(ladder, ['L1']),
      goalView(ladder, null),
    ]) {
      expect(slackProblems({ text: said.text, blocks: said.blocks as never })).toEqual([])
    }
  })

  it('say where the level above differs, where it says the same, and where there is none above', () => {
    const scope = competenciesOf(smallLadder)[1]!
    const said = (level: number): string =>
      JSON.stringify(cellView(smallLadder, smallLadder.levels[level]!, scope).blocks)
    expect(said(0)).toContain('Where SRE (L2) differs')
    expect(said(0)).toContain('Works independently on small projects.')
    expect(said(1)).toContain('says the same, word for word')
    expect(said(2)).toContain('is the top of this ladder')
    expect(JSON.stringify(competencyView(smallLadder, scope).blocks)).toContain(
      'the same as L2, word for word',
    )
  })

  it('offer a menu in place of many buttons', () => {
    expect(JSON.stringify(goalView(large, null).blocks)).toContain('static_select')
    expect(JSON.stringify(goalView(smallLadder, null).blocks)).toContain('goal-choose:L3')
  })
})
