import { describe, expect, it } from 'vitest'
import type { ShownReview } from '../../../src/coaching/replies.ts'
import { type Evidence, spansOf } from '../../../src/domain/evidence/evidence.ts'
import { type Competency, competenciesOf, rowAsksNothingNew } from '../../../src/domain/ladder/ladder.ts'
import { quotesOf } from '../../../src/domain/review/quotes.ts'
import type { Review } from '../../../src/domain/review/review.ts'
import { reviewView } from '../../../src/slack/views/review/review.ts'
import { untouchedFold } from '../../../src/slack/views/review/review-untouched.ts'
import { evidenceOf, findingOf, reviewOf } from '../../domain/evidence-fixture.ts'
import { smallLadder } from '../../domain/ladder-fixture.ts'
import { slackProblems } from '../../fakes/slack-limits.ts'
import { quotesIn } from '../../fakes/slack-person.ts'

const shown = (
  changes: Partial<Review>,
  evidence: Evidence,
  more: Partial<ShownReview> = {},
): ShownReview => {
  const review = reviewOf({ headline: 'This shows planned work.', findings: [PLAN], ...changes })
  const quotes = quotesOf(evidence, review)
  return { review, evidence, quotes, ladder: smallLadder, joinable: null, hasModel: true, ...more }
}

const PLAN = findingOf({
  status: 'not yet',
  why: 'You describe a plan.',
  missing: [{ expectation: 'sre/L3/mastery/1', text: 'Nothing speaks of shifts.' }],
})

describe('the view of a review', () => {
  it('quotes each span whole, one quote a span', () => {
    const evidence = evidenceOf('I planned the move. It took “six weeks”, <b>and</b> worked.')
    const { blocks, text } = reviewView(shown({ findings: [{ ...PLAN, spans: ['s1', 's2'] }] }, evidence))
    expect(quotesIn(blocks)).toEqual(spansOf(evidence).map((span) => span.text))
    expect(text).toBe('Your review is ready.')
    expect(slackProblems({ text, blocks: blocks as never })).toEqual([])
  })

  it('shows fewer quotes, never shorter ones, where a message would be too long', () => {
    const long = Array.from(
      { length: 90 },
      (_, index) => `I did thing number ${index} ${'and more of it '.repeat(30)}.`,
    ).join('\n')
    const review = reviewOf({
      findings: ['mastery', 'scope', 'ownership'].map((competency, index) => ({
        ...PLAN,
        competency,
        expectation: `sre/L3/${competency}/1`,
        missing: [],
        spans: [1, 2, 3].map((nth) => `s${index * 30 + nth}`),
      })),
    })
    const many = Array.from({ length: 4 }, () => review.findings).flat()
    const { blocks } = reviewView(shown({ findings: many }, evidenceOf(long)))
    const quotes = quotesIn(blocks)
    expect(quotes.length).toBeLessThan(36)
    expect(quotes.length).toBeGreaterThan(11)
    for (const quoted of quotes) expect(long).toContain(quoted)
  })

  it('says once for several competencies who could vouch, and each missing step only once', () => {
    const lacking = (kind: 'voucher' | 'link' | 'artefact', competency: string) => ({
      kind,
      met: false,
      competency,
      span: 's1',
      link: kind === 'link' ? ('evidence' as const) : null,
    })
    const considered = [
      lacking('artefact', 'mastery'),
      lacking('link', 'mastery'),
      lacking('voucher', 'mastery'),
      lacking('voucher', 'scope'),
    ]
    const readBy = { reader: 'offline', asked: 'none' } as const
    const { blocks } = reviewView(shown({ considered, readBy }, evidenceOf('I planned the move.')))
    const folds = JSON.stringify(blocks.slice(1))
    expect(folds).toContain('Mastery and Scope: name a colleague')
    expect(folds).not.toContain('link something that shows it')
  })

  it('quotes at the top what its question is about, or its beginning if there is no room', () => {
    const top = (text: string): string =>
      JSON.stringify(
        reviewView(
          shown(
            { questions: [{ kind: 'result', span: 's1' }], readBy: { reader: 'offline', asked: 'none' } },
            evidenceOf(text),
          ),
        ).blocks[0],
      )
    const short = `I planned ${'the move and '.repeat(15)}it worked.`
    expect(top(short)).toContain(short)
    const long = `I planned ${'the move and '.repeat(36)}it worked.`
    expect(top(long)).not.toContain(long)
    expect(top(long)).toContain(`I planned ${'the move and '.repeat(3)}the …`)
  })

  it('says what it could not read or place without AI', () => {
    const said = (text: string, changes: Partial<Review>): string =>
      JSON.stringify(
        reviewView(
          shown(
            { headline: null, readBy: { reader: 'offline', asked: 'none' }, ...changes },
            evidenceOf(text),
          ),
        ).blocks,
      )
    const mixed = said('I planned the move. ' + 'เขียนคู่มือการกู้คืนระบบ', { findings: [] })
    expect(mixed).toContain('is not in English')
    expect(mixed).not.toContain('Looks right')
    const three = said('I planned the move.\nI wrote the runbook.\nI led the drill.', {})
    expect(three).toContain('Not placed yet: 2 sentences')
    expect(three).toContain('“I led the drill.”')
  })

  it('says of an offline estimate that it is one, and of a model that it can be wrong', () => {
    const said = (readBy: Review['readBy']): string =>
      JSON.stringify(reviewView(shown({ readBy }, evidenceOf('I planned the move.'))).blocks)
    expect(said({ reader: 'model', model: 'm-1', prompt: 'p' })).toContain(
      'Written by AI (m-1), which can be wrong.',
    )
    expect(said({ reader: 'offline', asked: 'none' })).toContain('No AI was used: I compared English words')
    expect(said({ reader: 'offline', asked: 'unavailable' })).toContain(
      'gave no answer I could use. I only compared English words',
    )
    expect(said({ reader: 'offline', asked: 'none' })).toContain('version abcdef01')
  })

  it('lists as new only what the next level adds', () => {
    const [said] = untouchedFold(shown({}, evidenceOf('I planned the move.')))
    const fold = JSON.stringify(said)
    const goal = { ladder: 'sre', current: 'L2', target: 'L3', by: null }
    const [same, fresh] = [true, false].map((nothing) =>
      competenciesOf(smallLadder).filter(
        ({ id }) => id !== PLAN.competency && rowAsksNothingNew(smallLadder, goal, id) === nothing,
      ),
    ) as [Competency[], Competency[]]
    expect(same.length * fresh.length).toBeGreaterThan(0)
    const [listed, after] = fold.split('L3 asks nothing new of ')
    for (const { name } of fresh) expect(listed).toContain(name)
    for (const { name } of same)
      expect([listed!.includes(name), after!.includes(name)]).toEqual([false, true])
    expect(fold).not.toContain('same as')
  })

  it('says once what it can do without AI: at the top, and in no fold', () => {
    const readBy = { reader: 'offline', asked: 'none' } as const
    for (const findings of [undefined, []]) {
      const { blocks } = reviewView(
        shown({ readBy, ...(findings ? { findings } : {}) }, evidenceOf('I planned the move.')),
      )
      const limits = /judge the level|compared? (?:English )?words|words that resemble|No AI/g
      expect(JSON.stringify(blocks[0])).toContain(
        'No AI was used: I compared English words with the ladder’s',
      )
      expect(JSON.stringify(blocks.slice(1)).match(limits)).toBeNull()
    }
  })
})
