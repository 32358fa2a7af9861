import type { Reply } from '../../../coaching/replies.ts'
import type { Move } from '../../../domain/review/compare-reviews.ts'
import { listed } from '../../../domain/text/in-words.ts'
import { bold, escaped, line, MOST_NOTICE, quote, richText, type Said, words } from '../rich-text.ts'
import { nameOf } from './review-finding.ts'
import { CONSIDERED, STATUS_WORDS } from './review-words.ts'

const status = (one: Move['before']): string =>
  one === 'none' ? 'no evidence yet' : one === null ? 'possible match' : STATUS_WORDS[one]

/** "from partly shown to shown", or that there is another quote. */
const moveWords = ({ before, after }: Move): string => {
  // Matched words have no status, and finding no match says nothing about the evidence.
  if (before === 'none' && after === null) return 'now a possible match'
  if (before === null && after === 'none') return 'no longer a possible match'
  if (before !== after) return `from ${status(before)} to ${status(after)}`
  return `still ${after === null ? 'a ' : ''}${status(after)}, with another quote`
}

type MovedReply = Reply & { kind: 'moved' }

/** More moves than this are only counted. */
const MOST_NAMED = 7

const changed = (moves: readonly Move[]): string =>
  `${moves.length === 1 ? '1 competency' : `${moves.length} competencies`} changed.`

/** The text of a notification, or a shorter one where it is too long. */
const notice = (text: string, short: string): string => escaped(text.length <= MOST_NOTICE ? text : short)

/** What an edit changed, in one line without quotes. */
const editView = ({ moved: { moves, gained }, ladder }: MovedReply): Said => {
  const has = listed(gained.map((kind) => CONSIDERED[kind]))
  const more = moves.length - MOST_NAMED
  const said = line(
    words('I reviewed it again after your edit.'),
    ...moves
      .slice(0, MOST_NAMED)
      .flatMap((move) => [words(' '), bold(nameOf(ladder, move.competency)), words(`: ${moveWords(move)}.`)]),
    ...(more > 0 ? [words(` ${more} more changed too.`)] : []),
    ...(has ? [words(' Your evidence now has '), bold(has), words('.')] : []),
  )
  const text = said.elements.map((one) => ('text' in one ? one.text : '')).join('')
  const short =
    moves.length > 0
      ? `I reviewed it again after your edit. ${changed(moves)}`
      : 'I reviewed it again after your edit. Your evidence now has more of what panels look for.'
  return { text: notice(text, short), blocks: [richText(said)] }
}

/** What an answer did that moved no competency and filled no gap. */
const stillWords = ({ asks, same }: MovedReply['moved']): string => {
  if (asks === 'another') return 'My next question is in the review.'
  if (asks === 'none left') return 'I have no more questions about this.'
  return same ? 'The review stays the same.' : 'The review is up to date, and no competency changed.'
}

/** What an answer changed and which of its words did, or what an edit changed. */
export function movedView(reply: MovedReply): Said {
  if (!('part' in reply)) return editView(reply)
  const { moved, ladder } = reply
  const { moves, gained, comparable } = moved
  const thanks = (reply.added ?? 1) > 1 ? `I added your ${reply.added} answers` : 'I added your answer'
  const has = listed(gained.map((kind) => CONSIDERED[kind]))
  const note = comparable
    ? []
    : [line(words('I made one of these two reviews without AI, so I can’t compare their statuses.'))]
  if (moves.length === 0 && has)
    return {
      text: notice(
        `${thanks}. Your evidence now has ${has}.`,
        `${thanks}. Your evidence now has more of what panels look for.`,
      ),
      blocks: [
        richText(
          line(
            words(`${thanks} and checked everything again. Your evidence now has `),
            bold(has),
            words('.'),
          ),
          ...note,
        ),
      ],
    }
  if (moves.length === 0) {
    const said = stillWords(moved)
    return {
      text: `${thanks}. ${said}`,
      blocks: [richText(line(words(`${thanks} and checked everything again. ${said}`)), ...note)],
    }
  }
  return {
    text: notice(
      `${thanks}. ${moves
        .map((move) => `${nameOf(ladder, move.competency)}: ${moveWords(move)}.`)
        .join(' ')}`,
      `${thanks}. ${changed(moves)}`,
    ),
    blocks: [
      richText(
        line(words(`${thanks}. What changed:`)),
        ...moves.flatMap((move) => [
          line(bold(nameOf(ladder, move.competency)), words(`: ${moveWords(move)}`)),
          ...move.words.slice(0, 2).map((span) => quote(span.text)),
        ]),
        ...(has ? [line(words('Your evidence now has '), bold(has), words('.'))] : []),
        ...note,
        line(words('The full review in this thread is up to date.')),
      ),
    ],
  }
}
