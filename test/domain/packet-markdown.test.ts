import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import { describe, expect, it } from 'vitest'
import type { DocumentPart } from '../../src/domain/packet/document.ts'
import { legible, openable } from '../../src/domain/packet/legible.ts'
import { packetMarkdown } from '../../src/domain/packet/markdown.ts'
import { NASTY } from '../adapters/packet-files/nasty.ts'
import { QUOTES, yearDocument } from '../adapters/packet-files/year-document.ts'

type Node = { type: string; value?: string; url?: string; depth?: number; children?: Node[] }

const read = (markdown: string): Node[] =>
  (fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] }) as Node)
    .children ?? []

/** What a reader sees: text and line breaks. Markup in it would be missing, or be seen. */
const seen = ({ type, value, children = [] }: Node): string => {
  if (type === 'text') return value!.replaceAll('\u00a0', ' ')
  if (type === 'break') return '\n'
  if (type === 'paragraph') return children.map(seen).join('')
  if (type === 'blockquote') return children.map(seen).join('\n\n')
  return `<${type}>`
}

const documentOf = (...parts: DocumentPart[]) =>
  packetMarkdown({ title: 'T', header: 'H', language: 'en', parts })

const quoteIn = (text: string): string =>
  seen(read(documentOf({ kind: 'receipt', number: 1, quote: text, below: [] })).at(-1)!)

/** An empty line has an unseen space, by which it stays. */
const flat = (text: string): string =>
  legible(text)
    .replaceAll('\u00a0', ' ')
    .replaceAll('\t', '    ')
    .replace(/\n(?=\n)/g, '\n ')

describe('a packet in Markdown', () => {
  it.each(Object.entries(NASTY))('shows %s as they were written', (_, text) => {
    expect(quoteIn(text).replaceAll('\t', '    ').trimEnd()).toBe(flat(text).trimEnd())
  })

  it('shows any words as they were written', () => {
    const sign = fc.constantFrom(
      ...'#*_`~<>[]()|\\!&;-+=.:1 2a\n\t$@"'.split(''),
      'é',
      '👍',
      'ab',
      'http://a.b/c',
    )
    fc.assert(
      fc.property(fc.array(sign, { minLength: 1, maxLength: 30 }), (signs) => {
        const text = `a${signs.join('')}z`
        expect(quoteIn(text).replaceAll('\t', '    ')).toBe(flat(text))
      }),
      { numRuns: 1_500 },
    )
  })

  it('has a heading for each part, and leads from the case to each receipt', () => {
    const markdown = packetMarkdown(yearDocument())
    const parts = read(markdown)
    expect(parts.filter(({ type }) => type === 'heading').map(({ depth }) => depth)).toEqual([
      1, 2, 2, 3, 3, 4, 2, 2, 2,
    ])
    for (const number of Object.keys(QUOTES)) expect(markdown).toContain(`<a id="receipt-${number}"></a>`)
    expect(markdown).toContain('[\\[12\\]](#receipt-12)')
    expect(parts.filter(({ type }) => type === 'table')).toHaveLength(1)
  })

  it('marks what AI drafted until it is accepted', () => {
    const runs = [{ text: 'I led it.' }]
    expect(documentOf({ kind: 'paragraph', runs, draft: true })).toContain(
      '*Draft by AI, not accepted yet:* I led it.',
    )
    expect(documentOf({ kind: 'paragraph', runs })).not.toContain('Draft')
  })

  it('keeps bold and italic, and the spaces around them', () => {
    expect(documentOf({ kind: 'paragraph', runs: [{ text: 'For: ', bold: true }, { text: 'x' }] })).toContain(
      '**For:** x',
    )
  })

  it('links only to what opens in a browser', () => {
    expect(openable('javascript:alert(1)')).toBeNull()
    expect(openable('file:///etc/passwd')).toBeNull()
    expect(openable('https://a.example.org/x y"<>')).toBe('https://a.example.org/x%20y%22%3C%3E')
    const link = (url: string): string =>
      documentOf({ kind: 'paragraph', runs: [{ text: 'here', link: url }] })
    expect(link('javascript:alert(1)')).toMatch(/\n\nhere\n$/)
    expect(link('https://a.example.org/(x)_y')).toContain('[here](<https://a.example.org/(x)_y>)')
  })

  it('keeps a cell of the table in its cell', () => {
    const table = documentOf({
      kind: 'table',
      head: ['A|B', 'C'],
      rows: [[{ runs: [{ text: 'x | y\nz' }] }, { runs: [] }]],
    })
    const [row] = read(table).at(-1)!.children!.slice(1)
    expect(row!.children).toHaveLength(2)
  })
})
