import type { types } from '@slack/bolt'
import type { Competency } from '../../../domain/ladder/ladder.ts'
import { MOST_QUOTES } from '../../../domain/packet/choose-stories.ts'
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

/** The most of a quote that was replaced, in characters. */
const LEFT = 200

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

/** Where the packet has these words already. */
const whereWords = ({ quotedAt, sameAs, out }: Offer): string => {
  if (quotedAt !== null) return `, quoted as [${quotedAt}]`
  if (out) return ', taken out'
  return sameAs === null ? '' : `, like [${sameAs}]`
}

const offerLabel = (offer: Offer): string => {
  const { text, saidBy, days } = offer
  const who = saidBy === null ? '' : `, ${saidBy}`
  return `${daysInWords({ days })}${who}${whereWords(offer)}: ${text.trim().replace(/\s+/g, ' ')}`
}

/** What the last click changed besides what it was for. */
const leftWords = (left: readonly Receipt[]): types.KnownBlock[] =>
  left.length === 0
    ? []
    : [
        richText(
          line(
            words(
              `A competency has at most ${MOST_QUOTES} quotes, so your quote replaced ` +
                `${left.length === 1 ? 'this one' : 'these'}. You can bring it in again:`,
            ),
          ),
          ...left.map(({ lead }) => passage(clipped(lead.trim(), LEFT))),
        ),
      ]

/** How many stories count for a competency and don't fit in the list. */
const moreWords = ({ moreLeft, competency }: Section): types.KnownBlock[] =>
  moreLeft === 0
    ? []
    : [
        footnote(
          `${moreLeft} more ${moreLeft === 1 ? 'note counts' : 'notes count'} for ${competency.name} than the list ` +
            `has. Type /ladder evidence ${competency.name} to read them.`,
        ),
      ]

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

/** One competency of a packet, with all that its owner can change in it. `left` are quotes that a new one replaced. */
export function packetSectionView(packet: Packet, section: Section, left: readonly Receipt[] = []): Said {
  const { competency, added, asks, claim, context, seeAlso, more } = section
  const place = packetPlace({ level: packet.goal.target, competency: competency.id })
  const own = section.receipts.map((number) => packet.receipts.find((one) => one.number === number)!)
  const blocks: types.KnownBlock[] = [
    header(`${competency.name} · ${packetLevels(packet)}`),
    ...leftWords(left),
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
    ...moreWords(section),
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
