import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadShelf } from '../../src/adapters/ladder-files/ladder-files.ts'
import { makeOpenAiReader } from '../../src/adapters/reader/openai-reader.ts'
import { loadReviewPrompt } from '../../src/adapters/reader/prompt-files.ts'
import { goal, owner, spansIn } from '../domain/evidence-fixture.ts'
import { faithful, type ModelRequest, type ModelServer, startModelServer } from '../fakes/model-server.ts'

const EVIDENCE = 'I planned the failover drill and ran it with the team.'

describe('a model’s server that refuses the schema of the answer', () => {
  let model: ModelServer
  beforeEach(async () => {
    model = await startModelServer()
  })
  afterEach(() => model.close())

  const open = async () => {
    const lines: [object, string][] = []
    const { read } = makeOpenAiReader({
      apiKey: 'sk-local-secret',
      baseUrl: model.url,
      model: 'm',
      prompt: await loadReviewPrompt('prompts'),
      priceOf: () => null,
      timeoutMs: 20_000,
      safetyIdOf: async () => 'nobody',
      log: { error: (fact, message) => void lines.push([fact, message]) },
    })
    const ladder = (await loadShelf('rubric')).all[0]!
    const ask = () =>
      read({
        owner,
        ladder,
        goal,
        spans: spansIn(EVIDENCE),
        earlier: [],
        part: null,
        again: null,
        signal: new AbortController().signal,
      })
    return { lines, ask }
  }
  const refuse = (status: number) => ({
    status,
    headers: { 'x-should-retry': 'false' },
    body: JSON.stringify({ error: { message: `json_schema is not supported: ${EVIDENCE}`, code: EVIDENCE } }),
  })

  it.each([400, 422])('is one line of the log however many questions meet a %s', async (status) => {
    const { lines, ask } = await open()
    // Without a schema it fails as well, so that nothing is learned and every question begins from the start.
    model.always(({ schema }: ModelRequest) => refuse(schema ? status : 503))
    await expect(ask()).rejects.toMatchObject({ code: 'model-unavailable' })
    await expect(ask()).rejects.toMatchObject({ code: 'model-unavailable' })
    model.always((request) => (request.schema ? refuse(status) : faithful(request)))
    expect((await ask()).answer).not.toBeNull()
    expect(model.requests.map(({ way, schema }) => `${way} ${schema !== undefined}`)).toEqual(
      ['responses true', 'chat/completions true', 'chat/completions false'].concat(
        ['responses true', 'chat/completions true', 'chat/completions false'],
        ['responses true', 'chat/completions true', 'chat/completions false'],
      ),
    )
    expect(lines).toEqual([
      [
        {
          action: 'review-evidence',
          code: 'schema-refused',
          vendor: String(status),
          todo: expect.stringContaining('OPENAI_MODEL'),
        },
        expect.stringContaining('rejects the schema'),
      ],
    ])
    expect(JSON.stringify(lines)).not.toMatch(/failover|sk-local/)
  })

  it('is told apart from one that has no such way of asking, which is no line', async () => {
    const { lines, ask } = await open()
    model.always((request) => (request.way === 'responses' ? { status: 404 } : faithful(request)))
    expect((await ask()).answer).not.toBeNull()
    expect(lines).toEqual([])
  })
})

describe('the model’s server of the tests', () => {
  it('refuses a strict schema as OpenAI would, whatever is scripted, and fails the test that sent it', async () => {
    const model = await startModelServer()
    model.always(faithful)
    const ask = (way: string, more: object) =>
      fetch(`${model.url}/${way}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ model: 'm', input: 'x', messages: [{ role: 'user', content: 'x' }], ...more }),
      })
    const schema = { type: 'object', properties: { a: { type: 'string' } }, additionalProperties: false }
    const format = { type: 'json_schema', name: 'review', strict: true, schema }
    const refused = await ask('responses', { text: { format } })
    expect(refused.status).toBe(400)
    expect(await refused.json()).toMatchObject({
      error: { param: 'text.format.schema', message: expect.stringContaining("Missing 'a'") },
    })
    expect(
      (await ask('chat/completions', { response_format: { type: 'json_schema', json_schema: format } }))
        .status,
    ).toBe(400)
    expect(() => model.verify()).toThrow('A schema was refused')
    await expect(model.close()).rejects.toThrow('A schema was refused')
  })
})
