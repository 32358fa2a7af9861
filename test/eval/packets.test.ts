import { describe, expect, it } from 'vitest'
import { loadThemes } from '../../src/adapters/reader/theme-bank.ts'
import { runPackets } from './packets.ts'

const row = (level: string, competency: string, text: string) => ({
  ladder: 'Small',
  level,
  competency,
  text,
  kind: 'expectation',
})

const LADDER = ['L1', 'L2', 'L3'].flatMap((level) => [
  row(level, 'Mentoring', 'Mentors juniors and teaches them.'),
  row(level, 'Incidents', 'Handles incidents, outages and the pager.'),
  row(level, 'Documentation', 'Writes documentation and guides.'),
])

describe('packets', () => {
  it('are measured by what people see, next to what the matcher alone would say', async () => {
    const packets = [
      {
        ladder: 'Small',
        text: 'I mentored two juniors. I handled the outage of the database and was on call.',
        present: ['Mentoring', 'Incidents'],
      },
      // No deed: the matcher alone sees a competency here, and nobody is shown one.
      { ladder: 'Small', text: 'Next year I want to mentor juniors.', present: ['Mentoring'] },
    ]
    const { metrics, rows } = await runPackets(packets, LADDER, await loadThemes())
    expect(rows[0]?.findings?.toSorted()).toEqual(['Incidents', 'Mentoring'])
    expect(rows[1]).toMatchObject({ matched: ['Mentoring'], findings: [], choices: [] })
    expect(metrics['matcher alone: recall']).toBe(1)
    expect(metrics['shown as findings: recall']).toBeCloseTo(2 / 3)
    expect(metrics['shown as findings: precision']).toBe(1)
    expect(metrics['found or offered in the end: recall']).toBeCloseTo(2 / 3)
  })
})
