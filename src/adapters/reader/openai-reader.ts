import OpenAI, { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai'
import type { Log, Reader, ReadRequest, ReadResult } from '../../coaching/ports.ts'
import { CoachError, type CoachErrorCode } from '../../domain/coach-error.ts'
import type { Ladder } from '../../domain/ladder/ladder.ts'
import type { Goal, Owner } from '../../domain/person.ts'
import { remedyOf } from '../../domain/remedy.ts'
import { hashed } from '../database/asker.ts'
import { answerForm, answerIn, jsonIn, schemaOf } from './answer-form.ts'
import { microDollars, type Price, type Tokens } from './model-budget.ts'
import { fillPrompt, type Prompt } from './prompt-files.ts'
import { slots } from './prompt-slots.ts'

export type OpenAiSettings = {
  readonly apiKey: string
  readonly baseUrl: string | undefined
  readonly model: string
  readonly prompt: Prompt
  /** The price of a model by its resolved name, or null if unknown. */
  readonly priceOf: (model: string) => Price | null
  /** Longest wait for one attempt, in milliseconds. */
  readonly timeoutMs: number
  /** The id under which a provider knows a person, so that it can trace misuse. */
  readonly safetyIdOf: (owner: Owner) => Promise<string>
  readonly log: Pick<Log, 'error'>
}

/** Attempts after the first on 408, 409, 429 (with its Retry-After), 5xx and lost connections. */
const RETRIES = 2

/** Enough for nine findings and a model's reasoning, in tokens. A longer answer means that the model does not stop. */
const MOST_OUTPUT_TOKENS = 16_000

/** A server's answer, whichever API was used. */
type Raw = {
  readonly text: string
  readonly model: string
  readonly tokens: Tokens | null
  /** Why this is not a usable answer, if the server said so itself. */
  readonly invalid: string | null
}

const CUT = 'The answer was cut off'
const REFUSED = 'The model refused to answer'

/** The contents of one question. */
type ModelCall = {
  readonly instructions: string
  readonly input: string
  readonly form: ReturnType<typeof answerForm>
  readonly cacheKey: string
  readonly safetyId: string
  readonly signal: AbortSignal
}

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
  const status = error instanceof APIError && error.status ? `status ${error.status}` : (error as Error)?.name
  return new CoachError(codeOf(error), `The model could not be asked (${status ?? 'unknown'})`, {
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

const byResponses = async (client: OpenAI, model: string, asked: ModelCall): Promise<Raw> => {
  const response = await client.responses.create(
    {
      model,
      instructions: asked.instructions,
      input: asked.input,
      text: { format: { type: 'json_schema', name: 'review', strict: true, schema: schemaOf(asked.form) } },
      max_output_tokens: MOST_OUTPUT_TOKENS,
      prompt_cache_key: asked.cacheKey,
      safety_identifier: asked.safetyId,
      store: false,
    },
    { signal: asked.signal },
  )
  const refused = response.output?.some(
    (item) => item.type === 'message' && item.content.some((part) => part.type === 'refusal'),
  )
  const { usage } = response
  return {
    text: response.output_text ?? '',
    model: response.model || model,
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
const byChat = async (client: OpenAI, model: string, asked: ModelCall, schema: boolean): Promise<Raw> => {
  const formSchema = schemaOf(asked.form)
  const form = `Answer with one JSON object of this form, and nothing else:\n${JSON.stringify(formSchema)}`
  const completion = await client.chat.completions.create(
    {
      model,
      messages: [
        { role: 'system', content: schema ? asked.instructions : `${asked.instructions}\n\n${form}` },
        { role: 'user', content: asked.input },
      ],
      ...(schema
        ? {
            response_format: {
              type: 'json_schema' as const,
              json_schema: { name: 'review', strict: true, schema: formSchema },
            },
            max_completion_tokens: MOST_OUTPUT_TOKENS,
            prompt_cache_key: asked.cacheKey,
            safety_identifier: asked.safetyId,
            store: false,
          }
        : {}),
    },
    { signal: asked.signal },
  )
  const [choice] = completion.choices ?? []
  const refused = choice?.message?.refusal || choice?.finish_reason === 'content_filter'
  const { usage } = completion
  return {
    text: choice?.message?.content ?? '',
    model: completion.model || model,
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
 * Reads evidence with a model behind OpenAI's Responses API, or behind Chat Completions where a server has no
 * Responses, with the form in words where it takes no schema; what a server cannot do is remembered. A schema that is
 * refused is said in the log once as long as the reader lives.
 */
export function makeOpenAiReader(settings: OpenAiSettings): Reader {
  const client = new OpenAI({
    apiKey: settings.apiKey,
    baseURL: settings.baseUrl ?? 'https://api.openai.com/v1',
    timeout: settings.timeoutMs,
    maxRetries: RETRIES,
    logLevel: 'off', // its debug log prints what people wrote
  })
  const { model, prompt, priceOf } = settings
  const ways = ['responses', 'chat', 'chat-without-schema'] as const
  let way = 0
  const forms = new Map<string, ReturnType<typeof answerForm>>()
  const formOf = (ladder: Ladder, goal: Goal) => {
    const key = `${ladder.id}@${ladder.version} ${goal.current} ${goal.target}`
    const form = forms.get(key) ?? answerForm(ladder, goal)
    forms.set(key, form)
    return form
  }
  const costOf = ({ tokens, model: resolved }: Raw): number | null => {
    if (tokens === null) return null
    const price = priceOf(resolved)
    return price ? microDollars(tokens, price) : null
  }

  let saidRefused = false
  const sayRefused = (error: unknown): void => {
    if (saidRefused) return
    saidRefused = true
    settings.log.error(
      {
        action: 'review-evidence',
        code: 'schema-refused',
        vendor: vendorOf(error),
        todo: remedyOf('schema-refused'),
      },
      'the model’s server refuses the schema of the answer, and is asked in another way',
    )
  }

  const ask = async (asked: ModelCall): Promise<Raw> => {
    for (let at = way; ; ) {
      try {
        const raw =
          ways[at] === 'responses'
            ? await byResponses(client, model, asked)
            : await byChat(client, model, asked, ways[at] === 'chat')
        way = at
        return raw
      } catch (error) {
        const refused = at < 2 && refusesSchema(error)
        if (refused) sayRefused(error)
        if (!refused && !(at === 0 && lacks(error))) throw troubled(error)
        at += 1
      }
    }
  }

  const read = async (request: ReadRequest): Promise<ReadResult> => {
    const { ladder, goal, owner, signal } = request
    const form = formOf(ladder, goal)
    const raw = await ask({
      instructions: prompt.instructions,
      input: fillPrompt(prompt.input, slots(prompt, request)),
      form,
      cacheKey: hashed(prompt.version, ladder.id, ladder.version, goal.current, goal.target).slice(0, 32),
      safetyId: await settings.safetyIdOf(owner),
      signal,
    })
    const use = raw.tokens ? { ...raw.tokens, microDollars: costOf(raw) } : null
    const answer = raw.invalid === null ? answerIn(jsonIn(raw.text)) : null
    return {
      answer,
      invalid: raw.invalid ?? (answer ? null : 'The answer is not the form that was asked for'),
      asReceived: raw.text,
      model: raw.model,
      prompt: prompt.version,
      use,
    }
  }
  return { read }
}
