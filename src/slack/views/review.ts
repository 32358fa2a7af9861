import type { types } from '@slack/bolt'
import type { ShownReview } from '../../coaching/replies.ts'
import { competenciesOf } from '../../domain/ladder.ts'
import type { Choice, Finding } from '../../domain/review.ts'
import { confirm } from './data.ts'
import {
  asked,
  findingElements,
  inOrder,
  nameOf,
  type Shown,
  shownOf,
  standing,
  stepsBlock,
} from './review-finding.ts'
import { headlineOf, topBlock } from './review-top.ts'
import { CONSIDERED, leftOutWords, offlineWords } from './review-words.ts'
import {
  actions,
  bold,
  bullets,
  button,
  escaped,
  fold,
  footnote,
  line,
  MOST_SHOWN,
  quote,
  richText,
  type Said,
  shownLength,
  words,
} from './rich-text.ts'

/** Most quotes under one competency; where a review would be too long for one message, fewer. Never cut. */
const MOST_QUOTES = 3

/** What stands under a title that folds. Most in one fold: 10 blocks. */
type Folded = { readonly title: string; readonly blocks: types.KnownBlock[]; readonly open?: boolean }

const findingFold = (finding: Finding, shown: Shown, quotes: number): Folded => ({
  title: `${nameOf(shown.ladder, finding.competency)} · ${standing(finding)}`,
  blocks: [
    richText(...findingElements(finding, shown, quotes)),
    actions([
      button(
        'Show me how to say it',
        `evidence-say:${finding.competency}`,
        `${shown.evidence.id} ${finding.spans[0] ?? ''}`,
      ),
    ]),
  ],
})

/** A sentence that may speak to several competencies: the person says which. */
const choiceFold = ({ span, between }: Choice, shown: Shown, alone: boolean): Folded[] => {
  const about = shown.spans.get(span)
  if (!about) return []
  const value = (competency: string): string => `${shown.evidence.id} ${span} ${competency}`
  return [
    {
      title: 'Which of these is it about?',
      open: alone,
      blocks: [
        richText(quote(about.text)),
        actions([
          ...between.map((id) => button(nameOf(shown.ladder, id), `review-choose:${id}`, value(id))),
          button('None of them', 'review-choose:none', value('-')),
        ]),
      ],
    },
  ]
}

const untouchedFold = (shown: Shown): Folded[] => {
  const touched = new Set(shown.review.findings.map(({ competency }) => competency))
  const names = competenciesOf(shown.ladder).flatMap(({ id, name }) => (touched.has(id) ? [] : [name]))
  if (names.length === 0) return []
  return [
    {
      title: `No evidence yet: ${names.length} of ${competenciesOf(shown.ladder).length} competencies`,
      blocks: [
        richText(
          line(words(`No evidence yet in this message: ${names.join(', ')}. `)),
          line(words('That is not a failing; one message cannot show everything.')),
        ),
      ],
    },
  ]
}

const questionsFold = (shown: Shown): Folded[] => {
  const { questions } = shown.review
  // The first one stands at the top; a long sentence that it is about stands here.
  const all = questions.map((question) => asked(question, shown))
  const needed = all.length > 1 || (all[0]?.about && all[0].about.text.length > 140)
  if (!needed) return []
  return [
    {
      title: questions.length === 1 ? 'The question' : 'Questions',
      blocks: [
        richText(
          ...all.flatMap(({ text, about }) => [
            bullets([[words(text)]]),
            ...(about ? [quote(about.text)] : []),
          ]),
        ),
      ],
    },
  ]
}

const consideredFold = ({ review }: Shown): Folded[] => {
  const there = review.considered.filter(({ met }) => met)
  const lacking = review.considered.filter(({ met }) => !met)
  const named = (list: typeof there): string =>
    [...new Set(list.map(({ kind }) => CONSIDERED[kind]))].join('; ')
  if (review.considered.length === 0) return []
  return [
    {
      title: 'Everything I looked at, beside the level',
      blocks: [
        richText(
          ...(there.length > 0 ? [line(bold('There: '), words(`${named(there)}.`))] : []),
          ...(lacking.length > 0
            ? [line(bold('Not there yet, what matters most first: '), words(`${named(lacking)}.`))]
            : []),
        ),
      ],
    },
  ]
}

const foldsOf = (shown: Shown, quotes: number): Folded[] => {
  const { review, ladder } = shown
  return [
    ...inOrder(shown).map((finding) => findingFold(finding, shown, quotes)),
    ...review.choices.flatMap((choice) => choiceFold(choice, shown, review.findings.length === 0)),
    ...(review.nextSteps.length > 0
      ? [{ title: 'Next steps', blocks: [stepsBlock(review.nextSteps, ladder)] }]
      : []),
    ...questionsFold(shown),
    ...untouchedFold(shown),
    ...consideredFold(shown),
  ]
}

const foot = ({ review, ladder }: Shown): string => {
  const against = `Read against the ${ladder.name} ladder, ${review.goal.current} to ${review.goal.target}, version ${review.ladderVersion.slice(0, 8)}.`
  const byModel = review.readBy.reader === 'model'
  const by =
    review.readBy.reader === 'model'
      ? `Written with AI (${review.readBy.model}); it can be wrong.`
      : offlineWords(review.readBy.asked)
  return `${against} ${by} ${leftOutWords(review.leftOut, byModel)}People decide promotions.`
}

const buttons = ({ review, joinable, hasModel }: Shown): types.ActionsBlock => {
  const again =
    hasModel && review.readBy.reader === 'offline' && review.readBy.asked !== 'none'
      ? [button('Read it again with AI', 'review-again', review.evidenceId)]
      : []
  return actions([
    button('Looks right', 'review-right', review.evidenceId),
    button('This is wrong', 'review-wrong', review.evidenceId),
    ...again,
    ...(joinable
      ? [button('Join with the one before', 'evidence-join', `${review.evidenceId} ${joinable}`)]
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

/** What notifications and screen readers get: the essence, and nobody's quoted words. */
const essence = (shown: Shown): string =>
  escaped(
    [
      headlineOf(shown),
      ...inOrder(shown).map(
        (finding) =>
          `${nameOf(shown.ladder, finding.competency)}${finding.status === null ? '' : `: ${finding.status}`}`,
      ),
    ].join('\n'),
  )

/** As many quotes as fit one message. */
const fitting = (build: (quotes: number) => types.KnownBlock[]): types.KnownBlock[] => {
  let blocks = build(MOST_QUOTES)
  for (let quotes = MOST_QUOTES - 1; quotes > 0 && shownLength(blocks) > MOST_SHOWN; quotes -= 1)
    blocks = build(quotes)
  return blocks
}

/** Slack takes 50 blocks: on a ladder with more competencies, the last folds share one. */
const MOST_FOLDS = 44
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
      topBlock(shown),
      ...withinLimit(foldsOf(shown, quotes)).map(({ title, blocks, open = false }) =>
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
  const rows = inOrder(shown).map((finding) => [
    words(`${nameOf(shown.ladder, finding.competency)} · ${standing(finding)}`),
  ])
  return {
    text: essence(shown),
    blocks: [
      topBlock(shown),
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
      topBlock(shown),
      ...foldsOf(shown, quotes)
        .slice(0, 15)
        .flatMap(({ title, blocks }) => [richText(line(bold(title))), ...blocks]),
      footnote(foot(shown)),
    ]),
  }
}
