import { CoachError, type CoachErrorCode } from '../../../domain/coach-error.ts'
import { type Ladder, levelOf } from '../../../domain/ladder/ladder.ts'
import type { Goal } from '../../../domain/person.ts'
import type { Review } from '../../../domain/review/review.ts'
import type { ReadPiece } from '../read-piece.ts'
import type { ReviewDeps, ThreadedPiece } from './review-deps.ts'
import { showReview } from './show-review.ts'

/** What another try would not change: a text that is too long, and a person who wants no review now. */
const ENDS: Readonly<Partial<Record<CoachErrorCode, 'too-long' | 'stopped'>>> = {
  'text-too-slow': 'too-long',
  'reading-stopped': 'stopped',
}

/** A reading that another try would not change ends with a result and not with an error. */
const readToEnd = async (
  readPiece: ReadPiece,
  piece: Parameters<ReadPiece>[0],
): Promise<Review | 'too-long' | 'stopped' | null> => {
  try {
    return await readPiece(piece)
  } catch (error) {
    const end = error instanceof CoachError ? ENDS[error.code] : undefined
    if (end) return end
    throw error
  }
}

/** What a piece is read against. `beforeGoal`: the person has no goal yet. */
type ReadAgainst = { readonly goal: Goal; readonly ladder: Ladder; readonly beforeGoal?: true }

/** Reads a piece against a goal and shows the review. If a model is configured, it shows a sign of life meanwhile. */
export async function readAndShow(
  deps: ReviewDeps,
  piece: ThreadedPiece,
  today: Temporal.PlainDate,
  { goal, ladder, beforeGoal }: ReadAgainst,
): Promise<void> {
  const { evidence, thread } = piece
  const { id: evidenceId, revision } = evidence
  const target = levelOf(ladder, goal.target)
  const progress = (done: number, batches: number): Promise<void> =>
    deps.hasModel && target ? thread.alive({ kind: 'reading', target, done, batches }) : Promise.resolve()
  await progress(0, 1)
  const onBatch = async (done: number, batches: number): Promise<void> => {
    if (done < batches) await progress(done, batches)
  }
  // After the first sign of life, because Slack clears a status when something is posted.
  const review = await deps.readings.run(thread.place, (stopped) =>
    readToEnd(deps.readPiece, {
      evidence,
      goal,
      ladder,
      beforeGoal: beforeGoal === true,
      today,
      onBatch,
      stopped,
    }),
  )
  if (review === 'stopped') {
    await thread.settled()
    deps.log.info({ evidenceId, revision }, 'a person stopped the reading')
    return thread.say({ kind: 'stopped', evidenceId, revision })
  }
  if (review === 'too-long') {
    await thread.settled()
    deps.log.warn({ evidenceId, revision }, 'too long to read in time')
    return thread.say({ kind: 'too-long', revision })
  }
  // The piece is gone or has changed. In the second case another job brings its answer.
  if (review === null) return thread.settled()
  await showReview(deps, piece, review, ladder)
}
