import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadShelf } from '../../src/adapters/ladder-files/ladder-files.ts'
import { openNudgeQuestions } from '../../src/adapters/ladder-files/nudge-questions.ts'
import { askedOf, competenciesOf, type Ladder, rankOf } from '../../src/domain/ladder/ladder.ts'
import type { NudgeQuestions, NudgeText } from '../../src/domain/nudge/nudge.ts'
import { comingNudges, nudgeTextOf, optionsOf, sentencesOf } from '../../src/domain/nudge/nudge-text.ts'
import { ownQuestionsOf, templatesOf } from '../../src/domain/nudge/questions/nudge-questions.ts'
import { statesLack, stepsOf } from '../../src/domain/nudge/questions/nudge-steps.ts'
import { rounds } from '../fakes/rounds.ts'
import { asking } from './nudge-fixture.ts'
import { anyLadder, anyQuestions } from './nudge-words-fixture.ts'

const sre = (await loadShelf('rubric')).all[0]!
const questions = await openNudgeQuestions('rubric', { info() {}, warn() {}, error() {} })()
const inWeeks = (channel: string, weeks: number, ladder: Ladder = sre): readonly NudgeText[] =>
  comingNudges({ ladder, questions, channel, used: [] }, weeks)
const usual = (nudges: readonly NudgeText[]) => nudges.filter(({ form }) => form === undefined)
const competenciesIn = (nudges: readonly NudgeText[]) => usual(nudges).map(({ competency }) => competency)

const textsOf = (nudge: NudgeText, ladder: Ladder = sre): string[] =>
  sentencesOf(ladder, nudge)!.sentences.map(({ text }) => text)

const channels = fc.stringMatching(/^C[A-Z0-9]{9}$/)

/** The ladder with other words in the place of one sentence. */
const reworded = (text: string, into = 'It says something else.'): Ladder =>
  JSON.parse(JSON.stringify(sre).replaceAll(JSON.stringify(text), JSON.stringify(into)))

describe('what a nudge says', () => {
  it('is a competency, a question of its owner, and the two sentences of the ladder that the question is for', () => {
    fc.assert(
      fc.property(channels, (channel) => {
        for (const nudge of usual(inWeeks(channel, 20))) {
          const competency = competenciesOf(sre).find(({ id }) => id === nudge.competency)!
          const question = ownQuestionsOf(sre, competency, questions).find(
            ({ text }) => text === nudge.question,
          )!
          expect(rankOf(sre, nudge.levels[1]!) - rankOf(sre, nudge.levels[0]!)).toBe(1)
          const written = textsOf(nudge).map((text, nth) => `${nudge.levels[nth]}: ${text}`)
          expect(written).toHaveLength(2)
          for (const one of written) expect(question.sentences).toContain(one)
          expect(nudge.example).toBe(question.example)
        }
      }),
    )
  })

  it('covers every competency before repeating one, in any channel', () => {
    const count = competenciesOf(sre).length
    fc.assert(
      fc.property(channels, fc.integer({ min: 0, max: 40 }), (channel, from) => {
        const window = competenciesIn(inWeeks(channel, from + 2 * count)).slice(from % count)
        expect(new Set(window.slice(0, count)).size).toBe(count)
      }),
    )
  })

  it('uses all questions of a competency before one comes again, and all pairs of levels that they are for', () => {
    fc.assert(
      fc.property(channels, (channel) => {
        // Enough for two rounds of six questions, with the other forms between them.
        const nudges = usual(inWeeks(channel, 9 * 16))
        for (const [id, own] of Map.groupBy(nudges, ({ competency }) => competency)) {
          const competency = competenciesOf(sre).find((one) => one.id === id)!
          const options = optionsOf(sre, competency, questions)
          const many = options.length
          expect(many).toBeGreaterThanOrEqual(5)
          const said = own.map(({ question }) => question)
          for (let at = 0; at + many <= said.length; at += 1)
            expect(new Set(said.slice(at, at + many)).size).toBe(many)
          const pairs = new Set(options.flatMap(({ places }) => places.map(({ levels }) => levels.join())))
          expect(new Set(own.map(({ levels }) => levels.join()))).toEqual(pairs)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('differs between channels in its order', () => {
    const orders = Array.from({ length: 200 }, (_, index) => competenciesIn(inWeeks(`C0${index}`, 9)).join())
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
        const after = comingNudges({ ladder: sre, questions, channel: name, used: before }, 5)
        expect(new Set(competenciesIn([...before, ...after])).size).toBe(9)
        const used = inWeeks(name, 4)
        const gone = comingNudges({ ladder: without(id), questions, channel: name, used }, 9)
        expect(new Set(competenciesIn(gone)).size).toBe(8)
      }),
    )
  })

  it('keeps the turns of the questions that an earlier version asked, with any two sentences', () => {
    const competency = competenciesOf(sre)[0]!
    const kept = ownQuestionsOf(sre, competency, questions).slice(0, 4)
    const used = kept.map(
      ({ text }): NudgeText => ({
        ladder: 'sre',
        competency: competency.id,
        levels: ['L1', 'L2'],
        expectations: ['sre/L1/mastery/1', 'sre/L2/mastery/1'],
        question: text,
      }),
    )
    const others = inWeeks('C1', 12).filter((one) => one.competency !== competency.id && !one.form)
    const next = nudgeTextOf({ ladder: sre, questions, channel: 'C1', used: [...used, ...others] })!
    expect(next.form).toBe('win')
    const after = nudgeTextOf({ ladder: sre, questions, channel: 'C1', used: [...used, ...others, next] })!
    expect(after.competency).toBe(competency.id)
    expect(kept.map(({ text }) => text)).not.toContain(after.question)
  })

  it('never has a question with a sentence that was edited, and has the current words of the others', () => {
    fc.assert(
      fc.property(channels, (channel) => {
        const [nudge] = inWeeks(channel, 1)
        const edited = reworded(textsOf(nudge!)[1]!)
        expect(textsOf(nudge!, edited)[1]).toBe('It says something else.')
        const later = comingNudges({ ladder: edited, questions, channel, used: [] }, 60)
        expect(later.flatMap((one) => textsOf(one, edited))).not.toContain('It says something else.')
        expect(new Set(competenciesIn(later)).size).toBe(9)
      }),
      { numRuns: 30 },
    )
    const [nudge] = inWeeks('C1', 1)
    const emptied = { ...sre, rows: { ...sre.rows, [nudge!.levels[0]!]: {} } }
    expect(sentencesOf(emptied, nudge!)).toBeNull()
  })

  it('holds for any ladder: two levels that both speak, one that shows a step, and no lack', () => {
    fc.assert(
      fc.property(anyLadder, anyQuestions, channels, (ladder, asked, channel) => {
        const nudges = comingNudges({ ladder, questions: asked, channel, used: [] }, 30)
        const speaking = competenciesOf(ladder).filter(
          (one) => stepsOf(ladder, one).length > 0 || optionsOf(ladder, one, asked).length > 0,
        )
        const both = competenciesOf(ladder).filter(({ id }) =>
          ladder.levels
            .slice(1)
            .some((level, index) =>
              [level, ladder.levels[index]!].every((one) =>
                askedOf(ladder, one.id, id).some(({ text }) => text.length <= 3_000),
              ),
            ),
        )
        // No random text states a lack.
        for (const one of both) expect(speaking).toContain(one)
        expect(nudges.length).toBe(speaking.length === 0 ? 0 : 30)
        expect(new Set(competenciesIn(nudges).slice(0, speaking.length)).size).toBe(
          Math.min(speaking.length, competenciesIn(nudges).length),
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

describe('the other forms', () => {
  const formsFrom = (text: string, weeks: number, every: number): string[] => {
    const used: NudgeText[] = []
    const dated: string[] = []
    for (let nth = 0; nth < weeks; nth += 1) {
      const day = Temporal.PlainDate.from(text).add({ weeks: nth * every })
      const next = nudgeTextOf({ ladder: sre, questions, channel: 'C1', used, day })!
      if (next.form) dated.push(`${day} ${next.form}`)
      used.push(next)
    }
    return dated
  }

  it('look back once at the end of each quarter, before the holidays in the last one, and come now and then', () => {
    expect(formsFrom('2027-01-05', 51, 1)).toEqual([
      '2027-02-16 win',
      '2027-03-23 quarter',
      '2027-05-11 unseen',
      '2027-06-22 quarter',
      '2027-08-10 win',
      '2027-09-21 quarter',
      '2027-11-09 unseen',
      '2027-12-14 quarter',
    ])
  })

  it('look back in a channel that is asked every two weeks too', () => {
    const quarters = formsFrom('2027-01-05', 26, 2).filter((one) => one.endsWith('quarter'))
    expect(quarters).toHaveLength(4)
  })

  it('are left out where a folder of questions has none', () => {
    const { forms: _, ...plain } = questions
    const nudges = comingNudges({ ladder: sre, questions: plain, channel: 'C1', used: [], day: null }, 40)
    expect(nudges.filter(({ form }) => form !== undefined)).toEqual([])
  })
})

describe('the questions of a channel', () => {
  const [mastery] = competenciesOf(sre)
  const own = (...all: NudgeQuestions['templates']): NudgeQuestions => ({
    own: { sre: [{ competency: 'Mastery', questions: all }] },
    templates: [asking('What of {competency}?')],
  })
  const only = (...levels: string[]): Ladder => ({
    ...sre,
    levels: sre.levels.filter(({ id }) => levels.includes(id)),
  })

  it('go with any step if they are for no sentence', () => {
    const options = optionsOf(sre, mastery!, own(asking('One?'), asking('Two?')))
    expect(options.map(({ question }) => question.text)).toEqual(['One?', 'Two?'])
    for (const { places } of options) expect(places).toEqual(stepsOf(sre, mastery!))
  })

  it('are templates, with any step, where none is for the levels of the channel', () => {
    const bound = own(
      asking('How?', [
        'Performs low-risk maintenance with help.',
        'L2: Familiar with all the major tools, systems, and documentation.',
      ]),
    )
    expect(optionsOf(only('L1', 'L2'), mastery!, bound).map(({ question }) => question.text)).toEqual([
      'How?',
    ])
    const [template, ...more] = optionsOf(only('L3', 'L4'), mastery!, bound)
    expect(more).toEqual([])
    expect(template?.question).toEqual(templatesOf(mastery!, bound)[0])
    expect(template?.places.every(({ levels }) => levels.join() === 'L3,L4')).toBe(true)
  })

  it('are asked with their highest sentence alone where the levels of the channel show no step', () => {
    const planning = competenciesOf(sre).find(({ name }) => name === 'Planning')!
    const options = optionsOf(only('L2', 'L3'), planning, questions)
    expect(options.length).toBeGreaterThan(1)
    expect(options.every(({ question }) => question.sentences.length > 0)).toBe(true)
    for (const { places } of options) expect(places).toMatchObject([{ levels: ['L3'] }])
  })

  it('bring one sentence if they are for one', () => {
    const alone = own(asking('Who?', ['Expert in multiple areas.']))
    expect(optionsOf(sre, mastery!, alone)[0]?.places).toEqual([
      { levels: ['L4'], expectations: ['sre/L4/mastery/1'] },
    ])
  })

  it('are all for sentences without a lack', () => {
    for (const channel of ['C1', 'C2', 'C3', 'C4', 'C5'])
      for (const nudge of inWeeks(channel, 60)) expect(textsOf(nudge).filter(statesLack)).toEqual([])
  })
})
