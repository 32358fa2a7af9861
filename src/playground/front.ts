import { randomUUID } from 'node:crypto'
import type { Deliveries } from './deliveries.ts'
import type { Json, Person, Workspace } from './workspace.ts'

/** A message that only one person sees. Slack keeps none either. */
export type Ephemeral = {
  readonly id: string
  readonly user: string
  readonly channel: string
  readonly thread: string | null
  readonly after: number
  text: string
  blocks: Json[]
}

export type OpenModal = {
  readonly id: string
  readonly user: string
  view: Json
  errors: Record<string, string>
}

/** What an interaction was about: where its response_url posts to. */
type Source = {
  readonly user: string
  readonly channel: string
  readonly thread: string | null
  readonly ephemeral: string | null
  readonly ts: string | null
}

/** How people call the coach in a channel. */
const CALLED = /@(?:ladder[ -]?coach|coach)\b/i

/** Slack takes a trigger id for three seconds. */
const TRIGGER_LIMIT = 3_000

const escapeText = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

const bodyOf = (raw: string, type: string): Json => {
  if (type.includes('json')) return JSON.parse(raw || '{}')
  const fields: Json = Object.fromEntries(new URLSearchParams(raw))
  for (const key of ['blocks', 'view', 'metadata'])
    if (typeof fields[key] === 'string') fields[key] = JSON.parse(fields[key])
  return fields
}

export type Front = ReturnType<typeof makeFront>

/**
 * What Slack does in front of its store: slash commands, clicks, modals, messages for one person, response
 * URLs. `base` is where response URLs point to; `changed` hears that a person's screen needs drawing again.
 */
export const makeFront = (
  workspace: Workspace,
  deliveries: Deliveries,
  base: string,
  changed: () => void,
) => {
  const ephemerals: Ephemeral[] = []
  const modals: OpenModal[] = []
  const sources = new Map<string, Source>()
  const triggers = new Map<string, { user: string; at: number }>()

  const personOf = (id: string): Person =>
    workspace.people.find((person) => person.id === id) ?? workspace.people[0]!
  const triggerFor = (user: string): string => {
    const id = `trigger.${randomUUID()}`
    triggers.set(id, { user, at: Date.now() })
    return id
  }
  const responseUrl = (source: Source): string => {
    const id = randomUUID()
    sources.set(id, source)
    return `${base}/respond/${id}`
  }
  const addEphemeral = (source: Source, said: Json): void => {
    ephemerals.push({
      id: randomUUID(),
      user: source.user,
      channel: source.channel,
      thread: source.thread,
      after: Date.now() / 1000,
      text: said.text ?? '',
      blocks: said.blocks ?? [],
    })
    changed()
  }

  const respond = async (id: string, said: Json): Promise<boolean> => {
    const source = sources.get(id)
    if (!source) return false
    const shown = ephemerals.find((one) => one.id === source.ephemeral)
    if (said.delete_original) {
      if (shown) ephemerals.splice(ephemerals.indexOf(shown), 1)
      else if (source.ts) await workspace.call('chat.delete', { channel: source.channel, ts: source.ts })
    } else if (said.replace_original && shown) {
      shown.text = said.text ?? ''
      shown.blocks = said.blocks ?? []
    } else if (said.replace_original && source.ts) {
      await workspace.call('chat.update', {
        channel: source.channel,
        ts: source.ts,
        text: said.text ?? '',
        blocks: said.blocks ?? [],
      })
    } else if (said.response_type === 'in_channel') {
      await workspace.call('chat.postMessage', {
        channel: source.channel,
        text: said.text,
        blocks: said.blocks,
      })
    } else addEphemeral(source, said)
    changed()
    return true
  }

  /** Methods that the store lacks; null: let the store answer. */
  const answer = (method: string, body: Json): Json | null => {
    if (method === 'chat.postEphemeral') {
      addEphemeral(
        { user: body.user, channel: body.channel, thread: body.thread_ts ?? null, ephemeral: null, ts: null },
        body,
      )
      return { ok: true, message_ts: String(Date.now() / 1000) }
    }
    if (method === 'views.open' || method === 'views.push') {
      const trigger = triggers.get(body.trigger_id)
      if (!trigger) return { ok: false, error: 'invalid_trigger_id' }
      if (Date.now() - trigger.at > TRIGGER_LIMIT) return { ok: false, error: 'trigger_expired' }
      const view = { ...body.view, id: `V${randomUUID()}`, team_id: workspace.team }
      view.blocks = view.blocks.map((block: Json, index: number) => ({
        ...block,
        block_id: block.block_id ?? `b${index}`,
      }))
      modals.push({ id: view.id, user: trigger.user, view, errors: {} })
      changed()
      return { ok: true, view }
    }
    if (method === 'views.update') {
      const modal = modals.find(({ id }) => id === body.view_id)
      if (!modal) return { ok: false, error: 'not_found' }
      modal.view = { ...modal.view, ...body.view }
      changed()
      return { ok: true, view: modal.view }
    }
    // Streaming and the assistant's status are ornaments here: who uses them falls back to a plain message.
    if (method.startsWith('assistant.') || /^chat\.(?:start|append|stop)Stream$/.test(method))
      return { ok: false, error: 'unknown_method' }
    return null
  }

  const envelope = (person: Person): Json => ({
    team: { id: workspace.team, domain: 'playground' },
    user: { id: person.id, username: person.name, name: person.name, team_id: workspace.team },
    api_app_id: 'A000000001',
    token: 'playground',
  })

  return {
    ephemerals,
    modals,
    personOf,
    respond,
    /** Answers a Web API request of the bot, itself or through the store. */
    api: async (method: string, headers: Headers, raw: string): Promise<{ status: number; body: string }> => {
      const type = headers.get('content-type') ?? ''
      const own = answer(method, bodyOf(raw, type))
      if (own) return { status: 200, body: JSON.stringify(own) }
      const response = await workspace.forward(method, headers, raw)
      const body = await response.text()
      if (method.startsWith('chat.')) changed()
      return { status: response.status, body }
    },
    /** Somebody sends a message; in their DM, or with the coach's name in a channel, it reaches the bot. */
    send: async (user: string, channel: string, thread: string | null, text: string): Promise<void> => {
      const person = personOf(user)
      const escaped = escapeText(text)
      const posted = await workspace.call(
        'chat.postMessage',
        { channel, text: escaped, ...(thread ? { thread_ts: thread } : {}) },
        person.token,
      )
      changed()
      const asked = escaped.replace(CALLED, `<@${workspace.bot.id}>`)
      const direct = channel === person.dm
      if (!posted.ok || (!direct && asked === escaped)) return
      deliveries.event({
        type: 'event_callback',
        token: 'playground',
        team_id: workspace.team,
        api_app_id: 'A000000001',
        event_id: `Ev${randomUUID().replaceAll('-', '').slice(0, 12)}`,
        event_time: Math.floor(Number(posted.ts)),
        authorizations: [
          {
            enterprise_id: null,
            team_id: workspace.team,
            user_id: workspace.bot.id,
            is_bot: true,
            is_enterprise_install: false,
          },
        ],
        event: {
          ...(direct
            ? { type: 'message', channel_type: 'im', text: escaped }
            : { type: 'app_mention', text: asked }),
          user,
          channel,
          ts: posted.ts,
          event_ts: posted.ts,
          team: workspace.team,
          client_msg_id: randomUUID(),
          ...(thread ? { thread_ts: thread } : {}),
        },
      })
    },
    /** A slash command; its answer is seen by one person. */
    command: async (user: string, channel: string, text: string): Promise<void> => {
      const [command = '', ...rest] = text.split(' ')
      const source: Source = { user, channel, thread: null, ephemeral: null, ts: null }
      if (command !== '/ladder')
        return addEphemeral(source, { text: `${command} is not a command here. Try /ladder.` })
      const { ok, body } = await deliveries.form({
        command,
        text: rest.join(' ').trim(),
        team_id: workspace.team,
        team_domain: 'playground',
        channel_id: channel,
        channel_name: channel === workspace.channel.id ? workspace.channel.name : 'directmessage',
        user_id: user,
        user_name: personOf(user).name,
        api_app_id: 'A000000001',
        token: 'playground',
        response_url: responseUrl(source),
        trigger_id: triggerFor(user),
      })
      if (!ok) addEphemeral(source, { text: '/ladder failed: the bot did not answer in time.' })
      else if (body) addEphemeral(source, body)
    },
    /** A click or a choice. `message` is where the control stands. */
    act: async (user: string, channel: string, message: Json, action: Json): Promise<void> => {
      const person = personOf(user)
      const thread = message.thread ?? message.thread_ts ?? null
      const ephemeral = message.ephemeral ?? null
      const source: Source = { user, channel, thread, ephemeral, ts: ephemeral ? null : message.ts }
      await deliveries.form({
        payload: JSON.stringify({
          ...envelope(person),
          type: 'block_actions',
          trigger_id: triggerFor(user),
          response_url: responseUrl(source),
          container: {
            type: 'message',
            message_ts: message.ts,
            channel_id: channel,
            is_ephemeral: ephemeral !== null,
            ...(thread ? { thread_ts: thread } : {}),
          },
          channel: { id: channel, name: 'directmessage' },
          ...(ephemeral ? {} : { message }),
          state: { values: {} },
          actions: [{ ...action, action_ts: String(Date.now() / 1000) }],
        }),
      })
    },
    /** A modal's submission; true when it closed. */
    submit: async (id: string, values: Json): Promise<void> => {
      const modal = modals.find((one) => one.id === id)
      if (!modal) return
      const { ok, body } = await deliveries.form({
        payload: JSON.stringify({
          ...envelope(personOf(modal.user)),
          type: 'view_submission',
          trigger_id: triggerFor(modal.user),
          view: { ...modal.view, state: { values } },
          response_urls: [],
        }),
      })
      if (!ok) modal.errors = { '': 'The bot did not answer in time. Nothing was lost; please try again.' }
      else if (body?.response_action === 'errors') modal.errors = body.errors
      else if (body?.response_action === 'update') modal.view = { ...modal.view, ...body.view }
      else modals.splice(modals.indexOf(modal), 1)
      changed()
    },
    dismiss: (id: string): void => {
      const index = modals.findIndex((one) => one.id === id)
      if (index !== -1) modals.splice(index, 1)
      changed()
    },
  }
}
