import type { webApi } from '@slack/bolt'
import type { Json } from './local-slack.ts'

/** How a call goes wrong: a known no, or an answer that is lost before or after Slack carried it out. */
export type SlackFault = '429' | '500 before' | '500 after' | 'lost before' | 'lost after'

type ChannelPost = {
  readonly channel: string
  /** Seconds since 1970, by Slack's clock. */
  readonly at: number
  readonly text: string
  readonly blocks: Json[]
}
type Waiting = ChannelPost & { readonly id: string }

/** Until how many seconds before its time a post is given back, and how many a channel may have within 5 minutes. */
const LATEST_RETURN = 60

/**
 * Slack's scheduler in this process, under a clock that the test drives: it keeps what it is handed, posts it at its
 * second, and fails as it is told. A real WebClient talks to it by its `fetch`.
 */
export function makeSlackScheduler(now: () => number) {
  const waiting = new Map<string, Waiting>()
  const posts: ChannelPost[] = []
  const told: { readonly user: string; readonly text: string }[] = []
  /** What Slack says of a channel that cannot be posted in. */
  const broken = new Map<string, string>()
  const calls = new Map<string, number>()
  let count = 0
  let fault: (method: string) => SlackFault | null = () => null
  const refuse = (error: string): Json => ({ ok: false, error })

  const methods: Readonly<Record<string, (body: Json) => Json>> = {
    'chat.scheduleMessage': (body) => {
      const at = Number(body.post_at)
      const wrong = broken.get(body.channel)
      if (wrong) return refuse(wrong)
      if (body.metadata) return refuse('metadata_would_never_be_posted')
      if (at <= now() / 1000) return refuse('time_in_past')
      if (at > now() / 1000 + 120 * 86_400) return refuse('time_too_far')
      count += 1
      const id = `Q${count}`
      const blocks = body.blocks ? JSON.parse(body.blocks) : []
      waiting.set(id, { id, channel: body.channel, at, text: body.text, blocks })
      return { ok: true, channel: body.channel, scheduled_message_id: id, post_at: at }
    },
    'chat.scheduledMessages.list': (body) => ({
      ok: true,
      scheduled_messages: [...waiting.values()]
        .filter(({ channel }) => !body.channel || channel === body.channel)
        .map(({ id, channel, at }) => ({ id, channel_id: channel, post_at: at })),
      response_metadata: { next_cursor: '' },
    }),
    'chat.deleteScheduledMessage': (body) => {
      const one = waiting.get(body.scheduled_message_id)
      if (one?.channel !== body.channel || (one && one.at - now() / 1000 < LATEST_RETURN))
        return refuse('invalid_scheduled_message_id')
      waiting.delete(body.scheduled_message_id)
      return { ok: true }
    },
    'chat.postMessage': (body) => {
      told.push({ user: body.channel, text: body.text })
      return { ok: true, channel: body.channel, ts: `${told.length}.000001` }
    },
  }

  const answer = (status: number, body: Json, headers: Record<string, string> = {}): Response =>
    new Response(JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json', ...headers },
    })

  const fetch: webApi.FetchFunction = async (url, init) => {
    const method = String(url).split('/').at(-1) ?? ''
    calls.set(method, (calls.get(method) ?? 0) + 1)
    const body = Object.fromEntries(new URLSearchParams(String(init?.body ?? '')))
    const wrong = fault(method)
    if (wrong === '429') return answer(429, refuse('ratelimited'), { 'retry-after': '20' })
    if (wrong === '500 before') return answer(500, refuse('internal_error'))
    if (wrong === 'lost before') throw new TypeError('fetch failed')
    const said = methods[method]?.(body) ?? refuse('unknown_method')
    if (wrong === '500 after') return answer(500, refuse('internal_error'))
    if (wrong === 'lost after') throw new TypeError('fetch failed')
    return answer(200, said)
  }

  return {
    fetch,
    posts,
    told,
    broken,
    calls,
    waiting,
    /** Decides for each call how it goes wrong, if it does. */
    failing: (decide: (method: string) => SlackFault | null) => {
      fault = decide
    },
    /** When the next post is due, in milliseconds. */
    next: (): number => Math.min(...[...waiting.values()].map(({ at }) => at * 1000)),
    /** Posts what is due by Slack's clock; in a channel that cannot be posted in, nothing and without a word. */
    postDue: () => {
      const due = [...waiting.values()].filter(({ at }) => at * 1000 <= now()).sort((a, b) => a.at - b.at)
      for (const { id, ...post } of due) {
        waiting.delete(id)
        if (!broken.has(post.channel)) posts.push(post)
      }
    },
  }
}
