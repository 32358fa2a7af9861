import { describe, expect, it } from 'vitest'
import { loadShelf } from '../../src/adapters/ladder-files/ladder-files.ts'
import { openNudgeQuestions } from '../../src/adapters/ladder-files/nudge-questions.ts'
import { competenciesOf, rowOf } from '../../src/domain/ladder/ladder.ts'
import { type OwnAsked, type OwnNudge, ownNudgeOf } from '../../src/domain/nudge/nudge-me.ts'
import { ownQuestionsOf } from '../../src/domain/nudge/questions/nudge-questions.ts'
import { statesLack } from '../../src/domain/nudge/questions/nudge-steps.ts'

const ladder = (await loadShelf('rubric')).all[0]!
const questions = await openNudgeQuestions('rubric', { info() {}, warn() {}, error() {} })()
const goal = { ladder: 'sre', current: 'L2', target: 'L3', by: null }
const day = Temporal.PlainDate.from('2026-11-20')
const given = { ladder, goal, questions, seed: 'U1', asked: [] as OwnAsked[], lastDays: new Map(), day }
const weekly = (weeks: number, more: Partial<Parameters<typeof ownNudgeOf>[0]> = {}): OwnNudge[] => {
  const [asked, nudges]: [OwnAsked[], OwnNudge[]] = [[], []]
  for (let week = 0; week < weeks; week += 1) {
    const nudge = ownNudgeOf({ ...given, pieces: new Map(), ...more, asked })!
    const { competency, question, form } = nudge
    asked.push({ competency: form ? null : competency.id, question, ...(form ? { form } : {}) })
    nudges.push(nudge)
  }
  return nudges
}

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

  it('takes turns between those with equally few, and between the questions that are for the target level', () => {
    const nudges = weekly(52)
    const usual = nudges.filter(({ form }) => form === undefined)
    expect(new Set(usual.slice(0, 9).map(({ competency }) => competency.id)).size).toBe(9)
    // The first sentence of a question is only what the next one grows from.
    const fitting = competenciesOf(ladder).flatMap((one) =>
      ownQuestionsOf(ladder, one, questions).filter(({ sentences }) =>
        sentences.slice(1).some((sentence) => sentence.startsWith('L3: ')),
      ),
    )
    expect(fitting).toHaveLength(38)
    expect(new Set(usual.map(({ question }) => question))).toEqual(new Set(fitting.map(({ text }) => text)))
  })

  it('quotes the sentence of the target level that its question is for, with the example of the question', () => {
    for (const { competency, expectation, question, example } of weekly(45).filter(({ form }) => !form)) {
      const known = ownQuestionsOf(ladder, competency, questions).find(({ text }) => text === question)!
      expect(known.sentences.slice(1)).toContain(`L3: ${expectation.text}`)
      expect(example).toBe(known.example)
    }
  })

  it('quotes no lack, and asks with a template if no question is for the target level', () => {
    const l2 = weekly(60, { goal: { ...goal, current: 'L1', target: 'L2' } })
    expect(l2.filter(({ expectation }) => statesLack(expectation.text))).toEqual([])
    expect(rowOf(ladder, 'L2', 'scope').some(({ text }) => statesLack(text))).toBe(true)
    const bound = questions.own.sre!.map(({ questions: all, ...one }) => ({
      ...one,
      questions: all.filter(({ sentences }) =>
        sentences.every((text) => !text.startsWith('L5: Fully capable')),
      ),
    }))
    const l5 = weekly(60, {
      goal: { ...goal, current: 'L4', target: 'L5' },
      questions: { ...questions, own: { sre: bound } },
    })
    const about = (id: string) => l5.filter(({ competency, form }) => !form && competency.id === id)
    expect(about('ownership').map(({ question }) => question)).toContain(
      'Which part of your work this week had most to do with Ownership?',
    )
  })

  it('has another form now and then, and looks back near the end of a quarter', () => {
    const forms = weekly(22).map(({ form }) => form ?? '')
    expect(forms.filter(Boolean)).toEqual(['win', 'unseen', 'win'])
    const [first] = weekly(1, { day: Temporal.PlainDate.from('2027-03-20') })
    expect(first?.form).toBe('quarter')
  })

  it('names the date of the goal once eight and once three weeks before it', () => {
    const by = (text: string, today: string) =>
      weekly(1, { goal: { ...goal, by: text }, day: Temporal.PlainDate.from(today) })[0]!.goalNear
    const fridays = Array.from({ length: 20 }, (_, nth) => day.add({ weeks: nth }).toString())
    expect(fridays.filter((one) => by('2027-02', one))).toEqual(['2027-01-01', '2027-02-05'])
    expect(fridays.filter((one) => by('2027-02-10', one))).toEqual(['2026-12-11', '2027-01-15'])
    expect(weekly(1)[0]!.goalNear).toBe(false)
  })

  it('returns at the start of a quarter to the competency that the last one left empty', () => {
    const pieces = new Map(competenciesOf(ladder).map(({ id }) => [id, id === 'trust' ? 1 : 3]))
    const lastDays = new Map(
      competenciesOf(ladder).map(({ id }) => [
        id,
        Temporal.PlainDate.from(id === 'scope' ? '2026-09-30' : '2026-10-01'),
      ]),
    )
    const on = (text: string) => {
      const nudge = ownNudgeOf({ ...given, pieces, lastDays, day: Temporal.PlainDate.from(text) })!
      return [nudge.competency.id, nudge.why]
    }
    expect(on('2027-01-04')).toEqual(['scope', 'last-quarter'])
    expect(on('2027-01-15')).toEqual(['trust', 'least'])
    // One without any evidence has both the least and none of last quarter.
    pieces.set('scope', 0)
    expect(on('2027-01-04')).toEqual(['scope', 'least'])
  })

  it('calls none the least before anything is written, or if all have as much', () => {
    expect(ownNudgeOf({ ...given, pieces: new Map() })?.why).toBeNull()
    const all = new Map(competenciesOf(ladder).map(({ id }) => [id, 2]))
    expect(ownNudgeOf({ ...given, pieces: all })?.why).toBeNull()
    expect(ownNudgeOf({ ...given, pieces: all.set('trust', 3) })?.why).toBe('least')
  })

  it('is null if the target level says nothing', () => {
    expect(ownNudgeOf({ ...given, ladder: { ...ladder, rows: {} }, pieces: new Map() })).toBeNull()
  })
})
