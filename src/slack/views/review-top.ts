import type { types } from '@slack/bolt'
import { mattersMost } from '../../domain/considerations.ts'
import { unreadIn } from '../../domain/evidence.ts'
import { asked, inOrder, levelNamed, nameOf, type Shown } from './review-finding.ts'
import { lackingWords, listed, secretWords, unreadWords } from './review-words.ts'
import { bold, bullets, line, quote, richText, words } from './rich-text.ts'

/** A quote longer than this stands in the fold alone, so that the top stays short; in UTF-16 units. */
const SHORT_QUOTE = 140

/** One sentence about the whole, where the reader gave none. */
export const headlineOf = (shown: Shown): string => {
  const { review, ladder } = shown
  if (review.headline !== null) return review.headline
  const names = inOrder(shown).map(({ competency }) => nameOf(ladder, competency))
  if (names.length === 0)
    return review.choices.length > 0
      ? 'I am not sure which competency this speaks to. Below, you can say.'
      : `I could not tie this to the ladder yet${review.questions.length > 0 ? '; an answer would help' : ''}.`
  return review.readBy.reader === 'offline'
    ? `This seems to speak to ${listed(names)}.`
    : `Read against ${levelNamed(ladder, review.goal.target)}, this speaks to ${listed(names)}.`
}

/** What is lacking most, as sentences. */
export const lackingOf = (shown: Shown): string[] => {
  const { review, ladder } = shown
  const questions = review.questions.slice(0, 1)
  const alsoAsked = new Set(
    questions.flatMap(({ kind }) => (kind === 'own-part' || kind === 'result' ? [kind] : [])),
  )
  return mattersMost(review.considered, alsoAsked).map((one) =>
    lackingWords(one, {
      competency: one.competency ? nameOf(ladder, one.competency) : '',
      months: ladder.sustainedMonths,
    }),
  )
}

/** What everybody reads: the headline, the one question, the two things that would make it stronger. */
export const topBlock = (shown: Shown): types.RichTextBlock => {
  const { review, evidence } = shown
  const [question] = review.questions
  const first = question ? asked(question, shown) : null
  const lacking = lackingOf(shown)
  const secrets = secretWords(evidence.parts.flatMap(({ leftOut }) => leftOut))
  return richText(
    line(bold(headlineOf(shown))),
    ...(secrets ? [line(words(secrets))] : []),
    ...unreadIn(evidence).map(({ name, state }) => line(words(unreadWords(name, state as never)))),
    ...(lacking.length > 0
      ? [line(words('What would make it stronger:')), bullets(lacking.map((text) => [words(text)]))]
      : []),
    ...(first
      ? [
          line(bold('A question: '), words(`${first.text} Reply here, and I read it again.`)),
          ...(first.about && first.about.text.length <= SHORT_QUOTE ? [quote(first.about.text)] : []),
        ]
      : []),
  )
}
