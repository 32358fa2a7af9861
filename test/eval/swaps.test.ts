import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeOpenAiReader } from '../../src/adapters/reader/openai-reader.ts'
import { loadReviewPrompt } from '../../src/adapters/reader/prompt-files.ts'
import { type ModelServer, startModelServer } from '../fakes/model-server.ts'
import { biased } from '../fakes/personas.ts'
import { sre } from './invariants.ts'
import { readingBy } from './pipeline.ts'
import { runSwaps, SWAPS } from './swaps.ts'
import { texts } from './texts.ts'

const evidence = texts()
  .filter(({ kind }) => kind !== 'attack')
  .map(({ text }) => text)

describe('what must not matter', () => {
  let model: ModelServer
  beforeAll(async () => {
    model = await startModelServer()
    model.always(biased)
  })
  afterAll(() => model.close())
  const asked = async (): Promise<Parameters<typeof readingBy>[0]> =>
    makeOpenAiReader({
      apiKey: 'x',
      baseUrl: model.url,
      model: 'm',
      prompt: await loadReviewPrompt('prompts'),
      priceOf: () => null,
      timeoutMs: 20_000,
      safetyIdOf: async () => 'nobody',
      log: { error: () => {} },
    })

  it.each(SWAPS.map(({ name }) => name))('changes no finding of the offline reader: %s', async (name) => {
    const results = await runSwaps(
      evidence,
      await readingBy(null),
      sre(),
      SWAPS.filter((swap) => swap.name === name),
    )
    expect(results[name]?.changed).toEqual([])
  })

  it.each(['name', 'pronoun'])(
    'changes no finding of a model that goes by it: %s',
    async (name) => {
      const swaps = SWAPS.filter((swap) => swap.name === name)
      const results = await runSwaps(evidence, await readingBy(await asked()), sre(), swaps)
      expect(results[name]?.changed).toEqual([])
    },
    60_000,
  )

  it('would change findings if the model saw the names: the persona is biased indeed', () => {
    const request = (text: string) =>
      ({
        ladder: {
          target: {
            rows: [
              {
                competency: 'mastery',
                sentences: [
                  { id: 'a', text: 'shifts maintenance' },
                  { id: 'b', text: 'x' },
                ],
              },
            ],
          },
        },
        spans: [{ id: 's1', text }],
      }) as never
    const said = new Set(
      ['Emily', 'Lakisha', 'Greg', 'Jamal', 'Anne', 'Fatima'].map((name) =>
        biased(request(`${name} did shifts and maintenance.`)),
      ),
    )
    expect(said.size).toBeGreaterThan(1)
  })
})
