import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createRequire, stripTypeScriptTypes } from 'node:module'
import { dirname, join } from 'node:path'
import { makeDeliveries } from './deliveries.ts'
import { COMMANDS, EXAMPLE_EVIDENCE } from './examples.ts'
import { makeFront } from './front.ts'
import { drawScreen } from './screen.ts'
import { type Json, openWorkspace } from './workspace.ts'

/** A Slack workspace on this machine, and what a bot needs to be its coach. */
export type Playground = {
  readonly url: string
  readonly slackApiUrl: string
  readonly botToken: string
  readonly signingSecret: string
  /** Tells it where the bot takes Slack's requests. */
  connect(eventsUrl: string): void
  close(): Promise<void>
}

type Route = { readonly path: string; readonly handler: (req: IncomingMessage, res: ServerResponse) => void }

const PAGE = join(import.meta.dirname, 'page')
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** The page's files: the browser gets the TypeScript with its types taken out. */
const loadFiles = async (): Promise<Map<string, { type: string; body: string }>> => {
  const files = new Map<string, { type: string; body: string }>()
  const blocks = join(dirname(createRequire(import.meta.url).resolve('slack-blocks-to-jsx')), 'style.css')
  files.set('/', { type: 'text/html', body: await readFile(join(PAGE, 'index.html'), 'utf8') })
  files.set('/page.css', { type: 'text/css', body: await readFile(join(PAGE, 'page.css'), 'utf8') })
  files.set('/blocks.css', {
    type: 'text/css',
    body: (await readFile(blocks, 'utf8')).replaceAll('#slack_blocks_to_jsx', '[data-blocks]'),
  })
  for (const name of ['page', 'draw', 'composer']) {
    const source = await readFile(join(PAGE, `${name}.ts`), 'utf8')
    files.set(`/${name}.ts`, { type: 'text/javascript', body: stripTypeScriptTypes(source) })
  }
  return files
}

const bodyOf = async (req: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

/**
 * Opens the playground on this machine alone. `routes` are answered beside the page's own. Rejects with the
 * system's error when the port is taken.
 */
export const openPlayground = async ({
  port,
  routes,
}: {
  port: number
  routes: readonly Route[]
}): Promise<Playground> => {
  const files = await loadFiles()
  const workspace = await openWorkspace()
  const deliveries = makeDeliveries()
  const url = `http://localhost:${port}`
  const listeners = new Set<ServerResponse>()
  const front = makeFront(workspace, deliveries, `http://127.0.0.1:${port}`, () => {
    for (const res of listeners) res.write('data: changed\n\n')
  })

  const send = (res: ServerResponse, status: number, type: string, body: string): void => {
    res.writeHead(status, {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': POLICY,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    res.end(body)
  }
  const json = (res: ServerResponse, body: Json): void =>
    send(res, 200, 'application/json', JSON.stringify(body))

  const messageIn = async (channel: string, ts: string, thread: string | null): Promise<Json> => {
    const from = thread
      ? await workspace.call('conversations.replies', { channel, ts: thread, limit: 200 })
      : await workspace.call('conversations.history', { channel, limit: 200 })
    return (from.messages ?? []).find((message: Json) => message.ts === ts) ?? { ts }
  }
  const act = async (order: Json): Promise<void> => {
    const { kind, as: user, channel, thread } = order
    if (kind === 'send')
      await (order.text.startsWith('/') && !thread
        ? front.command(user, channel, order.text)
        : front.send(user, channel, thread, order.text))
    if (kind === 'submit') await front.submit(order.modal, order.values)
    if (kind === 'dismiss') front.dismiss(order.modal)
    if (kind !== 'act') return
    const own = front.ephemerals.find((one) => one.id === order.ts)
    const message = own
      ? { ephemeral: own.id, thread: own.thread, ts: String(own.after), blocks: own.blocks }
      : await messageIn(channel, order.ts, thread)
    const element = (message.blocks ?? [])
      .flatMap((block: Json) => block.elements ?? [])
      .find((one: Json) => one.action_id === order.action)
    if (!element) return
    const option = element.options?.find((one: Json) => one.value === order.value)
    await front.act(user, channel, message, {
      type: element.type,
      action_id: element.action_id,
      block_id: order.block,
      text: element.text,
      value: element.value,
      ...(option ? { selected_option: option } : {}),
    })
  }

  const handle = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    // Another site in the same browser must not drive this one: by name, and by where a request comes from.
    const host = req.headers.host?.replace(/:\d+$/, '')
    if (host !== 'localhost' && host !== '127.0.0.1')
      return send(res, 403, 'text/plain', 'This playground answers to localhost alone.')
    const { pathname, searchParams } = new URL(req.url ?? '/', url)
    const route = routes.find(({ path }) => path === pathname)
    if (route) return route.handler(req, res)
    if (pathname.startsWith('/api/') && req.method === 'POST') {
      const headers = new Headers({
        'content-type': req.headers['content-type'] ?? '',
        authorization: req.headers.authorization ?? '',
      })
      const { status, body } = await front.api(pathname.slice('/api/'.length), headers, await bodyOf(req))
      return send(res, status, 'application/json', body)
    }
    if (pathname.startsWith('/respond/') && req.method === 'POST') {
      const known = await front.respond(pathname.slice('/respond/'.length), JSON.parse(await bodyOf(req)))
      return send(res, known ? 200 : 404, 'application/json', JSON.stringify({ ok: known }))
    }
    if (pathname === '/do' && req.method === 'POST') {
      const { origin } = req.headers
      if (origin && origin !== url && origin !== `http://127.0.0.1:${port}`)
        return send(res, 403, 'text/plain', 'Not from this page.')
      await act(JSON.parse(await bodyOf(req)))
      return json(res, { ok: true })
    }
    if (pathname === '/workspace') {
      const people = workspace.people.map(({ id, name, dm }) => ({ id, name, dm }))
      return json(res, { people, channel: workspace.channel, commands: COMMANDS, example: EXAMPLE_EVIDENCE })
    }
    if (pathname === '/screen') {
      const [as = '', channel = ''] = [searchParams.get('as') ?? '', searchParams.get('channel') ?? '']
      return json(res, await drawScreen(workspace, front, as, channel, searchParams.get('thread')))
    }
    if (pathname === '/feed') {
      res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      res.write('data: changed\n\n')
      listeners.add(res)
      req.on('close', () => listeners.delete(res))
      return
    }
    const file = files.get(pathname)
    return file ? send(res, 200, file.type, file.body) : send(res, 404, 'text/plain', 'Not here.')
  }

  const server = createServer((req, res) => {
    handle(req, res).catch(() => {
      if (!res.headersSent) send(res, 500, 'text/plain', 'The playground could not do that.')
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  }).catch(async (error: unknown) => {
    await workspace.close()
    throw error
  })

  return {
    url,
    slackApiUrl: `http://127.0.0.1:${port}/api/`,
    botToken: workspace.bot.token,
    signingSecret: deliveries.signingSecret,
    connect: deliveries.connect,
    close: async () => {
      deliveries.close()
      for (const res of listeners) res.end()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await workspace.close()
    },
  }
}
