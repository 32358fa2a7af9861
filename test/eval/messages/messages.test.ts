import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { makeClassifier } from '../../../src/domain/message/classify.ts'
import { startModelServer } from '../../fakes/model-server.ts'
import type { MessageRow } from './message-rows.ts'
import { writtenMessages } from './message-rows.ts'
import { trainMessages } from './train-messages.ts'

const folder = mkdtempSync(join(tmpdir(), 'messages-'))
afterAll(() => rmSync(folder, { recursive: true }))

type Run = { metrics: object; n: number; model: string; rows: object[] }

const run = async (
  rows: readonly Partial<MessageRow>[],
  more: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<Run> => {
  const [data, out] = [join(folder, 'data.jsonl'), join(folder, 'out.json')]
  writeFileSync(data, rows.map((row) => JSON.stringify(row)).join('\n'))
  const command = ['--disable-warning=ExperimentalWarning', 'test/eval/eval.ts', 'messages']
  await promisify(execFile)(process.execPath, [...command, '--data', data, '--out', out, ...more], {
    env: { ...process.env, ...env },
  })
  return JSON.parse(readFileSync(out, 'utf8'))
}

const THANKS = { id: 'a', place: 'dm', lang: 'en', asked: null, text: 'thanks!' } as const
const NO = { id: 'b', place: 'thread', lang: 'en', asked: 'Did anyone else use it?', text: 'no' } as const

describe('npm run eval -- messages', () => {
  it('says for each row what it is, in order, and no figures without labels', async () => {
    expect(await run([THANKS, NO])).toMatchObject({
      n: 2,
      metrics: {},
      rows: [
        { id: 'a', intent: 'smalltalk', keep: false, fact: null },
        { id: 'b', intent: 'answer', keep: true, fact: null },
      ],
    })
  })

  it('says how often it was right where the rows have labels', async () => {
    const rows = [
      { ...THANKS, intent: 'smalltalk', keep: false },
      { ...NO, intent: 'decline', keep: false },
    ] as const
    expect((await run(rows)).metrics).toMatchObject({
      'all: talk kept as evidence': 0.5,
      'English: intents right': 0.5,
    })
  })
})

describe('npm run eval -- messages --reader openai', () => {
  it('asks the model about the message that the rules are not sure of, and takes its word', async () => {
    const model = await startModelServer()
    model.script(() => '{"intent":"evidence","fact":null}')
    const doubtful = { ...THANKS, id: 'c', text: 'Pairs with new joiners' }
    const env = { OPENAI_BASE_URL: model.url, OPENAI_API_KEY: 'sk-local-secret', OPENAI_MODEL: 'm' }
    const result = await run([THANKS, doubtful, NO], ['--reader', 'openai'], env)
    await model.close()
    expect(result).toMatchObject({
      model: 'm',
      metrics: { 'read by the model': 1 / 3 },
      rows: [{ intent: 'smalltalk' }, { id: 'c', intent: 'evidence', keep: true }, { intent: 'answer' }],
    })
    expect(model.requests.map(({ message }) => message?.text)).toEqual(['Pairs with new joiners'])
  })
})

describe('the training of the message model', () => {
  it('learns from examples what no rule says, and learns the same each time', () => {
    const rows = writtenMessages('deeds.txt').slice(0, 60).concat(writtenMessages('talk.txt').slice(0, 60))
    const weights = trainMessages(rows)
    expect(trainMessages(rows)).toEqual(weights)
    const odds = makeClassifier(weights)
    const { evidence, question } = odds({ place: 'dm', asked: null, text: 'Can my lead see what I send?' })
    expect(question).toBeGreaterThan(evidence)
  })
})
