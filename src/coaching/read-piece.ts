import { considerPiece } from '../domain/consider-piece.ts'
import type { Evidence, Span } from '../domain/evidence.ts'
import type { Ladder } from '../domain/ladder.ts'
import type { Goal } from '../domain/person.ts'
import { withAbout, withRemarks } from '../domain/remarks.ts'
import type { Review } from '../domain/review.ts'
import type { Dates } from './ports.ts'
import type { makeReadEvidence } from './read-evidence.ts'
import type { Store } from './store-port.ts'

type Deps = {
  readonly store: Pick<Store, 'daysOf' | 'saveTold' | 'saveReview' | 'remarks'>
  readonly readEvidence: ReturnType<typeof makeReadEvidence>
  readonly dates: Dates
  readonly now: () => Temporal.Instant
  readonly newId: () => string
}

type Piece = {
  readonly evidence: Evidence
  readonly goal: Goal
  readonly ladder: Ladder
  readonly spans: readonly Span[]
  readonly today: Temporal.PlainDate
  readonly onBatch: (done: number, batches: number) => Promise<void>
}

export type ReadPiece = ReturnType<typeof makeReadPiece>

/**
 * Reads a piece against a goal and keeps the review: the reader's answer with what the person said of earlier
 * ones in it, and everything that is considered beside it. null: the piece is gone, or has changed meanwhile.
 */
export const makeReadPiece =
  ({ store, readEvidence, dates, now, newId }: Deps) =>
  async ({ evidence, goal, ladder, spans, today, onBatch }: Piece): Promise<Review | null> => {
    const { owner, id: evidenceId, revision } = evidence
    const { answer, readBy, use, named, leftOut } = await readEvidence({
      owner,
      piece: `${evidenceId} ${revision}`,
      ladder,
      goal,
      spans,
      onBatch,
    })
    const around = { ladder, goal, evidence }
    const remarks = await store.remarks(owner, evidenceId)
    const read = withRemarks(withAbout(answer, around), remarks, around)
    const written = evidence.receivedAt.toZonedDateTimeISO('UTC').toPlainDate()
    const days = dates.in(
      spans.map(({ text }) => text),
      written,
    )
    const kept = await store.daysOf(
      owner,
      ladder.id,
      read.findings.map(({ competency }) => competency),
    )
    const { findings } = read
    const { considered, happened } = considerPiece({
      evidence,
      spans,
      days,
      findings,
      named,
      kept,
      ladder,
      today,
    })
    await store.saveTold(owner, evidenceId, happened)
    return store.saveReview(
      {
        ...read,
        id: newId(),
        evidenceId,
        revision,
        owner,
        goal,
        ladderVersion: ladder.version,
        readBy,
        considered,
        leftOut,
        use,
        createdAt: now(),
      },
      ladder,
    )
  }
