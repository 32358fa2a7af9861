import type { Content, ContentText, TableCell } from 'pdfmake/interfaces.js'
import type { DocumentCell, DocumentPart, Run } from '../../domain/packet/document.ts'
import { openable } from '../../domain/packet/legible.ts'
import { DRAFT_MARK } from '../../domain/packet/markdown.ts'
import { COLOUR, cellLook, columnShares } from './look.ts'

type Part<Kind extends DocumentPart['kind']> = DocumentPart & { readonly kind: Kind }
type Inline = Exclude<ContentText['text'], string | readonly unknown[]>

const hex = (colour: string): string => `#${colour}`

/** The width of the text on a page, in points: A4 with margins of 68. */
export const TEXT_WIDTH = 459

/** The width of a receipt's number, in points. */
const NUMBER_WIDTH = 26

/** The bar at the left of a block and the space within the block, in points. */
const BAR = { width: 2.5, padding: 11 } as const

/** The room below a heading for the first lines of a long part, in points. */
const ROOM = 48

const destinationOf = (receipt: number): string => `receipt-${receipt}`

/** True if a part certainly fits on one page, and can move to the next page as a whole without looking bad. */
const isShort = (part: DocumentPart): boolean =>
  part.kind === 'table' ? part.rows.length <= 24 : JSON.stringify(part).length < 1_800 && lines(part) < 20

const lines = (part: DocumentPart): number => JSON.stringify(part).split('\\n').length

type Fit = (text: string) => string
/** Makes texts and runs ones that the font can show. */
type Write = { readonly fitted: Fit; readonly inlines: (runs: readonly Run[]) => Inline[] }

const inlinesOf = (runs: readonly Run[], fitted: Fit): Inline[] =>
  runs.map(({ text, bold, italic, link, receipt }) => {
    const url = link === undefined ? null : openable(link)
    return {
      text: fitted(text),
      ...(bold ? { bold } : {}),
      ...(italic ? { italics: true } : {}),
      ...(url === null ? {} : { link: url, color: hex(COLOUR.accent), decoration: 'underline' as const }),
      ...(url === null && receipt !== undefined
        ? { linkToDestination: destinationOf(receipt), color: hex(COLOUR.accent) }
        : {}),
    }
  })

/** A block with a bar at its left. A long one breaks, so that it begins on the page of its heading. */
const barred = (content: Content, bar: string, fill: string | null, isWhole: boolean): Content => ({
  margin: [0, 2, 0, 10],
  table: { widths: [TEXT_WIDTH - BAR.width - 2 * BAR.padding], body: [[content]], dontBreakRows: isWhole },
  layout: {
    hLineWidth: () => 0,
    vLineWidth: (nth) => (nth === 0 ? BAR.width : 0),
    vLineColor: () => hex(bar),
    fillColor: () => fill && hex(fill),
    paddingLeft: () => BAR.padding,
    paddingRight: () => BAR.padding,
    paddingTop: () => 6,
    paddingBottom: () => 5,
  },
})

const paragraph = (part: Part<'paragraph'>, { inlines }: Write): Content => {
  const { runs, draft } = part
  return draft
    ? barred(
        { text: [{ text: `${DRAFT_MARK} `, italics: true, color: hex(COLOUR.draft) }, ...inlines(runs)] },
        COLOUR.draft,
        null,
        isShort(part),
      )
    : { text: inlines(runs), style: 'paragraph' }
}

const list = ({ ordered, items }: Part<'list'>, { inlines }: Write): Content => {
  const look = { margin: [2, 0, 0, 8] as [number, number, number, number], markerColor: hex(COLOUR.accent) }
  const of = items.map((runs): Content => ({ text: inlines(runs), margin: [4, 0, 0, 5] }))
  return ordered ? { ol: of, ...look } : { ul: of, ...look }
}

const receipt = ({ number, quote, below }: Part<'receipt'>, { fitted, inlines }: Write): Content => ({
  margin: [0, 0, 0, 10],
  columns: [
    {
      text: String(number),
      bold: true,
      color: hex(COLOUR.accent),
      width: NUMBER_WIDTH,
      id: destinationOf(number),
    },
    {
      // A column of width "*" grows with a long word, beyond the page.
      width: TEXT_WIDTH - NUMBER_WIDTH,
      stack: [
        { text: fitted(quote), margin: [0, 0, 0, 2], preserveLeadingSpaces: true },
        ...below.map((runs): Content => ({ text: inlines(runs), fontSize: 8.5, color: hex(COLOUR.quiet) })),
      ],
    },
  ],
})

const quote = (part: Part<'quote'>, { fitted, inlines }: Write): Content => {
  const { text, below } = part
  return barred(
    {
      stack: [
        { text: fitted(text), italics: true, color: hex(COLOUR.heading) },
        ...(below.length > 0
          ? [
              {
                text: inlines(below),
                fontSize: 8.5,
                color: hex(COLOUR.quiet),
                margin: [0, 2, 0, 0],
              } as Content,
            ]
          : []),
      ],
    },
    COLOUR.accent,
    COLOUR.tint,
    isShort(part),
  )
}

const cell = (one: DocumentCell, { inlines }: Write): TableCell => {
  const { fill, text } = cellLook(one)
  // We omit the sign in front, because the words and the colour say the same and Roboto lacks some signs.
  const runs = one.sign
    ? one.runs.map((run) => ({ ...run, text: run.text.replace(/^[^\p{L}]+/u, '') }))
    : one.runs
  return { text: inlines(runs), style: 'cell', fillColor: hex(fill), color: hex(text) }
}

const table = ({ head, rows }: Part<'table'>, write: Write): Content => ({
  margin: [0, 2, 0, 8],
  table: {
    headerRows: 1,
    dontBreakRows: true,
    widths: columnShares(head.length).map((share) => `${(share * 100).toFixed(2)}%`),
    body: [
      head.map(
        (text): TableCell => ({
          text: write.fitted(text),
          style: 'cell',
          bold: true,
          color: hex(COLOUR.heading),
        }),
      ),
      ...rows.map((cells) => cells.map((one) => cell(one, write))),
    ],
  },
  layout: {
    hLineWidth: () => 0.5,
    hLineColor: () => hex(COLOUR.rule),
    vLineWidth: (nth, { table: { widths } }) => (nth === 0 || nth === widths?.length ? 0 : 1),
    vLineColor: () => '#FFFFFF',
    paddingLeft: () => 6,
    paddingRight: () => 4,
    paddingTop: () => 4,
    paddingBottom: () => 3,
  },
})

/** Parts of a document as pdfmake's. `fitted` makes every text one that the font can show. */
export function makePdfParts(fitted: Fit) {
  const write: Write = { fitted, inlines: (runs) => inlinesOf(runs, fitted) }
  /** A name for each heading, by which the outline nests them. */
  let headings = 0
  const above: (string | undefined)[] = []

  const heading = ({ level, text }: Part<'heading'>): Content => {
    headings += 1
    const id = `heading-${headings}`
    above[level] = id
    const parent = above.slice(1, level).findLast((one) => one !== undefined)
    above.length = level + 1
    return {
      text: fitted(text),
      style: `heading${level}`,
      id,
      outline: true,
      headlineLevel: level,
      ...(parent ? { outlineParentId: parent } : {}),
    }
  }

  const partOf = (part: Exclude<DocumentPart, Part<'page-break'>>): Content => {
    switch (part.kind) {
      case 'heading':
        return heading(part)
      case 'paragraph':
        return paragraph(part, write)
      case 'list':
        return list(part, write)
      case 'receipt':
        return receipt(part, write)
      case 'quote':
        return quote(part, write)
      case 'table':
        return table(part, write)
      case 'note':
        return { text: write.inlines(part.runs), style: 'note' }
    }
  }

  return {
    /** The parts in their order. A page break goes onto the part that comes after it. */
    contentOf: (parts: readonly DocumentPart[]): Content[] => {
      const content: Content[] = []
      let heads: Content[] = []
      let breaks = false
      const flush = (unbreakable: boolean): void => {
        const before = breaks ? { pageBreak: 'before' as const } : {}
        if (unbreakable || heads.length === 1) content.push({ stack: heads, unbreakable, ...before })
        else if (heads.length > 1)
          // A long part breaks, and its first lines need room below its heading.
          content.push(
            {
              stack: [...heads.slice(0, -1), { text: ' ', fontSize: 1, margin: [0, 0, 0, ROOM] }],
              unbreakable: true,
              ...before,
            },
            { stack: heads.slice(-1), margin: [0, -ROOM, 0, 0] },
          )
        heads = []
        breaks = false
      }
      for (const part of parts) {
        if (part.kind === 'page-break') {
          flush(true)
          breaks = true
          continue
        }
        heads.push(partOf(part))
        // A heading is on the page of what it is about.
        if (part.kind !== 'heading') flush(isShort(part))
      }
      flush(true)
      return content
    },
  }
}
