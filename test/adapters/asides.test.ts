import { describe, expect, it } from 'vitest'
import { ASIDE_RULES } from '../../src/adapters/texts/asides.ts'
import { makeDates } from '../../src/adapters/texts/dates.ts'

const written = Temporal.PlainDate.from('2026-11-24')
const dates = makeDates()
const found = (text: string): string[] =>
  dates.in([text], written)[0]!.map(({ from, to }) => (from.equals(to) ? `${from}` : `${from}..${to}`))

describe('a time that only says how old a thing is', () => {
  it.each(ASIDE_RULES.map(({ name, example }) => [name, example]))(
    'is not when it happened: %s',
    (_, example) => {
      expect(found(example)).toEqual([])
    },
  )

  it.each([
    'Rewrote the billing worker (in production since 2016).',
    'I fixed a race that had been there since March 2018.',
    'Replaced the cron job nobody had touched since 2015.',
    'I closed the oldest ticket of the team, open since 2017.',
    'I moved the wiki we have had since 2013 to the new host.',
    'I deleted a Perl script built in 2009.',
    'I took over the mail relay, which had no owner since 2020.',
    'Retired the last Debian host, installed in May 2012.',
    'I brought deploys to the fewest rollbacks since 2021.',
    'I migrated the reports that were set up by an agency in 2011.',
    'Rebuilt the old CI cluster of 2014.',
    'I made restores twice as fast as in 2024.',
  ])('is no day in "%s"', (text) => {
    expect(found(text)).toEqual([])
  })

  it.each([
    ['In March 2026 I replaced the scheduler, unchanged since 2016.', ['2026-03-01..2026-03-31']],
    ['I replaced the scheduler written in 2014 in May 2025.', ['2025-05-01..2025-05-31']],
    ['Since 2019 I run the drills.', ['2019-01-01..2026-11-24']],
    ['I have been the link to finance since 2021.', ['2021-01-01..2026-11-24']],
    ['On-call lead since March 2024.', ['2024-03-01..2026-11-24']],
    ['Running the guild every other week since 2022.', ['2022-01-01..2026-11-24']],
    ['I moved the queue, with no incident since March 2025.', ['2025-03-01..2026-11-24']],
    ['Designed and built in 2024.', ['2024-01-01..2024-12-31']],
    ['The new relay was deployed in June 2025.', ['2025-06-01..2025-06-30']],
    ['I led the migration from 2021 to 2023.', ['2021-01-01..2023-12-31']],
    ['I wrote the guide in 2024 and gave the talk.', ['2024-01-01..2024-12-31']],
    ['We launched in 2025.', ['2025-01-01..2025-12-31']],
  ])('does not hide when "%s" happened', (text, days) => {
    expect(found(text)).toEqual(days)
  })

  it('is found as the same date wherever its line ends', () => {
    expect(found('This\nyear I moved the queue.')).toEqual(found('This year I moved the queue.'))
    expect(found('I moved the queue in March\n2024.')).toEqual(['2024-03-01..2024-03-31'])
    expect(dates.in(['In 2020 I wrote 42 articles.', 'This\nyear I moved the queue.'], written)[1]).toEqual(
      [],
    )
  })
})
