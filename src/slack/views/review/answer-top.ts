import type { types } from '@slack/bolt'
import { beginningOf } from '../../../domain/evidence/evidence.ts'
import { undisputed } from '../../../domain/review/undisputed.ts'
import { bold, clipped, line, passage, richText, words } from '../rich-text.ts'
import { questionOf } from './first-screen.ts'
import { type DrawnReview, inOrder, nameOf, noticesOf } from './review-finding.ts'

/** How much of an answer is repeated, in UTF-16 units. */
const REPEATED = 600

/** Words that our questions begin with. After a colon, they are in small letters. */
const ASKS = /^(?:Can|Did|Does|How|Is|Was|Were|What|When|Where|Which|Who|Whose|Why)\b/

/** Whether a piece answers the question of a nudge, so that its review is as short as that answer. */
export function answersNudge({ evidence }: Pick<DrawnReview, 'evidence'>): boolean {
  return evidence.about?.nudge !== undefined
}

/** The name under which an answer is: the competency that was asked, or the first one found. */
const placeOf = (shown: DrawnReview): string | null => {
  const found = undisputed(inOrder(shown)).map(({ competency }) => competency)
  const asked = shown.evidence.about?.competency
  const place = found.find((one) => one === asked) ?? found[0]
  return place === undefined ? null : nameOf(shown.ladder, place)
}

/** The two lines above the fold: where an answer is saved, and one question. What had to be left out comes last. */
export function answerTop(shown: DrawnReview): types.RichTextBlock {
  const { labels } = shown
  const place = placeOf(shown)
  const question = questionOf(shown).replace(ASKS, (word) => word.toLowerCase())
  return richText(
    line(bold(place === null ? labels.saved : labels.savedUnder(place))),
    ...(question === '' ? [] : [line(words(`${labels.stronger} ${question}`))]),
    ...noticesOf(shown).map((text) => line(words(text))),
  )
}

/** What was asked, and the answer. A year later, the one says little without the other. */
export function answeredBlock({ evidence, labels }: DrawnReview): types.RichTextBlock {
  return richText(
    line(words(`${labels.wasAsked} ${evidence.about?.nudge?.question ?? ''}`)),
    passage(clipped(beginningOf(evidence, REPEATED), REPEATED)),
  )
}
