import type { Checked } from '../../domain/check/check-answer.ts'
import { CoachError } from '../../domain/coach-error.ts'
import type { Batch } from '../../domain/evidence/batches.ts'
import { bothHeld } from '../../domain/review/merge-answers.ts'
import type { Answer, ModelUse } from '../../domain/review/review.ts'
import { makeTurns, type Turns } from '../limits.ts'
import type { Model, ReadRequest, ReadResult } from '../ports.ts'
import type { Texts } from '../texts-port.ts'

/** How many batches of one piece are asked at once. One long text must leave room for other people's short ones. */
const BATCHES_AT_ONCE = 4

/** The findings of one batch that passed the check. `answer` is null if none did. */
export type Batched = {
  readonly batch: Batch
  readonly result: ReadResult
  readonly answer: Answer | null
  readonly objections: readonly string[]
}

/** What the questions of one piece cost, kept up to date while they are asked. */
type Spent = {
  /** What each answered question used. */
  readonly uses: readonly (ModelUse | null)[]
  /** The estimated cost of questions without an answer in time. The provider may have worked on them anyway. */
  readonly unanswered: number
}

type Asking = {
  readonly model: Model
  readonly texts: Pick<Texts, 'checkAnswer'>
  readonly request: Omit<ReadRequest, 'spans' | 'again' | 'part' | 'signal'>
  readonly batches: readonly Batch[]
  /** How long one batch may take with all its attempts, in milliseconds. */
  readonly limitMs: number
  /** Limits the questions of the whole process. */
  readonly turns: Turns
  readonly onBatch: (done: number) => void
  /** Aborts when the person stops the reading. */
  readonly stopped?: AbortSignal | undefined
}

/** A provider may have worked on a question that ended like this, and asks for its price. */
const WORKED_ON: ReadonlySet<string> = new Set(['model-silent', 'reading-stopped'])

/** The result of a check that found no answer to keep. */
type Unchecked = Omit<Checked, 'answer' | 'texts'> & { readonly answer: null }

const isEmpty = (answer: Answer): boolean => answer.findings.length === 0 && answer.questions.length === 0

/** The checked parts of two answers to one question: the second's, and those of the first that the second lacks. */
const betterOf = <T extends { answer: Answer | null }>(first: T, second: T): T => {
  if (second.answer === null || isEmpty(second.answer)) return first
  if (first.answer === null) return second
  return { ...second, answer: bothHeld(first.answer, second.answer) }
}

/**
 * Asks a model about all batches of one piece. The first failure ends the others, because a review of some batches
 * looks like a review of all and would list as "no evidence yet" what the rest shows. It returns when every question
 * has ended, so that nothing is said or spent afterwards. Throws CoachError `reading-stopped` if
 * `stopped` aborts.
 */
export function makeAskModel({ model, texts, request, batches, limitMs, turns, onBatch, stopped }: Asking) {
  const stop = new AbortController()
  const ends = stopped ? [stop.signal, stopped] : [stop.signal]
  const uses: (ModelUse | null)[] = []
  const failures: unknown[] = []
  let unanswered = 0

  const read = async (asked: ReadRequest): Promise<ReadResult> => {
    try {
      const result = await model.reader.read(asked)
      uses.push(result.use)
      return result
    } catch (error) {
      if (error instanceof CoachError && WORKED_ON.has(error.code))
        unanswered += model.estimate(asked.spans.length)
      throw error
    }
  }
  /** An answer that cannot be checked in time counts as refused. */
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
  /** Asks once more, with the reasons, about what the check refused, if that is worth it. Then drops it. */
  const askTwice = async (asked: ReadRequest) => {
    const first = await ask(asked)
    if (!first.again) return first
    const again = { answer: first.result.asReceived, objections: first.objections }
    const second = await ask({ ...asked, again }).catch((error: unknown) => {
      // If the provider went away in between, what already held is still good.
      if (!stopped?.aborted && first.answer && !isEmpty(first.answer)) return first
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
          if (ends.some(({ aborted }) => aborted)) return []
          const part = batches.length > 1 ? { nth: index + 1, of: batches.length } : null
          const signal = AbortSignal.any([...ends, AbortSignal.timeout(limitMs)])
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
    stopped?.throwIfAborted()
    if (failures.length > 0) throw failureOf(failures[0], uses.length > 0)
    return answered
  }
  return {
    all,
    spent: (): Spent => ({ uses, unanswered: uses.length > 0 || stopped?.aborted ? unanswered : 0 }),
  }
}

/**
 * What a failed piece says about the provider. If it answered some of the questions, it is available. Being asked to
 * slow down, or one slow question, is no reason to pause the calls for everybody. If it answered nothing, it counts as
 * unavailable.
 */
const failureOf = (error: unknown, answeredSome: boolean): unknown =>
  error instanceof CoachError &&
  !answeredSome &&
  (error.code === 'model-silent' || error.code === 'model-busy')
    ? new CoachError('model-unavailable', error.message, { cause: error, vendor: error.vendor })
    : error
