import { makeDates } from '../../src/adapters/dates.ts'
import { readKnownNames } from '../../src/adapters/known-names.ts'
import { loadShelf } from '../../src/adapters/ladder-files.ts'
import { loadThemes, makeOfflineReader } from '../../src/adapters/offline-reader.ts'
import { makeSecretRules } from '../../src/adapters/secrets.ts'
import { keepable } from '../../src/coaching/keepable.ts'
import { batchesOf } from '../../src/domain/batches.ts'
import { checkAnswer } from '../../src/domain/check-answer.ts'
import { considerPiece } from '../../src/domain/consider-piece.ts'
import { decideReview } from '../../src/domain/decide-review.ts'
import { spansOf } from '../../src/domain/evidence.ts'
import { maskSpans } from '../../src/domain/mask-spans.ts'
import { withAbout, withRemarks } from '../../src/domain/remarks.ts'
import { restored } from '../../src/domain/restore-answer.ts'
import type { Answer } from '../../src/domain/review.ts'
import { reviewView } from '../../src/slack/views/review.ts'
import { at, evidenceOf, goal, owner, partOf, reviewOf } from '../domain/evidence-fixture.ts'

/** What is done with one text, step by step, in the order in which the bot does it. */
export const STEPS = [
  'keep',
  'spans',
  'decide',
  'mask',
  'read',
  'check',
  'dates',
  'consider',
  'view',
] as const
export type Step = (typeof STEPS)[number]

/** A workspace of some hundred people, two of them named in the texts. */
const MEMBERS = [
  ...Array.from({ length: 300 }, (_, nth) => ({ id: `U${nth}`, names: [`Vorname${nth} Nachname${nth}`] })),
  { id: 'UP', names: ['Priya Patel', 'priya_p'] },
  { id: 'UK', names: ['김민준', 'Minjun Kim'] },
]

/**
 * All that is done with the words of one text without a model, from its secrets to the blocks of its review, with
 * nothing of Slack or a database around it. Gives the milliseconds of each step.
 */
export const makeWholePath = async (): Promise<(text: string) => Promise<Record<Step, number>>> => {
  const shelf = await loadShelf('rubric')
  const ladder = shelf.all.find(({ id }) => id === goal.ladder)!
  const offline = makeOfflineReader({ themes: await loadThemes() })
  const [secrets, dates, known] = [makeSecretRules(), makeDates(), readKnownNames()]
  const today = at.toZonedDateTimeISO('UTC').toPlainDate()
  return async (text) => {
    const times = Object.fromEntries(STEPS.map((step) => [step, 0])) as Record<Step, number>
    const timed = async <T>(step: Step, what: () => T | Promise<T>): Promise<T> => {
      const from = performance.now()
      const done = await what()
      times[step] += performance.now() - from
      return done
    }
    const { raw, reading } = await timed('keep', () => keepable(secrets, text))
    const evidence = evidenceOf('', { parts: [partOf(reading, { raw })] })
    const spans = await timed('spans', () => spansOf(evidence))
    await timed('decide', () => decideReview({ evidence, goal, shelf, review: null, today }))
    const masked = await timed('mask', () => maskSpans(spans, { self: MEMBERS[0]!, members: MEMBERS, known }))
    const request = { owner, ladder, goal, spans: masked.spans, part: null, again: null }
    const answer = await timed('read', async (): Promise<Answer> => {
      batchesOf(masked.spans)
      return (await offline.read({ ...request, signal: new AbortController().signal })).answer!
    })
    const read = await timed('check', () => {
      const around = { ladder, goal, evidence }
      const { answer: held } = checkAnswer(answer, request)
      return withRemarks(withAbout(restored(held, masked), around), [], around)
    })
    const days = await timed('dates', () =>
      dates.in(
        spans.map((span) => span.text),
        today,
      ),
    )
    const { named, leftOut } = masked
    const { considered } = await timed('consider', () =>
      considerPiece({
        evidence,
        spans,
        days,
        findings: read.findings,
        named,
        kept: new Map(),
        ladder,
        today,
      }),
    )
    const review = reviewOf({
      ...read,
      readBy: { reader: 'offline', asked: 'none' },
      considered,
      leftOut,
      ladderVersion: ladder.version,
    })
    await timed('view', () => reviewView({ review, evidence, ladder, joinable: null, hasModel: false }))
    return times
  }
}
