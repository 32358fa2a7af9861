import type { types } from '@slack/bolt'
import type { ShownReview } from '../../../coaching/replies.ts'
import { askedOf, asksNothingNew, type Competency, competenciesOf } from '../../../domain/ladder/ladder.ts'
import { CHOICES_AT_ONCE } from '../../../domain/review/answer-limits.ts'
import { listed } from '../../../domain/text/in-words.ts'
import { bold, bullets, italic, line, richText, words } from '../rich-text.ts'

/** The parts that were read but are not evidence yet, or empty if there are none. */
const notYetWords = ({ quotes: { plans, weaknesses } }: ShownReview): string =>
  [
    plans === 0
      ? ''
      : `I left out ${plans === 1 ? '1 plan. It counts once it is' : `${plans} plans. They count once they are`} done.`,
    weaknesses === 0
      ? ''
      : `I left out ${weaknesses === 1 ? '1 thing' : `${weaknesses} things`} you want to improve.`,
  ]
    .map((one) => one && `${one} `)
    .join('')

/** How many competencies without evidence are shown with what the ladder asks of them. */
const MOST_UNTOUCHED = 8

/**
 * Competencies without evidence, with what is new there at the target level. Marks those that an open choice may
 * settle.
 */
export function untouchedFold(shown: ShownReview): { title: string; blocks: types.KnownBlock[] }[] {
  const { review, ladder } = shown
  const touched = new Set(review.findings.map(({ competency }) => competency))
  const choosable = new Set(review.choices.slice(0, CHOICES_AT_ONCE).flatMap(({ between }) => between))
  const all = competenciesOf(ladder)
  const untouched = all.filter(({ id }) => !touched.has(id))
  if (untouched.length === 0) return []
  const { target } = review.goal
  const freshIn = ({ id }: Competency): string | null =>
    askedOf(ladder, target, id).find((one) => !asksNothingNew(ladder, review.goal, one.id))?.text ?? null
  const fresh = untouched.filter((one) => freshIn(one) !== null)
  const nothingNew = untouched.filter((one) => freshIn(one) === null)
  const more = fresh.slice(MOST_UNTOUCHED)
  const namedIn = (some: readonly Competency[]): string => listed(some.map(({ name }) => name))
  const open = (id: string): string => (choosable.has(id) ? ' (you can choose it in this review): ' : ': ')
  const notYet = shown.quotes.only === null ? notYetWords(shown) : ''
  return [
    {
      title: `No match yet: ${untouched.length} of ${all.length} competencies`,
      blocks: [
        richText(
          ...(fresh.length > 0
            ? [
                line(words(`${notYet}What is new at ${target}:`)),
                bullets(
                  fresh
                    .slice(0, MOST_UNTOUCHED)
                    .map((one) => [bold(one.name), words(open(one.id)), italic(freshIn(one)!)]),
                ),
              ]
            : []),
          ...(more.length > 0 ? [line(words(`Also: ${namedIn(more)}.`))] : []),
          ...(nothingNew.length > 0
            ? [
                line(
                  words(
                    `${fresh.length === 0 ? notYet : ''}${target} asks nothing new of ${namedIn(nothingNew)}.`,
                  ),
                ),
              ]
            : []),
        ),
      ],
    },
  ]
}
