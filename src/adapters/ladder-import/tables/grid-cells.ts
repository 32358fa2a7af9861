import { asExample } from '../../../domain/ladder/examples.ts'
import { bulletsOfLines, type DraftCompetency, type DraftRow } from '../draft.ts'
import type { ImportLedger, Leaf } from '../import-ledger.ts'

/**
 * One cell of a table: its piece of the source (null if empty) and its lines of text. A merged cell is in each place
 * that it covers, and `merged` says from where in all but the first.
 */
export type Cell = {
  readonly leaf: Leaf | null
  readonly lines: readonly string[]
  readonly merged?: 'left' | 'above' | undefined
}
export type Grid = { readonly line: number; readonly rows: readonly (readonly Cell[])[] }

/** A missing cell. */
export const EMPTY: Cell = { leaf: null, lines: [] }
/** The text of a cell. Empty if the cell is empty or missing. */
export function textOf(cell: Cell | undefined): string {
  return cell?.leaf?.text ?? ''
}

/** The statements of a cell. With `example`, all of them are examples. None if the cell is empty. */
export function pieceOf({ leaf, lines }: Cell, example = false): DraftCompetency[] {
  return leaf
    ? [{ leaf, bullets: bulletsOfLines(lines).map((text) => (example ? asExample(text) : text)) }]
    : []
}

/**
 * Adds statements to a row, at the level with this index (from 0). A merged cell that covers several lines of one
 * competency says its statements once.
 */
export function addTo(row: DraftRow, level: number, pieces: readonly DraftCompetency[]): void {
  const there = row.cells.get(level) ?? []
  const more = pieces.filter(({ leaf }) => !there.some((one) => one.leaf === leaf))
  if (more.length > 0) row.cells.set(level, [...there, ...more])
}

/** True if a line is one text over the whole table, as headings inside of it are. */
export function isBanner(line: readonly Cell[]): boolean {
  const [first, ...rest] = line
  return (
    first?.leaf != null &&
    rest.length > 0 &&
    rest.every(({ leaf, merged }) => leaf === first.leaf && merged === 'left')
  )
}

/** Finds the row of a competency, or adds it. `isNamed` compares its label. */
export function rowIn(
  rows: DraftRow[],
  label: Leaf,
  area: Leaf | null,
  isNamed: (label: string) => boolean,
): DraftRow {
  const known = rows.find((one) => isNamed(one.label.text) && (one.area?.text ?? '') === (area?.text ?? ''))
  if (known) return known
  const row = { area, label, about: [], cells: new Map() }
  rows.push(row)
  return row
}

/** Records what was not read: the headings, and everything in columns that don't belong to the ladder. */
export function leaveRest(
  { rows: [header = [], ...body] }: Grid,
  ledger: ImportLedger,
  isRest: (column: number) => boolean,
  why: string,
): void {
  for (const cell of header) if (cell.leaf) ledger.leave(cell.leaf, 'the name of a column')
  for (const line of body)
    for (const [column, cell] of line.entries()) {
      if (cell.leaf && isRest(column))
        ledger.leave(cell.leaf, `it is in the column "${textOf(header[column])}", ${why}`)
    }
}
