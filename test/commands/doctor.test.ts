import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readyDatabase, storeKinds } from '../fakes/databases.ts'
import { type LocalSlack, startLocalSlack } from '../fakes/local-slack.ts'
import { type ModelServer, startModelServer } from '../fakes/model-server.ts'
import { botEnv, runBot } from '../fakes/run-bot.ts'
import { runCommand } from '../fakes/run-program.ts'

const KEY = 'sk-local-secret'

describe('npm run doctor', () => {
  let slack: LocalSlack
  let model: ModelServer
  beforeAll(async () => {
    slack = await startLocalSlack()
    model = await startModelServer()
  })
  afterAll(async () => {
    await model?.close()
    await slack?.close()
  })
  const doctor = async (more: Record<string, string> = {}) => {
    const env = { ...(await botEnv(slack, 'socket')), ...more } as Record<string, string>
    const { code, out, err } = await runCommand(['src/commands/doctor.ts'], env)
    for (const secret of [env.SLACK_BOT_TOKEN || KEY, env.SLACK_APP_TOKEN!, KEY])
      expect(out + err).not.toContain(secret)
    expect(err).toBe('')
    return { code, out }
  }

  it('finds nothing to do where all is well, asks the model one short question, and writes nothing', async () => {
    model.script(() => '{"fine": true}')
    const posted = slack.messages.length
    const { code, out } = await doctor({
      OPENAI_API_KEY: KEY,
      OPENAI_BASE_URL: model.url,
      OPENAI_MODEL: 'scripted-1',
    })
    expect(out.split('\n')).toEqual([
      'fine   Settings: all are valid.',
      'fine   SLACK_BOT_TOKEN: Slack accepts it for the workspace T1.',
      'fine   Scopes: all six are granted.',
      'fine   Scopes: without files:write, which is optional: packets come as messages, not as files.',
      'fine   Scopes: without assistant:write, which is optional: Slack shows no prompts in the DM (manifest.agent.json).',
      'fine   Clock: it agrees with Slack’s.',
      'fine   SLACK_APP_TOKEN: Socket Mode is on.',
      'look   Events: send the coach a message in Slack. Only its answer shows that Slack sends it events.',
      expect.stringMatching(/^fine {3}DATA_DIR: [\d.]+ GB are free for it\.$/),
      expect.stringMatching(/^fine {3}Database: the built-in one in .+ opens\.$/),
      'fine   AI: scripted-1 answers.',
      'fine   Ladders: 1 ladder, 2 files of questions, 1 form in rubric.',
      'fine   Budget: $50 a month, 40 reviews by AI per person and day.',
      '',
      'Nothing to do.',
      '',
    ])
    expect(code).toBe(0)
    expect(model.requests).toHaveLength(1)
    expect(slack.messages).toHaveLength(posted)
  })

  it('names scopes that are missing or not needed', async () => {
    const scopes = slack.scopes.splice(0)
    slack.scopes.push(
      'commands',
      'chat:write',
      'files:read',
      'im:history',
      'app_mentions:read',
      'files:write',
    )
    slack.scopes.push('channels:history')
    const { code, out } = await doctor()
    slack.scopes.splice(0, slack.scopes.length, ...scopes)
    expect(code).toBe(1)
    expect(out).toContain('to do  Scopes: users:read is missing. Add it under "OAuth & Permissions"')
    expect(out).toContain('to do  Scopes: channels:history is not needed. Remove it')
    expect(out).toContain('2 to do.')
  })

  it.each([
    [
      'auth.test',
      'invalid_auth',
      'to do  SLACK_BOT_TOKEN: Slack refuses it (invalid_auth). Copy SLACK_BOT_TOKEN again',
    ],
    [
      'apps.connections.open',
      'invalid_auth',
      'to do  SLACK_APP_TOKEN: Slack refuses it (invalid_auth). Copy SLACK_APP_TOKEN',
    ],
    [
      'apps.connections.open',
      'forbidden_team',
      'Check that "Socket Mode" is switched on in the app’s settings.',
    ],
  ])('says what to do if %s answers %s', async (method, error, said) => {
    slack.fail(method, { times: 1, error })
    const { code, out } = await doctor()
    slack.fail(method, { times: 0 })
    expect(out).toContain(said)
    expect(code).toBe(1)
  })

  it.each([
    [
      401,
      '{"error":{"message":"no","code":"invalid_api_key"}}',
      'Set OPENAI_API_KEY to a key that the provider accepts',
    ],
    [
      404,
      '{"error":{"message":"no","code":"model_not_found"}}',
      'Set OPENAI_MODEL to a model that the provider has',
    ],
    [
      429,
      '{"error":{"message":"no","code":"insufficient_quota"}}',
      'Add credit to the account of OPENAI_API_KEY',
    ],
  ])('names the setting if the model answers %i', async (status, body, said) => {
    model.script(() => ({ status, body }))
    const { code, out } = await doctor({ OPENAI_API_KEY: KEY, OPENAI_BASE_URL: model.url })
    expect(out).toContain(said)
    expect(code).toBe(1)
  })

  it('says all at once if nothing can be reached', async () => {
    const nowhere = 'http://127.0.0.1:9/'
    const { code, out } = await doctor({
      ...{ SLACK_API_URL: nowhere, OPENAI_API_KEY: KEY, OPENAI_BASE_URL: nowhere },
      ...{ DATABASE_URL: 'postgres://me:hunter2@127.0.0.1:9/coach', RUBRIC_DIR: '/nowhere' },
    })
    expect(code).toBe(1)
    expect(out).toContain(
      'to do  SLACK_BOT_TOKEN: Slack did not answer. Check this machine’s way to slack.com.',
    )
    expect(out).toContain(
      "to do  DATABASE_URL: I can't reach the database (ECONNREFUSED) at 127.0.0.1:9. Check that the server",
    )
    expect(out).toContain('to do  AI: I could not ask the model (unreachable). Check the network')
    expect(out).toContain('to do  Ladders: /nowhere: there is no such folder; set RUBRIC_DIR')
    expect(out).not.toMatch(/hunter2|\.ts:\d/)
  })

  it('lists wrong settings, and mistakes in ladders and in the budget with their lines', async () => {
    expect(
      (await doctor({ SLACK_BOT_TOKEN: '', SLACK_BOT_TOKN: 'xoxb-1', PORT: 'x' })).out.split('\n'),
    ).toEqual([
      'to do  Settings: PORT should be a port number, for example 3000.',
      'to do  Settings: SLACK_BOT_TOKN is not a setting. Did you mean SLACK_BOT_TOKEN?',
      expect.stringContaining('to do  Settings: SLACK_BOT_TOKEN is missing.'),
      '',
      '3 to do.',
      '',
    ])
    const rubric = mkdtempSync(join(tmpdir(), 'rubric-'))
    cpSync('rubric', rubric, { recursive: true })
    writeFileSync(
      join(rubric, 'qa.md'),
      '# L1 · One\n## Skill\n### Mastery\n- One.\n# L1 · Two\n## Skill\n### Mastery\n- Two.\n',
    )
    writeFileSync(join(rubric, 'budget.yaml'), 'dollars a month: lots\n')
    const { out } = await doctor({ RUBRIC_DIR: rubric })
    expect(out).toMatch(/to do {2}Ladders: .*qa\.md:5: the level L1 appears twice/)
    expect(out).toMatch(/to do {2}Budget: .*budget\.yaml:1: dollars a month: should be a number/)
    rmSync(rubric, { recursive: true, force: true })
  })

  it.each(storeKinds())('finds the database of a bot that runs, on %s', async (kind) => {
    const place = await readyDatabase(kind)
    const bot = await runBot(slack, 'http', { ...place.env })
    const { out } = await doctor(place.env as Record<string, string>)
    expect(out).toMatch(
      kind === 'PGlite'
        ? /fine {3}Database: a running bot uses it, and answers\./
        : /fine {3}DATABASE_URL: PostgreSQL \d+ answers\./,
    )
    await bot.stop()
    await place.remove()
  })
})
