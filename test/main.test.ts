import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readyFolder } from './fakes/databases.ts'
import { startLocalSlack } from './fakes/local-slack.ts'
import { startModelServer } from './fakes/model-server.ts'
import { botEnv, freePort } from './fakes/run-bot.ts'
import { startProgram } from './fakes/run-program.ts'
import { slackPerson } from './fakes/slack-person.ts'

/** Causes an uncaught failure, with words in its message, on SIGUSR2. */
const BREAKS = `--import=data:text/javascript,${encodeURIComponent(
  `process.on('SIGUSR2', () => void Promise.reject(Object.assign(new Error('words of a person'), { code: 'E_TEST' })))`,
)}`

const start = (env: Record<string, string>) => {
  const child = startProgram([BREAKS, 'src/main.ts'], env)
  let [out, err] = ['', '']
  child.stderr?.on('data', (data) => {
    err += data
  })
  const ready = new Promise<void>((resolve) => {
    child.stdout?.on('data', (data) => {
      out += data
      if (out.includes('"ready')) resolve()
    })
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return { child, ready, ended, out: () => out, err: () => err }
}

const folder = (): string => mkdtempSync(join(tmpdir(), 'coach-main-'))

describe('the program', () => {
  it('names every wrong setting at once, without a value or a stack, and ends with 1', async () => {
    const bot = start({
      SLACK_BOT_TOKEN: 'hunter2-token',
      SLACK_APP_TOKEN: 'nope',
      OPENAI_BASE_URL: 'not a url',
      DATABASE_URL: 'mysql://secret',
      PORT: 'abc',
      LOG_LEVEL: 'loud',
    })
    expect(await bot.ended).toBe(1)
    for (const name of [
      'SLACK_BOT_TOKEN',
      'SLACK_APP_TOKEN',
      'OPENAI_BASE_URL',
      'DATABASE_URL',
      'PORT',
      'LOG_LEVEL',
    ])
      expect(bot.err()).toContain(name)
    expect(bot.err()).not.toMatch(/hunter2|nope|mysql:\/\/secret|\bat .*\.ts:\d/)
  })

  it.each([
    [
      'a bot token alone',
      { SLACK_BOT_TOKEN: 'xoxb-1-2-3' },
      'SLACK_BOT_TOKEN is not enough. Add SLACK_APP_TOKEN',
    ],
    ['an app token alone', { SLACK_APP_TOKEN: 'xapp-1-2-3' }, 'SLACK_BOT_TOKEN is missing'],
    [
      'a setting with a slip in its name',
      { SLACK_BOT_TOKN: 'xoxb-1-2-3' },
      'SLACK_BOT_TOKN is not a setting. Did you mean SLACK_BOT_TOKEN?',
    ],
    ['no token in production', { NODE_ENV: 'production' }, 'with NODE_ENV=production there is no playground'],
    ['an address of Slack', { SLACK_API_URL: 'http://127.0.0.1:9/' }, 'SLACK_BOT_TOKEN is missing'],
  ])('says what is missing next to %s, and opens no playground', async (_, env, said) => {
    const bot = start(env)
    expect(await bot.ended).toBe(1)
    expect(bot.err()).toContain(said)
  })

  it('does not start on a broken ladder, and says where it is broken', async () => {
    const rubric = folder()
    writeFileSync(
      join(rubric, 'sre.md'),
      '# L1 · One\n## Skill\n### Mastery\n- One.\n# L1 · Two\n## Skill\n### Mastery\n- Two.\n',
    )
    const bot = start({ RUBRIC_DIR: rubric, DATA_DIR: join(rubric, 'data') })
    expect(await bot.ended).toBe(1)
    expect(bot.err()).toContain(`${join(rubric, 'sre.md')}:5: the level L1 appears twice`)
    rmSync(rubric, { recursive: true })
  })

  it('refuses a folder and a port that another process uses, and a token that Slack refuses', {
    timeout: 90_000,
  }, async () => {
    const slack = await startLocalSlack()
    const env = await botEnv(slack, 'http', { LOG_LEVEL: 'info' })
    const first = start(env)
    await first.ready
    const second = start({ ...env, PORT: String(await freePort()) })
    expect(await second.ended).toBe(1)
    expect(second.err()).toContain(`Another process is using the folder ${env.DATA_DIR}`)
    const third = start({ ...env, DATA_DIR: readyFolder() })
    expect(await third.ended).toBe(1)
    expect(third.err()).toContain(`PORT ${env.PORT} is already in use`)
    slack.fail('auth.test', { error: 'invalid_auth' })
    const fourth = start({ ...env, DATA_DIR: readyFolder(), PORT: String(await freePort()) })
    expect(await fourth.ended).toBe(1)
    expect(fourth.err()).toContain('Slack rejected SLACK_BOT_TOKEN (invalid_auth)')
    first.child.kill('SIGTERM')
    expect(await first.ended).toBe(0)
    await slack.close()
  })

  it('hands back jobs that a hanging model holds up if it stops or crashes, and answers after the next start', {
    timeout: 90_000,
  }, async () => {
    const slack = await startLocalSlack()
    const model = await startModelServer()
    model.always(() => ({ fault: 'hang' }))
    const env = await botEnv(slack, 'socket', { LOG_LEVEL: 'info', OPENAI_BASE_URL: model.url })
    const first = start(env)
    await first.ready
    const person = slackPerson(slack, slack.socket(), 'UADA')
    await person.command('goal L3')
    const { acked, ts } = await person.dm('I rebuilt the alerting and halved the pages at night.')
    expect(acked).toBe(true)
    await person.reply(ts, 'Saved. I’m comparing')
    const from = performance.now()
    first.child.kill('SIGTERM')
    first.child.kill('SIGINT')
    expect(await first.ended).toBe(0)
    expect(performance.now() - from).toBeLessThan(10_000)
    // It may ask the model again before it says that it is ready.
    const asked = model.requests.length
    const broken = start(env)
    await broken.ready
    await expect.poll(() => model.requests.length, { timeout: 20_000 }).toBeGreaterThan(asked)
    broken.child.kill('SIGUSR2')
    expect(await broken.ended).toBe(1)
    const fatal =
      broken
        .out()
        .split('\n')
        .find((line) => line.includes('"level":60')) ?? '{}'
    expect(JSON.parse(fatal)).toMatchObject({ action: 'unhandled-rejection', code: 'E_TEST' })
    expect(JSON.parse(fatal).stack[0]).toMatch(/^at /)
    expect(broken.out() + broken.err()).not.toContain('words of a person')
    const second = start({ ...env, OPENAI_BASE_URL: '' })
    await second.ready
    await person.reply(ts, 'People decide promotions', 40_000)
    await slack.next(
      () => person.thread(ts).filter((post) => post.text.startsWith('Saved. I’m comparing')).length === 0,
      10_000,
      'the sign of life to go',
    )
    second.child.kill('SIGTERM')
    expect(await second.ended).toBe(0)
    await Promise.all([slack.close(), model.close()])
  })
})
