import type { ImportLedger } from '../import-ledger.ts'
import { levelShare } from '../level-names.ts'
import { type Cell, type Grid, textOf } from './grid-cells.ts'

/** Why the letters and numbers around a sheet are left. */
export const FRAME = "it is the sheet's own row number or column letter"

/** "A", "B" … "Z", "AA" …: the letters of the columns of a sheet. */
const letterOf = (column: number): string => {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : letterOf(Math.floor(column / 26) - 1) + last
}

const isLetters = (row: readonly Cell[]): boolean => {
  const letters = row.map(textOf).filter((text) => text !== '')
  return letters.length > 1 && letters.every((letter, column) => letter === letterOf(column))
}

/** True if these texts count up by one, from 0, 1 or 2. A blank at the start is the corner. */
const isCount = (texts: readonly string[]): boolean => {
  const numbers = texts
    .filter((text) => text !== '')
    .map((text) => (/^\d{1,4}$/.test(text) ? Number(text) : -1))
  const [first = -1] = numbers
  return (
    numbers.length > 1 &&
    first >= 0 &&
    first <= 2 &&
    numbers.every((number, index) => number === first + index)
  )
}

/**
 * Leaves the letters above a sheet and the numbers next to it. Without letters, numbers go only if they have no heading
 * and levels are in the first line, because they could be levels.
 */
export function withoutFrame(grid: Grid, ledger: ImportLedger): Grid {
  const at = grid.rows.findIndex((row) => row.some(({ leaf }) => leaf))
  const first = grid.rows[at]
  if (!first) return grid
  const lettered = isLetters(first)
  const rows = lettered ? grid.rows.slice(at + 1) : grid.rows
  const [, , ...heads] = first.map(textOf)
  const aside = textOf(first[0]) === '' && levelShare(heads.filter((text) => text !== '')) >= 0.5
  const numbered = isCount(rows.map((row) => textOf(row[0]))) && (lettered || aside)
  const frame = [...(lettered ? first : []), ...(numbered ? rows.flatMap(([cell]) => cell ?? []) : [])]
  for (const { leaf } of frame) if (leaf) ledger.leave(leaf, FRAME)
  return { ...grid, rows: numbered ? rows.map(([, ...cells]) => cells) : rows }
}
