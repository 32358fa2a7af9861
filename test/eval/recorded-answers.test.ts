import { expect, it } from 'vitest'
import { readAnswers, runAnswers } from './answers.ts'

it('shows what a capable model answered to thirty pieces, and asks for none of it again', async () => {
  const { rows, figures } = await runAnswers(readAnswers('test/fixtures/duel/answers.jsonl'))
  const count = (name: string): number => figures.good?.[name] ?? Number.NaN
  expect(rows.length).toBeGreaterThanOrEqual(30)
  expect(count('textsShown') / count('texts')).toBeGreaterThan(0.97)
  expect(count('findings') - count('findingsShown')).toBeLessThanOrEqual(1)
  expect(rows.filter(({ again }) => again).map(({ id }) => id)).toEqual([])
})
