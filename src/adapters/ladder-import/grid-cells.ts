import { asExample } from '../../domain/ladder/examples.ts'
import { bulletsOfLines, type DraftCompetency, type DraftRow } from './draft.ts'
import type { ImportLedger, Leaf } from './import-ledger.ts'

/** One cell of a table: its piece of the source (null when empty) and its text line by line. */
export type Cell = { readonly leaf: Leaf | null; readonly lines: readonly string[] }
export type Grid = { readonly line: number; readonly rows: readonly (readonly Cell[])[] }

/** A cell that is not there. */
export const EMPTY: Cell = { leaf: null, lines: [] }
/** What a cell says; nothing where it is empty or not there. */
export function textOf(cell: Cell | undefined): string {
  return cell?.leaf?.text ?? ''
}

/** The statements of a cell, all of them examples where `example` says so; none where it is empty. */
export function pieceOf({ leaf, lines }: Cell, example = false): DraftCompetency[] {
  return leaf
    ? [{ leaf, bullets: bulletsOfLines(lines).map((text) => (example ? asExample(text) : text)) }]
    : []
}

/** Puts statements into a row, at the level of that number from 0. */
export function addTo(row: DraftRow, level: number, pieces: readonly DraftCompetency[]): void {
  if (pieces.length > 0) row.cells.set(level, [...(row.cells.get(level) ?? []), ...pieces])
}

/** The row of a competency, which may be a new one; `isNamed` says whether a label is the same. */
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

/** Notes what was not read: the head, and everything in columns that don't belong to the ladder. */
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
        ledger.leave(cell.leaf, `it stands in the column "${textOf(header[column])}", ${why}`)
    }
}
