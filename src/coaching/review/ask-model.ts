import type { Checked } from '../../domain/check/check-answer.ts'
import { CoachError } from '../../domain/coach-error.ts'
import type { Batch } from '../../domain/evidence/batches.ts'
import { bothHeld } from '../../domain/review/merge-answers.ts'
import type { Answer, ModelUse } from '../../domain/review/review.ts'
import { makeTurns, type Turns } from '../limits.ts'
import type { Model, ReadRequest, ReadResult } from '../ports.ts'
import type { Texts } from '../texts-port.ts'

/** How many batches of one piece are asked at once: one long text leaves room for everybody else's short ones. */
const BATCHES_AT_ONCE = 4

/** What held of one batch. `answer` null: nothing did. */
export type Batched = {
  readonly batch: Batch
  readonly result: ReadResult
  readonly answer: Answer | null
  readonly objections: readonly string[]
}

/** What the questions of one piece used, kept up to date while they are asked. */
type Spent = {
  /** What each answered question used. */
  readonly uses: readonly (ModelUse | null)[]
  /** What those would cost that got no answer in time; a provider may have worked on them all the same. */
  readonly unanswered: number
}

type Asking = {
  readonly model: Model
  readonly texts: Pick<Texts, 'checkAnswer'>
  readonly request: Omit<ReadRequest, 'spans' | 'again' | 'part' | 'signal'>
  readonly batches: readonly Batch[]
  /** How long one batch may take with all its attempts, in milliseconds. */
  readonly limitMs: number
  /** The turns of the whole process. */
  readonly turns: Turns
  readonly onBatch: (done: number) => void
}

/** What a check says where there is no answer to keep anything of. */
type Unchecked = Omit<Checked, 'answer' | 'texts'> & { readonly answer: null }

const isEmpty = (answer: Answer): boolean => answer.findings.length === 0 && answer.questions.length === 0

/** Of two answers to one question what held of each: the second's parts, and the first's where the second has none. */
const betterOf = <T extends { answer: Answer | null }>(first: T, second: T): T => {
  if (second.answer === null || isEmpty(second.answer)) return first
  if (first.answer === null) return second
  return { ...second, answer: bothHeld(first.answer, second.answer) }
}

/**
 * Asks a model for all batches of one piece. The first failure ends the others, whose answers could not stand
 * alone: a review of a part looks like one of the whole, and would list as "no evidence yet" what the rest shows.
 * Comes back when every question has ended, so that nothing is said or spent afterwards.
 */
export function makeAskModel({ model, texts, request, batches, limitMs, turns, onBatch }: Asking) {
  const stop = new AbortController()
  const uses: (ModelUse | null)[] = []
  const failures: unknown[] = []
  let unanswered = 0

  const read = async (asked: ReadRequest): Promise<ReadResult> => {
    try {
      const result = await model.reader.read(asked)
      uses.push(result.use)
      return result
    } catch (error) {
      if (error instanceof CoachError && error.code === 'model-silent')
        unanswered += model.estimate(asked.spans.length)
      throw error
    }
  }
  /** An answer that cannot be checked in time is none that holds. */
  const check = async (answer: Answer, asked: ReadRequest): Promise<Unchecked | Checked> => {
    try {
      return await texts.checkAnswer(asked.owner, answer, asked)
    } catch (error) {
      if (!(error instanceof CoachError) || error.code !== 'text-too-slow') throw error
      return { answer: null, objections: ['It took too long to check'], again: false }
    }
  }
  const ask = async (asked: ReadRequest) => {
    const result = await read(asked)
    const checked: Unchecked | Checked = result.answer
      ? await check(result.answer, asked)
      : { answer: null, objections: [result.invalid ?? 'It is no answer'], again: true }
    return { result, ...checked }
  }
  /** What the check refuses is asked for once more with the reasons where it is worth that, then dropped. */
  const askTwice = async (asked: ReadRequest) => {
    const first = await ask(asked)
    if (!first.again) return first
    const again = { answer: first.result.asReceived, objections: first.objections }
    const second = await ask({ ...asked, again }).catch((error: unknown) => {
      // A provider that went away in between does not take what had already held.
      if (first.answer && !isEmpty(first.answer)) return first
      throw error
    })
    return betterOf(first, second)
  }

  const all = async (): Promise<Batched[]> => {
    const own = makeTurns(BATCHES_AT_ONCE)
    let done = 0
    const asked = batches.map((batch, index) =>
      own(() =>
        turns(async (): Promise<Batched[]> => {
          if (stop.signal.aborted) return []
          const part = batches.length > 1 ? { nth: index + 1, of: batches.length } : null
          const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(limitMs)])
          try {
            const answered = await askTwice({ ...request, spans: batch.spans, part, again: null, signal })
            done += 1
            if (!stop.signal.aborted) onBatch(done)
            return [{ batch, ...answered }]
          } catch (error) {
            failures.push(error)
            stop.abort()
            return []
          }
        }),
      ),
    )
    const answered = (await Promise.all(asked)).flat()
    if (failures.length > 0) throw failureOf(failures[0], uses.length > 0)
    return answered
  }
  return {
    all,
    spent: (): Spent => ({ uses, unanswered: uses.length > 0 ? unanswered : 0 }),
  }
}

/**
 * What a failed piece says of the provider. One that answered something of it is there: that it wants things
 * slower, or that one question took too long, is no reason to leave it alone for everybody. One that never
 * answered is as good as gone.
 */
const failureOf = (error: unknown, answeredSome: boolean): unknown =>
  error instanceof CoachError &&
  !answeredSome &&
  (error.code === 'model-silent' || error.code === 'model-busy')
    ? new CoachError('model-unavailable', error.message, { cause: error, vendor: error.vendor })
    : error
