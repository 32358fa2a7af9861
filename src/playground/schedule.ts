import { randomBytes } from 'node:crypto'
import type { EarlyPosts } from './deliveries.ts'
import type { Json, Workspace } from './workspace.ts'

/** How far ahead Slack accepts a post, and until how long before its time a post can be deleted, in seconds. */
const FARTHEST = 120 * 24 * 60 * 60
const LATEST_RETURN = 60

/** The longest time that one timer can wait, in milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1

type Scheduled = {
  readonly id: string
  readonly channel: string
  readonly postAt: number
  readonly created: number
  readonly body: Json
}

export type MessageSchedule = ReturnType<typeof makeSchedule>

/** Scheduled posts. They are kept in memory and posted on time while the playground runs. */
export function makeSchedule(workspace: Workspace, early: EarlyPosts, changed: () => void) {
  const waiting = new Map<string, Scheduled>()
  const timers = new Map<string, NodeJS.Timeout>()
  const post = async ({ id, body, postAt }: Scheduled): Promise<void> => {
    waiting.delete(id)
    timers.delete(id)
    const { post_at: _, ...message } = body
    const { ok, ts } = await workspace.call('chat.postMessage', message)
    if (ok && Number(ts) < postAt) early.add(ts, postAt)
    changed()
  }
  const wait = (one: Scheduled): void => {
    const left = one.postAt * 1000 - Date.now()
    const next = () => (left > LONGEST_TIMER ? wait(one) : void post(one).catch(() => {}))
    timers.set(one.id, setTimeout(next, Math.min(Math.max(left, 0), LONGEST_TIMER)).unref())
  }
  return {
    add: async (body: Json): Promise<Json> => {
      const now = Math.floor(Date.now() / 1000)
      const postAt = Math.floor(Number(body.post_at))
      if (!Number.isFinite(postAt)) return { ok: false, error: 'invalid_time' }
      if (postAt <= now) return { ok: false, error: 'time_in_past' }
      if (postAt > now + FARTHEST) return { ok: false, error: 'time_too_far' }
      if (!body.text && !body.blocks?.length) return { ok: false, error: 'no_text' }
      const { ok, channel } = await workspace.call('conversations.info', { channel: body.channel })
      if (!ok) return { ok: false, error: 'channel_not_found' }
      const one: Scheduled = {
        id: `Q${randomBytes(5).toString('hex').toUpperCase()}`,
        channel: channel.id,
        postAt,
        created: now,
        body,
      }
      waiting.set(one.id, one)
      wait(one)
      changed()
      return {
        ok: true,
        channel: one.channel,
        scheduled_message_id: one.id,
        post_at: postAt,
        message: {
          type: 'delayed_message',
          subtype: 'bot_message',
          bot_id: workspace.bot.botId,
          text: body.text ?? '',
          ...(body.blocks ? { blocks: body.blocks } : {}),
        },
      }
    },
    list: (body: Json): Json => {
      const [oldest, latest] = [Number(body.oldest ?? 0), Number(body.latest ?? Number.POSITIVE_INFINITY)]
      const all = [...waiting.values()]
        .filter(({ channel }) => !body.channel || channel === body.channel)
        .filter(({ postAt }) => postAt >= oldest && postAt <= latest)
        .toSorted((a, b) => a.postAt - b.postAt)
      const from = Number(body.cursor || 0)
      const to = from + Number(body.limit || 100)
      return {
        ok: true,
        scheduled_messages: all.slice(from, to).map(({ id, channel, postAt, created, body: { text } }) => ({
          id,
          channel_id: channel,
          post_at: postAt,
          date_created: created,
          text: text ?? '',
        })),
        response_metadata: { next_cursor: to < all.length ? String(to) : '' },
      }
    },
    remove: (body: Json): Json => {
      const one = waiting.get(body.scheduled_message_id)
      if (!one || one.channel !== body.channel || one.postAt - Date.now() / 1000 < LATEST_RETURN)
        return { ok: false, error: 'invalid_scheduled_message_id' }
      clearTimeout(timers.get(one.id))
      timers.delete(one.id)
      waiting.delete(one.id)
      changed()
      return { ok: true }
    },
    /** When the next post to a channel comes, in milliseconds since 1970. Null if there is none. */
    nextIn: (channel: string): number | null => {
      const times = [...waiting.values()].filter((one) => one.channel === channel).map(({ postAt }) => postAt)
      return times.length > 0 ? Math.min(...times) * 1000 : null
    },
    /** Posts the next one of a channel right away. False if there is none. */
    postNow: async (channel: string): Promise<boolean> => {
      const [next] = [...waiting.values()]
        .filter((one) => one.channel === channel)
        .toSorted((a, b) => a.postAt - b.postAt)
      if (!next) return false
      clearTimeout(timers.get(next.id))
      await post(next)
      return true
    },
    close: (): void => {
      for (const timer of timers.values()) clearTimeout(timer)
    },
  }
}
