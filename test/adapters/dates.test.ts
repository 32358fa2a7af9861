import { describe, expect, it } from 'vitest'
import { makeDates } from '../../src/adapters/dates.ts'

const written = Temporal.PlainDate.from('2026-11-24')
const dates = makeDates()
const found = (text: string): string[] =>
  dates.in([text], written)[0]!.map(({ from, to }) => (from.equals(to) ? `${from}` : `${from}..${to}`))

describe('the days that a sentence speaks of', () => {
  it.each([
    ['In March I noticed that restores had been failing for two weeks.', ['2026-03-01..2026-03-31']],
    ['During the outage last December I led the call.', ['2025-12-01..2025-12-31']],
    ['From 2021 to 2023 I was on call.', ['2021-01-01..2023-12-31']],
    ['Since 2019 I run the drills.', ['2019-01-01..2026-11-24']],
    ['Q3 2024: shipped the migration.', ['2024-07-01..2024-09-30']],
    ['Shipped in Q2.', ['2026-04-01..2026-06-30']],
    ['In the second half of 2023 I moved the queue.', ['2023-07-01..2023-12-31']],
    ['Released on 2024-03-15.', ['2024-03-15']],
    ['Two years ago I wrote the runbook.', ['2024-11-24']],
    ['Over the last six months I ran it weekly.', ['2026-05-01..2026-11-24']],
    ['Between Jan 2022 and June 2022 we rebuilt it.', ['2022-01-01..2022-01-31', '2022-06-01..2022-06-30']],
  ])('understands "%s"', (text, days) => {
    expect(found(text)).toEqual(days)
  })

  it.each([
    'I may do it.',
    'Restore time went from 6 hours to 50 minutes.',
    'Cut latency from 12.5 to 3.2 seconds.',
    'I moved 2000 hosts and 1999 tickets.',
    'I will ship it in two months, next quarter.',
    'Version 2.0.1 at 10 am.',
    'In 2031 we will see.',
  ])('finds no day of evidence in "%s"', (text) => {
    expect(found(text)).toEqual([])
  })
})
