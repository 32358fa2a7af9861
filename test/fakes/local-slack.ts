import { createHmac, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import { fileInfo, type LocalFile, makeUploads, sendFile } from './slack-files.ts'
import { slackProblems, viewProblems } from './slack-limits.ts'
import { agentProblems, validated } from './slack-validate.ts'

// biome-ignore lint/suspicious/noExplicitAny: payloads of a protocol, read freely by tests
export type Json = any
type Call = { method: string; body: Json; raw: string; at: number }
export type Fault = {
  times?: number
  status?: number
  error?: string
  retryAfter?: number
  hang?: boolean
  dropAfterApplying?: boolean
}
export type Delivery = { acked: boolean; status: number; body: Json; ms: number }
export type Message = {
  ts: string
  channel: string
  thread_ts?: string
  /** A reply that is also shown below its thread. */
  reply_broadcast?: boolean
  text: string
  blocks: Json[]
  metadata?: Json
  bot_id: string
  deleted?: boolean
  files?: Json[]
  /** How often it was updated. */
  updates?: number
}

/** How a call fails at random: not carried out, carried out with its answer lost, or refused for now. */
const SHAKY = ['500', 'reset before', 'reset after', 'internal_error', 'service_unavailable'] as const

export const BOT = { id: 'U0COACH', botId: 'B0COACH' }
export const SIGNING_SECRET = 'a'.repeat(32)
export const BOT_TOKEN = 'xoxb-1-local-slack'
export const APP_TOKEN = 'xapp-1-local-slack'

const read = async (req: IncomingMessage): Promise<Buffer<ArrayBuffer>> => {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const parse = (raw: string, type: string): Json => {
  if (type.includes('json')) return raw ? JSON.parse(raw) : {}
  const body: Json = Object.fromEntries(new URLSearchParams(raw))
  for (const key of ['blocks', 'metadata', 'view', 'attachments', 'chunks', 'prompts', 'files'])
    if (typeof body[key] === 'string') body[key] = JSON.parse(body[key])
  return body
}

/** The DM channel of a person with the coach. */
export function dmOf(team: string, user: string): string {
  return `D${team}${user}`
}

/** A Slack of our own for tests: Web API with state, HTTP and Socket Mode deliveries, a journal, faults. */
export async function startLocalSlack() {
  const started = performance.now()
  const calls: Call[] = []
  const messages: Message[] = []
  const ephemerals: Json[] = []
  const views: Json[] = []
  /** What each person's Home tab shows, by their id, and how often it was published. */
  const homes = new Map<string, Json>()
  const responses: Json[] = []
  const problems: string[] = []
  const files = new Map<string, LocalFile>()
  /** Where the bot is installed, as auth.test says. */
  const installation: { team_id: string | null; enterprise_id: string | null } = {
    team_id: 'T1',
    enterprise_id: null,
  }
  const members: Json[] = [
    {
      id: 'UADA',
      name: 'ada',
      real_name: 'Ada Example',
      tz: 'Europe/London',
      profile: { display_name: 'ada', real_name: 'Ada Example' },
    },
    {
      id: 'USAM',
      name: 'sam',
      real_name: 'Sam Sample',
      tz: 'Asia/Kolkata',
      profile: { display_name: 'Sam', real_name: 'Sam Sample' },
    },
  ]
  /** What waits to be posted later; the test posts it. */
  const scheduled: Json[] = []
  /** Channels that the bot was not invited to, and what Slack says of them. */
  const closed = new Map<string, string>()
  const downloads: { path: string; authorization: string | undefined }[] = []
  /**
   * What this Slack can do; older ones know no blocks that fold, cannot stream, and show no agents; some day one takes no
   * blocks at all.
   */
  const can = { fold: true, stream: false, blocks: true, agent: false, home: true }
  /** What an agent shows: statuses and sessions, each by its thread, in their order; prompts by DM, the newest. */
  const shown = {
    statuses: new Map<string, string[]>(),
    sessions: new Map<string, string[]>(),
    prompts: new Map<string, Json[]>(),
  }
  /** What the bot's token may do, as each answer says. */
  const scopes = ['app_mentions:read', 'chat:write', 'commands', 'files:read', 'im:history', 'users:read']
  const faults = new Map<string, Fault & { left: number }>()
  /** The share of all calls, of every method, that fail at random; each answers something. */
  const shaky = { share: 0, failed: 0 }
  const waiters: { matches: () => unknown; resolve: (value: unknown) => void }[] = []
  let clock = 1_790_000_000_000_000
  const nextTs = (): string => {
    clock += 1_000_003
    return `${Math.floor(clock / 1e6)}.${String(clock % 1e6).padStart(6, '0')}`
  }
  // What is waited for may come of something else than a call to Slack.
  const looking = setInterval(() => settle(), 50).unref()
  const settle = (): void => {
    for (const waiter of [...waiters]) {
      const found = waiter.matches()
      if (!found) continue
      waiters.splice(waiters.indexOf(waiter), 1)
      waiter.resolve(found)
    }
  }
  const live = (channel: string, ts: string): Message | undefined =>
    messages.find((message) => message.channel === channel && message.ts === ts && !message.deleted)

  const takesBlocks = ({ blocks = [] }: Json): boolean =>
    (can.blocks || blocks.length === 0) && (can.fold || !JSON.stringify(blocks).includes('"container"'))

  const uploads = makeUploads({
    scopes,
    files,
    share: (channel, thread_ts, text, shared) => {
      if (!/^[CDG]/.test(channel) || closed.has(channel)) return false
      const said = shared.map((file) => fileInfo(file, url))
      messages.push({
        ...{ ts: nextTs(), channel, text, blocks: [], bot_id: BOT.botId, files: said },
        ...(thread_ts ? { thread_ts } : {}),
      })
      return true
    },
  })

  const agent =
    (method: string, show: (body: Json) => void) =>
    (body: Json): Json => {
      const found = agentProblems(method, body)
      problems.push(...found)
      if (!can.agent) return { ok: false, error: 'feature_not_enabled' }
      if (found.length > 0) return { ok: false, error: 'invalid_arguments' }
      show(body)
      return {}
    }
  const add = (to: Map<string, string[]>, { thread_ts, status }: Json): void =>
    void to.set(thread_ts, [...(to.get(thread_ts) ?? []), status])

  const methods: Record<string, (body: Json) => Json> = {
    'assistant.threads.setStatus': agent('assistant.threads.setStatus', (body) => add(shown.statuses, body)),
    'agents.sessions.setStatus': agent('agents.sessions.setStatus', (body) => add(shown.sessions, body)),
    'assistant.threads.setSuggestedPrompts': agent(
      'assistant.threads.setSuggestedPrompts',
      ({ channel_id, prompts }) => void shown.prompts.set(channel_id, prompts),
    ),
    'auth.test': () => ({
      url: 'http://local/',
      team: 'Team',
      user: 'coach',
      ...installation,
      user_id: BOT.id,
      bot_id: BOT.botId,
    }),
    'apps.connections.open': () => ({ url: `ws://127.0.0.1:${port()}/link` }),
    'chat.postMessage': (body) => {
      const no = closed.get(body.channel)
      if (no) return { ok: false, error: no }
      if (!takesBlocks(body)) return { ok: false, error: 'invalid_blocks' }
      const found = slackProblems(body)
      problems.push(...found)
      if (found.length > 0) return { ok: false, error: 'invalid_blocks' }
      const message = {
        ts: nextTs(),
        // Whoever posts to a person posts to their DM.
        channel: /^[UW]/.test(body.channel) ? dmOf('T1', body.channel) : body.channel,
        thread_ts: body.thread_ts,
        reply_broadcast: body.reply_broadcast,
        text: body.text,
        blocks: body.blocks ?? [],
        metadata: body.metadata,
        bot_id: BOT.botId,
      }
      messages.push(message)
      return { channel: message.channel, ts: message.ts, message }
    },
    'chat.scheduleMessage': (body) => {
      const no = closed.get(body.channel)
      if (no) return { ok: false, error: no }
      const found = slackProblems(body)
      problems.push(...found)
      if (found.length > 0) return { ok: false, error: 'invalid_blocks' }
      const post_at = Number(body.post_at)
      const id = `Q${scheduled.length + 1}`
      scheduled.push({ ...body, id, post_at, taken: false })
      return { channel: body.channel, scheduled_message_id: id, post_at }
    },
    'chat.scheduledMessages.list': ({ channel }) => ({
      scheduled_messages: scheduled
        .filter((one) => !one.taken && one.channel === channel)
        .map((one) => ({ id: one.id, channel_id: channel, post_at: one.post_at, text: one.text })),
      response_metadata: { next_cursor: '' },
    }),
    'chat.deleteScheduledMessage': ({ channel, scheduled_message_id: id }) => {
      const one = scheduled.find((waits) => waits.id === id && waits.channel === channel && !waits.taken)
      if (!one) return { ok: false, error: 'invalid_scheduled_message_id' }
      one.taken = true
      return {}
    },
    'chat.postEphemeral': (body) => {
      const no = closed.get(body.channel)
      if (no) return { ok: false, error: no }
      problems.push(...slackProblems(body))
      ephemerals.push(body)
      return { message_ts: nextTs() }
    },
    'chat.update': (body) => {
      if (!takesBlocks(body)) return { ok: false, error: 'invalid_blocks' }
      const message = live(body.channel, body.ts)
      if (!message) return { ok: false, error: 'message_not_found' }
      const found = slackProblems(body)
      problems.push(...found)
      if (found.length > 0) return { ok: false, error: 'invalid_blocks' }
      message.text = body.text
      message.blocks = body.blocks ?? []
      message.updates = (message.updates ?? 0) + 1
      return { channel: body.channel, ts: body.ts, text: body.text }
    },
    'chat.startStream': (body) => {
      if (!can.stream) return { ok: false, error: 'unknown_method' }
      const message: Message = {
        ts: nextTs(),
        channel: body.channel,
        thread_ts: body.thread_ts,
        text: JSON.stringify(body.chunks ?? body.markdown_text),
        blocks: [],
        bot_id: BOT.botId,
      }
      messages.push(message)
      return { channel: body.channel, ts: message.ts }
    },
    'chat.appendStream': (body) => {
      const message = live(body.channel, body.ts)
      if (!message) return { ok: false, error: 'message_not_found' }
      message.text += JSON.stringify(body.chunks ?? body.markdown_text)
      message.updates = (message.updates ?? 0) + 1
      return { channel: body.channel, ts: body.ts }
    },
    'chat.stopStream': (body) => ({ channel: body.channel, ts: body.ts }),
    'users.list': (body) => {
      const from = Number(body.cursor || 0)
      const page = members.slice(from, from + 2)
      const next = from + 2 < members.length ? String(from + 2) : ''
      return { members: page, response_metadata: { next_cursor: next } }
    },
    'users.info': ({ user }) => {
      const found = members.find(({ id }) => id === user)
      return found ? { user: found } : { ok: false, error: 'user_not_found' }
    },
    'files.info': (body) => {
      const file = files.get(body.file)
      return file ? { file: fileInfo(file, url) } : { ok: false, error: 'file_not_found' }
    },
    'files.getUploadURLExternal': (body) => uploads.begin(body, url),
    'files.completeUploadExternal': (body) => uploads.complete(body),
    'conversations.history': (body) => {
      const page = messages
        .filter(({ channel, thread_ts, deleted }) => channel === body.channel && !thread_ts && !deleted)
        // Our ts are no times of a clock that a test drives: `oldest` says nothing here.
        .filter(({ ts }) => !body.latest || ts <= body.latest)
        .reverse()
        .slice(0, Number(body.limit || 100))
      return { messages: page, has_more: false, response_metadata: { next_cursor: '' } }
    },
    'chat.getPermalink': ({ channel, message_ts }) => ({
      permalink: `https://local.slack.com/archives/${channel}/p${String(message_ts).replace('.', '')}`,
    }),
    'chat.delete': (body) => {
      const message = live(body.channel, body.ts)
      if (!message) return { ok: false, error: 'message_not_found' }
      message.deleted = true
      return { channel: body.channel, ts: body.ts }
    },
    'conversations.replies': (body) => {
      const all = messages.filter(
        ({ channel, thread_ts, deleted }) => channel === body.channel && thread_ts === body.ts && !deleted,
      )
      const from = Number(body.cursor || 0)
      const size = Math.min(Number(body.limit || 100), 2)
      const page = all
        .slice(from, from + size)
        .map((message) =>
          String(body.include_all_metadata) === 'true' ? message : { ...message, metadata: undefined },
        )
      const next = from + size < all.length ? String(from + size) : ''
      return { messages: page, has_more: next !== '', response_metadata: { next_cursor: next } }
    },
    'blocks.validate': (body) => validated(body, can),
    'views.open': (body) => {
      const view = {
        id: `V${views.length + 1}`,
        ...(typeof body.view === 'string' ? JSON.parse(body.view) : body.view),
      }
      if ((view.title?.text ?? '').length > 24) return { ok: false, error: 'invalid_arguments' }
      problems.push(...viewProblems(view))
      views.push(view)
      return { view }
    },
    'views.push': (body) => methods['views.open']!(body),
    'views.update': (body) => {
      const view = views.find(({ id }) => id === body.view_id)
      if (!view) return { ok: false, error: 'not_found' }
      problems.push(...viewProblems(body.view))
      Object.assign(view, body.view)
      return { view }
    },
    'views.publish': ({ user_id: user, view, hash }) => {
      if (!can.home) return { ok: false, error: 'not_enabled' }
      if (!members.some(({ id }) => id === user)) return { ok: false, error: 'user_not_found' }
      const found = view?.type === 'home' ? viewProblems(view) : ['no Home tab']
      problems.push(...found)
      if (found.length > 0) return { ok: false, error: 'invalid_arguments' }
      const before = homes.get(user)
      if (hash && hash !== before?.hash) return { ok: false, error: 'hash_conflict' }
      const times = (before?.times ?? 0) + 1
      homes.set(user, { ...view, id: `VHOME${user}`, hash: `${times}.${randomUUID()}`, times })
      return { view: homes.get(user) }
    },
  }

  const answer = (
    res: ServerResponse,
    status: number,
    body: Json,
    headers: Record<string, string> = {},
  ): void => {
    res.writeHead(status, { 'content-type': 'application/json', ...headers })
    res.end(JSON.stringify(body))
  }
  const server = createServer(async (req, res) => {
    const bytes = await read(req)
    if (req.url?.startsWith('/upload/')) {
      const status = await uploads.take(req.url, req.headers['content-type'] ?? '', bytes)
      calls.push({ method: 'upload', body: {}, raw: '', at: performance.now() - started })
      res.writeHead(status, { 'content-type': 'text/plain' })
      res.end(status === 200 ? `OK - ${bytes.length}` : 'no')
      return settle()
    }
    const raw = bytes.toString('utf8')
    const body = parse(raw, req.headers['content-type'] ?? '')
    const path = (req.url ?? '').split('?')[0]!
    if (path.startsWith('/respond/')) {
      responses.push({ ...body, to: path })
      calls.push({ method: 'response_url', body, raw, at: performance.now() - started })
      if (body.blocks) problems.push(...slackProblems(body))
      answer(res, 200, { ok: true })
      return settle()
    }
    if (/^\/(?:files|cdn|sign-in)\//.test(path)) {
      downloads.push({ path, authorization: req.headers.authorization })
      sendFile(req, res, files.get(path.split('/')[2] ?? ''), BOT_TOKEN)
      return settle()
    }
    const method = path.replace('/api/', '')
    calls.push({ method, body, raw, at: performance.now() - started })
    if (Math.random() < shaky.share) {
      shaky.failed += 1
      const kind = SHAKY[Math.floor(Math.random() * SHAKY.length)]!
      if (kind === 'reset after') methods[method]?.(body)
      if (kind.startsWith('reset')) req.socket.destroy()
      else if (kind === '500') answer(res, 500, { ok: false, error: 'internal_error' })
      else answer(res, 200, { ok: false, error: kind })
      return settle()
    }
    const fault = faults.get(method)
    if (fault && fault.left > 0) {
      fault.left -= 1
      if (fault.hang) return settle()
      if (fault.dropAfterApplying) {
        methods[method]?.(body)
        req.socket.destroy()
        return settle()
      }
      if (fault.retryAfter !== undefined)
        answer(res, 429, { ok: false, error: 'ratelimited' }, { 'retry-after': String(fault.retryAfter) })
      else answer(res, fault.status ?? 200, { ok: false, error: fault.error ?? 'internal_error' })
      return settle()
    }
    const work = methods[method]
    const said = work ? { ok: true, ...work(body) } : { ok: false, error: 'unknown_method' }
    answer(res, 200, said, { 'x-oauth-scopes': scopes.join(',') })
    settle()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const port = (): number => (server.address() as AddressInfo).port
  const url = `http://127.0.0.1:${port()}`

  const sockets = new WebSocketServer({ noServer: true })
  const open = new Set<WebSocket>()
  const pending = new Map<string, (payload: Json) => void>()
  /** What becomes of the next sockets, one each; those after them are taken and greeted. */
  const odd: ('refused' | 'silent' | 'closed')[] = []
  let greeted = 0
  server.on('upgrade', (req, wire, head) => {
    const what = odd.shift()
    if (what === 'refused') {
      wire.end('HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\n\r\n')
      return
    }
    sockets.handleUpgrade(req, wire, head, (socket) => {
      if (what === 'closed') socket.close(1000)
      else if (what === undefined) sockets.emit('connection', socket, req)
    })
  })
  sockets.on('connection', (socket) => {
    open.add(socket)
    greeted += 1
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A1' } }))
    socket.on('message', (data) => {
      const { envelope_id, payload } = JSON.parse(String(data))
      pending.get(envelope_id)?.(payload)
      settle()
    })
    socket.on('close', () => open.delete(socket))
    settle()
  })

  /** Resolves with the first truthy result of `matches`, now or later; rejects after `ms`. */
  const next = <T>(
    matches: () => T | undefined | null | false,
    ms = 15_000,
    what = 'the awaited call',
  ): Promise<T> => {
    const found = matches()
    if (found) return Promise.resolve(found)
    return new Promise<T>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${what} did not come within ${ms} ms`)), ms)
      waiters.push({
        matches,
        resolve: (value) => {
          clearTimeout(timer)
          resolve(value as T)
        },
      })
    })
  }

  const http =
    (eventsUrl: string, reads = true) =>
    async (body: Json, form: boolean, headers: Record<string, string> = {}): Promise<Delivery> => {
      const raw = form ? new URLSearchParams(body).toString() : JSON.stringify(body)
      const timestamp = String(Math.floor(Date.now() / 1000))
      const signature = `v0=${createHmac('sha256', SIGNING_SECRET).update(`v0:${timestamp}:${raw}`).digest('hex')}`
      const from = performance.now()
      try {
        const response = await fetch(eventsUrl, {
          method: 'POST',
          body: raw,
          headers: {
            'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json',
            'x-slack-request-timestamp': timestamp,
            'x-slack-signature': signature,
            ...headers,
          },
          signal: AbortSignal.timeout(5_000),
        })
        const text = await response.text()
        const parsed = reads && text.startsWith('{') ? JSON.parse(text) : text
        return { acked: response.ok, status: response.status, body: parsed, ms: performance.now() - from }
      } catch {
        return { acked: false, status: 0, body: null, ms: performance.now() - from }
      }
    }
  const socket =
    () =>
    async (body: Json, form: boolean, headers: Record<string, string> = {}): Promise<Delivery> => {
      const link = await next(() => [...open].at(-1), 10_000, 'a socket')
      const envelope = randomUUID()
      const interactive = body.payload !== undefined
      const from = performance.now()
      const acked = new Promise<Delivery>((resolve) => {
        const timer = setTimeout(
          () => resolve({ acked: false, status: 0, body: null, ms: performance.now() - from }),
          4_000,
        )
        pending.set(envelope, (payload) => {
          clearTimeout(timer)
          resolve({ acked: true, status: 200, body: payload, ms: performance.now() - from })
        })
      })
      link.send(
        JSON.stringify({
          envelope_id: envelope,
          type: interactive ? 'interactive' : form ? 'slash_commands' : 'events_api',
          accepts_response_payload: interactive || form,
          payload: interactive ? JSON.parse(body.payload) : body,
          ...(headers['x-slack-retry-num']
            ? { retry_attempt: Number(headers['x-slack-retry-num']), retry_reason: 'timeout' }
            : {}),
        }),
      )
      return acked
    }

  return {
    url,
    apiUrl: `${url}/api/`,
    calls: (method?: string) => calls.filter((call) => !method || call.method === method),
    messages,
    views,
    homes,
    responses,
    ephemerals,
    files,
    /** Who is in the workspace, as users.list has it. */
    members,
    installation,
    scheduled,
    closed,
    downloads,
    can,
    shown,
    scopes,
    /** The socket of Socket Mode. */
    link: {
      /** How many sockets were taken and greeted. */
      greeted: () => greeted,
      /** What becomes of the next sockets. */
      odd,
      say: (message: Json) => {
        for (const one of open) one.send(typeof message === 'string' ? message : JSON.stringify(message))
      },
      /** Gone without a goodbye. */
      drop: () => {
        for (const one of open) one.terminate()
      },
      close: (code: number) => {
        for (const one of open) one.close(code)
      },
    },
    shaky,
    /** What Slack would have refused, over the whole run. */
    problems,
    /** Live posts of ours in a thread, oldest first. */
    thread: (channel: string, threadTs: string) =>
      messages.filter((one) => one.channel === channel && one.thread_ts === threadTs && !one.deleted),
    /** Every byte that the bot sent. */
    sent: () => calls.map(({ raw }) => raw).join('\n'),
    fail: (method: string, fault: Fault) => void faults.set(method, { ...fault, left: fault.times ?? 1 }),
    next,
    nextTs,
    http,
    socket,
    close: async () => {
      clearInterval(looking)
      for (const one of open) one.terminate()
      sockets.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export type LocalSlack = Awaited<ReturnType<typeof startLocalSlack>>
