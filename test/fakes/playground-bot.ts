import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { webApi } from '@slack/bolt'
import { openPlayground, type ShowRecorded } from '../../src/playground/playground.ts'
import type { Json } from './local-slack.ts'
import { freePort } from './run-bot.ts'

/** A request of the playground, its payload read. */
type Heard = { readonly body: Json; readonly signed: boolean }

const SHORTCUTS = [
  { name: 'Keep as evidence', type: 'message', callback_id: 'keep', description: 'Keeps it for your packet' },
  { name: 'Write evidence', type: 'global', callback_id: 'write', description: 'Opens a form for it' },
]

/** The playground with a bot that does nothing by itself: it records what it hears and says what a test says. */
export async function openPlaygroundBot() {
  const folder = mkdtempSync(join(tmpdir(), 'playground-'))
  const manifest = join(folder, 'manifest.json')
  writeFileSync(manifest, JSON.stringify({ features: { shortcuts: SHORTCUTS } }))
  const port = await freePort()
  const recorded: ShowRecorded = async ({ goal }) => ({
    text: 'Recorded',
    blocks: [{ type: 'section', text: { type: 'plain_text', text: `Recorded: for ${goal.target}` } }],
  })
  const playground = await openPlayground({ port, routes: [], manifest, recorded })
  const heard: Heard[] = []
  const waiters: { matches: (body: Json) => unknown; resolve: (body: Json) => void }[] = []
  let answer: (body: Json) => Json = () => null

  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = []
    for await (const chunk of req) chunks.push(chunk as Buffer)
    const raw = Buffer.concat(chunks).toString('utf8')
    const form = new URLSearchParams(raw)
    const body = raw.startsWith('{')
      ? JSON.parse(raw)
      : form.has('payload')
        ? JSON.parse(form.get('payload')!)
        : Object.fromEntries(form)
    const signature = createHmac('sha256', playground.signingSecret)
      .update(`v0:${req.headers['x-slack-request-timestamp']}:${raw}`)
      .digest('hex')
    heard.push({ body, signed: req.headers['x-slack-signature'] === `v0=${signature}` })
    const said = answer(body)
    res.writeHead(200, { 'content-type': 'application/json' })
    res.end(said ? JSON.stringify(said) : '')
    for (const waiter of waiters.filter(({ matches }) => matches(body))) {
      waiters.splice(waiters.indexOf(waiter), 1)
      waiter.resolve(body)
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  playground.connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`)
  const { people, channel } = (await (await fetch(`${playground.url}/workspace`)).json()) as Json
  const [ada, sam] = people

  const post = async (path: string, body: string | Uint8Array<ArrayBuffer>): Promise<Json> =>
    (await fetch(`${playground.url}${path}`, { method: 'POST', body })).json()

  return {
    ...playground,
    ada,
    sam,
    channel,
    heard,
    client: new webApi.WebClient(playground.botToken, {
      slackApiUrl: playground.slackApiUrl,
      retryConfig: { retries: 0 },
    }),
    /** What the bot answers from now on. */
    answers: (give: (body: Json) => Json): void => {
      answer = give
    },
    /** The next request that matches, now or later. */
    hears: (matches: (body: Json) => unknown): Promise<Json> => {
      const known = heard.find(({ body }) => matches(body))
      if (known) return Promise.resolve(known.body)
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error('The bot did not hear it')), 10_000)
        waiters.push({
          matches,
          resolve: (body) => {
            clearTimeout(timer)
            resolve(body)
          },
        })
      })
    },
    /** Does what the page does for a person; null, or what people read. */
    asks: async (kind: string, more: Json): Promise<string | null> =>
      (await post('/do', JSON.stringify({ kind, as: ada.id, channel: ada.dm, ...more }))).problem,
    /** Brings a file in as the page does; its id. */
    uploads: async (name: string, bytes: Uint8Array<ArrayBuffer>, as = ada.id): Promise<string | null> =>
      (await post(`/upload?${new URLSearchParams({ as, name })}`, bytes)).id,
    /** What a person sees. */
    sees: async (more: Record<string, string> = {}): Promise<Json> =>
      (
        await fetch(
          `${playground.url}/screen?${new URLSearchParams({ as: ada.id, channel: ada.dm, ...more })}`,
        )
      ).json(),
    close: async (): Promise<void> => {
      await playground.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type PlaygroundBot = Awaited<ReturnType<typeof openPlaygroundBot>>
