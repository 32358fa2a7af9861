import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeOpenAiMessageModel } from '../../src/adapters/reader/openai-message-model.ts'
import { loadMessagePrompt } from '../../src/adapters/reader/prompt-files.ts'
import { INTENTS } from '../../src/domain/message/message.ts'
import { owner } from '../domain/evidence-fixture.ts'
import { type ModelServer, saying, startModelServer } from '../fakes/model-server.ts'

const MESSAGE = { place: 'dm', asked: null, text: 'Pairs with new joiners' } as const

describe('the question what a message is', () => {
  let model: ModelServer
  beforeEach(async () => {
    model = await startModelServer()
  })
  afterEach(() => model.close())

  const open = async () => {
    const lines: object[] = []
    const { decide } = makeOpenAiMessageModel({
      apiKey: 'sk-local-secret',
      baseUrl: model.url,
      model: 'm',
      prompt: await loadMessagePrompt('prompts'),
      priceOf: () => ({ input: 1, cached: 1, output: 1 }),
      timeoutMs: 20_000,
      safetyIdOf: async () => 'nobody',
      log: { error: (fact) => void lines.push(fact) },
    })
    return { lines, ask: () => decide(owner, MESSAGE, AbortSignal.timeout(20_000)) }
  }

  it('knows every kind of message, in the schema and in the instructions', async () => {
    model.always(saying('evidence'))
    const { ask } = await open()
    expect(await ask()).toMatchObject({ said: { intent: 'evidence', fact: null }, invalid: null })
    const [{ body, schema }] = model.requests as [ModelServer['requests'][number]]
    expect(schema.properties.intent.enum).toEqual(INTENTS)
    for (const intent of INTENTS) expect(body.instructions).toContain(`\n- \`${intent}\`: `)
    expect(body.instructions.split(/\s+/).length).toBeLessThan(700)
  })

  it('uses Chat Completions without a schema for a server that supports nothing better, and logs that as its own action', async () => {
    model.always((request) =>
      request.way === 'responses'
        ? { status: 404 }
        : request.schema
          ? { status: 400, body: '{"error":{"message":"json_schema is not supported"}}' }
          : 'It is talk: {"intent":"smalltalk"}',
    )
    const { lines, ask } = await open()
    expect((await ask()).said).toEqual({ intent: 'smalltalk', fact: null })
    expect((await ask()).said).toEqual({ intent: 'smalltalk', fact: null })
    expect(model.requests.map(({ way }) => way)).toEqual(
      ['responses'].concat(Array(3).fill('chat/completions')),
    )
    expect(lines).toMatchObject([{ action: 'decide-message', code: 'schema-refused' }])
  })

  it('is priced by what the server counts', async () => {
    model.always(saying('plan'))
    model.uses({ input_tokens: 900, output_tokens: 20, total_tokens: 920 })
    const { ask } = await open()
    expect((await ask()).use).toEqual({ input: 900, cached: 0, output: 20, microDollars: 920 })
  })
})
