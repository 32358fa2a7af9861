import { asExample, isExampleHead } from '../../../domain/ladder/examples.ts'
import { type DraftCompetency, type DraftRow, Unclear } from '../draft.ts'
import type { ImportLedger, Leaf } from '../import-ledger.ts'
import { addTo, type Cell, EMPTY, isBanner, rowIn } from './grid-cells.ts'
import { areaOf, type Parents, parentsBelow, sameParents, takeParents } from './parents.ts'

/** The columns before the levels: descriptions, the competency, and what it is under. */
export type Front = { readonly about: number[]; readonly competency: number; readonly parents: number[] }

/** What a line of the body says: its cells, and its statements at each level. */
export type Line = { readonly cells: readonly Cell[]; readonly pieces: readonly DraftCompetency[][] }

/** Where the reading of a table is: the rows so far, and what the next line is under. */
type Place = {
  readonly rows: DraftRow[]
  row: DraftRow | null
  rowParents: Parents
  parents: Parents
  /** The heading inside of the table. */
  banner: Cell
}

const isSilent = ({ pieces }: Line): boolean => pieces.every((one) => one.length === 0)

/** A sentence, not the name of an area. */
const isNote = (text: string): boolean => text.length > 60 || /[.!?]$/.test(text)

const labelOf = ({ cells }: Line, { competency }: Front): Leaf | null =>
  (isBanner(cells) ? cells[0]?.leaf : cells[competency]?.leaf) ?? null

const hasAbout = ({ cells }: Line, { about }: Front): boolean =>
  !isBanner(cells) && about.some((column) => cells[column]?.leaf)

const NO_TEXT = 'a line without any text at any level'

/** What a line is, if it only names something. Null if it says something. */
const nameOnly = (
  body: readonly Line[],
  at: number,
  front: Front,
  banners: boolean,
): 'area' | 'note' | 'nothing yet' | null => {
  const line = body[at]!
  const label = labelOf(line, front)
  const heading = isBanner(line.cells)
  if (heading) return label && isNote(label.text) ? 'note' : 'area'
  if (!label || !isSilent(line) || isExampleHead(label.text) || hasAbout(line, front)) return null
  const next = body[at + 1]
  // The statements of a competency may begin on the line below its name.
  if (next && !labelOf(next, front) && !isSilent(next)) return null
  // Areas begin in the first line. After competencies without an area, a row with only a name says nothing yet.
  const areas = body[0] !== undefined && isSilent(body[0]) && front.parents.length === 0
  return areas && !banners ? 'area' : 'nothing yet'
}

/** Text that no competency is named for. */
const unclearText = (leaf: Leaf): Unclear =>
  new Unclear({
    line: leaf.line,
    wrong: 'this text belongs to no competency',
    right: 'name its competency in the first column of that line',
  })

/** The row of a line that names only what its competencies are under. Null if it says the same at every level. */
const rowOfParent = (
  { rows, banner, parents }: Place,
  { pieces }: Line,
  ledger: ImportLedger,
): DraftRow | null => {
  const own = parents.filter(({ leaf }) => leaf)
  const last = own.at(-1)?.leaf
  const [first] = pieces.flat()
  if (!first) return null
  if (!last) throw unclearText(first.leaf)
  const said = new Set(pieces.map((one) => one.map(({ leaf }) => leaf.text).join('\n')))
  if (pieces.length > 1 && said.size === 1) {
    for (const { leaf } of pieces.flat())
      ledger.leave(leaf, `it is about "${last.text}", not about one of its competencies`)
    return null
  }
  takeParents([banner, ...parents], ledger)
  ledger.take(last, 'a competency')
  const area = areaOf([banner, ...own].filter(({ leaf }) => leaf))
  return rowIn(rows, last, area, (one) => one.toLowerCase() === last.text.toLowerCase())
}

/** True if a line itself says what it is under, so that a blank competency is not that of the line before. */
const namesParent = ({ cells }: Line, { parents }: Front): boolean =>
  parents.some((column) => cells[column]?.leaf && cells[column].merged !== 'above')

/** Finds the row that a line is about. */
const goTo = (place: Place, line: Line, label: Leaf | null, front: Front, ledger: ImportLedger): void => {
  const { parents, banner } = place
  if (label) {
    takeParents([banner, ...parents], ledger)
    ledger.take(label, 'a competency')
    const name = label.text.toLowerCase()
    const area = areaOf([banner, ...parents].filter(({ leaf }) => leaf))
    place.row = rowIn(place.rows, label, area, (one) => one.toLowerCase() === name)
  } else if (place.row === null || namesParent(line, front) || !sameParents(parents, place.rowParents)) {
    place.row = rowOfParent(place, line, ledger)
  }
  place.rowParents = parents
}

/** Reads the lines of a table with levels in columns, one after the other. */
export function rowsOf(body: readonly Line[], front: Front, ledger: ImportLedger): DraftRow[] {
  // If some lines are one cell over the whole table, only those are areas. Other silent lines say nothing yet.
  const banners = body.some(({ cells }) => isBanner(cells))
  const none: Parents = front.parents.map(() => EMPTY)
  const place: Place = { rows: [], row: null, rowParents: [], parents: none, banner: EMPTY }
  for (const [at, line] of body.entries()) {
    const { cells, pieces } = line
    const label = labelOf(line, front)
    const only = nameOnly(body, at, front, banners)
    if (only === 'note' || only === 'nothing yet') {
      if (label) ledger.leave(label, only === 'note' ? 'a note over the whole table' : NO_TEXT)
      if (only === 'nothing yet') place.row = null
      continue
    }
    if (only === 'area') {
      place.banner = { leaf: label, lines: [] }
      place.row = null
      continue
    }
    // A cell over the columns of area and competency names the competency.
    const wide = cells[front.competency]?.merged === 'left'
    place.parents = wide ? none : parentsBelow(place.parents, cells, front.parents)
    // A line "Examples" after a competency is not a competency.
    const examples = label !== null && place.row !== null && isExampleHead(label.text)
    if (examples) ledger.take(label, 'the beginning of a statement')
    else if (label || !isSilent(line)) goTo(place, line, label, front, ledger)
    const { row } = place
    if (row === null) continue
    for (const column of front.about) {
      const leaf = cells[column]?.leaf
      if (leaf && !row.about.includes(leaf)) row.about.push(leaf)
    }
    for (const [index, one] of pieces.entries())
      addTo(
        row,
        index,
        examples ? one.map((piece) => ({ ...piece, bullets: piece.bullets.map(asExample) })) : one,
      )
  }
  leaveUnused(body, [front.competency, ...front.parents], ledger)
  return place.rows
}

/** Records the areas and labels that no row of the ladder came from. */
const leaveUnused = (body: readonly Line[], columns: readonly number[], ledger: ImportLedger): void => {
  for (const { cells } of body)
    for (const column of columns) {
      const leaf = cells[column]?.leaf
      if (leaf) ledger.leave(leaf, NO_TEXT)
    }
}
