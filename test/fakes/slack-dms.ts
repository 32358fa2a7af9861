import type { Json } from './local-slack.ts'
import type { Random } from './nudge-script.ts'

/** A message of ours as this Slack keeps it. */
type Dm = {
  readonly user: string
  readonly channel: string
  readonly key: string
  readonly at: number
}

/**
 * A Slack in this process, as far as messages to one person go: it posts, shows a DM's history, and says where people
 * are. `wrong` is the chance that one call goes wrong: refused for now, not carried out, or carried out and its
 * answer lost.
 */
export function makeSlackDms(now: () => number, random: Random, wrong: number) {
  const posted: (Dm & { readonly body: Json })[] = []
  const zones = new Map<string, string>()
  /** Chaos can be switched off. */
  const chaos = { on: true }
  const methods: Record<string, (body: Json) => Json> = {
    'users.info': ({ user }) => ({ ok: true, user: { id: user, tz: zones.get(user) } }),
    'chat.postMessage': (body) => {
      const user = String(body.channel).replace(/^D/, '')
      const { key } = JSON.parse(body.metadata).event_payload
      posted.push({ user, channel: body.channel, key, at: now(), body })
      return { ok: true, channel: `D${user}`, ts: `${posted.length}.000001` }
    },
    'conversations.history': ({ channel }) => ({
      ok: true,
      messages: posted.flatMap(({ user, key }, index) =>
        `D${user}` === channel
          ? [
              {
                ts: `${index + 1}.000001`,
                bot_id: 'B0COACH',
                metadata: { event_type: 'ladder_coach_nudge_me', event_payload: { key } },
              },
            ]
          : [],
      ),
    }),
  }
  const answer = (body: Json, status = 200, headers: Record<string, string> = {}): Response =>
    new Response(JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json', ...headers },
    })

  const fetch = async (url: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const method = String(url).split('/').at(-1)!
    const body = Object.fromEntries(new URLSearchParams(String(init?.body ?? '')))
    const work = methods[method]
    if (!work) return answer({ ok: false, error: 'unknown_method' })
    if (chaos.on && random() < wrong) {
      const how = Math.floor(random() * 5)
      if (how === 0) return answer({ ok: false, error: 'ratelimited' }, 429, { 'retry-after': '30' })
      if (how === 1) return answer({}, 500)
      if (how === 2) throw new TypeError('fetch failed')
      work(body)
      if (how === 3) return answer({ ok: false, error: 'internal_error' })
      throw new TypeError('fetch failed')
    }
    return answer(work(body))
  }
  return { posted, zones, chaos, fetch: fetch as typeof globalThis.fetch }
}
