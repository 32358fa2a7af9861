import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readKnownNames } from '../../src/adapters/names/known-names.ts'
import { checkAnswer } from '../../src/domain/check/check-answer.ts'
import type { Answer } from '../../src/domain/review/review.ts'
import { sre } from '../eval/invariants.ts'
import { linesOf } from '../eval/mapping.ts'
import { answerOf, findingOf, goal, spansIn, stepOf } from './evidence-fixture.ts'

type Row = { evidence: string; where: string; text: string; shown: boolean }

const FOLDER = 'test/fixtures/check-answer'
const evidence: Record<string, string> = JSON.parse(readFileSync(`${FOLDER}/evidence.json`, 'utf8'))
const rows = linesOf<Row>(`${FOLDER}/texts.jsonl`)
const names = readKnownNames()
const ladder = sre()

/** An answer with one text in its place, beside a finding that nothing is wrong with. */
const placed = ({ where, text }: Row): Answer => {
  const finding = findingOf({ status: 'partly', why: null, missing: [] })
  const ask = { kind: 'written' as const, text }
  const none = { headline: null, findings: [finding] }
  switch (where) {
    case 'why':
      return answerOf({ ...none, findings: [{ ...finding, why: text }] })
    case 'missing':
      return answerOf({
        ...none,
        findings: [{ ...finding, missing: [{ expectation: finding.expectation, text }] }],
      })
    case 'question':
      return answerOf({ ...none, questions: [ask] })
    case 'panel':
      return answerOf({ ...none, panel: [{ spans: ['s1'], clause: null, note: null, text }] })
    case 'note':
      return answerOf({ ...none, panel: [{ spans: ['s1'], clause: null, note: text, text: null }] })
    case 'step':
      return answerOf({ ...none, nextSteps: [stepOf({ expectation: 'sre/L3/ownership/1', text })] })
    default:
      return answerOf({ ...none, headline: text })
  }
}

describe('what a reader may say of evidence', () => {
  it.each(rows.map((row) => [row.shown ? 'shows' : 'never shows', row.where, row.text, row] as const))(
    '%s as %s: %s',
    (_, __, ___, row) => {
      const { texts } = checkAnswer(placed(row), {
        ladder,
        goal,
        spans: spansIn(evidence[row.evidence]!),
        names,
      })
      expect(texts.find(({ text }) => text === row.text)?.why === null).toBe(row.shown)
    },
  )
})
