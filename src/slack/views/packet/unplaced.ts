import type { types } from '@slack/bolt'
import { daysInWords } from '../../../domain/packet/document-of.ts'
import type { NotPlaced, Packet } from '../../../domain/packet/packet.ts'
import { readAloud } from '../ladder/pages.ts'
import {
  actions,
  button,
  clipped,
  footnote,
  header,
  line,
  passage,
  richText,
  type Said,
  select,
  words,
} from '../rich-text.ts'
import { packetLevels, packetPlace, storyWords } from './packet-words.ts'

/** The id of the packet's page with entries that have no competency yet. No competency has this id. */
export const UNPLACED = '-'

/** How many sentences the page asks about at once. */
const AT_ONCE = 5

/** The most of a sentence that is shown, in characters. */
const QUOTED = 500

const choose = (one: NotPlaced, packet: Packet, nth: number): types.ActionsBlock => {
  const names = new Map(packet.sections.map(({ competency }) => [competency.id, competency.name]))
  const likely = one.between.filter((id) => names.has(id))
  const others = [...names.keys()].filter((id) => !likely.includes(id))
  const level = packetPlace({ level: packet.goal.target, competency: '' })
  return actions([
    select(
      `packet-place:${nth}`,
      'Which competency is it about?',
      [...likely, ...others].map((id) => ({
        label: `${names.get(id)!}${likely.includes(id) ? ' (likely)' : ''}`,
        value: `${level} ${id} ${storyWords(one.ref)}`,
      })),
    ),
    button('Open', `packet-open:${nth}`, one.ref.evidenceId),
  ])
}

/** Sentences about work that no competency has yet, each with its choice. */
export function packetUnplacedView(packet: Packet): Said {
  const { notPlaced, goal } = packet
  const shown = notPlaced.slice(0, AT_ONCE)
  const blocks: types.KnownBlock[] = [
    header(`Not placed yet · ${packetLevels(packet)}`),
    ...(shown.length === 0 ? [richText(line(words('Everything has its place.')))] : []),
    ...shown.flatMap((one, nth) => [
      richText(
        passage(clipped(one.text.trim().replace(/\s+/g, ' '), QUOTED)),
        line(words(`${daysInWords(one)}${one.saidBy === null ? '' : `, ${one.saidBy}’s words`}`)),
      ),
      choose(one, packet, nth),
    ]),
    actions([
      button('The whole packet', 'packet-page:all', packetPlace({ level: goal.target, competency: '' })),
    ]),
    footnote(
      notPlaced.length > shown.length
        ? `${notPlaced.length - shown.length} more come when these have a place.`
        : 'What you choose also corrects the review of that entry.',
    ),
  ]
  return { text: readAloud(blocks), blocks }
}
