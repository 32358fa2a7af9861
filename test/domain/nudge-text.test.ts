import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadShelf } from '../../src/adapters/ladder-files/ladder-files.ts'
import { openNudgeQuestions } from '../../src/adapters/ladder-files/nudge-questions.ts'
import { competenciesOf, type Ladder, rankOf, rowOf } from '../../src/domain/ladder/ladder.ts'
import type { NudgeText } from '../../src/domain/nudge/nudge.ts'
import { questionsOf } from '../../src/domain/nudge/nudge-questions.ts'
import { comingNudges, nudgeTextOf, sentencesOf } from '../../src/domain/nudge/nudge-text.ts'
import { rounds } from '../fakes/rounds.ts'
import { anyLadder, anyQuestions } from './nudge-words-fixture.ts'

const sre = (await loadShelf('rubric')).all[0]!
const questions = await openNudgeQuestions('rubric', { info() {}, warn() {}, error() {} })()
const inWeeks = (channel: string, weeks: number, ladder: Ladder = sre): readonly NudgeText[] =>
  comingNudges({ ladder, questions, channel, used: [] }, weeks)

const textOf = (ladder: Ladder, nudge: NudgeText, nth: 0 | 1): string =>
  rowOf(ladder, nudge.levels[nth], nudge.competency).find(({ id }) => id === nudge.expectations[nth])!.text

const channels = fc.stringMatching(/^C[A-Z0-9]{9}$/)

describe('what a nudge says', () => {
  it('is a competency, a sentence from each of two adjacent levels, and a question of its owner', () => {
    fc.assert(
      fc.property(channels, (channel) => {
        for (const nudge of inWeeks(channel, 20)) {
          const competency = competenciesOf(sre).find(({ id }) => id === nudge.competency)!
          expect(rankOf(sre, nudge.levels[1]) - rankOf(sre, nudge.levels[0])).toBe(1)
          expect(textOf(sre, nudge, 0)).not.toBe(textOf(sre, nudge, 1))
          expect(questionsOf(sre, competency, questions)).toContain(nudge.question)
          expect(sentencesOf(sre, nudge)).toMatchObject({
            lower: { text: textOf(sre, nudge, 0) },
            upper: { text: textOf(sre, nudge, 1) },
          })
        }
      }),
    )
  })

  it('covers every competency before repeating one, in any channel', () => {
    const count = competenciesOf(sre).length
    fc.assert(
      fc.property(channels, fc.integer({ min: 0, max: 40 }), (channel, from) => {
        const window = inWeeks(channel, from + count).slice(from)
        expect(new Set(window.map(({ competency }) => competency)).size).toBe(count)
      }),
    )
  })

  it('uses all pairs of levels and all questions of a competency before one comes again', () => {
    fc.assert(
      fc.property(channels, (channel) => {
        for (const [id, nudges] of Map.groupBy(inWeeks(channel, 9 * 8), ({ competency }) => competency)) {
          const competency = competenciesOf(sre).find((one) => one.id === id)!
          const all = questionsOf(sre, competency, questions).length
          const said = nudges.map(({ question }) => question)
          for (let at = 0; at + all <= said.length; at += 1)
            expect(new Set(said.slice(at, at + all)).size).toBe(all)
          const pairs = nudges.map(({ levels }) => levels.join())
          // L2 and L3 say the same about Communication, so that pair is left out.
          expect(new Set(pairs).size).toBe(id === 'communication' ? 3 : 4)
          expect(new Set(pairs.slice(0, 3)).size).toBe(3)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('differs between channels in its order', () => {
    const orders = Array.from({ length: 200 }, (_, index) =>
      inWeeks(`C0${index}`, 9)
        .map(({ competency }) => competency)
        .join(),
    )
    expect(new Set(orders).size).toBeGreaterThan(190)
    const firsts = Map.groupBy(orders, (order) => order.split(',')[0])
    expect(firsts.size).toBe(9)
    expect(Math.max(...[...firsts.values()].map(({ length }) => length))).toBeLessThan(50)
  })

  it('keeps the turns if competencies come, go and are renamed', () => {
    const without = (id: string): Ladder => ({
      ...sre,
      areas: sre.areas.map((area) => ({
        ...area,
        competencies: area.competencies.filter((one) => one.id !== id),
      })),
    })
    fc.assert(
      fc.property(channels, fc.constantFrom(...competenciesOf(sre)), (name, { id }) => {
        const before = comingNudges({ ladder: without(id), questions, channel: name, used: [] }, 5)
        const after = comingNudges({ ladder: sre, questions, channel: name, used: before }, 4)
        const seen = [...before, ...after].map(({ competency }) => competency)
        expect(new Set(seen).size).toBe(9)
        const gone = comingNudges(
          { ladder: without(id), questions, channel: name, used: inWeeks(name, 4) },
          8,
        )
        expect(new Set(gone.map(({ competency }) => competency)).size).toBe(8)
      }),
    )
  })

  it('is chosen again if an edit removed a sentence, and otherwise has the ladder’s current words', () => {
    const [nudge] = inWeeks('C1', 1)
    const edited = JSON.parse(
      JSON.stringify(sre).replaceAll(JSON.stringify(textOf(sre, nudge!, 1)), '"It says something else."'),
    ) as Ladder
    expect(sentencesOf(edited, nudge!)?.upper.text).toBe('It says something else.')
    const emptied = { ...sre, rows: { ...sre.rows, [nudge!.levels[0]]: {} } }
    expect(sentencesOf(emptied, nudge!)).toBeNull()
  })

  it('holds for any ladder: two levels that both speak, no pair that says the same where another one differs', () => {
    fc.assert(
      fc.property(anyLadder, anyQuestions, channels, (ladder, asked, channel) => {
        const nudges = comingNudges({ ladder, questions: asked, channel, used: [] }, 30)
        const speaking = competenciesOf(ladder).filter(({ id }) =>
          ladder.levels
            .slice(1)
            .some((level, index) =>
              [level, ladder.levels[index]!].every((one) =>
                rowOf(ladder, one.id, id).some(({ text }) => text.length <= 3_000),
              ),
            ),
        )
        expect(nudges.length).toBe(speaking.length === 0 ? 0 : 30)
        expect(new Set(nudges.slice(0, speaking.length).map(({ competency }) => competency)).size).toBe(
          Math.min(speaking.length, 30),
        )
        for (const nudge of nudges) {
          expect(sentencesOf(ladder, nudge)).not.toBeNull()
          expect(nudge.question).not.toBe('')
        }
      }),
      { numRuns: rounds(500) },
    )
    expect(nudgeTextOf({ ladder: { ...sre, rows: {} }, questions, channel: 'C1', used: [] })).toBeNull()
  })
})
