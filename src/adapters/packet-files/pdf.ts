import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import pdfmake from 'pdfmake'
import type { Content, StyleDictionary, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { PacketDocument } from '../../domain/packet/document.ts'
import { legible } from '../../domain/packet/legible.ts'
import { lettersOf } from './font-letters.ts'
import { fitTo } from './font-words.ts'
import { COLOUR } from './look.ts'
import { makePdfParts, TEXT_WIDTH } from './pdf-parts.ts'

const FONTS = join(dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')), 'fonts', 'Roboto')
const ROBOTO = {
  normal: join(FONTS, 'Roboto-Regular.ttf'),
  bold: join(FONTS, 'Roboto-Medium.ttf'),
  italics: join(FONTS, 'Roboto-Italic.ttf'),
  bolditalics: join(FONTS, 'Roboto-MediumItalic.ttf'),
} as const

const hex = (colour: string): string => `#${colour}`

/** No font has a glyph for a tab. */
const TAB = '    '

/** A4 in points, with wide margins. */
const MARGINS: [number, number, number, number] = [68, 74, 68, 64]

const heading = (fontSize: number, before: number, after: number) => ({
  fontSize,
  bold: true,
  color: hex(COLOUR.heading),
  lineHeight: 1.15,
  margin: [0, before, 0, after] as [number, number, number, number],
})

const STYLES: StyleDictionary = {
  title: heading(22, 4, 6),
  heading1: heading(15.5, 20, 8),
  heading2: heading(12, 14, 5),
  heading3: heading(10.5, 10, 3),
  paragraph: { margin: [0, 0, 0, 8] },
  note: { fontSize: 8.5, color: hex(COLOUR.quiet), margin: [0, 0, 0, 5] },
  cell: { fontSize: 8.5, lineHeight: 1.1 },
}

/** The letters that all four faces have. */
const commonLetters = (): ReadonlySet<number> =>
  Object.values(ROBOTO)
    .map(lettersOf)
    .reduce((all, one) => all.intersection(one))

/** The note at the end of the file, and in the message with it, if the font lacks letters. */
export const LACKING =
  'Some letters can’t be shown in the PDF. They are in square brackets. The Word file has them all.'

const definitionOf = (
  { title, header, language, parts }: PacketDocument,
  letters: ReturnType<typeof fitTo>,
): TDocumentDefinitions => {
  const fitted = (text: string): string => letters.fitted(legible(text).replaceAll('\t', TAB))
  const { contentOf } = makePdfParts(fitted)
  const name = fitted(title).replaceAll('\n', ' ')
  const top = fitted(header)
  const content: Content[] = [
    { text: name, style: 'title', outline: true, outlineExpanded: true },
    ...contentOf(parts),
  ]
  if (letters.missing() > 0) content.push({ text: LACKING, style: 'note', margin: [0, 12, 0, 0] })
  return {
    pageSize: 'A4',
    pageMargins: MARGINS,
    language,
    displayTitle: true,
    version: '1.7',
    info: { title: name, author: 'Ladder Coach', creator: 'Ladder Coach', producer: 'pdfmake' },
    defaultStyle: { font: 'Roboto', fontSize: 10, lineHeight: 1.3, color: hex(COLOUR.text) },
    styles: STYLES,
    header: () => ({
      margin: [MARGINS[0], 32, MARGINS[2], 0],
      stack: [
        { text: top, fontSize: 8.5, color: hex(COLOUR.quiet) },
        {
          canvas: [
            {
              type: 'line',
              x1: 0,
              y1: 5,
              x2: TEXT_WIDTH,
              y2: 5,
              lineWidth: 0.5,
              lineColor: hex(COLOUR.rule),
            },
          ],
        },
      ],
    }),
    footer: (page, pages) => ({
      text: `Page ${page} of ${pages}`,
      alignment: 'right',
      fontSize: 8.5,
      color: hex(COLOUR.quiet),
      margin: [MARGINS[0], 18, MARGINS[2], 0],
    }),
    content,
  }
}

/** A PDF. `missing` is how many signs its font lacks. The file says so at its end. */
export type PacketPdf = { readonly bytes: Uint8Array; readonly missing: number }

/** The document as a PDF. It reads only its own fonts, and nothing from the network. */
export async function packetPdf(document: PacketDocument): Promise<PacketPdf> {
  const fonts: readonly string[] = Object.values(ROBOTO)
  pdfmake.setFonts({ Roboto: { ...ROBOTO } })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path) => fonts.includes(path))
  const letters = fitTo(commonLetters())
  const bytes = await pdfmake.createPdf(definitionOf(document, letters)).getBuffer()
  return { bytes: new Uint8Array(bytes), missing: letters.missing() }
}
