import type { Json, Workspace } from './workspace.ts'

/** The length limit of the markdown in one call, in characters. */
const TEXT_LIMIT = 12_000

const CHUNKS = new Set(['markdown_text', 'task_update', 'plan_update', 'blocks'])

type Chunk = { text: string } | { task: Json } | { blocks: Json[] }

type MessageStream = { readonly parts: Chunk[]; readonly plan: boolean; title: string }

const refused = (error: string): Json => ({ ok: false, error })

const richText = (text: string | undefined): Json =>
  text
    ? {
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
      }
    : undefined

const taskCard = (task: Json): Json => ({
  type: 'task_card',
  task_id: task.id,
  title: task.title,
  status: task.status,
  ...(task.details ? { details: richText(task.details) } : {}),
  ...(task.output ? { output: richText(task.output) } : {}),
  ...(task.sources ? { sources: task.sources } : {}),
})

/** Adds a chunk to the message. Text continues the text before it, and a task with a known id is updated in place. */
const take = (stream: MessageStream, chunk: Json): void => {
  const { parts } = stream
  if (chunk.type === 'plan_update') stream.title = chunk.title
  else if (chunk.type === 'blocks') parts.push({ blocks: chunk.blocks })
  else if (chunk.type === 'task_update') {
    const at = parts.findIndex((part) => 'task' in part && part.task.id === chunk.id)
    const before = parts[at]
    if (before && 'task' in before) parts[at] = { task: { ...before.task, ...chunk } }
    else parts.push({ task: chunk })
  } else {
    const last = parts.at(-1)
    if (last && 'text' in last) last.text += chunk.text
    else parts.push({ text: chunk.text })
  }
}

const blocksOf = ({ parts, plan, title }: MessageStream): Json[] => {
  const tasks = parts.flatMap((part) => ('task' in part ? [taskCard(part.task)] : []))
  const rest = parts.flatMap((part): Json[] => {
    if ('text' in part) return [{ type: 'markdown', text: part.text }]
    if ('blocks' in part) return part.blocks
    return plan ? [] : [taskCard(part.task)]
  })
  const all = plan && (tasks.length > 0 || title) ? [{ type: 'plan', title, tasks }, ...rest] : rest
  return all.length > 0 ? all : [{ type: 'markdown', text: '' }]
}

const textOf = ({ parts }: MessageStream): string =>
  parts.flatMap((part) => ('text' in part ? part.text : [])).join('')

export type Streams = ReturnType<typeof makeStreams>

/** Messages that the bot writes bit by bit. */
export function makeStreams(workspace: Workspace, changed: () => void) {
  const open = new Map<string, MessageStream>()

  /** The chunks in a call, or Slack's error code for them. */
  const pieces = (body: Json): Json[] | string => {
    const chunks = [
      ...(body.markdown_text ? [{ type: 'markdown_text', text: body.markdown_text }] : []),
      ...(body.chunks ?? []),
    ]
    if (chunks.some(({ type }) => !CHUNKS.has(type))) return 'invalid_chunks'
    if (chunks.some(({ type, text }) => type === 'markdown_text' && typeof text !== 'string'))
      return 'invalid_chunks'
    return chunks.some(({ text }) => text?.length > TEXT_LIMIT) ? 'msg_too_long' : chunks
  }
  const grow = async (body: Json, last: boolean): Promise<Json> => {
    const { channel, ts } = body
    const stream = open.get(`${channel}:${ts}`)
    if (!stream) return refused('message_not_in_streaming_state')
    const chunks = pieces(body)
    if (typeof chunks === 'string') return refused(chunks)
    if (chunks.length === 0 && !last) return refused('no_text')
    for (const chunk of chunks) take(stream, chunk)
    if (last && body.blocks) take(stream, { type: 'blocks', blocks: body.blocks })
    if (last) open.delete(`${channel}:${ts}`)
    const update = await workspace.call('chat.update', {
      channel,
      ts,
      text: textOf(stream),
      blocks: blocksOf(stream),
      ...(last && body.metadata ? { metadata: body.metadata } : {}),
    })
    changed()
    return update.ok ? { ok: true, channel, ts, ...(last ? { message: update.message } : {}) } : update
  }

  return {
    start: async (body: Json): Promise<Json> => {
      const { channel, thread_ts } = body
      if (!thread_ts) return refused('invalid_thread_ts')
      if (!workspace.people.some(({ dm }) => dm === channel) && !body.recipient_user_id)
        return refused('missing_recipient_user_id')
      const chunks = pieces(body)
      if (typeof chunks === 'string') return refused(chunks)
      const stream: MessageStream = { parts: [], plan: body.task_display_mode === 'plan', title: '' }
      for (const chunk of chunks) take(stream, chunk)
      const posted = await workspace.call('chat.postMessage', {
        channel,
        thread_ts,
        text: textOf(stream),
        blocks: blocksOf(stream),
      })
      if (!posted.ok) return posted
      open.set(`${channel}:${posted.ts}`, stream)
      changed()
      return { ok: true, channel, ts: posted.ts }
    },
    append: (body: Json): Promise<Json> => grow(body, false),
    stop: (body: Json): Promise<Json> => grow(body, true),
    /** True while a message is still being written. */
    isOpen: (channel: string, ts: string): boolean => open.has(`${channel}:${ts}`),
  }
}
