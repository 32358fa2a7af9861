import type { types } from '@slack/bolt'
import { daysInWords, quoteOf } from '../../../domain/packet/document-of.ts'
import type { Packet, Receipt, Section } from '../../../domain/packet/packet.ts'
import { bold, clipped, italic, line, passage, richText, words } from '../rich-text.ts'
import { numberedWords, packetPlace } from './packet-words.ts'

/** Slack's limit for an input, in characters. */
const MOST = 3_000

/** How much of each quote appears next to the field, in characters. */
const QUOTED = 600

const LABELS = {
  claim: 'Your paragraph',
  context: 'What a stranger needs to know',
} as const

/** What can be written for a competency: the paragraph that opens it, or what a stranger has to know. */
export type Written = keyof typeof LABELS

const HINTS: Readonly<Record<Written, string>> = {
  claim:
    'In the first person. Put a quote’s number where you mention it, like [3]. Empty, it shows the quotes themselves.',
  context: 'Names of systems, abbreviations, who the people are. Leave it empty for none.',
}

/** A form for the person's own words about one competency, next to the ladder's sentences and their quotes. */
export function packetWriteModal(packet: Packet, section: Section, what: Written): types.ModalView {
  const { competency, added, asks, claim, context, receipts } = section
  const initial = what === 'claim' ? (claim?.text ?? '') : (context ?? '')
  const [quotes, others] = [true, false].map((here) =>
    packet.receipts.filter(({ number }) => receipts.includes(number) === here),
  ) as [Receipt[], Receipt[]]
  const place = packetPlace({ level: packet.goal.target, competency: competency.id })
  return {
    type: 'modal',
    callback_id: 'packet-write',
    private_metadata: `${what} ${place} ${numberedWords([...quotes, ...others])}`,
    title: { type: 'plain_text', text: clipped(competency.name, 24) },
    submit: { type: 'plain_text', text: 'Save' },
    close: { type: 'plain_text', text: 'Cancel' },
    blocks: [
      {
        type: 'input',
        block_id: 'words',
        optional: true,
        label: { type: 'plain_text', text: LABELS[what] },
        hint: { type: 'plain_text', text: HINTS[what] },
        element: {
          type: 'plain_text_input',
          action_id: 'text',
          multiline: true,
          max_length: MOST,
          ...(initial ? { initial_value: initial.slice(0, MOST) } : {}),
        },
      },
      richText(
        line(bold(`${packet.goal.target} asks`)),
        line(
          ...(added.length > 0 ? added : asks).flatMap(({ text }, nth) => [
            ...(nth > 0 ? [words(' ')] : []),
            italic(text),
          ]),
        ),
      ),
      ...quotes.flatMap((receipt) => [
        richText(passage(clipped(quoteOf(receipt), QUOTED))),
        richText(line(words(`[${receipt.number}] ${daysInWords(receipt)}`))),
      ]),
    ],
  }
}
