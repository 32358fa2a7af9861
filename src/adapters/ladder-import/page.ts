import { asExample, isExample, isExampleHead, leadsToExamples } from '../../domain/ladder/examples.ts'
import type { Block, BlockItem } from './block.ts'
import { bulletsOfLines, type LadderDraft } from './draft.ts'
import { draftOfGrid, TEXT } from './grid.ts'
import type { Grid } from './grid-cells.ts'
import { type ImportLedger, type Leaf, tidied } from './import-ledger.ts'
import { levelShare } from './level-names.ts'
import { draftsOfTree, nodeOf, type OutlineNode } from './tree.ts'

/** "L1: asks" as the level and what it asks, where every item of a list begins with a level. */
const withLevelLeads = (items: readonly BlockItem[]): readonly BlockItem[] => {
  const parts = items.map(({ lead, text }) =>
    lead === null ? /^\s*([^\s:–—][^:–—]{0,39}?)\s{0,40}(?::|\s[–—-])\s+([\s\S]+)$/.exec(text) : null,
  )
  const labels = parts.map((part) => part?.[1] ?? '')
  if (items.length < 2 || levelShare(labels, false) < 1) return items
  return items.map((item, index) => ({ ...item, lead: labels[index]!, text: parts[index]![2]! }))
}

/** The items of a numbered list as levels 1, 2, 3 …, whatever they are called there. */
const addNumbered = (into: OutlineNode, items: readonly BlockItem[], ledger: ImportLedger): void => {
  items.forEach((item, index) => {
    const child = nodeOf(null, { name: `Level ${index + 1}` })
    addText(child, item.line, (item.lead ? `${item.lead}: ` : '') + item.text, ledger)
    addItems(child, item.items, ledger)
    into.children.push(child)
  })
}

const said = ({ lead, text }: BlockItem): string => `${lead === null ? '' : `${lead}: `}${text}`.trim()

/** Whether everything in an item shows what it means: the item is the statement then, and no head. */
const hasOnlyExamples = (item: BlockItem): boolean =>
  item.items.length > 0 &&
  !isExampleHead(said(item)) &&
  (leadsToExamples(said(item)) || item.items.every((one) => isExample(said(one)) || isExampleHead(said(one))))

/** An item that is an example, and everything in it. */
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
    // Items behind a head in the same list are examples as those below it.
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

/** A table that is no ladder by itself holds, line by line, what its first column names. */
const addTable = (into: OutlineNode, grid: Grid, ledger: ImportLedger): void => {
  const [header, ...body] = grid.rows
  for (const cell of header ?? []) if (cell.leaf) ledger.leave(cell.leaf, 'the name of a column')
  for (const [label, ...cells] of body) {
    if (!label?.leaf) continue
    const pieces = cells.flatMap((cell) =>
      cell.leaf ? [{ leaf: cell.leaf, bullets: bulletsOfLines(cell.lines) }] : [],
    )
    into.children.push(nodeOf(label.leaf, { texts: pieces }))
  }
}

/** How deep a line "Examples:" is: below a line in bold, which is below any heading (7). */
const EXAMPLES = 8

/** Headings, bold lines and bold beginnings of items as a tree. */
const treeOf = (
  blocks: readonly Block[],
  headings: ReadonlyMap<Block, Leaf>,
  grids: ReadonlySet<Grid>,
  ledger: ImportLedger,
  numbered = false,
): OutlineNode => {
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
    // "Examples:" in a line of its own heads the list behind it, and no more.
    if (last === 'list' && open.at(-1)!.depth === EXAMPLES) open.pop()
    last = block.kind
    const here = open.at(-1)!.node
    if (block.kind === 'heading') under(block.depth, headings.get(block)!)
    else if (block.kind === 'text' && block.lead !== null && block.text.trim() === '') {
      // A line in bold alone heads what follows, below any real heading.
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

const levelKey = ({ levels }: LadderDraft): string =>
  levels.map(({ name }) => `${name.id} ${name.title}`.toLowerCase()).join('|')

type DraftOfPage = { readonly draft: LadderDraft; readonly heading: Leaf | null }

/**
 * Tables with the same levels are parts of one ladder, their headings its areas; where competencies come again
 * under the same levels, or the levels are others, each table is a ladder of its own.
 */
const joined = (found: readonly DraftOfPage[], ledger: ImportLedger): LadderDraft[] => {
  const [first] = found
  if (!first) return []
  if (found.length === 1) return [first.draft]
  const labels = found.flatMap(({ draft }) => draft.rows.map(({ label }) => label.text.toLowerCase()))
  const oneLadder =
    found.every(({ draft }) => levelKey(draft) === levelKey(first.draft)) &&
    new Set(labels).size === labels.length
  if (!oneLadder) {
    return found.map(({ draft, heading }) => {
      if (heading) ledger.take(heading, 'the name of a ladder')
      return { ...draft, title: heading }
    })
  }
  const [levels] = [first.draft.levels]
  for (const { draft } of found) {
    for (const { labels: names, name } of draft.levels)
      for (const leaf of names) ledger.take(leaf, `level ${name.id ?? name.title}`)
  }
  return [
    {
      title: null,
      levels,
      rows: found.flatMap(({ draft, heading }) => {
        if (heading && draft.rows.some(({ area }) => area === null)) ledger.take(heading, 'an area')
        return draft.rows.map((row) => ({ ...row, area: row.area ?? heading }))
      }),
    },
  ]
}

/** A table of levels and one column of statements is about the competency that its heading names. */
const headed = (draft: LadderDraft, heading: Leaf | null, ledger: ImportLedger): DraftOfPage => {
  const [row, another] = draft.rows
  if (!row || another || !heading || !TEXT.test(row.label.text)) return { draft, heading }
  ledger.take(row.label, 'the name of a column')
  ledger.take(heading, 'a competency')
  return { draft: { ...draft, rows: [{ ...row, label: heading }] }, heading: null }
}

const someOf = (drafts: LadderDraft[]): LadderDraft[] | null => (drafts.length > 0 ? drafts : null)

/** The ladders of a page: of its tables where they hold any, of its headings otherwise. */
export function draftsOfPage(
  blocks: readonly Block[],
  levelsIn: 'rows' | 'columns' | undefined,
  ledger: ImportLedger,
): LadderDraft[] {
  const headings = new Map<Block, Leaf>()
  for (const block of blocks)
    if (block.kind === 'heading') headings.set(block, ledger.leaf(block.line, block.text))
  const found: DraftOfPage[] = []
  const grids = new Set<Grid>()
  let heading: Leaf | null = null
  for (const block of blocks) {
    if (block.kind === 'heading') heading = headings.get(block)!
    if (block.kind !== 'table') continue
    const draft = draftOfGrid(block.grid, levelsIn, ledger)
    if (!draft) continue
    grids.add(block.grid)
    found.push(headed(draft, heading, ledger))
  }
  if (found.length > 0) {
    treeOf(blocks, headings, grids, ledger)
    return joined(found, ledger)
  }
  const byNames = ledger.trial(() => someOf(draftsOfTree(treeOf(blocks, headings, grids, ledger), ledger)))
  if (byNames) return byNames
  // Levels may be numbered under each competency and called something else in each: as many everywhere, all named.
  const lists = blocks.flatMap((block) => (block.kind === 'list' && block.ordered ? [block.items] : []))
  const steps = lists[0]?.length ?? 0
  const numbered =
    lists.length > 1 &&
    steps > 1 &&
    lists.every((items) => items.length === steps && items.every(({ lead }) => lead !== null))
  return draftsOfTree(treeOf(blocks, headings, grids, ledger, numbered), ledger)
}
