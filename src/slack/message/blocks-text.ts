import { rowStatements } from '../../domain/text/table-rows.ts'

/** A block or an element of one, of whatever kind, as Slack sent it. */
export type BlockNode = { readonly [key: string]: unknown }

export function nodesOf(value: unknown): readonly BlockNode[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null) : []
}

const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/**
 * Letters that mean no mention or link. Slack escapes some texts of blocks and not others, so what is escaped already
 * stays as it is.
 */
const escaped = (text: string): string =>
  text
    .replace(/&(?!(?:amp|lt|gt);)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

const isStruck = ({ style }: BlockNode): boolean =>
  (style as { strike?: unknown } | undefined)?.strike === true

/** One element of a line of rich text in the notation of a message's `text`. Struck-out words are nothing. */
const inlineText = (node: BlockNode): string => {
  if (isStruck(node)) return ''
  switch (node.type) {
    case 'text':
      return escaped(stringOf(node.text))
    case 'link': {
      const label = escaped(stringOf(node.text)).replace(/[|\n]/g, ' ')
      return `<${stringOf(node.url).replace(/[<>|\s]/g, '')}${label ? `|${label}` : ''}>`
    }
    case 'user':
      return `<@${stringOf(node.user_id)}>`
    case 'channel':
      return `<#${stringOf(node.channel_id)}>`
    case 'usergroup':
      return `<!subteam^${stringOf(node.usergroup_id)}>`
    case 'emoji':
      return `:${stringOf(node.name)}:`
    case 'date':
      return escaped(stringOf(node.fallback))
    default:
      return ''
  }
}

const richText = (node: BlockNode): string => {
  const elements = nodesOf(node.elements)
  switch (node.type) {
    case 'rich_text':
      return elements.map(richText).join('\n')
    case 'rich_text_list':
      return elements
        .map((item, nth) => `${node.style === 'ordered' ? `${nth + 1}.` : '•'} ${richText(item)}`)
        .join('\n')
    case 'rich_text_quote':
      return elements
        .map(inlineText)
        .join('')
        .split('\n')
        .map((line) => `&gt; ${line}`)
        .join('\n')
    default:
      return elements.map(inlineText).join('')
  }
}

/** A text object: mrkdwn is in the notation already. */
const textObject = (value: unknown): string => {
  const node = (typeof value === 'object' && value !== null ? value : { text: value }) as BlockNode
  return node.type === 'mrkdwn' ? stringOf(node.text) : escaped(stringOf(node.text))
}

const cellText = (cell: BlockNode): string =>
  cell.type === 'rich_text' ? richText(cell) : escaped(String(cell.text ?? cell.value ?? ''))

/** The rows of a table block as statements. */
const tableOf = (block: BlockNode): string =>
  rowStatements((Array.isArray(block.rows) ? block.rows : []).map((row) => nodesOf(row).map(cellText))).join(
    '\n',
  )

export function isTable({ type }: BlockNode): boolean {
  return type === 'table' || type === 'data_table'
}

/** What one block says, without its buttons, pictures and menus. */
const blockText = (block: BlockNode): string => {
  if (isTable(block)) return tableOf(block)
  switch (block.type) {
    case 'rich_text':
      return richText(block)
    case 'actions':
    case 'divider':
    case 'image':
    case 'input':
      return ''
    case 'context':
      return nodesOf(block.elements)
        .filter(({ type }) => type !== 'image')
        .map(textObject)
        .join(' ')
    default:
      return [
        ...[block.title, block.text, block.subtitle, block.body, ...nodesOf(block.fields)].map(textObject),
        blocksText(nodesOf(block.child_blocks)),
      ]
        .filter((text) => text.trim() !== '')
        .join('\n')
  }
}

/** What blocks say, in the notation of a message's `text`: one paragraph for each, without what is struck out. */
export function blocksText(blocks: readonly BlockNode[]): string {
  return blocks
    .map(blockText)
    .filter((text) => text.trim() !== '')
    .join('\n\n')
}

/** True if some words of rich text are struck out. */
export function hasStrike(blocks: readonly BlockNode[]): boolean {
  return blocks.some((node) => isStruck(node) || hasStrike(nodesOf(node.elements)))
}
