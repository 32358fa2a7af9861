import type { types } from '@slack/bolt'
import type { Competency } from '../../../domain/ladder/ladder.ts'
import { daysInWords, quoteOf } from '../../../domain/packet/document-of.ts'
import type { Offer, Packet, Receipt, Section } from '../../../domain/packet/packet.ts'
import { listed } from '../../../domain/text/in-words.ts'
import { readAloud } from '../ladder/pages.ts'
import {
  actions,
  bold,
  button,
  clipped,
  footnote,
  header,
  italic,
  line,
  numbered,
  passage,
  richText,
  type Said,
  select,
  words,
} from '../rich-text.ts'
import { claimBlocks } from './draft.ts'
import {
  packetLevels,
  packetOption,
  packetPlace,
  receiptLine,
  sectionWords,
  storyWords,
} from './packet-words.ts'

/** The most of a quote that a page shows, in characters. Slack allows 3,000 in a block. */
const QUOTED = 1_500

const receiptBlocks = (receipt: Receipt, place: string): types.KnownBlock[] => {
  const about = `${place} ${storyWords(receipt.ref)}`
  return [
    richText(passage(clipped(quoteOf(receipt), QUOTED))),
    {
      type: 'section',
      text: { type: 'plain_text', text: receiptLine(receipt), emoji: false },
      accessory: {
        type: 'overflow',
        action_id: `packet-quote:${receipt.number}`,
        options: [
          packetOption('Put it first', `first:${about}`),
          packetOption('Take it out', `out:${about}`),
          packetOption('Open the entry', `open:${receipt.ref.evidenceId}`),
        ],
      },
    },
  ]
}

const offerLabel = ({ text, saidBy, days }: Offer): string =>
  `${daysInWords({ days })}${saidBy === null ? '' : `, ${saidBy}`}: ${text.trim().replace(/\s+/g, ' ')}`

const gapWords = ({ open, receipts, seeAlso }: Section, target: string): types.KnownBlock[] => {
  if (open.length === 0) return []
  return [
    richText(
      line(
        bold(receipts.length + seeAlso.length === 0 ? `Nothing shows what ${target} asks yet` : 'Still open'),
      ),
      line(...open.flatMap(({ text }, nth) => [...(nth > 0 ? [words(' ')] : []), italic(text)])),
    ),
  ]
}

const goOn = (packet: Packet, id: string): types.KnownBlock => {
  const all = packet.sections.map(({ competency }) => competency)
  const at = all.findIndex((one) => one.id === id)
  const place = (competency: string): string => packetPlace({ level: packet.goal.target, competency })
  const [before, after] = [all[at - 1], all[at + 1]]
  return actions([
    ...(before ? [button(`‹ ${before.name}`, 'packet-page:before', place(before.id))] : []),
    button('The whole packet', 'packet-page:all', place('')),
    ...(after ? [button(`${after.name} ›`, 'packet-page:after', place(after.id))] : []),
  ])
}

/** One competency of a packet, with all that its owner can change in it. */
export function packetSectionView(packet: Packet, section: Section): Said {
  const { competency, added, asks, claim, context, seeAlso, more } = section
  const place = packetPlace({ level: packet.goal.target, competency: competency.id })
  const own = section.receipts.map((number) => packet.receipts.find((one) => one.number === number)!)
  const blocks: types.KnownBlock[] = [
    header(`${competency.name} · ${packetLevels(packet)}`),
    richText(
      line(bold(added.length > 0 ? `What ${packet.goal.target} adds` : `What ${packet.goal.target} asks`)),
      numbered((added.length > 0 ? added : asks).map(({ text }) => [italic(text)])),
    ),
    ...(context === null ? [] : [richText(line(bold('Context')), line(words(context)))]),
    ...claimBlocks(packet, section, own),
    ...(own.length > 0 ? [richText(line(bold(sectionWords(section))))] : []),
    ...own.flatMap((receipt) => receiptBlocks(receipt, place)),
    ...(seeAlso.length > 0
      ? [richText(line(words(`See also ${listed(seeAlso.map((number) => `[${number}]`))}.`)))]
      : []),
    ...gapWords(section, packet.goal.target),
    actions([
      ...(claim?.drafted
        ? []
        : [
            button(
              claim === null ? 'Write my paragraph' : 'Change my paragraph',
              'packet-write:claim',
              place,
            ),
          ]),
      button(context === null ? 'Add context' : 'Change context', 'packet-write:context', place),
      button(`Hide ${competency.name}`, 'packet-hide', place),
      ...(more.length > 0
        ? [
            select(
              'packet-bring-in',
              'Bring in another quote',
              more.map((offer) => ({ label: offerLabel(offer), value: `${place} ${storyWords(offer.ref)}` })),
            ),
          ]
        : []),
    ]),
    goOn(packet, competency.id),
    footnote(
      'Only you see this. Your choices here stay when you add evidence. A colleague’s words go in only if you ' +
        'bring them in.',
    ),
  ]
  return { text: readAloud(blocks), blocks }
}

/** A competency that its owner hid. */
export function packetHiddenView(packet: Packet, { id, name }: Competency): Said {
  const place = packetPlace({ level: packet.goal.target, competency: id })
  const blocks: types.KnownBlock[] = [
    header(`${name} · ${packetLevels(packet)}`),
    richText(line(words(`You hid ${name}. It is not in your packet.`))),
    actions([button(`Show ${name}`, 'packet-show', place)]),
    goOn(packet, id),
  ]
  return { text: readAloud(blocks), blocks }
}
