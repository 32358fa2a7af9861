import { describe, expect, it } from 'vitest'
import { makeDates } from '../../src/adapters/texts/dates.ts'
import { PERIOD_RULES } from '../../src/adapters/texts/periods.ts'

const written = Temporal.PlainDate.from('2026-11-24')
const dates = makeDates()
const found = (text: string): string[] =>
  dates.in([text], written)[0]!.map(({ from, to }) => (from.equals(to) ? `${from}` : `${from}..${to}`))

describe('the days that a sentence mentions', () => {
  it.each([
    ['In March I noticed that restores had been failing for two weeks.', ['2026-03-01..2026-03-31']],
    ['During the outage last December I led the call.', ['2025-12-01..2025-12-31']],
    ['From 2021 to 2023 I was on call.', ['2021-01-01..2023-12-31']],
    ['I led the move of the VMs (Feb–Jun).', ['2026-02-01..2026-06-30']],
    ['I reviewed it for others (5 teams, Jan to Apr 2026).', ['2026-01-01..2026-04-30']],
    ['Mentored two people, Sept - Nov 2025.', ['2025-09-01..2025-11-30']],
    ['Led the guild, Nov to Feb.', ['2025-11-01..2026-02-28']],
    ['May: took over the backups.', ['2026-05-01..2026-05-31']],
    ['- Mar 2025: took over the backups.', ['2025-03-01..2025-03-31']],
    ['March to the beat of the release train.', []],
    ['Since August none expired (there were two outages in spring).', ['2026-08-01..2026-11-24']],
    [
      'Nobody was paged since June, in March it was weekly.',
      ['2026-06-01..2026-11-24', '2026-03-01..2026-03-31'],
    ],
    ['Since 2019 I run the drills.', ['2019-01-01..2026-11-24']],
    ['Q3 2024: shipped the migration.', ['2024-07-01..2024-09-30']],
    ['# Source (posts/2019/2019-05-14.md, written in March 2021)', ['2021-03-01..2021-03-31']],
    ['Shipped in Q2.', ['2026-04-01..2026-06-30']],
    ['In the second half of 2023 I moved the queue.', ['2023-07-01..2023-12-31']],
    ['Released on 2024-03-15.', ['2024-03-15']],
    ['Two years ago I wrote the runbook.', ['2024-11-24']],
    ['Over the last six months I ran it weekly.', ['2026-05-24..2026-11-24']],
    ['[Aug 5 - Sep 10, 2023] Bootcamp', ['2023-08-05..2023-09-10']],
    ['[Apr 22 - May 27, 2023] Bootcamp', ['2023-04-22..2023-05-27']],
    ['[Jun 13 & Jul 24, 2023] Workshops', ['2023-06-13', '2023-07-24']],
    ['[Jan 31 - Feb 1, 2026] A conference', ['2026-01-31..2026-02-01']],
    ['[Oct 2-6, 2023] A conference', ['2023-10-02..2023-10-06']],
    ['[Nov 2025 - Apr 2026] Mentor', ['2025-11-01..2026-04-30']],
    ['[Jun - Nov, 2025] Fellowship', ['2025-06-01..2025-11-30']],
    ['March 2021 - April 2021', ['2021-03-01..2021-04-30']],
    ['Dec 20 - Jan 5, 2024', ['2023-12-20..2024-01-05']],
    ['This year I moved the queue.', ['2026-01-01..2026-11-24']],
    ['Last year I moved the queue.', ['2025-01-01..2025-12-31']],
    ['I moved the queue in May.', ['2026-05-01..2026-05-31']],
    ['Since spring I have run the drills.', ['2026-03-01..2026-11-24']],
    ['Over the summer I moved the queue.', ['2026-06-01..2026-08-31']],
    ['In the winter of 2025/26 I moved the queue.', ['2025-12-01..2026-02-28']],
    ['Spring 2026: moved the queue.', ['2026-03-01..2026-05-31']],
    ['From spring to autumn I ran the drills.', ['2026-03-01..2026-11-24']],
    ['From Q1 to Q3 2025 I ran the drills.', ['2025-01-01..2025-09-30']],
    ['Q4 - Q1 2026: the move', ['2025-10-01..2026-03-31']],
    ['Week 12: moved the queue.', ['2026-03-16..2026-03-22']],
    ['In KW 50 I moved the queue.', ['2025-12-08..2025-12-14']],
    ['2025-W03: moved the queue.', ['2025-01-13..2025-01-19']],
    ['Last quarter I moved the queue.', ['2026-07-01..2026-09-30']],
    ['In the third quarter of 2025 I moved it.', ['2025-07-01..2025-09-30']],
    ['March 2025 - present: lead of the drills', ['2025-03-01..2026-11-24']],
    ['From May on I led the drills.', ['2026-05-01..2026-11-24']],
    ['Since May I have led the drills.', ['2026-05-01..2026-11-24']],
    ['2024-2025: the move', ['2024-01-01..2025-12-31']],
    ['In spring I cut deploys and in August pages.', ['2026-03-01..2026-05-31', '2026-08-01..2026-08-31']],
    ['I closed more tickets in May than last year.', ['2026-05-01..2026-05-31']],
    ['In May I cut pages to half of last year’s.', ['2026-05-01..2026-05-31']],
    ['In 2026 I cut pages from 40 a week in 2024 to 5.', ['2026-01-01..2026-11-24']],
    ['As of March 2025 I lead the drills.', ['2025-03-01..2025-03-31']],
    ['I led last year’s migration.', ['2025-01-01..2025-12-31']],
    ['Between Jan 2022 and June 2022 we rebuilt it.', ['2022-01-01..2022-01-31', '2022-06-01..2022-06-30']],
  ])('are understood in "%s"', (text, days) => {
    expect(found(text)).toEqual(days)
  })

  it.each(PERIOD_RULES.flatMap(({ name, examples }) => examples.map((example) => [name, example])))(
    'are found by the rule for %s: %s',
    (_, example) => expect(found(example)).toHaveLength(1),
  )

  it.each([
    'I may do it.',
    'Restore time went from 6 hours to 50 minutes.',
    'Cut latency from 12.5 to 3.2 seconds.',
    'I moved 2000 hosts and 1999 tickets.',
    'I will ship it in two months, next quarter.',
    'Version 2.0.1 at 10 am.',
    'In 2031 we will see.',
    'It is now in use.',
    'Matern 3/2 Kernel',
    'The march of the queues and the sat phone.',
    'May is what the script is called.',
    'I built it in Spring Boot.',
    'The fall of the error rate was my work.',
    'I mentored the summer intern.',
    'In week 2 of the project I was ill.',
    'I had 40% fewer pages than last year.',
    'Twice as many reviews as in the whole of 2024.',
    'Compared to the same quarter last year, I closed 12 more tickets.',
    'Deploys take less time than they did a year ago.',
    'I brought the pages down from 40 last quarter.',
    'See https://blog.example/2016/09/01/projects for it.',
  ])('are none in "%s"', (text) => {
    expect(found(text)).toEqual([])
  })

  it('are not recent in a piece about older years', () => {
    const piece = ['In 2021 I wrote 42 articles.', 'This year I moved the queue.', 'In October I joined.']
    expect(dates.in(piece, written).map((all) => all.length)).toEqual([1, 0, 0])
  })

  it('never end before they begin', () => {
    for (const text of [
      'Sep 10 - Aug 5, 2023',
      'From Dec 2023 to Jan 2023',
      'Nov 3 - 1, 2023',
      'Fri to Mon, May 2024',
    ])
      for (const { from, to } of dates.in([text], written)[0]!)
        expect([text, Temporal.PlainDate.compare(from, to) <= 0]).toEqual([text, true])
  })
})
