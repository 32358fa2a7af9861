import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5'
import type { Block, BlockItem } from './block.ts'
import type { Cell, Grid } from './grid-cells.ts'
import { type ImportLedger, tidied } from './import-ledger.ts'

type Dom = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

const isElement = (node: Dom): node is Element => 'tagName' in node
const childrenOf = (
  node: Dom | DefaultTreeAdapterTypes.Document | DefaultTreeAdapterTypes.DocumentFragment,
): Dom[] => ('childNodes' in node ? (node.childNodes as Dom[]) : [])

const BREAKS = new Set(['br', 'p', 'div', 'li', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
const FURNITURE = new Set([
  'nav',
  'footer',
  'script',
  'style',
  'noscript',
  'aside',
  'form',
  'template',
  'button',
])

const textOf = (node: Dom): string => {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value.replace(/\s+/g, ' ')
  if (!isElement(node) || ['script', 'style', 'sup'].includes(node.tagName)) return ''
  const inner = childrenOf(node).map(textOf).join('')
  if (node.tagName === 'br') return '\n'
  if (node.tagName === 'li') return `\n- ${inner.trim()}\n`
  return BREAKS.has(node.tagName) ? `\n${inner}\n` : inner
}

const all = (node: Dom, tags: readonly string[], stop: readonly string[] = []): Element[] =>
  childrenOf(node).flatMap((child) =>
    !isElement(child)
      ? []
      : tags.includes(child.tagName)
        ? [child]
        : stop.includes(child.tagName)
          ? []
          : all(child, tags, stop),
  )

const spanOf = (cell: Element, name: string): number =>
  Math.min(50, Math.max(1, Number(cell.attrs.find((one) => one.name === name)?.value ?? 1) || 1))

const gridOf = (table: Element, firstLine: number, ledger: ImportLedger): Grid => {
  const rows: Cell[][] = []
  all(table, ['tr'], ['table']).forEach((tr, y) => {
    rows[y] ??= []
    let x = 0
    for (const cell of all(tr, ['td', 'th'], ['table'])) {
      while (rows[y]![x] !== undefined) x += 1
      const lines = textOf(cell).split('\n')
      const text = tidied(lines.map((line) => line.replace(/^\s*- /, '')).join(' '))
      const line = firstLine - 1 + (cell.sourceCodeLocation?.startLine ?? 1)
      const own: Cell = text === '' ? { leaf: null, lines: [] } : { leaf: ledger.leaf(line, text), lines }
      // A cell over several lines stands in its first; one over several levels holds for each of them.
      for (let dy = 0; dy < spanOf(cell, 'rowspan'); dy += 1)
        for (let dx = 0; dx < spanOf(cell, 'colspan'); dx += 1) {
          rows[y + dy] ??= []
          const again = dx + dy === 0 || (dy === 0 && x > 0 && cell.tagName === 'td')
          rows[y + dy]![x + dx] = again ? own : { leaf: null, lines: [] }
        }
      x += spanOf(cell, 'colspan')
    }
  })
  return {
    line: firstLine - 1 + (table.sourceCodeLocation?.startLine ?? 1),
    rows: rows.map((row) => Array.from(row, (cell) => cell ?? { leaf: null, lines: [] })),
  }
}

/** The tables of a piece of HTML that begins at a line. */
export function gridsOfHtml(html: string, line: number, ledger: ImportLedger): Grid[] {
  return childrenOf(parseFragment(html, { sourceCodeLocationInfo: true }))
    .filter(isElement)
    .flatMap((node) => (node.tagName === 'table' ? [node] : all(node, ['table'])))
    .map((table) => gridOf(table, line, ledger))
}

const itemsOf = (list: Element): BlockItem[] =>
  childrenOf(list)
    .filter(isElement)
    .filter(({ tagName }) => tagName === 'li')
    .map((item) => {
      const own = childrenOf(item).filter(
        (child) => !isElement(child) || !['ul', 'ol'].includes(child.tagName),
      )
      const [first, ...rest] = own.filter((child) => textOf(child).trim() !== '')
      const bold =
        first && isElement(first) && ['strong', 'b'].includes(first.tagName) ? textOf(first).trim() : null
      const after = rest.map(textOf).join('')
      const lead =
        bold !== null && (/[:.]$/.test(bold) || /^\s*[:–—-]/.test(after) || after.trim() === '') ? bold : null
      return {
        line: item.sourceCodeLocation?.startLine ?? 1,
        lead: lead?.replace(/(?:(?<!\s)\s+)?[:.]$/, '') ?? null,
        text: lead === null ? own.map(textOf).join('') : after.replace(/^\s*[:–—-]\s*/, ''),
        items: all(item, ['ul', 'ol']).flatMap(itemsOf),
      }
    })

/** Reads a whole HTML page. */
export function readHtml(html: string, ledger: ImportLedger): Block[] {
  const visit = (node: Dom): Block[] => {
    const line = node.sourceCodeLocation?.startLine ?? 1
    if (node.nodeName === '#text') {
      const text = tidied(textOf(node))
      return text === '' ? [] : [{ kind: 'text', line, lead: null, text }]
    }
    if (!isElement(node)) return []
    const { tagName } = node
    if (FURNITURE.has(tagName)) return [{ kind: 'note', line, text: textOf(node), why: 'page furniture' }]
    if (tagName === 'title') return [{ kind: 'note', line, text: textOf(node), why: 'the title of the page' }]
    const heading = /^h([1-6])$/.exec(tagName)
    if (heading) return [{ kind: 'heading', depth: Number(heading[1]), line, text: textOf(node) }]
    if (tagName === 'p') {
      const inner = childrenOf(node).filter((child) => textOf(child).trim() !== '')
      const [only, another] = inner
      const isBold = only && !another && isElement(only) && ['strong', 'b'].includes(only.tagName)
      return [
        {
          kind: 'text',
          line,
          lead: isBold ? tidied(textOf(node)).replace(/[:.]$/, '') : null,
          text: isBold ? '' : textOf(node),
        },
      ]
    }
    if (tagName === 'ul' || tagName === 'ol')
      return [{ kind: 'list', ordered: tagName === 'ol', items: itemsOf(node) }]
    if (tagName === 'table') return [{ kind: 'table', grid: gridOf(node, 1, ledger) }]
    return childrenOf(node).flatMap(visit)
  }
  return childrenOf(parse(html, { sourceCodeLocationInfo: true })).flatMap(visit)
}
