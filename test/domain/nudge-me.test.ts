import { describe, expect, it } from 'vitest'
import { loadShelf } from '../../src/adapters/ladder-files/ladder-files.ts'
import { openNudgeQuestions } from '../../src/adapters/ladder-files/nudge-questions.ts'
import { competenciesOf } from '../../src/domain/ladder/ladder.ts'
import { type OwnAsked, ownNudgeOf } from '../../src/domain/nudge/nudge-me.ts'

const ladder = (await loadShelf('rubric')).all[0]!
const questions = await openNudgeQuestions('rubric', { info() {}, warn() {}, error() {} })()
const goal = { ladder: 'sre', current: 'L2', target: 'L3', by: null }
const given = { ladder, goal, questions, seed: 'U1', asked: [] as OwnAsked[] }

describe('a personal nudge', () => {
  it('asks about the competency with the fewest pieces of evidence', () => {
    const pieces = new Map(competenciesOf(ladder).map(({ id }) => [id, id === 'trust' ? 1 : 3]))
    const nudge = ownNudgeOf({ ...given, pieces })!
    expect(nudge.competency.id).toBe('trust')
    expect(nudge.question).toMatch(/\?$/)
  })

  it('quotes what the target level asks beyond the current one', () => {
    const pieces = new Map(competenciesOf(ladder).map(({ id }) => [id, id === 'scope' ? 0 : 3]))
    // "Works independently on small projects …" is at both levels. If nothing is new, all of it is used.
    expect(ownNudgeOf({ ...given, pieces })?.expectation.id).toMatch(/^sre\/L3\/scope\//)
  })

  it('takes turns between those with equally few, and between their questions', () => {
    const asked: OwnAsked[] = []
    for (let week = 0; week < 45; week += 1) {
      const nudge = ownNudgeOf({ ...given, asked, pieces: new Map() })!
      asked.push({ competency: nudge.competency.id, question: nudge.question })
    }
    expect(new Set(asked.slice(0, 9).map(({ competency }) => competency)).size).toBe(9)
    expect(new Set(asked.map(({ question }) => question)).size).toBe(45)
  })

  it('is null if the target level says nothing', () => {
    expect(ownNudgeOf({ ...given, ladder: { ...ladder, rows: {} }, pieces: new Map() })).toBeNull()
  })
})
