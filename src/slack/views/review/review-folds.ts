import type { types } from '@slack/bolt'
import { toldOf } from '../../../domain/evidence/support/owners.ts'
import { askedOf, competenciesOf } from '../../../domain/ladder/ladder.ts'
import { CHOICES_AT_ONCE } from '../../../domain/review/answer-limits.ts'
import { saysAgain } from '../../../domain/review/considerations.ts'
import type { Choice, Finding } from '../../../domain/review/review.ts'
import { either } from '../../../domain/text/in-words.ts'
import { actions, bold, bullets, button, line, quote, richText, select, words } from '../rich-text.ts'
import {
  asked,
  type DrawnReview,
  inOrder,
  matchElements,
  nameOf,
  quotedWith,
  standing,
  stepsBlock,
} from './review-finding.ts'
import { lackingIn, saidAtTop, topOf } from './review-top.ts'
import { untouchedFold } from './review-untouched.ts'
import { CONSIDERED, ROOM } from './review-words.ts'

/** A fold: a title and at most 10 blocks. */
export type Folded = { readonly title: string; readonly blocks: types.KnownBlock[]; readonly open?: boolean }

/** Other competencies in one click each, or a form if it has to say which of several sentences is meant. */
const moves = (
  { competency, spans, rather = [], correction }: Finding,
  shown: DrawnReview,
): types.Button[] => {
  const { id } = shown.evidence
  const others = rather.filter((one) => one !== correction?.before?.competency)
  return spans.length > 1 || others.length === 0
    ? [button('Move…', `review-move:${competency}`, `${id} ${competency}`)]
    : others.map((one) =>
        button(
          `Rather: ${nameOf(shown.ladder, one)}`,
          `review-finding:${one}:${competency}`,
          `${id} ${competency} rather ${one}`,
        ),
      )
}

/** The person's choices about a possible match, one click each, even after they made one. */
const verdicts = (finding: Finding, shown: DrawnReview): types.Button[] => {
  const { competency, correction } = finding
  const verdict = (label: string, said: string): types.Button =>
    button(label, `review-finding:${said}:${competency}`, `${shown.evidence.id} ${competency} ${said}`)
  const before = correction?.before?.competency
  const isPlaced = correction?.kind === 'other-competency'
  return [
    ...(isPlaced ? [] : [verdict('Looks right', 'right')]),
    ...(before ? [verdict(`Back to ${nameOf(shown.ladder, before)}`, 'back')] : []),
    ...moves(finding, shown),
    ...(correction === null || isPlaced ? [verdict('This is wrong', 'wrong')] : []),
  ]
}

const findingFold = (finding: Finding, shown: DrawnReview, quotes: number): Folded => ({
  title: `${nameOf(shown.ladder, finding.competency)}: ${standing(finding)}`,
  blocks: [
    richText(...matchElements(finding, shown, quotes)),
    actions([
      ...verdicts(finding, shown),
      button(
        'Draft this',
        `evidence-say:${finding.competency}`,
        `${shown.evidence.id} ${finding.spans[0] ?? ''}`,
      ),
    ]),
  ],
})

const waitingWords = (count: number): string =>
  `Then I’ll ask about ${count === 1 ? '1 more sentence' : `${count} more sentences`}.`

/** How many results are quoted below the sentence that is asked about. */
const MOST_TOLD = 2

/** A sentence that may belong to several competencies. The person chooses. `waiting` sentences come after it. */
const choiceFold = (
  { span, between }: Choice,
  shown: DrawnReview,
  { alone, waiting }: { readonly alone: boolean; readonly waiting: number },
): Folded[] => {
  const about = shown.spans.get(span)
  if (!about) return []
  const told = toldOf(about, shown.quotes.spans).filter(({ id }) => id !== span)
  const value = (competency: string): string => `${shown.evidence.id} ${span} ${competency}`
  return [
    {
      title: `You choose: ${either(between.map((id) => nameOf(shown.ladder, id)))}?`,
      open: alone,
      blocks: [
        // A result says what its deed was about.
        richText(...quotedWith(about, shown), ...told.slice(0, MOST_TOLD).map(({ text }) => quote(text))),
        actions([
          ...between.map((id) => button(nameOf(shown.ladder, id), `review-choose:${id}`, value(id))),
          button('None of these', 'review-choose:none', value('-')),
        ]),
        ...(waiting > 0 ? [richText(line(words(waitingWords(waiting))))] : []),
      ],
    },
  ]
}

const sentences = (count: number): string => `${count} ${count === 1 ? 'sentence' : 'sentences'}`

/** Sentences about finished work that match no competency and are not offered as a choice. The person places them. */
const unplacedFold = (drawn: DrawnReview): Folded[] => {
  const { review, ladder, quotes, spans, evidence } = drawn
  const shown = quotes.open.flatMap((id) => spans.get(id) ?? [])
  if (shown.length === 0) return []
  const more = quotes.unplaced - shown.length
  const asked = competenciesOf(ladder).filter(({ id }) => askedOf(ladder, review.goal.target, id).length > 0)
  return [
    {
      title: `Not placed yet: ${sentences(quotes.unplaced)}`,
      open: review.findings.length + review.choices.length === 0,
      blocks: [
        richText(
          line(
            words(
              `I could not tell what ${quotes.unplaced === 1 ? 'this is' : 'these are'} about. You can choose.`,
            ),
          ),
        ),
        ...shown.flatMap((span) => [
          richText(...quotedWith(span, drawn)),
          actions([
            select(
              'review-choose:place',
              'Competency',
              asked.map(({ id, name }) => ({ label: name, value: `${evidence.id} ${span.id} ${id}` })),
              null,
            ),
          ]),
        ]),
        ...(more > 0
          ? [
              richText(
                line(words(`Then I’ll show ${more === 1 ? '1 more sentence' : `${more} more sentences`}.`)),
              ),
            ]
          : []),
      ],
    },
  ]
}

/** The questions that are not at the top, with everything they are about, once each. */
const questionsFold = (shown: DrawnReview): Folded[] => {
  const { quotes } = topOf(shown)
  const all = shown.review.questions.map((question) => asked(question, shown))
  const said = new Set<string>()
  const left = all.filter((one, nth) => {
    const again = said.has(one.text)
    said.add(one.text)
    return !again && (nth > 0 || (one.about !== null && !quotes))
  })
  if (left.length === 0) return []
  return [
    {
      title:
        left.length === all.length ? (left.length === 1 ? 'The question' : 'Questions') : 'Another question',
      blocks: [
        richText(
          ...left.flatMap(({ text, about }) => [
            bullets([[words(text)]]),
            ...(about ? quotedWith(about, shown) : []),
          ]),
        ),
      ],
    },
  ]
}

const consideredFold = (shown: DrawnReview): Folded[] => {
  const { considered } = shown.review
  if (considered.length === 0) return []
  const unmet = considered.filter(({ met }) => met === false)
  const lacking = Map.groupBy(
    unmet.filter((one) => saysAgain(one) === one.kind || !unmet.some(({ kind }) => kind === saysAgain(one))),
    ({ kind }) => kind,
  )
  // What one finding lacks is not shown as present for another, nor is a complete link if any step is missing.
  const open = new Set(unmet.map(({ kind }) => kind))
  const there = new Set(
    considered.flatMap(({ kind, met }) => (met === true && !open.has(kind) ? [CONSIDERED[kind]] : [])),
  )
  return [
    {
      title: 'What promotion panels look for',
      blocks: [
        richText(
          ...(there.size > 0 && shown.quotes.only === null
            ? [line(bold('You have: '), words(`${[...there].join('; ')}.`))]
            : []),
          ...(lacking.size > 0
            ? [
                line(bold('You could add, most useful first:')),
                bullets([...lacking.values()].map((all) => [words(lackingIn(shown, all))])),
              ]
            : []),
          ...(considered.some(({ kind }) => kind === 'room') ? [line(words(ROOM))] : []),
        ),
      ],
    },
  ]
}

/** Steps that neither the top nor its question already says. */
const stepsFold = (shown: DrawnReview): Folded[] => {
  const said: ReadonlySet<string> = saidAtTop(shown)
  const { considered, nextSteps } = shown.review
  const has = (kind: string): boolean => considered.some((one) => one.kind === kind && one.met === true)
  const steps = nextSteps.filter(({ kind }) => !(said.has(kind) || has(kind)))
  return steps.length > 0
    ? [{ title: 'Next steps', blocks: [stepsBlock(steps, shown.ladder, shown.review.findings)] }]
    : []
}

/** Everything below the top, in order, with at most `quotes` quotes per competency. */
export function foldsOf(shown: DrawnReview, quotes: number): Folded[] {
  const { review } = shown
  // The strongest come first, but those that are asked about together keep their order.
  const order = [...shown.spans.keys()]
  const asking = review.choices
    .slice(0, CHOICES_AT_ONCE)
    .toSorted((a, b) => order.indexOf(a.span) - order.indexOf(b.span))
  return [
    ...inOrder(shown).map((finding) => findingFold(finding, shown, quotes)),
    ...asking.flatMap((choice, nth) =>
      choiceFold(choice, shown, {
        alone: review.findings.length === 0,
        waiting: nth === asking.length - 1 ? review.choices.length - asking.length : 0,
      }),
    ),
    ...unplacedFold(shown),
    ...stepsFold(shown),
    ...questionsFold(shown),
    ...untouchedFold(shown),
    ...consideredFold(shown),
  ]
}
