import { describe, expect, it } from 'vitest'
import { mergeAnswers } from '../../src/domain/review/merge-answers.ts'
import type { Answer, Finding } from '../../src/domain/review/review.ts'
import { answerOf, findingOf, stepOf } from './evidence-fixture.ts'

const finding = (changes: Partial<Finding>): Finding =>
  findingOf({ expectation: 'sre/L3/mastery/1', status: 'partly', ...changes })
const answer = (changes: Partial<Answer>): Answer => answerOf({ headline: 'h', findings: [], ...changes })
const step = (expectation: string) => stepOf({ expectation, text: 't' })

describe('the parts of a long text', () => {
  it('become one answer whose spans are numbered as in the whole', () => {
    const merged = mergeAnswers([
      { offset: 0, answer: answer({ findings: [finding({})] }) },
      {
        offset: 100,
        answer: answer({
          findings: [
            finding({ spans: ['s3'] }),
            finding({ competency: 'scope', expectation: 'sre/L3/scope/1', spans: ['s1'] }),
          ],
          questions: [{ kind: 'result', span: 's2' }],
        }),
      },
    ])
    expect(merged.headline).toBeNull()
    expect(merged.findings.map(({ competency, spans }) => [competency, spans])).toEqual([
      ['mastery', ['s1', 's103']],
      ['scope', ['s101']],
    ])
    expect(merged.questions).toEqual([{ kind: 'result', span: 's102' }])
  })

  it('keep the stronger of two findings, and drop steps whose gap another part closes', () => {
    const merged = mergeAnswers([
      {
        offset: 0,
        answer: answer({
          findings: [finding({})],
          nextSteps: [step('sre/L3/mastery/1'), step('sre/L3/scope/1')],
        }),
      },
      { offset: 100, answer: answer({ findings: [finding({ status: 'evidenced', spans: ['s9'] })] }) },
    ])
    expect(merged.findings).toMatchObject([{ status: 'evidenced', spans: ['s1', 's109'] }])
    expect(merged.nextSteps).toEqual([step('sre/L3/scope/1')])
  })

  it('take turns with their questions and steps, without repeats', () => {
    const ask = (text: string) => ({ kind: 'written' as const, text })
    const todo = (text: string) => stepOf({ expectation: 'sre/L3/scope/1', text })
    const merged = mergeAnswers([
      {
        offset: 0,
        answer: answer({
          questions: [ask('What changed?'), ask('Who saw it?')],
          nextSteps: [todo('Link the plan.'), todo('Ask a teammate.'), todo('Write it down.')],
        }),
      },
      {
        offset: 80,
        answer: answer({
          questions: [ask('what changed'), ask('When was the drill?')],
          nextSteps: [todo('Link the  plan'), todo('Lead the drill.')],
        }),
      },
      {
        offset: 160,
        answer: answer({ questions: [ask('Whose idea was it?')], nextSteps: [todo('Give a talk.')] }),
      },
    ])
    expect(merged.questions).toEqual([ask('What changed?'), ask('Whose idea was it?')])
    expect(merged.nextSteps).toEqual([
      todo('Link the plan.'),
      todo('Give a talk.'),
      todo('Ask a teammate.'),
      todo('Lead the drill.'),
    ])
  })

  it('leave a single part as it is', () => {
    const one = answer({ findings: [finding({})], nextSteps: [step('sre/L3/mastery/1')] })
    expect(mergeAnswers([{ offset: 0, answer: one }])).toEqual(one)
  })
})
