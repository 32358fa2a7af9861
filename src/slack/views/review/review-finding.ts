import type { types } from '@slack/bolt'
import type { ShownReview } from '../../../coaching/replies.ts'
import { mayBeCut, type Span, unreadIn } from '../../../domain/evidence/evidence.ts'
import { kindOfSpan } from '../../../domain/evidence/evidence-kind.ts'
import { isWeakness } from '../../../domain/evidence/no-deeds.ts'
import {
  competenciesOf,
  competencyIdOf,
  competencyOf,
  expectationOf,
  type Ladder,
  saidAtCurrent,
} from '../../../domain/ladder/ladder.ts'
import type { Finding, NextStep, Question } from '../../../domain/review/review.ts'
import { isDisputed, undisputed, withoutDisputed } from '../../../domain/review/undisputed.ts'
import { italic, line, numbered, quote, richText, words } from '../rich-text.ts'
import { en } from './labels/en.ts'
import { labelsIn } from './labels/in-language.ts'
import type { ReviewLabels } from './labels/labels.ts'
import {
  type AskedAbout,
  CUT,
  correctionWords,
  cutWords,
  openWords,
  qualityWords,
  questionWords,
  STATUS_WORDS,
  secretWords,
  stepWords,
  unreadWords,
} from './review-words.ts'

/** A review with the spans that it points to, by id. */
export type DrawnReview = ShownReview & {
  readonly spans: ReadonlyMap<string, Span>
  /** In the language of the review's sentences. */
  readonly labels: ReviewLabels
}

export function shownOf(review: ShownReview): DrawnReview {
  return {
    ...review,
    review: withoutDisputed(review.review),
    spans: new Map(review.quotes.spans.map((span) => [span.id, span])),
    labels: labelsIn(review.review.language),
  }
}

export function sentence(ladder: Ladder, id: string): string {
  return expectationOf(ladder, id)?.text ?? ''
}
export function nameOf(ladder: Ladder, competency: string): string {
  return competencyOf(ladder, competency)?.name ?? competency
}

/** What the person has to know about the review: what was left out, cut, or could not be read. */
export function noticesOf({ review, evidence, quotes }: DrawnReview): string[] {
  return [
    secretWords(evidence.parts.flatMap(({ leftOut }) => leftOut)),
    review.cut ? cutWords(evidence, quotes.sentences) : '',
    mayBeCut(evidence) ? CUT : '',
    // AI reads these too, and marks each one as a plan.
    review.readBy.reader === 'offline' ? openWords(quotes.unticked) : '',
    ...unreadIn(evidence).map(({ name, state }) => unreadWords(name, state as never)),
  ].filter(Boolean)
}

/** A status in words, or what there is in place of one. */
export function standing(finding: Finding): string {
  const { status, correction } = finding
  if (isDisputed(finding)) return en.status.disputed
  return status === null
    ? correction?.kind === 'other-competency'
      ? 'placed by you'
      : 'possible match'
    : STATUS_WORDS[status]
}

/** Who said the words of a span, unless it was the person. */
const saidBy = (span: Span, { evidence }: DrawnReview): string | null =>
  evidence.parts.find(({ position }) => position === span.part)?.saidBy ?? null

/** A quote, with who said it unless it was the person. */
export function quotedWith(span: Span, shown: DrawnReview): types.RichTextBlock['elements'] {
  const author = saidBy(span, shown)
  return [...(author ? [line(words(`Said by ${author}:`))] : []), quote(span.text)]
}

const quotesOf = (finding: Finding, shown: DrawnReview, most: number): types.RichTextBlock['elements'] =>
  finding.spans.slice(0, most).flatMap((id) => {
    const span = shown.spans.get(id)
    return span ? quotedWith(span, shown) : []
  })

const WE = /\bwe\b/i

/** A whole possible match: the person's words, the nearest sentence, and what makes the words strong or thin. */
export function matchElements(
  finding: Finding,
  shown: DrawnReview,
  most: number,
): types.RichTextBlock['elements'] {
  const { ladder, review } = shown
  const { goal } = review
  const same = saidAtCurrent(ladder, goal, finding.expectation)
  const asks = same ? `${goal.current} and ${goal.target} both ask` : `${goal.target} asks`
  const saysWe = finding.spans.slice(0, most).some((id) => WE.test(shown.spans.get(id)?.text ?? ''))
  return [
    ...quotesOf(finding, shown, most),
    // The sentence with the most similar words. Nobody judged whether they do what it asks.
    line(words(`${asks}: `), italic(sentence(ladder, finding.expectation))),
    ...(finding.quality === null || isDisputed(finding)
      ? []
      : [line(words(qualityWords(finding.quality, saysWe)))]),
    ...(finding.correction === null
      ? []
      : [line(italic(correctionWords(finding.correction, review.readBy.reader)))]),
  ]
}

/**
 * Findings where something can be done now, then what holds, then what is far off, so that the most helpful come first.
 */
const USE: readonly Finding['status'][] = ['partly', "can't tell", null, 'evidenced', 'not yet']

/**
 * The findings by usefulness, and then in ladder order, so that a new review keeps its folds in place unless a status
 * changed.
 */
export function inOrder({ review, ladder }: Pick<ShownReview, 'review' | 'ladder'>): readonly Finding[] {
  const order = competenciesOf(ladder).map(({ id }) => id)
  return [...review.findings].sort(
    (a, b) =>
      USE.indexOf(a.status) - USE.indexOf(b.status) ||
      order.indexOf(a.competency) - order.indexOf(b.competency),
  )
}

/** One finding per competency that counts, in the same order. */
export function oneOfEach(review: Pick<ShownReview, 'review' | 'ladder'>): readonly Finding[] {
  const counted = undisputed(inOrder(review))
  return [...Map.groupBy(counted, ({ competency }) => competency).values()].flatMap((own) => own.slice(0, 1))
}

/** The text of a next step, without the sentence whose gap it closes. */
export function stepText(next: NextStep, { addToEntry }: Pick<ReviewLabels, 'addToEntry'> = en): string {
  return next.kind === 'written'
    ? next.text
    : next.kind === 'gap'
      ? addToEntry(next.text)
      : stepWords(next.kind)
}

/** Next steps, each with the sentence whose gap it closes, unless a finding shows it already. */
export function stepsBlock(
  steps: readonly NextStep[],
  ladder: Ladder,
  shownAlready: readonly Finding[] = [],
): types.RichTextBlock {
  return richText(
    numbered(
      steps.map((next) => {
        if (next.expectation === null) return [words(stepText(next))]
        const competency = competencyIdOf(next.expectation)
        const name = nameOf(ladder, competency)
        return [
          words(stepText(next)),
          ...(shownAlready.some((finding) => finding.competency === competency)
            ? [words(` (${name})`)]
            : [words(` (${name}: `), italic(sentence(ladder, next.expectation)), words(')')]),
        ]
      }),
    ),
  )
}

/** The text of a question, and its span if it has one. */
export type ShownQuestion = { readonly text: string; readonly about: Span | null }
export function asked(question: Question, shown: DrawnReview): ShownQuestion {
  if (question.kind === 'written') return { text: question.text, about: null }
  const about = shown.spans.get(question.span) ?? null
  return { text: questionWords(question.kind, about && askedAbout(about, shown)), about }
}

const askedAbout = (span: Span, shown: DrawnReview): AskedAbout => {
  const kind = kindOfSpan(span)
  return {
    saidBy: saidBy(span, shown),
    kind:
      kind === 'loss' && isWeakness(span.text)
        ? 'weakness'
        : kind === 'loss' || kind === 'plan'
          ? kind
          : null,
  }
}
