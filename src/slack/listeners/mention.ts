import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt'
import type { LookUpLadder } from '../../coaching/ladder/look-up-ladder.ts'
import type { MentionStore } from '../../coaching/ladder/mention-store.ts'
import type { FindAsked } from '../../coaching/nudge/find-asked.ts'
import { readingText } from '../../domain/evidence/reading-text.ts'
import { ownerOf } from '../answer.ts'
import { type SlackMessage, wordsOf } from '../message/message-words.ts'
import { lookupView } from '../views/ladder/lookup.ts'
import { publicView } from '../views/ladder/share.ts'
import { nudgeAskView } from '../views/nudge/nudge-ask.ts'
import { nudgeOfferView } from '../views/nudge/nudge-offer.ts'
import { messagesLink } from '../web-api/permalink.ts'

/**
 * A question to the coach in a channel. Ladder text is answered in its thread, for everyone. Anything about the person,
 * or not clearly understood, is answered only to them. What they tell in the thread of a nudge is offered to be saved,
 * and talk there gets the question again. Each question is answered once, however often Slack sends it.
 */
export function mention(lookUpLadder: LookUpLadder, store: MentionStore, findAsked: FindAsked) {
  return async ({
    event,
    body,
    context,
    client,
  }: SlackEventMiddlewareArgs<'app_mention'> & AllMiddlewareArgs): Promise<void> => {
    const { channel, ts, user } = event
    if (!user || event.bot_id) return
    const owner = ownerOf(context, user)
    if (!(await store.claimMention(owner.team, channel, ts))) return
    try {
      const text = readingText((event.text ?? '').replace(/<@[A-Z0-9]+(?:\|[^<>]*)?>/g, ' '))
      const thread = event.thread_ts
      const told = thread ? await findAsked.told({ team: owner.team, channel }, thread, text.trim()) : null
      const answer = told === null || told.sure === false ? await lookUpLadder(owner, text.trim()) : null
      const said = answer?.sure ? publicView(answer) : null
      if (said)
        await client.chat.postMessage({
          channel,
          thread_ts: thread ?? ts,
          ...said,
          unfurl_links: false,
          unfurl_media: false,
        })
      else {
        const coach = { user: context.botUserId, bot: context.botId }
        const typed = wordsOf(event as SlackMessage, user, coach).text
        const dm = messagesLink(body.api_app_id, body.team_id)
        const offer =
          told && thread
            ? told.sure === null
              ? nudgeAskView(told, dm)
              : nudgeOfferView(told, { ts, threadTs: thread, text: typed })
            : null
        await client.chat.postEphemeral({
          channel,
          user,
          ...(thread ? { thread_ts: thread } : {}),
          ...(offer ?? lookupView(answer!)),
        })
      }
    } catch (error) {
      // The question was not acknowledged, so Slack sends it again, and it is answered then.
      await store.releaseMention(owner.team, channel, ts)
      throw error
    }
  }
}
