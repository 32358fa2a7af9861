import { randomUUID } from 'node:crypto'
import type { Deliveries } from './deliveries.ts'
import { escapeText, eventBody, tsNow } from './envelopes.ts'
import { asSlackFile, type Uploads } from './uploads.ts'
import type { Json, Person, Workspace } from './workspace.ts'

/** How people address the coach in a channel. */
const CALLED = /@(?:ladder[ -]?coach|coach)\b/i

const key = (channel: string, ts: string): string => `${channel}:${ts}`

/** What Slack leaves in place of a deleted message that has replies. */
const tombstone = (message: Json): Json => ({
  type: 'message',
  subtype: 'tombstone',
  text: 'This message was deleted.',
  user: 'USLACKBOT',
  hidden: true,
  ts: message.ts,
  thread_ts: message.ts,
  reply_count: message.reply_count ?? 0,
  reply_users: message.reply_users ?? [],
})

/** A message inside another event. Slack leaves out the subtype of an upload there. */
const insideEvent = (workspace: Workspace, message: Json): Json => {
  if (message.subtype === 'tombstone') return message
  const { subtype: _, ...rest } = message
  return { ...rest, team: workspace.team, source_team: workspace.team, user_team: workspace.team }
}

/** Slack's event for a change to a message. */
const changeEvent = (workspace: Workspace, channel: string, subtype: string, more: Json): Json => {
  const ts = tsNow()
  return eventBody(workspace, {
    type: 'message',
    subtype,
    ...more,
    channel,
    hidden: true,
    ts,
    event_ts: ts,
    channel_type: 'im',
  })
}

/** Puts a message into the store. Returns its ts, or null if it was refused. */
const putMessage = async (
  workspace: Workspace,
  uploads: Uploads,
  person: Person,
  channel: string,
  inThread: string | null,
  text: string,
  files: readonly string[],
): Promise<string | null> => {
  if (files.length > 0) return uploads.share(person, channel, inThread, text, files)
  const posted = await workspace.call(
    'chat.postMessage',
    { channel, text, client_msg_id: randomUUID(), ...(inThread ? { thread_ts: inThread } : {}) },
    person.token,
  )
  return posted.ok ? posted.ts : null
}

export type Messages = ReturnType<typeof makeMessages>

/** What people write, edit and delete, and the events that the bot gets. */
export function makeMessages(
  workspace: Workspace,
  deliveries: Deliveries,
  uploads: Uploads,
  changed: () => void,
) {
  /** Deleted messages that had replies, by who wrote them. Slack keeps a tombstone, and the store does not. */
  const stones = new Map<string, Person>()
  /** How many replies of each message were deleted. The store still counts them. */
  const gone = new Map<string, number>()

  /** A message as Slack would show it. */
  const shown = (channel: string, message: Json): Json => {
    const replies = (message.reply_count ?? 0) - (gone.get(key(channel, message.ts)) ?? 0)
    const { reply_count: _, reply_users: users, ...rest } = message
    const counted = {
      ...rest,
      ...(message.user === workspace.bot.id ? { bot_id: workspace.bot.botId } : {}),
      ...(replies > 0 ? { thread_ts: message.ts, reply_count: replies, reply_users: users } : {}),
      ...(message.files ? { files: message.files.map(asSlackFile) } : {}),
    }
    return stones.has(key(channel, message.ts)) ? tombstone(counted) : counted
  }
  const history = async (channel: string): Promise<Json[]> => {
    const { messages } = await workspace.call('conversations.history', { channel, limit: 200 })
    return (messages ?? []).map((message: Json) => shown(channel, message))
  }
  const thread = async (channel: string, ts: string): Promise<Json[]> => {
    const { messages } = await workspace.call('conversations.replies', { channel, ts, limit: 1000 })
    return (messages ?? []).map((message: Json) => shown(channel, message))
  }
  const find = async (channel: string, ts: string): Promise<Json | null> =>
    (await thread(channel, ts)).find((message) => message.ts === ts) ?? null

  const inside = (message: Json): Json => insideEvent(workspace, message)
  const report = (channel: string, subtype: string, more: Json): void =>
    deliveries.event(changeEvent(workspace, channel, subtype, more))
  /** True for a DM with the coach. The bot gets no events about changes to messages elsewhere. */
  const isDm = (channel: string): boolean => workspace.people.some(({ dm }) => dm === channel)

  /** Counts a deleted reply. If it was the last one under a tombstone, the tombstone is deleted too. */
  const forget = async (channel: string, message: Json): Promise<void> => {
    const root = message.thread_ts
    if (!root || root === message.ts) return
    gone.set(key(channel, root), (gone.get(key(channel, root)) ?? 0) + 1)
    const author = stones.get(key(channel, root))
    const rest = await thread(channel, root)
    if (!author || rest.length > 1) return
    await workspace.call('chat.delete', { channel, ts: root }, author.token)
    stones.delete(key(channel, root))
    if (isDm(channel) && rest[0])
      report(channel, 'message_deleted', { deleted_ts: root, previous_message: rest[0] })
  }

  const own = async (person: Person, channel: string, ts: string): Promise<Json | null> => {
    const message = await find(channel, ts)
    return message?.user === person.id ? message : null
  }

  return {
    shown,
    history,
    thread,
    find,
    forget,
    /** Sends a message. The bot gets it in a DM, or in a channel if it names the coach. */
    send: async (
      person: Person,
      channel: string,
      inThread: string | null,
      typed: string,
      files: readonly string[],
    ): Promise<boolean> => {
      const text = escapeText(typed)
      const ts = await putMessage(workspace, uploads, person, channel, inThread, text, files)
      changed()
      const message = ts && (await find(channel, ts))
      if (!message) return false
      const asked = text.replace(CALLED, `<@${workspace.bot.id}>`)
      const direct = channel === person.dm
      if (!direct && asked === text) return true
      const { subtype, reply_count: _, reply_users: __, ...rest } = message
      deliveries.event(
        eventBody(workspace, {
          ...rest,
          ...(direct
            ? { type: 'message', channel_type: 'im', ...(subtype ? { subtype } : {}) }
            : { type: 'app_mention', text: asked }),
          ...(message.files ? { upload: false, display_as_bot: false } : {}),
          channel,
          event_ts: ts,
          team: workspace.team,
        }),
      )
      return true
    },
    /** Edits a person's own message. */
    edit: async (person: Person, channel: string, ts: string, typed: string): Promise<boolean> => {
      const before = await own(person, channel, ts)
      const text = escapeText(typed)
      if (!before || before.subtype === 'tombstone') return false
      if (text === before.text) return true
      const { ok } = await workspace.call('chat.update', { channel, ts, text }, person.token)
      const after = ok && (await find(channel, ts))
      changed()
      if (after && isDm(channel))
        report(channel, 'message_changed', { message: inside(after), previous_message: inside(before) })
      return Boolean(after)
    },
    /** Deletes a person's own message. If it has replies, a tombstone stays, and Slack calls that a change. */
    remove: async (person: Person, channel: string, ts: string): Promise<boolean> => {
      const message = await own(person, channel, ts)
      if (!message) return false
      for (const { id } of message.files ?? [])
        await workspace.call('files.delete', { file: id }, person.token)
      const left = message.reply_count > 0
      if (left) stones.set(key(channel, ts), person)
      else await workspace.call('chat.delete', { channel, ts }, person.token)
      if (isDm(channel))
        report(
          channel,
          left ? 'message_changed' : 'message_deleted',
          left
            ? { message: tombstone(message), previous_message: inside(message) }
            : { deleted_ts: ts, previous_message: inside(message) },
        )
      if (!left) await forget(channel, message)
      changed()
      return true
    },
  }
}
