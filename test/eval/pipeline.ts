import { makeDates } from '../../src/adapters/dates.ts'
import { readKnownNames } from '../../src/adapters/known-names.ts'
import { loadThemes, makeOfflineReader } from '../../src/adapters/offline-reader.ts'
import type { Reader } from '../../src/coaching/ports.ts'
import { makeReadEvidence } from '../../src/coaching/read-evidence.ts'
import type { ShownReview } from '../../src/coaching/replies.ts'
import { considerPiece } from '../../src/domain/consider-piece.ts'
import { spansOf } from '../../src/domain/evidence.ts'
import type { Ladder } from '../../src/domain/ladder.ts'
import { plainText } from '../../src/domain/reading-text.ts'
import { at, evidenceOf, goal, owner, partOf, reviewOf } from '../domain/evidence-fixture.ts'
import { modelOf, noLimits } from '../fakes/model-of.ts'
import { noMetrics } from '../fakes/no-metrics.ts'

const quiet = { info: () => {}, warn: () => {}, error: () => {} }

/** The reading of evidence by a model or offline (null), with nothing of Slack or a database around it. */
export const readingBy = async (model: Reader | null) =>
  makeReadEvidence({
    model: model && modelOf(model),
    offline: makeOfflineReader({ themes: await loadThemes() }),
    people: { of: async () => ({ self: null, members: [] }), nameOf: async () => null },
    known: readKnownNames(),
    store: noLimits,
    budget: { reviewsADay: 1, microDollarsAMonth: 1 },
    limitMs: 120_000,
    metrics: noMetrics,
    now: () => at,
    log: quiet,
  })

const dates = makeDates()

/** A whole review of one text, as the bot would make it for somebody without other evidence. */
export const reviewedBy = async (
  read: Awaited<ReturnType<typeof readingBy>>,
  ladder: Ladder,
  text: string,
): Promise<ShownReview> => {
  const evidence = evidenceOf('', { parts: [partOf(plainText(text))] })
  const spans = spansOf(evidence)
  const { answer, readBy, named, leftOut } = await read({ owner, piece: 'e1 1', ladder, goal, spans })
  const today = at.toZonedDateTimeISO('UTC').toPlainDate()
  const { considered } = considerPiece({
    evidence,
    spans,
    days: dates.in(
      spans.map((span) => span.text),
      today,
    ),
    findings: answer.findings,
    named,
    kept: new Map(),
    ladder,
    today,
  })
  const review = reviewOf({ ...answer, readBy, considered, leftOut, ladderVersion: ladder.version })
  return { review, evidence, ladder, joinable: null, hasModel: readBy.reader === 'model' }
}
