import { createHmac, randomBytes } from 'node:crypto'
import type { Json } from './workspace.ts'

/** How long after a failed try Slack repeats an event, in milliseconds (docs.slack.dev). */
const RETRIES = [0, 60_000, 300_000]

/** How long Slack waits for an acknowledgement, in milliseconds. */
const ACK_LIMIT = 3_000

type Ack = { readonly ok: boolean; readonly body: Json }

export type EarlyPosts = ReturnType<typeof makeEarlyPosts>

/**
 * Scheduled posts that somebody posted before their time. Slack has no such thing, and an app knows a scheduled post
 * only by its time. So between the bot and this Slack, such a post has a ts of the time for which it was scheduled.
 */
function makeEarlyPosts() {
  const posts = new Map<string, string>()
  const swapped = (text: string, pairs: Iterable<readonly [from: string, to: string]>): string =>
    [...pairs].reduce((all, [from, to]) => all.replaceAll(from, to), text)
  return {
    add: (ts: string, postAt: number): void =>
      void posts.set(ts, `${postAt}.${ts.split('.')[1] ?? '000000'}`),
    /** A text as the bot gets it. */
    toBot: (text: string): string => swapped(text, posts),
    /** A text that the bot sent. */
    fromBot: (text: string): string =>
      swapped(
        text,
        [...posts].map(([ts, shown]) => [shown, ts]),
      ),
  }
}

export type Deliveries = {
  readonly early: EarlyPosts
  readonly signingSecret: string
  connect(url: string): void
  /** Sends an event, and repeats it as Slack does until it is acknowledged. */
  event(body: Json): void
  /** Sends a slash command, or an interaction in `payload`. */
  form(fields: Record<string, string>): Promise<Ack>
  close(): void
}

/** Signed HTTP requests to the bot, as Slack sends them (docs.slack.dev, "Verifying requests from Slack"). */
export function makeDeliveries(): Deliveries {
  const signingSecret = randomBytes(16).toString('hex')
  const early = makeEarlyPosts()
  const timers = new Set<NodeJS.Timeout>()
  let target = ''
  const post = async (sent: string, type: string, headers: Record<string, string> = {}): Promise<Ack> => {
    const body = early.toBot(sent)
    const timestamp = String(Math.floor(Date.now() / 1000))
    const signature = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')
    try {
      const response = await fetch(target, {
        method: 'POST',
        body,
        headers: {
          'content-type': type,
          'x-slack-request-timestamp': timestamp,
          'x-slack-signature': `v0=${signature}`,
          ...headers,
        },
        signal: AbortSignal.timeout(ACK_LIMIT),
      })
      const text = await response.text()
      return { ok: response.ok, body: text.startsWith('{') ? JSON.parse(text) : text ? { text } : null }
    } catch {
      return { ok: false, body: null }
    }
  }
  const event = (body: Json, attempt = 0): void => {
    const retry =
      attempt > 0 ? { 'x-slack-retry-num': String(attempt), 'x-slack-retry-reason': 'http_timeout' } : {}
    void post(JSON.stringify(body), 'application/json', retry).then(({ ok }) => {
      const wait = RETRIES[attempt]
      if (ok || wait === undefined) return
      const timer = setTimeout(() => {
        timers.delete(timer)
        event(body, attempt + 1)
      }, wait)
      timers.add(timer.unref())
    })
  }
  return {
    early,
    signingSecret,
    connect: (url) => {
      target = url
    },
    event: (body) => event(body),
    form: (fields) => post(new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded'),
    close: () => {
      for (const timer of timers) clearTimeout(timer)
    },
  }
}
