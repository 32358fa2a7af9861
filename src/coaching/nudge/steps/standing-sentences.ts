import { expectationOf, ladderOf } from '../../../domain/ladder/ladder.ts'
import { withLevels } from '../../../domain/nudge/level-range.ts'
import type { Nudge, NudgeText } from '../../../domain/nudge/nudge.ts'
import type { Ladders } from '../../ports.ts'

/**
/**
 * The sentences of a text as its ladder has them now. Fewer than it has, namely none, if one is missing or if the nudge
 * is not about its levels. Null if the ladder or one of the nudge's levels is gone.
 */
export function standingSentences(
  ladders: Ladders,
  { levels }: Pick<Nudge, 'levels'>,
  text: NudgeText,
): readonly string[] | null {
  const all = ladderOf(ladders.shelf(), text.ladder)
  const ladder = all && withLevels(all, levels)
  if (!ladder) return null
  if (!text.levels.every((id) => ladder.levels.some((level) => level.id === id))) return []
  const found = text.expectations.map((id) => expectationOf(ladder, id)?.text)
  return found.every((one) => one !== undefined) ? (found as string[]) : []
}

/** The current version of a ladder. Empty if the ladder is gone. */
export function versionOf(ladders: Ladders, ladder: string): string {
  return ladderOf(ladders.shelf(), ladder)?.version ?? ''
}
