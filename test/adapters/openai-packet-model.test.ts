import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeOpenAiPacketModel } from '../../src/adapters/reader/openai-packet-model.ts'
import { loadPacketPrompt } from '../../src/adapters/reader/prompt-files.ts'
import type { DraftRequest } from '../../src/domain/packet/draft/draft-request.ts'
import { owner } from '../domain/evidence-fixture.ts'
import { type ModelServer, startModelServer } from '../fakes/model-server.ts'

const REQUEST: DraftRequest = {
  ladder: 'SRE',
  competency: { name: 'Mastery', about: null },
  target: { level: 'L3, Senior SRE', sentences: ['Plans maintenance independently.'] },
  current: { level: 'L2, SRE', sentences: ['Takes part in maintenance.'] },
  quotes: [
    { id: 'r1', text: 'I planned it with Colleague A.', saidBy: null, when: 'March 2026' },
    { id: 'r2', text: 'You ran it calmly.', saidBy: 'Colleague A', when: 'March 2026' },
  ],
  context: 'The lb is the load balancer.',
}

describe('the question for a draft', () => {
  let model: ModelServer
  beforeEach(async () => {
    model = await startModelServer()
  })
  afterEach(() => model.close())

  const open = async () => {
    const { draft } = makeOpenAiPacketModel({
      apiKey: 'sk-local-secret',
      baseUrl: model.url,
      model: 'm',
      prompt: await loadPacketPrompt('prompts'),
      priceOf: () => ({ input: 1, cached: 1, output: 1 }),
      timeoutMs: 20_000,
      safetyIdOf: async () => 'nobody',
      log: { error: () => {} },
    })
    return () => draft(owner, REQUEST, AbortSignal.timeout(20_000))
  }

  it('has what the ladder asks and the quotes with who said them, and a closed list of ids', async () => {
    const sentences = [{ text: 'I planned it.', receipts: ['r1', 'r12'] }]
    model.always(() => JSON.stringify({ sentences }))
    const { sentences: said, prompt } = await (await open())()
    expect(said).toEqual(sentences)
    expect(prompt).toMatch(/^[0-9a-f]{40}\.[0-9a-f]{40}$/)
    const [{ input, schema, body }] = model.requests as [ModelServer['requests'][number]]
    const lines = input.split('\n').flatMap((one) => (/^[{[]/.test(one) ? [JSON.parse(one)] : []))
    const { quotes, context, ...asked } = REQUEST
    expect(lines).toEqual([
      asked,
      [
        { id: 'r1', when: 'March 2026', words: quotes[0]!.text },
        { id: 'r2', when: 'March 2026', said_by: 'Colleague A', words: quotes[1]!.text },
      ],
      { context },
    ])
    expect(schema.$defs.receipt.enum).toEqual(Array.from({ length: 12 }, (_, nth) => `r${nth + 1}`))
    expect(body).toMatchObject({ store: false, safety_identifier: 'nobody', max_output_tokens: 8_000 })
    expect(body.instructions.split(/\s+/).length).toBeLessThan(600)
  })

  it('goes to a server without schemas too, whose other ids cost no more than their sentence', async () => {
    model.always((request) =>
      request.way === 'responses'
        ? { status: 404 }
        : request.schema
          ? { status: 400, body: '{"error":{"message":"json_schema is not supported"}}' }
          : 'Here: {"sentences":[{"text":"I planned it.","receipts":["quote 1"]}]}',
    )
    expect((await (await open())()).sentences).toEqual([{ text: 'I planned it.', receipts: ['quote 1'] }])
  })

  it.each([
    ['no JSON', () => 'I planned it.'],
    ['another form', () => '{"paragraph":"I planned it."}'],
    ['a refusal', () => ({ fault: 'refusal' }) as const],
    ['a cut-off answer', () => ({ fault: 'incomplete' }) as const],
  ])('has no answer in %s', async (_, does) => {
    model.always(does)
    const { sentences, invalid } = await (await open())()
    expect(sentences).toBeNull()
    expect(invalid).toEqual(expect.any(String))
  })
})
