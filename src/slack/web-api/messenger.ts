import type { webApi } from '@slack/bolt'
import type { Messenger, Post, PostOptions } from '../../coaching/ports.ts'
import { keyOf, type Reply, type ReplyThread } from '../../coaching/replies.ts'
import { CoachError } from '../../domain/coach-error.ts'
import type { Owner } from '../../domain/person.ts'
import { plainOf } from '../views/plain-text.ts'
import { READING_TITLE, readingChunks } from '../views/review/reading.ts'
import { foldless, replyView } from '../views/review/reply.ts'
import type { Said } from '../views/rich-text.ts'
import { calling, refusedWith } from './call.ts'

/** The event type of our metadata, by which we find our own posts. */
const EVENT_TYPE = 'ladder_coach_reply'

/** The post, channel or thread no longer exists. */
const GONE = ['message_not_found', 'channel_not_found', 'thread_not_found', 'cant_update_message'] as const

/** Slack's errors for a message that is too long, and for unknown or too many blocks. */
const TOO_LONG = ['msg_blocks_too_long', 'msg_too_long'] as const
const UNKNOWN_BLOCKS = ['invalid_blocks', 'invalid_blocks_format', 'invalid_arguments', ...TOO_LONG] as const

type ThreadMessage = NonNullable<webApi.ConversationsRepliesResponse['messages']>[number]

const blockKey = (evidenceId: string, key: string): string => `${evidenceId}:${key}`

/** The kind and revision of a post of ours about this piece, or null if the message is not one. */
const ours = (message: ThreadMessage, evidenceId: string): Pick<Post, 'kind' | 'revision'> | null => {
  const payload = message.metadata?.event_payload as
    | { evidence_id?: unknown; kind?: unknown; revision?: unknown }
    | undefined
  const revision = Number(payload?.revision ?? 1)
  if (message.metadata?.event_type === EVENT_TYPE && payload?.evidence_id === evidenceId)
    return { kind: String(payload.kind), revision }
  // Some Slacks return no metadata. There the first block's id says the same.
  const block = message.blocks?.[0]?.block_id ?? ''
  if (!message.bot_id) return null
  if (block.startsWith(`${evidenceId}:`)) return { kind: block.slice(evidenceId.length + 1), revision }
  return !message.metadata && JSON.stringify(message).includes(READING_TITLE)
    ? { kind: 'reading', revision }
    : null
}

/** One page of messages. A conversation that is gone, or that Slack will not show us, has none. */
const pageOf = async (
  method: string,
  call: () => Promise<webApi.ConversationsRepliesResponse>,
): Promise<webApi.ConversationsRepliesResponse> => {
  try {
    return await calling(method, call)
  } catch (error) {
    if (error instanceof CoachError && error.code === 'slack-refused') return { ok: true }
    throw error
  }
}

/** All our posts about a piece in its thread. */
const postsIn = async (client: webApi.WebClient, place: ReplyThread, evidenceId: string): Promise<Post[]> => {
  const posts: Post[] = []
  let cursor: string | undefined
  do {
    const page = await pageOf('conversations.replies', () =>
      client.conversations.replies({
        channel: place.channel,
        ts: place.threadTs,
        include_all_metadata: true,
        limit: 200,
        ...(cursor ? { cursor } : {}),
      }),
    )
    for (const message of page.messages ?? []) {
      const found = ours(message, evidenceId)
      if (found !== null && message.ts) posts.push({ channel: place.channel, ts: message.ts, ...found })
    }
    cursor = page.response_metadata?.next_cursor || undefined
  } while (cursor)
  return posts
}

const metadataOf = (reply: Reply, { evidenceId, revision }: Omit<PostOptions, 'lookFirst'>) => ({
  event_type: EVENT_TYPE,
  event_payload: { evidence_id: evidenceId, kind: keyOf(reply), revision },
})

const keyed = (said: Said, reply: Reply, evidenceId: string): Said => ({
  ...said,
  blocks: said.blocks.map((block, index) =>
    index === 0 ? { ...block, block_id: blockKey(evidenceId, keyOf(reply)) } : block,
  ),
})

const startStream = (client: webApi.WebClient, to: ReplyThread, reply: Reply & { kind: 'reading' }) =>
  calling('chat.startStream', () =>
    client.chat.startStream({
      channel: to.channel,
      thread_ts: to.threadTs,
      recipient_user_id: to.owner.user,
      recipient_team_id: to.owner.team,
      task_display_mode: 'plan',
      chunks: readingChunks(reply),
    }),
  )

type Place =
  | { readonly channel: string }
  | { readonly channel: string; readonly thread_ts: string }
  | { readonly channel: string; readonly thread_ts: string; readonly reply_broadcast: true }

/**
 * Where a reply goes. The question for a goal after a review is also shown below it: somebody who answered by a form
 * sees the review in their DM and has no reason to open its thread.
 */
const placeOf = ({ channel, threadTs }: ReplyThread, reply: Reply): Place => {
  const thread = { channel, thread_ts: threadTs }
  return reply.kind === 'ask-goal' && reply.reviewed ? { ...thread, reply_broadcast: true } : thread
}

/** Posts to a person's DM, as plain text if Slack refuses the blocks. */
const tellPerson = async (client: webApi.WebClient, { user }: Owner, reply: Reply): Promise<void> => {
  const post = ({ text, blocks }: Said) =>
    calling('chat.postMessage', () =>
      client.chat.postMessage({ channel: user, text, blocks, unfurl_links: false, unfurl_media: false }),
    )
  const said = replyView(reply)
  try {
    await post(said)
  } catch (error) {
    if (!refusedWith(error, ...UNKNOWN_BLOCKS)) throw error
    await post({ text: plainOf(said.blocks), blocks: [] })
  }
}

/** The Messenger over Slack's Web API. `client` must not retry by itself, because it cannot know what was posted. */
export function makeMessenger(client: webApi.WebClient): Messenger {
  /** Progress messages that Slack shows growing. Others are plain messages. */
  const streams = new Set<string>()
  /** Set once this Slack has refused to stream, so that we don't ask again. */
  let streamless = false
  /** Set once this Slack has refused a message with folds and accepted it without. The next start asks again. */
  let foldsRefused = false

  /**
   * Sends a reply. If Slack refuses its blocks, sends the short form with a button for the rest, if there is one, and
   * finally plain text, which Slack always accepts. A refused form is not sent again.
   */
  const send = async <T>(
    reply: Reply,
    evidenceId: string,
    method: string,
    call: (said: Said) => Promise<T>,
  ): Promise<T> => {
    const full = replyView(reply)
    const folds = full.blocks.some(({ type }) => type === 'container')
    let refused = false
    for (const form of [() => (folds && foldsRefused ? null : full), () => foldless(reply)]) {
      const said = form()
      if (said === null) continue
      try {
        const taken = await calling(method, () => call(keyed(said, reply, evidenceId)))
        foldsRefused ||= refused
        return taken
      } catch (error) {
        if (!refusedWith(error, ...UNKNOWN_BLOCKS)) throw error
        // One long message says nothing about the next.
        refused = folds && !refusedWith(error, ...TOO_LONG)
      }
    }
    return calling(method, () => call({ text: plainOf(full.blocks), blocks: [] }))
  }

  const postIn = async (to: Place, reply: Reply, options: PostOptions): Promise<Post> => {
    const { ts, channel } = await send(reply, options.evidenceId, 'chat.postMessage', ({ text, blocks }) =>
      client.chat.postMessage({
        ...to,
        text,
        blocks,
        metadata: metadataOf(reply, options),
        unfurl_links: false,
        unfurl_media: false,
      }),
    )
    if (!ts) throw new CoachError('slack-unavailable', 'Slack took a post without naming it')
    return { channel: channel ?? to.channel, ts, kind: keyOf(reply), revision: options.revision }
  }

  /** A growing progress message, or null if Slack cannot show one. */
  const stream = async (
    to: ReplyThread,
    reply: Reply & { kind: 'reading' },
    { revision }: PostOptions,
  ): Promise<Post | null> => {
    if (streamless) return null
    try {
      const { ts } = await startStream(client, to, reply)
      if (!ts) return null
      streams.add(ts)
      return { channel: to.channel, ts, kind: 'reading', revision }
    } catch (error) {
      // It may exist although its answer was lost, so we don't send a second one.
      if (!(error instanceof CoachError) || error.code !== 'slack-refused') throw error
      streamless = true
      return null
    }
  }

  const post = async (to: ReplyThread, reply: Reply, options: PostOptions): Promise<Post> => {
    if (options.lookFirst) {
      const standing = (await postsIn(client, to, options.evidenceId)).find(
        ({ kind }) => kind === keyOf(reply),
      )
      if (standing) return standing
    }
    const growing = reply.kind === 'reading' ? await stream(to, reply, options) : null
    return growing ?? postIn(placeOf(to, reply), reply, options)
  }

  const open = async (
    owner: Owner,
    dm: string | null,
    reply: Reply,
    options: PostOptions,
  ): Promise<{ channel: string; ts: string }> => {
    if (options.lookFirst && dm !== null) {
      const page = await pageOf('conversations.history', () =>
        client.conversations.history({ channel: dm, include_all_metadata: true, limit: 100 }),
      )
      const standing = page.messages?.find(
        (message) => ours(message, options.evidenceId)?.kind === keyOf(reply),
      )
      if (standing?.ts) return { channel: dm, ts: standing.ts }
    }
    const { channel, ts } = await postIn({ channel: dm ?? owner.user }, reply, options)
    return { channel, ts }
  }

  const update = async (
    { channel, ts }: Post,
    reply: Reply,
    evidenceId: string,
  ): Promise<'updated' | 'gone'> => {
    try {
      if (streams.has(ts) && reply.kind === 'reading')
        await calling('chat.appendStream', () =>
          client.chat.appendStream({ channel, ts, chunks: readingChunks(reply) }),
        )
      else
        await send(reply, evidenceId, 'chat.update', ({ text, blocks }) =>
          client.chat.update({ channel, ts, text, blocks }),
        )
      return 'updated'
    } catch (error) {
      if (refusedWith(error, ...GONE)) return 'gone'
      throw error
    }
  }

  const remove = async ({ channel, ts }: Post): Promise<void> => {
    if (streams.delete(ts))
      await calling('chat.stopStream', () => client.chat.stopStream({ channel, ts })).catch(() => {})
    await calling('chat.delete', () => client.chat.delete({ channel, ts })).catch((error: unknown) => {
      if (!refusedWith(error, ...GONE)) throw error
    })
  }

  return {
    post,
    open,
    update,
    tell: (owner, reply) => tellPerson(client, owner, reply),
    postsOf: (place, evidenceId) => postsIn(client, place, evidenceId),
    remove,
  }
}
