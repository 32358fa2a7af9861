import type { types } from '@slack/bolt'

type Inline = types.RichTextElement
type Style = { bold?: boolean; italic?: boolean; strike?: boolean; code?: boolean }

/**
 * Text by a person or a model, made unable to mention anyone: an invisible word joiner follows each `<` that could open
 * a mention. Quotes compare equal once it is removed.
 */
export function inert(text: string): string {
  return text.replace(/<(?=[@!#])/g, '<\u2060')
}

/** For `text`, which Slack parses: escapes its three control characters and breaks mentions. */
export function escaped(text: string): string {
  return inert(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/** Literal text, because Slack parses nothing in a rich text element. Never empty, which Slack refuses. */
export function words(text: string, style?: Style): Inline {
  return {
    type: 'text',
    text: inert(text) || ' ',
    ...(style ? { style } : {}),
  }
}

export function bold(text: string): Inline {
  return words(text, { bold: true })
}
export function italic(text: string): Inline {
  return words(text, { italic: true })
}
export function code(text: string): Inline {
  return words(text, { code: true })
}

/** A link to a URL from Slack. Never pass a URL from someone's message. */
export function linked(url: string, text: string): Inline {
  return { type: 'link', url, text: inert(text) }
}

/** One paragraph. */
export function line(...elements: Inline[]): types.RichTextSection {
  return {
    type: 'rich_text_section',
    elements,
  }
}

export function bullets(items: readonly Inline[][]): types.RichTextList {
  return {
    type: 'rich_text_list',
    style: 'bullet',
    elements: items.map((elements) => ({ type: 'rich_text_section', elements })),
  }
}

export function numbered(items: readonly Inline[][]): types.RichTextList {
  return {
    ...bullets(items),
    style: 'ordered',
  }
}

/** A sentence of a person, set apart. Where its line was wrapped is not shown. Only reviews use it. */
export function quote(text: string): types.RichTextQuote {
  return passage(text.replace(/\s+/g, ' '))
}

/** Several lines of somebody's words, with their breaks. */
export function passage(text: string): types.RichTextQuote {
  return {
    type: 'rich_text_quote',
    elements: [words(text)],
  }
}

/** Slack puts consecutive sections in one line, so they become one section with line breaks, as Slack writes them. */
export function richText(...elements: types.RichTextBlock['elements']): types.RichTextBlock {
  const joined: types.RichTextBlock['elements'] = []
  for (const element of elements) {
    const last = joined.at(-1)
    if (last?.type === 'rich_text_section' && element.type === 'rich_text_section') {
      joined[joined.length - 1] = line(...last.elements, words('\n'), ...element.elements)
    } else joined.push(element)
  }
  return { type: 'rich_text', elements: joined }
}

/** Slack's limit for a header is 150 characters. */
export function header(text: string): types.HeaderBlock {
  return {
    type: 'header',
    text: { type: 'plain_text', text: clipped(inert(text), 150), emoji: false },
  }
}

/** A small grey line of plain text. */
export function footnote(text: string): types.ContextBlock {
  return {
    type: 'context',
    elements: [{ type: 'plain_text', text: clipped(inert(text), 2000), emoji: false }],
  }
}

/** At most `limit` UTF-16 units, ending in an ellipsis if something was cut. */
export function clipped(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** A button. Slack allows 75 characters of label and 2,000 of value. */
export function button(
  label: string,
  actionId: string,
  value: string,
  more: Partial<Omit<types.Button, 'type' | 'text' | 'action_id' | 'value'>> = {},
): types.Button {
  return {
    type: 'button',
    text: { type: 'plain_text', text: clipped(inert(label), 75), emoji: false },
    action_id: actionId,
    value,
    ...more,
  }
}

/**
 * A menu. Slack allows 100 options, and 75 characters for a label and 150 for a value. `chosen` is the value of the one
 * that it shows at first.
 */
export function select(
  actionId: string,
  placeholder: string,
  options: readonly { readonly label: string; readonly value: string }[],
  chosen: string | null = null,
): types.StaticSelect {
  const all = options.map(({ label, value }) => ({
    text: { type: 'plain_text' as const, text: clipped(inert(label), 75), emoji: false },
    value: value.slice(0, 150),
  }))
  const initial = all.find(({ value }) => value === chosen)
  return {
    type: 'static_select',
    action_id: actionId,
    placeholder: { type: 'plain_text', text: placeholder },
    options: all.slice(0, 100),
    ...(initial ? { initial_option: initial } : {}),
  }
}

/** A row of actions. At most 25 elements, each with its own id. */
export function actions(elements: types.ActionsBlock['elements']): types.ActionsBlock {
  const taken = new Set<string>()
  return {
    type: 'actions',
    elements: elements.slice(0, 25).map((element, index) => {
      const id = element.action_id ?? ''
      const own = taken.has(id) ? `${id}:${index}` : id
      taken.add(own)
      return { ...element, action_id: own }
    }),
  }
}

/** Blocks that a container may hold, and how many. */
type Inner = types.ContainerBlock['child_blocks'][number]
const MOST_INNER = 10

/** Slack's limit for a section's text. */
const SECTION_LIMIT = 3_000

type Elements = { readonly elements?: readonly unknown[]; readonly text?: string; readonly type?: string }

const lettersOf = (node: Elements): string =>
  node.text ?? (node.elements ?? []).map((one) => lettersOf(one as Elements)).join('')

/** The lines of a rich text as plain strings: items with their bullets, quotes in “ ”. */
const linesOf = ({ elements }: types.RichTextBlock): string[] =>
  elements.flatMap((element): string[] => {
    if (element.type === 'rich_text_list')
      return element.elements.map(
        (item, nth) => `${element.style === 'ordered' ? `${nth + 1}.` : '•'} ${lettersOf(item as Elements)}`,
      )
    const said = lettersOf(element as Elements)
    return element.type === 'rich_text_quote' ? [`“${said.replace(/\s+/g, ' ').trim()}”`] : said.split('\n')
  })

/** A plain-text section, in which nothing is parsed. */
const plainSection = (text: string): types.SectionBlock => ({
  type: 'section',
  text: { type: 'plain_text', text, emoji: false },
})

/**
 * Blocks in a form that all containers of Slack accept. Some accept no rich text, so it becomes plain sections, in
 * which words by a person or a model are not parsed either. Uses as few blocks as possible, because those in a fold
 * count for the message's limit.
 */
const inside = (blocks: readonly types.KnownBlock[]): types.KnownBlock[] => {
  const held: types.KnownBlock[] = []
  let said = ''
  const flush = (): void => {
    if (said.trim() !== '') held.push(plainSection(said))
    said = ''
  }
  for (const block of blocks) {
    if (block.type !== 'rich_text') {
      flush()
      held.push(block)
      continue
    }
    for (const [nth, one] of linesOf(block).entries()) {
      const next = `${said === '' ? '' : nth === 0 ? '\n\n' : '\n'}${clipped(one, SECTION_LIMIT)}`
      if (said.length + next.length > SECTION_LIMIT) flush()
      said += said === '' ? next.trimStart() : next
    }
  }
  flush()
  return held
}

/** Whether a fold holds the blocks without cutting: no line is too long, and they are not too many. */
export function isHeldWhole(blocks: readonly types.KnownBlock[]): boolean {
  return (
    inside(blocks).length <= MOST_INNER &&
    blocks.every(
      (block) => block.type !== 'rich_text' || linesOf(block).every(({ length }) => length <= SECTION_LIMIT),
    )
  )
}

/** Blocks under a title that opens and closes. Slack allows 150 characters of title. */
export function fold(title: string, blocks: readonly types.KnownBlock[], open = false): types.ContainerBlock {
  return {
    type: 'container',
    title: { type: 'plain_text', text: clipped(inert(title), 150), emoji: false },
    child_blocks: inside(blocks).slice(0, MOST_INNER) as Inner[],
    is_collapsible: true,
    default_collapsed: !open,
  }
}

/** Longest text of a notification, in UTF-16 units. Phones show no more. */
export const MOST_NOTICE = 120

/** What a listener sends to Slack: blocks, and the text for notifications and screen readers. */
export type Said = { readonly text: string; readonly blocks: types.KnownBlock[] }

/** A message that is one line of words, which phones show as well. */
export function plainSaid(text: string): Said {
  return { text, blocks: [richText(line(words(text)))] }
}

/** The length of everything that a message shows, in UTF-16 units. */
export function shownLength(blocks: readonly types.KnownBlock[]): number {
  const count = (value: unknown): number => {
    if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + count(item), 0)
    if (value === null || typeof value !== 'object') return 0
    return Object.entries(value).reduce(
      (sum, [key, inner]) =>
        sum + (key === 'text' && typeof inner === 'string' ? inner.length : count(inner)),
      0,
    )
  }
  return count(blocks)
}

/** Slack refuses a message whose blocks show more than about 13,000 characters (msg_blocks_too_long). */
export const MOST_SHOWN = 12_000

/** Asks before something is done. `style` colours the button that does it; null leaves Slack's usual colour. */
export function confirm(
  title: string,
  text: string,
  yes: string,
  { no = 'Keep it', style = 'danger' }: { no?: string; style?: 'primary' | 'danger' | null } = {},
): types.ConfirmationDialog {
  return {
    title: { type: 'plain_text', text: title },
    text: { type: 'plain_text', text },
    confirm: { type: 'plain_text', text: yes },
    deny: { type: 'plain_text', text: no },
    ...(style ? { style } : {}),
  }
}
