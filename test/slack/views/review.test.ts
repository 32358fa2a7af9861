import { describe, expect, it } from 'vitest'
import type { Evidence } from '../../../src/domain/evidence.ts'
import type { Review } from '../../../src/domain/review.ts'
import { cutSpans } from '../../../src/domain/spans.ts'
import { reviewView } from '../../../src/slack/views/review.ts'
import { smallLadder } from '../../domain/ladder-fixture.ts'
import { slackProblems } from '../../fakes/slack-limits.ts'

const owner = { team: 'T1', user: 'U1' }
const at = Temporal.Instant.from('2026-11-23T10:00:00Z')

const evidenceOf = (reading: string): Evidence => ({
  id: 'e1',
  owner,
  channel: 'D1',
  messageTs: '1.1',
  threadTs: '1.1',
  raw: reading,
  reading,
  files: 0,
  state: 'queued',
  receivedAt: at,
})

const reviewOf = (spans: string[], changes: Partial<Review> = {}): Review => ({
  id: 'r1',
  evidenceId: 'e1',
  owner,
  goal: { ladder: 'sre', current: 'L2', target: 'L3', by: null },
  ladderVersion: 'abcdef0123456789',
  readBy: { reader: 'model', model: 'm-1', prompt: 'p' },
  createdAt: at,
  headline: 'This shows planned work.',
  findings: [
    {
      competency: 'mastery',
      spans,
      expectation: 'sre/L3/mastery/2',
      status: 'not yet',
      why: 'You describe a plan.',
      missing: [{ expectation: 'sre/L3/mastery/1', text: 'Nothing speaks of shifts.' }],
      quality: null,
    },
  ],
  questions: [],
  nextSteps: [],
  ...changes,
})

describe('the view of a review', () => {
  it('quotes each span whole, one quote a span', () => {
    const evidence = evidenceOf('I planned the move. It took “six weeks”, <b>and</b> worked.')
    const { blocks, text } = reviewView({
      kind: 'review',
      review: reviewOf(['s1', 's2']),
      evidence,
      ladder: smallLadder,
    })
    const quotes = JSON.stringify(blocks).match(/rich_text_quote/g)
    expect(quotes).toHaveLength(2)
    for (const span of cutSpans(evidence.reading))
      expect(JSON.stringify(blocks)).toContain(JSON.stringify(span.text).slice(1, -1))
    expect(text).toBe('This shows planned work.\nMastery: not yet')
    expect(slackProblems({ text, blocks: blocks as never })).toEqual([])
  })

  it('shows fewer quotes, never shorter ones, where a message would be too long', () => {
    const long = Array.from(
      { length: 90 },
      (_, index) => `I did thing number ${index} ${'and more of it '.repeat(30)}.`,
    ).join('\n')
    const review = reviewOf([], {
      findings: ['mastery', 'scope', 'ownership'].map((competency, index) => ({
        ...reviewOf(['s1']).findings[0]!,
        competency,
        expectation: `sre/L3/${competency}/1`,
        missing: [],
        spans: [1, 2, 3].map((nth) => `s${index * 30 + nth}`),
      })),
    })
    const many = { ...review, findings: Array.from({ length: 4 }, () => review.findings).flat() }
    const { blocks } = reviewView({
      kind: 'review',
      review: many,
      evidence: evidenceOf(long),
      ladder: smallLadder,
    })
    const quotes = [
      ...JSON.stringify(blocks).matchAll(/"rich_text_quote","elements":\[\{"type":"text","text":"([^"]+)"/g),
    ].map(([, text]) => text!)
    expect(quotes.length).toBeLessThan(36)
    expect(quotes.length).toBeGreaterThan(11)
    for (const quoted of quotes) expect(long).toContain(quoted)
  })

  it('says of an offline estimate that it is one, and of a model that it can be wrong', () => {
    const said = (readBy: Review['readBy']): string =>
      JSON.stringify(
        reviewView({
          kind: 'review',
          review: reviewOf(['s1'], { readBy }),
          evidence: evidenceOf('I planned the move.'),
          ladder: smallLadder,
        }).blocks,
      )
    expect(said({ reader: 'model', model: 'm-1', prompt: 'p' })).toContain(
      'Written with AI (m-1); it can be wrong.',
    )
    expect(said({ reader: 'offline', asked: 'none' })).toContain('This is an offline estimate')
    expect(said({ reader: 'offline', asked: 'unavailable' })).toContain('gave no usable answer')
    expect(said({ reader: 'offline', asked: 'none' })).toContain('version abcdef01')
  })
})
