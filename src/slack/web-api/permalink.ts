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
