import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { webApi } from '@slack/bolt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeFiles } from '../../src/slack/files.ts'

const TOKEN = 'xoxb-1-secret-token'

describe('fetching a file from Slack', () => {
  let server: Server
  let url: string
  const seen: (string | undefined)[] = []
  let info: object
  beforeAll(async () => {
    server = createServer((req, res) => {
      if (req.url?.startsWith('/api/files.info')) {
        res.writeHead(200, { 'content-type': 'application/json' })
        return res.end(JSON.stringify(info))
      }
      seen.push(req.headers.authorization)
      if (req.url === '/moved') {
        res.writeHead(302, { location: 'http://localhost:9/elsewhere' })
        return res.end()
      }
      return res.end('0123456789')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => server.close())
  const fetching = (file: object, mostBytes = 100) => {
    info = { ok: true, file }
    const client = new webApi.WebClient(TOKEN, { slackApiUrl: `${url}/api/`, retryConfig: { retries: 0 } })
    return makeFiles(client, { botToken: TOKEN, apiUrl: `${url}/api/`, mostBytes }).fetch('F1')
  }

  it('gives its bytes, with the token of the bot', async () => {
    const got = await fetching({ url_private_download: `${url}/file`, size: 10 })
    expect(got.ok && new TextDecoder().decode(got.bytes)).toBe('0123456789')
    expect(seen.at(-1)).toBe(`Bearer ${TOKEN}`)
  })

  it.each([
    ['another host', 'https://files.evil.example/file'],
    ['a host that only ends like Slack’s', 'https://evilslack.com/file'],
    ['Slack without TLS', 'http://files.slack.com/file'],
  ])('asks nobody and gives the token to nobody for a link to %s', async (_, link) => {
    const before = seen.length
    expect(await fetching({ url_private_download: link, size: 1 })).toEqual({ ok: false, why: 'other-kind' })
    expect(seen.length).toBe(before)
  })

  it('does not follow a link elsewhere', async () => {
    await expect(fetching({ url_private_download: `${url}/moved`, size: 1 })).rejects.toMatchObject({
      code: 'slack-unavailable',
    })
  })

  it('reads no more than it may, whatever size Slack names', async () => {
    expect(await fetching({ url_private_download: `${url}/file`, size: 1 }, 5)).toEqual({
      ok: false,
      why: 'too-large',
    })
    expect(await fetching({ url_private_download: `${url}/file`, size: 500 })).toEqual({
      ok: false,
      why: 'too-large',
    })
  })
})
