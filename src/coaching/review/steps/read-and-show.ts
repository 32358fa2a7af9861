import { CoachError } from '../../../domain/coach-error.ts'
import { type Ladder, levelOf } from '../../../domain/ladder/ladder.ts'
import type { Goal } from '../../../domain/person.ts'
import type { Review } from '../../../domain/review/review.ts'
import type { ReadPiece } from '../read-piece.ts'
import type { ReviewDeps, ThreadedPiece } from './review-deps.ts'
import { showReview } from './show-review.ts'

/** Another try would take as long: what is too long is said, and not thrown. */
const readInTime = async (
  readPiece: ReadPiece,
  piece: Parameters<ReadPiece>[0],
): Promise<Review | 'too-long' | null> => {
  try {
    return await readPiece(piece)
  } catch (error) {
    if (error instanceof CoachError && error.code === 'text-too-slow') return 'too-long'
    throw error
  }
}

/** Reads a piece against a goal, with a sign of life where a model reads, and shows the review. */
export async function readAndShow(
  deps: ReviewDeps,
  piece: ThreadedPiece,
  today: Temporal.PlainDate,
  { goal, ladder }: { readonly goal: Goal; readonly ladder: Ladder },
): Promise<void> {
  const { evidence, thread } = piece
  const { id: evidenceId, revision } = evidence
  const target = levelOf(ladder, goal.target)
  const progress = (done: number, batches: number): Promise<void> =>
    deps.hasModel && target ? thread.alive({ kind: 'reading', target, done, batches }) : Promise.resolve()
  await progress(0, 1)
  const review = await readInTime(deps.readPiece, {
    evidence,
    goal,
    ladder,
    today,
    onBatch: async (done, batches) => {
      if (done < batches) await progress(done, batches)
    },
  })
  if (review === 'too-long') {
    await thread.settled()
    deps.log.warn({ evidenceId, revision }, 'too long to read in time')
    return thread.say({ kind: 'too-long', revision })
  }
  // Gone, or changed: then another job brings its answer.
  if (review === null) return thread.settled()
  await showReview(deps, piece, review, ladder)
}
