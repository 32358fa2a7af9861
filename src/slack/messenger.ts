import { setTimeout as wait } from 'node:timers/promises'
import type { webApi } from '@slack/bolt'
import type { Messenger, Place, Post, Reply } from '../coaching/ports.ts'
import { CoachError } from '../domain/coach-error.ts'
import type { Owner } from '../domain/person.ts'
import { replyView } from './views/reply.ts'

/** The event type of our metadata: how a post of ours is found again. */
const EVENT_TYPE = 'ladder_coach_reply'

/** Slack's own words for "later": the call was right and was not carried out. */
const LATER = new Set([
  'ratelimited',
  'rate_limited',
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
])

/** A post, channel or thread that is not there any more. */
const GONE = new Set(['message_not_found', 'channel_not_found', 'thread_not_found'])

/** Longest time that Slack's Retry-After is waited for within one try, in seconds; beyond it the job waits. */
const LONGEST_WAIT = 30

/** Slack's error code, and nothing else of what it sent: an error's text may repeat what was posted. */
const codeOf = (error: unknown): string => {
  const { code, data } = error as { code?: string; data?: { error?: unknown } }
  const said = data?.error
  return typeof said === 'string' && /^[a-z_]{1,60}$/.test(said) ? said : (code ?? 'unknown')
}

/** Waits out a 429, which was not carried out, and translates everything else that Slack answers. */
const calling = async <T>(method: string, call: () => Promise<T>, tries = 3): Promise<T> => {
  try {
    return await call()
  } catch (error) {
    const { code, retryAfter } = error as { code?: string; retryAfter?: number }
    if (code === 'slack_webapi_rate_limited_error' && tries > 1 && (retryAfter ?? 1) <= LONGEST_WAIT) {
      await wait((retryAfter ?? 1) * 1000)
      return calling(method, call, tries - 1)
    }
    const said = codeOf(error)
    const refused = code === 'slack_webapi_platform_error' && !LATER.has(said)
    throw new CoachError(
      refused ? 'slack-refused' : 'slack-unavailable',
      `Slack answered ${method} with ${said}`,
      {
        cause: new Error(said),
      },
    )
  }
}

const isGone = (error: unknown): boolean =>
  error instanceof CoachError && GONE.has((error.cause as Error)?.message)

type ThreadMessage = NonNullable<webApi.ConversationsRepliesResponse['messages']>[number]

/** The Messenger over Slack's Web API. `client` must not try again by itself: it cannot know what was posted. */
export const makeMessenger = (client: webApi.WebClient): Messenger => {
  const keyOf = (evidenceId: string, kind: string): string => `${evidenceId}:${kind}`

  const ours = (message: ThreadMessage, evidenceId: string): string | null => {
    const payload = message.metadata?.event_payload as { evidence_id?: unknown; kind?: unknown } | undefined
    if (message.metadata?.event_type === EVENT_TYPE && payload?.evidence_id === evidenceId)
      return String(payload.kind)
    // Where a Slack gives no metadata back, the first block's id says the same.
    const block = message.blocks?.[0]?.block_id ?? ''
    return block.startsWith(`${evidenceId}:`) && message.bot_id ? block.slice(evidenceId.length + 1) : null
  }

  /** One page of a thread; one that is gone has no messages. */
  const repliesIn = async (
    place: Place,
    cursor: string | undefined,
  ): Promise<webApi.ConversationsRepliesResponse> => {
    try {
      return await calling('conversations.replies', () =>
        client.conversations.replies({
          channel: place.channel,
          ts: place.threadTs,
          include_all_metadata: true,
          limit: 200,
          ...(cursor ? { cursor } : {}),
        }),
      )
    } catch (error) {
      // A thread that is gone, or that Slack will not show us: what is on record has to do.
      if (error instanceof CoachError && error.code === 'slack-refused') return { ok: true }
      throw error
    }
  }

  const postsOf = async (place: Place, evidenceId: string): Promise<Post[]> => {
    const posts: Post[] = []
    let cursor: string | undefined
    do {
      const page = await repliesIn(place, cursor)
      for (const message of page.messages ?? []) {
        const kind = ours(message, evidenceId)
        if (kind !== null && message.ts) posts.push({ channel: place.channel, ts: message.ts, kind })
      }
      cursor = page.response_metadata?.next_cursor || undefined
    } while (cursor)
    return posts
  }

  const post = async (
    to: Place,
    reply: Reply,
    options: { evidenceId: string; lookFirst: boolean },
  ): Promise<Post> => {
    const { evidenceId, lookFirst } = options
    if (lookFirst) {
      const standing = (await postsOf(to, evidenceId)).find(({ kind }) => kind === reply.kind)
      if (standing) return standing
    }
    const { text, blocks } = replyView(reply)
    const keyed = blocks.map((block, index) =>
      index === 0 ? { ...block, block_id: keyOf(evidenceId, reply.kind) } : block,
    )
    const { ts } = await calling('chat.postMessage', () =>
      client.chat.postMessage({
        channel: to.channel,
        thread_ts: to.threadTs,
        text,
        blocks: keyed,
        metadata: { event_type: EVENT_TYPE, event_payload: { evidence_id: evidenceId, kind: reply.kind } },
        unfurl_links: false,
        unfurl_media: false,
      }),
    )
    if (!ts) throw new CoachError('slack-unavailable', 'Slack took a post without naming it')
    return { channel: to.channel, ts, kind: reply.kind }
  }

  const tell = async ({ user }: Owner, reply: Reply): Promise<void> => {
    const { text, blocks } = replyView(reply)
    await calling('chat.postMessage', () =>
      client.chat.postMessage({ channel: user, text, blocks, unfurl_links: false, unfurl_media: false }),
    )
  }

  const remove = async ({ channel, ts }: Post): Promise<void> => {
    await calling('chat.delete', () => client.chat.delete({ channel, ts })).catch((error: unknown) => {
      if (!isGone(error)) throw error
    })
  }

  return { post, tell, postsOf, remove }
}
