import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateRawSync, deflateSync } from 'node:zlib'

const FIXTURES = join(import.meta.dirname, '..', 'fixtures', 'documents')

/** A file that a real program wrote. test/fixtures/documents/make.sh says which one. */
export function fixture(name: string): Buffer {
  return readFileSync(join(FIXTURES, name))
}

/** Courier at eleven points: 70 letters between margins of one inch on a US letter page. */
const SIZE = 11
const LETTER = 0.6 * SIZE
const LEFT = 72
const WIDTH = 612

/** One paragraph of a page. A single string is wrapped at the margin, several strings are its lines. */
export type Block = {
  readonly text: string | readonly string[]
  /** A separate sign to the left of the text. */
  readonly bullet?: string
  readonly indent?: number
  /** Points between this and the block before, in addition to the usual distance of lines. */
  readonly gap?: number
  readonly color?: string
  readonly size?: number
}

const wrap = (text: string, letters: number): string[] => {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + 1 + word.length <= letters)
      lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines
}

const shown = (text: string): string =>
  `(${Buffer.from(text.replace(/•/g, '\x95').replace(/[\\()]/g, '\\$&'), 'latin1').toString('latin1')}) Tj`

/** The drawing commands for these blocks. */
export function drawn(blocks: readonly Block[]): string {
  let y = 720
  const out: string[] = []
  for (const { text, bullet, indent = bullet ? 18 : 0, gap = 0, color = '0 g', size = SIZE } of blocks) {
    y -= gap
    const letters = Math.floor((WIDTH - 2 * LEFT - indent) / LETTER)
    const lines = typeof text === 'string' ? wrap(text, letters) : text
    lines.forEach((line, index) => {
      if (bullet && index === 0) out.push(`BT /F1 ${size} Tf ${LEFT} ${y} Td ${shown(bullet)} ET`)
      out.push(`BT ${color} /F1 ${size} Tf ${LEFT + indent} ${y} Td ${shown(line)} ET`)
      y -= 1.2 * size
    })
  }
  return out.join('\n')
}

/**
 * A PDF made by hand: one content stream per page, Courier as F1, a picture as Im1, and more of each stream, page or
 * PDF.
 */
export function pdfOf(
  contents: readonly (string | Buffer)[],
  { stream = '', page = '' }: { stream?: string; page?: string } = {},
): Buffer {
  const first = 5
  const kids = contents.map((_, index) => `${first + 2 * index} 0 R`)
  const objects: (string | Buffer)[] = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${contents.length}/Kids[${kids.join(' ')}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>',
    '<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>>\nstream\nA\nendstream',
  ]
  contents.forEach((content, index) => {
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${WIDTH} 792]/Contents ${first + 2 * index + 1} 0 R` +
        `/Resources<</Font<</F1 3 0 R>>/XObject<</Im1 4 0 R>>>>${page}>>`,
      Buffer.concat([
        Buffer.from(`<</Length ${content.length}${stream}>>\nstream\n`),
        Buffer.from(content as string, 'latin1'),
        Buffer.from('\nendstream'),
      ]),
    )
  })
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const offsets: number[] = []
  objects.forEach((object, index) => {
    offsets.push(parts.reduce((sum, { length }) => sum + length, 0))
    parts.push(
      Buffer.from(`${index + 1} 0 obj\n`),
      Buffer.from(object as string, 'latin1'),
      Buffer.from('\nendobj\n'),
    )
  })
  const xref = parts.reduce((sum, { length }) => sum + length, 0)
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}` +
        `trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${xref}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}

/** A PDF with one line in a font that names one of Adobe's character maps and has no letters of its own. */
export function mappedPdf(encoding: string, ordering: string, hex: string): Buffer {
  const drawnLine = `BT /F1 12 Tf 72 700 Td <${hex}> Tj ET`
  return Buffer.from(
    [
      '%PDF-1.5\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj',
      '2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj',
      '3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>\nendobj',
      `4 0 obj\n<</Length ${drawnLine.length}>>\nstream\n${drawnLine}\nendstream\nendobj`,
      `5 0 obj\n<</Type/Font/Subtype/Type0/BaseFont/Any/Encoding/${encoding}/DescendantFonts[6 0 R]>>\nendobj`,
      '6 0 obj\n<</Type/Font/Subtype/CIDFontType0/BaseFont/Any',
      `/CIDSystemInfo<</Registry(Adobe)/Ordering(${ordering})/Supplement 2>>/FontDescriptor 7 0 R>>\nendobj`,
      '7 0 obj\n<</Type/FontDescriptor/FontName/Any/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0',
      '/Ascent 800/Descent -200/CapHeight 700/StemV 80>>\nendobj',
      'trailer\n<</Size 8/Root 1 0 R>>\nstartxref\n0\n%%EOF\n',
    ].join('\n'),
  )
}

/** A PDF with one page that unpacks to this many megabytes. */
export function pdfBomb(megabytes: number): Buffer {
  return pdfOf([deflateSync(Buffer.alloc(megabytes * 1024 * 1024, ' '))], { stream: '/Filter/FlateDecode' })
}

/** A zip. `unpacked` is a size that its directory claims, even if it is false. */
export function zipped(
  files: Readonly<Record<string, string | Buffer>>,
  { unpacked, flags = 0 }: { unpacked?: number; flags?: number } = {},
): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content as string)
    const packed = deflateRawSync(bytes)
    const about = Buffer.alloc(26)
    about.writeUInt16LE(20, 0)
    about.writeUInt16LE(flags, 2)
    about.writeUInt16LE(8, 4)
    about.writeUInt32LE(crc32(bytes), 10)
    about.writeUInt32LE(packed.length, 14)
    about.writeUInt32LE(unpacked ?? bytes.length, 18)
    about.writeUInt16LE(name.length, 22)
    local.push(Buffer.from('PK\x03\x04'), about, Buffer.from(name), packed)
    const end = Buffer.alloc(14)
    end.writeUInt32LE(at, 10)
    central.push(Buffer.from('PK\x01\x02\x14\x00'), about, end, Buffer.from(name))
    at += 30 + name.length + packed.length
  }
  const size = central.reduce((sum, { length }) => sum + length, 0)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(central.length / 4, 8)
  end.writeUInt16LE(central.length / 4, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...local, ...central, end])
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** A paragraph in Word: its text as runs, and its properties and those of its runs as XML. */
export function paragraph(text: string, about = '', run = ''): string {
  return `<w:p><w:pPr>${about}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

/** A paragraph with a picture, which is where this relation says. */
export function picture(relation: string): string {
  return (
    '<w:p><w:r><w:drawing xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" ' +
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><wp:inline><a:graphic>' +
    `<a:graphicData><pic:pic><pic:blipFill><a:blip r:link="${relation}"/></pic:blipFill></pic:pic></a:graphicData>` +
    '</a:graphic></wp:inline></w:drawing></w:r></w:p>'
  )
}

export function relations(inner: string): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`
}

/** The files of a .docx with this body, and other files with them. */
export function docxFiles(
  body: string,
  others: Readonly<Record<string, string | Buffer>> = {},
): Record<string, string | Buffer> {
  return {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/document.xml': `<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
    ...others,
  }
}

export function docxOf(body: string, others?: Readonly<Record<string, string | Buffer>>): Buffer {
  return zipped(docxFiles(body, others))
}

/** An OLE compound file, but only the names in its directory. */
export function oleOf(...names: string[]): Buffer {
  return Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    ...names.map((name) => Buffer.concat([Buffer.from(name, 'utf16le'), Buffer.alloc(64)])),
  ])
}
