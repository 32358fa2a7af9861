import { asExample, isExample, isExampleHead } from '../../domain/ladder/examples.ts'
import { type DraftCompetency, type DraftRow, type LadderDraft, Unclear } from './draft.ts'
import type { ImportLedger, Leaf } from './import-ledger.ts'
import { type LevelName, levelNameOf, levelShare, levelsAmong } from './level-names.ts'

/** A heading or a key with what stands below it. `texts` are its own statements, `prose` its own paragraphs. */
export type OutlineNode = {
  readonly label: Leaf | null
  /** The words that name it, when they are put together from several pieces. */
  readonly name?: string
  /** Further pieces that its name was put together from. */
  readonly also?: readonly Leaf[]
  readonly area?: Leaf | null
  readonly texts: DraftCompetency[]
  readonly prose: Leaf[]
  readonly children: OutlineNode[]
}

export function nodeOf(label: Leaf | null, more: Partial<OutlineNode> = {}): OutlineNode {
  return {
    label,
    texts: [],
    prose: [],
    children: [],
    ...more,
  }
}

const nameOf = (node: OutlineNode): string => node.name ?? node.label?.text ?? ''
const holds = (node: OutlineNode): boolean =>
  node.texts.length > 0 || node.prose.length > 0 || node.children.some((child) => holds(child))

/** Nodes whose children are levels, each with the way to it from the root. */
type LevelSet = {
  readonly parent: OutlineNode
  readonly path: readonly OutlineNode[]
  readonly levels: readonly OutlineNode[]
}

const levelSetsIn = (root: OutlineNode): LevelSet[] => {
  const sets: LevelSet[] = []
  const visit = (node: OutlineNode, path: readonly OutlineNode[]): void => {
    const labels = node.children.map(nameOf)
    const are = levelsAmong(labels)
    const levels = node.children.filter((child, index) => are[index] && holds(child))
    const share = levelShare(levels.map(nameOf))
    const others = node.children.filter((child, index) => !are[index] && holds(child)).length
    // Headings beside the levels are introductions and notes; they may not outnumber them.
    if (share > 0 && levels.length >= others) sets.push({ parent: node, path, levels })
    else for (const child of node.children) visit(child, [...path, child])
  }
  visit(root, [root])
  // Where levels are known by now, a competency that speaks of one level alone is recognised too.
  const known = new Set(sets.flatMap(({ levels }) => levels.map((level) => nameOf(level).toLowerCase())))
  const visitLone = (node: OutlineNode, path: readonly OutlineNode[]): void => {
    if (sets.some(({ parent, levels }) => parent === node || levels.includes(node))) return
    const levels = node.children.filter(holds)
    if (levels.length > 0 && levels.every((level) => known.has(nameOf(level).toLowerCase())))
      sets.push({ parent: node, path, levels })
    else for (const child of node.children) visitLone(child, [...path, child])
  }
  if (known.size > 0) visitLone(root, [root])
  const order = (set: LevelSet): number => set.levels[0]?.label?.line ?? 0
  return sets.sort((a, b) => order(a) - order(b))
}

const addPieces = (row: DraftRow, level: number, pieces: readonly DraftCompetency[]): void => {
  if (pieces.length > 0) row.cells.set(level, [...(row.cells.get(level) ?? []), ...pieces])
}

const isExamples = (node: OutlineNode): boolean => node.label !== null && isExampleHead(nameOf(node))

/** A statement with its heading in front, and in front of that what tells an example apart. */
const led = (lead: string, text: string, example: boolean): string =>
  !example && !isExample(text)
    ? lead + text
    : lead === ''
      ? asExample(text)
      : `Example: ${lead}${text.replace(/^Example: /, '')}`

/** All statements below a node, the names of what they stand under put in front; `example`: all of them are some. */
const allPieces = (
  node: OutlineNode,
  ledger: ImportLedger,
  lead = '',
  example = isExamples(node),
): DraftCompetency[] => [
  ...node.prose.map((leaf) => ({ leaf, bullets: [led(lead, leaf.text, example)] })),
  ...node.texts.map(({ leaf, bullets }) => ({
    leaf,
    bullets: bullets.map((text) => led(lead, text, example)),
  })),
  ...node.children.flatMap((child) => {
    if (child.label) ledger.take(child.label, 'the beginning of a statement')
    const named = child.label !== null && !isExamples(child)
    return allPieces(child, ledger, named ? `${lead}${nameOf(child)}: ` : lead, example || isExamples(child))
  }),
]

const takeLevel = (node: OutlineNode, ledger: ImportLedger): LevelName => {
  const { name } = levelNameOf(nameOf(node))
  for (const leaf of [node.label, ...(node.also ?? [])])
    if (leaf) ledger.take(leaf, `level ${name.id ?? name.title}`)
  return name
}

const sameLevel = (one: LevelName, other: LevelName): boolean =>
  one.id !== null && other.id !== null
    ? one.id.toLowerCase() === other.id.toLowerCase()
    : (one.title ?? '').toLowerCase() === (other.title ?? '').toLowerCase()

type Making = { readonly levels: LadderDraft['levels']; readonly rows: DraftRow[] }

const levelIn = ({ levels }: Making, node: OutlineNode, ledger: ImportLedger): number => {
  const name = takeLevel(node, ledger)
  const known = levels.findIndex((one) => sameLevel(one.name, name))
  if (known !== -1) return known
  return levels.push({ name, labels: node.label ? [node.label] : [], about: [] }) - 1
}

const rowIn = ({ rows }: Making, area: Leaf | null, label: Leaf, ledger: ImportLedger): DraftRow => {
  ledger.take(label, 'a competency')
  if (area) ledger.take(area, 'an area')
  const same = (one: Leaf | null, other: Leaf | null): boolean =>
    (one?.text ?? '').toLowerCase() === (other?.text ?? '').toLowerCase()
  const known = rows.find((row) => same(row.label, label) && same(row.area, area))
  if (known) return known
  const row: DraftRow = { area, label, about: [], cells: new Map() }
  rows.push(row)
  return row
}

/** Levels that hold competencies, or areas that do. */
const levelsAbove = (set: LevelSet, ledger: ImportLedger): Making => {
  const making: Making = { levels: [], rows: [] }
  for (const level of set.levels) {
    const at = levelIn(making, level, ledger)
    making.levels[at]!.about.push(...level.prose)
    if (level.texts.length > 0) {
      const label = ledger.leaf(level.label?.line ?? 1, '')
      const row = rowIn(making, null, { ...label, text: 'Expectations' }, ledger)
      addPieces(row, at, level.texts)
    }
    // An area holds competencies that hold statements; a competency holds statements, or heads in front of them.
    const isArea = (node: OutlineNode): boolean =>
      node.texts.length === 0 &&
      node.children.every((child) => holds(child)) &&
      !node.children.every(isExamples)
    const areas = level.children.filter(isArea)
    const someAreas = areas.length > 0 && areas.length === level.children.filter(holds).length
    for (const child of level.children) {
      if (!child.label) continue
      const loose = isExamples(child) && level.texts.length > 0
      if (loose) {
        ledger.take(child.label, 'the beginning of a statement')
        addPieces(
          making.rows.find(({ label }) => label.text === 'Expectations')!,
          at,
          allPieces(child, ledger),
        )
      } else if (someAreas && isArea(child)) {
        making.levels[at]!.about.push(...child.prose)
        for (const inner of child.children) {
          if (inner.label)
            addPieces(rowIn(making, child.label, inner.label, ledger), at, allPieces(inner, ledger))
        }
      } else if (holds(child)) {
        addPieces(rowIn(making, child.area ?? null, child.label, ledger), at, allPieces(child, ledger))
      }
    }
  }
  return making
}

/** Competencies that hold levels. */
const levelsBelow = (sets: readonly LevelSet[], ledger: ImportLedger): Making => {
  const making: Making = { levels: [], rows: [] }
  const grandparents = new Set(sets.map(({ path }) => path.at(-2)))
  for (const { parent, path, levels } of sets) {
    const above = path.at(-2)
    const area = parent.area ?? (grandparents.size > 1 && above?.label ? above.label : null)
    const label = parent.label ?? { ...ledger.leaf(1, ''), text: 'Expectations' }
    const row = rowIn(making, area, label, ledger)
    for (const leaf of parent.also ?? []) ledger.take(leaf, 'a competency')
    row.about.push(...parent.prose, ...parent.texts.map(({ leaf }) => leaf))
    for (const level of levels) addPieces(row, levelIn(making, level, ledger), allPieces(level, ledger))
    // What else stands under the competency belongs to no level.
    for (const child of parent.children.filter((one) => !levels.includes(one)))
      for (const { leaf } of allPieces(child, ledger)) row.about.push(leaf)
  }
  return making
}

const hasCompetencies = ({ levels }: LevelSet): boolean =>
  levels.filter((level) => level.children.some((child) => child.label && holds(child) && !isExamples(child)))
    .length *
    2 >
  levels.length

/** The nearest heading above that is not the top of the page. */
const familyOf = ({ path }: LevelSet): Leaf | null =>
  path.findLast((node) => node.label !== null)?.label ?? null

const titled = (making: Making, title: Leaf | null, ledger: ImportLedger): LadderDraft => {
  if (title) ledger.take(title, 'the name of a ladder')
  return { ...making, title }
}

/**
 * True where every level that several sets share by its id has another title in each: "Junior Designer (L1)", "Junior
 * Writer (L1)".
 */
const titlesDiffer = (sets: readonly LevelSet[]): boolean => {
  const titles = new Map<string, string[]>()
  for (const { name } of sets.flatMap(({ levels }) => levels.map((level) => levelNameOf(nameOf(level))))) {
    if (name.id === null || name.title === null) return false
    titles.set(name.id, [...(titles.get(name.id) ?? []), name.title.toLowerCase()])
  }
  const shared = [...titles.values()].filter((ones) => ones.length > 1)
  return (
    sets.every(({ levels }) => levels.length > 1) &&
    shared.length > 0 &&
    shared.every((ones) => new Set(ones).size === ones.length)
  )
}

/** Reads a tree of headings or keys as ladders; none where it holds no levels. */
export function draftsOfTree(root: OutlineNode, ledger: ImportLedger): LadderDraft[] {
  const sets = levelSetsIn(root)
  const above = sets.filter(hasCompetencies)
  if (above.length > 0) {
    // Several sets of levels that hold competencies are several ladders.
    return above.map((set) =>
      titled(
        levelsAbove(set, ledger),
        above.length > 1 || set.path.length > 1 ? familyOf(set) : null,
        ledger,
      ),
    )
  }
  if (sets.length === 0) return []
  const [only] = sets
  if (sets.length === 1 && only) return [titled(levelsAbove(only, ledger), familyOf(only), ledger)]
  // The same competency under several heads: each head is a family of its own.
  const labels = sets.map(({ parent }) => nameOf(parent).toLowerCase())
  const heads = [...new Set(sets.map(({ path }) => path.at(-2)))]
  const repeated = new Set(labels).size < labels.length && heads.length > 1
  if (repeated) {
    return heads.map((head) =>
      titled(
        levelsBelow(
          sets.filter(({ path }) => path.at(-2) === head),
          ledger,
        ),
        head?.label ?? null,
        ledger,
      ),
    )
  }
  // The same ids with other titles under each head: a family each, without competencies.
  if (titlesDiffer(sets)) return sets.map((set) => titled(levelsAbove(set, ledger), set.parent.label, ledger))
  const family = heads.length === 1 ? (heads[0]?.label ?? null) : null
  return [titled(levelsBelow(sets, ledger), family, ledger)]
}

/** Where a tree holds something like levels and they cannot be told apart from the rest. */
export function unclearTree(line: number): Unclear {
  return new Unclear({
    line,
    wrong: 'no levels were recognised from here on',
    right: [
      'name levels by an id or a title, such as "L3", "Senior (IC3)" or "Level 4: Staff"',
      'for a table say --levels-in rows or --levels-in columns',
    ].join('; '),
  })
}
