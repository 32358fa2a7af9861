import { evidenceParts } from '../../../domain/evidence/evidence.ts'
import { compareVersions } from '../../../domain/ladder/compare.ts'
import type { Ladder } from '../../../domain/ladder/ladder.ts'
import { movesBetween, movesByEdit } from '../../../domain/review/compare-reviews.ts'
import type { Review } from '../../../domain/review/review.ts'
import type { ShownReview } from '../../replies.ts'
import { ladderOfReview } from '../open-review.ts'
import { quoteReview } from '../quote-review.ts'
import type { ReviewDeps, ThreadedPiece } from './review-deps.ts'

type Deps = Pick<ReviewDeps, 'store' | 'ladders' | 'texts' | 'workOnPacket' | 'hasModel' | 'log'>

/** This piece can be joined with one that came at most this many minutes before. */
const JOINABLE_MINUTES = 10

/** Shows the review of a piece in its thread, replacing the one before, and what changed. */
export async function showReview(
  deps: Deps,
  piece: ThreadedPiece,
  review: Review,
  ladder: Ladder,
): Promise<void> {
  const { store, texts, workOnPacket, hasModel, log } = deps
  const { evidence, thread } = piece
  const { owner, id: evidenceId, revision } = evidence
  const joinable = await store.pieceBefore(owner, evidenceId, JOINABLE_MINUTES)
  const quotes = await quoteReview(texts, evidence, review)
  const shown: ShownReview = { review, evidence, quotes, ladder, joinable, hasModel }
  const worked = await workOnPacket.worked(evidence, review, ladder)
  if (worked === null) await showEdit(deps, piece, review, ladder)
  await thread.sayAnew({ kind: 'review', ...(worked ? { worked } : {}), ...shown })
  await thread.settled()
  await (worked ? workOnPacket.answered(evidence) : showMoves(deps, piece, shown))
  const findings = review.findings.length
  log.info({ evidenceId, revision, reader: review.readBy.reader, findings, ...review.use }, 'review posted')
}

/** Shows a review that was written before, with the ladder of that time. */
export async function showAgain(deps: Deps, piece: ThreadedPiece, review: Review): Promise<void> {
  const { evidence, thread } = piece
  const ladder = await ladderOfReview(review, deps.ladders, deps.store)
  // Its ladder was removed, and no version of it was stored.
  if (ladder === null) {
    await thread.settled()
    return thread.say({ kind: 'given-up', evidenceId: evidence.id, revision: evidence.revision })
  }
  return showReview(deps, piece, review, ladder)
}

/**
 * Shows what an edit changed since the review in the thread. It comes before the new review replaces that one.
 * Afterwards a repeated try would look the same as a correction by the person.
 */
const showEdit = async (
  { store }: Deps,
  { evidence, thread }: ThreadedPiece,
  review: Review,
  ladder: Ladder,
): Promise<void> => {
  const { owner, id, revision } = evidence
  const standing = thread.standing.find(({ kind }) => kind === 'review')
  if (!standing || standing.revision >= revision) return
  const before = await store.reviewBefore(owner, id, standing.revision + 1)
  const asked = before ? await store.ladderVersion(before.goal.ladder, before.ladderVersion) : null
  if (!before || !asked) return
  const changes = compareVersions(asked, ladder, review.goal.target)
  const moved = movesByEdit(before, review, new Set(changes.map(({ competency }) => competency.id)))
  if (moved) await thread.say({ kind: 'moved', revision, moved, ladder })
}

/** Shows what the person's newest answer changed, next to the review that now includes it. */
const showMoves = async (
  { store }: Deps,
  { evidence, thread }: ThreadedPiece,
  shown: ShownReview,
): Promise<void> => {
  const { owner, id } = evidence
  const answers = evidenceParts(evidence).filter(({ kind }) => kind === 'answer')
  const part = answers.at(-1)
  const before = part ? await store.reviewBefore(owner, id, shown.review.revision) : null
  if (!part || !before || before.readParts?.includes(part.position)) return
  const moved = movesBetween(before, shown.review, shown.quotes.spans, part.position)
  // Answers that came together are read together, and none of them is passed over in silence.
  const added = answers.filter(({ position }) => !before.readParts?.includes(position)).length
  await thread.say({ kind: 'moved', part: part.position, added, moved, ...shown })
}
