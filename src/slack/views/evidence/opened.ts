import type { types } from '@slack/bolt'
import type { OpenedEvidence } from '../../../coaching/evidence/list-evidence.ts'
import { beginningOf } from '../../../domain/evidence/evidence.ts'
import { questionOf } from '../../../domain/evidence/support/about.ts'
import { wholeReviewView } from '../review/review.ts'
import {
  bold,
  clipped,
  code,
  header,
  line,
  linked,
  MOST_SHOWN,
  passage,
  richText,
  type Said,
  shownLength,
  words,
} from '../rich-text.ts'
import { dayOf, sourceOf, whenOf } from './evidence-line.ts'

/** The room left for the words of an entry with a long review, in UTF-16 units. */
const LEAST = 600

/** The room for the person's notes, which they share, and the least for one. A long review leaves less. */
const NOTES = 900
const NOTE = 60

const notesView = (said: readonly string[], room: number): types.KnownBlock[] => {
  if (said.length === 0) return []
  const last = said.slice(-Math.max(1, Math.floor(room / NOTE)))
  return [
    richText(
      line(words(said.length === 1 ? 'Your note:' : 'Your notes:')),
      ...last.map((one) => passage(clipped(one, Math.floor(room / last.length)))),
    ),
  ]
}

/** Why there is no review. */
const unread = ({ evidence }: OpenedEvidence): types.RichTextBlock =>
  richText(
    evidence.state === 'waiting'
      ? line(words('There is no review yet, because it needs your goal first. Type '), code('/ladder goal'))
      : line(words('There is no review yet. I’m still working on it. It will be in its thread.')),
  )

/** "Open" in the list: an entry's text, date, author, files, notes and review, and a link to its thread. */
export function openedView(opened: OpenedEvidence, permalink: string | null): Said {
  const { evidence, review: shown, said: notes } = opened
  const review = shown ? wholeReviewView(shown) : { text: 'Your evidence.', blocks: [unread(opened)] }
  const left = MOST_SHOWN - shownLength(review.blocks)
  const more = [...notesView(notes, Math.max(NOTE, Math.min(NOTES, left))), ...review.blocks]
  const room = Math.max(LEAST, MOST_SHOWN - shownLength(more) - LEAST)
  const said = beginningOf(evidence, room)
  const asked = questionOf(evidence)
  const rest = said.length > room ? ' The rest is in the thread.' : ''
  return {
    text: review.text,
    blocks: [
      header('Your evidence'),
      richText(
        line(
          bold(whenOf(evidence)),
          words(`${sourceOf(evidence)}, saved ${dayOf(evidence.receivedAt)}.${rest} `),
          ...(permalink ? [linked(permalink, 'Open thread')] : []),
        ),
        ...(asked === null ? [] : [line(words(`You were asked: ${asked}`))]),
        passage(clipped(said, room)),
      ),
      ...more,
    ],
  }
}
