import { randomUUID } from 'node:crypto'
import type { Messages } from './messages.ts'
import type { Json, Workspace } from './workspace.ts'

/** A message that only one person sees. Slack does not store these, and neither does this. */
type Ephemeral = {
  readonly id: string
  readonly user: string
  readonly channel: string
  readonly thread: string | null
  readonly after: number
  text: string
  blocks: Json[]
}

/** Where an interaction happened, which decides where its response_url posts. */
export type InteractionSource = {
  readonly user: string
  readonly channel: string
  readonly thread: string | null
  /** The id of the ephemeral message that was used, or null. */
  readonly ephemeral: string | null
  /** The ts of the message that was used, or null. */
  readonly ts: string | null
}

/** How many posts a response URL accepts, and for how long, in milliseconds (docs.slack.dev). */
const POSTS = 5
const LIFE = 30 * 60_000

export type Responses = ReturnType<typeof makeResponses>

/** Ephemeral messages, and the URLs through which a bot answers an interaction. */
export function makeResponses(workspace: Workspace, messages: Messages, base: string, changed: () => void) {
  const ephemerals: Ephemeral[] = []
  const urls = new Map<string, { source: InteractionSource; at: number; posts: number }>()

  const add = (source: InteractionSource, said: Json): string => {
    const one: Ephemeral = {
      id: randomUUID(),
      user: source.user,
      channel: source.channel,
      thread: said.thread_ts ?? source.thread,
      after: Date.now() / 1000,
      text: said.text ?? '',
      blocks: said.blocks ?? [],
    }
    ephemerals.push(one)
    changed()
    return String(one.after)
  }
  const remove = async (channel: string, ts: string): Promise<void> => {
    const message = await messages.find(channel, ts)
    const { ok } = await workspace.call('chat.delete', { channel, ts })
    if (ok && message) await messages.forget(channel, message)
  }

  return {
    ephemerals,
    add,
    url: (source: InteractionSource): string => {
      const id = randomUUID()
      urls.set(id, { source, at: Date.now(), posts: 0 })
      return `${base}/respond/${id}`
    },
    /** Handles a post to a response URL. Returns null, or Slack's error code. */
    respond: async (id: string, said: Json): Promise<string | null> => {
      const known = urls.get(id)
      if (!known) return 'no_active_hooks'
      if (Date.now() - known.at > LIFE) return 'expired_url'
      known.posts += 1
      if (known.posts > POSTS) return 'used_url'
      const { source } = known
      const { channel, ts } = source
      const shown = ephemerals.find((one) => one.id === source.ephemeral)
      const content = { text: said.text ?? '', blocks: said.blocks ?? [] }
      if (said.delete_original) {
        if (shown) ephemerals.splice(ephemerals.indexOf(shown), 1)
        else if (ts) await remove(channel, ts)
      } else if (said.replace_original && shown) Object.assign(shown, content)
      else if (said.replace_original && ts) await workspace.call('chat.update', { channel, ts, ...content })
      else if (said.response_type === 'in_channel')
        await workspace.call('chat.postMessage', {
          channel,
          ...content,
          ...(said.thread_ts ? { thread_ts: said.thread_ts } : {}),
        })
      else add(source, said)
      changed()
      return null
    },
  }
}
