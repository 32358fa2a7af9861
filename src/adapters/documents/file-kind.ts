import type { Unreadable } from '../../domain/evidence/evidence.ts'
import { MOST_UNPACKED } from './limits.ts'
import { plainTextOf } from './plain-text.ts'
import { partsOf, type ZipPart } from './zip-parts.ts'

export type FileKind =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'pdf' }
  | { readonly kind: 'docx'; readonly parts: readonly ZipPart[] }
  | { readonly kind: 'none'; readonly why: Unreadable }

const none = (why: Unreadable): FileKind => ({ kind: 'none', why })

/** file-type's names for archives other than zip. */
const ARCHIVES = new Set(
  '7z ace ar arj asar br bz2 cab cpio deb gz lz lz4 lzh rar rpm tar tar.gz xz Z zst'.split(' '),
)

/** The first bytes of an OLE compound file. Source: [MS-CFB] 2.2. */
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')

/**
 * The kind of a compound file, by the names in its directory: [MS-OFFCRYPTO] 2.3.4.4, [MS-DOC] 2.1, [MS-XLS], [MS-PPT].
 */
const oleKind = (bytes: Buffer): FileKind => {
  const holds = (name: string): boolean => bytes.includes(Buffer.from(name, 'utf16le'))
  if (holds('EncryptedPackage')) return none('password')
  if (holds('WordDocument')) return none('old-word')
  return none(
    ['Workbook', 'PowerPoint Document', '__properties_version'].some(holds) ? 'other-kind' : 'old-word',
  )
}

/** The kind of a zip, by the names in its directory: a Word document, another kind of document, or an archive. */
const zipKind = (bytes: Buffer): FileKind => {
  const parts = partsOf(bytes)
  if (parts === null) return none('damaged')
  const names = new Set(parts.map(({ name }) => name))
  const isOffice = names.has('[Content_Types].xml')
  // Word on the web names its main part document2.xml.
  if (isOffice && parts.some(({ name }) => /^word\/document\d*\.xml$/.test(name))) {
    if (parts.some(({ encrypted }) => encrypted)) return none('password')
    if (parts.reduce((sum, { unpacked }) => sum + unpacked, 0) > MOST_UNPACKED) return none('too-large')
    return { kind: 'docx', parts }
  }
  // OpenDocument and EPUB have a `mimetype` file, and Pages, Numbers and Keynote an Index folder.
  const isDocument = isOffice || names.has('mimetype') || parts.some(({ name }) => /^Index[./]/.test(name))
  return none(isDocument ? 'other-kind' : 'archive')
}

/**
 * The kind of a file that is text: a picture as SVG, rich text, PostScript, a web page or other markup, or plain text.
 */
const writtenKind = (text: string, name: string): FileKind => {
  if (/^\s*<(?:\?xml|!doctype svg|!--|svg)/i.test(text) && /<svg[\s>]/i.test(text.slice(0, 4000)))
    return none('image')
  if (/^(?:\{\\rtf|%!PS)/.test(text)) return none('other-kind')
  const isMarkup = /^\s*<(?:\?xml|!doctype|html)[\s>]/i.test(text)
  return isMarkup && !/\.(?:md|markdown|txt)$/i.test(name) ? none('other-kind') : { kind: 'text', text }
}

/**
 * What kind of file it is, by its bytes. The name decides only one thing: markup in a file named .md or .txt counts as
 * text. It never unpacks or parses anything.
 */
export async function fileKindOf(bytes: Buffer, name: string): Promise<FileKind> {
  if (bytes.subarray(0, 8).equals(OLE)) return oleKind(bytes)
  if (/^PK(?:\x03\x04|\x05\x06)/.test(bytes.toString('latin1', 0, 4))) return zipKind(bytes)
  if (/^(?:\xEF\xBB\xBF)?\s*%PDF-/.test(bytes.toString('latin1', 0, 64))) return { kind: 'pdf' }
  const text = plainTextOf(bytes)
  if (text !== null) return writtenKind(text, name)
  // Loaded only for files that are not documents, because every worker starts with an empty memory.
  const { fileTypeFromBuffer } = await import('file-type')
  const type = await fileTypeFromBuffer(bytes)
  if (type?.mime.startsWith('image/')) return none('image')
  if (type && ARCHIVES.has(type.ext)) return none('archive')
  // Some programs write their own bytes before the mark. PDF readers look for it in the first 1024 bytes.
  return bytes.subarray(0, 1024).includes('%PDF-') ? { kind: 'pdf' } : none('other-kind')
}
