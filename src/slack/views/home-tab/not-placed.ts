import type { types } from '@slack/bolt'
import type { Home } from '../../../coaching/packet/home-port.ts'
import type { ShownReview } from '../../../coaching/shown-review.ts'
import type { Span } from '../../../domain/evidence/evidence.ts'
import { askedOf, competenciesOf } from '../../../domain/ladder/ladder.ts'
import { lineBlock } from '../evidence/evidence-line.ts'
import { nameOf } from '../review/review-finding.ts'
import { actions, bold, button, clipped, line, quote, richText, select, words } from '../rich-text.ts'

/** How much of a sentence is shown, in UTF-16 units. */
const BEGINNING = 200

/** Where the menu of an entry leads back to. */
const PLACE = { list: 'evidence', page: 1, text: '' } as const

const asking = (span: Span, controls: types.ActionsBlock['elements']): types.KnownBlock[] => [
  richText(quote(clipped(span.text, BEGINNING))),
  actions(controls),
]

/** One piece without a competency, with its choice: two or three that fit, or all that the level asks for. */
const choiceBlocks = (shown: ShownReview): types.KnownBlock[] => {
  const { review, ladder, quotes, evidence } = shown
  const spans = new Map(quotes.spans.map((span) => [span.id, span]))
  const choice = review.choices.find(({ span }) => spans.has(span))
  const about = choice && spans.get(choice.span)
  if (choice && about) {
    const value = (competency: string): string => `${evidence.id} ${choice.span} ${competency}`
    return asking(about, [
      ...choice.between.map((id) => button(nameOf(ladder, id), `review-choose:${id}`, value(id))),
      button('None of these', 'review-choose:none', value('-')),
    ])
  }
  const open = quotes.open.flatMap((id) => spans.get(id) ?? [])[0]
  if (!open) {
    const came = evidence.receivedAt.toZonedDateTimeISO('UTC').toPlainDate()
    const days = evidence.happened ?? evidence.told ?? { from: came, to: came }
    return [lineBlock({ evidence, review, shown: days }, ladder, PLACE)]
  }
  const asked = competenciesOf(ladder).filter(({ id }) => askedOf(ladder, review.goal.target, id).length > 0)
  return asking(open, [
    select(
      'review-choose:place',
      'Competency',
      asked.map(({ id, name }) => ({ label: name, value: `${evidence.id} ${open.id} ${id}` })),
    ),
  ])
}

/** The pieces that no competency has yet. Nothing if there are none. */
export function notPlacedBlocks({ pieces, count }: Home['notPlaced']): types.KnownBlock[] {
  if (pieces.length === 0) return []
  const more = count - pieces.length
  return [
    richText(
      line(bold('Not placed yet')),
      line(
        words(
          `I could not tell what ${count === 1 ? 'this entry is' : 'these entries are'} about. You can choose.`,
        ),
      ),
    ),
    ...pieces.flatMap(choiceBlocks),
    ...(more > 0
      ? [richText(line(words(`Then I’ll show ${more === 1 ? '1 more entry' : `${more} more entries`}.`)))]
      : []),
  ]
}
