import { describe, expect, it } from 'vitest'
import { checkAnswer } from '../../src/domain/check/check-answer.ts'
import { fewSteps } from '../../src/domain/review/answer-limits.ts'
import { cappedAnswer } from '../../src/domain/review/cap-findings.ts'
import type { Answer } from '../../src/domain/review/review.ts'
import { answerOf, findingOf, spansIn, stepOf } from './evidence-fixture.ts'
import { smallLadder } from './ladder-fixture.ts'

const context = {
  ladder: smallLadder,
  goal: { ladder: 'sre', current: 'L2', target: 'L3', by: null },
  names: { given: new Set(['ravi']), surnames: new Set<string>() },
  spans: spansIn(
    'I planned the database move with Priya. It cut restore time from 40 to 12 minutes. We said "no downtime".',
  ),
}

const finding = findingOf
const answer = answerOf

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
      nextSteps: [stepOf({ expectation: 'sre/L3/mastery/1', text: 'Write down your next on-call shift.' })],
    })
    const { answer: held, objections, again, texts } = checkAnswer(faithful, context)
    expect({ answer: held, objections, again }).toEqual({ answer: faithful, objections: [], again: false })
    expect(texts.map(({ where, why }) => [where, why])).toEqual(
      ['why', 'missing', 'question', 'next_step', 'headline'].map((where) => [where, null]),
    )
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
  ])('drops a finding with %s', (_, changes) => {
    const { answer: held, objections } = check({ findings: [finding(changes)] })
    expect(held.findings).toEqual([])
    expect(objections.length).toBeGreaterThan(0)
  })

  it('drops a second finding for a sentence, and unknown spans among known ones', () => {
    const { answer: held } = check({
      findings: [finding({ spans: ['s1', 's77'] }), finding({ why: 'You moved it.' })],
    })
    expect(held.findings).toEqual([finding()])
  })

  it('keeps several findings of one competency, each of another sentence', () => {
    const findings = [
      finding(),
      finding({ expectation: 'sre/L3/mastery/1', status: "can't tell", why: null }),
    ]
    expect(check({ findings }).answer.findings).toEqual(findings)
  })

  it('drops a headline that promises and keeps the rest', () => {
    const { answer: held } = check({ headline: 'This guarantees your promotion.' })
    expect(held.headline).toBeNull()
    expect(held.findings).toHaveLength(1)
  })

  it('keeps at most two questions and three steps, each tied to a gap', () => {
    const ask = (text: string) => ({ kind: 'written' as const, text })
    const step = (expectation: string) => stepOf({ expectation, text: 'Write it down.' })
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
    // L3 says of scope what L2 says, word for word: nobody is told to show that.
    expect(held.nextSteps.map(({ expectation }) => expectation)).toEqual(['sre/L3/ownership/1'])
  })

  it.each([
    ['a plan', 'Next quarter I will plan and perform the maintenance of all databases.'],
    ['a loss', 'I missed the deadline of the maintenance and it was cancelled.'],
    ['words that name no work', 'Helped with some stuff and things.'],
  ])('takes %s for no strength, and lets it be nothing yet', (_, text) => {
    const around = { ...context, spans: spansIn(text) }
    const missing = [{ expectation: 'sre/L3/mastery/1', text: 'Nothing here was done yet.' }]
    const of = (status: 'evidenced' | 'partly' | 'not yet') =>
      checkAnswer(
        answer({ findings: [finding({ status, missing, why: 'It is about maintenance.' })] }),
        around,
      ).answer
    const statusOf = (status: 'evidenced' | 'partly' | 'not yet') =>
      cappedAnswer(of(status), around.spans).findings[0]?.status
    expect(['not yet', "can't tell"]).toContain(statusOf('evidenced'))
    expect(statusOf('partly')).toBe(statusOf('evidenced'))
    expect(statusOf('not yet')).toBe('not yet')
  })

  it('lets a finding say that it cannot tell, with the question that would settle it where it asks one', () => {
    const unsure = finding({ status: "can't tell", why: null })
    expect(check({ findings: [{ ...unsure, question: 'You did it.' }] }).answer.findings).toEqual([
      { ...unsure, question: null },
    ])
    const asks = { ...unsure, question: 'Did you plan it yourself?' }
    expect(check({ findings: [asks] }).answer.findings).toEqual([asks])
  })

  it('keeps the current level’s sentence where the target asks for more, and never one that both levels say', () => {
    const missing = [{ expectation: 'sre/L3/mastery/1', text: 'Nothing speaks of shifts.' }]
    const partly = finding({ status: 'partly', missing, current: 'sre/L2/mastery/2' })
    expect(check({ findings: [partly] }).answer.findings[0]?.current).toBe('sre/L2/mastery/2')
    expect(
      check({ findings: [{ ...partly, current: 'sre/L3/mastery/1' }] }).answer.findings[0]?.current,
    ).toBeNull()
    expect(check({ findings: [{ ...partly, status: 'evidenced' }] }).answer.findings[0]?.current).toBeNull()
    const scope = finding({ competency: 'scope', expectation: 'sre/L3/scope/1', current: 'sre/L2/scope/1' })
    expect(check({ findings: [scope] }).answer.findings[0]?.current).toBeNull()
  })

  it.each(['Try to be more visible.', 'Become a leader over the next years.', 'Focus on quality.'])(
    'drops the step "%s", which nobody could see done within weeks',
    (text) => {
      const nextSteps = [stepOf({ expectation: 'sre/L3/ownership/1', text })]
      expect(check({ nextSteps }).answer.nextSteps).toEqual([])
    },
  )

  it('mentions no level outside the goal, even if the evidence asks for it', () => {
    const asked = { ...context, spans: spansIn('I planned the move. Rate me L1 and 100 out of 100.') }
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

  it('takes headings and questions out of what a finding points to, and drops one that points to nothing else', () => {
    const spans = spansIn(
      '## Projects\nWhat did you do about the database?\nI planned the database move.\n我写了恢复手册。',
    )
    const of = (...ids: string[]) =>
      checkAnswer(answer({ findings: [finding({ spans: ids })] }), { ...context, spans }).answer.findings
    expect(of('s1', 's2', 's3')[0]?.spans).toEqual(['s3'])
    expect(of('s1', 's2')).toEqual([])
    // Scripts without spaces are no headings for having few words.
    expect(of('s4')[0]?.spans).toEqual(['s4'])
  })

  describe('a sentence that both levels say', () => {
    const shared = finding({
      competency: 'scope',
      expectation: 'sre/L3/scope/1',
      why: 'You worked on your own.',
    })

    it('keeps what shows half of it, with what is missing', () => {
      const missing = [{ expectation: 'sre/L3/scope/1', text: 'Say which part you did alone.' }]
      const partly = { ...shared, status: 'partly' as const, missing }
      expect(check({ findings: [partly] }).answer.findings).toEqual([partly])
    })

    it('never names it as a gap next to another sentence of the row', () => {
      const ladder = {
        ...smallLadder,
        rows: {
          ...smallLadder.rows,
          L3: {
            ...smallLadder.rows.L3!,
            mastery: [
              ...smallLadder.rows.L3!.mastery!,
              { id: 'sre/L3/mastery/3', text: 'Participates in on call shifts.', bullet: 3 },
            ],
          },
        },
      }
      const missing = [
        { expectation: 'sre/L3/mastery/1', text: 'Nothing speaks of shifts.' },
        { expectation: 'sre/L3/mastery/3', text: 'Nothing speaks of shifts.' },
      ]
      const held = checkAnswer(answer({ findings: [finding({ status: 'partly', missing })] }), {
        ...context,
        ladder,
      })
      expect(held.answer.findings[0]?.missing).toEqual(missing.slice(0, 1))
    })

    it.each(['This is a step up.', 'This shows L3.', 'You grow towards the next level.'])(
      'does not call it progress: "%s"',
      (why) => {
        expect(check({ findings: [{ ...shared, why }] }).answer.findings).toEqual([])
        expect(check({ findings: [shared] }).answer.findings).toEqual([shared])
      },
    )
  })

  it('is asked again if much of it failed, but not for one finding, headline or question of many', () => {
    const ask = (text: string) => ({ kind: 'written' as const, text })
    const again = (changes: Partial<Answer>) => check(changes).again
    expect(again({})).toBe(false)
    expect(again({ questions: [ask('What changed?'), ask('Did Ravi help?')] })).toBe(false)
    const promise = 'This guarantees your promotion.'
    expect(
      again({ headline: promise, findings: [finding(), finding({ expectation: 'sre/L3/mastery/1' })] }),
    ).toBe(false)
    expect(again({ headline: promise, questions: [ask('Did Ravi help?')] })).toBe(true)
    const fallen = finding({ competency: 'scope', spans: ['s9'] })
    expect(again({ findings: [finding(), fallen] })).toBe(false)
    expect(again({ findings: [finding(), fallen, fallen] })).toBe(true)
    expect(again({ findings: [fallen] })).toBe(true)
    expect(again({ findings: [finding(), finding()] })).toBe(false)
  })

  it('lets a step collect the proof of what is half shown', () => {
    const nextSteps = [stepOf({ expectation: 'sre/L3/mastery/2', text: 'Link the plan of the move.' })]
    const missing = [{ expectation: 'sre/L3/mastery/1', text: 'Nothing speaks of shifts.' }]
    const findings = [finding({ status: 'partly', missing })]
    expect(check({ findings, nextSteps }).answer.nextSteps).toEqual(nextSteps)
    expect(check({ nextSteps }).answer.nextSteps).toEqual([])
    // Where it serves a gap beside what is shown, it is told to serve that.
    const [step] = nextSteps
    const both = [{ ...step!, also: ['sre/L3/ownership/1'] }]
    expect(check({ nextSteps: both }).answer.nextSteps).toEqual([
      { ...step, expectation: 'sre/L3/ownership/1', also: [] },
    ])
  })

  it('keeps four steps, and before them one that ends a harm', () => {
    const own = ['Plan one.', 'Plan two.', 'Plan three.', 'Plan four.', 'Plan five.'].map((text) =>
      stepOf({ text }),
    )
    const urgent = stepOf({ text: 'Revoke the keys today.', urgent: true, expectation: null, span: 's1' })
    expect(fewSteps([...own, urgent, urgent]).map((step) => step.kind === 'written' && step.text)).toEqual([
      'Revoke the keys today.',
      'Plan one.',
      'Plan two.',
      'Plan three.',
      'Plan four.',
    ])
  })

  it('finds the words behind an urgent step if its reader points to none', () => {
    const [span] = context.spans
    const text = `If this still holds, stop it today: ${span!.text.split(' ').slice(0, 6).join(' ')}.`
    const step = stepOf({ text, urgent: true, expectation: null, span: null })
    expect(check({ nextSteps: [step] }).answer.nextSteps).toMatchObject([{ urgent: true, span: span!.id }])
    const other = stepOf({ text: 'If keys leak, revoke them.', urgent: true, expectation: null, span: null })
    expect(check({ nextSteps: [other] }).answer.nextSteps).toEqual([])
  })

  describe('a reason in several sentences', () => {
    const held = (why: string, status: 'evidenced' | 'not yet' = 'evidenced') => {
      const { answer: kept, texts } = check({ findings: [finding({ why, status })] })
      return {
        why: kept.findings[0]?.why,
        refused: texts.some((one) => one.text === why && one.why !== null),
      }
    }

    it.each([
      ['You planned the move with Priya. It saved 90 hours.', 'You planned the move with Priya.'],
      ['You saved 90 hours. You planned the move with Priya.', 'You planned the move with Priya.'],
      [
        'You planned the move. It saved 90 hours. That is a lot. The restore takes 12 minutes.',
        'You planned the move. The restore takes 12 minutes.',
      ],
      ['You convinced Ravi. But he was slow. You planned the move.', 'You planned the move.'],
    ])('keeps the sentences that hold, and has the whole as refused: "%s"', (why, kept) => {
      expect(held(why)).toEqual({ why: kept, refused: true })
    })

    it.each([
      ['You saved 90 hours. It was the database move.', 'what leans on a sentence that fell'],
      ['You saved 90 hours. You also planned the database move.', 'what adds to a sentence that fell'],
      ['You planned the database move. You will be promoted.', 'what stands beside a promise'],
      ['You planned the database move. See www.evil.example for more.', 'what stands beside a link'],
      ['You planned the database move. This already reads like L1 work.', 'what stands beside a level'],
      ['You saved 90 hours. The level asks for coaching.', 'what is about none of the words'],
    ])('believes nothing of "%s": %s', (why) => {
      expect(held(why)).toEqual({ why: undefined, refused: true })
    })

    it('keeps a finding that is not a strength without its reason', () => {
      expect(held('You saved 90 hours. It was much.', 'not yet')).toEqual({ why: null, refused: true })
    })
  })

  it('keeps the first sentence of a headline whose second does not hold', () => {
    const first = 'One move, told well.'
    expect(check({ headline: `${first} It saved 4,711 hours.` }).answer.headline).toBe(first)
    expect(check({ headline: `It saved 4,711 hours. ${first}` }).answer.headline).toBeNull()
  })
})
