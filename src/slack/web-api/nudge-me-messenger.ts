import type { types, webApi } from '@slack/bolt'
import type { NudgeMeMessenger, NudgeMeSaid } from '../../coaching/nudge/nudge-me-port.ts'
import type { Thread } from '../../domain/evidence/evidence.ts'
import { zoneNamed } from '../../domain/nudge/time-zones.ts'
import { readAloud } from '../views/ladder/pages.ts'
import { LOGGED, ownAskView, ownNudgeView } from '../views/nudge/nudge-me.ts'
import type { Said } from '../views/rich-text.ts'
import { calling, refusedWith } from './call.ts'
import { ended } from './nudge-messenger.ts'

/** The event type of our metadata, by which we find our own messages. */
const EVENT_TYPE = 'ladder_coach_nudge_me'

/** Slack's errors for a deleted account (docs.slack.dev, users.info and chat.postMessage). */
const GONE = new Set(['user_not_found', 'user_not_visible', 'user_disabled', 'users_not_found'])

/** The message no longer exists. */
const TAKEN = ['message_not_found', 'channel_not_found', 'cant_update_message'] as const

/** How far Slack's clock may be behind ours. */
const SLACK_BEHIND = { hours: 1 } as const

const viewOf = (said: NudgeMeSaid): Said =>
  said.kind === 'ask' ? ownAskView() : ownNudgeView(said.ladder, said.goal, said.nudge, said.logged)

const keyOf = (day: Temporal.PlainDate): string => `nudge-me:${day}`

type HistoryMessage = NonNullable<webApi.ConversationsHistoryResponse['messages']>[number]

/** Some Slacks return no metadata. There the first block's id says the same. */
const isOf = (message: HistoryMessage, key: string): boolean =>
  (message.metadata?.event_type === EVENT_TYPE &&
    (message.metadata.event_payload as { key?: unknown } | undefined)?.key === key) ||
  (message.bot_id !== undefined && message.blocks?.[0]?.block_id === key)

/**
 * The NudgeMeMessenger over Slack's Web API. `client` must not retry by itself, because it cannot know what was posted.
 */
export function makeNudgeMeMessenger(client: webApi.WebClient): NudgeMeMessenger {
  return {
    zoneOf: ({ user }) =>
      ended(async () => {
        try {
          const { user: found } = await client.users.info({ user })
          if (found?.deleted) return { kind: 'gone' }
          return { kind: 'zone', zone: found?.tz ? zoneNamed(found.tz) : null }
        } catch (error) {
          if (GONE.has(String((error as { data?: { error?: unknown } }).data?.error))) return { kind: 'gone' }
          throw error
        }
      }),

    post: ({ user }, dm, day, said) =>
      ended(async () => {
        const { text, blocks } = viewOf(said)
        const key = keyOf(day)
        const { ts, channel } = await client.chat.postMessage({
          channel: dm ?? user,
          text,
          blocks: blocks.map((block, index) => (index === 0 ? { ...block, block_id: key } : block)),
          metadata: { event_type: EVENT_TYPE, event_payload: { key } },
          unfurl_links: false,
          unfurl_media: false,
        })
        return ts && channel ? { kind: 'posted', post: { channel, ts } } : { kind: 'unknown' }
      }),

    find: (dm, day, since) =>
      ended(async () => {
        const oldest = since.subtract(SLACK_BEHIND).epochMilliseconds / 1000
        let cursor: string | undefined
        do {
          const page = await client.conversations.history({
            channel: dm,
            include_all_metadata: true,
            oldest: String(oldest),
            limit: 100,
            ...(cursor ? { cursor } : {}),
          })
          const ts = page.messages?.find((message) => isOf(message, keyOf(day)))?.ts
          if (ts) return { kind: 'found', post: { channel: dm, ts } }
          cursor = page.response_metadata?.next_cursor || undefined
        } while (cursor)
        return { kind: 'none' }
      }),

    remove: ({ channel, ts }) =>
      calling('chat.delete', () => client.chat.delete({ channel, ts })).then(
        () => {},
        (error: unknown) => {
          if (!refusedWith(error, ...TAKEN)) throw error
        },
      ),

    unquote: async ({ channel, ts }: Thread) => {
      const page = await calling('conversations.history', () =>
        client.conversations.history({ channel, latest: ts, oldest: ts, inclusive: true, limit: 1 }),
      )
      const standing = page.messages?.find((message) => message.ts === ts)
      const blocks = (standing?.blocks ?? []) as types.KnownBlock[]
      const left = blocks.filter(({ block_id: id }) => id !== LOGGED)
      if (left.length === blocks.length) return
      const text = readAloud(left.filter(({ type }) => type !== 'actions'))
      await calling('chat.update', () => client.chat.update({ channel, ts, text, blocks: left })).catch(
        (error: unknown) => {
          if (!refusedWith(error, ...TAKEN)) throw error
        },
      )
    },
  }
}
