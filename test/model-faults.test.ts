import { rmSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { openDatabase } from '../src/adapters/database/database.ts'
import { readyFolder } from './fakes/databases.ts'
import { type LocalSlack, startLocalSlack } from './fakes/local-slack.ts'
import { faithful, type ModelServer, startModelServer } from './fakes/model-server.ts'
import { runBot } from './fakes/run-bot.ts'

const FOOT = 'People decide promotions'
const LIMITS = { attemptMs: 300, batchMs: 900, messageMs: 300 }
/** How long after the model's time is over an answer has to stand, in milliseconds. */
const GRACE = 30_000

describe('a model that does not answer', () => {
  let slack: LocalSlack
  let model: ModelServer
  beforeAll(async () => {
    slack = await startLocalSlack()
    model = await startModelServer()
  })
  afterEach(() => vi.restoreAllMocks())
  afterAll(async () => {
    await model?.close()
    await slack?.close()
  })

  it.each([
    ['one sentence', 1, 1],
    ['a long text, whose first silence ends all its questions', 400, 4],
  ])('costs nobody an answer longer than its time: %s', async (_, sentences, atOnce) => {
    model.always(() => ({ fault: 'hang' }))
    const bot = await runBot(slack, 'http', { OPENAI_BASE_URL: model.url }, LIMITS)
    try {
      const person = bot.person('UADA')
      await person.command('goal L3')
      const asked = model.requests.length
      const from = Date.now()
      const { ts } = await person.dm(
        Array.from({ length: sentences }, (_, nth) => `I planned failover drill ${nth} and ran it.`).join(
          '\n',
        ),
      )
      const review = await person.reply(ts, FOOT, LIMITS.batchMs + GRACE)
      const took = Date.now() - from
      // All attempts of a question end with its time, and no other question is begun after it.
      expect(took).toBeGreaterThanOrEqual(LIMITS.batchMs)
      expect(took).toBeLessThan(LIMITS.batchMs + GRACE)
      expect(model.requests.length - asked).toBeGreaterThan(atOnce)
      expect(model.requests.length - asked).toBeLessThanOrEqual(3 * atOnce)
      expect(JSON.stringify(review.blocks)).toContain('The AI gave no answer I could use')
      await slack.next(() => person.thread(ts).every(({ text }) => !text.startsWith('Saved. I’m comparing')))
      const all = slack.messages.filter((one) => one.thread_ts === ts)
      const sign = all.findIndex(({ text }) => text.startsWith('Saved. I’m comparing'))
      expect(sign).toBeGreaterThan(-1)
      expect(sign).toBeLessThan(all.indexOf(review))
      expect(all.filter(({ text }) => text.startsWith('Saved. I’m comparing'))).toHaveLength(1)
    } finally {
      await bot.stop()
    }
  })

  it('sees no name while Slack does not say who is in the workspace, and the person hears why', async () => {
    model.always(faithful)
    slack.fail('users.list', { error: 'missing_scope', times: 99 })
    const bot = await runBot(slack, 'http', { OPENAI_BASE_URL: model.url })
    try {
      const person = bot.person('UADA')
      await person.command('goal L3')
      const asked = model.requests.length
      const { ts } = await person.dm('I paired with Zyxtrova on the failover and wrote the runbook.')
      const said = JSON.stringify((await person.reply(ts, FOOT)).blocks)
      expect(said).toContain('Slack did not give me your colleagues’ names')
      expect(model.requests.length).toBe(asked)
      expect(bot.log()).toContain('names-unknown')
      expect(bot.log()).not.toContain('Zyxtrova')
    } finally {
      await bot.stop()
      slack.fail('users.list', { times: 0 })
    }
  })

  it('leaves planted names and secrets in no job of the queue and in nothing that is printed', async () => {
    const printed: string[] = []
    for (const stream of [process.stdout, process.stderr])
      vi.spyOn(stream, 'write').mockImplementation((chunk) => printed.push(String(chunk)) > 0)
    const folder = readyFolder()
    const key = ['ghp', '_', '0123456789abcdefghijABCDEFGHIJ012345'].join('')
    const bot = await runBot(slack, 'http', { OPENAI_BASE_URL: model.url, DATA_DIR: folder })
    try {
      const person = bot.person('UADA')
      await person.command('goal L3')
      const faults = [
        () => ({ status: 500, body: `{"error":{"message":"no ${key} for Zyxtrova Quandel"}}` }),
        () => ({ status: 400, body: '{"error":{"message":"Zyxtrova Quandel is refused"}}' }),
        () => 'Zyxtrova Quandel is no JSON',
      ]
      for (const fault of faults) {
        model.always(fault)
        // The job fails once as well, so that what the queue keeps of a failure is seen.
        slack.fail('chat.postMessage', { error: 'internal_error' })
        const { ts } = await person.dm(`I led the failover with Zyxtrova Quandel and rotated ${key}.`)
        await person.reply(ts, FOOT, 30_000)
      }
    } finally {
      await bot.stop()
    }
    const database = await openDatabase({ databaseUrl: undefined, dataDir: folder, onError: () => {} })
    const tables = await database.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_schema = 'pgboss' and table_type = 'BASE TABLE'`,
    )
    let rows = ''
    for (const { name } of tables)
      rows += (await database.query<{ row: string }>(`select row_to_json(t)::text as row from ${name} t`))
        .map(({ row }) => row)
        .join('\n')
    await database.close()
    rmSync(folder, { recursive: true, force: true })
    expect(rows).toContain('review-evidence')
    for (const place of [rows, printed.join(''), bot.log()])
      expect(place).not.toMatch(new RegExp(`zyxtrova|quandel|failover|${key}`, 'i'))
  }, 60_000)
})
