import type { types } from '@slack/bolt'
import type { ShownReview } from '../../coaching/replies.ts'
import type { Span } from '../../domain/evidence.ts'
import {
  competenciesOf,
  competencyOf,
  expectationOf,
  type Ladder,
  levelOf,
  saidAtCurrent,
} from '../../domain/ladder.ts'
import type { Finding, NextStep, Question } from '../../domain/review.ts'
import { levelName } from './ladder.ts'
import { correctionWords, qualityWords, questionWords, statusMark, stepWords } from './review-words.ts'
import { bold, bullets, italic, line, numbered, quote, richText, words } from './rich-text.ts'

/** A review and the spans that it points to by their ids. */
export type Shown = ShownReview & { readonly spans: ReadonlyMap<string, Span> }

export const shownOf = (review: ShownReview): Shown => ({
  ...review,
  spans: new Map(review.quotes.spans.map((span) => [span.id, span])),
})

export const sentence = (ladder: Ladder, id: string): string => expectationOf(ladder, id)?.text ?? ''
export const nameOf = (ladder: Ladder, competency: string): string =>
  competencyOf(ladder, competency)?.name ?? competency

/** "Senior SRE (L3)", or the id of a level that the ladder no longer has. */
export const levelNamed = (ladder: Ladder, id: string): string => {
  const level = levelOf(ladder, id)
  return level ? levelName(level) : id
}

/** A status in words; without one, that none was given. */
export const standing = ({ status, correction }: Finding): string =>
  status === null
    ? correction?.kind === 'other-competency'
      ? 'placed by you, level not assessed'
      : 'level not assessed'
    : statusMark(status)

/** Who said the words of a span, where it was not the person. */
const saidBy = (span: Span, { evidence }: Shown): string | null =>
  evidence.parts.find(({ position }) => position === span.part)?.saidBy ?? null

/** The quotes of a finding, each with who said it. */
const quotesOf = (finding: Finding, shown: Shown, most: number): types.RichTextBlock['elements'] =>
  finding.spans.slice(0, most).flatMap((id) => {
    const span = shown.spans.get(id)
    if (!span) return []
    const author = saidBy(span, shown)
    return [...(author ? [line(words(`Said by ${author}:`))] : []), quote(span.text)]
  })

/** One finding whole: the person's words, what the ladder says at both levels, why, what is missing. */
export const findingElements = (
  finding: Finding,
  shown: Shown,
  most: number,
): types.RichTextBlock['elements'] => {
  const { ladder, review } = shown
  const { goal } = review
  const target = levelNamed(ladder, goal.target)
  const same = saidAtCurrent(ladder, goal, finding.expectation)
  // Words that match are near to a sentence; what it asks of them nobody has judged.
  const near = finding.status === null
  return [
    ...quotesOf(finding, shown, most),
    ...(finding.current
      ? [
          line(words(`This shows what ${goal.current} says: `), italic(sentence(ladder, finding.current))),
          line(words(`${goal.target} asks: `), italic(sentence(ladder, finding.expectation))),
        ]
      : [
          line(
            words(
              near
                ? `Closest sentence ${same ? `(the same at ${goal.current} and ${goal.target})` : `in ${target}`}: `
                : same
                  ? `${goal.current} and ${goal.target} both say: `
                  : `${target} says: `,
            ),
            italic(sentence(ladder, finding.expectation)),
          ),
        ]),
    ...(finding.why === null ? [] : [line(words(finding.why))]),
    ...(finding.question === null ? [] : [line(bold('What would settle it: '), words(finding.question))]),
    ...(finding.quality === null ? [] : [line(words(qualityWords(finding.quality)))]),
    ...(finding.correction === null ? [] : [line(italic(correctionWords(finding.correction)))]),
    ...(finding.missing.length === 0
      ? []
      : [
          line(words('Missing:')),
          bullets(
            finding.missing.map((missing) =>
              missing.expectation === finding.expectation
                ? [words(missing.text)]
                : [words(`${missing.text} The ladder: `), italic(sentence(ladder, missing.expectation))],
            ),
          ),
        ]),
  ]
}

/** Where one can do something now, then what holds, then what is far: so a person reads what helps them first. */
const USE: readonly Finding['status'][] = ['partly', "can't tell", null, 'evidenced', 'not yet']

/**
 * The findings in the order of their use, and in the ladder's where that is the same: a review that is read again
 * keeps its folds where they were unless a status moved.
 */
export const inOrder = ({ review, ladder }: Pick<ShownReview, 'review' | 'ladder'>): readonly Finding[] => {
  const order = competenciesOf(ladder).map(({ id }) => id)
  return [...review.findings].sort(
    (a, b) =>
      USE.indexOf(a.status) - USE.indexOf(b.status) ||
      order.indexOf(a.competency) - order.indexOf(b.competency),
  )
}

/** The competency that an expectation is one of, by its id. */
const competencyOfExpectation = (ladder: Ladder, id: string): string | undefined =>
  competenciesOf(ladder).find((competency) => id.split('/').at(-2) === competency.id)?.id

/** What a next step says, without the sentence whose gap it closes. */
export const stepText = (next: NextStep): string =>
  next.kind === 'written' || next.kind === 'gap' ? next.text : stepWords(next.kind)

/** Next steps, each with the sentence whose gap it closes where no finding shows it already. */
export const stepsBlock = (
  steps: readonly NextStep[],
  ladder: Ladder,
  shownAlready: readonly Finding[] = [],
): types.RichTextBlock =>
  richText(
    numbered(
      steps.map((next) => {
        if (next.expectation === null) return [words(stepText(next))]
        const competency = competencyOfExpectation(ladder, next.expectation)
        const name = competency === undefined ? '' : nameOf(ladder, competency)
        return [
          words(stepText(next)),
          ...(shownAlready.some((finding) => finding.competency === competency)
            ? [words(` (${name})`)]
            : [words(` (${name}: `), italic(sentence(ladder, next.expectation)), words(')')]),
        ]
      }),
    ),
  )

/** What a question says, and the span that it is about, if it is about one. */
export type Asked = { readonly text: string; readonly about: Span | null }
export const asked = (question: Question, shown: Shown): Asked =>
  question.kind === 'written'
    ? { text: question.text, about: null }
    : { text: questionWords(question.kind), about: shown.spans.get(question.span) ?? null }
