import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeOpenAiReader } from '../../src/adapters/reader/openai-reader.ts'
import { loadReviewPrompt } from '../../src/adapters/reader/prompt-files.ts'
import { type ModelServer, startModelServer } from '../fakes/model-server.ts'
import { faithfulTo } from '../fakes/personas.ts'
import { sre } from './invariants.ts'
import { readingBy, reviewedBy } from './pipeline.ts'
import { gradeReview, topLength } from './properties.ts'
import { texts } from './texts.ts'

const evidence = texts().filter(({ kind }) => kind === 'evidence' || kind === 'benign')

describe.each(['offline', 'faithful'] as const)(
  'the properties of excellent feedback, by the %s reader',
  (by) => {
    let model: ModelServer
    let read: Awaited<ReturnType<typeof readingBy>>
    beforeAll(async () => {
      model = await startModelServer()
      model.always(faithfulTo)
      read = await readingBy(
        by === 'offline'
          ? null
          : makeOpenAiReader({
              apiKey: 'x',
              baseUrl: model.url,
              model: 'm',
              prompt: await loadReviewPrompt('prompts'),
              priceOf: () => null,
              timeoutMs: 20_000,
              safetyIdOf: async () => 'nobody',
              log: { error: () => {} },
            }),
      )
    })
    afterAll(() => model.close())

    it('hold for every text', async () => {
      const failed: string[] = []
      for (const { id, text } of evidence) {
        const shown = await reviewedBy(read, sre(), text)
        for (const [name, holds] of Object.entries(gradeReview(shown)))
          if (holds === false) failed.push(`${id}: ${name}`)
      }
      expect(failed).toEqual([])
    }, 60_000)

    it('stand on a top that is read at a glance', async () => {
      const long: string[] = []
      for (const { id, text } of evidence) {
        const length = topLength(await reviewedBy(read, sre(), text))
        if (length > 600) long.push(`${id}: ${length}`)
      }
      expect(long).toEqual([])
    }, 60_000)

    it('give no strength to losses and to words that name no work', async () => {
      for (const { id, text } of evidence.filter(({ id }) => id === 'losses-only' || id === 'thin')) {
        const { review } = await reviewedBy(read, sre(), text)
        const strengths = review.findings.filter(
          ({ status }) => status === 'evidenced' || status === 'partly' || by === 'offline',
        )
        expect([id, strengths]).toEqual([id, []])
        expect(review.questions.length, id).toBeGreaterThan(0)
      }
    })
  },
)
