import type { PacketGiven } from '../../coaching/packet/packet-file-port.ts'
import type { ShownReview } from '../../coaching/replies.ts'
import type { Ladder, Shelf } from '../../domain/ladder/ladder.ts'
import { buildPacket } from '../../domain/packet/build-packet.ts'
import { NO_CHOICES } from '../../domain/packet/choices.ts'
import { coverageOf } from '../../domain/packet/coverage.ts'
import {
  OBJECTION_KINDS,
  type Objection,
  type ObjectionKind,
} from '../../domain/packet/objections/objection.ts'
import type { Packet, Showing } from '../../domain/packet/packet.ts'
import { PACKET_FORMS } from '../../domain/packet/packet-command.ts'
import { storiesOf } from '../../domain/packet/stories.ts'
import { TALK_RULES, talkOf } from '../../domain/packet/talk.ts'
import { objectionsView } from '../../slack/views/packet/objections.ts'
import { noUploadView, packetFileView } from '../../slack/views/packet/packet-file.ts'
import { packetGivenView } from '../../slack/views/packet/packet-given.ts'
import { packetPageView } from '../../slack/views/packet/packet-page.ts'
import { talkView } from '../../slack/views/packet/talk.ts'
import { UNPLACED } from '../../slack/views/packet/unplaced.ts'
import { packetWriteModal } from '../../slack/views/packet/write-modal.ts'
import { messages, type NamedView } from './named-view.ts'
import { AT } from './sample-reviews.ts'

const NO_DRAFT = { possible: true, open: 1, drafting: 'none' } as const

const TODAY = AT.toZonedDateTimeISO('UTC').toPlainDate()
const DAY = TODAY.subtract({ days: 7 })

/** A packet of the invented evidence. */
const packetOf = ({ evidence, review }: ShownReview, ladder: Ladder): Packet => {
  const { goal } = review
  const showings = review.findings.map(
    ({ competency, expectation, status, quality, spans, against }): Showing => ({
      evidenceId: evidence.id,
      revision: evidence.revision,
      target: goal.target,
      ...{ competency, expectation, status, quality, against, confirmed: false },
      spans: spans.map((id) => ({ id, from: DAY.toString(), to: DAY.toString() })),
    }),
  )
  return buildPacket({
    author: 'Sam Sample',
    ...{ ladder, goal, today: TODAY, choices: NO_CHOICES },
    stories: storiesOf(showings),
    pieces: [
      {
        evidence,
        cut: null,
        included: false,
        days: { from: DAY, to: DAY },
        spanDays: {},
        inPart: false,
        unplaced: false,
        choices: [],
      },
    ],
    coverage: coverageOf(ladder, goal, [], TODAY),
  })
}

/** One question of each kind, seven at a time, all about the longest there can be. */
const everyObjection = ({ sections, receipts }: Packet): Objection[] =>
  OBJECTION_KINDS.map((kind: ObjectionKind): Objection => {
    const [section] = sections
    const [receipt = null] = receipts
    const asks = section?.asks[0]
    const about = sections.map(({ competency }) => ({ competency, receipt: null }))
    return {
      kind,
      findings: [
        {
          competency: section?.competency ?? null,
          receipt: kind === 'empty' ? null : receipt,
          ...(asks ? { asks } : {}),
          ...(kind === 'differs' && receipt ? { other: { ...receipt, saidBy: 'Wen Sample' } } : {}),
          ...(kind === 'terms' ? { terms: ['QZX', 'Sieve'] } : {}),
          ...(kind === 'vouch' && section
            ? { has: { name: 'Wen Sample', competency: section.competency.id } }
            : {}),
        },
        ...about,
      ],
    }
  })

/** The packet as a committee would read it, and what to bring to a one-to-one. */
export function packetReadingSamples(ladder: Ladder, full: ShownReview): NamedView[] {
  const packet = packetOf(full, ladder)
  const all = everyObjection(packet)
  const read = { kind: 'objections', packet, objections: all.slice(0, 7), answered: [] } as const
  const answered = all.slice(0, 3).map(({ kind }) => ({ kind, competency: '', evidenceId: full.evidence.id }))
  const talk = talkOf(packet, ladder, null)
  const none = packetOf({ ...full, review: { ...full.review, findings: [] } }, ladder)
  return messages({
    '/ladder packet objections': objectionsView(read),
    '/ladder packet objections, with something answered': objectionsView({
      ...{ ...read, answered, objections: all.slice(7, 14) },
    }),
    '/ladder packet objections, the last kind': objectionsView({ ...read, objections: all.slice(14) }),
    '/ladder packet objections, with nothing to ask': objectionsView({ ...read, objections: [] }),
    '/ladder packet objections, without evidence': objectionsView({ ...read, packet: none }),
    ...Object.fromEntries(
      TALK_RULES.map(({ ask, name }) => [
        `/ladder packet talk, where ${name}`,
        talkView({ ...talk, gap: talk.gap && { ...talk.gap, ask } }),
      ]),
    ),
    '/ladder packet talk, without anything new': talkView({ ...talk, shown: [], known: true, left: null }),
  })
}

/** The packet as a file, and the answers if there is none. */
export function packetFileSamples(ladder: Ladder, full: ShownReview): NamedView[] {
  const { goal } = packetOf(full, ladder)
  const about = { target: goal.target, hasColleagues: true, hasDrafts: true, markdown: () => '' }
  const given = (as: PacketGiven) => packetGivenView({ kind: 'given', as, target: goal.target })
  return messages({
    ...Object.fromEntries(
      PACKET_FORMS.map((kind) => [
        `a packet as ${kind}`,
        packetFileView({ kind, name: '', bytes: new Uint8Array(), missing: kind === 'pdf' ? 2 : 0 }, about),
      ]),
    ),
    'a packet where files are not allowed': noUploadView('scope'),
    'a packet where files are turned off': noUploadView('workspace'),
    'where the file of a packet is': given('file'),
    'where the text of a packet is': given('messages'),
    'no form of the company': packetGivenView({ kind: 'no-form' }),
  })
}

/** The packet in Slack, page by page. */
export function packetSamples(shelf: Shelf, ladder: Ladder, full: ShownReview): NamedView[] {
  const packet = packetOf(full, ladder)
  const { goal, sections } = packet
  const made = { kind: 'packet', packet, ladder, draft: NO_DRAFT } as const
  const [section] = sections
  const hidden = sections.at(-1)?.competency
  const none = packetOf({ ...full, review: { ...full.review, findings: [] } }, ladder)
  return [
    ...messages({
      '/ladder packet': packetPageView(made),
      '/ladder packet, without evidence': packetPageView({ ...made, packet: none }),
      '/ladder packet, without a goal': packetPageView({ kind: 'no-goal', shelf }),
      '/ladder packet, for no such level': packetPageView({ kind: 'no-level', ladder, goal, said: 'L99' }),
      'a competency of the packet': packetPageView(made, section?.competency.id),
      'the packet’s sentences without a place': packetPageView(made, UNPLACED),
      ...(hidden
        ? {
            'a competency that is hidden': packetPageView(
              {
                ...made,
                packet: {
                  ...packet,
                  hidden: [hidden],
                  sections: sections.filter((one) => one.competency !== hidden),
                },
              },
              hidden.id,
            ),
          }
        : {}),
    }),
    ...(section
      ? (['claim', 'context'] as const).map((what) => ({
          name: `the form for a packet’s ${what}`,
          modal: packetWriteModal(packet, section, what),
        }))
      : []),
  ]
}
