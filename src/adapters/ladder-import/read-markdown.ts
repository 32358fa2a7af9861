import type { Nodes, PhrasingContent, RootContent, Table } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmTable } from 'micromark-extension-gfm-table'
import { type Block, type BlockItem, LINKS } from './block.ts'
import type { ImportLedger } from './import-ledger.ts'
import { joinedCells } from './joined-cells.ts'
import { tablesOfHtml } from './read-html.ts'
import type { Cell, Grid } from './tables/grid-cells.ts'

const textOf = (node: Nodes): string => {
  if (node.type === 'footnoteReference' || node.type === 'footnoteDefinition') return ''
  if (node.type === 'html') return /^<br\s*\/?>$/i.test(node.value) ? '\n' : ''
  if (node.type === 'break') return '\n'
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? ''
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(textOf).join(node.type === 'listItem' ? '\n' : '') : ''
}

/** Splits "**Communication:** does X" into the heading and the rest. No heading if the text does not begin in bold. */
const leadOf = (content: readonly PhrasingContent[]): { lead: string | null; text: string } => {
  const [first, ...rest] = content
  const whole = content.map(textOf).join('')
  if (first?.type !== 'strong') return { lead: null, text: whole }
  const [lead, text] = [textOf(first), rest.map(textOf).join('')]
  if (text.trim() === '') return { lead: lead.replace(/(?:(?<!\s)\s+)?[:.]\s*$/, ''), text: '' }
  const marked = /[:.]\s*$/.test(lead) || /^\s*[:–—-]/.test(text)
  return marked
    ? { lead: lead.replace(/(?:(?<!\s)\s+)?[:.]\s*$/, ''), text: text.replace(/^\s*[:–—-]\s*/, '') }
    : { lead: null, text: whole }
}

const tableGrid = (table: Table, ledger: ImportLedger): Grid => ({
  line: table.position?.start.line ?? 1,
  rows: table.children.map((row) =>
    row.children.map((cell): Cell => {
      const lines = cell.children.map(textOf).join('').split('\n')
      const text = lines.join(' ').trim()
      return text === ''
        ? { leaf: null, lines: [] }
        : { leaf: ledger.leaf(cell.position?.start.line ?? 1, text), lines }
    }),
  ),
})

const itemsOf = (node: Nodes & { type: 'list' }): BlockItem[] =>
  node.children.map((item) => {
    const own = item.children.flatMap((child) => (child.type === 'list' ? [] : [child]))
    const first = own[0]
    const led =
      first?.type === 'paragraph' ? leadOf(first.children) : { lead: null, text: own.map(textOf).join(' ') }
    return {
      line: item.position?.start.line ?? 1,
      lead: led.lead,
      text: [led.text, ...own.slice(1).map(textOf)].join(' '),
      items: item.children.flatMap((child) => (child.type === 'list' ? itemsOf(child) : [])),
    }
  })

/** True for a list of nothing but links: it leads to what it names, and says nothing about it. */
const isIndex = (list: Nodes & { type: 'list' }): boolean =>
  list.children.length > 1 &&
  list.children.every(({ children: [only, another] }) => {
    const parts =
      only?.type === 'paragraph' && !another ? only.children.filter((part) => textOf(part).trim()) : []
    return parts.length === 1 && parts[0]?.type === 'link'
  })

const blocksOf = (node: RootContent, ledger: ImportLedger): Block[] => {
  const line = node.position?.start.line ?? 1
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', depth: node.depth, line, text: textOf(node) }]
    case 'paragraph':
      return [{ kind: 'text', line, ...leadOf(node.children) }]
    case 'list':
      if (isIndex(node))
        return node.children.map((item) => ({
          kind: 'note',
          line: item.position?.start.line ?? line,
          text: textOf(item),
          why: LINKS,
        }))
      return [{ kind: 'list', ordered: node.ordered === true, items: itemsOf(node) }]
    case 'table':
      return [{ kind: 'table', grid: tableGrid(node, ledger) }]
    case 'blockquote':
      return node.children.flatMap((child) => blocksOf(child, ledger))
    case 'footnoteDefinition':
      return [{ kind: 'note', line, text: node.children.map(textOf).join(' '), why: 'a footnote' }]
    case 'code':
      return [{ kind: 'note', line, text: node.value, why: 'a block of code' }]
    case 'html':
      return [
        {
          kind: 'note',
          line,
          text: node.value.replace(/<!--(?:(?!<!--)[\s\S]){0,5000}?-->|<[^>]{0,1000}>/g, ' '),
          why: 'HTML outside a table',
        },
      ]
    default:
      return []
  }
}

const HTML_TABLE = /<table[\s>][\s\S]*?<\/table\s*>/gi

/** Reads a Markdown page, including HTML tables. Lines are those of the source. */
export function readMarkdown(text: string, firstLine: number, ledger: ImportLedger): Block[] {
  const tables: { line: number; block: Block }[] = []
  // HTML tables are read separately, because Markdown would cut them at blank lines.
  const rest = text.replace(HTML_TABLE, (html, offset: number) => {
    const line = text.slice(0, offset).split('\n').length + firstLine - 1
    for (const block of tablesOfHtml(html, line, ledger)) tables.push({ line, block })
    return `\n${'\n'.repeat(html.split('\n').length - 1)}`.slice(1)
  })
  const joined = joinedCells(rest, firstLine)
  const root = fromMarkdown(joined.text, {
    extensions: [gfmTable(), gfmFootnote()],
    mdastExtensions: [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()],
  })
  for (const node of root.children) inSource(node, joined.lineOf)
  const blocks = root.children.flatMap((node) =>
    blocksOf(node, ledger).map((block) => ({ line: node.position?.start.line ?? 1, block })),
  )
  return [...blocks, ...tables].sort((a, b) => a.line - b.line).map(({ block }) => block)
}

/** Gives a node and all in it the line of the source in which it starts. */
const inSource = (node: Nodes, lineOf: (line: number) => number): void => {
  if (node.position) node.position.start.line = lineOf(node.position.start.line)
  if ('children' in node) for (const child of node.children) inSource(child, lineOf)
}
