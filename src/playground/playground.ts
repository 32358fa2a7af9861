import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { makeDeliveries } from './deliveries.ts'
import { COMMANDS, EXAMPLE_ANSWER, EXAMPLE_EVIDENCE } from './example/examples.ts'
import { makeFillYear } from './example/fill-year.ts'
import { makeFront } from './front.ts'
import { loadPageFiles } from './page-files.ts'
import { makePageRequests } from './page-requests.ts'
import { drawScreen } from './screen.ts'
import { readShortcuts } from './shortcuts.ts'
import { FILE_LIMIT } from './uploads.ts'
import { type Json, openWorkspace } from './workspace.ts'

/** A Slack workspace on this machine, with what a bot needs to connect to it. */
export type Playground = {
  readonly url: string
  readonly slackApiUrl: string
  readonly botToken: string
  readonly signingSecret: string
  /** Tells the playground where the bot receives Slack's requests. */
  connect(eventsUrl: string): void
  close(): Promise<void>
}

/** Turns a recorded answer of a model to a text, for a goal, into a message. Null if it fits no ladder here. */
export type ShowRecorded = (recording: {
  readonly text: string
  readonly goal: { readonly ladder: string; readonly current: string; readonly target: string }
  readonly answer: unknown
}) => Promise<{ readonly text: string; readonly blocks: readonly Json[] } | null>

type Route = { readonly path: string; readonly handler: (req: IncomingMessage, res: ServerResponse) => void }

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The app's manifest, which lists its shortcuts. */
const MANIFEST = join(import.meta.dirname, '..', '..', 'manifest.json')

/** The size limit of a request without a file, in bytes. */
const TEXT_LIMIT = 4 * 1024 * 1024

/** The body of a request. Null if it is larger than `limit` bytes. */
const bytesOf = async (req: IncomingMessage, limit: number): Promise<Buffer<ArrayBuffer> | null> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req) {
    size += (chunk as Buffer).length
    if (size <= limit) chunks.push(chunk as Buffer)
  }
  return size > limit ? null : Buffer.concat(chunks)
}
const textOf = async (req: IncomingMessage): Promise<string> =>
  (await bytesOf(req, TEXT_LIMIT))?.toString('utf8') ?? ''

type Opened = { readonly type: string; readonly disposition: string; readonly body: Buffer }

/** Sends a file without the page's policy, under which browsers show no PDF. False if there is none. */
const sendOpened = (res: ServerResponse, file: Opened | null): boolean => {
  if (file === null) return false
  res.writeHead(200, {
    'content-type': file.type,
    'content-disposition': file.disposition,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  res.end(file.body)
  return true
}

/** Addresses that mean every address of a machine, including localhost. */
const ALL = ['0.0.0.0', '::']

/** A host as it is written in a URL. */
const inUrl = (host: string): string => (host.includes(':') ? `[${host}]` : host)

/**
 * Opens the playground on this machine only, or on the given host. `routes` are served in addition to the page's own.
 * `manifest` is the path of the app's manifest, which is read when the page opens. `recorded` makes the recorded review
 * that the page offers after the example. Rejects with the system's error if the port is taken.
 */
export async function openPlayground({
  port,
  host = '127.0.0.1',
  routes,
  manifest = MANIFEST,
  recorded = null,
}: {
  port: number
  host?: string | undefined
  routes: readonly Route[]
  manifest?: string
  recorded?: ShowRecorded | null
}): Promise<Playground> {
  const files = await loadPageFiles()
  const own = ALL.includes(host) ? '127.0.0.1' : inUrl(host)
  const base = `http://${own}:${port}`
  const workspace = await openWorkspace(base)
  const deliveries = makeDeliveries()
  const url = own === '127.0.0.1' ? `http://localhost:${port}` : base
  const listeners = new Set<ServerResponse>()
  const front = makeFront(workspace, deliveries, base, () => {
    for (const res of listeners) res.write('data: changed\n\n')
  })
  const shortcuts = () => readShortcuts(manifest)
  const showRecorded = async (channel: string, thread: string | null): Promise<boolean> => {
    const { goal, answer } = JSON.parse(await readFile(EXAMPLE_ANSWER, 'utf8'))
    const message = await recorded?.({ text: EXAMPLE_EVIDENCE, goal, answer })
    if (!message || !thread) return false
    const headers = new Headers({
      'content-type': 'application/json',
      authorization: `Bearer ${workspace.bot.token}`,
    })
    const body = JSON.stringify({ channel, thread_ts: thread, ...message })
    return (await front.api('chat.postMessage', headers, body)).ok
  }
  const fillYear = makeFillYear(workspace, front, shortcuts)
  const carryOut = makePageRequests(front, shortcuts, showRecorded, fillYear)

  const send = (res: ServerResponse, status: number, type: string, body: string | Buffer): void => {
    res.writeHead(status, {
      'content-type': type.startsWith('text/') || type.endsWith('json') ? `${type}; charset=utf-8` : type,
      'content-security-policy': POLICY,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    res.end(body)
  }
  const json = (res: ServerResponse, body: Json, status = 200): void =>
    send(res, status, 'application/json', JSON.stringify(body))

  /** Answers the bot, on Slack's paths: methods, response URLs and files. False if the path is none of these. */
  const answerBot = async (req: IncomingMessage, res: ServerResponse, asked: URL): Promise<boolean> => {
    const { pathname, search } = asked
    const authorization = req.headers.authorization ?? ''
    const type = req.headers['content-type'] ?? ''
    if (pathname.startsWith('/api/')) {
      const read = req.method === 'GET'
      const headers = new Headers({ 'content-type': read ? '' : type, authorization })
      json(res, await front.api(pathname.slice(5), headers, read ? search.slice(1) : await textOf(req)))
    } else if (pathname.startsWith('/respond/') && req.method === 'POST') {
      const refused = await front.responses.respond(pathname.slice(9), JSON.parse(await textOf(req)))
      json(res, refused ? { ok: false, error: refused } : { ok: true }, refused ? 404 : 200)
    } else if (pathname.startsWith('/files-pri/') && req.method === 'GET') {
      const file = await front.uploads.read(`${pathname}${search}`, authorization)
      send(res, file.status, file.type, file.body)
    } else if (pathname.startsWith('/upload/v1/') && req.method === 'POST') {
      const bytes = await bytesOf(req, FILE_LIMIT + 65_536)
      send(res, bytes ? await front.uploads.write(pathname, type, bytes) : 413, 'text/plain', '')
    } else return false
    return true
  }

  /** Answers the page. False if the path is not one of the page's. */
  const answerPage = async (req: IncomingMessage, res: ServerResponse, asked: URL): Promise<boolean> => {
    const { pathname, searchParams } = asked
    const [as, channel] = [searchParams.get('as') ?? '', searchParams.get('channel') ?? '']
    if (req.method === 'POST') {
      const { origin } = req.headers
      if (origin && origin !== url && origin !== base) send(res, 403, 'text/plain', 'Not from this page.')
      else if (pathname === '/do') {
        const problem = await carryOut(JSON.parse(await textOf(req)))
        json(res, { ok: problem === null, problem })
      } else if (pathname === '/upload') {
        const bytes = await bytesOf(req, FILE_LIMIT)
        const name = searchParams.get('name') || 'file'
        const id = bytes && (await front.uploads.stage(front.personOf(as), name, bytes))
        json(res, { ok: Boolean(id), id })
      } else return false
    } else if (pathname === '/workspace') {
      const people = workspace.people.map(({ id, name, dm }) => ({ id, name, dm }))
      json(res, {
        people,
        channel: workspace.channel,
        commands: COMMANDS,
        example: EXAMPLE_EVIDENCE,
        hasRecorded: recorded !== null,
        shortcuts: await shortcuts(),
        fileLimit: FILE_LIMIT,
      })
    } else if (pathname === '/file') {
      return sendOpened(res, await front.uploads.open(searchParams.get('id') ?? ''))
    } else if (pathname === '/screen')
      json(res, await drawScreen(workspace, front, as, channel, searchParams.get('thread')))
    else if (pathname === '/feed') {
      res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      res.write('data: changed\n\n')
      listeners.add(res)
      req.on('close', () => listeners.delete(res))
    } else return false
    return true
  }

  const handle = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    // Another site in the same browser must not control this one, so the host is checked here and the origin of a POST
    // later.
    const named = req.headers.host?.replace(/:\d+$/, '')
    if (named !== 'localhost' && named !== '127.0.0.1' && named !== own)
      return send(res, 403, 'text/plain', 'This playground only answers on localhost.')
    const asked = new URL(req.url ?? '/', url)
    const route = routes.find(({ path }) => path === asked.pathname)
    if (route) return route.handler(req, res)
    if ((await answerBot(req, res, asked)) || (await answerPage(req, res, asked))) return
    const file = files.get(asked.pathname)
    if (file) send(res, 200, file.type, file.body)
    else send(res, 404, 'text/plain', 'Not here.')
  }

  const server = createServer((req, res) => {
    handle(req, res).catch(() => {
      if (!res.headersSent) send(res, 500, 'text/plain', 'The playground could not do that.')
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  }).catch(async (error: unknown) => {
    await workspace.close()
    throw error
  })

  return {
    url,
    slackApiUrl: `${base}/api/`,
    botToken: workspace.bot.token,
    signingSecret: deliveries.signingSecret,
    connect: deliveries.connect,
    close: async () => {
      deliveries.close()
      front.close()
      for (const res of listeners) res.end()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await workspace.close()
    },
  }
}
