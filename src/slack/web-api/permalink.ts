import type { webApi } from '@slack/bolt'
import type { Thread } from '../../domain/evidence/evidence.ts'

/** Slack's address of a thread's first message, or null if there is none, or if Slack does not say. */
export async function permalinkOf(client: webApi.WebClient, thread: Thread | null): Promise<string | null> {
  if (thread === null) return null
  try {
    const { channel, ts } = thread
    const { permalink } = await client.chat.getPermalink({ channel, message_ts: ts })
    return permalink ?? null
  } catch {
    return null
  }
}

/** A deep link to the messages between a person and the app (docs.slack.dev, deep linking). Null without ids. */
export function messagesLink(app: string | undefined, team: string | undefined): string | null {
  return [app, team].every((id) => /^[A-Z0-9]+$/.test(id ?? ''))
    ? `slack://app?team=${team}&id=${app}&tab=messages`
    : null
}
