import { type Box, listMarkOf } from './list-marks.ts'
import { anyOf } from './patterns.ts'

/** The columns of a table that say what a person did. Others say when, for whom, or with what result. */
const DEED_HEAD = new RegExp(
  `^\\W*(?:${anyOf({
    'what I did': /what\b|did\b/,
    mine: /(?:my|your|own) (?:\p{L}+ )?(?:role|part|work|contributions?|actions?|impact)\b/u,
    achieved: /(?:key |main |major )?(?:achievements?|accomplishments?|contributions?)\b/,
    acted: /(?:actions?|activit(?:y|ies)|deeds?)\b/,
    work: /(?:work|tasks?|deliverables?|summary|descriptions?|details?|examples?|evidence|highlights?|wins?)\b/,
    roles: /(?:roles?|responsibilit(?:y|ies))\b/,
  })})`,
  'iu',
)

/** The columns that say whether it was done. */
const STATE_HEAD = /^\W*(?:status|state|progress|done|completed?|finished|shipped)\b/i
const DONE = new RegExp(
  `^${anyOf({
    words:
      /(?:done|completed?|finished|shipped|delivered|achieved|launched|released|closed|met|yes|y)\b[\s.!]*$/,
    share: /100 ?%/,
    boxes: /\[[xX✓]\]|[☑☒✓✔✅🗹]|:(?:white_check_mark|heavy_check_mark|ballot_box_with_check):/u,
  })}`,
  'iu',
)
const NOT_DONE = new RegExp(
  `^${anyOf({
    'not yet':
      /(?:not (?:yet )?(?:started|done|begun|finished)|to ?do|todo|open|planned|pending|backlog|no|n)\b/,
    'under way': /(?:in progress|wip|ongoing|under way|started|on track|at risk)\b/,
    'given up': /(?:cancell?ed|abandoned|dropped|deferred|postponed|blocked|on hold|moved|delayed)\b/,
    share: /\d{1,2} ?%/,
    boxes: /\[[ -]?\]|[☐⬜🔲❌✗✘]|:(?:x|black_square_button|white_large_square):/u,
  })}`,
  'iu',
)

/** Columns of a form to be assessed with. Their cells speak for themselves, and the names are not the writer's. */
const FORM_HEAD = /^\W*(?:competenc(?:y|ies)|criteri(?:on|a)|requirements?|ratings?|rubric|assessment)\W*$/i

/** The most words and letters of a header cell. */
const MOST_HEAD_WORDS = 7
const MOST_HEAD = 50
/** A cell with this many words says something by itself. */
const STATEMENT = 4
/** The longest text before the statement, in UTF-16 units: as long as a label before a deed may be. */
const MOST_BEFORE = 55

const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0

/** A row that names columns: short cells without a full stop, all different. The first one may be empty. */
const isHead = (row: readonly string[]): boolean => {
  const named = row.filter((cell) => cell !== '')
  return (
    named.length > 0 &&
    row.slice(1).every((cell) => cell !== '') &&
    named.every(
      (cell) =>
        cell.length <= MOST_HEAD &&
        wordsIn(cell) <= MOST_HEAD_WORDS &&
        /^[#№]$|\p{L}/u.test(cell) &&
        !/[.!]$/.test(cell),
    ) &&
    new Set(named.map((cell) => cell.toLowerCase())).size === named.length
  )
}

/** Rows that are a label and what it names, as in a form: "Name | Ana", "What I did | Led the move". */
const isForm = (rows: readonly (readonly string[])[]): boolean => {
  const [first, ...rest] = rows
  return (
    rows.every(({ length }) => length === 2) &&
    !DEED_HEAD.test(first?.[1] ?? '') &&
    rest.some(([label = '']) => DEED_HEAD.test(label) && wordsIn(label) <= MOST_HEAD_WORDS)
  )
}

/** A row without names of columns: "Q1: Led the move; 3 minutes". */
const unnamed = (row: readonly string[]): string => {
  const [first = '', ...rest] = row.filter((cell) => cell !== '')
  const said = rest.map((cell, nth) => (nth === rest.length - 1 ? cell : within(cell))).join('; ')
  if (said === '') return first
  const isLabel = first.length <= MOST_HEAD && wordsIn(first) <= MOST_HEAD_WORDS && !/[.!?;]$/.test(first)
  return isLabel ? `${first.replace(/ ?:$/, '')}: ${said}` : `${within(first)}; ${said}`
}

/** The name of a column in a statement. */
const nameOf = (head: string): string =>
  FORM_HEAD.test(head) ? '' : head.replace(/^[#№]$|(?<![\s:?])[\s:?]+$/, '')

/** A cell in the middle of a statement, which ends after it and not in it. */
const within = (cell: string): string => cell.replace(/(?<![.;])[.;]$/, '')

const labelled = (head: string, cell: string): string => (head === '' ? cell : `${head}: ${cell}`)

/** The text before the deed in a row: "Quarter Q1". */
const beforeDeed = (heads: readonly string[], row: readonly string[], at: number): string =>
  row
    .slice(0, at)
    .flatMap((cell, nth) => (cell === '' ? [] : [heads[nth] ? `${heads[nth]} ${cell}` : cell]))
    .join(', ')

/** It is read as a label before the deed if it is short and does not end a sentence. */
const isShort = (before: string): boolean => before.length <= MOST_BEFORE && !/[:.!?]/.test(before)

/** "Quarter Q1, What I did: Led the move; Result: 3 minutes". If `leads`, the cells before the deed come first. */
const statementOf = (
  heads: readonly string[],
  row: readonly string[],
  at: number,
  leads: boolean,
): string => {
  const told = row.flatMap((cell, nth) => (cell === '' ? [] : [{ cell, head: heads[nth] ?? '', nth }]))
  const main = told.find(({ nth }) => nth === at)
  const before = leads && main !== undefined ? beforeDeed(heads, row, at) : ''
  const rest = told.filter(({ nth }) => nth !== at && !(before !== '' && nth < at))
  const first = main === undefined ? [] : [labelled(main.head, main.cell)]
  const said = [...first, ...rest.map(({ head, cell }) => labelled(head, cell))]
  const last = said.length - 1
  const statement = said.map((one, nth) => (nth === last ? one : within(one))).join('; ')
  return before === '' ? statement : `${before}, ${statement}`
}

/** The column that says what was done: by its name, or else the first one whose cells say something by themselves. */
const deedColumn = (heads: readonly string[], rows: readonly (readonly string[])[]): number => {
  const named = heads.findIndex((head) => DEED_HEAD.test(head) && !STATE_HEAD.test(head))
  if (named !== -1) return named
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const columns = Array.from({ length: width }, (_, nth) => nth)
  const share = (nth: number): number =>
    rows.filter((row) => wordsIn(row[nth] ?? '') >= STATEMENT).length / rows.length
  const telling = columns.find((nth) => share(nth) >= 0.5)
  return telling ?? 0
}

const MARKS = { done: '- [x] ', 'not done': '- [ ] ' }

/** The box of a cell that has nothing else. */
const loneBox = (cell: string): Box | null => {
  const { box, length } = listMarkOf(`${cell} `)
  return length > cell.length ? box : null
}

/** The list mark of a row. It has a box in a separate cell, or a column says whether it was done. */
const markOf = (heads: readonly string[], row: readonly string[]): string => {
  const lone = row.map(loneBox).find((box) => box !== null)
  if (lone) return MARKS[lone]
  const at = heads.findIndex((head) => STATE_HEAD.test(head))
  const state = at === -1 ? '' : (row[at] ?? '')
  return NOT_DONE.test(state) ? MARKS['not done'] : DONE.test(state) ? MARKS.done : '- '
}

/**
 * The rows of a table, each as one statement with the names of its columns, as a list item. The header is not a row of
 * its own. `marked` says that the source marks the first row as the header.
 */
export function rowStatements(table: readonly (readonly string[])[], marked = false): string[] {
  const rows = table.map((row) => row.map((cell) => cell.replace(/\s+/g, ' ').trim()))
  const [first, ...rest] = rows
  const filled = rest.filter((row) => row.some((cell) => cell !== ''))
  const isEmpty = first?.every((cell) => cell === '') ?? true
  const hasHead =
    first !== undefined &&
    filled.length > 0 &&
    (marked ? isEmpty || isHead(first) : isHead(first) && !isForm(rows))
  const heads = hasHead ? first.map(nameOf) : []
  const told = (hasHead ? filled : rows).filter((row) => row.some((cell) => cell !== ''))
  const at = deedColumn(heads, told)
  const isNamed = heads.some((head) => head !== '')
  // All rows are treated alike, so that a colon in one cell does not shift a column in only that row.
  const leads = told.every((row) => isShort(beforeDeed(heads, row, at)))
  return told.map((row) => {
    const words = row.map((cell) => (loneBox(cell) ? '' : cell))
    return markOf(heads, row) + (isNamed ? statementOf(heads, words, at, leads) : unnamed(words))
  })
}
