import { batchesOf } from '../domain/batches.ts'
import { checkAnswer } from '../domain/check-answer.ts'
import { CoachError } from '../domain/coach-error.ts'
import type { Span } from '../domain/evidence.ts'
import type { Ladder } from '../domain/ladder.ts'
import { type People as Known, type Masked, maskTexts } from '../domain/mask.ts'
import { mergeAnswers } from '../domain/merge-answers.ts'
import type { Goal, Owner } from '../domain/person.ts'
import { restored } from '../domain/restore-answer.ts'
import type { Answer, NoModel, ReadBy, Use } from '../domain/review.ts'
import { addUse, type Budget } from '../domain/use.ts'
import type { Log, Metrics, People, Reader, ReadRequest } from './ports.ts'
import type { Store } from './store-port.ts'

type Deps = {
  /** null: no model is configured. */
  readonly model: Reader | null
  readonly offline: Reader
  readonly people: People
  /** Names that people have, for those who are not in the workspace. */
  readonly known: Known['known']
  readonly store: Pick<Store, 'takeModelUse' | 'addModelCost'>
  readonly budget: Budget
  /** How long the model may take for one piece of evidence with all its attempts, in milliseconds. */
  readonly limitMs: number
  readonly metrics: Metrics
  readonly now: () => Temporal.Instant
  readonly log: Log
}

type Question = {
  readonly owner: Owner
  readonly ladder: Ladder
  readonly goal: Goal
  readonly spans: readonly Span[]
  /** Hears how many of how many batches are read. */
  readonly onBatch?: (done: number, batches: number) => void
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

const isEmpty = (answer: Answer): boolean => answer.findings.length === 0 && answer.questions.length === 0

/** Asks a model for one batch; what the check refuses is asked for once more with the reasons, then dropped. */
const askModel = async (reader: Reader, request: Omit<ReadRequest, 'again'>) => {
  const uses: (Use | null)[] = []
  const ask = async (again: ReadRequest['again']) => {
    const result = await reader.read({ ...request, again })
    uses.push(result.use)
    return result.answer
      ? { result, ...checkAnswer(result.answer, request) }
      : { result, answer: null, objections: [result.invalid ?? 'It is no answer'] }
  }
  const first = await ask(null)
  if (first.objections.length === 0) return { ...first, uses }
  const second = await ask({ answer: first.result.asReceived, objections: first.objections }).catch(
    // A provider that went away in between does not take what had already held.
    (error: unknown) => {
      if (first.answer && !isEmpty(first.answer)) return first
      throw error
    },
  )
  const better =
    (second.answer?.findings.length ?? -1) >= (first.answer?.findings.length ?? -1) ? second : first
  return { ...(better.answer && !isEmpty(better.answer) ? better : first), uses }
}

/**
 * Evidence to a checked answer: names and contact data taken out, in batches, by the model where there is one
 * and the budget lasts, by the offline reader otherwise or when the model gave nothing that holds. Never fails
 * because of a provider.
 */
export const makeReadEvidence = (deps: Deps) => {
  const { model, offline, people, known, store, budget, limitMs, now, log } = deps

  /** Why the model is not asked; null: it is. */
  const refusal = async (owner: Owner): Promise<NoModel | null> => {
    const taken = await store.takeModelUse(owner, budget, now().toZonedDateTimeISO('UTC').toPlainDate())
    return taken === 'taken' ? null : taken
  }

  const read = async ({ owner, ladder, goal, spans, onBatch }: Question): Promise<Read> => {
    const masked = maskTexts(
      spans.map(({ text }) => text),
      { ...(await people.of(owner)), known },
    )
    const seen = spans.map((span, index) => ({ ...span, text: masked.texts[index] ?? '' }))
    const named = new Set(spans.flatMap(({ id }, index) => (masked.named.has(index) ? [id] : [])))
    const whole = (answer: Answer, readBy: ReadBy, use: Use | null): Read => ({
      answer: restored(answer, masked),
      readBy,
      use,
      leftOut: masked.leftOut,
      named,
    })

    const byModel = async (reader: Reader): Promise<Read> => {
      const batches = batchesOf(seen)
      const signal = AbortSignal.timeout(limitMs)
      let done = 0
      const answers = await Promise.all(
        batches.map(async (batch) => {
          const answered = await askModel(reader, { owner, ladder, goal, spans: batch.spans, signal })
          done += 1
          onBatch?.(done, batches.length)
          return answered
        }),
      )
      const use = addUse(answers.flatMap(({ uses }) => uses))
      if (use?.microDollars)
        await store.addModelCost(owner.team, now().toZonedDateTimeISO('UTC').toPlainDate(), use.microDollars)
      // One batch of a long text may hold nothing; a whole text of which nothing holds was not answered.
      const held = answers.flatMap(({ answer, result }, index) =>
        answer && !isEmpty(answer) ? [{ offset: batches[index]!.offset, answer, result }] : [],
      )
      if (held.length === 0) throw new CoachError('answer-invalid', 'Nothing of the answer held')
      log.info(
        {
          batches: held.length,
          objections: answers.flatMap((one) => one.objections).length,
          ...use,
        },
        'model answered',
      )
      const { model: name, prompt } = held[0]!.result
      return whole(mergeAnswers(held), { reader: 'model', model: name, prompt }, use)
    }
    const byOffline = async (asked: 'none' | NoModel): Promise<Read> => {
      // It has no limit to what it reads at once, and weighs all of a text together.
      const request = { owner, ladder, goal, spans: seen, again: null, signal: AbortSignal.timeout(limitMs) }
      const { answer } = await offline.read(request)
      if (answer === null) throw new CoachError('answer-invalid', 'The offline reader gave no answer')
      return whole(checkAnswer(answer, request).answer, { reader: 'offline', asked }, null)
    }
    if (model === null) return byOffline('none')
    const refused = await refusal(owner)
    if (refused !== null) {
      log.warn({ reason: refused }, 'budget used up, offline reader takes over')
      return byOffline(refused)
    }
    try {
      return await byModel(model)
    } catch (error) {
      if (!(error instanceof CoachError)) throw error
      log.warn({ code: error.code, reason: error.message }, 'model gave no answer, offline reader takes over')
      return byOffline(error.code === 'model-resting' ? 'resting' : 'unavailable')
    }
  }
  return async (question: Question): Promise<Read> => {
    const from = now()
    const done = await read(question)
    const { readBy, use } = done
    deps.metrics.reviewed({ readBy, use, seconds: now().since(from).total('seconds') })
    return done
  }
}
