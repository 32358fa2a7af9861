import OpenAI, { APIError } from 'openai'
import { zodTextFormat } from 'openai/helpers/zod'
import type { Response } from 'openai/resources/responses/responses'
import type { Reader, ReadRequest, ReadResult } from '../coaching/ports.ts'
import { CoachError } from '../domain/coach-error.ts'
import { competenciesOf, type Ladder, levelOf, rowOf } from '../domain/ladder.ts'
import { answerForm, toAnswer } from './answer-form.ts'
import { fillPrompt, type Prompt } from './prompt-files.ts'

export type OpenAiSettings = {
  readonly apiKey: string
  readonly baseUrl: string | undefined
  readonly model: string
  readonly prompt: Prompt
  /** Longest wait for one attempt, in milliseconds. */
  readonly timeoutMs: number
}

/** Attempts after the first on 408, 409, 429 (with its Retry-After), 5xx and lost connections. */
const RETRIES = 2

/** Room for nine findings and a model's reasoning, in tokens; more means that it does not stop. */
const MOST_OUTPUT_TOKENS = 16_000

const rows = (ladder: Ladder, levelId: string) =>
  competenciesOf(ladder)
    .map(({ id }) => ({
      competency: id,
      sentences: rowOf(ladder, levelId, id).map((expectation) => ({
        id: expectation.id,
        text: expectation.text,
      })),
    }))
    .filter((row) => row.sentences.length > 0)

/** The input's slots, the constant ones first: providers cache a prompt's prefix. */
const slots = (prompt: Prompt, { ladder, goal, spans, again }: ReadRequest): Record<string, string> => ({
  ladder: JSON.stringify({
    name: ladder.name,
    competencies: competenciesOf(ladder).map(({ id, name, subtitle }) => ({ id, name, subtitle })),
    target: { level: levelOf(ladder, goal.target), rows: rows(ladder, goal.target) },
    current: { level: levelOf(ladder, goal.current), rows: rows(ladder, goal.current) },
  }),
  goal: JSON.stringify({ current: goal.current, target: goal.target }),
  evidence: JSON.stringify(spans.map(({ id, text }) => ({ id, text }))),
  again: again
    ? fillPrompt(prompt.again, {
        refused: JSON.stringify({ refused: again.answer, reasons: again.objections }),
      })
    : '',
})

const textOf = (response: Response): string => {
  if (response.status === 'incomplete') throw new CoachError('answer-invalid', 'The answer was cut off')
  for (const item of response.output ?? []) {
    if (item.type !== 'message') continue
    if (item.content.some((part) => part.type === 'refusal')) {
      throw new CoachError('answer-invalid', 'The model refused to answer')
    }
  }
  return response.output_text ?? ''
}

/** Says what went wrong without anything that was sent or received. */
const unavailable = (error: unknown): CoachError => {
  const status = error instanceof APIError && error.status ? `status ${error.status}` : (error as Error)?.name
  return new CoachError('model-unavailable', `The model could not be asked (${status ?? 'unknown'})`)
}

/**
 * Reads evidence with a model behind OpenAI's Responses API. Throws CoachError `model-unavailable` (no
 * connection, time-out, refused key, limits) or `answer-invalid` (cut, refused, not the form).
 */
export const makeOpenAiReader = (settings: OpenAiSettings): Reader => {
  const client = new OpenAI({
    apiKey: settings.apiKey,
    baseURL: settings.baseUrl ?? 'https://api.openai.com/v1',
    timeout: settings.timeoutMs,
    maxRetries: RETRIES,
    logLevel: 'off', // its debug log prints what people wrote
  })
  const forms = new Map<string, ReturnType<typeof answerForm>>()
  const formOf = (ladder: Ladder) => {
    const key = `${ladder.id}@${ladder.version}`
    const form = forms.get(key) ?? answerForm(ladder)
    forms.set(key, form)
    return form
  }

  const read = async (request: ReadRequest): Promise<ReadResult> => {
    const form = formOf(request.ladder)
    let response: Response
    try {
      response = await client.responses.create(
        {
          model: settings.model,
          instructions: settings.prompt.instructions,
          input: fillPrompt(settings.prompt.input, slots(settings.prompt, request)),
          text: { format: zodTextFormat(form, 'review') },
          max_output_tokens: MOST_OUTPUT_TOKENS,
          store: false,
        },
        { signal: request.signal },
      )
    } catch (error) {
      throw unavailable(error)
    }
    const asReceived = textOf(response)
    const parsed = form.safeParse(jsonIn(asReceived))
    if (!parsed.success)
      throw new CoachError('answer-invalid', 'The answer is not the form that was asked for')
    return {
      answer: toAnswer(parsed.data),
      asReceived,
      model: response.model || settings.model,
      prompt: settings.prompt.version,
    }
  }
  return { read }
}

/** The JSON of an answer, or undefined: prose around it means that the form was not kept. */
const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
