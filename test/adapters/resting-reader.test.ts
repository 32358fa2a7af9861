import { setTimeout as pass } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { withRest } from '../../src/adapters/resting-reader.ts'
import type { Reader, ReadRequest, ReadResult } from '../../src/coaching/ports.ts'
import { CoachError } from '../../src/domain/coach-error.ts'

const request = {} as ReadRequest
const answer = { answer: null, invalid: 'x' } as ReadResult
const REST = 40

/** A reader that fails as long as it is told to, and counts how often it was asked. */
const failing = (code: 'model-unavailable' | 'answer-invalid' = 'model-unavailable') => {
  const state = { fails: true, asked: 0 }
  const reader: Reader = {
    read: async () => {
      state.asked += 1
      if (state.fails) throw new CoachError(code, 'scripted')
      return answer
    },
  }
  return { state, reader }
}
const codeOf = (reader: Reader): Promise<string> =>
  reader.read(request).then(
    () => 'answered',
    (error: CoachError) => error.code,
  )

describe('a provider that fails', () => {
  it('is left alone after some failures in a row, asked once more after a while, and used again when it answers', async () => {
    const { state, reader } = failing()
    const heard: boolean[] = []
    const resting = withRest(reader, (is) => heard.push(is), { failures: 2, restMs: REST })
    expect([await codeOf(resting), await codeOf(resting)]).toEqual(['model-unavailable', 'model-unavailable'])
    expect(await codeOf(resting)).toBe('model-resting')
    expect(state.asked).toBe(2)
    await pass(REST * 2)
    expect(await codeOf(resting)).toBe('model-unavailable')
    expect(await codeOf(resting)).toBe('model-resting')
    expect(state.asked).toBe(3)
    await pass(REST * 2)
    state.fails = false
    expect([await codeOf(resting), await codeOf(resting)]).toEqual(['answered', 'answered'])
    expect(heard.at(-1)).toBe(false)
    expect(heard).toContain(true)
  })

  it('is not left alone for answers that do not hold', async () => {
    const { state, reader } = failing('answer-invalid')
    const resting = withRest(reader, () => {}, { failures: 2, restMs: REST })
    for (let count = 0; count < 5; count += 1) expect(await codeOf(resting)).toBe('answer-invalid')
    expect(state.asked).toBe(5)
  })
})
