import { describe, expect, it } from 'vitest'
import { spansOf } from '../../src/domain/evidence/evidence.ts'
import { heldAfter, withHeld } from '../../src/domain/review/held.ts'
import { evidenceOf, findingOf, goal, partOf } from './evidence-fixture.ts'
import { smallLadder } from './ladder-fixture.ts'

/** What is held of one finding on the first sentence, after an edit. */
const held = (before: string, after: string, finding = {}) =>
  heldAfter({ findings: [findingOf(finding)], goal, revision: 1 }, evidenceOf(before), 0, after)

describe('what a review found, after an edit', () => {
  it.each([
    [
      'I found the leak in the refund worker, capped its pool at 20 and paged nobody else; back to normal in 12 minutes.',
      'I found the leak in the refund worker, capped its pool at 20 and paged nobody else; errors went from 8% to 0 in 12 minutes. https://wiki.example.org/leak',
    ],
    [
      'I moved the queue to the new cluster.',
      'I moved the queue to the new cluster, which cut failed jobs from 40 to 2 a day.',
    ],
    ['I wrote the on-call guide.', 'In March I wrote the on-call guide: https://wiki.example.org/guide.'],
    [
      'I rebuilt the restore tests alone.',
      'It was slow before. I rebuilt the restore tests alone. A restore now takes 20 minutes.',
    ],
    [
      'Reviewed 14 pull requests of the new people.',
      'Reviewed 14 pull requests of the new people; two of them merge alone now.',
    ],
  ])('is held where the same deed is told with more: %s', (before, after) => {
    const all = held(before, after)
    expect(all).toMatchObject([{ competency: 'mastery', ladder: 'sre' }])
    expect(spansOf({ parts: [partOf(after)] }).map(({ start }) => start)).toContain(all[0]!.start)
  })

  it.each([
    ['I moved the queue to the new cluster.', 'I wrote the runbook for the failover and tested it twice.'],
    ['I moved the queue to the new cluster.', 'I will move the queue to the new cluster.'],
    ['I moved the queue to the new cluster.', 'ok'],
    ['I led the drill. I wrote the runbook.', 'I wrote the runbook.'],
  ])('is not held where the deed is another one, a plan, or gone: %s -> %s', (before, after) => {
    expect(held(before, after)).toEqual([])
  })

  it('is not held if the person called it wrong, if it counts against them, or if it is about older words', () => {
    const [before, after] = ['I moved the queue.', 'I moved the queue in May.']
    expect(held(before, after, { correction: { kind: 'other' } })).toEqual([])
    expect(held(before, after, { against: true })).toEqual([])
    const piece = evidenceOf(before, { revision: 3 })
    expect(heldAfter({ findings: [findingOf()], goal, revision: 2 }, piece, 0, after)).toEqual([])
    expect(heldAfter(null, piece, 0, after)).toEqual([])
  })

  it('is held over a second edit that comes before the review of the first', () => {
    const first = held('I moved the queue.', 'I moved the queue in May.')
    const piece = evidenceOf('', {
      revision: 2,
      parts: [partOf('I moved the queue in May.', { held: first })],
    })
    expect(heldAfter(null, piece, 0, 'I moved the queue in May and June.')).toEqual(first)
  })

  it('is added to what words alone find, once, and is not asked about again', () => {
    const parts = [
      partOf('I moved the queue in May.', { held: [{ start: 0, competency: 'mastery', ladder: 'sre' }] }),
    ]
    const spans = spansOf({ parts })
    const choices = [{ span: 's1', between: ['scope', 'trust'] }]
    const read = withHeld({ findings: [], choices }, parts, spans, smallLadder, goal)
    expect(read.findings).toMatchObject([
      { competency: 'mastery', spans: ['s1'], status: null, correction: null },
    ])
    expect(read.choices).toEqual([])
    expect(withHeld(read, parts, spans, smallLadder, goal)).toEqual(read)
    const other = [{ ...parts[0]!, held: [{ start: 0, competency: 'mastery', ladder: 'designers' }] }]
    expect(withHeld({ findings: [], choices }, other, spans, smallLadder, goal).findings).toEqual([])
  })
})
