import type { DraftCompetency, DraftRow, LadderDraft } from '../draft.ts'
import type { ImportLedger, Leaf } from '../import-ledger.ts'
import { levelNameOf, levelShare } from '../level-names.ts'
import { AREA, COMPETENCY, EXAMPLE, LEVEL, PARENT, TEXT, TITLE } from './column-heads.ts'
import { addTo, type Cell, EMPTY, type Grid, leaveRest, pieceOf, rowIn, textOf } from './grid-cells.ts'
import { areaOf, type Parents, parentsBelow, takeParents } from './parents.ts'

/** Which column of a table with a statement a line says what. */
type Columns = {
  readonly level: number
  readonly title: number
  readonly competency: number
  /** From the outermost. */
  readonly parents: readonly number[]
  readonly texts: readonly number[]
  readonly heads: readonly string[]
}

const columnsOf = ([header = [], ...body]: Grid['rows']): Columns | null => {
  const heads = header.map((cell) => textOf(cell))
  const level = heads.findIndex((head) => LEVEL.test(head))
  const text = heads.findLastIndex((head) => TEXT.test(head))
  const others = [...heads.keys()].filter((index) => index !== level && index !== text)
  const named = others.filter((index) => COMPETENCY.test(heads[index]!))
  const competency = named.at(-1) ?? others.filter((index) => AREA.test(heads[index]!)).at(-1) ?? -1
  if (level === -1 || text === -1 || competency === -1) return null
  if (levelShare([...new Set(body.map((row) => textOf(row[level])).filter(Boolean))]) < 0.6) return null
  const free = others.filter((index) => index !== competency)
  const areas = free.filter((index) => AREA.test(heads[index]!))
  const title = free.find((index) => !areas.includes(index) && TITLE.test(heads[index]!)) ?? -1
  const parents = free.filter(
    (index) => index !== title && index !== text && (areas.includes(index) || PARENT.test(heads[index]!)),
  )
  // A column "Behaviours" after the competency has statements.
  const above = parents.filter((index) => index < competency || areas.includes(index))
  const read = [level, competency, title, ...above]
  const texts = [...heads.keys()].filter((index) => !read.includes(index) && TEXT.test(heads[index]!))
  return { level, title, competency, parents: above, texts, heads }
}

/** A line without a competency: what it is under, and what it says at its level. */
type ParentLine = { readonly parents: Parents; readonly level: number; readonly pieces: DraftCompetency[] }

const spoken = (lines: readonly ParentLine[]): string[] => [
  ...new Set(lines.map(({ pieces }) => pieces.map(({ leaf }) => leaf.text).join('\n'))),
]

/**
 * Lines without a competency are about their parent. If they say the same wherever they are, they only introduce its
 * competencies, and are left. Or else the parent is a competency itself.
 */
const addParentLines = (lines: readonly ParentLine[], rows: DraftRow[], ledger: ImportLedger): void => {
  const groups = Map.groupBy(lines, ({ parents }) => areaOf(parents)?.text ?? '')
  for (const [name, group] of groups) {
    const own = group[0]!.parents.filter(({ leaf }) => leaf)
    const last = own.at(-1)?.leaf
    const grouped = rows.some(({ area }) => area?.text === name)
    if (!last || (grouped && spoken(group).length === 1)) {
      const why = last
        ? `it is about "${name}", not about one of its competencies`
        : 'its line names no competency'
      for (const { pieces } of group) for (const { leaf } of pieces) ledger.leave(leaf, why)
      continue
    }
    const row = rowIn(rows, last, areaOf(own), (one) => one.toLowerCase() === last.text.toLowerCase())
    for (const { level, pieces } of group) addTo(row, level, pieces)
  }
}

/** Reads a table with one statement per line: level, competency, text, and perhaps areas. Null if it is not one. */
export function tidyDraft(grid: Grid, ledger: ImportLedger): LadderDraft | null {
  const [, ...body] = grid.rows
  const columns = columnsOf(grid.rows)
  if (!columns) return null
  const { level, title, competency, texts, heads } = columns
  const levels: LadderDraft['levels'] = []
  const rows: DraftRow[] = []
  const parentLines: ParentLine[] = []
  let lastLevel: Cell = EMPTY
  let label: Leaf | null = null
  let parents: Parents = columns.parents.map(() => EMPTY)
  for (const line of body) {
    const own: Leaf | null = line[competency]?.leaf ?? null
    const keys = [level, ...columns.parents].filter((column) => column < competency)
    const named = keys.filter((column) => line[column]?.leaf)
    const newLevel = line[level]?.leaf && textOf(line[level]) !== textOf(lastLevel) && level < competency
    // A blank competency is that of the line before, as in merged cells, if nothing new begins before it.
    const continues: boolean =
      named.length === 0 || (columns.parents.length === 0 && !newLevel && label !== null)
    label = own ?? (continues ? label : null)
    parents = parentsBelow(parents, line, columns.parents)
    lastLevel = line[level]?.leaf ? line[level] : lastLevel
    const pieces = texts.map((index) => pieceOf(line[index] ?? EMPTY, EXAMPLE.test(heads[index]!)))
    if (!lastLevel.leaf) {
      for (const { leaf } of pieces.flat()) ledger.leave(leaf, 'its line names no level')
      continue
    }
    const titled = title === -1 ? '' : textOf(line[title])
    const { name } = levelNameOf(textOf(lastLevel))
    const full = titled && name.title === null ? { ...name, title: titled } : name
    let at = levels.findIndex(
      (one) => one.name.id === full.id && (full.id !== null || one.name.title === full.title),
    )
    if (at === -1) at = levels.push({ name: full, labels: [lastLevel.leaf], about: [] }) - 1
    for (const index of [level, title])
      if (line[index]?.leaf) ledger.take(line[index].leaf, `level ${full.id ?? full.title}`)
    takeParents(parents, ledger)
    if (!label) {
      parentLines.push({ parents, level: at, pieces: pieces.flat() })
      continue
    }
    if (own) ledger.take(own, 'a competency')
    const { text } = label
    const row = rowIn(rows, label, areaOf(parents), (one) => one === text)
    for (const one of pieces) addTo(row, at, one)
  }
  addParentLines(parentLines, rows, ledger)
  const read = [level, competency, title, ...columns.parents, ...texts]
  leaveRest(grid, ledger, (column) => !read.includes(column), 'which holds no expectations')
  return { title: null, levels, rows }
}
