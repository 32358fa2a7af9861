import type { Competency } from '../../ladder/ladder.ts'
import { type Coverage, type CoverageLine, type Quarter, SHOWN, type Shown } from '../coverage.ts'

/** What entries changed in the coverage of a competency. */
export type Move = {
  readonly competency: Competency
  readonly before: Shown
  readonly now: Exclude<Shown, 'nothing'>
  /** The quarter that shows more. Null if none of those in the coverage does: it was earlier, or it has one more. */
  readonly in: Quarter | null
  /** How many entries came. */
  readonly entries: number
}

const strength = (shown: Shown): number => SHOWN.indexOf(shown)

/** The last of the quarters that show most of what is new. */
const newIn = (before: CoverageLine, after: CoverageLine, quarters: readonly Quarter[]): Quarter | null => {
  const rising = after.quarters.map((shown, nth) =>
    strength(shown) > strength(before.quarters[nth] ?? 'nothing') ? strength(shown) : 0,
  )
  const most = Math.max(...rising)
  return most === 0 ? null : (quarters[rising.lastIndexOf(most)] ?? null)
}

/** What changed from one coverage of a goal to a later one of the same day, in the order of the ladder. */
export function movesBetween(before: Coverage, after: Coverage): readonly Move[] {
  const earlier = new Map(before.lines.map((line) => [line.competency.id, line]))
  return after.lines.flatMap((line): Move[] => {
    const was = earlier.get(line.competency.id)
    const { best: now, pieces, competency } = line
    if (!was || now === 'nothing') return []
    const at = newIn(was, line, after.quarters)
    const entries = pieces - was.pieces
    const shown = at ? line.quarters[after.quarters.indexOf(at)]! : now
    const more = at !== null || entries > 0 || strength(now) > strength(was.best)
    return more && shown !== 'nothing' ? [{ competency, before: was.best, now: shown, in: at, entries }] : []
  })
}
