import type { types } from '@slack/bolt'
import { clipped, escaped } from './rich-text.ts'

/** Slack takes 40,000 characters of `text`, but nobody reads this much without blocks. */
const LONGEST = 12_000

type BlockNode = { readonly [key: string]: unknown }

const listOf = (value: unknown): readonly BlockNode[] => (Array.isArray(value) ? (value as BlockNode[]) : [])

/** The text of one line: of a text object, or of the elements of a rich text. */
const lettersOf = (node: BlockNode): string => {
  if (typeof node.text === 'string') return node.text
  if (node.text && typeof node.text === 'object') return lettersOf(node.text as BlockNode)
  return listOf(node.elements).map(lettersOf).join('')
}

const linesOf = (node: BlockNode, mark = ''): string[] => {
  switch (node.type) {
    case 'actions':
    case 'divider':
      return []
    case 'rich_text':
    case 'context':
      return listOf(node.elements).flatMap((one) => linesOf(one, mark))
    case 'rich_text_list':
      return listOf(node.elements).map(
        (one, nth) => `${node.style === 'ordered' ? `${nth + 1}.` : '•'} ${lettersOf(one)}`,
      )
    case 'rich_text_quote':
      return lettersOf(node)
        .split('\n')
        .map((one) => `> ${one}`)
    case 'container':
      return [lettersOf({ text: node.title }), ...listOf(node.child_blocks).flatMap((one) => linesOf(one))]
    default:
      return lettersOf(node).split('\n')
  }
}

/**
 * The text of blocks, as `text` of a message without blocks: one paragraph per block, escaped for Slack, without
 * buttons, at most 12,000 characters.
 */
export function plainOf(blocks: readonly types.KnownBlock[]): string {
  return clipped(
    blocks
      .map((block) =>
        linesOf(block as unknown as BlockNode)
          .map((one) => (one.startsWith('> ') ? `> ${escaped(one.slice(2))}` : escaped(one)))
          .join('\n'),
      )
      .filter((paragraph) => paragraph.trim() !== '')
      .join('\n\n'),
    LONGEST,
  )
}
