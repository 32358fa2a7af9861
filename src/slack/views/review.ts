import type { types } from '@slack/bolt'
import type { ShownReview } from '../../coaching/replies.ts'
import { confirm } from './data.ts'
import { firstScreen } from './first-screen.ts'
import { competencyFolds, competencyTitle } from './review-competency.ts'
import { inOrder, nameOf, type Shown, shownOf, standing } from './review-finding.ts'
import { type Folded, foldsOf } from './review-folds.ts'
import { partFolds } from './review-parts.ts'
import { headlineOf, topOf } from './review-top.ts'
import { cutWords, leftOutWords, offlineWords } from './review-words.ts'
import {
  actions,
  bold,
  bullets,
  button,
  escaped,
  fold,
  footnote,
  line,
  MOST_NOTICE,
  MOST_SHOWN,
  richText,
  type Said,
  shownLength,
  words,
} from './rich-text.ts'

/** Most quotes under one competency; where a review would be too long for one message, fewer. Never cut. */
const MOST_QUOTES = 3

const foot = ({ review, ladder }: Shown): string => {
  const against = `Read against the ${ladder.name} ladder, ${review.goal.current} to ${review.goal.target}, version ${review.ladderVersion.slice(0, 8)}.`
  const byModel = review.readBy.reader === 'model'
  const by =
    review.readBy.reader === 'model'
      ? `Written with AI (${review.readBy.model}); it can be wrong.`
      : offlineWords(review.readBy.asked)
  const checked = review.partlyChecked ? 'Its sentences were checked for quotes and numbers alone. ' : ''
  return `${against} ${by} ${checked}${leftOutWords(review.leftOut, byModel)}People decide promotions.`
}

const buttons = ({ review, joinable, hasModel }: Shown): types.ActionsBlock => {
  const again =
    hasModel && review.readBy.reader === 'offline' && review.readBy.asked !== 'none'
      ? [button('Read it again with AI', 'review-again', review.evidenceId)]
      : []
  return actions([
    ...(review.findings.length > 0 ? [button('Looks right', 'review-right', review.evidenceId)] : []),
    button('This is wrong', 'review-wrong', review.evidenceId),
    ...again,
    ...(joinable
      ? [
          button('Join with the one before', 'evidence-join', `${review.evidenceId} ${joinable}`, {
            confirm: confirm(
              'Make one piece of both?',
              'Your words here are put behind those of the message before, and read together in its thread. My posts here go away. It cannot be undone.',
              'Join',
              { no: 'Leave them apart', style: 'primary' },
            ),
          }),
        ]
      : []),
    button('Delete', 'review-delete', review.evidenceId, {
      style: 'danger',
      confirm: confirm(
        'Delete this evidence?',
        'The evidence, this review and my posts about it are deleted. This cannot be undone.',
        'Delete',
      ),
    }),
  ])
}

const isByModel = ({ review }: Shown): boolean => review.readBy.reader === 'model'

/** What is said of the whole where a notification shows it: competencies, and nobody's quoted words. */
const noticeOf = (shown: Shown): string => {
  const { review, ladder } = shown
  const strongest = review.findings.find(({ status }) => status === 'evidenced' || status === 'partly')
  const says =
    strongest === undefined
      ? ''
      : `${nameOf(ladder, strongest.competency)} is ${strongest.status === 'evidenced' ? 'shown' : 'partly shown'}`
  const asks = review.questions.length > 0 ? 'I have one question' : ''
  const both = [says, asks].filter(Boolean).join(', and ')
  const text = `Your review is ready${both === '' ? '' : `: ${both}`}.`
  return text.length <= MOST_NOTICE ? text : 'Your review is ready.'
}

/** What notifications and screen readers get: the essence, and nobody's quoted words. */
const essence = (shown: Shown): string =>
  escaped(
    isByModel(shown)
      ? noticeOf(shown)
      : [headlineOf(shown), ...inOrder(shown).map(({ competency }) => nameOf(shown.ladder, competency))].join(
          '\n',
        ),
  )

/** What everybody reads, and what is behind folds. */
const screenOf = (shown: Shown): types.KnownBlock[] =>
  isByModel(shown) ? firstScreen(shown) : [topOf(shown).block]
const allFolds = (shown: Shown, quotes: number): Folded[] =>
  isByModel(shown) ? [...competencyFolds(shown, quotes), ...partFolds(shown)] : foldsOf(shown, quotes)

/** As many quotes as fit one message. */
const fitting = (build: (quotes: number) => types.KnownBlock[]): types.KnownBlock[] => {
  let blocks = build(MOST_QUOTES)
  for (let quotes = MOST_QUOTES - 1; quotes > 0 && shownLength(blocks) > MOST_SHOWN; quotes -= 1)
    blocks = build(quotes)
  return blocks
}

/** Slack takes 50 blocks, and a fold is up to three: where there would be more, the last folds share one. */
const MOST_FOLDS = 15
const withinLimit = (folds: Folded[]): Folded[] =>
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

/** A review as one message: what matters at a glance, and everything else folded under titles. */
export const reviewView = (review: ShownReview): Said => {
  const shown = shownOf(review)
  return {
    text: essence(shown),
    blocks: fitting((quotes) => [
      ...screenOf(shown),
      ...withinLimit(allFolds(shown, quotes)).map(({ title, blocks, open = false }) =>
        fold(title, blocks, open),
      ),
      footnote(foot(shown)),
      buttons(shown),
    ]),
  }
}

/** The same for a Slack that has no folds: the top, the statuses, and a button for the rest. */
export const shortReviewView = (review: ShownReview): Said => {
  const shown = shownOf(review)
  const rows = isByModel(shown)
    ? [...Map.groupBy(shown.review.findings, ({ competency }) => competency)].map(([competency, own]) => [
        words(competencyTitle(competency, own, shown)),
      ])
    : inOrder(shown).map((finding) => [
        words(`${nameOf(shown.ladder, finding.competency)} · ${standing(finding)}`),
      ])
  return {
    text: essence(shown),
    blocks: [
      ...screenOf(shown),
      ...(rows.length > 0 ? [richText(bullets(rows))] : []),
      actions([button('Show all', 'review-show-all', review.review.evidenceId)]),
      footnote(foot(shown)),
      buttons(shown),
    ],
  }
}

/** All of a review without folds, behind "Show all". */
export const wholeReviewView = (review: ShownReview): Said => {
  const shown = shownOf(review)
  return {
    text: essence(shown),
    blocks: fitting((quotes) => [
      ...screenOf(shown),
      ...allFolds(shown, quotes)
        .slice(0, 15)
        .flatMap(({ title, blocks }) => [richText(line(bold(title))), ...blocks]),
      ...(shown.review.cut ? [richText(line(words(cutWords(shown.evidence, shown.quotes.sentences))))] : []),
      footnote(foot(shown)),
    ]),
  }
}
