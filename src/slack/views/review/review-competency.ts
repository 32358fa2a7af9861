import type { types } from '@slack/bolt'
import { askedOf, asksNothingNew, expectationOf } from '../../../domain/ladder/ladder.ts'
import { wordsMeant } from '../../../domain/review/quotes.ts'
import type { Finding, Missing, Status } from '../../../domain/review/review.ts'
import { isDisputed } from '../../../domain/review/undisputed.ts'
import { actions, button, line, quote, richText, words } from '../rich-text.ts'
import { type DrawnReview, nameOf, sentence } from './review-finding.ts'
import type { Folded } from './review-folds.ts'
import { correctionWords, countWords } from './review-words.ts'

type Elements = types.RichTextBlock['elements']

/** "Partly shown", at the beginning of a sentence. */
const statusOf = ({ status, against, correction }: Finding, { labels }: DrawnReview): string => {
  if (status !== null) return labels.status[against ? 'against' : status]
  const said = correction?.kind === 'other-competency' ? labels.status.placed : labels.status.match
  return said.charAt(0).toLocaleUpperCase(labels.locale) + said.slice(1)
}

/** A ladder sentence with more words is shown by its relevant clause, if one is known. */
const LONG_SENTENCE = 16

/** "L3 asks: “...”", or that both levels ask it. */
const asksOf = (finding: Finding, { ladder, labels, review: { goal } }: DrawnReview): string => {
  const whole = sentence(ladder, finding.expectation)
  const asked = countWords(whole) > LONG_SENTENCE ? (finding.asks ?? whole) : whole
  return asksNothingNew(ladder, goal, finding.expectation)
    ? labels.bothAsk([goal.current, goal.target], asked)
    : labels.asks(goal.target, asked)
}

/** The relevant words of each span, with who said them. */
const quotesOf = (finding: Finding, { spans, evidence, labels }: DrawnReview, most: number): Elements =>
  finding.spans.slice(0, most).flatMap((id) => {
    const span = spans.get(id)
    if (!span) return []
    const author = evidence.parts.find(({ position }) => position === span.part)?.saidBy ?? null
    return [
      ...(author ? [line(words(labels.saidBy(author)))] : []),
      quote(wordsMeant(span.text, finding.clauses)),
    ]
  })

const gapOf = (
  finding: Finding,
  { ladder, labels, review: { goal } }: DrawnReview,
  missing: Missing,
): string =>
  missing.expectation === finding.expectation
    ? labels.gap(missing.text)
    : labels.gap(`${missing.text} ${labels.asks(goal.target, sentence(ladder, missing.expectation))}`)

/** Whether the question at the top already asks this. */
const isAskedAbove = (question: string, { review }: DrawnReview): boolean =>
  review.questions.some((one) => one.kind === 'written' && one.text === question)

/**
 * Only a partly shown finding shows the current level's sentence. A failure goes against one, which may be in another
 * row.
 */
const isHeldAgainst = (
  { against, status, current, competency }: Finding,
  { ladder, review: { goal } }: DrawnReview,
): boolean =>
  against ||
  status !== 'partly' ||
  !askedOf(ladder, goal.current, competency).some(({ id }) => id === current)

/** One whole finding: what the ladder asks, the person's words, why, and what is missing. */
const findingElements = (finding: Finding, shown: DrawnReview, quotes: number): Elements => {
  const { ladder, review, labels } = shown
  const { current, cap, why, question, correction } = finding
  if (correction !== null && isDisputed(finding))
    return [
      line(words(asksOf(finding, shown))),
      ...quotesOf(finding, shown, quotes),
      line(words(correctionWords(correction, review.readBy.reader))),
    ]
  const below = current === null ? '' : sentence(ladder, current)
  return [
    line(words(`${statusOf(finding, shown)}. ${asksOf(finding, shown)}`)),
    ...quotesOf(finding, shown, quotes),
    ...(below === ''
      ? []
      : [
          line(
            words(
              isHeldAgainst(finding, shown)
                ? labels.alreadyAsks(review.goal.current, below)
                : labels.showsWhat(review.goal.current, below),
            ),
          ),
        ]),
    ...(why === null ? [] : [line(words(labels.why(why)))]),
    ...(cap === null ? [] : [line(words(labels.capped[cap.reason]))]),
    ...finding.missing.map((missing) => line(words(gapOf(finding, shown, missing)))),
    ...(question === null || isAskedAbove(question, shown) ? [] : [line(words(labels.settles(question)))]),
    ...(correction === null ? [] : [line(words(correctionWords(correction, review.readBy.reader)))]),
  ]
}

/** Statuses of further sentences that the title of a partly shown row mentions. */
const OPEN = ['partly', "can't tell"] as const

/**
 * "Mastery: 1 of 5 sentences shown, 1 partly". Counts sentences of the ladder in this evidence, and never rates the
 * person.
 */
export function competencyFoldTitle(competency: string, own: readonly Finding[], shown: DrawnReview): string {
  const { ladder, review, labels } = shown
  const name = nameOf(ladder, competency)
  if (own.every(isDisputed)) return `${name}: ${labels.status.disputed}`
  if (own.every(({ status }) => status === null)) {
    const isPlaced = own.some(({ correction }) => correction?.kind === 'other-competency')
    return `${name}: ${isPlaced ? labels.status.placed : labels.status.match}`
  }
  const all = askedOf(ladder, review.goal.target, competency).length
  // In older reviews, a finding may be on an example sentence.
  const counted = own.filter(({ expectation }) => !expectationOf(ladder, expectation)?.example)
  const count = (status: Status): number => counted.filter((finding) => finding.status === status).length
  const against = own.some((finding) => finding.against)
  const isShown = count('evidenced') + count('partly') > 0
  const [rest] = isShown ? [] : counted.flatMap(({ status }) => (status === null ? [] : [status]))
  const says = [
    ...(isShown ? [labels.share(count('evidenced'), all)] : []),
    // A finding that counts against is obviously not shown.
    ...(rest !== undefined && !(against && rest === 'not yet') ? [labels.status[rest]] : []),
    ...(isShown
      ? OPEN.flatMap((status) => (count(status) > 0 ? [labels.further(status, count(status))] : []))
      : []),
    ...(against ? [labels.status.against] : []),
  ]
  return `${name}: ${says.map((one) => one.charAt(0).toLocaleLowerCase(labels.locale) + one.slice(1)).join(', ')}`
}

/** The findings of one competency, each a rich text. */
export function competencyBlocks(
  own: readonly Finding[],
  shown: DrawnReview,
  quotes: number,
): types.RichTextBlock[] {
  return own.map((finding) => richText(...findingElements(finding, shown, quotes)))
}

/** The findings by competency, the deciding one first. */
export function competencyFolds(shown: DrawnReview, quotes: number): Folded[] {
  const { review, evidence } = shown
  return [...Map.groupBy(review.findings, ({ competency }) => competency)].map(([competency, own]) => ({
    title: competencyFoldTitle(competency, own, shown),
    blocks: [
      ...competencyBlocks(own, shown, quotes),
      ...(review.draft === null && review.stories.length === 0
        ? [
            actions([
              button('Draft this', `evidence-say:${competency}`, `${evidence.id} ${own[0]?.spans[0] ?? ''}`),
            ]),
          ]
        : []),
    ],
  }))
}
