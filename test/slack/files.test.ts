import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { webApi } from '@slack/bolt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeFiles } from '../../src/slack/web-api/files.ts'

const TOKEN = 'xoxb-1-secret-token'

describe('fetching a file from Slack', () => {
  let server: Server
  let url: string
  const seen: (string | undefined)[] = []
  let info: object
  let location = ''
  let refuses = ''
  const stalling = Promise.withResolvers<void>()
  beforeAll(async () => {
    server = createServer((req, res) => {
      if (req.url?.startsWith('/api/files.info')) {
        res.writeHead(200, { 'content-type': 'application/json' })
        return res.end(JSON.stringify(refuses ? { ok: false, error: refuses } : info))
      }
      seen.push(req.headers.authorization)
      if (req.url === '/moved') {
        res.writeHead(302, { location })
        return res.end()
      }
      if (req.url === '/broken') res.statusCode = 502
      if (req.url === '/nobody') return req.socket.destroy()
      if (req.url === '/stalls') {
        res.write('01234')
        return stalling.resolve()
      }
      return res.end('0123456789')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  const fetching = (file: object, mostBytes = 100, signal = AbortSignal.timeout(5_000)) => {
    info = { ok: true, file }
    const client = new webApi.WebClient(TOKEN, { slackApiUrl: `${url}/api/`, retryConfig: { retries: 0 } })
    return makeFiles(client, { botToken: TOKEN, apiUrl: `${url}/api/`, mostBytes }).fetch('F1', signal)
  }

  it('returns its bytes, requested with the bot’s token', async () => {
    const got = await fetching({ url_private_download: `${url}/file`, size: 10 })
    expect(got.ok && new TextDecoder().decode(got.bytes)).toBe('0123456789')
    expect(seen.at(-1)).toBe(`Bearer ${TOKEN}`)
  })

  it.each([
    ['another host', 'https://files.evil.example/file'],
    ['a host that only ends like Slack’s', 'https://evilslack.com/file'],
    ['Slack without TLS', 'http://files.slack.com/file'],
  ])('sends no request and no token for a link to %s', async (_, link) => {
    const before = seen.length
    expect(await fetching({ url_private_download: link, size: 1 })).toMatchObject({
      ok: false,
      why: 'elsewhere',
    })
    expect(seen.length).toBe(before)
  })

  it.each([
    ['another host', 'http://localhost:9/elsewhere'],
    ['this host by another scheme', 'https://127.0.0.1/file'],
    ['a host that only ends like Slack’s', 'https://evilslack.com/file'],
    ['Slack without TLS', 'http://files.slack.com/file'],
    ['Slack at another port', 'https://files.slack.com:8443/file'],
    ['Slack with a name and password', 'https://a:b@files.slack.com/file'],
    ['no address', 'http://'],
    ['a file of this machine', 'file:///etc/passwd'],
  ])('does not follow a redirect to %s', async (_, link) => {
    location = link
    const before = seen.length
    const got = await fetching({ url_private_download: `${url}/moved`, size: 1 })
    expect(got).toMatchObject({ ok: false, why: 'moved' })
    expect(seen.length).toBe(before + 1)
  })

  it('reads no more than it may, whatever size Slack names', async () => {
    const url_private_download = `${url}/file`
    expect(await fetching({ url_private_download }, 5)).toMatchObject({ ok: false, why: 'too-large' })
    expect(await fetching({ url_private_download, size: 500 })).toMatchObject({ why: 'too-large' })
    expect(await fetching({ url_private_download, size: 1 }, 5)).toMatchObject({ ok: false, why: 'cut' })
  })

  it.each([
    ['more bytes than it has', '/file', 5, 'cut'],
    ['a broken server', '/broken', 10, 'not-fetched'],
    ['nobody', '/nobody', 10, 'not-fetched'],
  ])('tries three times if it gets %s, and says so', async (_, path, size, why) => {
    const before = seen.length
    expect(await fetching({ url_private_download: `${url}${path}`, size })).toMatchObject({ why })
    expect(seen.length).toBe(before + 3)
  })

  it('stops when told to, with the reason known by then', async () => {
    const before = seen.length
    const stop = new AbortController()
    const got = fetching({ url_private_download: `${url}/stalls`, size: 10 }, 100, stop.signal)
    await stalling.promise
    stop.abort()
    expect(await got).toMatchObject({ ok: false, why: 'not-fetched' })
    expect(seen.length).toBe(before + 1)
  })

  it('throws if Slack refuses the token, but not if it refuses the file', async () => {
    refuses = 'token_revoked'
    // This works again once a person has fixed the token, and the job is tried again until then.
    await expect(fetching({})).rejects.toMatchObject({ code: 'slack-unavailable' })
    refuses = 'some_new_error'
    expect(await fetching({})).toEqual({ ok: false, name: null, why: 'gone' })
    refuses = ''
  })
})
