import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readyDatabase, storeKinds } from './fakes/databases.ts'
import { type LocalSlack, startLocalSlack } from './fakes/local-slack.ts'
import { faithful, type ModelServer, startModelServer } from './fakes/model-server.ts'
import { type Bot, freePort, type LogFact, runBot } from './fakes/run-bot.ts'
import { wireTo } from './fakes/wire.ts'

const EVIDENCE = 'I planned the failover drill and ran it with the team.'
const FOOT = 'People decide promotions'

/** The lines that a person who watches the log sees. */
const seen = (bot: Bot): LogFact[] => bot.facts().filter(({ level }) => level >= 40)

describe('a log line about a failure that an admin can fix', () => {
  let slack: LocalSlack
  let model: ModelServer
  let bot: Bot
  const rubric = mkdtempSync(join(tmpdir(), 'coach-rubric-'))
  beforeAll(async () => {
    slack = await startLocalSlack()
    model = await startModelServer()
    cpSync('rubric', rubric, { recursive: true })
    bot = await runBot(slack, 'http', {
      OPENAI_BASE_URL: model.url,
      OPENAI_API_KEY: 'sk-local-secret',
      RUBRIC_DIR: rubric,
      METRICS_PORT: String(await freePort()),
    })
    await bot.person('UADA').command('goal L3')
  })
  afterAll(async () => {
    await bot?.stop()
    await model?.close()
    await slack?.close()
    rmSync(rubric, { recursive: true })
  })

  const refused = (status: number, code: string | null) => () => ({
    status,
    headers: { 'x-should-retry': 'false' },
    body: JSON.stringify({ error: { message: `Refused: ${EVIDENCE}`, code } }),
  })

  it('says that the app lacks the scope for names, before anything is sent to a model', async () => {
    // A separate bot, because names that could not be read are not requested again at once.
    const other = await runBot(slack, 'http', { OPENAI_BASE_URL: model.url })
    slack.fail('users.list', { error: 'missing_scope' })
    const sam = other.person('USAM')
    await sam.command('goal L3')
    const { ts } = await sam.dm(EVIDENCE)
    await sam.reply(ts, FOOT)
    await other.stop()
    expect(model.requests).toEqual([])
    expect(seen(other)).toContainEqual(
      expect.objectContaining({
        action: 'read-names',
        code: 'slack-refused',
        vendor: 'missing_scope',
        todo: expect.stringContaining('manifest.json'),
      }),
    )
  })

  it.each([
    ['the key is refused', 401, 'invalid_api_key', 'model-unavailable', 'OPENAI_API_KEY'],
    ['the model is not there', 404, 'model_not_found', 'model-refused', 'OPENAI_MODEL'],
    ['the money is spent', 429, 'insufficient_quota', 'model-unavailable', 'Add credit'],
    ['it is too much for the provider', 429, null, 'model-unavailable', 'higher limit'],
  ])('says that %s', async (_, status, vendor, code, todo) => {
    const before = seen(bot).length
    model.script(refused(status, vendor))
    const person = bot.person('UADA')
    const { ts } = await person.dm(`${EVIDENCE} It was drill number ${before}.`)
    await person.reply(ts, FOOT)
    expect(seen(bot).slice(before)).toMatchObject([
      {
        action: 'review-evidence',
        code,
        vendor: vendor ?? String(status),
        todo: expect.stringContaining(todo),
      },
      { action: 'review-evidence', code: 'unavailable' },
    ])
  })

  it('says that a ladder is broken, and where', async () => {
    writeFileSync(join(rubric, 'sre.md'), '# L1 · One\n## Skill\n### Mastery\nNo bullet.\n')
    const line = await bot.logged(({ code }) => code === 'ladder-broken')
    expect(line).toMatchObject({
      action: 'read-ladders',
      problem: expect.stringMatching(/sre\.md:\d+: /),
      todo: expect.stringContaining('npm run ladder -- check'),
    })
  })

  it('says only once that requests are not signed by Slack, however many come', async () => {
    for (let count = 0; count < 20; count += 1) {
      const { status } = await fetch(`http://127.0.0.1:${bot.port}/slack/events`, {
        method: 'POST',
        body: `payload=${count}`,
      })
      expect(status).toBe(401)
    }
    expect(seen(bot).filter(({ action }) => action === 'take-request')).toMatchObject([
      { code: 'request-refused', todo: expect.stringContaining('SLACK_SIGNING_SECRET') },
    ])
  })

  it('counts the questions to the model, and contains no names', async () => {
    model.script(faithful)
    const person = bot.person('UADA')
    const { ts } = await person.dm('I wrote the runbook of the queue.')
    await person.reply(ts, 'Written by AI')
    const metrics = await bot.metrics()
    for (const line of [
      'ladder_coach_model_calls_total{outcome="ok"} 1',
      'ladder_coach_model_calls_total{outcome="model-unavailable"} 1',
      'ladder_coach_model_calls_total{outcome="model-refused"} 1',
      'ladder_coach_model_calls_total{outcome="model-busy"} 2',
      'ladder_coach_model_call_seconds_count{outcome="ok"} 1',
      'ladder_coach_reviews_total{reader="model",asked=""} 1',
      'ladder_coach_reviews_total{reader="offline",asked="unavailable"} 4',
      'ladder_coach_evidence_accepted_total{by="message"} 5',
      'ladder_coach_slack_connected 1',
      'ladder_coach_database_writable 1',
      'ladder_coach_jobs_waiting{kind="review-evidence"} 0',
    ])
      expect(metrics).toContain(line)
    // The last job may still be running.
    expect(metrics).toMatch(/job_tries_total\{kind="review-evidence",outcome="done"\} [45]\n/)
    expect(metrics).not.toMatch(/U(?:ADA|SAM)|T[12]"|failover|runbook/)
    expect(bot.log()).not.toMatch(/failover|runbook of|UADA|USAM|sk-local-secret|xoxb|Refused:/)
    model.verify()
  })
})

describe.runIf(storeKinds().includes('PostgreSQL'))('log lines about a database that is away', () => {
  it('are one when it begins, one every few minutes, and one when it is over', async () => {
    const slack = await startLocalSlack()
    const place = await readyDatabase('PostgreSQL')
    const wire = await wireTo((place.env as { DATABASE_URL: string }).DATABASE_URL)
    let ahead = 0
    const time = { now: () => Temporal.Now.instant().add({ seconds: ahead }) }
    const env = { ...place.env, DATABASE_URL: wire.url }
    const bot = await runBot(slack, 'socket', env, undefined, time)
    const person = bot.person('UADA')
    const ask = async (times: number): Promise<void> => {
      for (let count = 0; count < times; count += 1)
        expect(JSON.stringify((await person.command('goal')).body)).toContain('Nothing was lost or changed')
    }
    wire.cut()
    await ask(10)
    const told = () => seen(bot).filter(({ code }) => code === 'store-unavailable')
    expect(told()).toMatchObject([{ todo: expect.stringContaining('DATABASE_URL') }])
    expect(told()[0]).toHaveProperty('action')
    ahead += 3 * 60 + 1
    await ask(5)
    expect(told()).toHaveLength(2)
    expect(told()[1]!.times).toBeGreaterThan(10)
    wire.mend()
    ahead += 11
    await person.command('goal')
    const over = await bot.logged(({ msg }) => msg === 'the database works again')
    expect(over.seconds).toBeGreaterThanOrEqual(180)
    expect(bot.log()).not.toMatch(/UADA|postgres:\/\//)
    await bot.stop()
    wire.close()
    await place.remove()
    await slack.close()
  })
})
