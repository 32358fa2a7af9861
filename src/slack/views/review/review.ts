import type { types } from '@slack/bolt'
import type { ShownReview } from '../../../coaching/replies.ts'
import { undisputed } from '../../../domain/review/undisputed.ts'
import {
  actions,
  bold,
  bullets,
  button,
  confirm,
  escaped,
  fold,
  footnote,
  line,
  MOST_NOTICE,
  richText,
  type Said,
  select,
  words,
} from '../rich-text.ts'
import { answeredBlock, answersNudge, answerTop } from './answer-top.ts'
import { firstScreen } from './first-screen.ts'
import { competencyFolds, competencyFoldTitle } from './review-competency.ts'
import { type DrawnReview, inOrder, nameOf, shownOf, standing } from './review-finding.ts'
import { type Fits, type Fitted, fitsMessage, fitsModal, fitted } from './review-fit.ts'
import { type Folded, foldsOf } from './review-folds.ts'
import { partsAfter, partsBefore } from './review-parts.ts'
import { topOf } from './review-top.ts'
import { cutWords, leftOutWords } from './review-words.ts'

const foot = ({ review, ladder }: DrawnReview): string => {
  const against =
    `Compared with the ${ladder.name} ladder, ${review.goal.current} to ${review.goal.target}, ` +
    `version ${review.ladderVersion.slice(0, 8)}.`
  // What a review without AI can do is at its top.
  if (review.readBy.reader === 'offline') return `${against} People decide promotions.`
  const by = `Written by AI (${review.readBy.model}), which can be wrong.`
  const checked = review.partlyChecked ? 'I could only check its quotes and numbers. ' : ''
  return `${against} ${by} ${checked}${leftOutWords(review.leftOut)}People decide promotions.`
}

const showAll = (evidenceId: string): types.Button =>
  button('Show full review', 'review-show-all', evidenceId)

/**
 * "This is wrong" at the foot. Without AI, it says in one choice what the button of a match says, for people who look
 * for it there. A review by AI is wrong in more ways than one, so its button opens the form.
 */
const wrongs = (shown: DrawnReview): (types.Button | types.StaticSelect)[] => {
  const { review, ladder } = shown
  const said = inOrder(shown)
    .filter(({ correction }) => correction === null || correction.kind === 'other-competency')
    .map(({ competency }) => ({
      label: nameOf(ladder, competency),
      value: `${review.evidenceId} ${competency} wrong`,
    }))
  if (isByModel(shown) || said.length === 0)
    return [button('This is wrong', 'review-wrong', review.evidenceId)]
  return [
    // Slack keeps what a menu was set to as long as its name stays.
    select(`review-wrong:${said.length}`, 'This is wrong', [
      ...said,
      { label: 'Something else…', value: review.evidenceId },
    ]),
  ]
}

const buttons = (shown: DrawnReview, left: boolean): types.ActionsBlock => {
  const { review, joinable, hasModel } = shown
  const again =
    hasModel && review.readBy.reader === 'offline' && review.readBy.asked !== 'none'
      ? [button('Review with AI', 'review-again', review.evidenceId)]
      : []
  return actions([
    ...(left ? [showAll(review.evidenceId)] : []),
    ...(undisputed(review.findings).length > 0
      ? [button('Looks right', 'review-right', review.evidenceId)]
      : []),
    ...wrongs(shown),
    ...again,
    // An answer to one question does not belong to another message.
    ...(joinable && !answersNudge(shown)
      ? [
          button('Join with previous', 'evidence-join', `${review.evidenceId} ${joinable}`, {
            confirm: confirm(
              'Join with previous?',
              'I’ll add this to your previous message, review both there ' +
                'and delete my posts in this thread. You can’t undo this.',
              'Join',
              { no: 'Keep separate', style: 'primary' },
            ),
          }),
        ]
      : []),
    button('Delete', 'review-delete', review.evidenceId, {
      style: 'danger',
      confirm: confirm(
        'Delete this entry?',
        'This deletes the entry, its review and my posts about it. You can’t undo this.',
        'Delete',
      ),
    }),
  ])
}

const isByModel = ({ review }: DrawnReview): boolean => review.readBy.reader === 'model'

/** "3 possible matches": what matching words found, or empty if nothing. */
const matchesOf = ({ review }: DrawnReview): string => {
  const { length } = undisputed(review.findings)
  return length === 0 ? '' : `${length} possible ${length === 1 ? 'match' : 'matches'}`
}

/** The strongest competency with its status, or empty if none is shown. */
const strongestOf = ({ review, ladder }: DrawnReview): string => {
  const strongest = undisputed(review.findings).find(
    ({ status }) => status === 'evidenced' || status === 'partly',
  )
  return strongest === undefined
    ? ''
    : `${nameOf(ladder, strongest.competency)} is ${strongest.status === 'evidenced' ? 'shown' : 'partly shown'}`
}

/** The notification's summary: the findings, without anyone's words. */
const noticeOf = (shown: DrawnReview): string => {
  const { review } = shown
  const byModel = isByModel(shown)
  const isEmpty = undisputed(review.findings).length === 0
  if (!byModel && isEmpty && shown.quotes.only !== null)
    return 'I found nothing to match yet. Tell me when it is done.'
  if (!byModel && isEmpty) return 'I found no clear match yet. One more sentence from you would help.'
  const says = byModel ? strongestOf(shown) : matchesOf(shown)
  const asks = review.questions.length > 0 ? 'I have one question' : ''
  const both = [says, asks].filter(Boolean).join(', and ')
  const text = `Your review is ready${both === '' ? '' : `: ${both}`}.`
  return text.length <= MOST_NOTICE ? text : 'Your review is ready.'
}

/** The text for notifications and screen readers: the essence, and nobody's words. */
const essence = (shown: DrawnReview): string => escaped(noticeOf(shown))

/** What is visible, and what is behind folds. */
const screenOf = (shown: DrawnReview): types.KnownBlock[] =>
  isByModel(shown) ? firstScreen(shown) : [topOf(shown).block]
const allFolds = (shown: DrawnReview, quotes: number): Folded[] =>
  isByModel(shown)
    ? [...partsBefore(shown), ...competencyFolds(shown, quotes), ...partsAfter(shown)]
    : foldsOf(shown, quotes)

/** Slack takes 50 blocks, and a fold is up to three. If there are more folds, the last ones share one. */
const MOST_FOLDS = 15
const withinLimit = (folds: readonly Folded[]): readonly Folded[] =>
  folds.length <= MOST_FOLDS
    ? folds
    : [
        ...folds.slice(0, MOST_FOLDS - 1),
        {
          title: 'More',
          blocks: [
            richText(
              ...folds
                .slice(MOST_FOLDS - 1)
                .flatMap(({ title, blocks }) => [
                  line(bold(title)),
                  ...blocks.flatMap((block) => (block.type === 'rich_text' ? block.elements : [])),
                ]),
            ),
          ],
        },
      ]

/** The competencies with their statuses, a line each. */
const statuses = (shown: DrawnReview): types.RichTextBlock[] => {
  const rows = isByModel(shown)
    ? [...Map.groupBy(shown.review.findings, ({ competency }) => competency)].map(([competency, own]) => [
        words(competencyFoldTitle(competency, own, shown)),
      ])
    : inOrder(shown).map((finding) => [
        words(`${nameOf(shown.ladder, finding.competency)}: ${standing(finding)}`),
      ])
  return rows.length > 0 ? [richText(bullets(rows))] : []
}

/** The review of an answer to a nudge: two lines, and the rest in one fold, because the answer is as short. */
const answerView = (shown: DrawnReview): Said => ({
  text: essence(shown),
  blocks: [
    answerTop(shown),
    fold(shown.labels.whole, [answeredBlock(shown), ...screenOf(shown), ...statuses(shown)]),
    footnote(foot(shown)),
    buttons(shown, true),
  ],
})

/** A review as one message: the essentials at a glance, the rest in folds, and a button for what does not fit. */
export function reviewView(review: ShownReview): Said {
  const shown = shownOf(review)
  if (answersNudge(shown)) return answerView(shown)
  const folds = (quotes: number): Folded[] => allFolds(shown, quotes)
  const build = (some: readonly Folded[], left: boolean): types.KnownBlock[] => [
    ...screenOf(shown),
    ...withinLimit(some).map(({ title, blocks, open = false }) => fold(title, blocks, open)),
    footnote(foot(shown)),
    buttons(shown, left),
  ]
  return { text: essence(shown), blocks: fitted(shown, folds, build, fitsMessage).blocks }
}

/** The same for a Slack without folds: the top, the statuses, and a button for the rest. */
export function shortReviewView(review: ShownReview): Said {
  const shown = shownOf(review)
  return {
    text: essence(shown),
    blocks: [
      ...(answersNudge(shown) ? [answerTop(shown)] : screenOf(shown)),
      ...statuses(shown),
      actions([showAll(review.review.evidenceId)]),
      footnote(foot(shown)),
      buttons(shown, false),
    ],
  }
}

const wholeOf = (shown: DrawnReview, fits: Fits): Fitted => {
  const build = (some: readonly Folded[]): types.KnownBlock[] => [
    ...screenOf(shown),
    ...some.flatMap(({ title, blocks }) => [richText(line(bold(title))), ...blocks]),
    ...(shown.review.cut ? [richText(line(words(cutWords(shown.evidence, shown.quotes.sentences))))] : []),
    footnote(foot(shown)),
  ]
  return fitted(shown, (quotes) => allFolds(shown, quotes), build, fits)
}

/** A whole review without folds, as far as it fits one message. */
export function wholeReviewView(review: ShownReview): Said {
  const shown = shownOf(review)
  return { text: essence(shown), blocks: wholeOf(shown, fitsMessage).blocks }
}

/** Whether a review is too long for one message. */
export function isTooLong(review: ShownReview): boolean {
  return wholeOf(shownOf(review), fitsMessage).left
}

/** A whole review in a modal, which holds more than a message. Without buttons, because clicks there get no answer. */
export function wholeReviewModal(review: ShownReview): types.ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: 'Your review' },
    close: { type: 'plain_text', text: 'Close' },
    blocks: wholeOf(shownOf(review), fitsModal).blocks.filter(({ type }) => type !== 'actions'),
  }
}
