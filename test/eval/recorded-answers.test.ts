import { describe, expect, it } from 'vitest'
import { readAnswers, runAnswers } from './answers.ts'

const all = readAnswers('test/fixtures/duel/answers.jsonl')
const isLast = ({ id }: { id: string }): boolean => id.startsWith('r10-')

describe('what a capable model answered', () => {
  it.each([
    // The check was mended by what it refused of these.
    ['ninety pieces', all.filter((one) => !isLast(one)), 90, 0.99],
    // Of these it was mended by a third of what it refused; 97% is what answers of a good model have to reach.
    ['ten pieces of another round', all.filter(isLast), 10, 0.97],
  ])('to %s is shown, and none of it is asked for again', async (_, answers, count, share) => {
    const { rows, figures } = await runAnswers(answers)
    const figure = (name: string): number => figures.good?.[name] ?? Number.NaN
    expect(rows).toHaveLength(count)
    expect(figure('textsShown') / figure('texts')).toBeGreaterThan(share)
    expect(figure('findings') - figure('findingsShown')).toBeLessThanOrEqual(1)
    expect(rows.filter(({ again }) => again).map(({ id }) => id)).toEqual([])
  })
})
