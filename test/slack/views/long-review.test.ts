import { describe, expect, it } from 'vitest'
import type { ShownReview } from '../../../src/coaching/replies.ts'
import type { Expectation, Ladder } from '../../../src/domain/ladder/ladder.ts'
import type { Review } from '../../../src/domain/review/review.ts'
import { openedView } from '../../../src/slack/views/evidence/opened.ts'
import {
  isTooLong,
  reviewView,
  shortReviewView,
  wholeReviewModal,
  wholeReviewView,
} from '../../../src/slack/views/review/review.ts'
import { shownLength } from '../../../src/slack/views/rich-text.ts'
import { evidenceOf, findingOf, reviewOf, stepOf } from '../../domain/evidence-fixture.ts'
import { smallLadder } from '../../domain/ladder-fixture.ts'
import { slackProblems, viewProblems } from '../../fakes/slack-limits.ts'
import { quotesIn } from '../../fakes/slack-person.ts'

/** What Slack takes in one message (msg_blocks_too_long), and bytes in a modal (view_too_large). */
const MOST = { shown: 13_000, bytes: 250_000 }

const sentence = (about: string, letters: number): string =>
  `I planned ${about} ${'and moved the queue '.repeat(letters / 20)}`.slice(0, letters - 1).concat('.')

/** A ladder of so many competencies, each with two sentences of the given length at L2 and L3. */
const ladderOf = (competencies: number, letters: number): Ladder => {
  const ids = Array.from({ length: competencies }, (_, nth) => `c${nth}`)
  const rows = (level: string): Record<string, Expectation[]> =>
    Object.fromEntries(
      ids.map((id) => [
        id,
        [1, 2].map((bullet) => ({
          id: `sre/${level}/${id}/${bullet}`,
          text: sentence(`${level} ${id} ${bullet}`, letters),
          bullet,
        })),
      ]),
    )
  const named = ids.map((id) => ({ id, name: `Competency ${id}`, subtitle: null, about: null }))
  return {
    ...smallLadder,
    areas: [{ id: 'all', name: 'All', competencies: named }],
    rows: { L1: {}, L2: rows('L2'), L3: rows('L3') },
  }
}

type Size = {
  readonly competencies: number
  readonly findings: number
  readonly letters: number
  readonly asks: number
}

const shownOf = (
  { competencies, findings, letters, asks }: Size,
  more: Partial<Review> = {},
): ShownReview => {
  const ladder = ladderOf(competencies, asks)
  const text = Array.from({ length: findings * 3 }, (_, nth) => sentence(`thing ${nth}`, letters)).join('\n')
  const evidence = evidenceOf(text)
  const review = reviewOf({
    standing: 'a start',
    findings: Array.from({ length: findings }, (_, nth) =>
      findingOf({
        competency: `c${nth}`,
        expectation: `sre/L3/c${nth}/1`,
        spans: [1, 2, 3].map((one) => `s${nth * 3 + one}`),
        status: 'partly',
        missing: [{ expectation: `sre/L3/c${nth}/2`, text: 'Who used it after the move.' }],
      }),
    ),
    others: ladder.areas[0]!.competencies.map(({ id }) => ({
      competency: id,
      as: 'silent' as const,
      expectation: null,
      clause: null,
      span: null,
      why: null,
    })),
    nextSteps: [1, 2, 3].map((nth) => stepOf({ text: `Write step ${nth} up.` })),
    questions: ['Who?', 'Why?'].map((question) => ({ kind: 'written' as const, text: question })),
    ...more,
  })
  // Sentences are cut at 500 letters today; views are to hold whatever is kept of them.
  const spans = text.split('\n').map((one, nth) => ({
    id: `s${nth + 1}`,
    start: nth * (letters + 1),
    end: nth * (letters + 1) + one.length,
    text: one,
    part: 0,
    line: nth,
    place: `0 ${nth}`,
    answers: null,
    saidBy: null,
  }))
  const quotes = {
    spans,
    sentences: spans.length,
    unplaced: 0,
    open: [],
    unticked: 0,
    plans: 0,
    weaknesses: 0,
    only: null,
    orders: 0,
    foreign: 0,
  }
  return { review, evidence, quotes, ladder, joinable: 'e0', hasModel: true }
}

const LARGEST: Size = { competencies: 40, findings: 8, letters: 3_000, asks: 200 }

/** Every size, each finding's words by a model and by none. */
const SIZES = [1, 8, 40].flatMap((competencies) =>
  [60, 500, 3_000].flatMap((letters) =>
    [60, 200, 600].flatMap((asks) =>
      [Math.min(1, competencies), Math.min(8, competencies), Math.min(20, competencies)].map((findings) => ({
        competencies,
        findings,
        letters,
        asks,
      })),
    ),
  ),
)
const BY_NONE = { readBy: { reader: 'offline', asked: 'none' } } as const

const offersAll = (blocks: readonly object[]): boolean => JSON.stringify(blocks).includes('review-show-all')

/** How many of the words that the findings point to a message does not quote whole. */
const missingIn = (blocks: readonly object[], { review, quotes }: ShownReview): number => {
  const quoted = new Set(quotesIn(blocks as never))
  const wanted = new Set(review.findings.flatMap(({ spans }) => spans))
  expect(wanted.size).toBe(quotes.spans.filter(({ id }) => wanted.has(id)).length)
  return quotes.spans.filter(({ id, text }) => wanted.has(id) && !quoted.has(text)).length
}

describe('a review that is too long for one message', () => {
  it.each([{}, BY_NONE])('stays within what Slack takes at every size, however it is read: %j', (more) => {
    for (const size of SIZES) {
      const shown = shownOf(size, more)
      const said = Array.from({ length: 5 }, () => 'It was not only me. '.repeat(150))
      const opened = openedView({ evidence: shown.evidence, review: shown, said }, null)
      for (const { text, blocks } of [reviewView(shown), shortReviewView(shown), opened]) {
        expect(slackProblems({ text, blocks: blocks as never }), JSON.stringify(size)).toEqual([])
        expect(shownLength(blocks), JSON.stringify(size)).toBeLessThan(MOST.shown)
      }
    }
  })

  it('opens in a window with every quote what has no room in the message', () => {
    const shown = shownOf(LARGEST)
    const { blocks } = reviewView(shown)
    expect(offersAll(blocks)).toBe(true)
    const modal = wholeReviewModal(shown)
    expect(viewProblems(modal as never)).toEqual([])
    expect(Buffer.byteLength(JSON.stringify(modal))).toBeLessThan(MOST.bytes)
    expect(shown.quotes.spans.every(({ text }) => text.length > 2_900)).toBe(true)
    expect(missingIn(blocks, shown)).toBeGreaterThan(0)
    expect(missingIn(modal.blocks, shown)).toBe(0)
    expect(JSON.stringify(modal.blocks)).toContain('Competency c39')
    // A click in a window could not be answered beside it.
    expect(JSON.stringify(modal.blocks)).not.toContain('"actions"')
  })

  it('offers to show all wherever a quote is missing, and then shows every one', () => {
    for (const size of SIZES.filter(({ findings }) => findings <= 8)) {
      const shown = shownOf(size)
      const { blocks } = reviewView(shown)
      const folded = blocks.filter(({ type }) => type === 'container')
      if (missingIn(folded, shown) > 0) expect(offersAll(blocks), JSON.stringify(size)).toBe(true)
      const all = (isTooLong(shown) ? wholeReviewModal(shown) : wholeReviewView(shown)).blocks
      expect(missingIn(all, shown), JSON.stringify(size)).toBe(0)
    }
  })

  it('offers nothing more where all of it is in the message', () => {
    const shown = shownOf({ competencies: 3, findings: 2, letters: 60, asks: 60 })
    expect(offersAll(reviewView(shown).blocks)).toBe(false)
    expect(isTooLong(shown)).toBe(false)
  })
})
