import { asExample, isExample, isExampleHead } from '../../domain/ladder/examples.ts'
import { type DraftCompetency, type DraftRow, type LadderDraft, Unclear } from './draft.ts'
import { areFamilies } from './families.ts'
import type { ImportLedger, Leaf } from './import-ledger.ts'
import { type LevelName, levelNameOf } from './level-names.ts'
import { holds, type LevelSet, levelSetsIn, nameOf, type OutlineNode } from './outline.ts'

const addPieces = (row: DraftRow, level: number, pieces: readonly DraftCompetency[]): void => {
  if (pieces.length > 0) row.cells.set(level, [...(row.cells.get(level) ?? []), ...pieces])
}

const isExamples = (node: OutlineNode): boolean => node.label !== null && isExampleHead(nameOf(node))

/** A statement with its heading in front, after the mark of an example. */
const led = (lead: string, text: string, example: boolean): string =>
  !example && !isExample(text)
    ? lead + text
    : lead === ''
      ? asExample(text)
      : `Example: ${lead}${text.replace(/^Example: /, '')}`

/** All statements below a node, with the names of their headings in front. With `example`, all of them are examples. */
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

/** Reads levels that contain competencies, or areas with competencies. */
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
    // An area contains competencies with statements. A competency contains statements, or headings in front of them.
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
        for (const leaf of child.prose)
          ledger.leave(leaf, `it is about "${nameOf(child)}", not about one of its competencies`)
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

/** Reads competencies that contain levels. */
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
    // Anything else in the competency belongs to no level.
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

/** The nearest heading on the way to the levels. */
const familyOf = ({ path }: LevelSet): Leaf | null =>
  path.findLast((node) => node.label !== null)?.label ?? null

const titled = (making: Making, title: Leaf | null, ledger: ImportLedger): LadderDraft => {
  if (title) ledger.take(title, 'the name of a ladder')
  return { ...making, title }
}

/**
 * True if the levels with the same id have different titles in different sets: "Junior Designer (L1)", "Junior Writer
 * (L1)".
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

/** Reads a tree of headings or keys as ladders. None if it has no levels. */
export function draftsOfTree(root: OutlineNode, ledger: ImportLedger): LadderDraft[] {
  const sets = levelSetsIn(root)
  const above = sets.filter(hasCompetencies)
  if (above.length > 0) {
    // Several sets of levels that contain competencies are several ladders.
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
  // If most competencies are under several headings, each heading is a ladder.
  const heads = [...new Set(sets.map(({ path }) => path.at(-2)))]
  const lists = heads.map((head) =>
    sets.filter(({ path }) => path.at(-2) === head).map(({ parent }) => nameOf(parent)),
  )
  if (areFamilies(lists)) {
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
  // If the same ids have different titles, each set is a ladder without competencies.
  if (titlesDiffer(sets)) return sets.map((set) => titled(levelsAbove(set, ledger), set.parent.label, ledger))
  const family = heads.length === 1 ? (heads[0]?.label ?? null) : null
  return [titled(levelsBelow(sets, ledger), family, ledger)]
}

/** The error for a source in which no levels were found. */
export function unclearTree(line: number): Unclear {
  return new Unclear(
    {
      line,
      wrong: 'I found no levels from this line on',
      right: [
        'name levels by an id or a title, for example "L3", "Senior (IC3)" or "Level 4: Staff"',
        'for a table, use --levels-in rows or --levels-in columns',
      ].join('; '),
    },
    false,
  )
}
