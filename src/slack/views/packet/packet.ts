import type { types } from '@slack/bolt'
import type { MadePacket } from '../../../coaching/packet/make-packet.ts'
import type { BriefPoint, Packet, Receipt } from '../../../domain/packet/packet.ts'
import { dateInWords, listed } from '../../../domain/text/in-words.ts'
import { readAloud } from '../ladder/pages.ts'
import {
  actions,
  bold,
  bullets,
  button,
  clipped,
  footnote,
  header,
  line,
  richText,
  type Said,
  select,
  words,
} from '../rich-text.ts'
import { draftBlocks } from './draft.ts'
import { packetFiles, packetLevels, packetPlace, sectionWords } from './packet-words.ts'
import { UNPLACED } from './unplaced.ts'
import { workButton } from './work.ts'

type ShownPacket = Extract<MadePacket, { kind: 'packet' }>
type Inlines = Parameters<typeof line>

/** The most of a quote in the brief, in characters. The whole of it is one click away. */
const QUOTED = 400

const quoteWords = ({ lead, saidBy, number }: Receipt): Inlines => [
  words(
    `${saidBy === null ? '' : `${saidBy}: `}“${clipped(lead.trim().replace(/\s+/g, ' '), QUOTED)}” [${number}]`,
  ),
]

const pointWords = (point: BriefPoint, receipts: ReadonlyMap<number, Receipt>): Inlines => {
  if (point.kind === 'thinnest')
    return [bold('Least evidence: '), words(`${listed(point.competencies.map(({ name }) => name))}.`)]
  const title = point.kind === 'for' ? `${point.competency.name}: ` : 'Against you: '
  const [first] = point.receipts
  return [bold(title), ...quoteWords(receipts.get(first!)!)]
}

const notPlaced = ({ notPlaced: all, goal }: Packet): types.KnownBlock[] =>
  all.length === 0
    ? []
    : [
        richText(
          line(bold('Not placed yet')),
          line(
            words(
              all.length === 1
                ? 'One note about your work belongs to no competency so far. '
                : `${all.length} notes about your work belong to no competency so far. `,
            ),
            words('A file has only those that say what you did and what came of it. '),
            words('You know best where they belong:'),
          ),
        ),
        actions([
          button(
            'Place them',
            'packet-page:unplaced',
            packetPlace({ level: goal.target, competency: UNPLACED }),
          ),
        ]),
      ]

/** How many questions about quotes the page has, and how much of each quote is shown. */
const MOST_QUESTIONS = 3
const ASKED = 120

const questionWords = ({ questions }: Packet): types.KnownBlock[] =>
  questions.length === 0
    ? []
    : [
        richText(
          line(bold('What would make it stronger')),
          bullets(
            questions
              .slice(0, MOST_QUESTIONS)
              .map(({ ask, text }) => [
                words(`“${clipped(text.trim().replace(/\s+/g, ' '), ASKED)}” `),
                words(ask === 'own-part' ? 'Which part was yours?' : 'What changed because of it?'),
              ]),
          ),
        ),
      ]

const hiddenWords = ({ hidden, goal }: Packet): types.KnownBlock[] =>
  hidden.map(({ id, name }) => ({
    type: 'section',
    text: { type: 'plain_text', text: `Hidden: ${name}`, emoji: false },
    accessory: button(`Show ${name}`, 'packet-show', packetPlace({ level: goal.target, competency: id })),
  }))

/** How many entries that look confidential are asked about, and how much of each is shown. */
const MOST_WITHHELD = 3
const WITHHELD = 80

const withheldWords = ({ withheld, goal }: Packet): types.KnownBlock[] =>
  withheld.length === 0
    ? []
    : [
        richText(line(bold('Left out, because it looks confidential'))),
        ...withheld
          .slice(0, MOST_WITHHELD)
          .flatMap(({ evidenceId, text }, nth) => [
            richText(line(words(`“${clipped(text.trim().replace(/\s+/g, ' '), WITHHELD)}”`))),
            actions([
              button(
                'Include it',
                `packet-include:${nth}`,
                packetPlace({ level: goal.target, competency: evidenceId }),
              ),
              button('Open', `packet-open:${nth}`, evidenceId),
            ]),
          ]),
      ]

/** `/ladder packet`: what is in the packet, and where to go from here. */
export function packetView({ packet, draft, own, hasForm }: Omit<ShownPacket, 'kind' | 'ladder'>): Said {
  const { goal, sections, receipts, brief, hidden } = packet
  const known = new Map(receipts.map((one) => [one.number, one]))
  const place = (competency: string): string => packetPlace({ level: goal.target, competency })
  const none = receipts.length === 0
  const blocks: types.KnownBlock[] = [
    header(`Your packet: ${packetLevels(packet)}`),
    richText(
      line(
        words(
          none
            ? 'There is nothing to quote yet. Send me something you did, or a file with your notes.'
            : `A draft from your own words: ${receipts.length} ${receipts.length === 1 ? 'quote' : 'quotes'}.` +
                `${goal.by ? ` You want to be there by ${dateInWords(goal.by)}.` : ''}`,
        ),
      ),
    ),
    ...(none
      ? []
      : [richText(line(bold('In brief')), bullets(brief.map((point) => pointWords(point, known))))]),
    richText(
      line(bold('By competency')),
      bullets(sections.map((section) => [words(`${section.competency.name}: ${sectionWords(section)}`)])),
    ),
    ...hiddenWords(packet),
    ...draftBlocks(packet, draft),
    ...questionWords(packet),
    ...notPlaced(packet),
    ...withheldWords(packet),
    actions([
      select(
        'packet-page',
        'Open a competency',
        [...sections.map(({ competency }) => competency), ...hidden].map(({ id, name }) => ({
          label: hidden.some((one) => one.id === id) ? `${name} (hidden)` : name,
          value: place(id),
        })),
      ),
      ...(none ? [] : [packetFiles(goal.target, hasForm)]),
      ...(own ? [workButton()] : []),
      button('Log evidence', 'evidence-log', 'new'),
    ]),
    ...(none
      ? []
      : [
          actions([
            button('What would a committee ask?', 'packet-objections', place('')),
            button('Prepare a one-to-one', 'packet-talk', place('')),
          ]),
        ]),
    footnote(
      'Only you see this. Numbers in brackets count quotes. They are not scores. People decide promotions.',
    ),
  ]
  return { text: readAloud(blocks), blocks }
}
