import { AlignmentType, BorderStyle, type IPropertiesOptions, LevelFormat } from 'docx'
import { COLOUR } from './look.ts'

/** Twips, the twentieths of a point in which Word measures. */
const points = (count: number): number => count * 20

/** How far a receipt's text is from its number, and a list's from its mark, in twips. */
const HANGING = points(26)

/** Styles by id. Someone who gets the file can change each in Word, for the whole document. */
export const STYLE = {
  ladder: 'LadderSentence',
  receipt: 'Receipt',
  receiptMore: 'ReceiptMore',
  receiptBelow: 'ReceiptBelow',
  note: 'SmallPrint',
  header: 'PacketHeader',
  cell: 'TableCell',
  draft: 'Draft',
} as const

/** The ids of the two lists. */
export const LIST = { bullets: 'bullets', numbers: 'numbers' } as const

const bar = (color: string, space: number) => ({
  left: { style: BorderStyle.SINGLE, size: 18, space, color },
})

/** All styles of a packet in Word, in a language (ISO 639-1). */
export function wordStyles(language: string): NonNullable<IPropertiesOptions['styles']> {
  const heading = (size: number, before: number, after: number) => ({
    run: { size: size * 2, bold: true, color: COLOUR.heading, font: 'Calibri' },
    paragraph: { spacing: { before: points(before), after: points(after) }, keepNext: true },
  })
  const small = { size: 18, color: COLOUR.quiet }
  return {
    default: {
      document: {
        run: {
          font: 'Calibri',
          size: 22,
          color: COLOUR.text,
          language: { value: language, eastAsia: 'ja-JP', bidirectional: 'ar-SA' },
        },
        paragraph: { spacing: { line: 300, after: points(8) } },
      },
      title: heading(24, 0, 4),
      heading1: heading(17, 24, 8),
      heading2: heading(13, 18, 5),
      heading3: heading(11, 12, 3),
      hyperlink: { run: { color: COLOUR.accent, underline: {} } },
    },
    paragraphStyles: [
      {
        id: STYLE.ladder,
        name: 'Ladder sentence',
        basedOn: 'Normal',
        quickFormat: true,
        run: { color: COLOUR.heading },
        paragraph: {
          indent: { left: points(16), right: points(16) },
          border: bar(COLOUR.accent, 10),
          shading: { fill: COLOUR.tint },
          spacing: { line: 290, before: points(4), after: points(10) },
        },
      },
      {
        id: STYLE.receipt,
        name: 'Receipt',
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: {
          indent: { left: HANGING, hanging: HANGING },
          spacing: { line: 280, before: points(11), after: points(2) },
        },
      },
      {
        id: STYLE.receiptMore,
        name: 'Receipt, more lines',
        basedOn: STYLE.receipt,
        paragraph: {
          indent: { left: HANGING, hanging: 0 },
          spacing: { line: 280, before: 0, after: points(2) },
        },
      },
      {
        id: STYLE.receiptBelow,
        name: 'Receipt, about',
        basedOn: 'Normal',
        run: small,
        paragraph: { indent: { left: HANGING }, spacing: { line: 260, after: points(1) } },
      },
      {
        id: STYLE.note,
        name: 'Small print',
        basedOn: 'Normal',
        run: small,
        paragraph: { spacing: { line: 260, after: points(4) } },
      },
      { id: STYLE.header, name: 'Packet header', basedOn: 'Normal', run: small, paragraph: {} },
      {
        id: STYLE.cell,
        name: 'Table cell',
        basedOn: 'Normal',
        run: { size: 18 },
        paragraph: { spacing: { line: 240, before: points(2), after: points(2) } },
      },
      {
        id: STYLE.draft,
        name: 'Draft',
        basedOn: 'Normal',
        paragraph: { border: bar(COLOUR.draft, 8), indent: { left: points(12) } },
      },
    ],
  }
}

/** The two kinds of lists. */
export function wordLists(): NonNullable<IPropertiesOptions['numbering']> {
  const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => [
    {
      level: 0,
      format,
      text,
      alignment: AlignmentType.LEFT,
      style: {
        run: { color: COLOUR.accent },
        paragraph: { indent: { left: points(20), hanging: points(16) }, spacing: { after: points(5) } },
      },
    },
  ]
  return {
    config: [
      { reference: LIST.bullets, levels: level(LevelFormat.BULLET, '•') },
      { reference: LIST.numbers, levels: level(LevelFormat.DECIMAL, '%1.') },
    ],
  }
}
