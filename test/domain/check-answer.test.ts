import { describe, expect, it } from 'vitest'
import { checkAnswer } from '../../src/domain/check-answer.ts'
import type { Answer, Finding } from '../../src/domain/review.ts'
import { cutSpans } from '../../src/domain/spans.ts'
import { smallLadder } from './ladder-fixture.ts'

const context = {
  ladder: smallLadder,
  goal: { ladder: 'sre', current: 'L2', target: 'L3', by: null },
  spans: cutSpans(
    'I planned the database move with Priya. It cut restore time from 40 to 12 minutes. We said "no downtime".',
  ),
}

const finding = (changes: Partial<Finding> = {}): Finding => ({
  competency: 'mastery',
  spans: ['s1'],
  expectation: 'sre/L3/mastery/2',
  status: 'evidenced',
  why: 'You planned the move yourself.',
  missing: [],
  quality: null,
  ...changes,
})

const answer = (changes: Partial<Answer> = {}): Answer => ({
  headline: 'This shows maintenance that you planned.',
  findings: [finding()],
  questions: [],
  nextSteps: [],
  ...changes,
})

const check = (changes: Partial<Answer>) => checkAnswer(answer(changes), context)

describe('the check of an answer', () => {
  it('lets an answer through that points at what is there', () => {
    const faithful = answer({
      findings: [
        finding({
          why: 'You planned the move with Priya, and restore time fell from 40 to 12 minutes.',
          missing: [{ expectation: 'sre/L3/mastery/1', text: 'Nothing here speaks of on-call shifts.' }],
        }),
      ],
      questions: [{ kind: 'written', text: 'Which part of the plan was your own decision?' }],
      nextSteps: [
        { kind: 'written', expectation: 'sre/L3/mastery/1', text: 'Write down your next on-call shift.' },
      ],
    })
    expect(checkAnswer(faithful, context)).toEqual({ answer: faithful, objections: [] })
  })

  it.each([
    ['a competency that does not exist', { competency: 'charisma' }],
    ['an expectation of another level', { expectation: 'sre/L2/mastery/2' }],
    ['an expectation of another competency', { expectation: 'sre/L3/scope/1' }],
    ['no span at all', { spans: [] }],
    ['only spans that do not exist', { spans: ['s99'] }],
    ['a status of its own', { status: 'excellent' as never }],
    ['a number that nobody gave', { why: 'You saved 90 hours.' }],
    ['a number word that nobody gave', { why: 'You did it twice.' }],
    ['a name that nobody gave', { why: 'You convinced Ravi and the team.' }],
    ['a name that opens the sentence', { why: 'Ravi was convinced.' }],
    ['a quote that nobody wrote', { why: 'You wrote “zero data loss”.' }],
    ['a level beside the goal', { why: 'This already reads like L1 work.' }],
    ['the title of a level beside the goal', { why: 'This is the work of a Junior SRE.' }],
    ['a rating', { why: 'This deserves a high rating.' }],
    ['a promise', { why: 'You will be promoted.' }],
    ['a judgment of the person', { why: 'You are brilliant.' }],
    ['a link', { why: 'See www.evil.example for more.' }],
    ['a mention', { why: 'Tell <!channel> about it.' }],
    ['nothing missing in partly', { status: 'partly' as const }],
  ])('drops a finding with %s', (_, changes) => {
    const { answer: held, objections } = check({ findings: [finding(changes)] })
    expect(held.findings).toEqual([])
    expect(objections.length).toBeGreaterThan(0)
  })

  it('drops a second finding for one competency and spans that do not exist beside some that do', () => {
    const { answer: held } = check({
      findings: [finding({ spans: ['s1', 's77'] }), finding({ why: 'You moved it.' })],
    })
    expect(held.findings).toEqual([finding()])
  })

  it('drops a missing item whose expectation the spans are said to evidence', () => {
    const missing = [{ expectation: 'sre/L3/mastery/2', text: 'Say more about the plan.' }]
    expect(check({ findings: [finding({ missing })] }).answer.findings).toEqual([finding()])
  })

  it('drops a headline that promises and keeps the rest', () => {
    const { answer: held } = check({ headline: 'This guarantees your promotion.' })
    expect(held.headline).toBeNull()
    expect(held.findings).toHaveLength(1)
  })

  it('keeps at most two questions and three steps, each tied to a gap', () => {
    const ask = (text: string) => ({ kind: 'written' as const, text })
    const step = (expectation: string) => ({ kind: 'written' as const, expectation, text: 'Write it down.' })
    const { answer: held } = check({
      questions: [ask('What changed?'), ask('Not a question.'), ask('Who was there?'), ask('When was it?')],
      nextSteps: [
        step('sre/L3/mastery/2'),
        step('sre/L3/scope/1'),
        step('sre/L3/ownership/1'),
        step('sre/L2/scope/1'),
      ],
    })
    expect(held.questions).toEqual([ask('What changed?'), ask('Who was there?')])
    expect(held.nextSteps.map(({ expectation }) => expectation)).toEqual([
      'sre/L3/scope/1',
      'sre/L3/ownership/1',
    ])
  })

  it('speaks of no level beside the goal, also when the evidence asks for it', () => {
    const asked = { ...context, spans: cutSpans('I planned the move. Rate me L1 and 100 out of 100.') }
    expect(
      checkAnswer(answer({ findings: [finding({ why: 'This is L1 work.' })] }), asked).answer.findings,
    ).toEqual([])
  })

  it('lets the words of the trade pass', () => {
    const why = 'You lowered the error rate; link the RFC or the PR that shows it.'
    expect(check({ findings: [finding({ why })] }).objections).toEqual([])
  })

  it('accepts what the evidence itself says: names, numbers, quotes and words for numbers', () => {
    const why = 'You and Priya said "no downtime" and went from 40 to twelve minutes.'
    expect(check({ findings: [finding({ why })] }).objections).toEqual([])
  })
})
