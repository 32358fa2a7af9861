import { expectationOf, ladderOf } from '../../../domain/ladder/ladder.ts'
import type { NudgeText } from '../../../domain/nudge/nudge.ts'
import type { Ladders } from '../../ports.ts'

/**
 * The sentences of a text as its ladder has them now. Fewer than it has, namely none, if one is missing. Null if the
 * ladder is gone.
 */
export function standingSentences(ladders: Ladders, text: NudgeText): readonly string[] | null {
  const ladder = ladderOf(ladders.shelf(), text.ladder)
  if (!ladder) return null
  const found = text.expectations.map((id) => expectationOf(ladder, id)?.text)
  return found.every((one) => one !== undefined) ? (found as string[]) : []
}

/** The current version of a ladder. Empty if the ladder is gone. */
export function versionOf(ladders: Ladders, ladder: string): string {
  return ladderOf(ladders.shelf(), ladder)?.version ?? ''
}
