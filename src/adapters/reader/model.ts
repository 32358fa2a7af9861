import { join } from 'node:path'
import type { PacketModel } from '../../coaching/packet/packet-model-port.ts'
import type { Log, Metrics, Model } from '../../coaching/ports.ts'
import type { MessageModel } from '../../coaching/review/message-model-port.ts'
import { CoachError } from '../../domain/coach-error.ts'
import type { Owner } from '../../domain/person.ts'
import type { Budget } from '../../domain/review/model-use.ts'
import type { ModelUse } from '../../domain/review/review.ts'
import { loadBudget } from './budget-file.ts'
import {
  expectedTokens,
  MESSAGE_TOKENS,
  microDollars,
  PACKET_TOKENS,
  priceIn,
  type Tokens,
} from './model-budget.ts'
import { makeOpenAiMessageModel } from './openai-message-model.ts'
import { makeOpenAiPacketModel } from './openai-packet-model.ts'
import { makeOpenAiReader } from './openai-reader.ts'
import { loadMessagePrompt, loadPacketPrompt, loadReviewPrompt } from './prompt-files.ts'
import { makeRest } from './resting-reader.ts'

/**
 * How long a model may take for one attempt, for one batch of evidence with all attempts, and to say what a message is,
 * in milliseconds.
 */
export const MODEL_LIMITS = { attemptMs: 40_000, batchMs: 60_000, messageMs: 5_000 }

type Settings = {
  /** Null if no model is configured. */
  readonly openAi: { readonly baseUrl: string | undefined; readonly model: string } | null
  readonly apiKey: string | undefined
  /** Folder of the prompts and of `budget.yaml`. */
  readonly prompts: string
  /** The company's own `budget.yaml`, if it has one. */
  readonly ownBudget: string
  readonly limits: typeof MODEL_LIMITS
  /** The id under which a provider knows a person. */
  readonly safetyIdOf: (owner: Owner) => Promise<string>
  readonly metrics: Pick<Metrics, 'resting' | 'modelCalled'>
  readonly log: Pick<Log, 'warn' | 'error'>
}

/** Counts every call of a model, with the tokens it used, however it ends. */
const counted =
  <
    Given extends unknown[],
    Result extends { readonly invalid: string | null; readonly use: ModelUse | null },
  >(
    call: (...given: Given) => Promise<Result>,
    metrics: Pick<Metrics, 'modelCalled'>,
  ) =>
  async (...given: Given): Promise<Result> => {
    const from = performance.now()
    const seconds = (): number => (performance.now() - from) / 1000
    try {
      const result = await call(...given)
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
  }

/**
 * The configured model, as it reads evidence, reads messages and drafts packets, and its budget. It is not called for a
 * while if it keeps failing. All are null if none is configured. Throws CoachError `config-invalid` if a prompt file is
 * broken.
 */
export async function openModel({
  openAi,
  apiKey,
  prompts,
  ownBudget,
  limits,
  safetyIdOf,
  metrics,
  log,
}: Settings): Promise<{
  model: Model | null
  messageModel: MessageModel | null
  packetModel: PacketModel | null
  budget: Budget
}> {
  const { budget, prices } = await loadBudget(join(prompts, 'budget.yaml'), ownBudget)
  if (!openAi || !apiKey) return { model: null, messageModel: null, packetModel: null, budget }
  const priceOf = priceIn(prices, openAi.model, openAi.baseUrl !== undefined)
  const settings = { ...openAi, apiKey, priceOf, safetyIdOf, log }
  const { read } = makeOpenAiReader({
    ...settings,
    prompt: await loadReviewPrompt(prompts),
    timeoutMs: limits.attemptMs,
  })
  const { decide } = makeOpenAiMessageModel({
    ...settings,
    prompt: await loadMessagePrompt(prompts),
    timeoutMs: limits.messageMs,
  })
  const { draft } = makeOpenAiPacketModel({
    ...settings,
    prompt: await loadPacketPrompt(prompts),
    timeoutMs: limits.attemptMs,
  })
  const { rest, isResting } = makeRest((resting) => {
    metrics.resting(resting)
    const fact = { action: 'review-evidence', ...(resting ? { code: 'model-resting' } : {}), resting }
    log.warn(fact, resting ? 'the model is paused for a while' : 'the model is called again')
  })
  const costOf = (tokens: Tokens): number => {
    const price = priceOf(openAi.model)
    return price ? microDollars(tokens, price) : 0
  }
  return {
    model: {
      reader: { read: counted(read, metrics) },
      rest,
      estimate: (spans) => costOf(expectedTokens(spans)),
    },
    messageModel: { decide: counted(decide, metrics), isResting, estimate: costOf(MESSAGE_TOKENS) },
    packetModel: { draft: counted(draft, metrics), isResting, estimate: costOf(PACKET_TOKENS) },
    budget,
  }
}
