import { unescapeText } from './envelopes.ts'
import type { Front } from './front.ts'
import { type RenderNames, renderBlocks, renderFiles } from './render.ts'
import type { Json, Workspace } from './workspace.ts'

/** One line of a conversation as the page draws it. */
type ScreenLine = {
  readonly key: string
  readonly ts: string
  readonly author: string
  readonly kind: 'person' | 'coach' | 'stone'
  readonly time: number
  readonly html: string
  readonly replies: number
  readonly onlyYou: boolean
  /** The text of a message that the person can edit and delete. Null for everything else. */
  readonly own: string | null
  readonly edited: boolean
  /** True while the bot is still writing it. */
  readonly streaming: boolean
  /** What the bot says it is doing in the thread of this message. */
  readonly status: string | null
}

export type Screen = {
  readonly lines: ScreenLine[]
  readonly thread: ScreenLine[] | null
  /** When the next scheduled post of this channel comes, in milliseconds since 1970. Null if there is none. */
  readonly waits: number | null
  /** The Home tab of the coach. Null for every other place, and until there is one. */
  readonly home: string | null
  readonly modal: {
    id: string
    title: string
    submit: string | null
    close: string
    html: string
    errors: Record<string, string>
  } | null
}

const BOT_NAME = 'Ladder Coach'

/** The Home tab, in the place of a channel. */
const HOME = 'home'

/** What a person sees of a channel and an open thread, or of the Home tab. */
export async function drawScreen(
  workspace: Workspace,
  front: Front,
  user: string,
  channel: string,
  thread: string | null,
): Promise<Screen> {
  const { bot, people } = workspace
  const names: RenderNames = {
    viewer: user,
    users: [...people.map(({ id, name }) => ({ id, name })), { id: bot.id, name: BOT_NAME }],
    channels: [workspace.channel],
  }
  const nameOf = (id: string): string => names.users.find((one) => one.id === id)?.name ?? 'Someone'
  const statusOf = (ts: string): string | null => {
    const said = front.statuses.of(channel, ts)
    return said && `${BOT_NAME} ${said}`
  }
  const contentOf = (message: Json): string => {
    const byBot = message.user === bot.id
    // A bot's text without blocks is still mrkdwn. What people write stays as they typed it.
    const blocks =
      byBot && message.text && !message.blocks?.length
        ? [{ type: 'section', text: { type: 'mrkdwn', text: message.text } }]
        : message.blocks
    return renderBlocks(blocks, message.text ?? '', names) + renderFiles(message.files)
  }
  const lineOf = (message: Json): ScreenLine => {
    const stone = message.subtype === 'tombstone'
    const person = message.user !== bot.id
    return {
      key: message.ts,
      ts: message.ts,
      author: stone ? '' : nameOf(message.user),
      kind: stone ? 'stone' : person ? 'person' : 'coach',
      time: Number(message.ts) * 1000,
      html: contentOf(message),
      replies: message.reply_count ?? 0,
      onlyYou: false,
      own: message.user === user ? unescapeText(message.text ?? '') : null,
      edited: person && Boolean(message.edited),
      streaming: front.streams.isOpen(channel, message.ts),
      status: statusOf(message.ts),
    }
  }
  const onlyForYou = (inThread: string | null): ScreenLine[] =>
    front.responses.ephemerals
      .filter((one) => one.user === user && one.channel === channel && one.thread === inThread)
      .map((one) => ({
        key: one.id,
        ts: one.id,
        author: BOT_NAME,
        kind: 'coach',
        time: one.after * 1000,
        html: contentOf({ ...one, user: bot.id }),
        replies: 0,
        onlyYou: true,
        own: null,
        edited: false,
        streaming: false,
        status: null,
      }))
  const merged = (messages: Json[], inThread: string | null): ScreenLine[] =>
    [...messages.map(lineOf), ...onlyForYou(inThread)].sort((a, b) => a.time - b.time)

  const isHome = channel === HOME
  const home = isHome ? front.homes.of(user) : null
  const roots = (isHome ? [] : await front.messages.history(channel)).filter(
    (message: Json) => !message.thread_ts || message.thread_ts === message.ts,
  )
  const replies = thread && !isHome ? await front.messages.thread(channel, thread) : null
  const modal = front.modals.top(user)
  const hasInput = modal?.view.blocks.some((block: Json) => block.type === 'input')
  return {
    lines: merged(roots, null),
    thread: replies && merged(replies, thread),
    waits: isHome ? null : front.schedule.nextIn(channel),
    home: home ? renderBlocks(home.blocks, '', names) : null,
    modal: modal
      ? {
          id: modal.view.id,
          title: modal.view.title?.text ?? '',
          submit: modal.view.submit?.text ?? (hasInput ? 'Submit' : null),
          close: modal.view.close?.text ?? (hasInput ? 'Cancel' : 'Close'),
          html: renderBlocks(modal.view.blocks, '', names),
          errors: modal.errors,
        }
      : null,
  }
}
