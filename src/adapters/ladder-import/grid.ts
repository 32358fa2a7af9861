import { isExampleHead } from '../../domain/ladder/examples.ts'
import { anyOf } from '../../domain/text/patterns.ts'
import { ABOUT_HEADS, AREA_HEADS, COMPETENCY_HEADS, TEXT_HEADS } from './column-heads.ts'
import { type DraftRow, type LadderDraft, Unclear } from './draft.ts'
import { addTo, type Cell, EMPTY, type Grid, leaveRest, pieceOf, rowIn, textOf } from './grid-cells.ts'
import type { ImportLedger, Leaf } from './import-ledger.ts'
import { levelNameOf, levelShare, levelsAmong } from './level-names.ts'

const transposed = ({ line, rows }: Grid): Grid => {
  const width = Math.max(0, ...rows.map((row) => row.length))
  return {
    line,
    rows: Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? EMPTY)),
  }
}

/** A word of a head, in any case. */
const anyWord = (words: readonly string[]): RegExp => new RegExp(`\\b${anyOf(words)}\\b`, 'i')

const AREA = anyWord(AREA_HEADS)
const COMPETENCY = anyWord(COMPETENCY_HEADS)
const ABOUT = anyWord(ABOUT_HEADS)
const LEVEL = /^(?:levels?|grades?|ranks?|bands?|stage|role|seniority|job level)\b/i
const TITLE = /^(?:titles?|roles?|positions?|names?|job titles?)\b/i
/** Heads of columns that hold statements. */
export const TEXT = anyWord(TEXT_HEADS)
const EXAMPLE = /\bexamples?\b/i

/**
 * The level columns of a header row. A blank head between level columns belongs to the one before it (merged cells).
 */
const levelColumns = (header: readonly Cell[]): { columns: number[]; share: number } => {
  const filled = header.flatMap((cell, column) => (textOf(cell) === '' ? [] : [column]))
  const labels = filled.map((column) => textOf(header[column]))
  const are = levelsAmong(labels)
  // The first column names the rows, whatever stands above it.
  const columns = filled.filter((column, index) => are[index] && column > 0)
  const others = filled.filter((column) => column > 0).length
  const distinct = new Set(columns.map((column) => textOf(header[column]).toLowerCase())).size
  return { columns, share: distinct < 2 ? 0 : columns.length / Math.max(1, others) }
}

/** A table that has one statement a line: level, competency, text, and perhaps an area. */
const tidyDraft = (grid: Grid, ledger: ImportLedger): LadderDraft | null => {
  const [header, ...body] = grid.rows
  if (!header) return null
  const heads = header.map((cell) => textOf(cell))
  const find = (pattern: RegExp, taken: readonly number[]): number =>
    heads.findIndex((head, index) => !taken.includes(index) && pattern.test(head))
  const level = find(LEVEL, [])
  const text = heads.findLastIndex((head) => TEXT.test(head))
  const competency =
    [...heads.keys()]
      .filter((index) => index !== level && index !== text && COMPETENCY.test(heads[index]!))
      .at(-1) ?? -1
  if (level === -1 || text === -1 || competency === -1) return null
  if (levelShare([...new Set(body.map((row) => textOf(row[level])).filter(Boolean))]) < 0.6) return null
  const area = find(AREA, [level, text, competency])
  const title = find(TITLE, [level, text, competency, area])
  const texts = heads.flatMap((head, index) =>
    ![level, competency, area, title].includes(index) && TEXT.test(head) ? [index] : [],
  )
  const levels: LadderDraft['levels'] = []
  const rows: DraftRow[] = []
  let [lastLevel, lastLabel, lastArea] = [EMPTY, EMPTY, EMPTY]
  for (const line of body) {
    lastLevel = line[level]?.leaf ? line[level] : lastLevel
    lastLabel = line[competency]?.leaf ? line[competency] : lastLabel
    if (area !== -1 && line[area]?.leaf) lastArea = line[area]
    if (!lastLevel.leaf || !lastLabel.leaf) continue
    const titled = title === -1 ? '' : textOf(line[title])
    const { name } = levelNameOf(textOf(lastLevel))
    const full = titled && name.title === null ? { ...name, title: titled } : name
    let at = levels.findIndex(
      (one) => one.name.id === full.id && (full.id !== null || one.name.title === full.title),
    )
    if (at === -1) at = levels.push({ name: full, labels: [lastLevel.leaf], about: [] }) - 1
    for (const index of [level, title])
      if (line[index]?.leaf) ledger.take(line[index].leaf, `level ${full.id ?? full.title}`)
    if (line[competency]?.leaf) ledger.take(line[competency].leaf, 'a competency')
    if (area !== -1 && line[area]?.leaf) ledger.take(line[area].leaf, 'an area')
    const label = lastLabel.leaf
    const row = rowIn(rows, label, area === -1 ? null : lastArea.leaf, (one) => one === label.text)
    for (const index of texts) addTo(row, at, pieceOf(line[index] ?? EMPTY, EXAMPLE.test(heads[index]!)))
  }
  const read = [level, competency, area, title, ...texts]
  leaveRest(grid, ledger, (column) => !read.includes(column), 'which holds no expectations')
  return { title: null, levels, rows }
}

/** Ids in the first line and titles in the second make one head. */
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

/** A level by the head of its column, and by the title below it where there is one. */
const levelOfHead = (head: Cell, below: Cell, ledger: ImportLedger): LadderDraft['levels'][number] => {
  const { name } = levelNameOf(textOf(head))
  const labels = [head, below].flatMap(({ leaf }) => (leaf ? [leaf] : []))
  for (const leaf of labels) ledger.take(leaf, `level ${name.id ?? name.title}`)
  return { name: below.leaf ? { ...name, title: below.leaf.text } : name, labels, about: [] }
}

/** The columns of one level: its own, and those without a head up to the next level. */
const spanOf = (header: readonly Cell[], columns: readonly number[], index: number): number[] => {
  const from = columns[index]!
  const to = columns[index + 1] ?? from + 1
  return Array.from({ length: to - from }, (_, step) => from + step).filter(
    (column) => column === from || textOf(header[column]) === '',
  )
}

/** The columns before `first`, where the levels begin: the area (-1 if none), the competency and its subtitle. */
const frontColumns = (
  header: readonly Cell[],
  body: Grid['rows'],
  first: number,
): { about: number[]; competency: number; areaColumn: number } => {
  const front = Array.from({ length: first }, (_, column) => column).filter((column) =>
    body.some((row) => row[column]?.leaf),
  )
  const about = front.filter((column) => ABOUT.test(textOf(header[column])) && front.length > 1)
  const named = front.filter((column) => !about.includes(column))
  return { about, competency: named.at(-1) ?? 0, areaColumn: named.length > 1 ? named[0]! : -1 }
}

/** Levels stand in columns: each line below the head is a competency, an area, or goes on with the line above. */
const columnsDraft = (grid: Grid, at: number, ledger: ImportLedger): LadderDraft => {
  const header = grid.rows[at]!
  const { columns } = levelColumns(header)
  const second = titlesBelow(header, grid.rows[at + 1], columns)
  const [first = 1] = columns
  const titles = second ? grid.rows[at + 1]! : []
  const levels = columns.map((column) => levelOfHead(header[column]!, titles[column] ?? EMPTY, ledger))
  const body = grid.rows.slice(at + (second ? 2 : 1))
  for (const cell of titles) if (cell.leaf) ledger.leave(cell.leaf, 'the name of a column')
  const { about, competency, areaColumn } = frontColumns(header, body, first)
  const rows: DraftRow[] = []
  let area: Leaf | null = null
  let row: DraftRow | null = null
  let mark: Leaf | null = null
  for (const line of body) {
    const own: Leaf | null = line[competency]?.leaf ?? null
    // A line "Examples" below a competency is no competency of its own.
    const examples: boolean = own !== null && row !== null && isExampleHead(own.text)
    const label: Leaf | null = examples ? null : own
    if (examples && own) ledger.take(own, 'the beginning of a statement')
    const pieces = columns.map((_, index) =>
      spanOf(header, columns, index).flatMap((column) => pieceOf(line[column] ?? EMPTY, examples)),
    )
    const silent = pieces.every((one) => one.length === 0)
    if (areaColumn !== -1 && line[areaColumn]?.leaf) {
      area = line[areaColumn].leaf
      mark = area
      ledger.take(area, 'an area')
      if (silent && !label) continue
    }
    if (silent && label && !about.some((column) => line[column]?.leaf)) {
      area = label
      mark = label
      ledger.take(label, 'an area')
      row = null
      continue
    }
    if (label) {
      ledger.take(label, 'a competency')
      const name = label.text.toLowerCase()
      row = rowIn(rows, label, area, (one) => one.toLowerCase() === name)
    }
    if (row === null) {
      if (silent) continue
      const stray = pieces.flat()[0]!.leaf
      throw new Unclear({
        line: stray.line,
        wrong: 'this text stands beside no competency',
        right: 'name the competency in the first column of that line',
      })
    }
    for (const column of about) if (line[column]?.leaf) row.about.push(line[column].leaf)
    for (const [index, one] of pieces.entries()) addTo(row, index, one)
  }
  if (mark && !rows.some((one) => one.area === mark))
    ledger.leave(mark, 'a line without any text at any level')
  leaveRest({ ...grid, rows: [header, ...body] }, ledger, (column) => column > first, 'which is no level')
  return { title: null, levels, rows }
}

/**
 * Reads a table as a ladder. `levelsIn` says where its levels stand; without it the table must tell. null: it
 * holds no ladder. Throws Unclear where it may hold one and does not say how.
 */
export function draftOfGrid(
  grid: Grid,
  levelsIn: 'rows' | 'columns' | undefined,
  ledger: ImportLedger,
): LadderDraft | null {
  const rows = grid.rows.filter((row) => row.some((cell) => cell.leaf))
  const full = { ...grid, rows }
  // A sheet may begin with a title and notes: the head is the first line with several cells.
  const headOf = ({ rows: lines }: Grid): number =>
    lines.findIndex((row) => row.filter((cell) => cell.leaf).length > 1)
  const head = headOf(full)
  if (head === -1) return null
  // Heads may stand over heads: the levels are in the first of three lines that names some.
  const named = [head, head + 1, head + 2].find(
    (index) => rows[index] && levelColumns(rows[index]).share >= 0.5,
  )
  const from = named ?? head
  for (const row of rows.slice(head, from))
    for (const cell of row) if (cell.leaf) ledger.leave(cell.leaf, 'a head over other heads')
  const below = { ...full, rows: rows.slice(from) }
  const inColumns = levelColumns(rows[from]!)
  const turned = transposed(below)
  const inRows = levelColumns(turned.rows[0]!)
  const tidy = levelsIn === undefined && inColumns.share < 0.5 ? tidyDraft(below, ledger) : null
  if (tidy) return tidy
  const columns =
    levelsIn === 'columns' ||
    (levelsIn === undefined && inColumns.share >= 0.5 && inColumns.share > inRows.share)
  const inLines =
    levelsIn === 'rows' || (levelsIn === undefined && inRows.share >= 0.5 && inRows.share > inColumns.share)
  if (columns || inLines) {
    const way = columns ? below : turned
    if (levelColumns(way.rows[0]!).columns.length < 2 && levelsIn !== undefined) return forced(way, ledger)
    return columnsDraft(way, 0, ledger)
  }
  if (inColumns.share >= 0.5 && inRows.share >= 0.5)
    throw new Unclear({
      line: rows[head]!.find((cell) => cell.leaf)!.leaf!.line,
      wrong: 'the levels of this table may stand in its first line or in its first column',
      right: 'say which with --levels-in columns or --levels-in rows',
    })
  return null
}

/** Every column behind the first is a level, because somebody said so. */
const forced = (grid: Grid, ledger: ImportLedger): LadderDraft => {
  const [header, ...body] = grid.rows
  const named = (header ?? []).map((cell, column) =>
    column > 0 && cell.leaf && levelNameOf(cell.leaf.text).surety === 0
      ? { ...cell, name: { id: null, title: cell.leaf.text } }
      : { ...cell, name: cell.leaf ? levelNameOf(cell.leaf.text).name : null },
  )
  const columns = named.flatMap((cell, column) => (column > 0 && cell.leaf ? [column] : []))
  const levels = columns.map((column) => {
    const leaf = named[column]!.leaf!
    ledger.take(leaf, `level ${leaf.text}`)
    return { name: named[column]!.name!, labels: [leaf], about: [] as Leaf[] }
  })
  const rows: DraftRow[] = []
  for (const line of body) {
    const label = line[0]?.leaf
    if (!label) continue
    ledger.take(label, 'a competency')
    const row: DraftRow = { area: null, label, about: [], cells: new Map() }
    for (const [index, column] of columns.entries()) addTo(row, index, pieceOf(line[column] ?? EMPTY))
    rows.push(row)
  }
  if (header?.[0]?.leaf) ledger.leave(header[0].leaf, 'the name of a column')
  return { title: null, levels, rows }
}
