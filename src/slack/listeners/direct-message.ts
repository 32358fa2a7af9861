import type { AllMiddlewareArgs, Context, SlackEventMiddlewareArgs } from '@slack/bolt'
import type { AcceptEvidence, DirectMessage } from '../../coaching/evidence/accept-evidence.ts'
import type { ChangeEvidence, MessageChange } from '../../coaching/evidence/change-evidence.ts'
import { UNNAMED_FILE } from '../../domain/evidence/evidence.ts'
import { ownerOf } from '../answer.ts'

/** Subtypes of messages that people write themselves. The others are Slack's reports about messages. */
const OWN = new Set<string | undefined>([undefined, 'file_share', 'thread_broadcast'])

type File = { id?: string; name?: string; title?: string }

/** A message as it appears in an event, or in a report of a change. */
type Version = {
  user?: string
  bot_id?: string
  ts?: string
  thread_ts?: string
  text?: string
  files?: File[]
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
const messageIn = (version: Version, channel: string, context: Context): DirectMessage | null => {
  const { user, bot_id, ts, thread_ts: threadTs, text = '', files = [], edited } = version
  if (!user || bot_id || !ts) return null
  return {
    owner: ownerOf(context, user),
    channel,
    ts,
    threadTs: threadTs ?? null,
    text,
    files: files.flatMap(({ id, name, title }) => (id ? [{ id, name: name || title || UNNAMED_FILE }] : [])),
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
  if (subtype !== 'message_changed' || !after?.edited || after.text === before.text) return null
  return {
    message: { ...message, text: after.text ?? '', editedTs: after.edited.ts ?? message.ts },
    deleted: false,
  }
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
    if (!message || (message.text === '' && message.files.length === 0)) return
    await acceptEvidence(message)
  }
}
