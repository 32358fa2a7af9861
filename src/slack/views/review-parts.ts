import {
  asksNothingNew,
  competenciesOf,
  competencyIdOf,
  rowAsksNothingNew,
  rowOf,
} from '../../domain/ladder.ts'
import { wordsMeant } from '../../domain/quotes.ts'
import type { NextStep } from '../../domain/review.ts'
import { ordersOffScreen, stepsOnScreen } from './first-screen.ts'
import { asked, nameOf, type Shown, stepText } from './review-finding.ts'
import type { Folded } from './review-folds.ts'
import { listed } from './review-words.ts'
import { line, numbered, quote, richText, words } from './rich-text.ts'

/** A step, and the competencies that it serves. */
const stepLine = (step: NextStep, { ladder }: Shown): string => {
  const ids = [step.expectation, ...(step.kind === 'written' ? step.also : [])].flatMap((id) =>
    id === null ? [] : [competencyIdOf(id)],
  )
  const names = [...new Set(ids)].map((id) => nameOf(ladder, id))
  return `${stepText(step)}${names.length > 0 ? ` This serves ${listed(names)}.` : ''}`
}

type Elements = Parameters<typeof richText>

const fold = (title: string, ...elements: Elements): Folded[] => [{ title, blocks: [richText(...elements)] }]

const stepsFold = (shown: Shown): Folded[] => {
  const more = shown.review.nextSteps.slice(stepsOnScreen(shown))
  return more.length === 0
    ? []
    : fold('Next steps', numbered(more.map((step) => [words(stepLine(step, shown))])))
}

const questionFold = (shown: Shown): Folded[] => {
  const more = shown.review.questions.slice(1).map((question) => asked(question, shown).text)
  return more.length === 0 ? [] : fold('Another question', ...more.map((text) => line(words(text))))
}

/** What of some spans is meant, as a quote; none where none is at hand. */
const cited = (clause: string | null, ids: readonly (string | null)[], { spans }: Shown): Elements => {
  const about = ids.flatMap((id) => (id === null ? [] : (spans.get(id) ?? [])))
  const span = about.find(({ text }) => clause !== null && text.includes(clause)) ?? about[0]
  return span === undefined ? [] : [quote(wordsMeant(span.text, [clause]))]
}

const panelFold = (shown: Shown): Folded[] => {
  const { panel } = shown.review
  const orders = ordersOffScreen(shown)
  return panel.length === 0 && orders === ''
    ? []
    : fold(
        'What a panel will ask',
        ...panel.flatMap(({ clause, spans, text }) => [...cited(clause, spans, shown), line(words(text))]),
        ...(orders === '' ? [] : [line(words(orders))]),
      )
}

const draftFold = (shown: Shown): Folded[] => {
  const { draft, stories } = shown.review
  const told = stories.flatMap(({ clause, span, lacks }) => [
    ...cited(clause, [span], shown),
    line(words(`It lacks: ${lacks}`)),
  ])
  const elements = [
    ...(told.length > 0 ? [line(words('Worth half a page each:')), ...told] : []),
    ...(told.length > 0 && draft !== null ? [line(words('The rest, in a line:'))] : []),
    ...(draft === null ? [] : [line(words(draft.text)), line(words('Only you can fill the blanks.'))]),
  ]
  return elements.length === 0 ? [] : fold('Say it like this', ...elements)
}

/** The competencies without a finding, each in one place; one that nobody spoke of was not looked at. */
const othersFold = (shown: Shown): Folded[] => {
  const { review, ladder } = shown
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
  /** What the target level asks there and the current one does not; where both ask all of it, its first sentence. */
  const newSentence = (id: string): string => {
    const row = rowOf(ladder, goal.target, id)
    return (row.find((one) => !asksNothingNew(ladder, goal, one.id)) ?? row[0])?.text ?? ''
  }
  return fold(
    'The other competencies',
    ...(touched.length > 0
      ? [
          line(words('Touched, too thin to judge:')),
          ...touched.flatMap(({ id, name }) => {
            const { clause = null, span = null, why = null } = said.get(id) ?? {}
            return [line(words(why === null ? name : `${name}: ${why}`)), ...cited(clause, [span], shown)]
          }),
        ]
      : []),
    ...(silent.length > 0
      ? [
          line(words('Nothing here on these; a case needs other pieces for them:')),
          ...silent.map(({ id, name }) => line(words(`${name}: ${goal.target} asks “${newSentence(id)}”`))),
        ]
      : []),
    ...(same.length > 0
      ? [line(words(`${goal.target} asks nothing beyond ${goal.current}: ${names(same)}.`))]
      : []),
    ...(unseen.length > 0 ? [line(words(`Not looked at: ${names(unseen)}.`))] : []),
  )
}

/** What follows the competencies of a review by a model, in its order. */
export const partFolds = (shown: Shown): Folded[] => [
  ...stepsFold(shown),
  ...questionFold(shown),
  ...panelFold(shown),
  ...draftFold(shown),
  ...othersFold(shown),
]
