import { describe, expect, it } from 'vitest'
import { makeDates } from '../../src/adapters/texts/dates.ts'
import { considerPiece } from '../../src/domain/review/consider-piece.ts'
import { evidenceOf, spansIn } from './evidence-fixture.ts'
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
