import type { Reply } from '../../coaching/replies.ts'
import type { Move } from '../../domain/compare-reviews.ts'
import { nameOf } from './review-finding.ts'
import { bold, line, quote, richText, type Said, words } from './rich-text.ts'

const status = (one: Move['before']): string =>
  one === 'none' ? 'no evidence yet' : one === null ? 'level not assessed' : one

/** "partly → evidenced", or that it now stands on more words. */
const moveWords = ({ before, after }: Move): string =>
  before === after ? `stays ${status(after)}, on more words` : `${status(before)} → ${status(after)}`

/** What an answer of the person moved, and which of its words did. */
export const movedView = ({ moved, ladder }: Reply & { kind: 'moved' }): Said => {
  const { moves, comparable } = moved
  const note = comparable
    ? []
    : [line(words('The reading before was by the other reader, so statuses cannot be compared with it.'))]
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
        ...note,
        line(words('The review above has all of it.')),
      ),
    ],
  }
}
