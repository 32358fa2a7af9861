import type { types } from '@slack/bolt'
import type { LookupAnswer } from '../../../coaching/ladder/look-up-ladder.ts'
import { beginningOf } from '../../../domain/evidence/evidence.ts'
import type { Ladder } from '../../../domain/ladder/ladder.ts'
import type { Review } from '../../../domain/review/review.ts'
import { goalDate, goalName } from '../ladder/goal.ts'
import { nameOf } from '../review/review-finding.ts'
import {
  actions,
  bold,
  button,
  clipped,
  confirm,
  footnote,
  header,
  line,
  quote,
  richText,
  type Said,
  words,
} from '../rich-text.ts'

/** How much of one piece the list shows, in characters. Five pieces fit one message. */
const SHOWN = 2_000

const STATES = {
  queued: 'being read',
  waiting: 'waits for a goal',
  reviewed: 'reviewed',
  answered: 'answered',
} as const

const NUDGES = {
  set: ' A nudge of your own is set, with the questions that it asked (/ladder nudge me).',
  stopped: ' A nudge of your own has stopped; the questions that it asked are kept.',
} as const

const day = (instant: Temporal.Instant): string => instant.toString().slice(0, 10)

/** The findings of a review as names and statuses. */
const foundIn = ({ findings }: Pick<Review, 'findings'>, ladder: Ladder): string =>
  findings
    .map(({ competency, status }) => `${nameOf(ladder, competency)}${status ? ` ${status}` : ''}`)
    .join(', ') || 'nothing found yet'

/** `/ladder data`: everything stored about a person, in pages, and how to delete it. */
export function myDataView({ ladder, goal, kept, rows, more }: LookupAnswer & { kind: 'data' }): Said {
  const goalLine = goal ? `Your goal: ${goalName(ladder, goal)}${goalDate(goal)}.` : 'You have set no goal.'
  const since = kept.since ? ` since ${day(kept.since)}` : ''
  const times = kept.labels === 1 ? 'once' : `${kept.labels} times`
  const labelled = kept.labels > 0 ? `, and what you said of reviews, ${times}` : ''
  const last = rows.at(-1)
  return {
    text: `Kept about you: ${kept.evidence} pieces of evidence and ${kept.reviews} reviews.`,
    blocks: [
      header('What is kept about you'),
      richText(
        line(
          words(
            `${kept.evidence} ${kept.evidence === 1 ? 'piece' : 'pieces'} of evidence and ${kept.reviews} `,
          ),
          words(
            `${kept.reviews === 1 ? 'review' : 'reviews'}${since}${labelled}. ` +
              `${goalLine}${kept.nudge ? NUDGES[kept.nudge] : ''} ` +
              'Kept until you delete it; only you see it here.',
          ),
        ),
      ),
      ...rows.flatMap(({ evidence, review, said }): types.KnownBlock[] => [
        richText(
          line(bold(`${day(evidence.receivedAt)} · ${STATES[evidence.state]}`)),
          line(words(clipped(beginningOf(evidence, SHOWN), SHOWN))),
          ...(review ? [line(words(`Review: ${foundIn(review, ladder)}`))] : []),
          ...said.flatMap((one) => [line(words('You said of it:')), quote(clipped(one, SHOWN))]),
        ),
        actions([
          button('Delete this', 'data-delete-one', evidence.id, {
            style: 'danger',
            confirm: confirm(
              'Delete this evidence?',
              'The evidence, its review and my posts about it are deleted. This cannot be undone.',
              'Delete',
            ),
          }),
        ]),
      ]),
      actions([
        ...(more && last ? [button('Older', 'data-older', last.evidence.receivedAt.toString())] : []),
        button('Delete everything', 'data-delete-all', 'all', {
          style: 'danger',
          confirm: confirm(
            'Delete everything?',
            'All your evidence, reviews, your goal and a nudge of your own are deleted, ' +
              'and my posts about them. This cannot be undone.',
            'Delete everything',
          ),
        }),
      ]),
      footnote(
        'Your own messages are yours: delete them in Slack. I can only take back what I wrote. ' +
          'My lines in channels that say who set up or changed a nudge there stay.',
      ),
    ],
  }
}
