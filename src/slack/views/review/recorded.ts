import type { ShownReview } from '../../../coaching/replies.ts'
import { footnote, type Said } from '../rich-text.ts'
import { reviewView } from './review.ts'

/** A review from a recorded answer. It says so, and has no buttons, because nothing of it is stored. */
export function recordedView(review: ShownReview): Said {
  const { text, blocks } = reviewView(review)
  return {
    text,
    blocks: [
      footnote(
        'Recorded: this is what an AI model once answered to the same message. ' +
          'With an API key, every review is written like this.',
      ),
      ...blocks.filter(({ type }) => type !== 'actions'),
    ],
  }
}
