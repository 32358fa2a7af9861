import type { ImportLedger, Leaf } from '../import-ledger.ts'
import { type Cell, EMPTY } from './grid-cells.ts'

/** What the lines of a table are under, from the outermost: what the columns before the competency say. */
export type Parents = readonly Cell[]

const textIn = ({ leaf }: Cell): string => leaf?.text.toLowerCase() ?? ''

/**
 * The parents of the next line. A blank place keeps the parent of the line before, unless one further out is new. Then
 * it has none.
 */
export function parentsBelow(before: Parents, line: readonly Cell[], columns: readonly number[]): Parents {
  let changed = false
  return columns.map((column, index) => {
    const own = line[column] ?? EMPTY
    const last = before[index] ?? EMPTY
    if (own.leaf) {
      changed ||= textIn(own) !== textIn(last)
      return own
    }
    return changed ? EMPTY : last
  })
}

export function sameParents(one: Parents, other: Parents): boolean {
  return one.map(textIn).join('\n') === other.map(textIn).join('\n')
}

/** The area that these parents make: "Craft", or "Craft: Coding". Its own piece of the source if it is only one. */
export function areaOf(parents: Parents): Leaf | null {
  const leaves = parents.flatMap(({ leaf }) => leaf ?? [])
  const [first, ...rest] = leaves
  if (!first || rest.length === 0) return first ?? null
  return { ...first, text: leaves.map(({ text }) => text).join(': ') }
}

export function takeParents(parents: Parents, ledger: ImportLedger): void {
  for (const { leaf } of parents) if (leaf) ledger.take(leaf, 'an area')
}
