import { describe, expect, it } from 'vitest'
import { makeDates } from '../../../src/adapters/texts/dates.ts'
import { datesOfSpans } from '../../../src/adapters/texts/span-dates.ts'
import { spansOf } from '../../../src/domain/evidence/evidence.ts'
import { partOf } from '../../domain/evidence-fixture.ts'

const dates = makeDates()
const WRITTEN = Temporal.PlainDate.from('2027-01-15')
const daysIn = (text: string, written = WRITTEN, file: string | null = null): [string, string][] => {
  const spans = spansOf({ parts: [partOf(text)] })
  return datesOfSpans(dates, spans, () => ({ written, file })).map((days, nth) => [
    spans[nth]!.text,
    days.map(({ from, to }) => (from.equals(to) ? `${from}` : `${from}..${to}`)).join(' '),
  ])
}
const of = (text: string, words: string, file: string | null = null): string | undefined =>
  daysIn(text, WRITTEN, file).find(([said]) => said.includes(words))?.[1]

const MONTHS_OF_YEAR = `# Brag document 2026

## January
- Moved the queue to the new cluster.

## March
- Wrote the guide. It has since been used twice.

### On call
- Led the incident of the lost replica in April.

## Q4: security
- Rotated all keys.

## What I learned
- I asked for reviews early.
`

describe('the days of a sentence under dated headings', () => {
  it.each([
    ['Moved the queue', '2026-01-01..2026-01-31'],
    ['Wrote the guide', '2026-03-01..2026-03-31'],
    ['used twice', '2026-03-01..2026-03-31'],
    ['lost replica', '2026-04-01..2026-04-30'],
    ['Rotated', '2026-10-01..2026-12-31'],
    ['asked for reviews', '2026-01-01..2026-12-31'],
  ])('are those of the innermost one that names some: %s', (words, days) => {
    expect(of(MONTHS_OF_YEAR, words)).toBe(days)
  })

  it.each([
    ['*March 2025*\n• Moved the queue.\n*April*\n• Wrote the guide.', '2025-04-01..2025-04-30'],
    ['March 2025:\n- Moved the queue.\n\nApril:\n- Wrote the guide.', '2025-04-01..2025-04-30'],
    ['2025\nMarch\n- Moved the queue.\nApril\n- Wrote the guide.', '2025-04-01..2025-04-30'],
    ['## 2025-03\nMoved the queue.\n## 2025-04\nWrote the guide.', '2025-04-01..2025-04-30'],
    ['**2025**\n\nWrote the guide.', '2025-01-01..2025-12-31'],
    ['Week of 12 May 2025\n**Wins**\n- Wrote the guide.', '2025-05-12'],
    ['H1 2025\n- Moved the queue.\nH2\n- Wrote the guide.', '2025-07-01..2025-12-31'],
    [
      '## November 2025\n- Moved it.\n## December\n- Tested it.\n## January\n- Wrote the guide.',
      '2026-01-01..2026-01-31',
    ],
    [
      '## February 2026\n- Moved it.\n## January\n- Tested it.\n## December\n- Wrote the guide.',
      '2025-12-01..2025-12-31',
    ],
    ['## Spring 2025\n- Moved it.\n## Summer\n- Wrote the guide.', '2025-06-01..2025-08-31'],
    ['KW 12\n- Moved it.\nKW 13\n- Wrote the guide.', '2026-03-23..2026-03-29'],
    ['## October\n- Moved it.\n## November\n- Wrote the guide.', '2026-11-01..2026-11-30'],
  ])('are found in %j', (text, days) => {
    expect(of(text, 'Wrote the guide')).toBe(days)
  })

  it('are their own, understood from the heading', () => {
    expect(of('## March 2025\n- Last month I wrote the guide.', 'guide')).toBe('2025-02-01..2025-02-28')
    expect(of('# 2024\n- In May I wrote the guide.', 'guide')).toBe('2024-05-01..2024-05-31')
    expect(of('# 2024\n- In January 2025 I wrote the guide.', 'guide')).toBe('2025-01-01..2025-01-31')
  })

  it('are those of the deed before it in its paragraph, but not of a fact about a thing', () => {
    expect(of('In May 2025 I moved the queue. It has held.\n\nI wrote the guide.', 'held')).toBe(
      '2025-05-01..2025-05-31',
    )
    expect(of('In May 2025 I moved the queue. It has held.\n\nI wrote the guide.', 'guide')).toBe('')
    expect(of('The cluster was built in 2016. I wrote the guide.', 'guide')).toBe('')
  })

  it.each([
    ['notes-2025-Q2.md', '2025-04-01..2025-06-30'],
    ['brag_2024.md', '2024-01-01..2024-12-31'],
    ['weekly-2026-W12.md', '2026-03-16..2026-03-22'],
    ['report_20260315.pdf', '2026-03-15'],
    ['Wins 2024-2025.docx', '2024-01-01..2025-12-31'],
    ['March 2026.txt', '2026-03-01..2026-03-31'],
    ['rfc-2119-v2.0.1 (3).md', ''],
  ])('are those in the name of its file, %s, if nothing in it names others', (file, days) => {
    expect(of('I moved the queue.\n\nIn April 2023 I wrote the guide.', 'queue', file)).toBe(days)
    expect(of('I moved the queue.\n\nIn April 2023 I wrote the guide.', 'guide', file)).toBe(
      '2023-04-01..2023-04-30',
    )
    expect(of('## January 2022\n- I wrote the guide.', 'guide', file)).toBe('2022-01-01..2022-01-31')
  })

  it('are missing after the headings of another section, or under a heading without a date', () => {
    expect(of('## March 2025\n- Moved the queue.\n## Mentoring\n- Wrote the guide.', 'guide')).toBe('')
    expect(of('# The march of the queues\n- Wrote the guide.', 'guide')).toBe('')
    expect(of('12\n- Wrote the guide.', 'guide')).toBe('')
  })

  it('never lie after the day on which the words were written', () => {
    for (const text of [
      '# 2027\n## December\nWrote it.',
      '# 2030\nWrote it.',
      '## December 2027\nIn May I wrote it.',
    ])
      for (const [, days] of daysIn(text))
        for (const day of days.split(/\.\.| /).filter(Boolean)) expect(day <= `${WRITTEN}`).toBe(true)
  })
})

describe('the days of a paragraph', () => {
  it('are those of all its sentences, also of those before the one that says when', () => {
    const text = 'I split the move in three batches. In May 2026 I moved the last one. Nobody was paged.'
    for (const words of ['three batches', 'last one', 'Nobody'])
      expect(of(text, words)).toBe('2026-05-01..2026-05-31')
  })

  it('are not those of a sentence that tells of nothing done', () => {
    expect(of('I split the move in three batches. Since 2016 the VMs had no owner.', 'three batches')).toBe(
      '',
    )
  })
})
