import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadShelf } from '../../src/adapters/ladder-files/ladder-files.ts'
import { makeOpenAiReader } from '../../src/adapters/reader/openai-reader.ts'
import { loadReviewPrompt } from '../../src/adapters/reader/prompt-files.ts'
import { makeReadEvidence } from '../../src/coaching/review/read-evidence.ts'
import { evidenceOf } from '../domain/evidence-fixture.ts'
import { modelOf, noLimits } from '../fakes/model-of.ts'
import { faithful, type ModelServer, startModelServer } from '../fakes/model-server.ts'
import { noMetrics } from '../fakes/no-metrics.ts'
import { textsHere } from '../fakes/texts-here.ts'

describe('reading evidence with a model that hangs', () => {
  let model: ModelServer
  beforeAll(async () => {
    model = await startModelServer()
  })
  afterAll(() => model.close())
  const reading = async (timeoutMs: number, limitMs: number) => {
    const ladder = (await loadShelf('rubric')).all[0]!
    const reader = makeOpenAiReader({
      apiKey: 'x',
      baseUrl: model.url,
      model: 'm',
      prompt: await loadReviewPrompt('prompts'),
      priceOf: () => ({ input: 1, cached: 1, output: 1 }),
      timeoutMs,
      safetyIdOf: async () => 'nobody',
      log: { error: () => {} },
    })
    const readEvidence = makeReadEvidence({
      model: modelOf(reader),
      texts: textsHere,
      people: { of: async () => ({ self: null, members: [] }), nameOf: async () => null },
      store: noLimits,
      budget: { reviewsADay: 1, microDollarsAMonth: 1 },
      limitMs,
      metrics: noMetrics,
      now: () => Temporal.Now.instant(),
      log: { info: () => {}, warn: () => {}, error: () => {} },
    })
    const evidence = evidenceOf(
      'I led the incident response when the site was down and wrote the post-mortem.',
    )
    return readEvidence({
      owner: { team: 'T1', user: 'U1' },
      piece: 'e1 1',
      ladder,
      goal: { ladder: 'sre', current: 'L2', target: 'L3', by: null },
      evidence,
      earlier: [],
    })
  }

  it('gives up when the time is over, and the offline reader takes over', async () => {
    model.always(() => ({ fault: 'hang' }))
    const { answer, readBy } = await reading(60_000, 300)
    expect(readBy).toEqual({ reader: 'offline', asked: 'unavailable' })
    expect(answer.findings.map(({ competency, expectation }) => [competency, expectation])).toEqual([
      ['mastery', 'sre/L3/mastery/4'],
    ])
  })

  it('tries again after one attempt that hangs', async () => {
    model.always(null)
    model.script(() => ({ fault: 'hang' }), faithful)
    const { readBy } = await reading(300, 10_000)
    expect(readBy.reader).toBe('model')
  })
})
