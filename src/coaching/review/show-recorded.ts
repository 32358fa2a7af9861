import type { Evidence } from '../../domain/evidence/evidence.ts'
import type { Answer } from '../../domain/review/review.ts'
import type { Ladders, Log, Model } from '../ports.ts'
import type { ShownReview } from '../replies.ts'
import type { Texts } from '../texts-port.ts'
import { makeReadEvidence } from './read-evidence.ts'
import { makeReadPiece } from './read-piece.ts'

type Deps = {
  readonly texts: Texts
  readonly ladders: Ladders
  /** Parses a model's JSON as an answer. Null if it is not one. */
  readonly answerIn: (received: unknown) => Answer | null
  readonly now: () => Temporal.Instant
  readonly log: Log
}

/** What a model once answered to a text, for a goal on a ladder. */
export type Recording = {
  readonly text: string
  readonly goal: { readonly ladder: string; readonly current: string; readonly target: string }
  readonly answer: unknown
}

/** What the foot of the review calls the model. */
const MODEL = 'a recorded answer'

/** Nobody pays for a recording. */
const NO_BUDGET = { reviewsADay: 1, microDollarsAMonth: 0 }

const owner = { team: 'recorded', user: 'recorded' }

/**
 * Shows a recorded answer of a model as a review. It goes through mask, check and caps as a new one does, and nothing
 * is stored. Null if its ladder is not here, or if nothing in it holds against the ladder as it is now.
 */
export function makeShowRecorded({ texts, ladders, answerIn, now, log }: Deps) {
  return async ({ text, goal: levels, answer: received }: Recording): Promise<ShownReview | null> => {
    const ladder = ladders.shelf().all.find(({ id }) => id === levels.ladder)
    const answer = answerIn(received)
    if (ladder === undefined || answer === null) return null
    const goal = { ...levels, by: null }
    const model: Model = {
      reader: {
        read: async () => ({ answer, invalid: null, asReceived: '', model: MODEL, prompt: '', use: null }),
      },
      rest: (piece) => piece(),
      estimate: () => 0,
    }
    const at = now()
    const evidence: Evidence = {
      id: 'recorded',
      owner,
      thread: null,
      parts: [
        {
          position: 0,
          kind: 'message',
          saidBy: null,
          messageTs: null,
          raw: text,
          reading: text,
          leftOut: [],
          file: null,
          about: null,
          writtenAt: at,
        },
      ],
      revision: 1,
      state: 'queued',
      about: null,
      happened: null,
      told: null,
      receivedAt: at,
    }
    const readPiece = makeReadPiece({
      store: {
        daysOf: async () => new Map(),
        earlier: async () => [],
        isQuiet: async () => false,
        remarks: async () => [],
        saveTold: async () => {},
        saveReview: async (review) => review,
      },
      readEvidence: makeReadEvidence({
        model,
        texts,
        people: { of: async () => ({ self: null, members: [] }), nameOf: async () => null },
        store: { takeModelUse: async () => 'taken', settleModelUse: async () => {} },
        budget: NO_BUDGET,
        limitMs: 10_000,
        metrics: { reviewed: () => {} },
        now,
        log,
      }),
      texts,
      now,
      newId: () => 'recorded',
    })
    const review = await readPiece({
      evidence,
      goal,
      ladder,
      today: at.toZonedDateTimeISO('UTC').toPlainDate(),
      onBatch: async () => {},
    })
    if (review?.readBy.reader !== 'model') return null
    const quotes = await texts.quote(owner, evidence, review)
    return { review, evidence, quotes, ladder, joinable: null, hasModel: true }
  }
}
