import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Ladder } from '../../src/domain/ladder/ladder.ts'
import { coverageOf, quarterOf, SHOWN, type ShownRow } from '../../src/domain/packet/coverage.ts'
import { smallLadder } from './ladder-fixture.ts'

const TODAY = Temporal.PlainDate.from('2026-11-24')
const GOAL = { ladder: 'sre', current: 'L2', target: 'L3', by: null }

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const row = (competency: string, on: string, shown: ShownRow['shown'] = 'shown', pieces = 1): ShownRow => ({
  competency,
  quarter: quarterOf(day(on)),
  shown,
  pieces,
  days: shown === 'possible' ? null : { from: day(on), to: day(on) },
})
const lineOf = (rows: readonly ShownRow[], competency: string) =>
  coverageOf(smallLadder, GOAL, rows, TODAY).lines.find((one) => one.competency.id === competency)!

describe('coverage', () => {
  it('has six quarters, of which the last is the present one', () => {
    const { quarters } = coverageOf(smallLadder, GOAL, [], day('2026-02-01'))
    expect(quarters.map(({ year, quarter }) => `${year} Q${quarter}`)).toEqual([
      '2024 Q4',
      '2025 Q1',
      '2025 Q2',
      '2025 Q3',
      '2025 Q4',
      '2026 Q1',
    ])
  })

  it('puts what was shown into the quarter in which the work was done, at its best', () => {
    const rows = [
      row('mastery', '2026-03-03', 'partly'),
      row('mastery', '2026-02-01', 'possible'),
      row('mastery', '2026-10-01'),
    ]
    expect(lineOf(rows, 'mastery')).toMatchObject({
      quarters: ['nothing', 'nothing', 'partly', 'nothing', 'nothing', 'shown'],
      pieces: 3,
      months: 6,
      best: 'shown',
    })
  })

  it('counts what is older than six quarters as entries and months, and marks no quarter for it', () => {
    expect(lineOf([row('mastery', '2021-01-01'), row('mastery', '2022-01-01')], 'mastery')).toMatchObject({
      quarters: Array(6).fill('nothing'),
      pieces: 2,
      months: 12,
      best: 'shown',
    })
  })

  it('does not count possible matches as time over which something was shown', () => {
    expect(lineOf([row('mastery', '2026-01-05', 'possible')], 'mastery').months).toBeNull()
  })

  it.each([
    [
      'what nothing shows',
      [row('mastery', '2026-10-01', 'possible'), row('scope', '2026-10-01')],
      'ownership',
    ],
    [
      'what words only match before what is partly shown',
      [
        row('mastery', '2026-10-01', 'possible'),
        row('scope', '2026-10-01', 'partly'),
        row('ownership', '2026-10-01', 'partly'),
      ],
      'mastery',
    ],
    [
      'what was shown once before what was shown in two quarters',
      [
        row('mastery', '2026-10-01'),
        row('mastery', '2026-05-01'),
        row('scope', '2026-10-01'),
        row('ownership', '2026-10-01'),
      ],
      'ownership',
    ],
    [
      'what was shown longest ago',
      [row('mastery', '2026-10-01'), row('scope', '2026-01-01'), row('ownership', '2026-05-01')],
      'ownership',
    ],
    [
      'nothing in which the target level asks no more than the current one',
      [row('mastery', '2026-10-01'), row('ownership', '2026-05-01')],
      'ownership',
    ],
  ] as const)('marks as emptiest %s', (_, rows, emptiest) => {
    const { lines } = coverageOf(smallLadder, GOAL, rows, TODAY)
    expect(lines.filter((line) => line.emptiest).map(({ competency }) => competency.id)).toEqual([emptiest])
  })

  const ladderOf = (count: number): Ladder => {
    const ids = Array.from({ length: count }, (_, nth) => `c${nth}`)
    const rowsOf = (level: string) =>
      Object.fromEntries(
        ids.map((id) => [id, [{ id: `sre/${level}/${id}/1`, text: `${level} does ${id}.`, bullet: 1 }]]),
      )
    return {
      ...smallLadder,
      areas: [
        {
          id: 'all',
          name: null,
          competencies: ids.map((id) => ({ id, name: id.toUpperCase(), subtitle: null, about: null })),
        },
      ],
      rows: { L1: rowsOf('L1'), L2: rowsOf('L2'), L3: rowsOf('L3') },
    }
  }
  const anyDay = fc.integer({ min: -20_000, max: 20_000 }).map((days) => TODAY.add({ days }).toString())
  const anyRow = fc
    .tuple(fc.nat({ max: 45 }), anyDay, fc.constantFrom(...SHOWN.slice(1)), fc.nat({ max: 10_000 }))
    .map(([nth, on, shown, pieces]) => row(`c${nth}`, on, shown as ShownRow['shown'], pieces))

  it('holds for any number of competencies and any rows, in any order', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.array(anyRow, { maxLength: 300 }),
        fc.integer({ min: 1, max: 1_000 }),
        (count, rows, seed) => {
          const ladder = ladderOf(count)
          const coverage = coverageOf(ladder, GOAL, rows, TODAY)
          const turned = rows.map((_, nth) => rows[(nth + seed) % rows.length]!)
          expect(coverageOf(ladder, GOAL, turned, TODAY)).toEqual(coverage)
          expect(coverage.lines).toHaveLength(count)
          expect(coverage.lines.filter(({ emptiest }) => emptiest)).toHaveLength(1)
          for (const { competency, quarters, pieces, best } of coverage.lines) {
            const own = rows.filter((one) => one.competency === competency.id)
            expect(quarters).toHaveLength(6)
            expect(pieces).toBe(own.reduce((sum, one) => sum + one.pieces, 0))
            for (const [nth, shown] of quarters.entries()) {
              const { year, quarter } = coverage.quarters[nth]!
              const held = own.filter((one) => one.quarter.year === year && one.quarter.quarter === quarter)
              expect(held.some((one) => one.shown === shown)).toBe(held.length > 0)
              expect(SHOWN.indexOf(shown)).toBeLessThanOrEqual(SHOWN.indexOf(best))
            }
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})
