import type { DraftCompetency } from './draft.ts'
import type { Leaf } from './import-ledger.ts'
import { levelShare, levelsAmong } from './level-names.ts'

/** A heading or a key with everything below it. `texts` are its own statements and `prose` its own paragraphs. */
export type OutlineNode = {
  readonly label: Leaf | null
  /** The name, if it was put together from several pieces. */
  readonly name?: string
  /** The other pieces that the name was put together from. */
  readonly also?: readonly Leaf[]
  readonly area?: Leaf | null
  readonly texts: DraftCompetency[]
  readonly prose: Leaf[]
  readonly children: OutlineNode[]
}

/** A node with this label. It is empty except for `more`. */
export function nodeOf(label: Leaf | null, more: Partial<OutlineNode> = {}): OutlineNode {
  return {
    label,
    texts: [],
    prose: [],
    children: [],
    ...more,
  }
}

/** What a node is called. Empty if nothing names it. */
export function nameOf(node: OutlineNode): string {
  return node.name ?? node.label?.text ?? ''
}

/** True if a node or anything below it says something. */
export function holds(node: OutlineNode): boolean {
  return node.texts.length > 0 || node.prose.length > 0 || node.children.some((child) => holds(child))
}

/** A node whose children are levels, with the path to it from the root. */
export type LevelSet = {
  readonly parent: OutlineNode
  readonly path: readonly OutlineNode[]
  readonly levels: readonly OutlineNode[]
}

/** The names below a node, if they are not levels themselves. */
const namesBelow = (node: OutlineNode): string[] => {
  const names = node.children.filter(holds).map((child) => nameOf(child).toLowerCase())
  return levelShare(names) < 0.5 ? names.filter((name) => name !== '') : []
}

/**
 * Which of these headings are levels: the ones that are named like levels, and headings of the same rank with the same
 * labels below, or with only bullets between two levels, whatever they are called.
 */
const levelChildren = (nodes: readonly OutlineNode[]): boolean[] => {
  const sure = levelsAmong(nodes.map(nameOf))
  const levels = nodes.filter((node, index) => sure[index] && holds(node))
  const known = new Set(levels.flatMap(namesBelow))
  const [first, last] = [nodes.indexOf(levels[0]!), nodes.indexOf(levels.at(-1)!)]
  return nodes.map((node, index) => {
    if (sure[index]) return true
    if (levels.length === 0 || !holds(node) || node.label === null) return false
    const names = namesBelow(node)
    if (names.length > 0) return names.filter((name) => known.has(name)).length * 2 > names.length
    const between = index > first && index < last
    return (
      between && known.size === 0 && node.texts.length > 0 && levels.every(({ texts }) => texts.length > 0)
    )
  })
}

/** All sets of levels in a tree, in the order of the source. */
export function levelSetsIn(root: OutlineNode): LevelSet[] {
  const sets: LevelSet[] = []
  const visit = (node: OutlineNode, path: readonly OutlineNode[]): void => {
    const are = levelChildren(node.children)
    const levels = node.children.filter((child, index) => are[index] && holds(child))
    const distinct = new Set(levels.map((level) => nameOf(level).toLowerCase())).size
    const others = node.children.filter((child, index) => !are[index] && holds(child)).length
    // Other headings next to the levels are introductions and notes. There may not be more of them than levels.
    if (distinct > 1 && levels.length >= others) sets.push({ parent: node, path, levels })
    else for (const child of node.children) visit(child, [...path, child])
  }
  visit(root, [root])
  // Once levels are known, a competency with only one of them counts too.
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
