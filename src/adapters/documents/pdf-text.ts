import { getDocumentProxy } from 'unpdf'
import type { DocumentText } from '../../coaching/ports.ts'
import { CMaps } from './cmaps.ts'
import { MOST_CHARACTERS } from './limits.ts'
import { linesOf, type PageLines, type PdfLine, type Placed } from './pdf-lines.ts'
import { paragraphsOf } from './pdf-paragraphs.ts'

/** Settings for pdf.js that read only letters: no fonts, scripts, forms or anything from elsewhere. It has no eval. */
const LETTERS_ALONE = {
  verbosity: 0,
  disableFontFace: true,
  useSystemFonts: false,
  useWorkerFetch: false,
  useWasm: false,
  enableXfa: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  cMapPacked: true,
  BinaryDataFactory: CMaps,
}

/** A turn that no text has, so that lines with it are never joined. */
const APART = Number.NaN

type Matrix = [number, number, number, number, number, number]
type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>

/** The pieces of text on a page, in drawing order, in the coordinates of the page as it is seen. */
const placedOn = async (page: Page): Promise<Placed[]> => {
  const { transform, width } = page.getViewport({ scale: 1 })
  const [va, vb, vc, vd, ve, vf] = transform as Matrix
  const placed: Placed[] = []
  let leftwards = 0
  for (const item of (await page.getTextContent()).items) {
    if (!('str' in item)) continue
    const [a, b, c, d, e, f] = item.transform as Matrix
    // Where its baseline begins, and its direction.
    const x = va * e + vc * f + ve
    const y = vb * e + vd * f + vf
    const along = Math.hypot(va * a + vc * b, vb * a + vd * b) || 1
    const cos = (va * a + vc * b) / along
    const sin = (vb * a + vd * b) / along
    placed.push({
      text: item.str,
      // Rotated text is rotated back, so that its lines can be found like any others.
      x: x * cos + y * sin,
      y: y * cos - x * sin,
      width: item.width,
      size: Math.hypot(c, d),
      turn: Math.round(Math.atan2(sin, cos) * 10),
    })
    leftwards += item.str.length * (item.dir === 'rtl' ? 1 : -1)
  }
  // A page of Hebrew or Arabic is mirrored, so that it runs like any other.
  return leftwards > 0 ? placed.map((piece) => ({ ...piece, x: width - piece.x - piece.width })) : placed
}

/** Adds the text of form fields and text boxes, each after the line above it. */
const withFields = async (page: Page, lines: readonly PdfLine[]): Promise<PdfLine[]> => {
  const viewport = page.getViewport({ scale: 1 })
  const all = [...lines]
  for (const field of await page.getAnnotations()) {
    const value =
      field.fieldType === 'Tx' ? field.fieldValue : field.subtype === 'FreeText' && field.contentsObj?.str
    if (typeof value !== 'string') continue
    const [x, y] = viewport.convertToViewportPoint(field.rect[0], field.rect[1]) as [number, number]
    const place = { mark: null, from: x, wordsFrom: x, to: x, y, size: 0, turn: APART }
    const after = all.findLastIndex((line) => line.y <= y)
    const written = value.split(/[\r\n]+/).filter((text) => text.trim() !== '')
    all.splice(after + 1, 0, ...written.map((text) => ({ ...place, text: text.trim() })))
  }
  return all
}

/**
 * The text of a PDF, one line per paragraph or list item. Invisible text (white, too small, under a picture) is
 * included. A PDF without text is a scan if it has pictures. Throws if the file is damaged.
 */
export async function pdfTextOf(bytes: Buffer): Promise<DocumentText> {
  // The dictionary of a picture is never compressed or encrypted, whatever else is.
  const hasPictures = /\/Subtype\s*\/Image\b/.test(bytes.toString('latin1'))
  let pdf: Awaited<ReturnType<typeof getDocumentProxy>>
  try {
    pdf = await getDocumentProxy(new Uint8Array(bytes), LETTERS_ALONE)
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') return { ok: false, why: 'password' }
    throw error
  }
  const pages: PageLines[] = []
  let letters = 0
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const placed = await placedOn(page)
    page.cleanup()
    const lines = await withFields(page, linesOf(placed))
    letters += lines.reduce((sum, { text }) => sum + text.length, 0)
    if (letters > MOST_CHARACTERS) return { ok: false, why: 'too-long' }
    pages.push({ lines, width: page.getViewport({ scale: 1 }).width })
  }
  const text = paragraphsOf(pages).join('\n')
  if (/[\p{L}\p{N}]/u.test(text)) return { ok: true, text }
  return { ok: false, why: hasPictures ? 'scan' : 'empty' }
}
