import { z } from 'zod'
import type { MessageModel } from '../../coaching/review/message-model-port.ts'
import { INTENTS } from '../../domain/message/message.ts'
import { hashed } from '../database/asker.ts'
import { jsonIn, schemaOf } from './answer-form.ts'
import { makeAskOpenAi, type OpenAiSettings } from './ask-openai.ts'
import { fillPrompt, type Prompt } from './prompt-files.ts'

/** Somebody waits for the answer, so nothing is asked twice. A model's reasoning counts as part of it. */
const MESSAGE = { action: 'decide-message', form: 'message', retries: 0, mostTokens: 2_000 }

const form = z.object({ intent: z.enum(INTENTS), fact: z.string().nullable() })
const SCHEMA = schemaOf(form)

/** Servers that ignore schemas leave out what is null. */
const received = form.partial({ fact: true })

/** Says what a message is with a model, through one of OpenAI's APIs. */
export function makeOpenAiMessageModel(
  settings: OpenAiSettings & { readonly prompt: Prompt },
): Pick<MessageModel, 'decide'> {
  const { prompt } = settings
  const ask = makeAskOpenAi(settings, MESSAGE)
  const cacheKey = hashed(prompt.version).slice(0, 32)
  return {
    decide: async (owner, { place, asked, text: words }, signal) => {
      const { text, invalid, use } = await ask({
        owner,
        instructions: prompt.instructions,
        input: fillPrompt(prompt.input, { message: JSON.stringify({ place, asked, text: words }) }),
        schema: SCHEMA,
        cacheKey,
        signal,
      })
      const { data } = received.safeParse(invalid === null ? jsonIn(text) : undefined)
      return {
        said: data ? { intent: data.intent, fact: data.fact ?? null } : null,
        invalid: invalid ?? (data ? null : 'The answer is not the form that was asked for'),
        use,
      }
    },
  }
}
