import { describe, expect, it } from 'vitest'
import { makeDates } from '../../src/adapters/texts/dates.ts'
import { considerPiece } from '../../src/domain/review/consider-piece.ts'
import { evidenceOf, findingOf, spansIn } from './evidence-fixture.ts'
import { smallLadder } from './ladder-fixture.ts'

const today = Temporal.PlainDate.from('2026-11-24')
const dates = makeDates()

/** When a piece happened by its own words, as two ISO days. */
const happenedIn = (text: string): string | null => {
  const spans = spansIn(text)
  const { happened } = considerPiece({
    evidence: evidenceOf(text),
    spans,
    days: dates.in(
      spans.map((span) => span.text),
      today,
    ),
    findings: [],
    named: new Set(),
    kept: new Map(),
    ladder: smallLadder,
    today,
  })
  return happened && `${happened.from} ${happened.to}`
}

describe('when a piece happened by its own words', () => {
  it.each([
    ['In March I noticed that restores failed.\nIn April I led the incident call.', '2026-03-01 2026-04-30'],
    ['In April I led the incident call.\nIn December I will write it up.', '2026-04-01 2026-04-30'],
    ['I led the incident call.', null],
  ])('is told by what the person did or saw: "%s"', (text, days) => expect(happenedIn(text)).toBe(days))
})

/** Whether a piece is said to have, or to lack, a long enough time, and when its undated sentences were. */
const timeIn = (text: string, spanOf = 0): [boolean | null | undefined, string] => {
  const spans = spansIn(text)
  const { considered, undated } = considerPiece({
    evidence: evidenceOf(text),
    spans,
    days: dates.in(
      spans.map((span) => span.text),
      today,
    ),
    findings: [findingOf({ competency: 'mastery', spans: [spans[spanOf]!.id] })],
    named: new Set(),
    kept: new Map(),
    ladder: smallLadder,
    today,
  })
  return [considered.find(({ kind }) => kind === 'six-months')?.met, `${undated.from} ${undated.to}`]
}

describe('how long something lasted', () => {
  it.each([
    ['From March to August I led the drills.', true],
    ['From January to June 2026 I led the drills.', true],
    ['Since spring I have led the drills.', true],
    ['From March to July I led the drills.', false],
    ['In 2026 I moved the queue.', false],
    ['In H1 2026 I moved the queue.', false],
    ['This year I moved the queue.', false],
    ['I moved the queue.', false],
  ])('is six months or not: "%s"', (text, long) => expect(timeIn(text)[0]).toBe(long))

  it('is not told of an undated sentence by the dates of others', () => {
    const text = 'In March I moved the queue.\n\nIn October I cut the pages.\n\nI wrote the guide.'
    expect(timeIn(text, 2)).toEqual([false, '2026-11-23 2026-11-23'])
  })

  it('does not keep an undated sentence from the one time that the others name', () => {
    expect(timeIn('In March I moved the queue.\n\nI wrote the guide.', 1)[1]).toBe('2026-03-01 2026-03-31')
  })
})
