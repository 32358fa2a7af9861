import { type Evidence, type Span, spansOf } from '../evidence/evidence.ts'
import { deedsIn } from '../evidence/evidence-context.ts'
import { kindOfSpan } from '../evidence/evidence-kind.ts'
import { withoutAddresses } from '../evidence/evidence-quality.ts'
import { isWeakness } from '../evidence/no-deeds.ts'
import { isOrder } from '../evidence/orders-to-reader.ts'
import { ownersIn } from '../evidence/support/owners.ts'
import { CHOICES_AT_ONCE, MOST_SPANS, UNPLACED_SHOWN } from './answer-limits.ts'
import type { Review } from './review.ts'

/** What showing and correcting a review needs from the words of its piece, so that they are cut in one place only. */
export type Quotes = {
  /**
   * The spans that the review points to, with the results and proof of those deeds, and the first deeds of the piece,
   * or its first spans if it has no deeds. In the order of the piece.
   */
  readonly spans: readonly Span[]
  /** How many sentences were read. */
  readonly sentences: number
  /** How many sentences describe something done but appear in no finding and no choice. */
  readonly unplaced: number
  /** The ids of the first of these, for the person to place. */
  readonly open: readonly string[]
  /** How many sentences are plans, or name what the person wants to improve. None of them is evidence yet. */
  readonly plans: number
  readonly weaknesses: number
  /** The kind of all sentences, if they are all of one kind. */
  readonly only: 'plan' | 'weakness' | null
  /** How many items of lists have a box that is not ticked. */
  readonly unticked: number
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
    ...choices.slice(0, CHOICES_AT_ONCE).map(({ span }) => span),
    ...questions.flatMap((one) => (one.kind === 'written' ? [] : [one.span])),
    ...considered.flatMap(({ span }) => span ?? []),
  ])
}

/** Whether a span is in a finding already, or about to be placed by the person. */
export function isPlaced(id: string, { findings, choices }: Pick<Quoted, 'findings' | 'choices'>): boolean {
  return (
    findings.some(({ spans, also = [] }) => spans.includes(id) || also.includes(id)) ||
    choices.some(({ span }) => span === id)
  )
}

/** The deeds without a place. A result goes with its deed, and an answer with its question. */
const unplacedIn = (spans: readonly Span[], review: Quoted): Span[] => {
  const owners = ownersIn(spans)
  return deedsIn(spans).filter(
    ({ id, answers }) => !isPlaced(id, review) && !isPlaced(owners.get(id) ?? answers ?? '', review),
  )
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
  const owners = ownersIn(spans)
  const pointed = pointedTo(review)
  const wanted = new Set([
    ...pointed,
    ...spans.flatMap(({ id, answers }) => (pointed.has(owners.get(id) ?? answers ?? '') ? [id] : [])),
  ])
  const first = spans.filter((span) => kindOfSpan(span) === 'deed').slice(0, MOST_SPANS)
  for (const { id } of first.length > 0 ? first : spans.slice(0, MOST_SPANS)) wanted.add(id)
  const unplaced = unplacedIn(spans, review)
  const open = unplaced.slice(0, UNPLACED_SHOWN).map(({ id }) => id)
  for (const id of open) wanted.add(id)
  const planned = spans.filter((span) => kindOfSpan(span) === 'plan')
  const weaknesses = spans.filter((span) => kindOfSpan(span) === 'loss' && isWeakness(span.text)).length
  const told = spans.filter((span) => kindOfSpan(span) !== 'heading').length
  return {
    spans: spans.filter(({ id }) => wanted.has(id)),
    sentences: spans.length,
    unplaced: unplaced.length,
    open,
    unticked: new Set(spans.flatMap(({ box, place }) => (box === 'not done' ? [place] : []))).size,
    // Boxes are counted apart.
    plans: planned.filter(({ box }) => box === undefined).length,
    weaknesses,
    only: told === 0 ? null : planned.length === told ? 'plan' : weaknesses === told ? 'weakness' : null,
    orders: spans.filter(({ text }) => isOrder(text)).length,
    foreign: foreignIn(spans),
  }
}
