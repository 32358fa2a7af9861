import { loadShelf } from '../../src/adapters/ladder-files/ladder-files.ts'
import { makeSecretRules } from '../../src/adapters/secrets/secrets.ts'
import { keepable } from '../../src/coaching/without-secrets.ts'
import { MOST_READ } from '../../src/domain/evidence/read-limit.ts'
import { decideReview } from '../../src/domain/review/decide-review.ts'
import { reviewView } from '../../src/slack/views/review/review.ts'
import { at, evidenceOf, goal, owner, partOf, reviewOf } from '../domain/evidence-fixture.ts'
import { textsHere } from './texts-here.ts'

/** What is done with one text, step by step, in the order in which the bot does it. */
export const STEPS = ['keep', 'decide', 'mask', 'read', 'finish', 'quote', 'view'] as const
export type Step = (typeof STEPS)[number]

/** A workspace of some hundred people, two of them named in the texts. */
const MEMBERS = [
  ...Array.from({ length: 300 }, (_, nth) => ({ id: `U${nth}`, names: [`Vorname${nth} Nachname${nth}`] })),
  { id: 'UP', names: ['Priya Patel', 'priya_p'] },
  { id: 'UK', names: ['김민준', 'Minjun Kim'] },
]

/**
 * All that is done with the words of one text without a model, from its secrets to the blocks of its review, with
 * nothing of Slack, workers or a database around it, and what masking them for a model takes. Gives the milliseconds
 * of each step.
 */
export async function makeWholePath(): Promise<(text: string) => Promise<Record<Step, number>>> {
  const shelf = await loadShelf('rubric')
  const ladder = shelf.all.find(({ id }) => id === goal.ladder)!
  const secrets = makeSecretRules()
  const today = at.toZonedDateTimeISO('UTC').toPlainDate()
  const people = { self: MEMBERS[0]!, members: MEMBERS }
  return async (text) => {
    const times = Object.fromEntries(STEPS.map((step) => [step, 0])) as Record<Step, number>
    const timed = async <T>(step: Step, what: () => T | Promise<T>): Promise<T> => {
      const from = performance.now()
      const done = await what()
      times[step] += performance.now() - from
      return done
    }
    const { raw, reading } = await timed('keep', () => keepable(secrets, owner, text))
    // Spans are known by the parts that they are cut from: each step gets its own, as a worker does.
    const piece = () => evidenceOf('', { parts: [partOf(reading, { raw })] })
    await timed('decide', () =>
      decideReview({ evidence: piece(), goal, shelf, review: null, today, read: null }),
    )
    await timed('mask', () => textsHere.maskWords(owner, { evidence: piece(), limit: MOST_READ }, people))
    const read = await timed('read', () =>
      textsHere.readOffline(owner, { evidence: piece(), limit: MOST_READ }, people, ladder, goal),
    )
    const { answer, leftOut, named, sentences } = read
    const cut = read.cut ? MOST_READ : null
    const finished = await timed('finish', () =>
      textsHere.finishReview(owner, {
        ...{ answer, remarks: [], named, kept: new Map(), evidence: piece() },
        ...{ limit: cut, sentences, ladder, goal, today },
      }),
    )
    const review = reviewOf({
      ...finished.answer,
      readBy: { reader: 'offline', asked: 'none' },
      considered: finished.considered,
      leftOut,
      cut,
      ladderVersion: ladder.version,
    })
    const evidence = piece()
    const quotes = await timed('quote', () => textsHere.quote(owner, evidence, review))
    await timed('view', () =>
      reviewView({ review, evidence, quotes, ladder, joinable: null, hasModel: false }),
    )
    return times
  }
}
