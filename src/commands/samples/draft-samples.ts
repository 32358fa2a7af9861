import type { DraftOffer, MadePacket } from '../../coaching/packet/make-packet.ts'
import type { Reply } from '../../coaching/replies.ts'
import { spansOf } from '../../domain/evidence/evidence.ts'
import { askedOf, competenciesOf, type Ladder } from '../../domain/ladder/ladder.ts'
import { buildPacket } from '../../domain/packet/build-packet.ts'
import { NO_CHOICES, type PacketChoices } from '../../domain/packet/choices.ts'
import { coverageOf } from '../../domain/packet/coverage.ts'
import { type DraftedParagraph, draftedFrom, withDrafts } from '../../domain/packet/draft/drafts.ts'
import type { Packet } from '../../domain/packet/packet.ts'
import { storiesOf } from '../../domain/packet/stories.ts'
import { packetPageView } from '../../slack/views/packet/packet-page.ts'
import { type EachKind, messages, type NamedView } from './named-view.ts'
import { AT, goalOn, PIECE } from './sample-reviews.ts'

const TODAY = AT.toZonedDateTimeISO('UTC').toPlainDate()

/** The states of a draft by AI. */
const DRAFTS: Readonly<Record<DraftOffer['drafting'], string>> = {
  none: '/ladder packet, before a draft by AI',
  writing: '/ladder packet, while AI drafts it',
  done: '/ladder packet, drafted by AI',
  unavailable: '/ladder packet, without an answer by AI',
  resting: '/ladder packet, while AI rests',
  'day-used-up': '/ladder packet, after the day’s reviews',
  'month-used-up': '/ladder packet, after the month’s budget',
  'names-unknown': '/ladder packet, without the names of colleagues',
}

const packetOf = (ladder: Ladder, choices: PacketChoices): Packet => {
  const goal = goalOn(ladder)
  const asked = competenciesOf(ladder).filter(({ id }) => askedOf(ladder, goal.target, id).length > 0)
  const day = TODAY.toString()
  const spans = spansOf(PIECE).filter(({ saidBy }) => saidBy === null)
  const showings = spans.slice(0, 3).map(({ id }, nth) => ({
    ...{ evidenceId: PIECE.id, revision: PIECE.revision, target: goal.target, status: 'evidenced' as const },
    competency: asked[nth % asked.length]!.id,
    expectation: askedOf(ladder, goal.target, asked[nth % asked.length]!.id)[0]!.id,
    ...{ quality: null, spans: [{ id, from: day, to: day }], against: false, confirmed: false },
  }))
  const days = { from: TODAY, to: TODAY }
  const last = spans.at(-1)!
  const choice = { span: last.id, between: asked.slice(0, 2).map(({ id }) => id) }
  return buildPacket({
    ...{ author: 'Ada Example', ladder, goal, today: TODAY, choices },
    stories: storiesOf(showings, choices.hidden),
    pieces: [
      {
        evidence: PIECE,
        cut: null,
        included: false,
        days,
        spanDays: {},
        inPart: true,
        unplaced: false,
        choices: [choice],
      },
    ],
    coverage: coverageOf(ladder, goal, [], TODAY),
  })
}

/** Each section's quotes, told as AI would. */
const draftsOf = (packet: Packet, accepted: boolean): DraftedParagraph[] =>
  packet.sections.flatMap(({ competency, receipts }) => {
    const own = packet.receipts.filter(({ number }) => receipts.includes(number))
    const sentences = own.map((receipt) => ({ text: receipt.lead, from: [draftedFrom(receipt)] }))
    return own.length === 0
      ? []
      : [{ competency: competency.id, sentences, basis: '', prompt: 'p', model: 'm', accepted }]
  })

/** The pages of a packet with drafts by AI. */
export function draftSamples(ladder: Ladder): NamedView[] {
  const plain = packetOf(ladder, NO_CHOICES)
  const [first] = plain.sections.filter(({ receipts }) => receipts.length > 0)
  const { id } = (first ?? plain.sections[0]!).competency
  const drafted = withDrafts(plain, draftsOf(plain, false))
  const own = packetOf(ladder, { ...NO_CHOICES, claims: { [id]: 'I ran 99 drills.' } })
  const page = (packet: Packet, competency = '', drafting: DraftOffer['drafting'] = 'none') => {
    const draft = { possible: true, open: 1, drafting }
    const made: MadePacket = { kind: 'packet', packet, ladder, draft, own: true, hasForm: false }
    return packetPageView(made, competency)
  }
  return [
    ...messages(
      Object.fromEntries(
        (Object.keys(DRAFTS) as DraftOffer['drafting'][]).map((drafting) => [
          DRAFTS[drafting],
          page(drafting === 'done' ? drafted : plain, '', drafting),
        ]),
      ),
    ),
    ...messages({
      'a competency that AI drafted': page(drafted, id),
      'a competency with an accepted draft': page(withDrafts(plain, draftsOf(plain, true)), id),
      'a competency with a paragraph of one’s own': page(own, id),
    }),
  ]
}

/** That a draft is there, or why it is not. */
export function draftReplies(target: string): Pick<EachKind<Reply>, 'draft-ended'> {
  const ended = (as: Exclude<DraftOffer['drafting'], 'none' | 'writing'>) =>
    [`a draft of a packet that ended: ${as}`, { kind: 'draft-ended', as, target }] as const
  return {
    'draft-ended': [ended('done'), ended('unavailable')],
  }
}
