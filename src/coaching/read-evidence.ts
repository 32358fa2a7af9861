import { batchesOf } from '../domain/batches.ts'
import { checkAnswer } from '../domain/check-answer.ts'
import { CoachError } from '../domain/coach-error.ts'
import type { Span } from '../domain/evidence.ts'
import type { Ladder } from '../domain/ladder.ts'
import type { People as Known, Masked } from '../domain/mask.ts'
import { maskSpans } from '../domain/mask-spans.ts'
import { mergeAnswers } from '../domain/merge-answers.ts'
import type { Goal, Owner } from '../domain/person.ts'
import { factOf, remedyOf } from '../domain/remedy.ts'
import { restored } from '../domain/restore-answer.ts'
import type { Answer, NoModel, ReadBy, Use } from '../domain/review.ts'
import { addUse, type Budget } from '../domain/use.ts'
import { makeAskModel } from './ask-model.ts'
import type { Log, Metrics, Model, People, Reader } from './ports.ts'
import type { Store } from './store-port.ts'
import { makeTurns } from './turns.ts'

/** How many questions this process has with a model at once, over all pieces. */
const ASKED_AT_ONCE = 20

type Deps = {
  /** null: no model is configured. */
  readonly model: Model | null
  readonly offline: Reader
  readonly people: People
  /** Names that people have, for those who are not in the workspace. */
  readonly known: Known['known']
  readonly store: Pick<Store, 'takeModelUse' | 'settleModelUse'>
  readonly budget: Budget
  /** How long a model may take for one batch of a piece with all its attempts, in milliseconds. */
  readonly limitMs: number
  readonly metrics: Pick<Metrics, 'reviewed'>
  readonly now: () => Temporal.Instant
  readonly log: Log
}

type Question = {
  readonly owner: Owner
  /** What is read, by an id of ours that is the same on every try. */
  readonly piece: string
  readonly ladder: Ladder
  readonly goal: Goal
  readonly spans: readonly Span[]
  /** Hears how many of how many batches are read. Never called after the reading has ended. */
  readonly onBatch?: (done: number, batches: number) => Promise<void>
}

export type Read = {
  readonly answer: Answer
  readonly readBy: ReadBy
  readonly use: Use | null
  /** What a reader did not get to see. */
  readonly leftOut: Masked['leftOut']
  /** The ids of the spans in which somebody is named. */
  readonly named: ReadonlySet<string>
}

/** Why the model was not used, and what can be done where the line before does not say it. */
const takenOver = (asked: NoModel): object => {
  const todo = remedyOf(asked)
  return { code: asked, ...(todo ? { todo } : {}) }
}

/**
 * Evidence to a checked answer: names and contact data taken out, in batches, by the model where there is one
 * and the budget lasts, by the offline reader otherwise or when the model gave nothing that holds. Never fails
 * because of a provider.
 */
export const makeReadEvidence = (deps: Deps) => {
  const { offline, people, known, store, budget, limitMs, now, log } = deps
  const turns = makeTurns(ASKED_AT_ONCE)

  const read = async (question: Question): Promise<Read> => {
    const { owner, piece, ladder, goal } = question
    const names = await people.of(owner)
    const masked = maskSpans(question.spans, { ...(names ?? { self: null, members: [] }), known })
    const { spans } = masked
    const whole = (answer: Answer, readBy: ReadBy, use: Use | null): Read => ({
      answer: restored(answer, masked),
      readBy,
      use,
      leftOut: masked.leftOut,
      named: masked.named,
    })

    const ask = async (model: Model): Promise<Read> => {
      const batches = batchesOf(spans)
      const told: Promise<void>[] = []
      const asking = makeAskModel({
        model,
        request: { owner, ladder, goal },
        batches,
        limitMs,
        turns,
        onBatch: (done) => void told.push(question.onBatch?.(done, batches.length) ?? Promise.resolve()),
      })
      const day = now().toZonedDateTimeISO('UTC').toPlainDate()
      try {
        const answers = await model.rest(asking.all)
        // One batch of a long text may hold nothing; a whole text of which nothing holds was not answered.
        const held = answers.flatMap(({ batch, answer, result }) =>
          answer && answer.findings.length + answer.questions.length > 0
            ? [{ offset: batch.offset, answer, result }]
            : [],
        )
        if (held.length === 0) throw new CoachError('answer-invalid', 'Nothing of the answer held')
        const use = addUse(asking.spent().uses)
        const objections = answers.flatMap((one) => one.objections).length
        log.info({ batches: held.length, objections, ...use }, 'model answered')
        const { model: name, prompt } = held[0]!.result
        return whole(mergeAnswers(held), { reader: 'model', model: name, prompt }, use)
      } finally {
        // Every question that was asked is paid for, whatever became of the others.
        const { uses, unanswered } = asking.spent()
        const paid = uses.reduce((sum, use) => sum + (use?.microDollars ?? 0), 0)
        await Promise.allSettled(told)
        await store.settleModelUse(owner, {
          piece,
          day,
          microDollars: paid + unanswered,
          counts: uses.length > 0,
        })
      }
    }

    /** By the model, where nothing speaks against it and it answers; otherwise why not. */
    const byModel = async (model: Model): Promise<Read | NoModel> => {
      // Without the list of members some name would be sent: what is promised is that none is.
      if (names === null) return 'names-unknown'
      const reserve = batchesOf(spans).reduce((sum, batch) => sum + model.estimate(batch.spans.length), 0)
      const day = now().toZonedDateTimeISO('UTC').toPlainDate()
      const taken = await store.takeModelUse(owner, { piece, day, budget, reserve })
      if (taken !== 'taken') return taken
      try {
        return await ask(model)
      } catch (error) {
        if (!(error instanceof CoachError) || error.code === 'store-unavailable') throw error
        log.warn(factOf(error), 'model gave no answer')
        return error.code === 'model-resting' ? 'resting' : 'unavailable'
      }
    }
    const byOffline = async (asked: 'none' | NoModel): Promise<Read> => {
      if (asked !== 'none') log.warn(takenOver(asked), 'offline reader takes over')
      // It has no limit to what it reads at once, and weighs all of a text together.
      const signal = AbortSignal.timeout(limitMs)
      const request = { owner, ladder, goal, spans, part: null, again: null, signal }
      const { answer } = await offline.read(request)
      if (answer === null) throw new CoachError('answer-invalid', 'The offline reader gave no answer')
      return whole(checkAnswer(answer, request).answer, { reader: 'offline', asked }, null)
    }
    const answered = deps.model === null ? 'none' : await byModel(deps.model)
    return typeof answered === 'string' ? byOffline(answered) : answered
  }
  return async (question: Question): Promise<Read> => {
    const from = now()
    const done = await read(question)
    deps.metrics.reviewed({ readBy: done.readBy, seconds: now().since(from).total('seconds') })
    return done
  }
}
