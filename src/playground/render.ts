import { Fragment, createElement as h, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { Message } from 'slack-blocks-to-jsx'
import { named, textsIn } from './blocks.ts'
import { control, input, textValue } from './elements.ts'
import { unescapeText } from './envelopes.ts'
import type { Json } from './workspace.ts'

/** Who is looking, and the names of users and channels that blocks may mention. */
export type RenderNames = {
  readonly viewer: string
  readonly users: readonly { id: string; name: string }[]
  readonly channels: readonly { id: string; name: string }[]
}

/** Only pictures inside the page itself are shown. Others are replaced by their alternative text. */
const pictured = (element: Json): Json =>
  element?.type === 'image' && !isOwnPicture(element)
    ? { type: 'plain_text', text: element.alt_text || 'Image' }
    : element

const isOwnPicture = ({ image_url: url }: Json): boolean => /^data:image\//.test(url ?? '')

/** Blocks that the library draws as Slack does. */
const DRAWN = new Set(['card', 'context', 'header', 'markdown', 'plan', 'rich_text', 'section', 'task_card'])

const spoken = (block: Json): ReactNode => h('p', { className: 'plain' }, textsIn(block).join('\n'))

/**
 * A block as the library draws it. If it is broken, only its texts are shown, and the rest of the message is not
 * affected.
 */
const drawn = (block: Json, { users, channels }: RenderNames): ReactNode => {
  const message = h(Message, {
    blocks: [block],
    name: '',
    logo: 'data:,',
    theme: 'light',
    withoutWrapper: true,
    data: { users, channels, user_groups: [] },
  } as never)
  try {
    renderToStaticMarkup(message)
    return message
  } catch {
    return spoken(block)
  }
}

/** One page has many messages, so the library's id becomes an attribute. */
const marked = (html: string): string =>
  html.replaceAll('id="slack_blocks_to_jsx"', 'data-blocks').replace(/<link [^<>]*>/g, '')

const cell = (value: Json, names: RenderNames): ReactNode =>
  value?.type === 'rich_text' ? drawn(value, names) : String(value?.text ?? value?.value ?? '')

const table = ({ rows, caption, column_settings: columns = [] }: Json, names: RenderNames): ReactNode => {
  const [head = [], ...body] = rows ?? []
  const row = (cells: Json[], tag: 'th' | 'td', key: number): ReactNode =>
    h(
      'tr',
      { key },
      ...cells.map((one, index) =>
        h(
          tag,
          {
            key: index,
            style: { textAlign: columns[index]?.align },
            ...(tag === 'th' ? { scope: 'col' } : {}),
          },
          cell(one, names),
        ),
      ),
    )
  return h(
    'div',
    { className: 'table', role: 'region', 'aria-label': caption || 'Table', tabIndex: 0 },
    h(
      'table',
      null,
      caption ? h('caption', null, caption) : null,
      h('thead', null, row(head, 'th', 0)),
      h('tbody', null, ...body.map((cells: Json[], index: number) => row(cells, 'td', index))),
    ),
  )
}

const image = (block: Json): ReactNode =>
  h(
    'figure',
    { className: 'image' },
    isOwnPicture(block)
      ? h('img', { src: block.image_url, alt: block.alt_text })
      : h('p', { className: 'note' }, `Image: ${block.alt_text ?? ''}`),
    block.title ? h('figcaption', null, textValue(block.title)) : null,
  )

const container = (block: Json, names: RenderNames): ReactNode => {
  const title = block.rich_text_title
    ? drawn(block.rich_text_title, names)
    : h('b', { className: 'title' }, textValue(block.title))
  const head = [
    h(Fragment, { key: 'title' }, title),
    block.subtitle
      ? h('span', { key: 'subtitle', className: 'subtitle' }, drawn(asSection(block.subtitle), names))
      : null,
  ]
  const children = h('div', { className: 'inside' }, ...block.child_blocks.map(within(names)))
  return block.is_collapsible
    ? h(
        'details',
        { className: 'container', 'data-fold': block.block_id, open: !block.default_collapsed },
        h('summary', null, h('span', { className: 'head-of' }, ...head)),
        children,
      )
    : h('section', { className: 'container' }, h('div', { className: 'head-of' }, ...head), children)
}

const LEVELS = new Set(['info', 'warning', 'error', 'success'])

const alert = ({ level, text }: Json, names: RenderNames): ReactNode =>
  h(
    'div',
    { className: `alert ${LEVELS.has(level) ? level : ''}`.trim(), role: 'note' },
    drawn(asSection(text), names),
  )

const asSection = (text: Json): Json => ({ type: 'section', text })

const section = (block: Json, names: RenderNames): ReactNode => {
  const { accessory, ...rest } = block
  // The library drops empty lines, which Slack shows.
  if (rest.text?.emoji === false && !rest.fields && !accessory)
    return h('p', { className: 'plain' }, rest.text.text)
  if (!accessory) return drawn(block, names)
  const beside =
    accessory.type === 'image' ? image(accessory) : control(accessory, block.block_id, names.viewer)
  return h(
    'div',
    { className: 'with-accessory' },
    drawn(rest, names),
    h('div', { className: 'accessory' }, beside),
  )
}

const within =
  (names: RenderNames) =>
  (block: Json): ReactNode =>
    h(Fragment, { key: block.block_id }, blockNode(block, names))

const blockNode = (block: Json, names: RenderNames): ReactNode => {
  const { type, elements = [], block_id: id } = block
  if (type === 'actions' || type === 'context_actions')
    return h(
      'div',
      { className: type === 'actions' ? 'actions' : 'actions quiet' },
      ...elements.map((one: Json) => h(Fragment, { key: one.action_id }, control(one, id, names.viewer))),
    )
  if (type === 'input') return input(block)
  if (type === 'section') return section(block, names)
  if (type === 'container' && Array.isArray(block.child_blocks)) return container(block, names)
  if (type === 'table' || type === 'data_table') return table(block, names)
  if (type === 'image') return image(block)
  if (type === 'alert') return alert(block, names)
  if (type === 'divider') return h('hr')
  if (type === 'context') return drawn({ ...block, elements: elements.map(pictured) }, names)
  return DRAWN.has(type) ? drawn(block, names) : spoken(block)
}

/** A cache of drawings, so that a new message does not draw the others again. */
const made = new Map<string, string>()
const MOST_MADE = 1_000

/** Draws blocks as HTML. Without blocks, it draws the text. React escapes everything. */
export function renderBlocks(blocks: Json[] | undefined, text: string, names: RenderNames): string {
  if (!blocks || blocks.length === 0)
    return text ? renderToStaticMarkup(h('p', { className: 'plain' }, unescapeText(text))) : ''
  const key = JSON.stringify([names.viewer, blocks])
  const known = made.get(key)
  if (known !== undefined) return known
  const html = marked(renderToStaticMarkup(h(Fragment, null, ...named(blocks).map(within(names)))))
  if (made.size > MOST_MADE) made.clear()
  made.set(key, html)
  return html
}

const size = (bytes: number): string =>
  bytes < 1024
    ? `${bytes} bytes`
    : bytes < 1024 * 1024
      ? `${Math.round(bytes / 1024)} KB`
      : `${(bytes / 1024 / 1024).toFixed(1)} MB`

/** The files of a message, each with its name and size. */
export function renderFiles(files: Json[] | undefined): string {
  return files && files.length > 0
    ? renderToStaticMarkup(
        h(
          'ul',
          { className: 'files', 'aria-label': 'Files' },
          ...files.map((file) =>
            h(
              'li',
              { key: file.id, className: 'file' },
              h(
                'b',
                null,
                // The file opens in its own tab, or is saved, as in Slack.
                h('a', { href: `/file?id=${encodeURIComponent(file.id)}`, target: '_blank' }, file.name),
              ),
              h('span', { className: 'note' }, `${file.pretty_type} · ${size(file.size)}`),
            ),
          ),
        ),
      )
    : ''
}
