import type { Front } from './front.ts'
import { renderBlocks } from './render.ts'
import type { Json, Workspace } from './workspace.ts'

/** One line of a conversation as the page draws it. */
export type Line = {
  readonly key: string
  readonly ts: string
  readonly author: string
  readonly kind: 'person' | 'coach'
  readonly time: number
  readonly html: string
  readonly replies: number
  readonly onlyYou: boolean
}

export type Screen = {
  readonly lines: Line[]
  readonly thread: Line[] | null
  readonly modal: {
    id: string
    title: string
    submit: string
    close: string
    html: string
    errors: Record<string, string>
  } | null
}

/** What a person sees of a channel and an open thread. */
export const drawScreen = async (
  workspace: Workspace,
  front: Front,
  user: string,
  channel: string,
  thread: string | null,
): Promise<Screen> => {
  const nameOf = (id: string): string =>
    id === workspace.bot.id
      ? 'Ladder Coach'
      : (workspace.people.find((person) => person.id === id)?.name ?? 'Someone')
  const lineOf = (message: Json): Line => ({
    key: message.ts,
    ts: message.ts,
    author: nameOf(message.user),
    kind: message.user === workspace.bot.id ? 'coach' : 'person',
    time: Number(message.ts) * 1000,
    html: renderBlocks(message.blocks, message.text ?? ''),
    replies: message.reply_count ?? 0,
    onlyYou: false,
  })
  const own = (inThread: string | null): Line[] =>
    front.ephemerals
      .filter((one) => one.user === user && one.channel === channel && one.thread === inThread)
      .map((one) => ({
        key: one.id,
        ts: one.id,
        author: 'Ladder Coach',
        kind: 'coach',
        time: one.after * 1000,
        html: renderBlocks(one.blocks, one.text),
        replies: 0,
        onlyYou: true,
      }))
  const merged = (messages: Json[], inThread: string | null): Line[] =>
    [...messages.map(lineOf), ...own(inThread)].sort((a, b) => a.time - b.time)
  const history = await workspace.call('conversations.history', { channel, limit: 200 })
  const roots = (history.messages ?? []).filter(
    (message: Json) => !message.thread_ts || message.thread_ts === message.ts,
  )
  const replies = thread
    ? await workspace.call('conversations.replies', { channel, ts: thread, limit: 200 })
    : null
  const modal = front.modals.findLast((one) => one.user === user)
  return {
    lines: merged(roots, null),
    thread: replies ? merged(replies.messages ?? [], thread).map((line) => ({ ...line, replies: 0 })) : null,
    modal: modal
      ? {
          id: modal.id,
          title: modal.view.title?.text ?? '',
          submit: modal.view.submit?.text ?? 'Submit',
          close: modal.view.close?.text ?? 'Cancel',
          html: renderBlocks(modal.view.blocks, ''),
          errors: modal.errors,
        }
      : null,
  }
}
