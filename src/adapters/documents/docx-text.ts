import mammoth from 'mammoth'
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import type { DocumentText } from '../../coaching/ports.ts'
import { STRUCK, withoutStruck } from '../../domain/text/struck.ts'
import { numberOf, withoutNumbers } from './docx-lists.ts'
import { tableLines } from './docx-table.ts'
import { readable } from './docx-xml.ts'
import { unpackZipPart, type ZipPart, zipOf } from './zip-parts.ts'

type Dom = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

/** The prefix of the ids that mammoth gives to notes and to the references between them and the text. */
const ID = 'note-of-docx-'

const isElement = (node: Dom): node is Element => 'tagName' in node
const isText = (node: Dom): node is DefaultTreeAdapterTypes.TextNode => node.nodeName === '#text'

/** Elements that start a new line. Everything else continues a line. */
const BLOCKS = new Set('h1 h2 h3 h4 h5 h6 p ul ol li table thead tbody tr td th'.split(' '))

const isList = ({ tagName }: Element): boolean => tagName === 'ul' || tagName === 'ol'

/** True for the number of a note in the text, or the arrow from a note back to it. */
const isNoteMark = ({ attrs }: Element): boolean =>
  attrs.some(
    ({ name, value }) => /^(?:id|href)$/.test(name) && value.includes(ID) && value.includes('note-ref-'),
  )

const attributeOf = ({ attrs }: Element, wanted: string): string | undefined =>
  attrs.find(({ name }) => name === wanted)?.value

/** A link with its address, as Markdown writes it. Links within the document, and to mail, are only their words. */
const linkOf = (address: string, label: string): string => {
  const target = address.replace(/[()\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  const words = label.replace(/[[\]\n]/g, ' ').trim()
  if (!/^https?:/i.test(target) || words === '') return label
  const space = /\s$/.test(label) ? ' ' : ''
  return words.replace(/\/$/, '') === target.replace(/\/$/, '')
    ? target + space
    : `[${words}](${target})${space}`
}

const inlineOf = (node: Dom): string => {
  if (isText(node)) return node.value.replace(/\s+/g, ' ')
  if (!isElement(node) || isNoteMark(node)) return ''
  if (node.tagName === 'br') return '\n'
  if (node.tagName === 'input') return attributeOf(node, 'checked') === undefined ? '[ ] ' : '[x] '
  const words = node.childNodes.map(inlineOf).join('')
  if (node.tagName === 'a') return linkOf(attributeOf(node, 'href') ?? '', words)
  // Each line is struck out by itself, so that lines can be told apart first.
  return node.tagName === 's' ? words.replace(/[^\n]+/g, STRUCK) : words
}

const linesIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => withoutStruck(line).replace(/ {2,}/g, ' ').trim())
    .filter((line) => line !== '')

/**
 * The lines of a list item: the first is marked, the rest and nested lists are indented. A sign that was typed before
 * the words as well is no word.
 */
const itemLines = (item: Element, mark: string): string[] => {
  const lines = blockLines(item)
  // The outer level of this list has no words.
  if (item.childNodes.every((child) => (isElement(child) ? isList(child) : inlineOf(child).trim() === '')))
    return lines
  const own = numberOf(lines[0] ?? '')
  const first = own === null ? `${mark} ${lines[0] ?? ''}` : `${own.number}. ${own.words}`
  return [first, ...lines.slice(1).map((line) => `  ${line}`)]
}

const listLines = (list: Element): string[] => {
  const items = list.childNodes.filter(isElement)
  let number = 0
  return items.flatMap((item) => {
    number += 1
    return itemLines(item, list.tagName === 'ol' ? `${number}.` : '-')
  })
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
    if (isList(child)) lines.push(...listLines(child))
    else if (child.tagName === 'table') lines.push(...tableLines(child, blockLines))
    else lines.push(...blockLines(child))
  }
  return [...lines, ...linesIn(loose)]
}

/** Word on the web names its main part document2.xml. */
const MAIN = /^word\/document\d*\.xml$/

/**
 * The text of a .docx: one line per paragraph, heading or list item, table rows as statements with the names of their
 * columns, boxes as "[ ]" and "[x]", links as "[label](address)", and notes at the end.
 * Hidden words are included, words struck out or deleted under change tracking are not. Pictures are never unpacked
 * and links never followed. A document with only pictures is a scan. Throws if the file is damaged.
 */
export async function docxTextOf(zip: Buffer, parts: readonly ZipPart[]): Promise<DocumentText> {
  const written = parts.filter(({ name }) => /\.(?:xml|rels)$/i.test(name))
  const unpacked = written.map((part) => ({ name: part.name, bytes: unpackZipPart(zip, part) }))
  const numbering = unpacked.find(({ name }) => name === 'word/numbering.xml')?.bytes.toString('utf8')
  const checked = zipOf(
    unpacked.map(({ name, bytes }) => ({
      name,
      bytes: readable(bytes, MAIN.test(name) ? numbering : undefined),
    })),
  )
  const { value } = await mammoth.convertToHtml(
    { buffer: checked },
    {
      idPrefix: ID,
      // A document may have its own rules for its conversion.
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    },
  )
  const text = withoutNumbers(blockLines(parseFragment(value)).join('\n'))
  return text === '' && value.includes('<img') ? { ok: false, why: 'scan' } : { ok: true, text }
}
