import { expect, it } from 'vitest'
import { readAnswers, runAnswers } from './answers.ts'

it('shows what a capable model answered to thirty pieces, and asks for none of it again', async () => {
  const { rows, figures } = await runAnswers(readAnswers('test/fixtures/duel/answers.jsonl'))
  const { texts, textsShown, findings, findingsShown } = figures.good!
  expect(rows.length).toBeGreaterThanOrEqual(30)
  expect(textsShown / texts).toBeGreaterThan(0.97)
  expect(findings - findingsShown).toBeLessThanOrEqual(1)
  expect(rows.filter(({ again }) => again).map(({ id }) => id)).toEqual([])
})
