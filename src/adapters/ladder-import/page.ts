import type { Block } from './block.ts'
import type { DraftRow, LadderDraft } from './draft.ts'
import { areFamilies } from './families.ts'
import type { ImportLedger, Leaf } from './import-ledger.ts'
import type { OutlineNode } from './outline.ts'
import { treeOf } from './page-tree.ts'
import { isStatement } from './statements.ts'
import { TEXT } from './tables/column-heads.ts'
import { UNNAMED } from './tables/columns.ts'
import { draftOfGrid } from './tables/grid.ts'
import type { Grid } from './tables/grid-cells.ts'
import { draftsOfTree } from './tree.ts'

const levelKey = ({ levels }: LadderDraft): string =>
  levels.map(({ name }) => `${name.id} ${name.title}`.toLowerCase()).join('|')

/** A ladder in a table, with the headings that the table is under, from the innermost. */
type DraftOfPage = {
  readonly draft: LadderDraft
  readonly headings: readonly Leaf[]
  /** True if all of it is about what its heading names. */
  readonly headed: boolean
}

const nameOf = (leaf: Leaf | null | undefined): string => leaf?.text.toLowerCase() ?? ''

/** The area of a row in a table: what the table says, or the heading above it. */
const areaFor = (row: DraftRow, heading: Leaf | null): Leaf | null => row.area ?? heading

/**
 * Tables with the same levels are parts of one ladder, and their headings are its areas. If most competencies repeat,
 * or the levels differ, each table is its own ladder.
 */
const joined = (found: readonly DraftOfPage[], ledger: ImportLedger): LadderDraft[] => {
  const [first] = found
  if (!first) return []
  if (found.length === 1) return [first.draft]
  const names = found.map(({ draft }) => draft.rows.map(({ label }) => nameOf(label)))
  const oneLadder =
    found.every(({ draft }) => levelKey(draft) === levelKey(first.draft)) && !areFamilies(names)
  if (!oneLadder) {
    return found.map(({ draft, headings: [heading = null] }) => {
      if (heading) ledger.take(heading, 'the name of a ladder')
      return { ...draft, title: heading }
    })
  }
  for (const { draft } of found) {
    for (const { labels, name } of draft.levels)
      for (const leaf of labels) ledger.take(leaf, `level ${name.id ?? name.title}`)
  }
  // A heading over all tables is the title, not an area.
  const common = found.reduce<readonly Leaf[]>(
    (shared, { headings }) => shared.filter((leaf) => headings.includes(leaf)),
    first.headings,
  )
  const rows: DraftRow[] = []
  for (const { draft, headings } of found) {
    const heading = headings.find((leaf) => !common.includes(leaf)) ?? null
    for (const row of draft.rows) {
      const area = areaFor(row, heading)
      if (area === heading && heading) ledger.take(heading, 'an area')
      const known = rows.find(
        (one) => nameOf(one.label) === nameOf(row.label) && nameOf(one.area) === nameOf(area),
      )
      if (!known) rows.push({ ...row, area })
      else {
        known.about.push(...row.about)
        for (const [level, pieces] of row.cells)
          known.cells.set(level, [...(known.cells.get(level) ?? []), ...pieces])
      }
    }
  }
  return [{ title: null, levels: first.draft.levels, rows }]
}

const isUnnamed = ({ label }: DraftRow): boolean => label.text === UNNAMED || TEXT.test(label.text)

/** A table of levels with one row or column of statements is about the competency that its heading names. */
const headed = (draft: LadderDraft, headings: readonly Leaf[], ledger: ImportLedger): DraftOfPage => {
  const [row, another] = draft.rows
  const [heading, ...above] = headings
  if (!row || another || !heading || !isUnnamed(row)) return { draft, headings, headed: false }
  ledger.take(row.label, 'the name of a column')
  ledger.take(heading, 'a competency')
  return { draft: { ...draft, rows: [{ ...row, label: heading }] }, headings: above, headed: true }
}

/** True if a table has sentences. One with numbers, links and single words is an index of something else. */
const saysSomething = ({ rows }: LadderDraft): boolean =>
  rows.some(({ cells }) => [...cells.values()].flat().some(({ bullets }) => bullets.some(isStatement)))

/** One way of reading a page. */
export type PageReading = (
  blocks: readonly Block[],
  levelsIn: 'rows' | 'columns' | undefined,
  ledger: ImportLedger,
) => LadderDraft[]

const headingsOf = (blocks: readonly Block[], ledger: ImportLedger): Map<Block, Leaf> =>
  new Map(
    blocks.flatMap((block) =>
      block.kind === 'heading' ? [[block, ledger.leaf(block.line, block.text)]] : [],
    ),
  )

/** The depth of a line in bold, below any heading. */
const BOLD = 7

const inTables: PageReading = (blocks, levelsIn, ledger) => {
  const headings = headingsOf(blocks, ledger)
  const found: DraftOfPage[] = []
  const grids = new Set<Grid>()
  const open: { depth: number; leaf: Leaf }[] = []
  const bold = new Map<Block, Leaf>()
  for (const block of blocks) {
    const isBold = block.kind === 'text' && block.lead !== null && block.text.trim() === ''
    if (block.kind === 'heading' || isBold) {
      const depth = block.kind === 'heading' ? block.depth : BOLD
      while ((open.at(-1)?.depth ?? 0) >= depth) open.pop()
      const leaf = headings.get(block) ?? ledger.leaf(block.line, (block as { lead: string }).lead)
      if (isBold) bold.set(block, leaf)
      open.push({ depth, leaf })
    }
    if (block.kind !== 'table') continue
    const draft = draftOfGrid(block.grid, levelsIn, ledger)
    if (!draft) continue
    grids.add(block.grid)
    found.push(headed(draft, open.map(({ leaf }) => leaf).reverse(), ledger))
  }
  const rest = blocks.filter((block) => !bold.has(block))
  treeOf(rest, headings, grids, ledger)
  const full = found.filter(({ draft, headed: about }) => about || saysSomething(draft))
  return joined(full.length > 0 ? full : found, ledger)
}

/** The tables of a page that are ladders on their own. What they say is in no outline of headings. */
const ownLadders = (
  blocks: readonly Block[],
  levelsIn: 'rows' | 'columns' | undefined,
  ledger: ImportLedger,
): Set<Grid> => {
  const own = new Set<Grid>()
  for (const block of blocks) {
    if (block.kind !== 'table') continue
    ledger.trial(() => {
      const draft = draftOfGrid(block.grid, levelsIn, ledger)
      if (draft && (draft.rows.length > 1 || !draft.rows.every(isUnnamed))) own.add(block.grid)
      return null
    })
    if (own.has(block.grid))
      for (const { leaf } of block.grid.rows.flat())
        if (leaf) ledger.leave(leaf, 'a table next to the ladder')
  }
  return own
}

const inHeadings: PageReading = (blocks, levelsIn, ledger) =>
  draftsOfTree(
    treeOf(blocks, headingsOf(blocks, ledger), ownLadders(blocks, levelsIn, ledger), ledger),
    ledger,
  )

/**
 * The levels of each competency may be a numbered list with different names. All lists need the same length, and every
 * item a name.
 */
const inNumberedLists: PageReading = (blocks, _, ledger) => {
  const lists = blocks.flatMap((block) => (block.kind === 'list' && block.ordered ? [block.items] : []))
  const steps = lists[0]?.length ?? 0
  const numbered =
    lists.length > 1 &&
    steps > 1 &&
    lists.every((items) => items.length === steps && items.every(({ lead }) => lead !== null))
  if (!numbered) return []
  return draftsOfTree(treeOf(blocks, headingsOf(blocks, ledger), new Set(), ledger, true), ledger)
}

/** The ways of reading a page. If two explain as much, the first is right. */
export const PAGE_READINGS: readonly PageReading[] = [inTables, inHeadings, inNumberedLists]

/** A page as an outline, with all of its tables in it. */
export function outlineOf(blocks: readonly Block[], ledger: ImportLedger): OutlineNode {
  return treeOf(blocks, headingsOf(blocks, ledger), new Set(), ledger)
}

/** Where a page that is no ladder could be one: its first table, or the first heading that others have a name below. */
export function lineInDoubt(blocks: readonly Block[]): number {
  const table = blocks.find((block) => block.kind === 'table')
  if (table?.kind === 'table') return table.grid.line
  const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block] : []))
  const repeated = headings.findIndex(
    ({ text, depth }, at) => headings.findIndex((one) => one.text === text && one.depth === depth) < at,
  )
  const first = headings.findIndex(({ text }) => text === headings[repeated]?.text)
  const above = headings.slice(0, Math.max(0, first)).findLast(({ depth }) => depth < headings[first]!.depth)
  return above?.line ?? 1
}
