import type { ShownReview } from '../../../coaching/replies.ts'
import { beginningOf } from '../../../domain/evidence/evidence.ts'
import { wholeReviewView } from '../review/review.ts'
import {
  bold,
  clipped,
  header,
  line,
  linked,
  MOST_SHOWN,
  quote,
  richText,
  type Said,
  shownLength,
  words,
} from '../rich-text.ts'
import { whenOf } from './evidence-list.ts'

/** The room left for the words of a piece with a long review, in UTF-16 units. */
const LEAST = 600

/** "Open" in the list: a piece's text, date, authors, files and review, and a link to its thread. */
export function openedView(shown: ShownReview, permalink: string | null): Said {
  const { evidence } = shown
  const review = wholeReviewView(shown)
  const room = Math.max(LEAST, MOST_SHOWN - shownLength(review.blocks) - LEAST)
  const said = beginningOf(evidence, room)
  const author = evidence.parts.find(({ saidBy }) => saidBy !== null)?.saidBy
  const files = evidence.parts.flatMap(({ file }) => (file ? [file.name] : []))
  const more = said.length > room ? ' Its end is in the thread.' : ''
  return {
    text: review.text,
    blocks: [
      header('One piece of your evidence'),
      richText(
        line(
          bold(whenOf(evidence)),
          words(author ? ` · said by ${author}` : ''),
          words(files.length > 0 ? ` · ${files.join(', ')}` : ''),
          words(` · kept since ${evidence.receivedAt.toString().slice(0, 10)}.${more} `),
          ...(permalink ? [linked(permalink, 'Go to its thread')] : []),
        ),
        quote(clipped(said, room)),
      ),
      ...review.blocks,
    ],
  }
}
