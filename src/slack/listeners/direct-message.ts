import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt'
import type { AcceptEvidence, Message } from '../../coaching/accept-evidence.ts'
import { ownerOf } from '../answer.ts'

type MessageEvent = SlackEventMiddlewareArgs<'message'>['event']

/** Subtypes that a person's own message can have; the others are Slack's reports about messages. */
const OWN = new Set([undefined, 'file_share', 'thread_broadcast'])

type Written = MessageEvent & { user: string; text?: string; files?: unknown[]; thread_ts?: string }

const isWrittenByPerson = (event: MessageEvent): event is Written =>
  event.channel_type === 'im' &&
  OWN.has(event.subtype) &&
  'user' in event &&
  Boolean(event.user) &&
  !('bot_id' in event && event.bot_id)

/** A DM to the coach. Slack may deliver it more than once; workspace, channel and ts are its id. */
export const directMessage =
  (acceptEvidence: AcceptEvidence) =>
  async ({ event, context }: SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs): Promise<void> => {
    if (!isWrittenByPerson(event)) return
    const files = event.files?.length ?? 0
    if (!event.text && files === 0) return
    const message: Message = {
      owner: ownerOf(context, event.user),
      channel: event.channel,
      ts: event.ts,
      threadTs: event.thread_ts ?? null,
      text: event.text ?? '',
      files,
    }
    await acceptEvidence(message)
  }
