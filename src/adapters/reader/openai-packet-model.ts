import { z } from 'zod'
import type { PacketModel } from '../../coaching/packet/packet-model-port.ts'
import { MOST_DRAFTED } from '../../domain/packet/draft/draft-request.ts'
import { hashed } from '../database/asker.ts'
import { jsonIn, schemaOf } from './answer-form.ts'
import { makeAskOpenAi, type OpenAiSettings } from './ask-openai.ts'
import { fillPrompt, type Prompt } from './prompt-files.ts'

/** Enough for a page, and for a model's reasoning. */
const DRAFT = { action: 'draft-packet', form: 'draft', retries: 1, mostTokens: 8_000 }

const formWith = (receipt: z.ZodType<string>) =>
  z.object({ sentences: z.array(z.object({ text: z.string(), receipts: z.array(receipt) })) })

/** Always the same list, so that the form can be cached. The check drops ids that were not sent. */
const IDS = Array.from({ length: MOST_DRAFTED }, (_, index) => `r${index + 1}`) as [string, ...string[]]
const SCHEMA = schemaOf(formWith(z.enum(IDS).meta({ id: 'receipt' })))

/** A server without schemas may send any ids. A wrong one costs one sentence, not the whole draft. */
const received = formWith(z.string())

/** Drafts a competency of a packet with a model, through one of OpenAI's APIs. */
export function makeOpenAiPacketModel(
  settings: OpenAiSettings & { readonly prompt: Prompt },
): Pick<PacketModel, 'draft'> {
  const { prompt } = settings
  const ask = makeAskOpenAi(settings, DRAFT)
  const cacheKey = hashed(prompt.version).slice(0, 32)
  return {
    draft: async (owner, { quotes, context, ...asked }, signal) => {
      const { text, model, invalid, use } = await ask({
        owner,
        instructions: prompt.instructions,
        input: fillPrompt(prompt.input, {
          asked: JSON.stringify(asked),
          quotes: JSON.stringify(
            quotes.map(({ id, text: words, saidBy, when }) => ({
              id,
              when,
              ...(saidBy === null ? {} : { said_by: saidBy }),
              words,
            })),
          ),
          context: JSON.stringify({ context }),
        }),
        schema: SCHEMA,
        cacheKey,
        signal,
      })
      const { data } = received.safeParse(invalid === null ? jsonIn(text) : undefined)
      return {
        sentences: data?.sentences ?? null,
        invalid: invalid ?? (data ? null : 'The answer is not the form that was asked for'),
        ...{ model, prompt: prompt.version, use },
      }
    },
  }
}
