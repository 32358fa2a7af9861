import { describe, expect, it } from 'vitest'
import { batchesOf, SPANS_PER_BATCH } from '../../src/domain/evidence/batches.ts'
import { spansIn } from './evidence-fixture.ts'

const deeds = (count: number, of: string): string =>
  Array.from({ length: count }, (_, index) => `I repaired ${of} number ${index} and wrote down why.`).join(
    '\n',
  )

describe('the batches of a long text', () => {
  it('hold a limited number of spans, each numbered from s1, and lose none', () => {
    const spans = spansIn(deeds(230, 'host'))
    const batches = batchesOf(spans)
    expect(batches.map(({ spans: own }) => own.length)).toEqual([80, 80, 70])
    expect(batches.every(({ spans: own }) => own[0]?.id === 's1')).toBe(true)
    expect(
      batches.flatMap(({ offset, spans: own }) => own.map((_, index) => spans[offset + index]?.text)),
    ).toEqual(spans.map(({ text }) => text))
  })

  it('begin with a heading where one is near, so that a section stays whole', () => {
    const spans = spansIn(`${deeds(70, 'host')}\n## The queue\n${deeds(60, 'queue')}`)
    const [first, second] = batchesOf(spans)
    expect(first?.spans).toHaveLength(70)
    expect(second?.spans[0]?.text).toBe('## The queue')
    expect(second?.spans.length).toBeLessThanOrEqual(SPANS_PER_BATCH)
  })
})
