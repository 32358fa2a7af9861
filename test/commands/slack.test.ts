import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { allViews } from '../../src/commands/samples/all-views.ts'
import type { NamedView } from '../../src/commands/samples/named-view.ts'
import { validateViews } from '../../src/commands/validate-views.ts'
import { type LocalSlack, startLocalSlack } from '../fakes/local-slack.ts'
import { runCommand } from '../fakes/run-program.ts'
import { validated } from '../fakes/slack-validate.ts'

/** Runs `npm run slack -- ARGS` without npm. */
const run = (args: string[], env: Record<string, string | undefined> = {}) =>
  runCommand(['src/commands/slack.ts', ...args], env)

const VIEWS = 'src/slack/views'

/** The view functions in `src/slack/views` that a process never called, by its coverage in `folder`. */
const undrawn = (folder: string): string[] => {
  type Script = { url: string; functions: { functionName: string; ranges: { count: number }[] }[] }
  const scripts = readdirSync(folder).flatMap(
    (file) => JSON.parse(readFileSync(join(folder, file), 'utf8')).result as Script[],
  )
  return readdirSync(VIEWS, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const names = [
        ...readFileSync(join(VIEWS, file), 'utf8').matchAll(
          /^export function (\w+(?:View|Modal|Preview))\b/gm,
        ),
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
  let views: readonly NamedView[]
  const asks = () => slack.calls('blocks.validate')
  /** What the command does with views that are drawn. */
  const checked = async (drawn = views, apiUrl = slack.apiUrl) => {
    let [out, err] = ['', '']
    const code = await validateViews(drawn, apiUrl, {
      print: (line) => (out += `${line}\n`),
      say: (line) => (err += `${line}\n`),
    })
    return { code, out, err }
  }
  const drawn = (rubric: string) => allViews(rubric, { info: () => {}, warn: () => {}, error: () => {} })
  beforeAll(async () => {
    views = await drawn('rubric')
  })
  beforeEach(async () => {
    slack = await startLocalSlack()
  })
  afterEach(() => slack.close())

  it('checks every view of the product, one at a time and without a token', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'views-'))
    const { code, out, err } = await run(['validate'], {
      SLACK_API_URL: slack.apiUrl,
      NODE_V8_COVERAGE: folder,
      // Code that was kept is counted less exactly (Node's documentation of the compile cache).
      NODE_COMPILE_CACHE: undefined,
      SLACK_BOT_TOKEN: 'xoxb-1-secret-token',
    })
    expect([code, err]).toEqual([0, ''])
    expect(out).toBe(`Slack accepts all ${asks().length} views.\n`)
    expect(undrawn(folder)).toEqual([])
    expect(slack.sent()).not.toContain('secret-token')
    for (const { body } of asks()) expect(Object.keys(body)).toHaveLength(1)
    const sent = asks().map(({ raw }) => decodeURIComponent(raw.replaceAll('+', ' ')))
    for (const words of [
      'You saw the failure, pitched the fix',
      'possible match',
      'What is wrong?',
      'Channel nudge',
      'Log evidence',
    ])
      expect(sent.some((one) => one.includes(words))).toBe(true)
    rmSync(folder, { recursive: true, force: true })
  })

  it('says which views are refused, where and why, and how many', async () => {
    slack.can.fold = false
    const { code, out } = await checked()
    expect(code).toBe(1)
    expect(out).toMatch(/^review by a model: \/blocks\/\d+\/type: unsupported type: container$/m)
    expect(out).not.toContain('without folds')
    const names = new Set(
      out
        .split('\n')
        .slice(0, -2)
        .map((line) => line.split(': /')[0]),
    )
    expect(out.split('\n').at(-2)).toBe(`Slack rejects ${names.size} of ${asks().length} views.`)
  })

  it('says so if there is no network, and stops', async () => {
    const gone = await startLocalSlack()
    await gone.close()
    expect(await checked(views, gone.apiUrl)).toEqual({
      code: 1,
      out: '',
      err: expect.stringMatching(
        /^I can't reach 127\.0\.0\.1:\d+\. Run this where there is a network\. 0 of \d+ views were checked\.\n$/,
      ),
    })
  })

  it('waits once as long as Slack asks, and then goes on', async () => {
    slack.fail('blocks.validate', { retryAfter: 1 })
    const { code, out, err } = await checked()
    expect([code, err]).toEqual([0, expect.stringMatching(/asks me to wait 1 second\.\n$/)])
    expect(out).toBe(`Slack accepts all ${asks().length - 1} views.\n`)
    expect(asks()[1]!.raw).toBe(asks()[0]!.raw)
    expect(asks()[1]!.at - asks()[0]!.at).toBeGreaterThan(950)
  })

  it('ends if Slack still asks to wait', async () => {
    slack.fail('blocks.validate', { retryAfter: 0, times: 2 })
    expect((await checked()).err).toMatch(/is busy\. Run this again in a few minutes\. 0 of \d+ views/)
  })

  it('does not wait for an hour', async () => {
    slack.fail('blocks.validate', { retryAfter: 3_600 })
    expect((await checked()).err).toContain('is busy')
  })

  it('ends if Slack checks nothing', async () => {
    slack.fail('blocks.validate', { status: 502 })
    expect(await checked()).toMatchObject({
      code: 1,
      err: expect.stringContaining('did not check it (internal_error). Run this again later.'),
    })
  })

  it('draws the views of any ladders', async () => {
    const { code, out } = await checked(await drawn('test/fixtures/look-up-ladder/rubric'))
    expect([code, out]).toEqual([0, `Slack accepts all ${asks().length} views.\n`])
  })

  it('prints its help, and refuses unknown commands', async () => {
    expect(await run([])).toMatchObject({
      code: 0,
      err: expect.stringContaining('npm run slack -- validate'),
    })
    expect((await run(['check'])).code).toBe(2)
    expect((await run(['validate', '--all'])).code).toBe(2)
    expect(await run(['validate'], { SLACK_API_URL: 'slack.com' })).toMatchObject({
      code: 1,
      err: 'SLACK_API_URL should be a URL that starts with http:// or https://.\n',
    })
    expect(await run(['validate'], { RUBRIC_DIR: 'no-such-folder' })).toMatchObject({ code: 1, out: '' })
  })
})

describe('the local Slack that checks a view', () => {
  const can = { fold: true }
  const section = { type: 'section', text: { type: 'plain_text', text: 'a'.repeat(3_001) } }

  it('accepts only one payload, and says where it is wrong', () => {
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

  it('refuses a fold in a modal, and a fold with rich text in it', () => {
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
