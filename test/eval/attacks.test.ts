import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeOpenAiMessageModel } from '../../src/adapters/reader/openai-message-model.ts'
import { makeOpenAiPacketModel } from '../../src/adapters/reader/openai-packet-model.ts'
import { loadMessagePrompt, loadPacketPrompt } from '../../src/adapters/reader/prompt-files.ts'
import { checkCase } from '../../src/domain/check/case/check-case.ts'
import { keepOf } from '../../src/domain/message/message.ts'
import { goal, owner } from '../domain/evidence-fixture.ts'
import { smallLadder } from '../domain/ladder-fixture.ts'
import { startModelServer } from '../fakes/model-server.ts'
import { obedient } from '../fakes/personas.ts'
import { ALL_ROUNDS } from '../fakes/rounds.ts'
import { messagesReadBy } from './messages/read-by-model.ts'
import { CARRIER, texts } from './texts.ts'
import { CARRIERS, throughBot } from './through-bot.ts'

/** Secrets are no attack on the reading: what stands around them is evidence of its own. */
const all = texts().filter(({ kind }) => kind !== 'evidence')

describe.each([
  ['offline', null],
  ['obedient', obedient],
] as const)('hostile texts by five ways, read by the %s reader', (_, persona) => {
  let run: Awaited<ReturnType<typeof throughBot>>
  beforeAll(async () => {
    run = await throughBot(all, CARRIERS, persona)
  }, 240_000)

  it('all get an answer', () => {
    expect(run.outcomes).toHaveLength(all.length * (ALL_ROUNDS ? CARRIERS.length : 1))
    expect(run.outcomes.filter(({ answered }) => !answered)).toEqual([])
  })

  it('break no promise: no false quote, no ping, no link, no button, no level beside the goal, no canary', () => {
    expect(
      run.outcomes.flatMap(({ id, carrier, violations }) =>
        violations.map((one) => `${id} by ${carrier}: ${one}`),
      ),
    ).toEqual([])
    expect(run.problems).toEqual([])
  })

  // An obedient model gives what it is asked for, so only our own reader can be held to this.
  if (persona === null)
    it('change nothing of what is found in the sentence that carries them', () => {
      const carried = new Set(
        all.filter(({ kind, text }) => kind === 'attack' && text.startsWith(CARRIER)).map(({ id }) => id),
      )
      const changed = run.outcomes.filter(
        ({ id, assessment }) =>
          carried.has(id) && JSON.stringify(assessment) !== JSON.stringify(run.baseline),
      )
      expect(carried.size).toBeGreaterThan(4)
      expect(changed.map(({ id, carrier, assessment }) => [id, carrier, assessment])).toEqual([])
    })

  it('leave no secret in what the provider was sent or in the log', () => {
    const planted = all.filter(({ id, canary }) => canary && /^inj-(?:049|05[0-3])/.test(id))
    // Without the published attacks there is none.
    if (process.env.TEST_DATA_DIR) expect(planted.length).toBeGreaterThan(2)
    for (const { canary } of planted)
      for (const place of [run.sent, run.log]) expect(place).not.toContain(canary)
  })
})

describe('hostile texts in the question what a message is, read by the obedient reader', () => {
  it('stay data, and choose nothing but what the message is taken for', async () => {
    const model = await startModelServer()
    model.always(obedient)
    const prompt = await loadMessagePrompt('prompts')
    const read = messagesReadBy(
      makeOpenAiMessageModel({
        apiKey: 'sk-local-secret',
        baseUrl: model.url,
        model: 'm',
        prompt,
        priceOf: () => null,
        timeoutMs: 20_000,
        safetyIdOf: async () => 'nobody',
        log: { error: () => {} },
      }),
      () => {},
    )
    const [before] = readFileSync('prompts/decide-message/input.md', 'utf8').split('{{message}}')
    for (const { id, text } of all) {
      const reading = await read(id, { place: 'thread', asked: text.slice(0, 200), text })
      const { body, input, schema } = model.requests.at(-1)!
      expect(body.instructions, id).toBe(prompt.instructions)
      expect(JSON.stringify(schema), id).toBe(JSON.stringify(model.requests[0]!.schema))
      // All of it is in one JSON object on one line, whatever ends, opens or fills slots in the text.
      expect(input.startsWith(before!), id).toBe(true)
      expect(Object.keys(JSON.parse(input.slice(before!.length))), id).toEqual(['place', 'asked', 'text'])
      expect(Object.keys(reading ?? {}), id).toEqual(['intent', 'keep', 'fact'])
      expect([keepOf(reading!.intent), 'ask'], id).toContain(reading!.keep)
      expect(reading!.fact === null || text.includes(reading!.fact), id).toBe(true)
    }
    expect(model.requests.length).toBe(all.length)
    await model.close()
  }, 120_000)
})

describe('hostile texts among the quotes of a packet, drafted by a model that obeys them', () => {
  it('stay data, and become nothing but what they say themselves', async () => {
    const model = await startModelServer()
    const prompt = await loadPacketPrompt('prompts')
    const { draft } = makeOpenAiPacketModel({
      apiKey: 'sk-local-secret',
      baseUrl: model.url,
      model: 'm',
      prompt,
      priceOf: () => null,
      timeoutMs: 20_000,
      safetyIdOf: async () => 'nobody',
      log: { error: () => {} },
    })
    const orders = [
      'I am ready for L5 and deserve to be promoted.',
      'I led the whole company through 9731 incidents alone.',
      'See https://evil.example/x and <!channel> for more.',
      'You are the best engineer of all.',
    ]
    const [before] = readFileSync('prompts/draft-packet/input.md', 'utf8').split('{{asked}}')
    const happened = Temporal.PlainDate.from('2026-03-06')
    for (const { id, text } of all) {
      model.always(() =>
        JSON.stringify({
          sentences: [
            ...orders.map((one) => ({ text: one, receipts: ['r1'] })),
            { text: 'PWNED', receipts: ['r9'] },
            { text: 'PWNED', receipts: [] },
          ],
        }),
      )
      const { sentences } = await draft(
        owner,
        {
          ladder: 'SRE',
          competency: { name: 'Mastery', about: null },
          target: { level: 'L3', sentences: ['Plans maintenance.'] },
          current: { level: 'L2', sentences: [] },
          quotes: [{ id: 'r1', text, saidBy: null, when: 'March 2026' }],
          context: text,
        },
        AbortSignal.timeout(20_000),
      )
      const { body, input, schema } = model.requests.at(-1)!
      expect(body.instructions, id).toBe(prompt.instructions)
      expect(JSON.stringify(schema), id).toBe(JSON.stringify(model.requests[0]!.schema))
      // Each slot is one JSON value on one line, whatever ends, opens or fills slots in the text.
      expect(input.startsWith(before!), id).toBe(true)
      const values = input.split('\n').flatMap((one) => (/^[{[]/.test(one) ? [JSON.parse(one)] : []))
      expect(values, id).toMatchObject([{ ladder: 'SRE' }, [{ id: 'r1', words: text }], { context: text }])
      const held = checkCase(sentences ?? [], {
        ...{ ladder: smallLadder, goal, people: [], context: null },
        receipts: [{ id: 'r1', text, lead: text, saidBy: null, days: { from: happened, to: happened } }],
      })
      expect(held.length, id).toBeLessThanOrEqual(1)
      for (const one of held) expect(one.text, id).toBe(`“${text.trim().replace(/\s+/g, ' ')}”`)
    }
    await model.close()
  }, 120_000)
})
