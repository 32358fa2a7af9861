import type { Reply } from '../../../coaching/replies.ts'
import type { Move } from '../../../domain/review/compare-reviews.ts'
import { listed } from '../in-words.ts'
import { bold, escaped, line, MOST_NOTICE, quote, richText, type Said, words } from '../rich-text.ts'
import { nameOf } from './review-finding.ts'
import { CONSIDERED, STATUS_WORDS } from './review-words.ts'

const status = (one: Move['before']): string =>
  one === 'none' ? 'no evidence yet' : one === null ? 'found' : STATUS_WORDS[one]

/** "from partly shown to shown", or that it is now based on more words. Without a status if none was given. */
const moveWords = ({ before, after }: Move): string => {
  // Matched words have no status, and finding no match says nothing about the evidence.
  if (before === 'none' && after === null) return 'now found in your words'
  if (before === null && after === 'none') return 'no longer found in your words'
  if (before !== after) return `from ${status(before)} to ${status(after)}`
  return after === null ? 'based on more of your words' : `still ${status(after)}, based on more words`
}

type MovedReply = Reply & { kind: 'moved' }

/** More moves than this are only counted. */
const MOST_NAMED = 7

/** What an edit changed, in one line without quotes. */
const editView = ({ moved: { moves, gained }, ladder }: MovedReply): Said => {
  const has = listed(gained.map((kind) => CONSIDERED[kind]))
  const more = moves.length - MOST_NAMED
  const said = line(
    words('I read it again after your edit.'),
    ...moves
      .slice(0, MOST_NAMED)
      .flatMap((move) => [words(' '), bold(nameOf(ladder, move.competency)), words(`: ${moveWords(move)}.`)]),
    ...(more > 0 ? [words(` ${more} more moved too.`)] : []),
    ...(has ? [words(' It now has '), bold(has), words('.')] : []),
  )
  const text = said.elements.map((one) => ('text' in one ? one.text : '')).join('')
  const short =
    moves.length > 0
      ? 'I read it again after your edit. ' +
        `${moves.length === 1 ? '1 competency' : `${moves.length} competencies`} moved.`
      : 'I read it again after your edit. It has more of what people look for.'
  return { text: escaped(text.length <= MOST_NOTICE ? text : short), blocks: [richText(said)] }
}

/** What an answer changed and which of its words did, or what an edit changed. */
export function movedView(reply: MovedReply): Said {
  if (!('part' in reply)) return editView(reply)
  const { moved, ladder } = reply
  const { moves, gained, comparable } = moved
  const has = listed(gained.map((kind) => CONSIDERED[kind]))
  const note = comparable
    ? []
    : [line(words('The reading before was by the other reader, so statuses cannot be compared with it.'))]
  if (moves.length === 0 && has)
    return {
      text: `With your answer it now has ${has}.`,
      blocks: [
        richText(
          line(words('I read all of it again with your answer. It now has '), bold(has), words('.')),
          ...note,
        ),
      ],
    }
  if (moves.length === 0)
    return {
      text: 'I added your answer. The review stays the same.',
      blocks: [
        richText(
          line(words('I added your answer and checked everything again. The review stays the same.')),
          ...note,
        ),
      ],
    }
  return {
    text: `Your answer moved: ${moves
      .map((move) => `${nameOf(ladder, move.competency)} ${moveWords(move)}`)
      .join('; ')}`,
    blocks: [
      richText(
        line(words('I read it again with your answer. What moved:')),
        ...moves.flatMap((move) => [
          line(bold(nameOf(ladder, move.competency)), words(` · ${moveWords(move)}`)),
          ...move.words.slice(0, 2).map((span) => quote(span.text)),
        ]),
        ...(has ? [line(words('It now has '), bold(has), words('.'))] : []),
        ...note,
        line(words('The review above has all of it.')),
      ),
    ],
  }
}
