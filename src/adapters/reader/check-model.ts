import { type Checked, isFine, isWrong } from '../../domain/checked.ts'
import { factOf } from '../../domain/logged-failure.ts'
import { makeAskOpenAi } from './ask-openai.ts'

type Settings = { readonly apiKey: string; readonly baseUrl: string | undefined; readonly model: string }

/** How long the model may take, in milliseconds. */
const LIMIT = 30_000

const SCHEMA = {
  type: 'object',
  properties: { fine: { type: 'boolean' } },
  required: ['fine'],
  additionalProperties: false,
}

/** Asks the model one question of a few words, which costs a fraction of a cent. */
export async function checkModel({ apiKey, baseUrl, model }: Settings): Promise<Checked> {
  let schemaRefused = false
  const ask = makeAskOpenAi(
    {
      ...{ apiKey, baseUrl, model, timeoutMs: LIMIT, priceOf: () => null },
      safetyIdOf: async () => 'doctor',
      log: {
        error: () => {
          schemaRefused = true
        },
      },
    },
    // What is left is for a model's reasoning.
    { action: 'doctor', form: 'doctor', retries: 0, mostTokens: 2_000 },
  )
  try {
    const answer = await ask({
      owner: { team: '', user: '' },
      instructions: 'Answer with the JSON {"fine": true}.',
      input: 'Are you there?',
      schema: SCHEMA,
      cacheKey: 'doctor',
      signal: AbortSignal.timeout(LIMIT),
    })
    if (answer.invalid !== null)
      return isWrong('AI', answer.invalid, 'Try again, or set OPENAI_MODEL to another model.')
    const but = schemaRefused
      ? ', but its server rejects strict JSON schemas: more answers will not hold'
      : ''
    return isFine('AI', `${answer.model} answers${but}`)
  } catch (error) {
    const { reason, todo = null } = factOf(error)
    return isWrong('AI', reason, todo)
  }
}
