import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt'
import type { AcceptEvidence, Message } from '../../coaching/accept-evidence.ts'
import type { ChangeEvidence } from '../../coaching/change-evidence.ts'
import { ownerOf } from '../answer.ts'

type MessageEvent = SlackEventMiddlewareArgs<'message'>['event']

/** Subtypes that a person's own message can have; the others are Slack's reports about messages. */
const OWN = new Set([undefined, 'file_share', 'thread_broadcast'])

type File = { id?: string; name?: string; title?: string }
type Written = MessageEvent & { user: string; text?: string; files?: File[]; thread_ts?: string }

const isWrittenByPerson = (event: MessageEvent): event is Written =>
  event.channel_type === 'im' &&
  OWN.has(event.subtype) &&
  'user' in event &&
  Boolean(event.user) &&
  !('bot_id' in event && event.bot_id)

/** A message as it was before or is after a change. */
type Version = { user?: string; bot_id?: string; ts?: string; text?: string; edited?: unknown }

/** An edit or a deletion of a person's own message; null: Slack reports something else. */
const changeIn = (event: MessageEvent): { user: string; ts: string; text: string | null } | null => {
  if (event.channel_type !== 'im') return null
  const {
    subtype,
    message,
    previous_message: before,
  } = event as {
    subtype?: string
    message?: Version
    previous_message?: Version
  }
  if (!before?.user || before.bot_id || !before.ts) return null
  if (subtype === 'message_deleted') return { user: before.user, ts: before.ts, text: null }
  if (subtype !== 'message_changed' || !message) return null
  // A deleted message that has replies stays as a tombstone.
  if ((message as { subtype?: string }).subtype === 'tombstone')
    return { user: before.user, ts: before.ts, text: null }
  // Unfurled links and new replies are reported as changes too.
  if (!message.edited || message.text === before.text) return null
  return { user: before.user, ts: before.ts, text: message.text ?? '' }
}

/**
 * A DM to the coach, an edit of one, or its deletion. Slack may deliver each more than once; workspace, channel
 * and ts are a message's id.
 */
export const directMessage =
  (acceptEvidence: AcceptEvidence, changeEvidence: ChangeEvidence) =>
  async ({ event, context }: SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs): Promise<void> => {
    const change = changeIn(event)
    if (change) {
      const { user, ts, text } = change
      await changeEvidence({ owner: ownerOf(context, user), channel: event.channel, ts, text })
      return
    }
    if (!isWrittenByPerson(event)) return
    const files = (event.files ?? []).flatMap(({ id, name, title }) =>
      id ? [{ id, name: name ?? title ?? 'a file' }] : [],
    )
    if (!event.text && files.length === 0) return
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
