import { type DraftRow, type LadderDraft, Unclear } from '../draft.ts'
import type { ImportLedger, Leaf } from '../import-ledger.ts'
import { levelNameOf, levelShare, levelsAmong } from '../level-names.ts'
import { isSentence } from '../statements.ts'
import { ABOUT, EXAMPLE, NOTE, TITLE } from './column-heads.ts'
import { type Front, rowsOf } from './column-rows.ts'
import { addTo, type Cell, EMPTY, type Grid, leaveRest, pieceOf, textOf } from './grid-cells.ts'

/** The name of a competency that its source does not name. */
export const UNNAMED = 'Expectations'

export type LevelColumns = {
  readonly columns: number[]
  /** The share of the headings that are levels. */
  readonly share: number
}

/** The places of a header row with their own heading. */
const filledIn = (header: readonly Cell[]): number[] =>
  header.flatMap((cell, column) => (textOf(cell) === '' || cell.merged === 'left' ? [] : [column]))

/**
 * The level columns of a header row. A blank heading between level columns belongs to the level before it (merged
 * cells), and any other heading between two levels is a level too, whatever it is called.
 */
export function levelColumns(header: readonly Cell[]): LevelColumns {
  const filled = filledIn(header)
  const labels = filled.map((column) => textOf(header[column]))
  const are = levelsAmong(labels)
  // The first column names the rows, whatever its heading is.
  const sure = filled.filter((column, index) => are[index] && column > 0)
  const [first = 0, last = 0] = [sure[0], sure.at(-1)]
  const isBetween = (column: number): boolean => {
    const label = textOf(header[column])
    const repeats = labels.filter((one) => one === label).length > 1
    return column > first && column < last && !repeats && !NOTE.test(label) && !ABOUT.test(label)
  }
  const columns = filled.filter((column) => sure.includes(column) || isBetween(column))
  const others = filled.filter((column) => column > 0).length
  const distinct = new Set(sure.map((column) => textOf(header[column]).toLowerCase())).size
  return { columns, share: distinct < 2 ? 0 : sure.length / Math.max(1, others) }
}

const shareOf = (texts: readonly string[]): number =>
  texts.length === 0 ? 0 : texts.filter(isSentence).length / texts.length

/**
 * A header row with only levels, above only statements. If the lines below have one cell more, it names them and the
 * header lacks its corner. Null if the first column names the rows. If the caller was `told` that levels are in this
 * row, the headings need not look like levels.
 */
export function levelsAlone(
  { rows: [header = [], ...body] }: Grid,
  told = false,
): 'no names' | 'no corner' | null {
  const filled = filledIn(header)
  const labels = filled.map((column) => textOf(header[column]))
  const are = levelsAmong(labels)
  const enough = told || (are[0] && are.at(-1) && are.filter(Boolean).length * 2 >= labels.length)
  if (filled[0] !== 0 || new Set(labels).size < 2 || !enough || labels.some((label) => NOTE.test(label)))
    return null
  const lines = body.map((row) => row.filter(({ leaf }) => leaf).length)
  const width = header.length
  const wider = body.filter((row) => row.slice(width).some(({ leaf }) => leaf)).length
  if (wider > 0 && lines.every((count) => count <= width + 1)) return 'no corner'
  const texts = (from: number, to: number): string[] =>
    body.flatMap((row) => row.slice(from, to).flatMap((cell) => (cell.leaf ? [cell.leaf.text] : [])))
  const [first, rest] = [texts(0, 1), texts(1, width)]
  if (first.length === 0 || levelNameOf(labels[0]!).surety < 0.8)
    return shareOf(first) > 0.5 ? 'no names' : null
  return shareOf(first) >= shareOf(rest) / 2 ? 'no names' : null
}

/** The name in a line that has only that: a text in its first place that is no sentence. */
const nameOf = (line: readonly Cell[]): Leaf | null => {
  const [first, ...others] = line
  const alone = others.every(({ leaf }) => leaf === null || leaf === first?.leaf)
  return first?.leaf && alone && !isSentence(first.leaf.text) ? first.leaf : null
}

/** True if the first line has ids and the second has titles, so that both are the heading. */
const titlesBelow = (
  header: readonly Cell[],
  next: readonly Cell[] | undefined,
  columns: readonly number[],
): boolean => {
  if (!next) return false
  const label = textOf(next[0])
  const titles = columns.map((column) => textOf(next[column]))
  const short = titles.every((title) => title !== '' && title.length <= 60 && !/[.!?]$/.test(title))
  const bare = columns.every((column) => levelNameOf(textOf(header[column])).name.title === null)
  return short && bare && (TITLE.test(label) || (label === '' && levelShare(titles) > 0.5))
}

/** A level from the heading of its column, and from the title below that if there is one. */
const levelOfHead = (head: Cell, below: Cell, ledger: ImportLedger): LadderDraft['levels'][number] => {
  const { name } = levelNameOf(textOf(head))
  const labels = [head, below].flatMap(({ leaf }) => (leaf ? [leaf] : []))
  for (const leaf of labels) ledger.take(leaf, `level ${name.id ?? name.title}`)
  return {
    name: name.title === null && below.leaf ? { ...name, title: below.leaf.text } : name,
    labels,
    about: [],
  }
}

/** The columns of one level: its own, and up to the next level those without a heading or with examples. */
const spanOf = (
  header: readonly Cell[],
  columns: readonly number[],
  index: number,
  width: number,
): number[] => {
  const from = columns[index]!
  const to = columns[index + 1] ?? width
  const mine = (column: number): boolean => {
    const head = header[column]
    if (column === from || (head?.merged === 'left' && head.leaf === header[from]?.leaf)) return true
    // After the last level, a column without a heading is a note at the edge of the sheet.
    return textOf(head) === '' ? index + 1 < columns.length : EXAMPLE.test(textOf(head))
  }
  const span: number[] = []
  for (let column = from; column < to && mine(column); column += 1) span.push(column)
  return span
}

/** The columns before `first`, where the levels begin: descriptions, the competency, and what it is under. */
const frontColumns = (header: readonly Cell[], body: Grid['rows'], first: number): Front => {
  const front = Array.from({ length: first }, (_, column) => column).filter((column) => {
    const texts = body.map((row) => textOf(row[column])).filter((text) => text !== '')
    // Numbers of lines and weights name nothing.
    return texts.length > 0 && !texts.every((text) => /^[\d.,%#\s]{1,12}$/.test(text))
  })
  const about = front.filter((column) => ABOUT.test(textOf(header[column])) && front.length > 1)
  const named = front.filter((column) => !about.includes(column))
  return { about, competency: named.at(-1) ?? 0, parents: named.slice(0, -1) }
}

/** Refuses a line that has more cells than the header: they would be under the wrong levels. */
const refuseWider = (header: readonly Cell[], body: Grid['rows']): void => {
  for (const line of body) {
    const extra = line.slice(header.length).find(({ leaf }) => leaf)?.leaf
    const width = line.findLastIndex(({ leaf }) => leaf) + 1
    if (extra)
      throw new Unclear({
        line: extra.line,
        wrong: `this line has ${width} cells, but the heading has ${header.length}`,
        right: 'put quotation marks around a text with a comma, or a backslash before a bar in a text',
      })
  }
}

/**
 * Reads a table with levels in columns. Each line below the heading is a competency or an area, or continues the line
 * before. Without names for its lines, all of them are one competency.
 */
export function columnsDraft(
  { rows: [header = [], ...rest] }: Grid,
  alone: ReturnType<typeof levelsAlone>,
  ledger: ImportLedger,
  forced = false,
): LadderDraft {
  const all = filledIn(header)
  if (alone === 'no names') {
    const levels = all.map((column) => levelOfHead(header[column]!, EMPTY, ledger))
    refuseWider(header, rest)
    const line = header[all[0]!]?.leaf?.line ?? 1
    const rows: DraftRow[] = []
    for (const cells of rest) {
      const name = nameOf(cells)
      if (name) ledger.take(name, 'a competency')
      if (name || rows.length === 0)
        rows.push({ area: null, label: name ?? { line, text: UNNAMED }, about: [], cells: new Map() })
      if (name) continue
      for (const index of all.keys())
        for (const column of spanOf(header, all, index, header.length))
          addTo(rows.at(-1)!, index, pieceOf(cells[column] ?? EMPTY))
    }
    return { title: null, levels, rows }
  }
  const heads = alone === 'no corner' ? [EMPTY, ...header] : header
  const columns = forced ? all.filter((column) => column > 0) : levelColumns(heads).columns
  const second = !forced && titlesBelow(heads, rest[0], columns)
  const [first = 1] = columns
  const titles = second ? rest[0]! : []
  const levels = columns.map((column) => levelOfHead(heads[column]!, titles[column] ?? EMPTY, ledger))
  // Below merged headings there can be more headings: "Expectation", "Example".
  const corner = heads[0]?.leaf
  const under = second || !corner ? [] : rest.filter((line) => line[0]?.leaf === corner)
  const body = rest.slice(second ? 1 : under.length)
  const isExample = (column: number): boolean =>
    [heads, ...under].some((line) => EXAMPLE.test(textOf(line[column])))
  for (const cell of [...titles, ...under.flat()])
    if (cell.leaf) ledger.leave(cell.leaf, 'the name of a column')
  refuseWider(heads, body)
  const spans = columns.map((_, index) => spanOf(heads, columns, index, heads.length))
  const lines = body.map((cells) => ({
    cells,
    pieces: spans.map((span) =>
      span
        .filter((column) => cells[column]?.merged !== 'left' || !span.includes(column - 1))
        .flatMap((column) => pieceOf(cells[column] ?? EMPTY, isExample(column))),
    ),
  }))
  const rows = rowsOf(lines, frontColumns(heads, body, first), ledger)
  const read = spans.flat()
  leaveRest(
    { line: 1, rows: [heads, ...body] },
    ledger,
    (column) => !read.includes(column),
    'which is not a level',
  )
  return { title: null, levels, rows }
}
