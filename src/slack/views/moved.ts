import type { Reply } from '../../coaching/replies.ts'
import type { Move } from '../../domain/compare-reviews.ts'
import { nameOf } from './review-finding.ts'
import { CONSIDERED, listed, STATUS_WORDS } from './review-words.ts'
import { bold, line, quote, richText, type Said, words } from './rich-text.ts'

const status = (one: Move['before']): string =>
  one === 'none' ? 'no evidence yet' : one === null ? 'found' : STATUS_WORDS[one]

/** "from partly shown to shown", or that it is now based on more words; no status where none was given. */
const moveWords = ({ before, after }: Move): string => {
  // Words that are matched show no status, and where none match nothing is said of the evidence.
  if (before === 'none' && after === null) return 'now found in your words'
  if (before === null && after === 'none') return 'not found by its words any more'
  if (before !== after) return `from ${status(before)} to ${status(after)}`
  return after === null ? 'based on more of your words' : `still ${status(after)}, based on more words`
}

/** What an answer of the person moved, and which of its words did. */
export const movedView = ({ moved, ladder }: Reply & { kind: 'moved' }): Said => {
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
      text: 'Your answer is part of the evidence now; it moved nothing.',
      blocks: [
        richText(
          line(
            words(
              'Your answer is part of the evidence now, and I read all of it again. It moved nothing: the findings above stand as they were.',
            ),
          ),
          ...note,
        ),
      ],
    }
  return {
    text: `Your answer moved: ${moves.map((move) => `${nameOf(ladder, move.competency)} ${moveWords(move)}`).join('; ')}`,
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
