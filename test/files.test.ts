import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LocalSlack, startLocalSlack } from './fakes/local-slack.ts'
import { type Bot, runBot } from './fakes/run-bot.ts'
import { type LocalFile, SIGN_IN } from './fakes/slack-files.ts'

const FOOT = 'People decide promotions'
const WORDS = 'I wrote the capacity plan of the storage cluster.'
const IN_FILE = 'I planned the failover drill and cut recovery from 40 to 12 minutes.'
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
/** Much shorter than for people; what comes at all comes long before. */
const LIMITS = { oneMs: 1_200, allMs: 2_400 }

describe('a file on its way from Slack', () => {
  let slack: LocalSlack
  let bot: Bot
  beforeAll(async () => {
    slack = await startLocalSlack()
    bot = await runBot(slack, 'http', {}, undefined, { fileLimits: LIMITS })
    await bot.person('UADA').command('goal L3')
  })
  afterAll(async () => {
    expect(slack.problems).toEqual([])
    await bot?.stop()
    await slack?.close()
  })
  const ada = () => bot.person('UADA')
  /** The answer to a message with this file, and how its bytes were asked for. */
  const answered = async (file: Omit<LocalFile, 'id' | 'name'> & { name?: string }, text = WORDS) => {
    const before = slack.downloads.length
    const { ts } = await ada().upload(text, [{ name: 'notes.md', ...file }])
    const said = JSON.stringify((await ada().reply(ts, text ? FOOT : 'notes')).blocks)
    return { said, asked: slack.downloads.slice(before) }
  }
  const sent = (sends: LocalFile['sends'], more: object = {}) =>
    answered({ bytes: bytes(IN_FILE), ...(sends ? { sends } : {}), ...more })

  it('is read from where one redirect leads, which does not get the token', async () => {
    const { said, asked } = await sent({ kind: 'redirect', to: 'cdn' })
    expect(said).toContain(IN_FILE)
    expect(asked.map(({ path }) => path.split('/')[1])).toEqual(['files', 'cdn'])
    expect(asked.map(({ authorization }) => authorization !== undefined)).toEqual([true, false])
  })

  it.each([
    ['is sent on twice', { kind: 'redirect', to: 'cdn twice' }, 'did not arrive: Slack sent me on'],
    ['is sent on to a page to sign in on', { kind: 'redirect', to: 'sign-in' }, 'a page to sign in on'],
    ['is a page to sign in on', { kind: 'sign-in' }, 'a page to sign in on'],
    ['is such a page by another type', { kind: 'sign-in', type: 'text/plain' }, 'a page to sign in on'],
    ['is shorter than it should be', { kind: 'bytes', bytes: bytes('I planned') }, 'did not arrive whole'],
    ['breaks off each time', { kind: 'drop', times: 9 }, 'too slowly, or not at all'],
    ['is refused', { kind: 'status', status: 403 }, 'could not be fetched from Slack'],
  ] as const)(
    'that %s is named with the reason, and the words beside it are reviewed',
    async (_, sends, why) => {
      const { said } = await sent({ ...sends })
      expect(said).toContain(WORDS)
      expect(said).toMatch(new RegExp(`“notes\\.md” [^"]*${why}[^"]*aste its text here`))
      expect(said).not.toMatch(/I planned|I led the sign-in/)
    },
  )

  it('is not followed to a host that is not Slack’s, which hears nothing', async () => {
    let heard = 0
    const other = createServer((_, res) => {
      heard += 1
      res.end(IN_FILE)
    })
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as AddressInfo
    const { said } = await sent({ kind: 'redirect', to: `http://127.0.0.1:${port}/notes.md` })
    expect(said).toContain('did not arrive: Slack sent me on')
    expect(heard).toBe(0)
    await new Promise((resolve) => other.close(resolve))
  })

  it('comes in spite of a connection that breaks once', async () => {
    expect((await sent({ kind: 'drop', times: 1 })).said).toContain(IN_FILE)
  })

  it('of a message of its own is named with the reason too', async () => {
    const { said } = await answered({ bytes: bytes(IN_FILE), sends: { kind: 'sign-in' } }, '')
    expect(said).toContain('“notes.md” did not arrive')
  })

  it('does not keep the others of its message from being read', async () => {
    const { ts } = await ada().upload(WORDS, [
      { name: 'slow.md', bytes: bytes('never'), sends: { kind: 'stall' } },
      { name: 'page.txt', bytes: bytes('never'), sends: { kind: 'sign-in' } },
      { name: 'good.md', bytes: bytes(IN_FILE) },
    ])
    const said = JSON.stringify((await ada().reply(ts, FOOT)).blocks)
    expect(said).toContain(IN_FILE)
    expect(said).toContain('“slow.md” did not arrive')
    expect(said).toContain('“page.txt” did not arrive')
  })

  it('that is a web page of somebody’s own is taken for one, and not for a page to sign in on', async () => {
    const sends = { kind: 'bytes', bytes: bytes(SIGN_IN), type: 'text/html' } as const
    const { said } = await answered({ name: 'notes.html', bytes: bytes(SIGN_IN), sends })
    expect(said).toContain('“notes.html” is of a kind I cannot read')
    const text = await answered({ name: 'page.md', bytes: bytes(`<!doctype html>\n${IN_FILE}`) })
    expect(text.said).toContain(IN_FILE)
  })

  it('has a page to sign in on told from a text file of the very same size', async () => {
    const { said } = await answered({ bytes: bytes('x'.repeat(SIGN_IN.length)), sends: { kind: 'sign-in' } })
    expect(said).toContain('a page to sign in on')
  })

  it('without a size is read, and a page in its place is still told', async () => {
    const info = { size: undefined }
    expect((await answered({ bytes: bytes(IN_FILE), info })).said).toContain(IN_FILE)
    const page = await answered({
      bytes: bytes(IN_FILE),
      info,
      sends: { kind: 'sign-in', type: 'text/plain' },
    })
    expect(page.said).toContain('a page to sign in on')
  })

  it.each([
    ['a link to another service', { is_external: true, mode: 'external' }, 'is not kept in Slack'],
    ['kept on another host', { url_private_download: 'https://files.example.com/x' }, 'is not kept in Slack'],
    ['a canvas', { mode: 'quip', filetype: 'quip', mimetype: 'application/vnd.slack-docs' }, 'is a canvas'],
    ['a post', { mode: 'space', filetype: 'space' }, 'is a canvas'],
    ['a list', { mode: 'list' }, 'is a canvas'],
    ['hidden by the plan', { mode: 'hidden_by_limit', url_private_download: undefined }, 'is hidden'],
    ['deleted', { mode: 'tombstone' }, 'could not be fetched'],
    ['not for us', { file_access: 'access_denied' }, 'could not be fetched'],
    ['a voice memo', { subtype: 'slack_audio', mimetype: 'audio/webm', size: 99_000_000 }, 'is a recording'],
    ['a video', { mimetype: 'video/mp4' }, 'is a recording'],
    ['too large', { size: 11 * 1024 * 1024 }, 'is larger than 10 MB'],
  ] as const)('that is %s is named with the reason, and not asked for', async (_, info, why) => {
    const { said, asked } = await answered({ bytes: bytes(IN_FILE), info })
    expect(said).toContain(`“notes.md” ${why}`)
    expect(said).toContain(WORDS)
    expect(asked).toEqual([])
  })

  it('that is a snippet is read like any other', async () => {
    expect((await answered({ bytes: bytes(IN_FILE), info: { mode: 'snippet' } })).said).toContain(IN_FILE)
  })

  it('of another workspace is looked up, and called by its name', async () => {
    const info = { file_access: 'check_file_info' }
    expect((await answered({ bytes: bytes(IN_FILE), info })).said).toContain(IN_FILE)
    const page = await answered({ bytes: bytes(IN_FILE), info, sends: { kind: 'sign-in' } })
    expect(page.said).toContain('“notes.md” did not arrive')
  })

  it('says to whoever runs the coach what to mend, and to no log what it is called', () => {
    expect(bot.log()).toContain('"code":"file-sign-in"')
    expect(bot.log()).toContain('files:read')
    expect(bot.log()).not.toMatch(/notes\.md|capacity plan|failover drill/)
  })
})
