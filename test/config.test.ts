import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../src/config.ts'
import { loadEnvFile } from '../src/env-file.ts'

const TOKENS = { SLACK_BOT_TOKEN: 'xoxb-1-2-345', SLACK_APP_TOKEN: 'xapp-1-2-345' }
const problemsOf = (env: Record<string, string>, inFile: readonly string[] = []): string => {
  try {
    readConfig(env, inFile)
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

describe('the settings', () => {
  it('ignore spaces around a value, and capitals where they mean nothing', () => {
    const { config, secrets } = readConfig({
      LOG_LEVEL: ' INFO ',
      DATA_DIR: ' here ',
      SLACK_BOT_TOKEN: ' xoxb-1-2-345\n',
      SLACK_APP_TOKEN: 'xapp-1-2-345 ',
      OPENAI_API_KEY: ' sk-1 ',
    })
    expect(config).toMatchObject({ logLevel: 'info', dataDir: 'here' })
    expect(secrets).toMatchObject({
      slack: { kind: 'socket', botToken: 'xoxb-1-2-345', appToken: 'xapp-1-2-345' },
      openAiKey: 'sk-1',
    })
  })

  it('take ~ for this user’s home, and make no folder of that name', () => {
    const { config } = readConfig({ DATA_DIR: '~/coach', RUBRIC_DIR: '~' })
    expect(config).toMatchObject({ dataDir: join(homedir(), 'coach'), rubricDir: homedir() })
    expect(problemsOf({ DATA_DIR: '~bob/coach' })).toBe(
      'DATA_DIR should be a path, or begin with ~/ for your own home.',
    )
  })

  it.each([
    ['SLACK_BOT_TOKN', 'SLACK_BOT_TOKEN'],
    ['slack_app_token', 'SLACK_APP_TOKEN'],
    ['OPENAI_APIKEY', 'OPENAI_API_KEY'],
    ['DATABSE_URL', 'DATABASE_URL'],
    ['RUBRICDIR', 'RUBRIC_DIR'],
  ])('name %s in .env with its right spelling, %s', (name, meant) => {
    expect(problemsOf({ [name]: 'x' }, [name]).split('\n')).toContain(
      `${name} is not a setting. Did you mean ${meant}?`,
    )
  })

  it('leave alone what other programs have in the environment', () => {
    const others = { HOSTNAME: 'a', LOGNAME: 'b', PORTS: '1', OPENAI_ORG_ID: 'c', SLACK_WEBHOOK_URL: 'd' }
    expect(readConfig(others).secrets.slack.kind).toBe('playground')
    expect(problemsOf({ ...TOKENS, OPENAI_API_KEY: 'sk-1', OPENAI_API_KEYS: 'sk-2' })).toBe('')
  })

  it('never open the playground where something of Slack is in .env', () => {
    expect(problemsOf({ SLACK_TOKEN: 'xoxb-1' }, ['SLACK_TOKEN'])).toContain('SLACK_BOT_TOKEN is missing')
    expect(problemsOf({ SLACK_BOT_TOKEN: '' }, ['SLACK_BOT_TOKEN'])).toBe('')
  })
})

describe('the file .env', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'coach-env-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('adds its settings to what is set already', () => {
    const file = join(folder, 'one')
    writeFileSync(file, 'PORT=3001\nLOG_LEVEL=warn\n')
    const env: NodeJS.ProcessEnv = { PORT: '3002' }
    expect(loadEnvFile(env, file)).toEqual(['PORT', 'LOG_LEVEL'])
    expect(env).toEqual({ PORT: '3002', LOG_LEVEL: 'warn' })
    expect(loadEnvFile(env, join(folder, 'none'))).toEqual([])
  })

  it('is named with the reason if it is there and can’t be read', () => {
    const file = join(folder, 'two')
    mkdirSync(file)
    expect(() => loadEnvFile({}, file)).toThrow(`${file} can't be read: it is a folder.`)
  })
})
