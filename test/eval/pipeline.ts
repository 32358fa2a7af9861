import type { Reader } from '../../src/coaching/ports.ts'
import type { ShownReview } from '../../src/coaching/replies.ts'
import { makeReadEvidence } from '../../src/coaching/review/read-evidence.ts'
import { plainText } from '../../src/domain/evidence/reading-text.ts'
import type { Ladder } from '../../src/domain/ladder/ladder.ts'
import type { Goal } from '../../src/domain/person.ts'
import { at, evidenceOf, goal, owner, partOf, reviewOf } from '../domain/evidence-fixture.ts'
import { modelOf, noLimits } from '../fakes/model-of.ts'
import { noMetrics } from '../fakes/no-metrics.ts'
import { textsHere } from '../fakes/texts-here.ts'

const quiet = { info: () => {}, warn: () => {}, error: () => {} }

/** The reading of evidence by a model or offline (null), with nothing of Slack or a database around it. */
export async function readingBy(model: Reader | null) {
  return makeReadEvidence({
    model: model && modelOf(model),
    texts: textsHere,
    people: { of: async () => ({ self: null, members: [] }), nameOf: async () => null },
    store: noLimits,
    budget: { reviewsADay: 1, microDollarsAMonth: 1 },
    limitMs: 120_000,
    metrics: noMetrics,
    now: () => at,
    log: quiet,
  })
}

/** A whole review of one text, as the bot would make it for somebody without other evidence. */
export async function reviewedBy(
  read: Awaited<ReturnType<typeof readingBy>>,
  ladder: Ladder,
  text: string,
  aim: Goal = goal,
): Promise<ShownReview> {
  const evidence = evidenceOf('', { parts: [partOf(plainText(text))] })
  const question = { owner, piece: 'e1 1', ladder, goal: aim, evidence, earlier: [] }
  const { answer, readBy, named, leftOut, sentences, cut } = await read(question)
  const {
    answer: finished,
    standing,
    considered,
  } = await textsHere.finishReview(owner, {
    answer,
    remarks: [],
    named,
    kept: new Map(),
    evidence,
    limit: cut,
    sentences,
    ladder,
    goal: aim,
    today: at.toZonedDateTimeISO('UTC').toPlainDate(),
  })
  const review = reviewOf({
    ...finished,
    goal: aim,
    readBy,
    standing,
    considered,
    leftOut,
    cut,
    ladderVersion: ladder.version,
  })
  const quotes = await textsHere.quote(owner, evidence, review)
  return { review, evidence, quotes, ladder, joinable: null, hasModel: readBy.reader === 'model' }
}
