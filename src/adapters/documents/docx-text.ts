import mammoth from 'mammoth'
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import type { DocumentText } from '../../coaching/ports.ts'
import { unpackZipPart, type ZipPart, zipOf } from './zip-parts.ts'

type Dom = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

/** Begins the ids that mammoth gives to notes and to the references between them and the text. */
const ID = 'note-of-docx-'

const isElement = (node: Dom): node is Element => 'tagName' in node
const isText = (node: Dom): node is DefaultTreeAdapterTypes.TextNode => node.nodeName === '#text'

/** What stands in lines of its own; everything else runs on within one. */
const BLOCKS = new Set('h1 h2 h3 h4 h5 h6 p ul ol li table thead tbody tr td th'.split(' '))

/** The number of a note in the text, or the arrow from a note back to it. */
const isNoteMark = ({ attrs }: Element): boolean =>
  attrs.some(
    ({ name, value }) => /^(?:id|href)$/.test(name) && value.includes(ID) && value.includes('note-ref-'),
  )

const inlineOf = (node: Dom): string => {
  if (isText(node)) return node.value.replace(/\s+/g, ' ')
  if (!isElement(node) || isNoteMark(node)) return ''
  return node.tagName === 'br' ? '\n' : node.childNodes.map(inlineOf).join('')
}

const linesIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** A list item: its first line marked, what belongs to it and the lists within it set in. */
const itemLines = (item: Element): string[] => {
  const lines = blockLines(item)
  // A list whose outer level has no words of its own.
  if (lines[0]?.startsWith('- ')) return lines
  return lines.map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`))
}

/** A row as one line, its cells divided by bars; when a cell holds several paragraphs, a line for each of them. */
const rowLines = (row: Element): string[] => {
  const cells = row.childNodes.filter(isElement).map(blockLines)
  if (cells.some(({ length }) => length > 1)) return cells.flat()
  const line = cells.map(([only]) => only ?? '').join(' | ')
  return /[^ |]/.test(line) ? [line.trim()] : []
}

const blockLines = (node: Element | DefaultTreeAdapterTypes.DocumentFragment): string[] => {
  const lines: string[] = []
  let loose = ''
  for (const child of node.childNodes) {
    if (!isElement(child) || !BLOCKS.has(child.tagName)) {
      loose += inlineOf(child)
      continue
    }
    lines.push(...linesIn(loose))
    loose = ''
    if (child.tagName === 'li') lines.push(...itemLines(child))
    else if (child.tagName === 'tr') lines.push(...rowLines(child))
    else lines.push(...blockLines(child))
  }
  return [...lines, ...linesIn(loose)]
}

/**
 * The text of a .docx: paragraphs, headings and list items a line each, table rows as "a | b", notes at the end;
 * words that are hidden like any others, what was deleted under tracking left out. Pictures are never unpacked,
 * links never followed; nothing but pictures is a scan. Throws for what is damaged.
 */
export async function docxTextOf(zip: Buffer, parts: readonly ZipPart[]): Promise<DocumentText> {
  const written = parts.filter(({ name }) => /\.(?:xml|rels)$/i.test(name))
  const checked = zipOf(written.map((part) => ({ name: part.name, bytes: unpackZipPart(zip, part) })))
  const { value } = await mammoth.convertToHtml(
    { buffer: checked },
    {
      idPrefix: ID,
      // A document may carry rules of its own for its conversion.
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    },
  )
  const text = blockLines(parseFragment(value)).join('\n')
  return text === '' && value.includes('<img') ? { ok: false, why: 'scan' } : { ok: true, text }
}
