import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type LocalSlack, startLocalSlack } from '../fakes/local-slack.ts'
import { validated } from '../fakes/slack-validate.ts'

/** Runs `npm run slack -- ARGS` without npm around it. */
const run = (
  args: string[],
  env: Record<string, string> = {},
): Promise<{ code: number | null; out: string; err: string }> =>
  new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', 'src/commands/slack.ts', ...args],
      {
        env: { PATH: process.env.PATH, NO_COLOR: '1', ...env },
      },
    )
    let [out, err] = ['', '']
    child.stdout.on('data', (data) => (out += data))
    child.stderr.on('data', (data) => (err += data))
    child.once('close', (code) => resolve({ code, out, err }))
  })

const VIEWS = 'src/slack/views'

/** The functions of a view's name in `src/slack/views` that a process never called, by its coverage in `folder`. */
const undrawn = (folder: string): string[] => {
  type Script = { url: string; functions: { functionName: string; ranges: { count: number }[] }[] }
  const scripts = readdirSync(folder).flatMap(
    (file) => JSON.parse(readFileSync(join(folder, file), 'utf8')).result as Script[],
  )
  return readdirSync(VIEWS, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const names = [
        ...readFileSync(join(VIEWS, file), 'utf8').matchAll(/const (\w+(?:View|Modal|Preview)) = \(/g),
      ]
      const loaded = scripts.filter(({ url }) => url.endsWith(`/${VIEWS}/${file}`))
      return names
        .map(([, name]) => name!)
        .filter(
          (name) =>
            !loaded.some(({ functions }) =>
              functions.some((one) => one.functionName === name && one.ranges[0]!.count > 0),
            ),
        )
        .map((name) => `${file}: ${name}`)
    })
}

describe('npm run slack -- validate', () => {
  let slack: LocalSlack
  const asks = () => slack.calls('blocks.validate')
  const here = (more: Record<string, string> = {}) =>
    run(['validate'], { SLACK_API_URL: slack.apiUrl, ...more })
  beforeEach(async () => {
    slack = await startLocalSlack()
  })
  afterEach(() => slack.close())

  it('has every view of the product checked, one at a time, and without a token', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'views-'))
    const { code, out, err } = await here({
      NODE_V8_COVERAGE: folder,
      SLACK_BOT_TOKEN: 'xoxb-1-secret-token',
    })
    expect([code, err]).toEqual([0, ''])
    expect(out).toBe(`${asks().length} views, all taken.\n`)
    expect(undrawn(folder)).toEqual([])
    expect(slack.sent()).not.toContain('secret-token')
    for (const { body } of asks()) expect(Object.keys(body)).toHaveLength(1)
    const sent = asks().map(({ raw }) => decodeURIComponent(raw.replaceAll('+', ' ')))
    for (const words of [
      'You saw the failure, pitched the fix',
      'no level is judged',
      'What is wrong?',
      'A weekly nudge',
      'Log evidence',
    ])
      expect(sent.some((one) => one.includes(words))).toBe(true)
    rmSync(folder, { recursive: true, force: true })
  })

  it('says which views are refused, where and why, and how many', async () => {
    slack.can.fold = false
    const { code, out } = await here()
    expect(code).toBe(1)
    expect(out).toMatch(/^review by a model: \/blocks\/\d+\/type: unsupported type: container$/m)
    expect(out).not.toContain('without folds')
    const names = new Set(
      out
        .split('\n')
        .slice(0, -2)
        .map((line) => line.split(': /')[0]),
    )
    expect(out.split('\n').at(-2)).toBe(`${names.size} of ${asks().length} views refused.`)
  })

  it('says so where there is no network, and asks no more', async () => {
    const gone = await startLocalSlack()
    await gone.close()
    expect(await run(['validate'], { SLACK_API_URL: gone.apiUrl })).toEqual({
      code: 1,
      out: '',
      err: expect.stringMatching(
        /^127\.0\.0\.1:\d+ cannot be reached from here: run this where there is a network\. 0 of \d+ views were checked\.\n$/,
      ),
    })
  })

  it('waits as long as Slack asks, once, and then goes on', async () => {
    slack.fail('blocks.validate', { retryAfter: 1 })
    const { code, out, err } = await here()
    expect([code, err]).toEqual([0, expect.stringMatching(/asks to wait 1 second\.\n$/)])
    expect(out).toBe(`${asks().length - 1} views, all taken.\n`)
    expect(asks()[1]!.raw).toBe(asks()[0]!.raw)
    expect(asks()[1]!.at - asks()[0]!.at).toBeGreaterThan(950)
  })

  it('ends where Slack still asks to wait, or does not check anything', async () => {
    slack.fail('blocks.validate', { retryAfter: 0, times: 2 })
    expect((await here()).err).toMatch(/was asked too much: run this again in a few minutes\. 0 of \d+ views/)
    slack.fail('blocks.validate', { retryAfter: 3_600 })
    expect((await here()).err).toContain('was asked too much')
    slack.fail('blocks.validate', { status: 502 })
    expect(await here()).toMatchObject({
      code: 1,
      err: expect.stringContaining('did not check it (internal_error): run this again later.'),
    })
  })

  it('draws the views of any ladders', async () => {
    const { code, out } = await here({ RUBRIC_DIR: 'test/fixtures/look-up-ladder/rubric' })
    expect([code, out]).toEqual([0, `${asks().length} views, all taken.\n`])
  })

  it('explains itself, and refuses what it does not know', async () => {
    expect(await run([])).toMatchObject({
      code: 0,
      err: expect.stringContaining('npm run slack -- validate'),
    })
    expect((await run(['check'])).code).toBe(2)
    expect((await run(['validate', '--all'])).code).toBe(2)
    expect(await run(['validate'], { SLACK_API_URL: 'slack.com' })).toMatchObject({
      code: 1,
      err: 'SLACK_API_URL should be a URL that starts with http:// or https://\n',
    })
    expect(await run(['validate'], { RUBRIC_DIR: 'no-such-folder' })).toMatchObject({ code: 1, out: '' })
  })
})

describe('the local Slack, asked about a view', () => {
  const can = { fold: true }
  const section = { type: 'section', text: { type: 'plain_text', text: 'a'.repeat(3_001) } }

  it('takes one payload alone, and says where it is wrong', () => {
    expect(validated({}, can).error).toBe('invalid_arguments')
    expect(validated({ blocks: '[]', view: '{}' }, can).error).toBe('invalid_arguments')
    const blocks = [{ type: 'divider' }, section]
    const wrong = { code: 'failed_constraint', message: 'section over 3000' }
    expect(validated({ blocks: JSON.stringify(blocks) }, can)).toEqual({
      ok: false,
      error: 'invalid_blocks',
      errors: [{ ...wrong, pointer: '/1' }],
    })
    expect(validated({ message: JSON.stringify({ blocks }) }, can)).toEqual({
      ok: false,
      error: 'invalid_message',
      errors: [{ ...wrong, pointer: '/blocks/1' }],
    })
  })

  it('takes no fold in a modal, and no fold in which rich text is', () => {
    const inside = (type: string) => ({
      type: 'container',
      title: { type: 'plain_text', text: 'More' },
      child_blocks: [{ type, elements: [{ type: 'rich_text_section', elements: [] }] }],
    })
    expect(validated({ view: { blocks: [inside('divider')] } }, can).error).toBe('invalid_view')
    expect(validated({ message: { blocks: [inside('divider')] } }, can)).toEqual({})
    expect(validated({ message: { blocks: [inside('rich_text')] } }, can).error).toBe('invalid_message')
  })
})
