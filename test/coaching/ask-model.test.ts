import { describe, expect, it } from 'vitest'
import { makeRest } from '../../src/adapters/reader/resting-reader.ts'
import type { Model, ReadRequest, ReadResult } from '../../src/coaching/ports.ts'
import type { ModelUseStore } from '../../src/coaching/review/model-use-store.ts'
import { makeReadEvidence } from '../../src/coaching/review/read-evidence.ts'
import { CoachError, type CoachErrorCode } from '../../src/domain/coach-error.ts'
import { type Span, spansOf } from '../../src/domain/evidence/evidence.ts'
import { answerOf, at, evidenceOf, findingOf, goal, owner } from '../domain/evidence-fixture.ts'
import { smallLadder } from '../domain/ladder-fixture.ts'
import { modelOf, noLimits } from '../fakes/model-of.ts'
import { noMetrics } from '../fakes/no-metrics.ts'
import { textsHere } from '../fakes/texts-here.ts'

const COST = 5_000_000
const use = { input: 1_000, cached: 0, output: 1_000, microDollars: COST }
const held: ReadResult = {
  answer: answerOf({ headline: null, findings: [findingOf({ why: null })] }),
  invalid: null,
  asReceived: '',
  model: 'm',
  prompt: 'p',
  use,
}
const prose: ReadResult = { ...held, answer: null, invalid: 'It is no JSON' }
const failure = (code: CoachErrorCode) => new CoachError(code, 'scripted')

const piece = (count: number) =>
  evidenceOf(
    Array.from({ length: count }, (_, nth) => `I planned move ${nth} of the database alone.`).join('\n'),
  )

/** A reading whose model answers each question as told, with what it was asked and what was booked. */
const reading = (
  does: (request: ReadRequest, nth: number) => Promise<ReadResult>,
  more: Partial<Model> & { members?: null; store?: ModelUseStore } = {},
) => {
  const asked: ReadRequest[] = []
  const offline: Span[][] = []
  const settled: { microDollars: number; counts: boolean }[] = []
  const reserved: number[] = []
  const reader = {
    read: async (request: ReadRequest): Promise<ReadResult> => {
      asked.push(request)
      return does(request, asked.length)
    },
  }
  const read = makeReadEvidence({
    model: modelOf(reader, { estimate: (spans) => spans * 10, ...more }),
    texts: {
      ...textsHere,
      readOffline: async (...asked) => {
        const read = await textsHere.readOffline(...asked)
        offline.push(spansOf(asked[1].evidence))
        return { ...read, answer: answerOf({ headline: null, findings: [] }) }
      },
    },
    people: {
      of: async () => (more.members === null ? null : { self: null, members: [] }),
      nameOf: async () => null,
    },
    store: {
      takeModelUse: async (person, review) => {
        reserved.push(review.reserve)
        return (more.store ?? noLimits).takeModelUse(person, review)
      },
      settleModelUse: async (_, { microDollars, counts }) => void settled.push({ microDollars, counts }),
    },
    budget: { reviewsADay: 1, microDollarsAMonth: 1 },
    limitMs: 60_000,
    metrics: noMetrics,
    now: () => at,
    log: { info: () => {}, warn: () => {}, error: () => {} },
  })
  const heard: number[] = []
  const of = (spans: number, stopped?: AbortSignal) =>
    read({
      owner,
      piece: 'e1 1',
      ladder: smallLadder,
      goal,
      evidence: piece(spans),
      earlier: [],
      onBatch: async (done) => void heard.push(done),
      ...(stopped ? { stopped } : {}),
    })
  return { of, asked, offline, settled, reserved, heard }
}

/** Ends when the question's own signal aborts, as a provider's client does. */
const hangs = ({ signal }: ReadRequest): Promise<ReadResult> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(failure('model-silent'))))

describe('a long text with one batch that fails', () => {
  it('ends the other batches, reports no further progress, and is read offline as a whole', async () => {
    const late = Promise.withResolvers<ReadResult>()
    const run = reading((request, nth) =>
      nth === 1
        ? Promise.resolve(held)
        : nth === 2
          ? Promise.reject(failure('model-unavailable'))
          : nth === 3
            ? late.promise
            : hangs(request),
    )
    const reviewed = run.of(400)
    late.resolve(held)
    expect((await reviewed).readBy).toEqual({ reader: 'offline', asked: 'unavailable' })
    const { length } = run.heard
    await new Promise(setImmediate)
    expect(run.heard).toHaveLength(length)
    expect(length).toBeLessThan(3)
    expect(run.offline[0]).toHaveLength(400)
    expect(run.asked.length).toBeLessThan(5)
  })

  it('books what the other batches cost, and what the stopped ones may cost', async () => {
    const run = reading((request, nth) =>
      nth === 1
        ? Promise.resolve(held)
        : nth === 4
          ? Promise.reject(failure('model-refused'))
          : hangs(request),
    )
    await run.of(320)
    expect(run.settled).toEqual([{ microDollars: COST + 2 * 80 * 10, counts: true }])
  })
})

describe('a reading that its owner stops', () => {
  const stopping = () => {
    const stop = new AbortController()
    return { stopped: stop.signal, press: () => stop.abort(failure('reading-stopped')) }
  }

  it('ends in all its batches, is not read by another reader, and is paid for', async () => {
    const { stopped, press } = stopping()
    const run = reading((request, nth) => {
      if (nth === 4) setImmediate(press)
      return hangs(request)
    })
    await expect(run.of(400, stopped)).rejects.toMatchObject({ code: 'reading-stopped' })
    expect(run.asked).toHaveLength(4)
    expect(run.offline).toEqual([])
    expect(run.settled).toEqual([{ microDollars: 4 * 80 * 10, counts: false }])
  })

  it('shows no review, even if a first answer held before the model was asked again', async () => {
    const { stopped, press } = stopping()
    const refused = findingOf({ competency: 'charisma' })
    const half = answerOf({ headline: null, findings: [findingOf({ why: null }), refused, refused] })
    const run = reading((request, nth) => {
      if (nth === 1) return Promise.resolve({ ...held, answer: half })
      setImmediate(press)
      return hangs(request)
    })
    await expect(run.of(1, stopped)).rejects.toMatchObject({ code: 'reading-stopped' })
    expect(run.asked).toHaveLength(2)
    expect(run.settled).toEqual([{ microDollars: COST + 10, counts: true }])
  })

  it('does not make the provider rest', async () => {
    const { rest } = makeRest(() => {}, { failures: 1 })
    const { stopped, press } = stopping()
    const run = reading(
      (request, nth) => {
        if (nth > 1) return Promise.resolve(held)
        setImmediate(press)
        return hangs(request)
      },
      { rest },
    )
    await expect(run.of(1, stopped)).rejects.toMatchObject({ code: 'reading-stopped' })
    expect((await run.of(1)).readBy.reader).toBe('model')
  })
})

describe('the cost that is booked', () => {
  it('is reserved by the number of spans before anything is asked', async () => {
    const run = reading(async () => held)
    await run.of(90)
    expect(run.reserved).toEqual([900])
    expect(run.settled).toEqual([{ microDollars: 2 * COST, counts: true }])
  })

  it('includes a first answer that failed the check, even if the second question fails', async () => {
    const run = reading(async (_, nth) => {
      if (nth === 2) throw failure('model-unavailable')
      return prose
    })
    expect((await run.of(1)).readBy).toEqual({ reader: 'offline', asked: 'unavailable' })
    expect(run.settled).toEqual([{ microDollars: COST, counts: true }])
  })

  it.each(['model-unavailable', 'model-silent'] as const)(
    'is zero, and the day gets its review back, if the model never answered: %s',
    async (code) => {
      const run = reading(async () => {
        throw failure(code)
      })
      await run.of(1)
      expect(run.settled).toEqual([{ microDollars: 0, counts: false }])
    },
  )

  it('is zero while calls to the provider are paused', async () => {
    const { rest } = makeRest(() => {}, { failures: 1 })
    const run = reading(
      async () => {
        throw failure('model-unavailable')
      },
      { rest },
    )
    await run.of(1)
    expect((await run.of(1)).readBy).toEqual({ reader: 'offline', asked: 'resting' })
    expect(run.asked).toHaveLength(1)
    expect(run.settled.map(({ counts }) => counts)).toEqual([false, false])
  })
})

describe('a provider', () => {
  const restAfter = async (failures: number, does: Parameters<typeof reading>[0], spans: number) => {
    const { rest } = makeRest(() => {}, { failures })
    const run = reading(does, { rest })
    const ends: unknown[] = []
    for (let count = 0; count <= failures; count += 1) ends.push((await run.of(spans)).readBy)
    return ends.at(-1)
  }

  it('is not left alone for everybody because one long text fails in all its batches', async () => {
    const { rest } = makeRest(() => {}, { failures: 2 })
    let fails = true
    const run = reading(
      async () => {
        if (fails) throw failure('model-unavailable')
        return held
      },
      { rest },
    )
    await run.of(800)
    fails = false
    expect((await run.of(1)).readBy.reader).toBe('model')
  })

  it.each(['model-unavailable', 'model-busy', 'model-silent'] as const)(
    'is left alone if whole pieces keep ending in %s',
    async (code) => {
      const does = async (): Promise<ReadResult> => {
        throw failure(code)
      }
      expect(await restAfter(2, does, 1)).toEqual({ reader: 'offline', asked: 'resting' })
    },
  )

  it('is not paused because of a question that it refuses', async () => {
    const does = async (): Promise<ReadResult> => {
      throw failure('model-refused')
    }
    expect(await restAfter(2, does, 1)).toEqual({ reader: 'offline', asked: 'unavailable' })
  })

  it.each(['model-busy', 'model-silent'] as const)(
    'is not left alone if it answers part of a text and then fails with %s',
    async (code) => {
      const does = async ({ part }: ReadRequest): Promise<ReadResult> => {
        if (part?.nth === 1) return held
        await new Promise(setImmediate)
        throw failure(code)
      }
      expect(await restAfter(2, does, 200)).toEqual({ reader: 'offline', asked: 'unavailable' })
    },
  )

  it('gets a few batches of one text at a time, and is told which part each one is', async () => {
    let now = 0
    let most = 0
    const run = reading(async () => {
      now += 1
      most = Math.max(most, now)
      await new Promise(setImmediate)
      now -= 1
      return held
    })
    expect((await run.of(800)).readBy.reader).toBe('model')
    expect(run.asked).toHaveLength(10)
    expect(most).toBe(4)
    expect(run.asked.map(({ part }) => part)).toContainEqual({ nth: 10, of: 10 })
    await run.of(1)
    expect(run.asked.at(-1)?.part).toBeNull()
  })
})

describe('names', () => {
  it('are never sent to a model while Slack has not said who is in the workspace', async () => {
    const run = reading(async () => held, { members: null })
    expect((await run.of(1)).readBy).toEqual({ reader: 'offline', asked: 'names-unknown' })
    expect(run.asked).toEqual([])
    expect(run.reserved).toEqual([])
  })
})

describe('a refused answer', () => {
  it('is requested again with the reasons, and its headline stays if the second answer has none', async () => {
    const first = answerOf({
      findings: ['charisma', 'charm'].map((competency) => findingOf({ competency })),
    })
    const second = answerOf({ headline: 'You saved 99 hours.' })
    const run = reading(async (_, nth) => ({ ...held, answer: nth === 1 ? first : second }))
    const { answer } = await run.of(1)
    expect(run.asked[1]?.again?.objections.join()).toContain('charisma')
    expect(answer.headline).toBe(first.headline)
  })

  it('is not asked for again if only one of two questions was refused', async () => {
    const ask = (text: string) => ({ kind: 'written' as const, text })
    const answer = answerOf({ questions: [ask('What changed?'), ask('Did Ravi help?')] })
    const run = reading(async () => ({ ...held, answer }))
    expect((await run.of(1)).answer.questions).toEqual([ask('What changed?')])
    expect(run.asked).toHaveLength(1)
  })
})
