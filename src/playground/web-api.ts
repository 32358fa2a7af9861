import type { EarlyPosts } from './deliveries.ts'
import type { Homes } from './homes.ts'
import type { Messages } from './messages.ts'
import type { Modals } from './modals.ts'
import { usersOf } from './people.ts'
import type { Responses } from './responses.ts'
import type { MessageSchedule } from './schedule.ts'
import type { Statuses } from './statuses.ts'
import type { Streams } from './streams.ts'
import { asSlackFile } from './uploads.ts'
import type { Json, Workspace } from './workspace.ts'

/** Arguments that clients send as JSON inside a form. */
const NESTED = ['attachments', 'blocks', 'chunks', 'files', 'loading_messages', 'metadata', 'view']

const argumentsOf = (raw: string, type: string): Json => {
  if (type.includes('json')) return JSON.parse(raw || '{}')
  const fields: Json = Object.fromEntries(new URLSearchParams(raw))
  for (const key of NESTED) if (/^[[{]/.test(fields[key] ?? '')) fields[key] = JSON.parse(fields[key])
  return fields
}

/** Turns `markdown_text`, which the store does not know, into text and a block. */
const translated = ({ markdown_text, ...body }: Json): Json =>
  markdown_text ? { ...body, text: markdown_text, blocks: [{ type: 'markdown', text: markdown_text }] } : body

type WebApiParts = {
  readonly workspace: Workspace
  readonly messages: Messages
  readonly responses: Responses
  readonly modals: Modals
  readonly homes: Homes
  readonly statuses: Statuses
  readonly streams: Streams
  readonly schedule: MessageSchedule
  readonly early: EarlyPosts
  changed(): void
}

/**
 * Slack's Web API for the bot. Methods that the store lacks are answered here, and incomplete answers are completed.
 */
export function makeWebApi(parts: WebApiParts) {
  const { workspace, messages, responses, modals, homes, statuses, streams, schedule, early, changed } = parts

  const own: Readonly<Record<string, (body: Json) => Json | Promise<Json>>> = {
    'chat.postEphemeral': (body) => ({
      ok: true,
      message_ts: responses.add(
        { user: body.user, channel: body.channel, thread: body.thread_ts ?? null, ephemeral: null, ts: null },
        translated(body),
      ),
    }),
    'views.open': modals.open,
    'views.push': modals.push,
    'views.update': modals.update,
    'views.publish': homes.publish,
    'assistant.threads.setStatus': ({ channel_id, thread_ts, status }) => {
      if (!channel_id) return { ok: false, error: 'channel_not_found' }
      if (!thread_ts) return { ok: false, error: 'invalid_thread_ts' }
      statuses.set(channel_id, thread_ts, String(status ?? ''))
      return { ok: true }
    },
    'chat.startStream': async (body) => {
      const started = await streams.start(body)
      if (started.ok) statuses.clear(body.channel, body.thread_ts)
      return started
    },
    'chat.appendStream': streams.append,
    'chat.stopStream': streams.stop,
    'chat.scheduleMessage': (body) => schedule.add(translated(body)),
    'chat.scheduledMessages.list': schedule.list,
    'chat.deleteScheduledMessage': schedule.remove,
    // Messages on the page have no addresses, and callers can do without them.
    'chat.getPermalink': () => ({ ok: false, error: 'message_not_found' }),
    'users.list': () => ({ ok: true, members: usersOf(workspace), response_metadata: { next_cursor: '' } }),
    'users.info': ({ user }) => {
      const found = usersOf(workspace).find(({ id }) => id === user)
      return found ? { ok: true, user: found } : { ok: false, error: 'user_not_found' }
    },
  }

  /** The store's answer, with what it left out. */
  const completed = (method: string, sent: Json, answer: Json): Json => {
    if (!answer.ok) return answer
    if (method === 'conversations.history' || method === 'conversations.replies')
      return { ...answer, messages: answer.messages.map((one: Json) => messages.shown(sent.channel, one)) }
    if (method === 'files.info') return { ...answer, file: asSlackFile(answer.file) }
    return answer
  }

  const passOn = async (method: string, headers: Headers, body: Json): Promise<Json> => {
    const deleted = method === 'chat.delete' ? await messages.find(body.channel, body.ts) : null
    const json = new Headers({ authorization: headers.get('authorization') ?? '' })
    json.set('content-type', 'application/json; charset=utf-8')
    const response = await workspace.forward(method, json, JSON.stringify(translated(body)))
    const answer = response.ok ? await response.json() : { ok: false, error: 'unknown_method' }
    if (answer.ok && deleted) await messages.forget(body.channel, deleted)
    if (answer.ok && method === 'chat.postMessage' && body.thread_ts)
      statuses.clear(answer.channel, body.thread_ts)
    if (method.startsWith('chat.') || method.startsWith('files.')) changed()
    return completed(method, body, answer)
  }

  /** Answers a request of the bot. */
  return async (method: string, headers: Headers, raw: string): Promise<Json> => {
    const token = headers.get('authorization')
    if (!token) return { ok: false, error: 'not_authed' }
    if (token !== `Bearer ${workspace.bot.token}`) return { ok: false, error: 'invalid_auth' }
    const body = argumentsOf(early.fromBot(raw), headers.get('content-type') ?? '')
    const answer = own[method]
    if (answer) return answer(body)
    // Titles, prompts and sessions of an agent are optional, so callers can do without them.
    return /^(?:assistant|agents)\./.test(method)
      ? { ok: false, error: 'unknown_method' }
      : passOn(method, headers, body)
  }
}
