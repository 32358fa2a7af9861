import { CoachError } from '../../domain/coach-error.ts'
import { type Evidence, evidenceParts } from '../../domain/evidence/evidence.ts'
import { competenciesOf, type Ladder } from '../../domain/ladder/ladder.ts'
import type { Goal } from '../../domain/person.ts'
import { patternOf } from '../../domain/review/earlier.ts'
import type { Answer, Review } from '../../domain/review/review.ts'
import type { EvidenceStore } from '../evidence/evidence-store.ts'
import type { Finished, Texts, Unfinished } from '../texts-port.ts'
import type { LabelStore } from './label-store.ts'
import type { PacketStore } from './packet-store.ts'
import type { makeReadEvidence } from './read-evidence.ts'
import type { ReviewStore } from './review-store.ts'

type Deps = {
  readonly store: Pick<PacketStore, 'daysOf' | 'earlier'> &
    Pick<EvidenceStore, 'saveTold'> &
    Pick<ReviewStore, 'saveReview'> &
    Pick<LabelStore, 'remarks'>
  readonly readEvidence: ReturnType<typeof makeReadEvidence>
  readonly texts: Texts
  readonly now: () => Temporal.Instant
  readonly newId: () => string
}

type PieceRequest = {
  readonly evidence: Evidence
  readonly goal: Goal
  readonly ladder: Ladder
  readonly today: Temporal.PlainDate
  readonly onBatch: (done: number, batches: number) => Promise<void>
}

export type ReadPiece = ReturnType<typeof makeReadPiece>

/** Fewer sentences than this are not worth another look. */
const FEWEST = 20

/** An answer without its verdicts: nothing has held them to the words. */
const unjudged = (answer: Answer): Answer => ({
  ...answer,
  headline: null,
  findings: answer.findings.map((finding) => ({ ...finding, status: null })),
})

/** Looks at what stands beside an answer, at fewer sentences where all take too long; at the last at none. */
const finished = async (texts: Pick<Texts, 'finishReview'>, unfinished: Unfinished): Promise<Finished> => {
  try {
    return await texts.finishReview(unfinished.evidence.owner, unfinished)
  } catch (error) {
    if (!(error instanceof CoachError) || error.code !== 'text-too-slow') throw error
    const sentences = Math.floor(unfinished.sentences / 2)
    return sentences >= FEWEST
      ? finished(texts, { ...unfinished, sentences })
      : { answer: unjudged(unfinished.answer), standing: null, considered: [], happened: null }
  }
}

/**
 * Reads a piece against a goal and keeps the review: the reader's answer with what the person said of earlier
 * ones in it, and everything that is considered beside it. null: the piece is gone, or has changed meanwhile.
 */
export function makeReadPiece({ store, readEvidence, texts, now, newId }: Deps) {
  return async ({ evidence, goal, ladder, today, onBatch }: PieceRequest): Promise<Review | null> => {
    const { owner, id: evidenceId, revision } = evidence
    const earlier = await store.earlier(owner, evidenceId, goal)
    const { answer, readBy, use, named, leftOut, sentences, cut } = await readEvidence({
      owner,
      piece: `${evidenceId} ${revision}`,
      ladder,
      goal,
      evidence,
      earlier,
      onBatch,
    })
    const remarks = await store.remarks(owner, evidenceId)
    const kept = await store.daysOf(
      owner,
      ladder.id,
      competenciesOf(ladder).map(({ id }) => id),
    )
    const unfinished = { answer, remarks, named, kept, evidence, limit: cut, sentences, ladder, goal, today }
    const { answer: read, standing, considered, happened } = await finished(texts, unfinished)
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
        standing,
        pattern: patternOf(read.findings, earlier),
        considered,
        readParts: evidenceParts(evidence).map(({ position }) => position),
        leftOut,
        cut,
        use,
        createdAt: now(),
      },
      ladder,
    )
  }
}
