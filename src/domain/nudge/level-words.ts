import { plain } from '../text/plain.ts'

/** A level as it can be named: by its id or its title. */
export type LevelName = { readonly id: string; readonly title: string }

/** Between two levels, once runs of spaces are one. */
const BETWEEN = / ?[-–—/] ?| (?:to|and|or|through|until|up to) /
const ALL = /^(?:all|any|every|each|the whole range of)(?: the)? levels?$/

/** "L2", "level 2" or "Senior SRE" as the level's id, or null. */
const levelId = (low: string, levels: readonly LevelName[]): string | null => {
  const name = plain(low.replace(/^(?:levels?|lvl) /, ''))
  if (name === '') return null
  return levels.find(({ id, title }) => plain(id) === name || plain(title) === name)?.id ?? null
}

/** The ids of the levels that a phrase in lower case names, empty for "all levels", or null if it names none. */
export function levelPart(low: string, levels: readonly LevelName[]): readonly string[] | null {
  if (ALL.test(low)) return []
  const one = levelId(low, levels)
  if (one !== null) return [one]
  const both = low.replace(/\s+/g, ' ').split(BETWEEN)
  if (both.length !== 2) return null
  const ids = both.map((part) => levelId(part, levels))
  return ids.every((id) => id !== null) ? ids : null
}
