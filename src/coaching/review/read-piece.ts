import { CoachError } from '../../domain/coach-error.ts'
import { type Evidence, evidenceParts } from '../../domain/evidence/evidence.ts'
import { questionOf } from '../../domain/evidence/support/about.ts'
import { competenciesOf, type Ladder } from '../../domain/ladder/ladder.ts'
import type { Goal } from '../../domain/person.ts'
import { patternOf } from '../../domain/review/earlier.ts'
import type { Answer, Review } from '../../domain/review/review.ts'
import { undisputed } from '../../domain/review/undisputed.ts'
import type { EvidenceStore } from '../evidence/evidence-store.ts'
import type { Finished, Texts, Unfinished } from '../texts-port.ts'
import type { LabelStore } from './label-store.ts'
import type { PacketStore } from './packet-store.ts'
import type { QuietStore } from './quiet-store.ts'
import type { makeReadEvidence } from './read-evidence.ts'
import type { ReviewStore } from './review-store.ts'

type Deps = {
  readonly store: Pick<PacketStore, 'daysOf' | 'earlier'> &
    Pick<EvidenceStore, 'saveTold'> &
    Pick<ReviewStore, 'saveReview'> &
    Pick<QuietStore, 'isQuiet'> &
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
  /** True if the person has no goal, so that no verdict is given. */
  readonly beforeGoal?: boolean
  readonly today: Temporal.PlainDate
  readonly onBatch: (done: number, batches: number) => Promise<void>
  /** Aborts when the person stops the reading. */
  readonly stopped?: AbortSignal
}

export type ReadPiece = ReturnType<typeof makeReadPiece>

/** With fewer sentences than this, another try is not worth it. */
const FEWEST = 20

/** An answer without its verdicts: nothing has checked them against the words, or they were not asked for. */
const unjudged = (answer: Answer): Answer => ({
  ...answer,
  headline: null,
  findings: answer.findings.map((finding) => ({ ...finding, status: null })),
})

/** Adds what goes with an answer. If that takes too long, it looks at half as many sentences, and at last at none. */
const finished = async (texts: Pick<Texts, 'finishReview'>, unfinished: Unfinished): Promise<Finished> => {
  try {
    return await texts.finishReview(unfinished.evidence.owner, unfinished)
  } catch (error) {
    if (!(error instanceof CoachError) || error.code !== 'text-too-slow') throw error
    const sentences = Math.floor(unfinished.sentences / 2)
    return sentences >= FEWEST
      ? finished(texts, { ...unfinished, sentences })
      : {
          answer: unjudged(unfinished.answer),
          standing: null,
          considered: [],
          happened: null,
          days: {},
          undated: null,
          confidential: [],
        }
  }
}

/**
 * Reads a piece against a goal and stores the review: the reader's answer, corrected by what the person said earlier,
 * and everything that is considered next to it. Null if the piece is gone or has changed in the meantime.
 */
export function makeReadPiece({ store, readEvidence, texts, now, newId }: Deps) {
  return async (request: PieceRequest): Promise<Review | null> => {
    const { evidence, goal, ladder, today, onBatch, stopped, beforeGoal = false } = request
    const { owner, id: evidenceId, revision, about } = evidence
    const earlier = await store.earlier(owner, evidenceId, goal)
    const { answer, readBy, use, named, leftOut, sentences, cut } = await readEvidence({
      owner,
      piece: `${evidenceId} ${revision}`,
      ladder,
      goal,
      evidence,
      earlier,
      ...(about?.ladder === ladder.id
        ? { asked: { competency: about.competency, question: questionOf(evidence) } }
        : {}),
      onBatch,
      ...(stopped ? { stopped } : {}),
    })
    const remarks = await store.remarks(owner, evidenceId)
    const kept = await store.daysOf(
      owner,
      ladder.id,
      competenciesOf(ladder).map(({ id }) => id),
      evidenceId,
    )
    const given = beforeGoal ? unjudged(answer) : answer
    const unfinished = {
      answer: given,
      remarks,
      named,
      kept,
      evidence,
      limit: cut,
      sentences,
      ladder,
      goal,
      today,
    }
    const { answer: read, happened, confidential, ...more } = await finished(texts, unfinished)
    await store.saveTold(owner, evidenceId, happened)
    return store.saveReview(
      {
        ...read,
        questions: (await store.isQuiet(owner, evidenceId, now())) ? [] : read.questions,
        id: newId(),
        evidenceId,
        revision,
        owner,
        goal,
        ...(beforeGoal ? { beforeGoal } : {}),
        ladderVersion: ladder.version,
        readBy,
        ...more,
        ...(confidential.length > 0 ? { confidential } : {}),
        pattern: patternOf(undisputed(read.findings), earlier),
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
