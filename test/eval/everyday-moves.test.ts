import { describe, expect, it } from 'vitest'
import { loadShelf } from '../../src/adapters/ladder-files/ladder-files.ts'
import { loadThemes } from '../../src/adapters/reader/theme-bank.ts'
import { answerOf, makeMatcher } from '../../src/domain/offline/match-spans.ts'
import { linesOf } from './mapping.ts'

type Move = { readonly text: string; readonly competencies: string[]; readonly also_fair: string[] }

/** Deeds of everyday work in our own words, written before the themes of such work and never tuned to. */
const moves = linesOf<Move>('test/fixtures/everyday/moves.jsonl')

const ladder = (await loadShelf('rubric')).all[0]!
const { match } = makeMatcher(ladder, await loadThemes())

const share = (holds: (move: Move) => boolean): number => moves.filter(holds).length / moves.length

describe('everyday work', () => {
  it('is named or offered with the right competency in nine of ten deeds', () => {
    const offered = share(({ text, competencies }) => {
      const told = answerOf(match(text))
      const between = told.kind === 'sure' ? [told.competency] : told.kind === 'choose' ? told.between : []
      return between.some((one) => competencies.includes(one))
    })
    // Before the themes of everyday work it was .67.
    expect(offered).toBeGreaterThanOrEqual(0.9)
  })

  it('is rarely matched to a competency that nobody would defend', () => {
    const wrong = share(({ text, competencies, also_fair }) => {
      const told = answerOf(match(text))
      return told.kind === 'sure' && ![...competencies, ...also_fair].includes(told.competency)
    })
    expect(wrong).toBeLessThanOrEqual(0.05)
  })

  it.each([
    ['pushed back on a service mesh for six services, proposed plain nginx', 'flexibility'],
    ['I broke the build for everybody and said so at once', 'ownership'],
    ['Took over the scanner that nobody wanted', 'ownership'],
    ['My pull requests go in without review these days', 'trust'],
    ['Am consulted by three other teams about their queues', 'feedback'],
    ['Deleted the alarms that nobody acts on', 'judgment'],
    ['Calmed an angry customer on the phone', 'communication'],
  ])('of the kind %j may show %s', (text, competency) => {
    expect(
      match(text)
        .slice(0, 2)
        .map((one) => one.competency),
    ).toContain(competency)
  })
})
