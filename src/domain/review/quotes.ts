import { type Evidence, type Span, spansOf } from '../evidence/evidence.ts'
import { deedsIn } from '../evidence/evidence-context.ts'
import { kindOf } from '../evidence/evidence-kind.ts'
import { withoutAddresses } from '../evidence/evidence-quality.ts'
import { isOrder } from '../evidence/orders-to-reader.ts'
import { MOST_SPANS } from './answer-limits.ts'
import type { Review } from './review.ts'

/** What showing and correcting a review needs from the words of its piece, so that they are cut in one place only. */
export type Quotes = {
  /**
   * The spans that the review points to, and the first deeds of the piece, or its first spans if it has no deeds. In
   * the order of the piece.
   */
  readonly spans: readonly Span[]
  /** How many sentences were read. */
  readonly sentences: number
  /** How many sentences describe something done but appear in no finding and no choice. */
  readonly unplaced: number
  /** How many sentences tell the reader what to find or say. */
  readonly orders: number
  /** The share of letters outside the Latin script, from 0 to 1. */
  readonly foreign: number
}

/** The parts of a review that point to spans. */
export type Quoted = Pick<
  Review,
  'findings' | 'others' | 'panel' | 'stories' | 'choices' | 'questions' | 'considered' | 'cut'
>

/**
 * The part of a span that is meant: a clause that occurs in it letter by letter, else the whole span. The reader saw
 * hidden names and pronouns, so its clause may differ from the original and then is not a quote.
 */
export function wordsMeant(text: string, clauses: readonly (string | null)[]): string {
  return clauses.find((clause) => clause !== null && text.includes(clause)) ?? text
}

const pointedTo = (review: Quoted): Set<string> => {
  const { findings, others, panel, stories, choices, questions, considered } = review
  return new Set([
    ...findings.flatMap(({ spans }) => spans),
    ...others.flatMap(({ span }) => span ?? []),
    ...panel.flatMap(({ spans }) => spans),
    ...stories.map(({ span }) => span),
    ...choices.map(({ span }) => span),
    ...questions.flatMap((one) => (one.kind === 'written' ? [] : [one.span])),
    ...considered.flatMap(({ span }) => span ?? []),
  ])
}

const lengthOf = (text: string, stretches: RegExp): number =>
  [...text.matchAll(stretches)].reduce((sum, { 0: stretch }) => sum + stretch.length, 0)

const foreignIn = (spans: readonly Span[]): number => {
  let [letters, latin] = [0, 0]
  for (const span of spans) {
    const text = withoutAddresses(span.text)
    letters += lengthOf(text, /\p{L}+/gu)
    latin += lengthOf(text, /[\p{L}&&\p{Script=Latin}]+/gv)
  }
  return letters === 0 ? 0 : 1 - latin / letters
}

/** The quotes of a review. Its `cut` says how much of the piece was read. */
export function quotesOf(evidence: Pick<Evidence, 'parts'>, review: Quoted): Quotes {
  const spans = spansOf(evidence, review.cut)
  const wanted = pointedTo(review)
  const first = spans.filter(({ text }) => kindOf(text) === 'deed').slice(0, MOST_SPANS)
  for (const { id } of first.length > 0 ? first : spans.slice(0, MOST_SPANS)) wanted.add(id)
  const placed = new Set([
    ...review.findings.flatMap((finding) => finding.spans),
    ...review.choices.map(({ span }) => span),
  ])
  return {
    spans: spans.filter(({ id }) => wanted.has(id)),
    sentences: spans.length,
    unplaced: deedsIn(spans).filter(({ id }) => !placed.has(id)).length,
    orders: spans.filter(({ text }) => isOrder(text)).length,
    foreign: foreignIn(spans),
  }
}
