import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { deedsIn } from '../../src/domain/evidence/evidence-context.ts'
import { qualityOf } from '../../src/domain/evidence/evidence-quality.ts'
import { spansIn } from '../domain/evidence-fixture.ts'
import { type EverydayAnswer, type EverydayRow, gradeEveryday, readEveryday } from './everyday.ts'

const rowOf = (id: string, text: string, changes: Partial<EverydayRow> = {}): EverydayRow => ({
  id,
  ladder: 'sre',
  text,
  deed: true,
  competencies: ['mastery'],
  also_fair: ['scope'],
  ...changes,
})
const NONE = {
  own_part: false,
  result: false,
  number: false,
  artifact: false,
  sustained: false,
  voucher: false,
}
const answerOf = (id: string, findings: string[], choices: string[][] = []): EverydayAnswer => ({
  id,
  deed: true,
  findings,
  choices,
  nothing: findings.length + choices.length === 0,
  signals: NONE,
})

describe('everyday messages', () => {
  it('are answered in their order, each on the ladder that it names', async () => {
    const rows = [
      rowOf('a', 'I led the incident response in three steps and wrote the post-mortem of each outage.'),
      rowOf('b', 'Our office cat is grey.'),
      rowOf('c', 'I moved the queue, and failed jobs fell from 40 a day to 2.', { ladder: 'SRE' }),
    ]
    const answers = await readEveryday(rows, ['rubric'])
    expect(answers.map(({ id, deed }) => [id, deed])).toEqual([
      ['a', true],
      ['b', false],
      ['c', true],
    ])
    expect(answers[0]?.findings).toEqual(['mastery'])
    expect(answers[1]).toMatchObject({ findings: [], choices: [], nothing: true, signals: NONE })
    expect(answers[2]?.signals).toMatchObject({ own_part: true, result: true, number: true })
    await expect(readEveryday([rowOf('d', 'x', { ladder: 'nurses' })], ['rubric'])).rejects.toThrow(
      'There is no ladder nurses in rubric',
    )
  })

  it('count a right competency as right, and one that is neither right nor fair as wrong', () => {
    const rows = ['a', 'b', 'c', 'd'].map((id) => rowOf(id, id)).concat(rowOf('e', 'e', { deed: false }))
    const answers = [
      answerOf('a', ['mastery']),
      answerOf('b', ['trust'], [['planning', 'mastery', 'scope']]),
      answerOf('c', ['scope'], [['mastery', 'trust']]),
      answerOf('d', []),
      answerOf('e', [], [['mastery', 'trust']]),
    ]
    const figures = Object.fromEntries(
      Object.entries(gradeEveryday(rows, answers)).map(([name, { value }]) => [name, value]),
    )
    expect(figures).toMatchObject({
      'right finding': 0.25,
      'right finding or right choice': 0.75,
      'right one found, or among the first two named': 0.5,
      'finding that is neither right nor fair': 0.25,
      'finding that is not right': 0.5,
      nothing: 0.25,
      'no deed, yet asserted': 0,
      'no deed, yet asked about': 1,
    })
  })
})

type Labelled = { text: string; deed: boolean; result: boolean; apart: boolean }

describe('the gate for deeds', () => {
  const rows = readFileSync('test/fixtures/everyday/deeds.jsonl', 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Labelled)
  const share = (those: readonly Labelled[], holds: (text: string) => boolean): number =>
    those.filter(({ text }) => holds(text)).length / those.length
  const isDeed = (text: string): boolean => deedsIn(spansIn(text)).length > 0
  const hasResult = (text: string): boolean => spansIn(text).some((span) => qualityOf(span.text).result)

  // Of those that are kept apart, no rule was written for a deed or a result that it misses.
  it.each([
    [false, 0.95, 0.75],
    [true, 0.85, 0.6],
  ])('lets most deeds through and nothing else, kept apart: %s', (apart, through, seen) => {
    const those = rows.filter((row) => row.apart === apart)
    const deeds = those.filter(({ deed }) => deed)
    expect(share(deeds, isDeed)).toBeGreaterThanOrEqual(through)
    expect(
      share(
        those.filter(({ deed }) => !deed),
        isDeed,
      ),
    ).toBeLessThanOrEqual(0.05)
    expect(
      share(
        deeds.filter(({ result }) => result),
        hasResult,
      ),
    ).toBeGreaterThanOrEqual(seen)
    expect(
      share(
        deeds.filter(({ result }) => !result),
        hasResult,
      ),
    ).toBeLessThanOrEqual(0.08)
  })
})
