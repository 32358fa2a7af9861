import { checkAnswer } from '../domain/check-answer.ts'
import { CoachError } from '../domain/coach-error.ts'
import type { Span } from '../domain/evidence.ts'
import type { Ladder } from '../domain/ladder.ts'
import { mergeAnswers } from '../domain/merge-answers.ts'
import type { Goal } from '../domain/person.ts'
import type { Answer, ReadBy } from '../domain/review.ts'
import { partsOf } from '../domain/spans.ts'
import type { Log, Reader, ReadRequest } from './ports.ts'

type Deps = {
  /** null: no model is configured. */
  readonly model: Reader | null
  readonly offline: Reader
  /** How long the model may take for one piece of evidence with all its attempts, in milliseconds. */
  readonly budgetMs: number
  readonly log: Log
}

type Question = { readonly ladder: Ladder; readonly goal: Goal; readonly spans: readonly Span[] }
type Read = { readonly answer: Answer; readonly readBy: ReadBy }

const isEmpty = (answer: Answer): boolean => answer.findings.length === 0 && answer.questions.length === 0

/** Asks a model for one part; what the check refuses is asked for once more with the reasons, then dropped. */
const askModel = async (reader: Reader, request: Omit<ReadRequest, 'again'>) => {
  const ask = async (again: ReadRequest['again']) => {
    try {
      const result = await reader.read({ ...request, again })
      return { result, ...checkAnswer(result.answer, request) }
    } catch (error) {
      if (!(error instanceof CoachError) || error.code !== 'answer-invalid') throw error
      return { result: null, answer: null, objections: [error.message] }
    }
  }
  const first = await ask(null)
  if (first.objections.length === 0) return first
  const second = await ask({ answer: first.result?.asReceived ?? '', objections: first.objections }).catch(
    // A provider that went away in between does not take what had already held.
    (error: unknown) => {
      if (first.answer && !isEmpty(first.answer)) return first
      throw error
    },
  )
  const better =
    (second.answer?.findings.length ?? -1) >= (first.answer?.findings.length ?? -1) ? second : first
  return better.answer && !isEmpty(better.answer) ? better : first
}

/**
 * Evidence to a checked answer: in parts of at most 100 spans, by the model where there is one, by the
 * offline reader when there is none or it could not give an answer of which anything holds. Never fails
 * because of a provider.
 */
export const makeReadEvidence =
  ({ model, offline, budgetMs, log }: Deps) =>
  async ({ ladder, goal, spans }: Question): Promise<Read> => {
    const parts = partsOf(spans)
    const byModel = async (reader: Reader): Promise<Read> => {
      const signal = AbortSignal.timeout(budgetMs)
      const answers = await Promise.all(
        parts.map((part) => askModel(reader, { ladder, goal, spans: part.spans, signal })),
      )
      // One part of a long text may hold nothing; a whole text of which nothing holds was not answered.
      const held = answers.flatMap(({ answer, result }, index) =>
        answer && result && !isEmpty(answer) ? [{ offset: parts[index]!.offset, answer, result }] : [],
      )
      if (held.length === 0) throw new CoachError('answer-invalid', 'Nothing of the answer held')
      log.info(
        { parts: held.length, objections: answers.flatMap((one) => one.objections).length },
        'model answered',
      )
      const { model: name, prompt } = held[0]!.result
      return { answer: mergeAnswers(held), readBy: { reader: 'model', model: name, prompt } }
    }
    const byOffline = async (asked: 'none' | 'unavailable'): Promise<Read> => {
      const signal = AbortSignal.timeout(budgetMs)
      const answers = await Promise.all(
        parts.map(async (part) => {
          const { answer } = await offline.read({ ladder, goal, spans: part.spans, again: null, signal })
          return {
            offset: part.offset,
            answer: checkAnswer(answer, { ladder, goal, spans: part.spans }).answer,
          }
        }),
      )
      return { answer: mergeAnswers(answers), readBy: { reader: 'offline', asked } }
    }
    if (model === null) return byOffline('none')
    try {
      return await byModel(model)
    } catch (error) {
      if (!(error instanceof CoachError)) throw error
      log.warn({ code: error.code, reason: error.message }, 'model gave no answer, offline reader takes over')
      return byOffline('unavailable')
    }
  }
