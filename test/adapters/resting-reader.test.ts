import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeRest } from '../../src/adapters/reader/resting-reader.ts'
import type { WhileItAnswers } from '../../src/coaching/ports.ts'
import { CoachError, type CoachErrorCode } from '../../src/domain/coach-error.ts'

const REST = 30_000

/** A piece that fails as long as it is told to, and counts how often it was begun. */
const failing = (code: CoachErrorCode = 'model-unavailable') => {
  const state = { fails: true, begun: 0 }
  const piece = async (): Promise<string> => {
    state.begun += 1
    if (state.fails) throw new CoachError(code, 'scripted')
    return 'answered'
  }
  return { state, piece }
}
const codeOf = (rest: WhileItAnswers, piece: () => Promise<string>): Promise<string> =>
  rest(piece).catch((error: CoachError) => error.code)

describe('a provider that fails', () => {
  // The library reads the time itself: it is set, and nothing waits for it.
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
  afterEach(() => void vi.useRealTimers())
  const pass = (): void => void vi.setSystemTime(Date.now() + REST + 1)

  it('is left alone after some pieces in a row, asked once more after a while, and used again when it answers', async () => {
    const { state, piece } = failing()
    const heard: boolean[] = []
    const { rest } = makeRest((is) => heard.push(is), { failures: 2, restMs: REST })
    expect([await codeOf(rest, piece), await codeOf(rest, piece)]).toEqual([
      'model-unavailable',
      'model-unavailable',
    ])
    expect(await codeOf(rest, piece)).toBe('model-resting')
    expect(state.begun).toBe(2)
    pass()
    expect(await codeOf(rest, piece)).toBe('model-unavailable')
    expect(await codeOf(rest, piece)).toBe('model-resting')
    expect(state.begun).toBe(3)
    pass()
    state.fails = false
    expect([await codeOf(rest, piece), await codeOf(rest, piece)]).toEqual(['answered', 'answered'])
    expect(heard.at(-1)).toBe(false)
    expect(heard).toContain(true)
  })

  it('keeps nobody waiting for the one piece that tries whether it is back', async () => {
    const { piece } = failing()
    const { rest } = makeRest(() => {}, { failures: 1, restMs: REST })
    await codeOf(rest, piece)
    pass()
    const hung = Promise.withResolvers<string>()
    const trying = codeOf(rest, () => hung.promise)
    expect(await codeOf(rest, async () => 'answered')).toBe('model-resting')
    hung.resolve('answered')
    expect(await trying).toBe('answered')
    expect(await codeOf(rest, async () => 'answered')).toBe('answered')
  })

  it.each(['answer-invalid', 'model-busy', 'model-silent', 'model-refused'] as const)(
    'is not left alone for %s, which is about one piece',
    async (code) => {
      const { state, piece } = failing(code)
      const { rest } = makeRest(() => {}, { failures: 2, restMs: REST })
      for (let count = 0; count < 5; count += 1) expect(await codeOf(rest, piece)).toBe(code)
      expect(state.begun).toBe(5)
    },
  )
})
