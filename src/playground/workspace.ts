import { createServer } from 'node:net'
import { createEmulator } from 'emulate'

// biome-ignore lint/suspicious/noExplicitAny: Slack's payloads, passed on as they are
export type Json = any

export type Person = {
  readonly id: string
  readonly login: string
  readonly name: string
  readonly timeZone: string
  readonly token: string
  readonly dm: string
}

export type Workspace = {
  readonly team: string
  readonly bot: { readonly id: string; readonly botId: string; readonly token: string }
  readonly people: readonly Person[]
  readonly channel: { readonly id: string; readonly name: string }
  /** Calls a Web API method of the store with someone's token. */
  call(method: string, body: Json, token?: string): Promise<Json>
  /** Passes a Web API request on unchanged. */
  forward(method: string, headers: Headers, body: string): Promise<Response>
  /** Passes on a request for the bytes of a file. `path` is the store's own, for example /files-pri/F1/notes.txt. */
  bytes(path: string, init: RequestInit): Promise<Response>
  close(): Promise<void>
}

const BOT_TOKEN = 'xoxb-playground-coach'

/** The bot's scopes in the store, which does not check them. */
const BOT_SCOPES = ['chat:write', 'im:history', 'im:write', 'commands', 'files:read', 'users:read']

const PEOPLE = [
  { login: 'ada', name: 'Ada Example', token: 'xoxp-playground-ada', timeZone: 'Europe/London' },
  { login: 'sam', name: 'Sam Example', token: 'xoxp-playground-sam', timeZone: 'Europe/Berlin' },
] as const

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/**
 * Opens a small workspace on this machine: two people, one channel, and each person's DM with the coach. `base` is the
 * public address, with which the URLs of files start.
 */
export async function openWorkspace(base: string): Promise<Workspace> {
  const port = await freePort()
  const store = `http://127.0.0.1:${port}`
  const emulator = await createEmulator({
    service: 'slack',
    port,
    baseUrl: base,
    seed: {
      tokens: {
        [BOT_TOKEN]: { login: 'ladder-coach', scopes: BOT_SCOPES },
        ...Object.fromEntries(PEOPLE.map(({ login, token }) => [token, { login, scopes: [] }])),
      },
      slack: {
        team: { name: 'Playground', domain: 'playground' },
        users: PEOPLE.map(({ login, name }) => ({
          name: login,
          real_name: name,
          email: `${login}@example.com`,
        })),
        channels: [{ name: 'sre', topic: 'Site reliability' }],
        bots: [{ name: 'ladder-coach' }],
        oauth_apps: [
          {
            client_id: '1.2',
            client_secret: 'playground',
            app_id: 'A000000001',
            name: 'Ladder Coach',
            redirect_uris: ['http://localhost/'],
            scopes: BOT_SCOPES,
            user_scopes: [],
          },
        ],
      },
    },
  })
  const forward = (method: string, headers: Headers, body: string): Promise<Response> =>
    fetch(`${store}/api/${method}`, { method: 'POST', headers, body })
  const call = async (method: string, body: Json, token = BOT_TOKEN): Promise<Json> => {
    const headers = new Headers({
      authorization: `Bearer ${token}`,
      'content-type': 'application/json; charset=utf-8',
    })
    return (await forward(method, headers, JSON.stringify(body))).json()
  }
  const me = await call('auth.test', {})
  const people: Person[] = []
  for (const one of PEOPLE) {
    const { user_id: id } = await call('auth.test', {}, one.token)
    const { channel } = await call('conversations.open', { users: id })
    people.push({ ...one, id, dm: channel.id })
  }
  const { channels } = await call('conversations.list', { types: 'public_channel' })
  const sre = channels.find(({ name }: { name: string }) => name === 'sre')
  await call('conversations.join', { channel: sre.id })
  for (const { token } of people) await call('conversations.join', { channel: sre.id }, token)
  return {
    team: me.team_id,
    bot: { id: me.user_id, botId: me.bot_id, token: BOT_TOKEN },
    people,
    channel: { id: sre.id, name: 'sre' },
    call,
    forward,
    bytes: (path, init) => fetch(`${store}${path}`, init),
    close: () => emulator.close(),
  }
}
