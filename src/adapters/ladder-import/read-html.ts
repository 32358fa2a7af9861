import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5'
import { type Block, type BlockItem, LINKS } from './block.ts'
import { type ImportLedger, tidied } from './import-ledger.ts'
import { type Cell, EMPTY, type Grid } from './tables/grid-cells.ts'
import { FRAME, withoutFrame } from './tables/sheet-frame.ts'

type Dom = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

const isElement = (node: Dom): node is Element => 'tagName' in node
const childrenOf = (
  node: Dom | DefaultTreeAdapterTypes.Document | DefaultTreeAdapterTypes.DocumentFragment,
): Dom[] => ('childNodes' in node ? (node.childNodes as Dom[]) : [])

const BREAKS = new Set([
  ...['br', 'p', 'div', 'li', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  ...['dl', 'dt', 'dd', 'section', 'article', 'blockquote', 'table', 'tr', 'td', 'th'],
])
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

/** The column letters and row numbers that a sheet puts around its own table when it is exported. */
const isFrame = (cell: Element): boolean =>
  cell.attrs.some(
    ({ name, value }) =>
      name === 'class' && /\b(?:row-headers?|column-headers?|freezebar)(?:-[a-z-]{1,40})?\b/.test(value),
  )

const cellOf = (cell: Element, firstLine: number, ledger: ImportLedger): Cell => {
  const lines = textOf(cell).split('\n')
  const text = tidied(lines.map((line) => line.replace(/^\s*- /, '')).join(' '))
  if (text === '') return { leaf: null, lines: [] }
  const leaf = ledger.leaf(firstLine - 1 + (cell.sourceCodeLocation?.startLine ?? 1), text)
  if (!isFrame(cell)) return { leaf, lines }
  ledger.leave(leaf, FRAME)
  return { leaf: null, lines: [] }
}

const gridOf = (table: Element, firstLine: number, ledger: ImportLedger): Grid => {
  const rows: Cell[][] = []
  const lines = all(table, ['tr'], ['table'])
  lines.forEach((tr, y) => {
    rows[y] ??= []
    let x = 0
    for (const cell of all(tr, ['td', 'th'], ['table'])) {
      while (rows[y]![x] !== undefined) x += 1
      const own = cellOf(cell, firstLine, ledger)
      // A merged cell counts in every place that it covers.
      const [down, right] = [Math.min(spanOf(cell, 'rowspan'), lines.length - y), spanOf(cell, 'colspan')]
      for (let dy = 0; dy < down; dy += 1)
        for (let dx = 0; dx < right; dx += 1) {
          rows[y + dy] ??= []
          const merged = dx > 0 ? 'left' : dy > 0 ? 'above' : undefined
          rows[y + dy]![x + dx] = own.leaf && merged ? { ...own, merged } : own
        }
      x += right
    }
  })
  return withoutFrame(
    {
      line: firstLine - 1 + (table.sourceCodeLocation?.startLine ?? 1),
      rows: rows.map((row) => Array.from(row, (cell) => cell ?? EMPTY)),
    },
    ledger,
  )
}

/** The caption of a table, as a line in bold above it. */
const captionOf = (table: Element, firstLine: number): Block[] =>
  all(table, ['caption'], ['table', 'tr']).flatMap((caption) => {
    const lead = tidied(textOf(caption))
    const line = firstLine - 1 + (caption.sourceCodeLocation?.startLine ?? 1)
    return lead === '' ? [] : [{ kind: 'text', line, lead, text: '' }]
  })

const tableOf = (table: Element, firstLine: number, ledger: ImportLedger): Block[] => [
  ...captionOf(table, firstLine),
  { kind: 'table', grid: gridOf(table, firstLine, ledger) },
]

/** The tables in a piece of HTML that starts on a line of the source. */
export function tablesOfHtml(html: string, line: number, ledger: ImportLedger): Block[] {
  return childrenOf(parseFragment(html, { sourceCodeLocationInfo: true }))
    .filter(isElement)
    .flatMap((node) => (node.tagName === 'table' ? [node] : all(node, ['table'])))
    .flatMap((table) => tableOf(table, line, ledger))
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

/** True for a list of nothing but links: it leads to what it names, and says nothing about it. */
const isIndex = (list: Element): boolean => {
  const items = childrenOf(list).filter(isElement)
  const isLink = (item: Element): boolean => {
    const parts = childrenOf(item).filter((child) => textOf(child).trim() !== '')
    return parts.length === 1 && parts[0] !== undefined && isElement(parts[0]) && parts[0].tagName === 'a'
  }
  return items.length > 1 && items.every(isLink)
}

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
    if ((tagName === 'ul' || tagName === 'ol') && isIndex(node))
      return itemsOf(node).map((item) => ({ kind: 'note', line: item.line, text: item.text, why: LINKS }))
    if (tagName === 'ul' || tagName === 'ol')
      return [{ kind: 'list', ordered: tagName === 'ol', items: itemsOf(node) }]
    if (tagName === 'table') return tableOf(node, 1, ledger)
    return childrenOf(node).flatMap(visit)
  }
  return childrenOf(parse(html, { sourceCodeLocationInfo: true })).flatMap(visit)
}
