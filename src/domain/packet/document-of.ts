import { dateInWords, listed, periodInWords } from '../text/in-words.ts'
import { coverageTable } from './coverage-table.ts'
import type { DocumentPart, PacketDocument, Run } from './document.ts'
import { madeWords } from './draft/made-words.ts'
import type { BriefPoint, Depth, Packet, Receipt, Section } from './packet.ts'
import { claimRuns, leads, paragraphsOf } from './paragraph/claim-runs.ts'

const text = (words: string): Run => ({ text: words })
const italic = (words: string): Run => ({ text: words, italic: true })
const bold = (words: string): Run => ({ text: words, bold: true })
const paragraph = (...runs: Run[]): DocumentPart => ({ kind: 'paragraph', runs })
const heading = (level: 1 | 2 | 3, words: string): DocumentPart => ({ kind: 'heading', level, text: words })

/** How well a competency is shown, in words. Never a score. */
export const DEPTH_WORDS: Readonly<Record<Depth, string>> = {
  nothing: 'no evidence yet',
  possible: 'possible match, level not assessed',
  partly: 'partly shown',
  once: 'shown once',
  months: 'shown more than once, over a short time',
  sustained: 'shown over a longer time',
}

/** The quote of a receipt, with a sign where sentences are left out. */
export function quoteOf({ sentences }: Pick<Receipt, 'sentences'>): string {
  return sentences
    .map(({ text: words, joined }, nth) => (nth === 0 ? '' : (joined ?? ' […] ')) + words)
    .join('')
}

/** "19 to 21 February 2026", "since August 2026", or "written 27 November 2026" if no words say when. */
export function daysInWords({ days: { from, to, since, named, written } }: Pick<Receipt, 'days'>): string {
  const words = periodInWords(from.toString(), (named ?? to).toString())
  return since ? `since ${words}` : `${written ? 'written ' : ''}${words}`
}

const whoseWords = (saidBy: string | null): string => (saidBy === null ? 'my own words' : `${saidBy}’s words`)

const endsSentence = (words: string): string => (/[.!?…)"”]$/.test(words.trim()) ? words : `${words}.`)

/** A quote in the case, with who said it if it was a colleague. */
const quoted = ({ lead, saidBy, number }: Receipt): Run[] => [
  ...(saidBy === null ? [] : [text(`${saidBy}: `)]),
  text(`“${lead.trim()}”`),
  ...leads([number]),
]

const quotesOf = (numbers: readonly number[], receipts: ReadonlyMap<number, Receipt>): Run[] =>
  numbers.flatMap((number, nth) => [...(nth > 0 ? [text(' ')] : []), ...quoted(receipts.get(number)!)])

const briefItem = (point: BriefPoint, receipts: ReadonlyMap<number, Receipt>): Run[] => {
  if (point.kind === 'thinnest')
    return [bold('Least evidence. '), text(`${listed(point.competencies.map(({ name }) => name))}.`)]
  return [
    bold(point.kind === 'for' ? `${point.competency.name}. ` : 'Against me. '),
    ...quotesOf(point.receipts, receipts),
  ]
}

const briefPart = (packet: Packet, receipts: ReadonlyMap<number, Receipt>): DocumentPart => ({
  kind: 'list',
  ordered: false,
  items: packet.brief.map((point) => briefItem(point, receipts)),
})

const plainOf = (runs: readonly Run[]): string => runs.map((run) => run.text).join('')

/** The points of the brief, as plain text. */
export function briefWords(packet: Packet): string[] {
  const receipts = new Map(packet.receipts.map((receipt) => [receipt.number, receipt]))
  return packet.brief.map((point) => plainOf(briefItem(point, receipts)))
}

const gapOf = ({ open, asks, depth, receipts, seeAlso }: Section, target: string): DocumentPart | null => {
  if (receipts.length + seeAlso.length === 0)
    return paragraph(bold('Open. '), text(`Nothing in this packet shows what ${target} asks here.`))
  if (open.length === 0)
    return depth === 'once'
      ? paragraph(bold('Open. '), text('This was shown once. A second time would show that it lasts.'))
      : null
  return paragraph(
    bold('Open. '),
    text(open.length === asks.length ? 'No quote shows any of this: ' : 'No quote shows: '),
    ...open.flatMap(({ text: words }, nth) => [...(nth > 0 ? [text(' ')] : []), italic(`“${words}”`)]),
  )
}

/** What is open in a section, as plain text, or null if nothing is. */
export function gapWords(section: Section, target: string): string | null {
  const gap = gapOf(section, target)
  return gap?.kind === 'paragraph' ? plainOf(gap.runs).replace(/^Open\. /, '') : null
}

const storiesPart = (section: Section, receipts: ReadonlyMap<number, Receipt>): DocumentPart[] => {
  const { claim } = section
  if (claim?.drafted)
    return [
      {
        kind: 'paragraph',
        runs: claimRuns(claim),
        ...(claim.accepted ? {} : { draft: true as const }),
      },
    ]
  if (claim !== null)
    return paragraphsOf(claimRuns(claim)).map((runs) => ({
      kind: 'paragraph',
      runs,
      ...(claim.accepted ? {} : { draft: true as const }),
    }))
  return section.receipts.map((number) => {
    const receipt = receipts.get(number)!
    return paragraph(text(`${daysInWords(receipt)}: `), ...quoted(receipt))
  })
}

const sectionParts = (
  section: Section,
  packet: Packet,
  receipts: ReadonlyMap<number, Receipt>,
): DocumentPart[] => {
  const { competency, added, context, seeAlso } = section
  const gap = gapOf(section, packet.goal.target)
  return [
    heading(2, competency.subtitle ? `${competency.name}: ${competency.subtitle}` : competency.name),
    paragraph(
      bold(`${packet.goal.target} asks: `),
      ...added.flatMap(({ text: words }, nth) => [...(nth > 0 ? [text(' ')] : []), italic(words)]),
    ),
    ...(context === null ? [] : [paragraph(text(context))]),
    ...storiesPart(section, receipts),
    ...(seeAlso.length > 0 ? [paragraph(text('See also'), ...leads(seeAlso), text('.'))] : []),
    ...(gap === null ? [] : [gap]),
  ]
}

/** Competencies where the target level asks nothing new share a list. */
const sameParts = (
  sections: readonly Section[],
  { goal }: Packet,
  receipts: ReadonlyMap<number, Receipt>,
): DocumentPart[] =>
  sections.length === 0
    ? []
    : [
        heading(2, `Where ${goal.target} asks the same as ${goal.current}`),
        {
          kind: 'list',
          ordered: false,
          items: sections.map(({ competency, claim, receipts: own, seeAlso }) => [
            bold(`${competency.name}. `),
            ...(claim?.accepted
              ? claimRuns(claim)
              : own.length > 0
                ? own
                    .slice(0, 2)
                    .flatMap((number, nth) => [
                      ...(nth > 0 ? [text(' ')] : []),
                      ...quoted(receipts.get(number)!),
                    ])
                : seeAlso.length > 0
                  ? [text('See'), ...leads(seeAlso), text('.')]
                  : [text('Nothing in this packet shows it.')]),
          ]),
        },
      ]

const receiptParts = (packet: Packet): DocumentPart[] => {
  const names = new Map(packet.sections.map(({ competency }) => [competency.id, competency.name]))
  const sentences = new Map(
    packet.sections.flatMap(({ asks }) => asks.map((one) => [one.id, one.text] as const)),
  )
  return packet.receipts.map((receipt): DocumentPart => {
    const { number, saidBy, asked, links, answers } = receipt
    const spoken = answers.filter(({ expectation }) => sentences.has(expectation))
    return {
      kind: 'receipt',
      number,
      quote: quoteOf(receipt),
      below: [
        [
          text(`${daysInWords(receipt)}, ${whoseWords(saidBy)}.${links.length > 0 ? ' ' : ''}`),
          ...links.flatMap((link, nth) => [...(nth > 0 ? [text(', ')] : []), { text: link, link }]),
        ],
        ...(asked === null ? [] : [[text('The coach had asked: '), italic(asked)]]),
        ...spoken.map(({ competency, expectation, status }) => [
          text(`${names.get(competency)}${status === 'partly' ? ', in part' : ''}: `),
          italic(sentences.get(expectation)!),
        ]),
      ],
    }
  })
}

const madeOf = (packet: Packet): DocumentPart => ({ kind: 'note', runs: [text(madeWords(packet))] })

const plainTitle = ({ author, titles, goal }: Packet): string => {
  const levels = `${titles.current} (${goal.current}) to ${titles.target} (${goal.target})`
  return author === null ? `Promotion packet: ${levels}` : `${author}: ${levels}`
}

/**
 * Work without a competency that a stranger can judge. What its owner still has to place, or to say more about, is for
 * them: they see it in Slack.
 */
const otherWorkParts = ({ notPlaced }: Packet): DocumentPart[] => {
  const all = notPlaced.filter(({ quotable }) => quotable)
  return all.length === 0
    ? []
    : [
        heading(2, 'Other work'),
        ...all.map(
          (one): DocumentPart => ({
            kind: 'quote',
            text: one.text,
            below: [text(`${daysInWords(one)}, ${whoseWords(one.saidBy)}.`)],
          }),
        ),
      ]
}

/** Says once what a possible match is, if the packet has any. */
const possibleWords = ({ receipts }: Packet): string =>
  receipts.some(({ answers }) => answers.some(({ status }) => status === null))
    ? ' Quotes were found by comparing words, without AI: a possible match is for people to judge.'
    : ''

/** A packet as a document: the case, then the receipts. */
export function documentOf(packet: Packet): PacketDocument {
  const receipts = new Map(packet.receipts.map((receipt) => [receipt.number, receipt]))
  const asksMore = packet.sections.filter(({ added }) => added.length > 0)
  const same = packet.sections.filter(({ added }) => added.length === 0)
  const evidence =
    packet.span === null
      ? 'No evidence yet.'
      : `Evidence from ${periodInWords(packet.span.from.toString(), packet.span.to.toString())}.`
  return {
    title: plainTitle(packet),
    header: `${packet.goal.current} to ${packet.goal.target} · ${dateInWords(packet.made.toString())}`,
    language: 'en',
    parts: [
      {
        kind: 'note',
        runs: [
          text(`${packet.goal.by ? `Goal: ${dateInWords(packet.goal.by)}. ` : ''}${evidence} `),
          text(`Numbers in brackets lead to the receipts.${possibleWords(packet)}`),
        ],
      },
      ...(packet.brief.length > 0 ? [heading(1, 'In brief'), briefPart(packet, receipts)] : []),
      heading(1, 'The case'),
      ...asksMore.flatMap((section) => sectionParts(section, packet, receipts)),
      ...sameParts(same, packet, receipts),
      { kind: 'page-break' },
      heading(1, 'Receipts'),
      ...receiptParts(packet),
      ...otherWorkParts(packet),
      heading(2, 'When each competency was shown'),
      coverageTable(packet.coverage),
      ...(packet.vouchers.length > 0
        ? [
            paragraph(
              text(`Confirmed by colleagues in their own words: ${endsSentence(listed(packet.vouchers))}`),
            ),
          ]
        : []),
      madeOf(packet),
    ],
  }
}
