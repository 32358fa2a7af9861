import { listMarkOf } from './list-marks.ts'
import { rowStatements } from './table-rows.ts'

/** The cells of a row: the text between bars that are neither escaped nor in code. */
const cellsOf = (line: string): string[] => {
  const cells = ['']
  let isCode = false
  for (const [at, letter] of [...line.trim()].entries()) {
    const last = cells.at(-1)!
    if (letter === '`') isCode = !isCode
    if (letter === '|' && !isCode && !last.endsWith('\\')) {
      if (at > 0) cells.push('')
    } else cells[cells.length - 1] = last + letter
  }
  if (cells.length > 1 && cells.at(-1)!.trim() === '') cells.pop()
  return cells
}

/** The line below a header: "|---|:---:|". */
const isRule = (line = ''): boolean =>
  line.includes('|') && line.includes('-') && cellsOf(line).every((cell) => /^:?-+:?$/.test(cell.trim()))

const isRow = (line = ''): boolean => line.includes('|')
const isFramed = (line = ''): boolean => /^\s*\|[^\n]*\|\s*$/.test(line)

/** Several lines or items of a cell, as one. A line that begins with a small letter goes on with the one before. */
export function joinedCell(parts: readonly string[]): string {
  return parts
    .map((part) => part.trim())
    .map((part) => part.slice(listMarkOf(part).box === null ? listMarkOf(part).length : 0))
    .filter((part) => part !== '')
    .map((part, nth, all) => {
      const next = all[nth + 1]
      return next === undefined || /[.!?:;,]$/.test(part) || /^\p{Ll}/u.test(next) ? part : `${part};`
    })
    .join(' ')
}

const BREAK = /<br ?\/?>/i

/**
 * A text with the rows of its Markdown tables as statements, a list item each. `read` makes what people read of a cell
 * and of what is between tables.
 */
export function withTables(text: string, read: (words: string) => string = (words) => words): string {
  if (!text.includes('|')) return read(text)
  const lines = text.split('\n')
  const out: string[] = []
  let other: string[] = []
  const close = (): void => {
    if (other.length > 0) out.push(read(other.join('\n')))
    other = []
  }
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]!
    const isMarked = isRow(line) && isRule(lines[at + 1])
    if (!isMarked && !(isFramed(line) && isFramed(lines[at + 1]))) {
      other.push(line)
      continue
    }
    close()
    const rows: string[] = []
    for (; isMarked ? isRow(lines[at]) : isFramed(lines[at]); at += 1)
      if (!isRule(lines[at])) rows.push(lines[at]!)
    at -= 1
    const cells = rows.map((row) => cellsOf(row).map((cell) => joinedCell(cell.split(BREAK).map(read))))
    out.push(...rowStatements(cells, isMarked))
  }
  close()
  return out.join('\n')
}
