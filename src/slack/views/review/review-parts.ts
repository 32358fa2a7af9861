import {
  asksNothingNew,
  competenciesOf,
  competencyIdOf,
  rowAsksNothingNew,
  rowOf,
} from '../../../domain/ladder/ladder.ts'
import { wordsMeant } from '../../../domain/review/quotes.ts'
import type { NextStep } from '../../../domain/review/review.ts'
import { listed } from '../../../domain/text/in-words.ts'
import { bold, line, numbered, quote, richText, words } from '../rich-text.ts'
import { isQuestionOnScreen, stepsOnScreen } from './first-screen.ts'
import { asked, type DrawnReview, nameOf, stepText } from './review-finding.ts'
import type { Folded } from './review-folds.ts'

/** A step, and the competencies that it serves. */
const stepLine = (step: NextStep, { ladder, labels }: DrawnReview): string => {
  const ids = [step.expectation, ...(step.kind === 'written' ? step.also : [])].flatMap((id) =>
    id === null ? [] : [competencyIdOf(id)],
  )
  const names = [...new Set(ids)].map((id) => nameOf(ladder, id))
  return `${stepText(step, labels)}${names.length > 0 ? ` ${labels.serves(listed(names, labels.locale))}` : ''}`
}

type Elements = Parameters<typeof richText>

const textFold = (title: string, ...elements: Elements): Folded[] => [
  { title, blocks: [richText(...elements)] },
]

const stepsFold = (shown: DrawnReview): Folded[] => {
  const more = shown.review.nextSteps.slice(stepsOnScreen(shown))
  return more.length === 0
    ? []
    : textFold(shown.labels.nextSteps, numbered(more.map((step) => [words(stepLine(step, shown))]))).map(
        (one) => ({
          ...one,
          open: true,
        }),
      )
}

const questionFold = (shown: DrawnReview): Folded[] => {
  const more = shown.review.questions
    .slice(isQuestionOnScreen(shown) ? 1 : 0)
    .map((question) => asked(question, shown).text)
  return more.length === 0
    ? []
    : textFold(shown.labels.anotherQuestion, ...more.map((text) => line(words(text))))
}

/** The relevant part of some spans, as a quote, or nothing without a span. */
const cited = (clause: string | null, ids: readonly (string | null)[], { spans }: DrawnReview): Elements => {
  const about = ids.flatMap((id) => (id === null ? [] : (spans.get(id) ?? [])))
  const span = about.find(({ text }) => clause !== null && text.includes(clause)) ?? about[0]
  return span === undefined ? [] : [quote(wordsMeant(span.text, [clause]))]
}

const panelFold = (shown: DrawnReview): Folded[] => {
  const { panel } = shown.review
  return panel.length === 0
    ? []
    : textFold(
        shown.labels.panel,
        ...panel.flatMap(({ clause, spans, note, text }) => [
          ...cited(clause, spans, shown),
          line(
            ...(note === null ? [] : [words(text === null ? note : `${note} `)]),
            ...(text === null ? [] : [bold(text)]),
          ),
        ]),
      )
}

const draftFold = (shown: DrawnReview): Folded[] => {
  const { labels } = shown
  const { draft, stories } = shown.review
  const told = stories.flatMap(({ clause, span, lacks }) => [
    ...cited(clause, [span], shown),
    line(words(labels.lacks(lacks))),
  ])
  const elements = [
    ...(told.length > 0 ? [line(words(labels.halfPage)), ...told] : []),
    ...(told.length > 0 && draft !== null ? [line(words(labels.rest))] : []),
    ...(draft === null ? [] : [line(words(draft.text)), line(words(labels.blanks))]),
  ]
  return elements.length === 0 ? [] : textFold(labels.draft, ...elements)
}

/** The competencies without a finding, once each. One that the reader did not mention was not looked at. */
const othersFold = (shown: DrawnReview): Folded[] => {
  const { review, ladder, labels } = shown
  const { goal } = review
  const found = new Set(review.findings.map(({ competency }) => competency))
  const left = competenciesOf(ladder).filter(({ id }) => !found.has(id))
  if (left.length === 0) return []
  const said = new Map(review.others.map((other) => [other.competency, other]))
  const touched = left.filter(({ id }) => said.get(id)?.as === 'touched')
  const rest = left.filter((one) => !touched.includes(one))
  const same = rest.filter(({ id }) => rowAsksNothingNew(ladder, goal, id))
  const silent = rest.filter((one) => !same.includes(one) && said.get(one.id)?.as === 'silent')
  const unseen = rest.filter((one) => !same.includes(one) && !silent.includes(one))
  const names = (all: readonly { name: string }[]): string => all.map(({ name }) => name).join(', ')
  /**
   * What the target level asks there: the sentence that is meant, or else the first that is not at the current level.
   */
  const newSentence = (id: string): string => {
    const row = rowOf(ladder, goal.target, id)
    const meant = row.find((one) => one.id === said.get(id)?.expectation)
    return (meant ?? row.find((one) => !asksNothingNew(ladder, goal, one.id)) ?? row[0])?.text ?? ''
  }
  return textFold(
    labels.others,
    ...(touched.length > 0
      ? [
          line(words(labels.touched)),
          ...touched.flatMap(({ id, name }) => {
            const { clause = null, span = null, why = null } = said.get(id) ?? {}
            return [
              line(
                words(
                  `${name}: ${[why ?? '', labels.asks(goal.target, newSentence(id))].filter(Boolean).join(' ')}`,
                ),
              ),
              ...cited(clause, [span], shown),
            ]
          }),
        ]
      : []),
    ...(silent.length > 0
      ? [
          line(words(labels.silent(goal.target))),
          ...silent.map(({ id, name }) =>
            line(words([`${name}: “${newSentence(id)}”`, said.get(id)?.why ?? ''].filter(Boolean).join(' '))),
          ),
        ]
      : []),
    ...(same.length > 0 ? [line(words(labels.nothingBeyond(goal.target, goal.current, names(same))))] : []),
    ...(unseen.length > 0 ? [line(words(labels.notLookedAt(names(unseen))))] : []),
  )
}

/** For a list, the most helpful thing is which lines to deepen. */
const isList = ({ review }: DrawnReview): boolean => review.stories.length > 0

/** The most helpful parts, before the competencies: what to do, and where the text would be tested. */
export function partsBefore(shown: DrawnReview): Folded[] {
  return [
    ...stepsFold(shown),
    ...(isList(shown) ? draftFold(shown).map((one) => ({ ...one, open: true })) : []),
    ...panelFold(shown),
  ]
}

/** The parts after the competencies, in order. */
export function partsAfter(shown: DrawnReview): Folded[] {
  return [...(isList(shown) ? [] : draftFold(shown)), ...questionFold(shown), ...othersFold(shown)]
}
