import { asExample, isExample, isExampleHead, leadsToExamples } from '../../domain/ladder/examples.ts'
import type { Block, BlockItem } from './block.ts'
import { bulletsOfLines } from './draft.ts'
import { type ImportLedger, type Leaf, tidied } from './import-ledger.ts'
import { levelShare } from './level-names.ts'
import { nodeOf, type OutlineNode } from './outline.ts'
import { addTable } from './table-tree.ts'
import type { Grid } from './tables/grid-cells.ts'

/** Splits "L1: asks" into the level and what it asks, if every item of a list begins with a level. */
const withLevelLeads = (items: readonly BlockItem[]): readonly BlockItem[] => {
  const parts = items.map(({ lead, text }) =>
    lead === null ? /^\s*([^\s:–—][^:–—]{0,39}?)\s{0,40}(?::|\s[–—-])\s+([\s\S]+)$/.exec(text) : null,
  )
  const labels = parts.map((part) => part?.[1] ?? '')
  if (items.length < 2 || levelShare(labels, false) < 1) return items
  return items.map((item, index) => ({ ...item, lead: labels[index]!, text: parts[index]![2]! }))
}

/** Adds the items of a numbered list as levels 1, 2, 3 …, whatever they are called. */
const addNumbered = (into: OutlineNode, items: readonly BlockItem[], ledger: ImportLedger): void => {
  items.forEach((item, index) => {
    const child = nodeOf(null, { name: `Level ${index + 1}` })
    addText(child, item.line, (item.lead ? `${item.lead}: ` : '') + item.text, ledger)
    addItems(child, item.items, ledger)
    into.children.push(child)
  })
}

const said = ({ lead, text }: BlockItem): string => `${lead === null ? '' : `${lead}: `}${text}`.trim()

/** True if everything in an item illustrates it. Then the item is a statement and not a heading. */
const hasOnlyExamples = (item: BlockItem): boolean =>
  item.items.length > 0 &&
  !isExampleHead(said(item)) &&
  (leadsToExamples(said(item)) || item.items.every((one) => isExample(said(one)) || isExampleHead(said(one))))

/** Adds an item and everything in it as examples. */
const addExample = (into: OutlineNode, item: BlockItem, ledger: ImportLedger): void => {
  const text = said(item)
  if (isExampleHead(text)) ledger.take(ledger.leaf(item.line, text), 'the beginning of a statement')
  else if (text !== '')
    into.texts.push({ leaf: ledger.leaf(item.line, text), bullets: [asExample(tidied(text))] })
  for (const inner of item.items) addExample(into, inner, ledger)
}

const addItems = (into: OutlineNode, items: readonly BlockItem[], ledger: ImportLedger): void => {
  let below = false
  for (const item of withLevelLeads(items)) {
    const text = item.text.trim()
    const short = text !== '' && text.length <= 80 && !/[.!?;]$/.test(text)
    // Items after a heading for examples in the same list are examples, like those nested in it.
    below ||= isExampleHead(said(item)) && item.items.length === 0
    if (below || isExample(said(item))) addExample(into, item, ledger)
    else if (hasOnlyExamples(item)) {
      addText(into, item.line, said(item), ledger)
      for (const inner of item.items) addExample(into, inner, ledger)
    } else if (item.lead !== null || (item.items.length > 0 && short)) {
      const child = nodeOf(ledger.leaf(item.line, (item.lead ?? text).replace(/(?:(?<!\s)\s+)?:$/, '')))
      if (item.lead !== null && text !== '') addText(child, item.line, item.text, ledger)
      addItems(child, item.items, ledger)
      into.children.push(child)
    } else {
      if (text !== '') addText(into, item.line, item.text, ledger)
      addItems(into, item.items, ledger)
    }
  }
}

const addText = (into: OutlineNode, line: number, text: string, ledger: ImportLedger): void => {
  const bullets = bulletsOfLines(text.replace(/\n(?!\s{0,100}-)/g, ' ').split('\n'))
  into.texts.push({ leaf: ledger.leaf(line, bullets.join(' ')), bullets })
}

/** The depth of a line "Examples:". A bold line is at 7, below any heading. */
const EXAMPLES = 8

/** Builds a tree of headings, bold lines and bold beginnings of items. */
export function treeOf(
  blocks: readonly Block[],
  headings: ReadonlyMap<Block, Leaf>,
  grids: ReadonlySet<Grid>,
  ledger: ImportLedger,
  numbered = false,
): OutlineNode {
  const root = nodeOf(null)
  const open: { depth: number; node: OutlineNode }[] = [{ depth: 0, node: root }]
  const under = (depth: number, leaf: Leaf): void => {
    while (open.at(-1)!.depth >= depth) open.pop()
    const node = nodeOf(leaf)
    open.at(-1)!.node.children.push(node)
    open.push({ depth, node })
  }
  let last: Block['kind'] | null = null
  for (const block of blocks) {
    // "Examples:" on its own line is a heading for the next list only.
    if (last === 'list' && open.at(-1)!.depth === EXAMPLES) open.pop()
    last = block.kind
    const here = open.at(-1)!.node
    if (block.kind === 'heading') under(block.depth, headings.get(block)!)
    else if (block.kind === 'text' && block.lead !== null && block.text.trim() === '') {
      // A line that is all bold is a heading for what follows, below any real heading.
      under(7, ledger.leaf(block.line, block.lead))
    } else if (block.kind === 'text' && block.lead !== null) {
      const child = nodeOf(ledger.leaf(block.line, block.lead))
      addText(child, block.line, block.text, ledger)
      here.children.push(child)
    } else if (block.kind === 'text' && isExampleHead(block.text))
      under(EXAMPLES, ledger.leaf(block.line, block.text))
    else if (block.kind === 'text' && here.texts.length > 0 && isExample(block.text.trim()))
      addText(here, block.line, block.text, ledger)
    else if (block.kind === 'text') here.prose.push(ledger.leaf(block.line, block.text))
    else if (block.kind === 'list' && block.ordered && numbered) addNumbered(here, block.items, ledger)
    else if (block.kind === 'list') addItems(here, block.items, ledger)
    else if (block.kind === 'table' && !grids.has(block.grid)) addTable(here, block.grid, ledger)
    else if (block.kind === 'note') ledger.leave(ledger.leaf(block.line, block.text), block.why)
  }
  return root
}
