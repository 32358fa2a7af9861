import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt'
import type { LookUpLadder } from '../../coaching/ladder/look-up-ladder.ts'
import type { MentionStore } from '../../coaching/ladder/mention-store.ts'
import { readingText } from '../../domain/evidence/reading-text.ts'
import { ownerOf } from '../answer.ts'
import { lookupView } from '../views/ladder/lookup.ts'
import { publicView } from '../views/ladder/share.ts'

/**
 * A question to the coach in a channel. Ladder text is answered in its thread, for everyone. Anything about the person,
 * or not clearly understood, is answered only to them. Each question is answered once, however often Slack sends it.
 */
export function mention(lookUpLadder: LookUpLadder, store: MentionStore) {
  return async ({
    event,
    context,
    client,
  }: SlackEventMiddlewareArgs<'app_mention'> & AllMiddlewareArgs): Promise<void> => {
    const { channel, ts, user } = event
    if (!user || event.bot_id) return
    const owner = ownerOf(context, user)
    if (!(await store.claimMention(owner.team, channel, ts))) return
    try {
      const text = readingText((event.text ?? '').replace(/<@[A-Z0-9]+(?:\|[^<>]*)?>/g, ' '))
      const answer = await lookUpLadder(owner, text.trim())
      const said = answer.sure ? publicView(answer) : null
      const thread_ts = event.thread_ts ?? ts
      if (said)
        await client.chat.postMessage({
          channel,
          thread_ts,
          ...said,
          unfurl_links: false,
          unfurl_media: false,
        })
      else
        await client.chat.postEphemeral({
          channel,
          user,
          ...(event.thread_ts ? { thread_ts } : {}),
          ...lookupView(answer),
        })
    } catch (error) {
      // The question was not acknowledged, so Slack sends it again, and it is answered then.
      await store.releaseMention(owner.team, channel, ts)
      throw error
    }
  }
}
