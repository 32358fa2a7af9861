import type { AllMiddlewareArgs, Context, SlackEventMiddlewareArgs } from '@slack/bolt'
import type { AcceptEvidence, DirectMessage } from '../../coaching/evidence/accept-evidence.ts'
import type { ChangeEvidence, MessageChange } from '../../coaching/evidence/change-evidence.ts'
import { ownerOf } from '../answer.ts'
import { type SlackMessage, wordsOf } from '../message/message-words.ts'

/** Subtypes of messages that people write themselves. The others are Slack's reports about messages. */
const OWN = new Set<string | undefined>([undefined, 'file_share', 'thread_broadcast', 'me_message'])

/** A message as it appears in an event, or in a report of a change. */
type Version = SlackMessage & {
  ts?: string
  thread_ts?: string
  subtype?: string
  edited?: { ts?: string }
}
type Reported = Version & {
  channel: string
  channel_type?: string
  message?: Version
  previous_message?: Version
}

/** A message that the person wrote, or null. */
const messageIn = (
  version: Version,
  channel: string,
  context: Context,
): (DirectMessage & { readonly empty: boolean }) | null => {
  const { user, bot_id, ts, thread_ts: threadTs, edited } = version
  if (!user || bot_id || !ts) return null
  return {
    ...wordsOf(version, user, { user: context.botUserId, bot: context.botId }),
    owner: ownerOf(context, user),
    channel,
    ts,
    threadTs: threadTs ?? null,
    editedTs: edited?.ts ?? null,
  }
}

/** An edit or deletion of a message that the person wrote, or null if Slack reports something else. */
const changeIn = (event: Reported, context: Context): MessageChange | null => {
  const { subtype, message: after, previous_message: before } = event
  const message = before ? messageIn(before, event.channel, context) : null
  if (!before || !message) return null
  // A deleted message with replies stays as a tombstone.
  if (subtype === 'message_deleted' || (subtype === 'message_changed' && after?.subtype === 'tombstone'))
    return { message, deleted: true }
  // Unfurled links and new replies are reported as changes too.
  if (subtype !== 'message_changed' || !after?.edited) return null
  const now = messageIn({ ...after, user: message.owner.user, ts: message.ts }, event.channel, context)
  if (!now || now.text === message.text) return null
  return { message: { ...message, text: now.text, editedTs: after.edited.ts ?? message.ts }, deleted: false }
}

/**
 * A DM to the coach, an edit of one, or its deletion. Slack may deliver each more than once. Workspace, channel and ts
 * together identify a message.
 */
export function directMessage(acceptEvidence: AcceptEvidence, changeEvidence: ChangeEvidence) {
  return async ({
    event,
    context,
  }: SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs): Promise<void> => {
    const reported = event as Reported
    if (reported.channel_type !== 'im') return
    const change = changeIn(reported, context)
    if (change) return void (await changeEvidence(change))
    const message = OWN.has(reported.subtype) ? messageIn(reported, reported.channel, context) : null
    if (!message || message.empty) return
    await acceptEvidence(message)
  }
}
