import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { DocumentCell, DocumentPart, PacketDocument, Run } from '../../domain/packet/document.ts'
import { legible } from '../../domain/packet/legible.ts'
import { DRAFT_MARK } from '../../domain/packet/markdown.ts'
import { COLOUR, cellLook, columnShares } from './look.ts'
import { bookmarkOf, isFromRight, wordRuns, wordText } from './word-runs.ts'
import { LIST, STYLE, wordLists, wordStyles } from './word-styles.ts'

/** A4, in twips, with wide margins. */
const PAGE = { width: 11_906, height: 16_838, side: 1_360, top: 1_420, bottom: 1_250 } as const
const TEXT_WIDTH = PAGE.width - 2 * PAGE.side

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

type Part<Kind extends DocumentPart['kind']> = DocumentPart & { readonly kind: Kind }

const direction = (text: string): { bidirectional?: true } =>
  isFromRight(text) ? { bidirectional: true } : {}

const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')

const paragraph = ({ runs, draft }: Part<'paragraph'>): Paragraph =>
  new Paragraph({
    ...(draft ? { style: STYLE.draft } : {}),
    ...direction(textOf(runs)),
    children: [
      ...(draft ? wordText(`${DRAFT_MARK} `, { italics: true, color: COLOUR.draft }) : []),
      ...wordRuns(runs),
    ],
  })

/** A receipt's first line has its number. Its paragraphs are kept with what is below them. */
const receipt = ({ number, quote, below }: Part<'receipt'>): Paragraph[] => {
  const [first = '', ...more] = legible(quote).split('\n')
  const isLong = quote.length > 600
  return [
    new Paragraph({
      style: STYLE.receipt,
      keepNext: !isLong,
      keepLines: !isLong,
      ...direction(first),
      children: [
        new Bookmark({
          id: bookmarkOf(number),
          children: [new TextRun({ text: String(number), bold: true, color: COLOUR.accent })],
        }),
        new TextRun({ text: '\t' }),
        ...wordText(first),
      ],
    }),
    ...more.map(
      (line) =>
        new Paragraph({
          style: STYLE.receiptMore,
          keepNext: !isLong,
          ...direction(line),
          children: wordText(line),
        }),
    ),
    ...below.map(
      (runs, nth) =>
        new Paragraph({
          style: STYLE.receiptBelow,
          keepNext: nth < below.length - 1,
          ...direction(textOf(runs)),
          children: wordRuns(runs),
        }),
    ),
  ]
}

const quote = ({ text, below }: Part<'quote'>): Paragraph =>
  new Paragraph({
    style: STYLE.ladder,
    keepLines: text.length < 600,
    ...direction(text),
    children: [
      ...wordText(text, { italics: true }),
      ...(below.length > 0
        ? [new TextRun({ break: 1 }), ...wordRuns(below, { size: 18, color: COLOUR.quiet })]
        : []),
    ],
  })

const THIN = { style: BorderStyle.SINGLE, size: 4, color: COLOUR.rule } as const
const NONE = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' } as const

const table = ({ head, rows }: Part<'table'>): (Table | Paragraph)[] => {
  const widths = columnShares(head.length).map((share) => Math.floor(share * TEXT_WIDTH))
  const cell = (nth: number, fill: string, children: Paragraph[]): TableCell =>
    new TableCell({
      width: { size: widths[nth] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      shading: { type: ShadingType.CLEAR, color: 'auto', fill },
      margins: { left: 90, right: 60, top: 30, bottom: 30 },
      children,
    })
  const bodyCell = (one: DocumentCell, nth: number): TableCell => {
    const { fill, text: color } = cellLook(one)
    return cell(nth, fill, [
      new Paragraph({
        style: STYLE.cell,
        ...direction(textOf(one.runs)),
        children: wordRuns(one.runs, { color }),
      }),
    ])
  }
  return [
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: widths,
      borders: {
        top: THIN,
        bottom: THIN,
        insideHorizontal: THIN,
        left: NONE,
        right: NONE,
        insideVertical: { style: BorderStyle.SINGLE, size: 8, color: 'FFFFFF' },
      },
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: head.map((text, nth) =>
            cell(nth, 'FFFFFF', [
              new Paragraph({
                style: STYLE.cell,
                children: wordText(text, { bold: true, color: COLOUR.heading }),
              }),
            ]),
          ),
        }),
        ...rows.map((cells) => new TableRow({ cantSplit: true, children: cells.map(bodyCell) })),
      ],
    }),
    // Word puts nothing between a table and what comes next.
    new Paragraph({ children: [], spacing: { line: 120, after: 0 } }),
  ]
}

const partOf = (part: DocumentPart, instance: number): (Paragraph | Table)[] => {
  switch (part.kind) {
    case 'heading':
      return [new Paragraph({ heading: HEADINGS[part.level], children: wordText(part.text) })]
    case 'paragraph':
      return [paragraph(part)]
    case 'list':
      return part.items.map(
        (runs) =>
          new Paragraph({
            numbering: { reference: part.ordered ? LIST.numbers : LIST.bullets, level: 0, instance },
            ...direction(textOf(runs)),
            children: wordRuns(runs),
          }),
      )
    case 'receipt':
      return receipt(part)
    case 'quote':
      return [quote(part)]
    case 'table':
      return table(part)
    case 'note':
      return [new Paragraph({ style: STYLE.note, children: wordRuns(part.runs) })]
    case 'page-break':
      return [new Paragraph({ pageBreakBefore: true, children: [], spacing: { line: 20, after: 0 } })]
  }
}

/** A page break goes onto the part that comes after it, so that the new page begins with that and no empty line. */
const withBreaks = (parts: readonly DocumentPart[]): (Paragraph | Table)[] =>
  parts.flatMap((part, nth) => {
    const next = parts[nth + 1]
    if (part.kind === 'page-break' && next?.kind === 'heading') return []
    if (part.kind === 'heading' && parts[nth - 1]?.kind === 'page-break')
      return [
        new Paragraph({
          heading: HEADINGS[part.level],
          pageBreakBefore: true,
          children: wordText(part.text),
        }),
      ]
    return partOf(part, nth + 1)
  })

/**
 * The document as a Word file (.docx). It has no macros, no fields made of a person's words, and no outside content.
 */
export async function packetWord({ title, header, language, parts }: PacketDocument): Promise<Uint8Array> {
  const quiet = { color: COLOUR.quiet, size: 18 } as const
  const document = new Document({
    title: legible(title).replaceAll('\n', ' '),
    creator: 'Ladder Coach',
    lastModifiedBy: 'Ladder Coach',
    styles: wordStyles(language),
    numbering: wordLists(),
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { left: PAGE.side, right: PAGE.side, top: PAGE.top, bottom: PAGE.bottom },
          },
        },
        headers: {
          default: new Header({
            children: [
              new Paragraph({
                style: STYLE.header,
                border: { bottom: { ...THIN, space: 6 } },
                children: wordText(header),
              }),
            ],
          }),
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                style: STYLE.header,
                alignment: AlignmentType.RIGHT,
                children: [
                  new TextRun({
                    ...quiet,
                    children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
                  }),
                ],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: wordText(title) }),
          ...withBreaks(parts),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}
