import { compareVersions } from '../../../domain/ladder/compare.ts'
import { standingLadder } from '../../../domain/ladder/goal.ts'
import type { ReviewState } from '../../../domain/review/decide-review.ts'
import type { ReviewDeps, ThreadedPiece } from './review-deps.ts'

type Deps = Pick<ReviewDeps, 'store' | 'hasModel' | 'now'>

/** Says what comes before any answer: the welcome, once, and what an edit of the ladder changed, once per edit. */
export async function greet(
  deps: Deps,
  piece: ThreadedPiece,
  state: Pick<ReviewState, 'goal' | 'shelf'>,
): Promise<void> {
  await sayWelcome(deps, piece)
  await sayLadderChange(deps, piece, state)
}

const sayWelcome = async (
  { store, hasModel, now }: Deps,
  { evidence, thread }: ThreadedPiece,
): Promise<void> => {
  const { owner, id } = evidence
  if (!(await store.claimWelcome(owner, id))) return
  await thread.say({ kind: 'welcome', hasModel })
  await store.markWelcomed(owner, now())
}

/** Says what an edit of the ladder changed in the target level, if the person has not seen it. */
const sayLadderChange = async (
  { store }: Deps,
  { evidence, thread }: ThreadedPiece,
  { goal, shelf }: Pick<ReviewState, 'goal' | 'shelf'>,
): Promise<void> => {
  const { owner, id } = evidence
  const ladder = standingLadder(shelf, goal)
  const seen = goal && ladder ? await store.claimLadderChange(owner, id, ladder) : null
  const before = seen && ladder ? await store.ladderVersion(ladder.id, seen) : null
  if (!goal || !ladder || !before) return
  const changes = compareVersions(before, ladder, goal.target)
  if (changes.length > 0) await thread.say({ kind: 'ladder-changed', ladder, goal, changes })
  await store.markLadderSeen(owner, ladder)
}
