import type { DefaultTreeAdapterTypes } from 'parse5'
import { rowStatements } from '../../domain/text/table-rows.ts'
import { joinedCell } from '../../domain/text/table-text.ts'

type Dom = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element
type Lines = (cell: Element) => string[]

/** Word's own limit on columns. */
const MOST_COLUMNS = 63

const isElement = (node: Dom): node is Element => 'tagName' in node

const rowsIn = (node: Element): Element[] =>
  node.childNodes.filter(isElement).flatMap((child) => (child.tagName === 'tr' ? [child] : rowsIn(child)))

const spanOf = ({ attrs }: Element, wanted: 'colspan' | 'rowspan'): number =>
  Number(attrs.find(({ name }) => name === wanted)?.value ?? 1)

/** The lines of each cell, in a grid. A merged cell counts in each row that it covers, but only in its first column. */
const gridOf = (table: Element, linesOf: Lines): string[][][] => {
  const reaching: { lines: string[]; rows: number }[] = []
  return rowsIn(table).map((row) => {
    const grid: string[][] = []
    const fill = (): void => {
      for (let merged = reaching[grid.length]; merged && merged.rows > 0; merged = reaching[grid.length]) {
        merged.rows -= 1
        grid.push(merged.lines)
      }
    }
    for (const cell of row.childNodes.filter(isElement)) {
      fill()
      const lines = linesOf(cell)
      for (let nth = 0; nth < Math.min(spanOf(cell, 'colspan'), MOST_COLUMNS); nth += 1) {
        const own = nth === 0 ? lines : []
        reaching[grid.length] = { lines: own, rows: spanOf(cell, 'rowspan') - 1 }
        grid.push(own)
      }
    }
    fill()
    return grid
  })
}

/** A table that only lays out a page: one column, or one row, or cells with this many lines. */
const LAYOUT_LINES = 8

const isLayout = (grid: readonly (readonly (readonly string[])[])[]): boolean =>
  grid.length < 2 ||
  grid.every((row) => row.filter(({ length }) => length > 0).length < 2) ||
  grid.some((row) => row.some(({ length }) => length > LAYOUT_LINES))

/**
 * The lines of a table: a statement for each row, or each paragraph by itself if the table only lays out a page.
 */
export function tableLines(table: Element, linesOf: Lines): string[] {
  const grid = gridOf(table, linesOf)
  if (isLayout(grid)) return rowsIn(table).flatMap((row) => row.childNodes.filter(isElement).flatMap(linesOf))
  return rowStatements(grid.map((row) => row.map(joinedCell)))
}
