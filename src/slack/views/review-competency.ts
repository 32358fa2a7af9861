import type { types } from '@slack/bolt'
import { askedOf, asksNothingNew, expectationOf } from '../../domain/ladder.ts'
import { wordsMeant } from '../../domain/quotes.ts'
import type { CapReason, Finding, Missing, Status } from '../../domain/review.ts'
import { nameOf, type Shown, sentence } from './review-finding.ts'
import type { Folded } from './review-folds.ts'
import { correctionWords, countWords, STATUS_WORDS } from './review-words.ts'
import { actions, button, line, quote, richText, words } from './rich-text.ts'

type Elements = types.RichTextBlock['elements']

/** What code found in the words where it lowered a verdict. */
const CAPPED: Readonly<Record<CapReason, string>> = {
  'no-own-part': 'I can’t tell your part yet: these words tell what the team did, or not who did it.',
  plan: 'This is a plan. It counts once it is done.',
  loss: 'This tells of something that went wrong, so it shows nothing for this sentence yet.',
  weakness: 'You name this as a weakness, so it shows nothing for this sentence yet.',
  request: 'These words ask for something; they tell of nothing done.',
  vague: 'These words name no piece of work yet, so I can’t judge it.',
  'half-row': 'Part of this sentence is still open, so I count it as partly shown.',
}

/** "Partly shown", as a sentence begins. */
const statusOf = ({ status, against, correction }: Finding): string => {
  if (status === null) return correction?.kind === 'other-competency' ? 'Placed by you' : 'Possible match'
  const said = against ? 'counts against' : STATUS_WORDS[status]
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}`
}

/** A sentence of the ladder of more words is shown by the clause that is meant, where one is. */
const LONG_SENTENCE = 16

/** "L3 asks: “...”", or that both levels do. */
const asksOf = (finding: Finding, { ladder, review: { goal } }: Shown): string => {
  const whole = sentence(ladder, finding.expectation)
  const asked = `“${countWords(whole) > LONG_SENTENCE ? (finding.asks ?? whole) : whole}”`
  return asksNothingNew(ladder, goal, finding.expectation)
    ? `${goal.current} and ${goal.target} ask: ${asked}`
    : `${goal.target} asks: ${asked}`
}

/** The words of each span that are meant, with who said them. */
const quotesOf = (finding: Finding, { spans, evidence }: Shown, most: number): Elements =>
  finding.spans.slice(0, most).flatMap((id) => {
    const span = spans.get(id)
    if (!span) return []
    const author = evidence.parts.find(({ position }) => position === span.part)?.saidBy ?? null
    return [
      ...(author ? [line(words(`Said by ${author}:`))] : []),
      quote(wordsMeant(span.text, finding.clauses)),
    ]
  })

const gapOf = (finding: Finding, { ladder, review: { goal } }: Shown, missing: Missing): string =>
  missing.expectation === finding.expectation
    ? `Gap: ${missing.text}`
    : `Gap: ${missing.text} ${goal.target} asks: “${sentence(ladder, missing.expectation)}”`

/** The question at the top is not asked again. */
const isAskedAbove = (question: string, { review }: Shown): boolean =>
  review.questions.some((one) => one.kind === 'written' && one.text === question)

/** Only what is partly shown shows the current level's sentence; a failure goes against one, and it may be of another row. */
const isHeldAgainst = (
  { against, status, current, competency }: Finding,
  { ladder, review: { goal } }: Shown,
): boolean =>
  against ||
  status !== 'partly' ||
  !askedOf(ladder, goal.current, competency).some(({ id }) => id === current)

/** One finding whole: what the ladder asks, the person's words, why, what is missing. */
const findingElements = (finding: Finding, shown: Shown, quotes: number): Elements => {
  const { ladder, review } = shown
  const { current, cap, why, question, correction } = finding
  const below = current === null ? '' : `“${sentence(ladder, current)}”`
  return [
    line(words(`${statusOf(finding)}. ${asksOf(finding, shown)}`)),
    ...quotesOf(finding, shown, quotes),
    ...(below === ''
      ? []
      : [
          line(
            words(
              isHeldAgainst(finding, shown)
                ? `${review.goal.current} already asks: ${below}`
                : `These words show what ${review.goal.current} asks: ${below}`,
            ),
          ),
        ]),
    ...(why === null ? [] : [line(words(`Why: ${why}`))]),
    ...(cap === null ? [] : [line(words(CAPPED[cap.reason]))]),
    ...finding.missing.map((missing) => line(words(gapOf(finding, shown, missing)))),
    ...(question === null || isAskedAbove(question, shown)
      ? []
      : [line(words(`What would settle it: ${question}`))]),
    ...(correction === null ? [] : [line(words(correctionWords(correction)))]),
  ]
}

/** "Mastery: 1 of 5 sentences shown, 1 partly": sentences of the ladder in this evidence, never of the person. */
export const competencyTitle = (competency: string, own: readonly Finding[], shown: Shown): string => {
  const { ladder, review } = shown
  if (own.every(({ status }) => status === null))
    return `${nameOf(ladder, competency)}: ${own.some(({ correction }) => correction?.kind === 'other-competency') ? 'placed by you' : 'a possible match'}`
  const all = askedOf(ladder, review.goal.target, competency).length
  // A review of before examples were told apart may have findings on one.
  const counted = own.filter(({ expectation }) => !expectationOf(ladder, expectation)?.example)
  const count = (status: Status): number => counted.filter((finding) => finding.status === status).length
  const [partly, open] = [count('partly'), count("can't tell")]
  return [
    `${nameOf(ladder, competency)}: ${count('evidenced')} of ${all} ${all === 1 ? 'sentence' : 'sentences'} shown`,
    ...(partly > 0 ? [`${partly} partly`] : []),
    ...(open > 0 ? [`${open} can’t tell yet`] : []),
    ...(own.some(({ against }) => against) ? ['counts against'] : []),
  ].join(', ')
}

/** The findings of one competency, each a rich text. */
export const competencyBlocks = (
  own: readonly Finding[],
  shown: Shown,
  quotes: number,
): types.RichTextBlock[] => own.map((finding) => richText(...findingElements(finding, shown, quotes)))

/** The findings of each competency, the deciding one first. */
export const competencyFolds = (shown: Shown, quotes: number): Folded[] => {
  const { review, evidence } = shown
  return [...Map.groupBy(review.findings, ({ competency }) => competency)].map(([competency, own]) => ({
    title: competencyTitle(competency, own, shown),
    blocks: [
      ...competencyBlocks(own, shown, quotes),
      ...(review.draft === null && review.stories.length === 0
        ? [
            actions([
              button(
                'Show me how to say it',
                `evidence-say:${competency}`,
                `${evidence.id} ${own[0]?.spans[0] ?? ''}`,
              ),
            ]),
          ]
        : []),
    ],
  }))
}
