import { join } from 'node:path'
import type { Log, Metrics, Model, Reader } from '../../coaching/ports.ts'
import { CoachError } from '../../domain/coach-error.ts'
import type { Owner } from '../../domain/person.ts'
import type { Budget } from '../../domain/review/model-use.ts'
import { expectedTokens, loadBudget, microDollars, priceIn } from './model-budget.ts'
import { makeOpenAiReader } from './openai-reader.ts'
import { loadPrompt } from './prompt-files.ts'
import { makeRest } from './resting-reader.ts'

/** How long a model may take for one attempt, and for one batch of evidence with all attempts, in milliseconds. */
export const MODEL_LIMITS = { attemptMs: 40_000, batchMs: 60_000 }

type Settings = {
  /** null: no model is configured. */
  readonly openAi: { readonly baseUrl: string | undefined; readonly model: string } | null
  readonly apiKey: string | undefined
  /** Folder of the prompts and of `budget.yaml`. */
  readonly prompts: string
  /** How long one attempt may take, in milliseconds. */
  readonly attemptMs: number
  /** What a provider may know a person by. */
  readonly safetyIdOf: (owner: Owner) => Promise<string>
  readonly metrics: Pick<Metrics, 'resting' | 'modelCalled'>
  readonly log: Pick<Log, 'warn' | 'error'>
}

/** A reader whose every call is counted, with what it used, however it ends. */
const counted = ({ read }: Reader, metrics: Pick<Metrics, 'modelCalled'>): Reader => ({
  read: async (request) => {
    const from = performance.now()
    const seconds = (): number => (performance.now() - from) / 1000
    try {
      const result = await read(request)
      metrics.modelCalled({
        outcome: result.invalid === null ? 'ok' : 'invalid',
        use: result.use,
        seconds: seconds(),
      })
      return result
    } catch (error) {
      const outcome = error instanceof CoachError ? error.code : 'model-unavailable'
      metrics.modelCalled({ outcome, use: null, seconds: seconds() })
      throw error
    }
  },
})

/**
 * The model that is configured, left alone while it fails, and what it may be used for. null: there is none.
 * Throws CoachError `config-invalid` when a file of the prompts is broken.
 */
export async function openModel({
  openAi,
  apiKey,
  prompts,
  attemptMs,
  safetyIdOf,
  metrics,
  log,
}: Settings): Promise<{ model: Model | null; budget: Budget }> {
  const { budget, prices } = await loadBudget(join(prompts, 'budget.yaml'))
  if (!openAi || !apiKey) return { model: null, budget }
  const priceOf = priceIn(prices, openAi.model, openAi.baseUrl !== undefined)
  const reader = makeOpenAiReader({
    ...openAi,
    apiKey,
    prompt: await loadPrompt(prompts, 'review-evidence'),
    priceOf,
    timeoutMs: attemptMs,
    safetyIdOf,
    log,
  })
  const rest = makeRest((resting) => {
    metrics.resting(resting)
    const fact = { action: 'review-evidence', ...(resting ? { code: 'model-resting' } : {}), resting }
    log.warn(fact, resting ? 'the model is left alone for a while' : 'the model is asked again')
  })
  const estimate = (spans: number): number => {
    const price = priceOf(openAi.model)
    return price ? microDollars(expectedTokens(spans), price) : 0
  }
  return { model: { reader: counted(reader, metrics), rest, estimate }, budget }
}
