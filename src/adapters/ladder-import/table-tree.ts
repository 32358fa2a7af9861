import type { ImportLedger } from './import-ledger.ts'
import { nodeOf, type OutlineNode } from './outline.ts'
import { isSentence } from './statements.ts'
import { EXAMPLE, NOTE, PARENT } from './tables/column-heads.ts'
import { EMPTY, type Grid, isBanner, pieceOf, textOf } from './tables/grid-cells.ts'
import { areaOf, type Parents, parentsBelow, takeParents } from './tables/parents.ts'
import { withoutFrame } from './tables/sheet-frame.ts'

/** The column that names the lines, and those before it that group them. */
const namesIn = ({ rows: [header = [], ...body] }: Grid): { label: number; parents: number[] } => {
  const named = header.findIndex((head, column) => {
    const texts = body.flatMap((row) => row[column]?.leaf?.text ?? [])
    return !PARENT.test(textOf(head)) || texts.filter(isSentence).length * 2 > texts.length
  })
  const label = Math.min(
    Math.max(0, (named === -1 ? header.length : named) - 1),
    Math.max(0, header.length - 2),
  )
  return { label, parents: Array.from({ length: label }, (_, column) => column) }
}

/**
 * Adds a table that is not a ladder itself: each line is about what its first column names. A line without a name
 * continues the line before.
 */
export function addTable(into: OutlineNode, table: Grid, ledger: ImportLedger): void {
  const grid = withoutFrame(table, ledger)
  const [header = [], ...body] = grid.rows
  for (const cell of header) if (cell.leaf) ledger.leave(cell.leaf, 'the name of a column')
  const columns = namesIn(grid)
  let parents: Parents = columns.parents.map(() => EMPTY)
  let node: OutlineNode | null = null
  for (const line of body) {
    const label = line[columns.label]?.leaf ?? null
    parents = parentsBelow(parents, line, columns.parents)
    if (isBanner(line)) {
      if (label) ledger.leave(label, 'a note over the whole table')
      continue
    }
    const ownParent = columns.parents.some((column) => line[column]?.leaf && !line[column]?.merged)
    if (label && label !== node?.label) {
      takeParents(parents, ledger)
      node = nodeOf(label, { area: areaOf(parents) })
      into.children.push(node)
    } else if (!label && ownParent) node = null
    for (const [column, cell] of line.entries()) {
      if (column <= columns.label || !cell.leaf || cell.merged === 'left') continue
      const head = textOf(header[column])
      if (node === null)
        ledger.leave(
          cell.leaf,
          `it is about "${areaOf(parents)?.text ?? ''}", not about one of its competencies`,
        )
      else if (NOTE.test(head) && !EXAMPLE.test(head))
        ledger.leave(cell.leaf, `it is in the column "${head}", which holds no expectations`)
      else if (!node.texts.some(({ leaf }) => leaf === cell.leaf))
        node.texts.push(...pieceOf(cell, EXAMPLE.test(head)))
    }
  }
}
