import { z } from 'zod'
import { SHOWN } from './coverage.ts'
import { quoteOf } from './document-of.ts'
import type { Packet, Receipt, Section } from './packet.ts'

/** The version of the schema. It changes if a reader of the last one could misread the next. */
const VERSION = 1

const date = z.iso.date().describe('A day, as in ISO 8601')
const days = z.object({ from: date, to: date }).describe('Both days are included')
const number = z.int().min(1).describe('The number of a receipt')
const sentence = z.object({ id: z.string(), text: z.string().describe('The ladder’s sentence, verbatim') })
const competency = z.object({ id: z.string(), name: z.string() })
const depth = z.enum(['nothing', 'possible', 'partly', 'once', 'months', 'sustained'])

/** A packet as JSON. `.github/docs/packet.schema.json` is the same as JSON Schema. */
export const PACKET_JSON = z.object({
  version: z.literal(VERSION),
  author: z.string().nullable(),
  ladder: z.object({
    id: z.string(),
    name: z.string(),
    version: z.string().describe('Git blob id of its file'),
  }),
  current: z.object({ level: z.string(), title: z.string() }),
  target: z.object({ level: z.string(), title: z.string() }),
  made: date,
  evidence: days.nullable().describe('First and last day of the evidence'),
  brief: z.array(
    z.object({
      kind: z.enum(['for', 'against', 'thinnest']),
      competencies: z.array(competency),
      receipts: z.array(number),
    }),
  ),
  competencies: z.array(
    competency.extend({
      asks: z.array(
        sentence.extend({ new: z.boolean().describe('True if the current level does not ask this') }),
      ),
      claim: z
        .object({
          text: z.string(),
          by: z.enum(['owner', 'model']).describe('Who wrote it'),
          accepted: z.boolean().describe('What AI drafted is a draft until its owner accepts it'),
          receipts: z.array(number),
          sentences: z
            .array(z.object({ text: z.string(), receipts: z.array(number) }))
            .nullable()
            .describe('What AI drafted, sentence by sentence. Null for what the owner wrote'),
        })
        .nullable(),
      context: z.string().nullable(),
      receipts: z.array(number),
      seeAlso: z.array(number),
      depth: depth.describe('How well it is shown. This is not a score'),
      open: z.array(sentence).describe('Sentences that no receipt shows'),
    }),
  ),
  receipts: z.array(
    z.object({
      number,
      quote: z.string().describe('Verbatim. "[…]" is where sentences are left out'),
      saidBy: z.string().nullable().describe('A colleague, or null for the author’s own words'),
      asked: z.string().nullable().describe('The question of the coach that it answers'),
      days,
      links: z.array(z.string()),
      answers: z.array(
        z.object({
          competency: z.string(),
          expectation: z.string(),
          status: z.string().nullable().describe('Null for a possible match, found without AI'),
        }),
      ),
      against: z.boolean(),
    }),
  ),
  coverage: z.object({
    quarters: z.array(z.object({ year: z.int(), quarter: z.int().min(1).max(4) })),
    lines: z.array(z.object({ competency, quarters: z.array(z.enum(SHOWN)) })),
  }),
  notPlaced: z.array(z.object({ text: z.string(), saidBy: z.string().nullable(), days })),
  confirmedBy: z.array(z.string()).describe('Colleagues who confirmed something in their own words'),
  note: z.string(),
})

type PacketJson = z.infer<typeof PACKET_JSON>

/** Said in the file, because it may be read without anything else. */
const NOTE =
  'Quotes are the author’s own words, or a colleague’s where saidBy names one. People decide promotions.'

const daysJson = ({ from, to }: Receipt['days']) => ({ from: from.toString(), to: to.toString() })
const named = ({ id, name }: Section['competency']) => ({ id, name })
const asked = ({ id, text }: Section['asks'][number]) => ({ id, text })

const claimJson = ({ text, by, accepted, receipts, drafted }: NonNullable<Section['claim']>) => ({
  ...{ text, by, accepted },
  receipts: [...receipts],
  sentences: drafted
    ? drafted.sentences.map((one) => ({ text: one.text, receipts: [...one.receipts] }))
    : null,
})

const sectionJson = (section: Section): PacketJson['competencies'][number] => {
  const added = new Set(section.added.map(({ id }) => id))
  return {
    ...named(section.competency),
    asks: section.asks.map((one) => ({ ...asked(one), new: added.has(one.id) })),
    claim: section.claim && claimJson(section.claim),
    context: section.context,
    receipts: [...section.receipts],
    seeAlso: [...section.seeAlso],
    depth: section.depth,
    open: section.open.map(asked),
  }
}

const briefJson = (point: Packet['brief'][number]): PacketJson['brief'][number] => ({
  kind: point.kind,
  competencies:
    point.kind === 'thinnest'
      ? point.competencies.map(named)
      : point.kind === 'for'
        ? [named(point.competency)]
        : [],
  receipts: point.kind === 'thinnest' ? [] : [...point.receipts],
})

/** The packet as JSON, in the form of PACKET_JSON. No ids of pieces, and nothing that is left out of the packet. */
export function packetJson(packet: Packet): PacketJson {
  const { goal, titles, coverage } = packet
  return {
    version: VERSION,
    author: packet.author,
    ladder: { id: packet.ladder.id, name: packet.ladder.name, version: packet.ladder.version },
    current: { level: goal.current, title: titles.current },
    target: { level: goal.target, title: titles.target },
    made: packet.made.toString(),
    evidence: packet.span && daysJson(packet.span),
    brief: packet.brief.map(briefJson),
    competencies: packet.sections.map(sectionJson),
    receipts: packet.receipts.map((receipt) => ({
      number: receipt.number,
      quote: quoteOf(receipt),
      saidBy: receipt.saidBy,
      asked: receipt.asked,
      days: daysJson(receipt.days),
      links: [...receipt.links],
      answers: receipt.answers.map(({ competency: of, expectation, status }) => ({
        competency: of,
        expectation,
        status,
      })),
      against: receipt.against,
    })),
    coverage: {
      quarters: coverage.quarters.map(({ year, quarter }) => ({ year, quarter })),
      lines: coverage.lines.map(({ competency: of, quarters }) => ({
        competency: named(of),
        quarters: [...quarters],
      })),
    },
    notPlaced: packet.notPlaced.map(({ text, saidBy, days: of }) => ({ text, saidBy, days: daysJson(of) })),
    confirmedBy: [...packet.vouchers],
    note: NOTE,
  }
}
