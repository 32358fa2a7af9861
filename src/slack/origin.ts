import type { Visitor } from '../domain/visitor.ts'

/** The kinds of requests. Each is answered in its own way. */
type RequestKind =
  | 'message'
  | 'mention'
  /** An edit, a deletion, or another event that nobody waits for. */
  | 'event'
  | 'command'
  | 'click'
  | 'shortcut'
  | 'message-shortcut'
  | 'form'

/** Who sent a request, as far as it says. */
export type Origin = {
  readonly kind: RequestKind
  /** Null if it is about nobody in particular. */
  readonly user: string | null
  /** A conversation in which they can be answered, or null if none is known. */
  readonly channel: string | null
  readonly bot: boolean
  readonly visitor: Visitor
}

type EventBody = Readonly<Record<string, unknown>>

const record = (value: unknown): EventBody =>
  typeof value === 'object' && value !== null ? (value as EventBody) : {}
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const first = (...values: readonly unknown[]): string | null =>
  values.map(text).find((one) => one !== null) ?? null

/** Slack's own bot, which writes to everybody. */
const SLACKBOT = 'USLACKBOT'

const ofEvent = (body: EventBody): Origin => {
  const event = record(body.event)
  // An edit or a deletion names the author in the message inside it. If a deleted message has replies, Slack puts a
  // separate message in its place.
  const author =
    [event.message, event.previous_message]
      .map(record)
      .find(({ user, subtype }) => text(user) && subtype !== 'tombstone') ?? event
  const profile = record(author.user_profile)
  const [authorization] = Array.isArray(body.authorizations) ? body.authorizations.map(record) : []
  const team = first(author.user_team, author.source_team, author.team, profile.team, event.team)
  const subtype = text(event.subtype)
  const isNew = subtype === null || ['file_share', 'thread_broadcast', 'me_message'].includes(subtype)
  const isDm = event.type === 'message' && event.channel_type === 'im' && isNew
  const user = text(author.user)
  return {
    kind: event.type === 'app_mention' ? 'mention' : isDm ? 'message' : 'event',
    user,
    channel: text(event.channel),
    bot: text(author.bot_id) !== null || user === SLACKBOT,
    visitor: {
      team,
      // The request names the organisation of the workspace that it was sent to, so it counts only for people of that
      // workspace.
      enterprise:
        team !== null && team === authorization?.team_id
          ? text(authorization.enterprise_id)
          : team !== null && team === body.team_id
            ? text(body.enterprise_id)
            : null,
      sentTo: [text(authorization?.team_id), text(body.team_id)].filter((id) => id !== null),
      stranger: [event, author, profile].some(({ is_stranger }) => is_stranger === true),
    },
  }
}

const ofCommand = (body: EventBody): Origin => ({
  kind: 'command',
  user: text(body.user_id),
  channel: text(body.channel_id),
  bot: false,
  visitor: {
    team: text(body.team_id),
    enterprise: text(body.enterprise_id),
    sentTo: [],
    stranger: false,
  },
})

const INTERACTIONS: Readonly<Record<string, RequestKind>> = {
  block_actions: 'click',
  shortcut: 'shortcut',
  message_action: 'message-shortcut',
  view_submission: 'form',
}

const ofInteraction = (body: EventBody): Origin => {
  const user = record(body.user)
  const workspace = record(body.team)
  const own = text(user.team_id)
  const sentTo = text(workspace.id)
  return {
    kind: INTERACTIONS[String(body.type)] ?? 'event',
    user: text(user.id),
    channel: text(record(body.channel).id),
    bot: false,
    visitor: {
      team: own ?? sentTo,
      enterprise: first(
        user.enterprise_id,
        record(user.enterprise_user).enterprise_id,
        // These are about the workspace that it was sent to. If theirs is another one, they say nothing about them.
        ...(own === null || own === sentTo ? [workspace.enterprise_id, record(body.enterprise).id] : []),
      ),
      sentTo: [],
      stranger: user.is_stranger === true,
    },
  }
}

/** Who a request is from, read from its body as Slack sent it. Never throws. */
export function originOf(body: Readonly<Record<string, unknown>>): Origin {
  return body.event !== undefined
    ? ofEvent(body)
    : body.command !== undefined
      ? ofCommand(body)
      : ofInteraction(body)
}
