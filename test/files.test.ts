import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import type { LocalSlack } from './fakes/local-slack.ts'
import { withOneBot } from './fakes/one-bot.ts'
import type { Bot } from './fakes/run-bot.ts'
import { type LocalFile, SIGN_IN } from './fakes/slack-files.ts'

const FOOT = 'People decide promotions'
const WORDS = 'I wrote the capacity plan of the storage cluster.'
const IN_FILE = 'I planned the failover drill and cut recovery from 40 to 12 minutes.'
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
/** Much shorter than for people. Everything that comes at all comes long before. */
const LIMITS = { oneMs: 1_200, allMs: 2_400 }

describe('a file on its way from Slack', () => {
  let slack: LocalSlack
  let bot: Bot
  withOneBot(
    (at) => {
      slack = at.slack
      bot = at.bot
    },
    { fileLimits: LIMITS },
  )
  const ada = () => bot.person('UADA')
  /** The answer to a message with this file, and how its bytes were requested. */
  const answered = async (file: Omit<LocalFile, 'id' | 'name'> & { name?: string }, text = WORDS) => {
    const before = slack.downloads.length
    const { ts } = await ada().upload(text, [{ name: 'notes.md', ...file }])
    const said = JSON.stringify((await ada().reply(ts, text ? FOOT : 'notes')).blocks)
    return { said, asked: slack.downloads.slice(before) }
  }
  const sent = (sends: LocalFile['sends'], more: object = {}) =>
    answered({ bytes: bytes(IN_FILE), ...(sends ? { sends } : {}), ...more })

  it('is read from the target of one redirect, which does not get the token', async () => {
    const { said, asked } = await sent({ kind: 'redirect', to: 'cdn' })
    expect(said).toContain(IN_FILE)
    expect(asked.map(({ path }) => path.split('/')[1])).toEqual(['files', 'cdn'])
    expect(asked.map(({ authorization }) => authorization !== undefined)).toEqual([true, false])
  })

  it.each([
    [
      'is sent on twice',
      { kind: 'redirect', to: 'cdn twice' },
      'did not arrive: Slack sent me to an address',
    ],
    ['is sent on to a page to sign in on', { kind: 'redirect', to: 'sign-in' }, 'a sign-in page'],
    ['is a page to sign in on', { kind: 'sign-in' }, 'a sign-in page'],
    ['is such a page by another type', { kind: 'sign-in', type: 'text/plain' }, 'a sign-in page'],
    ['is shorter than it should be', { kind: 'bytes', bytes: bytes('I planned') }, 'did not arrive complete'],
    ['breaks off each time', { kind: 'drop', times: 9 }, 'too slowly, or not at all'],
    ['is refused', { kind: 'status', status: 403 }, 'isn’t available: it was deleted'],
  ] as const)(
    'that %s is named with the reason, and the words that came with it are reviewed',
    async (_, sends, why) => {
      const { said } = await sent({ ...sends })
      expect(said).toContain(WORDS)
      expect(said).toMatch(new RegExp(`“notes\\.md” [^"]*${why}[^"]*aste its text\\.`))
      expect(said).not.toMatch(/I planned|I led the sign-in/)
    },
  )

  it('is not followed to a host that is not Slack’s, which gets no request', async () => {
    let heard = 0
    const other = createServer((_, res) => {
      heard += 1
      res.end(IN_FILE)
    })
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as AddressInfo
    const { said } = await sent({ kind: 'redirect', to: `http://127.0.0.1:${port}/notes.md` })
    expect(said).toContain('did not arrive: Slack sent me to an address')
    expect(heard).toBe(0)
    await new Promise((resolve) => other.close(resolve))
  })

  it('is read in spite of a connection that breaks once', async () => {
    expect((await sent({ kind: 'drop', times: 1 })).said).toContain(IN_FILE)
  })

  it('in a message without words is named with the reason too', async () => {
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

  it('that is a web page itself is not mistaken for a sign-in page', async () => {
    const sends = { kind: 'bytes', bytes: bytes(SIGN_IN), type: 'text/html' } as const
    const { said } = await answered({ name: 'notes.html', bytes: bytes(SIGN_IN), sends })
    expect(said).toContain('“notes.html” is a type I can’t read')
    const text = await answered({ name: 'page.md', bytes: bytes(`<!doctype html>\n${IN_FILE}`) })
    expect(text.said).toContain(IN_FILE)
  })

  it('is distinguished from a sign-in page of exactly the same size', async () => {
    const { said } = await answered({ bytes: bytes('x'.repeat(SIGN_IN.length)), sends: { kind: 'sign-in' } })
    expect(said).toContain('a sign-in page')
  })

  it('without a size is read, and a sign-in page in its place is still noticed', async () => {
    const info = { size: undefined }
    expect((await answered({ bytes: bytes(IN_FILE), info })).said).toContain(IN_FILE)
    const page = await answered({
      bytes: bytes(IN_FILE),
      info,
      sends: { kind: 'sign-in', type: 'text/plain' },
    })
    expect(page.said).toContain('a sign-in page')
  })

  it.each([
    ['a link to another service', { is_external: true, mode: 'external' }, 'is not stored in Slack'],
    [
      'kept on another host',
      { url_private_download: 'https://files.example.com/x' },
      'is not stored in Slack',
    ],
    ['a canvas', { mode: 'quip', filetype: 'quip', mimetype: 'application/vnd.slack-docs' }, 'is a canvas'],
    ['a post', { mode: 'space', filetype: 'space' }, 'is a canvas'],
    ['a list', { mode: 'list' }, 'is a canvas'],
    ['hidden by the plan', { mode: 'hidden_by_limit', url_private_download: undefined }, 'is hidden'],
    ['deleted', { mode: 'tombstone' }, 'isn’t available'],
    ['not for us', { file_access: 'access_denied' }, 'isn’t available'],
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

  it('of another workspace is looked up, and named', async () => {
    const info = { file_access: 'check_file_info' }
    expect((await answered({ bytes: bytes(IN_FILE), info })).said).toContain(IN_FILE)
    const page = await answered({ bytes: bytes(IN_FILE), info, sends: { kind: 'sign-in' } })
    expect(page.said).toContain('“notes.md” did not arrive')
  })

  it('tells the person who runs the coach what to fix, and is not named in any log', () => {
    expect(bot.log()).toContain('"code":"file-sign-in"')
    expect(bot.log()).toContain('files:read')
    expect(bot.log()).not.toMatch(/notes\.md|capacity plan|failover drill/)
  })
})
