import { expect, it } from 'vitest'
import { readAnswers, runAnswers } from './answers.ts'

// The check was mended by what it refused of these nine rounds: they say nothing of a tenth.
it('shows what a capable model answered to ninety pieces, and asks for none of it again', async () => {
  const answers = readAnswers('test/fixtures/duel/answers.jsonl')
  const { rows, figures } = await runAnswers(answers)
  const count = (name: string): number => figures.good?.[name] ?? Number.NaN
  expect(rows).toHaveLength(90)
  expect(count('textsShown') / count('texts')).toBeGreaterThan(0.99)
  expect(count('findings') - count('findingsShown')).toBeLessThanOrEqual(1)
  expect(rows.filter(({ again }) => again).map(({ id }) => id)).toEqual([])
})
