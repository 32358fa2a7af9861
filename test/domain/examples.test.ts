import { describe, expect, it } from 'vitest'
import { answerForm, schemaOf } from '../../src/adapters/reader/answer-form.ts'
import { loadReviewPrompt } from '../../src/adapters/reader/prompt-files.ts'
import { slots } from '../../src/adapters/reader/prompt-slots.ts'
import { checkAnswer } from '../../src/domain/check/check-answer.ts'
import { compareLevels, compareRows, compareVersions } from '../../src/domain/ladder/compare.ts'
import {
  askedOf,
  competenciesOf,
  type Expectation,
  type Ladder,
  rowAsksNothingNew,
  rowOf,
} from '../../src/domain/ladder/ladder.ts'
import { ownNudgeOf } from '../../src/domain/nudge/nudge-me.ts'
import { comingNudges, sentencesOf } from '../../src/domain/nudge/nudge-text.ts'
import { estimateFindings } from '../../src/domain/offline/estimate-findings.ts'
import type { Matcher } from '../../src/domain/offline/match-spans.ts'
import { correctFindings } from '../../src/domain/review/correct-findings.ts'
import { quotesOf } from '../../src/domain/review/quotes.ts'
import type { Review } from '../../src/domain/review/review.ts'
import { meView } from '../../src/slack/views/evidence/me.ts'
import { answeredView } from '../../src/slack/views/review/answered.ts'
import { correctionModal } from '../../src/slack/views/review/correction-modal.ts'
import { en } from '../../src/slack/views/review/labels/en.ts'
import { reviewView } from '../../src/slack/views/review/review.ts'
import { competencyFoldTitle } from '../../src/slack/views/review/review-competency.ts'
import { bulletsIn, lookUp, shelfWith } from '../fakes/look-up.ts'
import {
  answerOf,
  evidenceOf,
  findingOf,
  goal,
  owner,
  reviewOf,
  spansIn,
  stepOf,
} from './evidence-fixture.ts'
import { smallLadder } from './ladder-fixture.ts'
import { asking } from './nudge-fixture.ts'

const EXAMPLE = 'sre/L3/mastery/3'
const mastery = rowOf(smallLadder, 'L3', 'mastery')
const example: Expectation = {
  id: EXAMPLE,
  text: 'Example: ran the failover drill.',
  bullet: 3,
  example: true,
}
const withRow = (competency: string, row: readonly Expectation[], level = 'L3'): Ladder => ({
  ...smallLadder,
  rows: { ...smallLadder.rows, [level]: { ...smallLadder.rows[level], [competency]: row } },
})
const ladder = withRow('mastery', [...mastery, example])
/** A competency for which the target level only gives an example. */
const alone = withRow('scope', [{ ...example, id: 'sre/L3/scope/1', bullet: 1 }])

const spans = spansIn('I planned the failover drill and ran it. Recovery took 12 minutes.')
/** Treats every sentence as being about one competency. */
const surely = (competency: string): Matcher => ({
  match: () => [{ competency, probability: 1 }],
  likeness: () => 0,
})
const check = (changes: Parameters<typeof answerOf>[0], on = ladder) =>
  checkAnswer(answerOf(changes), { ladder: on, goal, spans })

describe('an example in a ladder', () => {
  it('is marked for the model, and is not in any list that the model may refer to', async () => {
    const prompt = await loadReviewPrompt('prompts')
    const request = { owner, ladder, goal, spans, earlier: [], part: null, again: null }
    const { ladder: sent } = slots(prompt, { ...request, signal: new AbortController().signal } as never)
    const { sentences } = JSON.parse(sent!).target.rows[0]
    expect(sentences.at(-1)).toEqual({ id: EXAMPLE, text: example.text, example: true })
    expect(sentences.filter((one: object) => 'example' in one)).toHaveLength(1)
    expect(prompt.instructions).toContain('A sentence with `example` shows what is meant')
    const schema = JSON.stringify(schemaOf(answerForm(ladder, goal)))
    expect(schema).toContain('sre/L3/mastery/2')
    expect(schema).not.toContain(EXAMPLE)
  })

  it('is refused as the subject of a finding', () => {
    const { answer, objections } = check({ findings: [findingOf({ expectation: EXAMPLE })] })
    expect(answer.findings).toEqual([])
    expect(objections).toContainEqual(expect.stringContaining('its expectation is an example'))
  })

  it('is refused as a gap, and as the subject of a step', () => {
    const { answer, objections } = check({
      findings: [
        findingOf({ status: 'partly', missing: [{ expectation: EXAMPLE, text: 'Nothing shows a drill.' }] }),
      ],
      nextSteps: [stepOf({ expectation: EXAMPLE, text: 'Run a drill.' })],
    })
    expect(answer.findings).toHaveLength(1)
    expect(answer.findings[0]!.missing).toEqual([])
    expect(answer.nextSteps).toEqual([])
    expect(objections).toContainEqual(expect.stringMatching(/missing\[0\]: its expectation is an example/))
  })

  it('is refused as a demand of the current level', () => {
    const below = withRow('mastery', [...rowOf(ladder, 'L2', 'mastery'), { ...example, id: 'x/3' }], 'L2')
    const { answer } = check({ findings: [findingOf({ status: 'not yet', current: 'x/3' })] }, below)
    expect(answer.findings[0]!.current).toBeNull()
  })

  it('is never counted as a sentence of its row, not even with an older finding', () => {
    const findings = [findingOf(), findingOf({ expectation: EXAMPLE })]
    const review = reviewOf({ findings })
    const shown = { ladder, review, evidence: evidenceOf('I planned it.'), labels: en } as never
    expect(competencyFoldTitle('mastery', findings, shown)).toBe('Mastery: 1 of 2 sentences shown')
  })

  it('does not make its level ask for a competency if it is the only text', () => {
    expect(askedOf(alone, 'L3', 'scope')).toEqual([])
    expect(rowAsksNothingNew(alone, goal, 'scope')).toBe(true)
    const silent = {
      competency: 'scope',
      as: 'silent' as const,
      expectation: null,
      span: null,
      clause: null,
      why: null,
    }
    expect(check({ others: [silent] }, alone).answer.others).toEqual([])
    expect(estimateFindings({ ladder: alone, goal, spans, match: surely('scope') }).findings).toEqual([])
  })

  it('is never the nearest sentence, offline and where a person moves a finding', () => {
    const { findings } = estimateFindings({ ladder, goal, spans, match: surely('mastery') })
    expect(findings.map(({ competency, expectation }) => [competency, expectation])).toEqual([
      ['mastery', 'sre/L3/mastery/2'],
    ])
    const moved = correctFindings(
      { goal, findings: [findingOf({ competency: 'scope', expectation: 'sre/L3/scope/1' })] },
      { kind: 'other-competency', competency: 'scope', meant: 'mastery' },
      ladder,
      spans,
    )
    expect(moved[0]).toMatchObject({ competency: 'mastery' })
    expect(moved[0]!.expectation).not.toBe(EXAMPLE)
  })

  it('is never new between levels or versions', () => {
    const [, second, third] = ladder.levels
    const [compared] = compareLevels(ladder, second!, third!)
    expect([...compared!.rows.added, ...compared!.rows.reworded.map(({ after }) => after)]).not.toContain(
      example.text,
    )
    expect(compareVersions(smallLadder, ladder, 'L3')).toEqual([])
    expect(compareRows(mastery, [...mastery, example])).toMatchObject({ same: false, added: [], newWords: 0 })
  })

  it('is in no nudge', () => {
    const questions = { own: {}, templates: [asking('What did you do for {competency}?')] }
    const nudges = comingNudges({ ladder, questions, channel: 'C1', used: [] }, 30)
    expect(nudges.length).toBe(30)
    expect(nudges.flatMap(({ expectations }) => expectations)).not.toContain(EXAMPLE)
    // One from before, when it was a sentence like any other, is chosen again.
    const before = nudges.find(({ competency }) => competency === 'mastery')!
    expect(sentencesOf(ladder, { ...before, expectations: [before.expectations[0]!, EXAMPLE] })).toBeNull()
    const own = (asked: number) =>
      ownNudgeOf({
        ladder,
        goal,
        questions,
        pieces: new Map([
          ['scope', 1],
          ['ownership', 1],
        ]),
        asked: Array.from({ length: asked }, () => ({ competency: 'mastery', question: '' })),
        seed: 'U1',
        lastDays: new Map(),
        day: Temporal.PlainDate.from('2026-11-20'),
      })!.expectation.id
    expect([0, 1, 2, 3].map(own)).not.toContain(EXAMPLE)
  })

  it('is shown in its place by /ladder', async () => {
    const said = JSON.stringify(await lookUp(shelfWith(ladder), 'L3 mastery'))
    expect(said.indexOf('Plans and performs')).toBeGreaterThan(0)
    expect(said.indexOf(example.text)).toBeGreaterThan(said.indexOf('Plans and performs'))
    const below = bulletsIn((await lookUp(shelfWith(ladder), 'L2 mastery')).blocks)
    expect(below).toContainEqual(expect.stringContaining('L3: '))
    expect(below.filter((one) => one.includes('Example'))).toEqual([])
  })

  it('is never shown as a demand, even if it comes first', () => {
    const row = (level: string) => [
      { ...example, id: `sre/${level}/mastery/0`, bullet: 1 },
      ...rowOf(smallLadder, level, 'mastery').map((one) => ({ ...one, bullet: one.bullet + 1 })),
    ]
    const first = withRow('mastery', row('L3'))
    const evidence = evidenceOf('I planned the move.')
    const shown = (changes: Partial<Review>, on: Ladder) => {
      const review = reviewOf({ headline: null, findings: [], ...changes })
      const quotes = quotesOf(evidence, review)
      return { review, evidence, quotes, ladder: on, joinable: null, hasModel: false }
    }
    const offline = reviewView(shown({ readBy: { reader: 'offline', asked: 'none' } }, first))
    expect(JSON.stringify(offline)).toContain(mastery[0]!.text)
    expect(JSON.stringify(offline)).not.toContain(example.text)
    const me = meView({
      kind: 'me',
      ladder: first,
      shelf: shelfWith(first),
      goal,
      competencies: new Map(),
      lastReviewed: null,
      waiting: 0,
    } as never)
    expect(JSON.stringify(me)).toContain(mastery[0]!.text)
    expect(JSON.stringify(me)).not.toContain(example.text)
    const topic = { kind: 'level', level: first.levels[2]!, competency: competenciesOf(first)[0]! } as const
    const below = shown({ goal: { ...goal, current: 'L1', target: 'L2' } }, first)
    const beyond = answeredView({ ...below, kind: 'answered', part: 1, topic })
    expect(JSON.stringify(beyond)).toContain(mastery[0]!.text)
    expect(JSON.stringify(beyond)).not.toContain(example.text)
    const choices = JSON.stringify(correctionModal(shown({}, alone), 'move'))
    expect(choices).toContain('Mastery')
    expect(choices).not.toContain('Scope')
  })

  it('is unknown in a ladder that was stored before examples existed, which is read as before', () => {
    const kept = JSON.parse(JSON.stringify(smallLadder)) as Ladder
    expect(askedOf(kept, 'L3', 'mastery')).toEqual(mastery)
  })
})
