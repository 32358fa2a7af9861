import OpenAI, { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai'
import type { Log } from '../../coaching/ports.ts'
import { CoachError, type CoachErrorCode } from '../../domain/coach-error.ts'
import { remedyOf } from '../../domain/logged-failure.ts'
import type { Owner } from '../../domain/person.ts'
import type { ModelUse } from '../../domain/review/review.ts'
import { microDollars, type Price, type Tokens } from './model-budget.ts'

export type OpenAiSettings = {
  readonly apiKey: string
  readonly baseUrl: string | undefined
  readonly model: string
  /** The price of a model by its resolved name, or null if unknown. */
  readonly priceOf: (model: string) => Price | null
  /** Longest wait for one attempt, in milliseconds. */
  readonly timeoutMs: number
  /** The id under which a provider knows a person, so that it can trace misuse. */
  readonly safetyIdOf: (owner: Owner) => Promise<string>
  readonly log: Pick<Log, 'error'>
}

/** What all questions of one kind have in common. */
type Kind = {
  /** The action that they are for, as the log calls it. */
  readonly action: string
  /** The name of the form of the answers. */
  readonly form: string
  /** Attempts after the first on 408, 409, 429 (with its Retry-After), 5xx and lost connections. */
  readonly retries: number
  /** A longer answer, with the model's reasoning, means that the model does not stop. In tokens. */
  readonly mostTokens: number
}

/** The contents of one question. */
type ModelCall = {
  readonly owner: Owner
  readonly instructions: string
  readonly input: string
  /** The form of the answer, as a strict JSON schema. */
  readonly schema: Record<string, unknown>
  readonly cacheKey: string
  readonly signal: AbortSignal
}

/** A server's answer, whichever API was used. */
type ModelAnswer = {
  readonly text: string
  readonly model: string
  /** Null if the server did not count. */
  readonly use: ModelUse | null
  /** Why this is not a usable answer, if the server said so itself. */
  readonly invalid: string | null
}

type Sent = Omit<ModelCall, 'owner'> & Kind & { readonly model: string; readonly safetyId: string }
type Raw = Omit<ModelAnswer, 'use'> & { readonly tokens: Tokens | null }

const CUT = 'The answer was cut off'
const REFUSED = 'The model refused to answer'

/** Refusals of the key or the account, which would hit the next question too. */
const FOR_ALL = [401, 403]

const codeOf = (error: unknown): CoachErrorCode => {
  if (error instanceof APIUserAbortError || error instanceof APIConnectionTimeoutError) return 'model-silent'
  const status = error instanceof APIError ? error.status : undefined
  if (status === undefined || status >= 500 || FOR_ALL.includes(status)) return 'model-unavailable'
  return status === 408 ? 'model-silent' : status === 429 ? 'model-busy' : 'model-refused'
}

/** Codes in an error's body that say more than its status (platform.openai.com/docs/guides/error-codes). */
const SAYS_MORE = ['insufficient_quota', 'invalid_api_key', 'model_not_found']

/** A server that could not be reached, as opposed to one that did not answer in time. */
const isUnreached = (error: unknown): boolean =>
  error instanceof APIConnectionError && !(error instanceof APIConnectionTimeoutError)

const vendorOf = (error: unknown): string | null => {
  if (isUnreached(error)) return 'unreachable'
  if (!(error instanceof APIError)) return null
  return SAYS_MORE.includes(error.code ?? '') ? (error.code ?? null) : error.status ? `${error.status}` : null
}

/** Says what went wrong without anything that was sent or received. */
const troubled = (error: unknown): CoachError => {
  const status =
    error instanceof APIError && error.status
      ? `status ${error.status}`
      : (vendorOf(error) ?? (error as Error)?.name)
  return new CoachError(codeOf(error), `I could not ask the model (${status ?? 'unknown'})`, {
    vendor: vendorOf(error),
  })
}

/** The server lacks this API, as opposed to this model. */
const lacks = (error: unknown): boolean =>
  error instanceof APIError &&
  (error.status === 404 || error.status === 405 || error.status === 501) &&
  error.code !== 'model_not_found'

/** The server accepts no schema for the answer. */
const refusesSchema = (error: unknown): boolean =>
  error instanceof APIError &&
  (error.status === 400 || error.status === 422) &&
  /schema|format|text\.|unsupported|unknown/i.test(`${error.param ?? ''} ${error.message}`)

const byResponses = async (client: OpenAI, sent: Sent): Promise<Raw> => {
  const response = await client.responses.create(
    {
      model: sent.model,
      instructions: sent.instructions,
      input: sent.input,
      text: { format: { type: 'json_schema', name: sent.form, strict: true, schema: sent.schema } },
      max_output_tokens: sent.mostTokens,
      prompt_cache_key: sent.cacheKey,
      safety_identifier: sent.safetyId,
      store: false,
    },
    { signal: sent.signal },
  )
  const refused = response.output?.some(
    (item) => item.type === 'message' && item.content.some((part) => part.type === 'refusal'),
  )
  const { usage } = response
  return {
    text: response.output_text ?? '',
    model: response.model || sent.model,
    invalid: response.status === 'incomplete' ? CUT : refused ? REFUSED : null,
    tokens: usage
      ? {
          input: usage.input_tokens ?? 0,
          cached: usage.input_tokens_details?.cached_tokens ?? 0,
          output: usage.output_tokens ?? 0,
        }
      : null,
  }
}

/** The older API, the only one on many servers. Without `schema`, the instructions contain the form. */
const byChat = async (client: OpenAI, sent: Sent, schema: boolean): Promise<Raw> => {
  const form = `Answer with one JSON object of this form, and nothing else:\n${JSON.stringify(sent.schema)}`
  const completion = await client.chat.completions.create(
    {
      model: sent.model,
      messages: [
        { role: 'system', content: schema ? sent.instructions : `${sent.instructions}\n\n${form}` },
        { role: 'user', content: sent.input },
      ],
      ...(schema
        ? {
            response_format: {
              type: 'json_schema' as const,
              json_schema: { name: sent.form, strict: true, schema: sent.schema },
            },
            max_completion_tokens: sent.mostTokens,
            prompt_cache_key: sent.cacheKey,
            safety_identifier: sent.safetyId,
            store: false,
          }
        : {}),
    },
    { signal: sent.signal },
  )
  const [choice] = completion.choices ?? []
  const refused = choice?.message?.refusal || choice?.finish_reason === 'content_filter'
  const { usage } = completion
  return {
    text: choice?.message?.content ?? '',
    model: completion.model || sent.model,
    invalid: choice?.finish_reason === 'length' ? CUT : refused ? REFUSED : null,
    tokens: usage
      ? {
          input: usage.prompt_tokens ?? 0,
          cached: usage.prompt_tokens_details?.cached_tokens ?? 0,
          output: usage.completion_tokens ?? 0,
        }
      : null,
  }
}

/**
 * Asks a model for an answer in a form, through OpenAI's Responses API, or through Chat Completions if the server does
 * not have that. If the server accepts no schema, the instructions describe the form. It remembers what the server
 * cannot do, and logs only once that a schema was refused. Throws the errors of Reader, and the reason of an aborted
 * `signal` if that is a CoachError.
 */
export function makeAskOpenAi(settings: OpenAiSettings, kind: Kind) {
  const client = new OpenAI({
    apiKey: settings.apiKey,
    baseURL: settings.baseUrl ?? 'https://api.openai.com/v1',
    timeout: settings.timeoutMs,
    maxRetries: kind.retries,
    logLevel: 'off', // its debug log prints what people wrote
  })
  const { model, priceOf, safetyIdOf, log } = settings
  const ways = ['responses', 'chat', 'chat-without-schema'] as const
  let way = 0

  let saidRefused = false
  const sayRefused = (error: unknown): void => {
    if (saidRefused) return
    saidRefused = true
    log.error(
      {
        action: kind.action,
        code: 'schema-refused',
        vendor: vendorOf(error),
        todo: remedyOf('schema-refused'),
      },
      'the model’s server rejects the schema of the answer; asking in another way',
    )
  }

  const tryWays = async (sent: Sent): Promise<Raw> => {
    for (let at = way; ; ) {
      try {
        const raw =
          ways[at] === 'responses'
            ? await byResponses(client, sent)
            : await byChat(client, sent, ways[at] === 'chat')
        way = at
        return raw
      } catch (error) {
        const refused = at < 2 && refusesSchema(error)
        if (refused) sayRefused(error)
        if (sent.signal.reason instanceof CoachError) throw sent.signal.reason
        if (!refused && !(at === 0 && lacks(error))) throw troubled(error)
        at += 1
      }
    }
  }

  const costOf = (tokens: Tokens, resolved: string): number | null => {
    const price = priceOf(resolved)
    return price ? microDollars(tokens, price) : null
  }

  return async ({ owner, ...call }: ModelCall): Promise<ModelAnswer> => {
    const { tokens, ...answer } = await tryWays({
      ...call,
      ...kind,
      model,
      safetyId: await safetyIdOf(owner),
    })
    return { ...answer, use: tokens && { ...tokens, microDollars: costOf(tokens, answer.model) } }
  }
}
