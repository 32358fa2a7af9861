import { type LadderDraft, Unclear } from '../draft.ts'
import type { ImportLedger } from '../import-ledger.ts'
import { columnsDraft, levelColumns, levelsAlone } from './columns.ts'
import { type Cell, EMPTY, type Grid } from './grid-cells.ts'
import { withoutFrame } from './sheet-frame.ts'
import { tidyDraft } from './tidy.ts'

/** The table with lines for columns. What was merged from above is then merged from the left. */
const transposed = ({ line, rows }: Grid): Grid => {
  const width = Math.max(0, ...rows.map((row) => row.length))
  const turned = (cell: Cell | undefined): Cell =>
    cell?.merged ? { ...cell, merged: cell.merged === 'left' ? 'above' : 'left' } : (cell ?? EMPTY)
  return {
    line,
    rows: Array.from({ length: width }, (_, column) => rows.map((row) => turned(row[column]))),
  }
}

/** Without lines and columns in which nothing is. */
const filledOnly = ({ line, rows }: Grid): Grid => {
  const full = rows.filter((row) => row.some((cell) => cell.leaf))
  return { line, rows: full.map((row) => row.filter((_, column) => full.some((one) => one[column]?.leaf))) }
}

/** The share of the headings that are levels: all, if there are no others. */
const shareOfLevels = (grid: Grid): number =>
  levelsAlone(grid) === null ? levelColumns(grid.rows[0] ?? []).share : 1

/**
 * Reads a table as a ladder. `levelsIn` says where the levels are. Without it, the table itself must show that. Null if
 * it has no ladder. Throws Unclear if it may have one but does not show how.
 */
export function draftOfGrid(
  grid: Grid,
  levelsIn: 'rows' | 'columns' | undefined,
  ledger: ImportLedger,
): LadderDraft | null {
  const full = filledOnly(withoutFrame(grid, ledger))
  const { rows } = full
  // A sheet may begin with a title and notes. The heading is the first line with several cells.
  const head = rows.findIndex((row) => new Set(row.flatMap(({ leaf }) => leaf ?? [])).size > 1)
  if (head === -1) return null
  const under = (index: number): Grid => ({ ...full, rows: rows.slice(index) })
  // Headings can have headings above them. The levels are in the first of three lines that names some.
  const named = [head, head + 1, head + 2].find((index) => rows[index] && shareOfLevels(under(index)) >= 0.5)
  const from = named ?? head
  for (const row of rows.slice(head, from))
    for (const cell of row) if (cell.leaf) ledger.leave(cell.leaf, 'a heading over other headings')
  const below = under(from)
  const turned = transposed(below)
  const [inColumns, inRows] = [shareOfLevels(below), shareOfLevels(turned)]
  const tidy = levelsIn === undefined && inColumns < 0.5 ? tidyDraft(below, ledger) : null
  if (tidy) return tidy
  const inHead = levelsIn === 'columns' || (levelsIn === undefined && inColumns >= 0.5 && inColumns > inRows)
  const inLines = levelsIn === 'rows' || (levelsIn === undefined && inRows >= 0.5 && inRows > inColumns)
  if (inHead || inLines) {
    const way = inHead ? below : turned
    const told = levelsIn !== undefined && shareOfLevels(way) === 0
    return columnsDraft(way, levelsAlone(way, told), ledger, told)
  }
  if (inColumns >= 0.5 && inRows >= 0.5)
    throw new Unclear({
      line: rows[head]!.find((cell) => cell.leaf)!.leaf!.line,
      wrong: 'the levels of this table could be in its first line or in its first column',
      right: 'choose with --levels-in columns or --levels-in rows',
    })
  return null
}
