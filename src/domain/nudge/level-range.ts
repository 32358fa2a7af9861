import type { Ladder, Level } from '../ladder/ladder.ts'
import { plain } from '../text/plain.ts'
import type { LevelRange } from './nudge.ts'

const rankIn = ({ levels }: Ladder, id: string): number => levels.findIndex((level) => level.id === id)

/**
 * A ladder with only the levels of a range. All of it if the range is null. Null if the ladder no longer has one of the
 * two levels.
 */
export function withLevels(ladder: Ladder, range: LevelRange | null): Ladder | null {
  if (range === null) return ladder
  const [lowest, highest] = range.map((id) => rankIn(ladder, id)) as [number, number]
  return lowest < 0 || highest <= lowest
    ? null
    : { ...ladder, levels: ladder.levels.slice(lowest, highest + 1) }
}

/** The result of naming levels: a range, or why there is none. */
export type NamedLevels =
  | { readonly kind: 'range'; readonly range: LevelRange }
  /** The ladder has no such level. */
  | { readonly kind: 'unknown'; readonly level: string }
  /** A nudge compares two levels, and only this one was named. */
  | { readonly kind: 'one'; readonly level: Level }
  /** The levels have a gap, so they are not one range. */
  | { readonly kind: 'gap' }

/** The range of levels that somebody named by ids or titles, in any order and case. */
export function levelsNamed(ladder: Ladder, names: readonly string[]): NamedLevels {
  const ranks = new Set<number>()
  for (const name of names) {
    const wanted = plain(name)
    const rank = ladder.levels.findIndex(({ id, title }) => plain(id) === wanted || plain(title) === wanted)
    if (rank < 0) return { kind: 'unknown', level: name }
    ranks.add(rank)
  }
  const sorted = [...ranks].toSorted((one, other) => one - other)
  const [lowest, highest] = [ladder.levels[sorted[0] ?? 0]!, ladder.levels[sorted.at(-1) ?? 0]!]
  if (sorted.length < 2) return { kind: 'one', level: lowest }
  if (sorted.length > 2 && sorted.at(-1)! - sorted[0]! >= sorted.length) return { kind: 'gap' }
  return { kind: 'range', range: [lowest.id, highest.id] }
}
