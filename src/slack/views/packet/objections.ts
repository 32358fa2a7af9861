import type { types } from '@slack/bolt'
import type { ColdRead } from '../../../coaching/packet/read-packet.ts'
import { daysInWords } from '../../../domain/packet/document-of.ts'
import type { Finding, Objection, ObjectionKind } from '../../../domain/packet/objections/objection.ts'
import type { Packet, Receipt } from '../../../domain/packet/packet.ts'
import { listed } from '../../../domain/text/in-words.ts'
import { readAloud } from '../ladder/pages.ts'
import {
  actions,
  bold,
  button,
  clipped,
  footnote,
  header,
  line,
  richText,
  type Said,
  words,
} from '../rich-text.ts'
import { answeredWords, objectionPlace, objectionWords } from './objection-words.ts'
import { packetLevels, packetPlace } from './packet-words.ts'
import { UNPLACED } from './unplaced.ts'

/** The most of a quote, so that all questions fit on one screen, in characters. */
const QUOTED = 140

/** Questions that another entry answers. The others are answered where the quote is. */
const WRITTEN_DOWN: ReadonlySet<ObjectionKind> = new Set([
  'empty',
  'current-only',
  'carries',
  'setback',
  'plan',
  'unfinished',
  'once',
  'recent',
  'unmeasured',
])

const flat = (text: string): string => text.trim().replace(/\s+/g, ' ')

const quoted = (receipt: Receipt): string =>
  `${receipt.saidBy === null ? '' : `${receipt.saidBy}: `}“${clipped(flat(receipt.lead), QUOTED)}” ` +
  `(${daysInWords(receipt)}) [${receipt.number}]`

/** The numbers of the other quotes about which the same is asked. */
const alsoIn = ({ findings }: Objection): string => {
  const [first, ...others] = findings
  const numbers = [...new Set(others.flatMap(({ receipt }) => receipt?.number ?? []))].filter(
    (number) => number !== first.receipt?.number,
  )
  return numbers.length === 0 ? '' : ` Also ${listed(numbers.slice(0, 5).map((number) => `[${number}]`))}.`
}

const doing = (
  kind: ObjectionKind,
  { competency, receipt, has }: Finding,
  nth: number,
  { goal, notPlaced }: Packet,
): types.Button | null => {
  const place = (id: string): string => packetPlace({ level: goal.target, competency: id })
  if (kind === 'empty' && notPlaced.length > 0)
    return button('Place them', 'packet-page:unplaced', place(UNPLACED))
  if (WRITTEN_DOWN.has(kind))
    return button('Write it down', `packet-log:${nth}`, `${goal.ladder} ${competency?.id ?? ''}`.trim())
  if (kind === 'vouch')
    return has ? button('Bring them in', 'packet-page:voucher', place(has.competency)) : null
  if (kind === 'terms' && competency)
    return button('Add context', 'packet-write:context', place(competency.id))
  return receipt ? button('Open the entry', `packet-open:${nth}`, receipt.ref.evidenceId) : null
}

const objectionBlocks = (
  objection: Objection,
  nth: number,
  { packet, objections }: ColdRead,
): types.KnownBlock[] => {
  const [first] = objection.findings
  const { asks, why, answer } = objectionWords(objection, packet)
  const place = objectionPlace(objection)
  const isShown = objections
    .slice(0, nth)
    .some(({ findings: [one] }) => one.receipt?.number === first.receipt?.number)
  const shown = [
    ...(first.receipt === null ? [] : [isShown ? `See [${first.receipt.number}].` : quoted(first.receipt)]),
    ...(first.other ? [quoted(first.other)] : []),
    `${why}${alsoIn(objection)}`.trim(),
  ].filter((one) => one !== '')
  const button = doing(objection.kind, first, nth, packet)
  return [
    richText(
      line(bold(`${nth + 1}. ${place === '' ? '' : `${place}: `}${asks}`)),
      ...shown.map((one) => line(words(one))),
    ),
    {
      type: 'section',
      text: { type: 'plain_text', text: `What would answer it: ${answer}`, emoji: false },
      ...(button ? { accessory: button } : {}),
    },
  ]
}

const introWords = ({ objections, packet: { receipts } }: ColdRead): string => {
  if (receipts.length === 0)
    return 'A committee would have nothing to read yet. Send me something you did, or a file with your notes.'
  if (objections.length === 0)
    return 'I found nothing to ask. Ask someone who was not there to read the packet. They see what I can’t.'
  return 'Why a committee could say “not yet” today, and what would change that. The most important ones come first.'
}

/** `/ladder packet objections`: the questions to prepare for, and what is answered since the last time. */
export function objectionsView(read: ColdRead): Said {
  const { packet, objections, answered } = read
  const none = packet.receipts.length === 0
  const blocks: types.KnownBlock[] = [
    header(`Questions to prepare for: ${packetLevels(packet)}`),
    ...(answered.length === 0
      ? []
      : [
          richText(
            line(
              bold('Answered since the last time: '),
              words(`${listed(answered.slice(0, 7).map((one) => answeredWords(one, packet, daysInWords)))}.`),
            ),
          ),
        ]),
    richText(line(words(introWords(read)))),
    ...(none ? [] : objections.flatMap((one, nth) => objectionBlocks(one, nth, read))),
    actions([
      ...(none ? [button('Log evidence', 'evidence-log', 'new')] : []),
      button(
        'The whole packet',
        'packet-page:all',
        packetPlace({ level: packet.goal.target, competency: '' }),
      ),
    ]),
    footnote(
      'Only you see this. I read only your packet, as a stranger would. No AI was used. People decide ' +
        'promotions.',
    ),
  ]
  return { text: readAloud(blocks), blocks }
}
