import { describe, expect, it } from 'vitest'
import { makeDates } from '../../../src/adapters/texts/dates.ts'
import { foldedWords } from '../../../src/domain/conversation/asked.ts'
import { periodAsked } from '../../../src/domain/conversation/periods.ts'
import type { Days } from '../../../src/domain/dates/days.ts'
import { periodSought } from '../../../src/domain/evidence/list/period.ts'
import { namedDay } from '../../../src/domain/nudge/plan-day.ts'

type Day = Temporal.PlainDate

const day = Temporal.PlainDate.from
/** A Friday. */
const TODAY = day('2026-11-27')
const dates = makeDates()

/** What each reader of the past understands, if somebody uses the same words for it. */
const READERS: readonly (readonly [string, (words: string, today: Day) => Days | null])[] = [
  ['evidence', (words, today) => dates.in([`I moved the queue ${words}.`], today)[0]![0] ?? null],
  ['a search', (words, today) => periodSought(words, today)?.period.days ?? null],
  ['a question', (words, today) => periodAsked(foldedWords(`What did I do ${words}?`), today).days],
]

/** Evidence is of the past: what goes on lasts until today. */
const untilToday = (days: Days | null, today: Day): string => {
  if (days === null) return 'none'
  const to = Temporal.PlainDate.compare(days.to, today) > 0 ? today : days.to
  return days.from.equals(to) ? `${to}` : `${days.from} to ${to}`
}
const understood = (words: string, today: Day) =>
  READERS.map(([name, read]) => [name, untilToday(read(words, today), today)])

describe('words for a time in the past', () => {
  it.each([
    ['in March', '2026-03-01 to 2026-03-31'],
    ['in Sept', '2026-09-01 to 2026-09-30'],
    ['in December', '2025-12-01 to 2025-12-31'],
    ['in early March', '2026-03-01 to 2026-03-31'],
    ['in March 2025', '2025-03-01 to 2025-03-31'],
    ['in 2025-03', '2025-03-01 to 2025-03-31'],
    ['since March', '2026-03-01 to 2026-11-27'],
    ['from March to May', '2026-03-01 to 2026-05-31'],
    ['from March to May 2025', '2025-03-01 to 2025-05-31'],
    ['from November to February 2026', '2025-11-01 to 2026-02-28'],
    ['on 12 March', '2026-03-12'],
    ['on March 12', '2026-03-12'],
    ['on 12 March 2025', '2025-03-12'],
    ['on 2025-03-12', '2025-03-12'],
    ['on 26 November', '2026-11-26'],
    ['in Q2', '2026-04-01 to 2026-06-30'],
    ['in Q4', '2026-10-01 to 2026-11-27'],
    ['in Q2 2025', '2025-04-01 to 2025-06-30'],
    ['in Q2 of 2025', '2025-04-01 to 2025-06-30'],
    ['in Q2/2025', '2025-04-01 to 2025-06-30'],
    ['in Q2’25', '2025-04-01 to 2025-06-30'],
    ['in 2025 Q2', '2025-04-01 to 2025-06-30'],
    ['in 2025-Q2', '2025-04-01 to 2025-06-30'],
    ['in 2025Q2', '2025-04-01 to 2025-06-30'],
    ['from Q1 to Q3 2025', '2025-01-01 to 2025-09-30'],
    ['in the second quarter', '2026-04-01 to 2026-06-30'],
    ['in the second quarter of 2025', '2025-04-01 to 2025-06-30'],
    ['in H1', '2026-01-01 to 2026-06-30'],
    ['in H2 2025', '2025-07-01 to 2025-12-31'],
    ['in 2025 H1', '2025-01-01 to 2025-06-30'],
    ['in the first half of 2025', '2025-01-01 to 2025-06-30'],
    ['in the second half of the year', '2026-07-01 to 2026-11-27'],
    ['in spring', '2026-03-01 to 2026-05-31'],
    ['last summer', '2026-06-01 to 2026-08-31'],
    ['in the fall', '2026-09-01 to 2026-11-27'],
    ['in spring 2025', '2025-03-01 to 2025-05-31'],
    ['in late spring', '2026-04-01 to 2026-05-31'],
    ['in winter', '2025-12-01 to 2026-02-28'],
    ['in winter 2026', '2025-12-01 to 2026-02-28'],
    ['in the winter of 2025', '2025-12-01 to 2026-02-28'],
    ['in the winter of 2025/26', '2025-12-01 to 2026-02-28'],
    ['since last spring', '2026-03-01 to 2026-11-27'],
    ['in week 12', '2026-03-16 to 2026-03-22'],
    ['in KW 50', '2025-12-08 to 2025-12-14'],
    ['in 2025-W03', '2025-01-13 to 2025-01-19'],
    ['today', '2026-11-27'],
    ['yesterday', '2026-11-26'],
    ['this week', '2026-11-23 to 2026-11-27'],
    ['last week', '2026-11-16 to 2026-11-22'],
    ['this month', '2026-11-01 to 2026-11-27'],
    ['last month', '2026-10-01 to 2026-10-31'],
    ['in the previous month', '2026-10-01 to 2026-10-31'],
    ['this quarter', '2026-10-01 to 2026-11-27'],
    ['last quarter', '2026-07-01 to 2026-09-30'],
    ['this year', '2026-01-01 to 2026-11-27'],
    ['last year', '2025-01-01 to 2025-12-31'],
    ['since last year', '2025-01-01 to 2026-11-27'],
    ['in the last 10 days', '2026-11-17 to 2026-11-27'],
    ['in the last two weeks', '2026-11-13 to 2026-11-27'],
    ['over the last 3 months', '2026-08-27 to 2026-11-27'],
    ['in the past six months', '2026-05-27 to 2026-11-27'],
    ['in 2025', '2025-01-01 to 2025-12-31'],
    ['since 2025', '2025-01-01 to 2026-11-27'],
  ])('mean the same in evidence, in a search and in a question: "%s"', (words, days) => {
    expect(understood(words, TODAY)).toEqual(READERS.map(([name]) => [name, days]))
  })

  it.each([
    ['in March', '2025-03-01 to 2025-03-31'],
    ['in Q1', '2026-01-01 to 2026-02-10'],
    ['in Q2', '2025-04-01 to 2025-06-30'],
    ['in winter', '2025-12-01 to 2026-02-10'],
    ['in winter 2026', '2025-12-01 to 2026-02-10'],
    ['last quarter', '2025-10-01 to 2025-12-31'],
    ['last month', '2026-01-01 to 2026-01-31'],
    ['since fall', '2025-09-01 to 2026-02-10'],
  ])('are of the year before until they have begun: "%s"', (words, days) => {
    expect(understood(words, day('2026-02-10'))).toEqual(READERS.map(([name]) => [name, days]))
  })

  it.each(['in Spring Boot', 'for Marco', 'for Noel', 'in week 2 of the project', 'with the summer intern'])(
    'are not seen in "%s"',
    (words) => {
      expect(understood(words, TODAY)).toEqual(READERS.map(([name]) => [name, 'none']))
    },
  )

  it.each([
    ['im März', '2026-03-01 to 2026-03-31'],
    ['seit März 2025', '2025-03-01 to 2026-11-27'],
    ['letzte Woche', '2026-11-16 to 2026-11-22'],
    ['im letzten Quartal', '2026-07-01 to 2026-09-30'],
    ['im Frühjahr', '2026-03-01 to 2026-05-31'],
    ['en marzo', '2026-03-01 to 2026-03-31'],
    ['el trimestre pasado', '2026-07-01 to 2026-09-30'],
    ['el año pasado', '2025-01-01 to 2025-12-31'],
    ['en août', '2026-08-01 to 2026-08-31'],
    ['depuis l’année dernière', '2025-01-01 to 2026-11-27'],
    ['cet été', '2026-06-01 to 2026-08-31'],
    ['em março', '2026-03-01 to 2026-03-31'],
    ['este mês', '2026-11-01 to 2026-11-27'],
    ['ontem', '2026-11-26'],
  ])('mean the same in a search and in a question in other languages: "%s"', (words, days) => {
    expect(understood(words, TODAY).slice(1)).toEqual([
      ['a search', days],
      ['a question', days],
    ])
  })
})

describe('words for a time to come', () => {
  /** Each with the words that say the same with its year. */
  it.each([
    ['in March', 'March 2027'],
    ['by the end of January', 'January 2027'],
    ['in Q1', 'Q1 2027'],
    ['in Q4', 'Q4 2026'],
    ['in Q2 2027', 'Q2 2027'],
    ['by 2027-Q2', 'Q2 2027'],
    ['in the second quarter', 'Q2 2027'],
    ['in H1', 'H1 2027'],
    ['in the second half of the year', 'H2 2026'],
    ['in spring', 'spring 2027'],
    ['this winter', 'winter 2026/27'],
    ['in the fall', 'autumn 2026'],
    ['in week 12', '2027-W12'],
    ['next week', '2026-W49'],
    ['next month', 'December 2026'],
    ['this quarter', 'Q4 2026'],
    ['next quarter', 'Q1 2027'],
    ['this year', '2026'],
    ['on 12 March', '12 March 2027'],
    ['on March 12', '12 March 2027'],
    ['on 2027-03-12', '12 March 2027'],
  ])('end with the days that a search finds by their year: "%s" is %s', (words, withYear) => {
    // In two years all of them are past.
    const { to } = periodSought(withYear, day('2028-12-31'))!.period.days
    const next = to.add({ days: 1 })
    const asked = namedDay(`I will do it ${words}`, TODAY)
    expect(`${asked}`).toBe(`${next.dayOfWeek > 5 ? next.add({ days: 8 - next.dayOfWeek }) : next}`)
  })
})
