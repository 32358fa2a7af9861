import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadShelf } from '../../src/adapters/ladder-files.ts'
import { loadThemes, makeOfflineReader } from '../../src/adapters/offline-reader.ts'
import { makeOpenAiReader } from '../../src/adapters/openai-reader.ts'
import { loadPrompt } from '../../src/adapters/prompt-files.ts'
import type { Log } from '../../src/coaching/ports.ts'
import { makeReadEvidence } from '../../src/coaching/read-evidence.ts'
import { cutSpans } from '../../src/domain/spans.ts'
import { faithful, type ModelServer, startModelServer } from '../fakes/model-server.ts'

const quiet: Log = { info: () => {}, warn: () => {}, error: () => {} }

describe('reading evidence with a model that hangs', () => {
  let model: ModelServer
  beforeAll(async () => {
    model = await startModelServer()
  })
  afterAll(() => model.close())
  const reading = async (timeoutMs: number, budgetMs: number) => {
    const ladder = (await loadShelf('rubric')).all[0]!
    const readEvidence = makeReadEvidence({
      model: makeOpenAiReader({
        apiKey: 'x',
        baseUrl: model.url,
        model: 'm',
        prompt: await loadPrompt('prompts', 'review-evidence'),
        timeoutMs,
      }),
      offline: makeOfflineReader({ themes: await loadThemes() }),
      budgetMs,
      log: quiet,
    })
    const spans = cutSpans('I led the incident response when the site was down and wrote the post-mortem.')
    return readEvidence({ ladder, goal: { ladder: 'sre', current: 'L2', target: 'L3', by: null }, spans })
  }

  it('gives up when the budget is spent, and the offline reader answers', async () => {
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
