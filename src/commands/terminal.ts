import { styleText } from 'node:util'
import type { Said } from '../slack/views/rich-text.ts'

type TextElement = {
  type?: string
  text?: string | TextElement
  elements?: TextElement[]
  style?: { bold?: boolean; italic?: boolean; strike?: boolean; code?: boolean } | string
}

const FORMATS = { bold: 'bold', italic: 'italic', strike: 'strikethrough', code: 'cyan' } as const

const inline = (part: TextElement): string => {
  const text =
    typeof part.text === 'string'
      ? part.text
      : part.text
        ? inline(part.text)
        : (part.elements ?? []).map(inline).join('')
  const style = typeof part.style === 'object' ? part.style : {}
  const formats = Object.entries(FORMATS).flatMap(([name, format]) =>
    style[name as keyof typeof style] ? [format] : [],
  )
  return formats.length > 0 ? styleText(formats, text, { stream: process.stdout }) : text
}

const lines = (part: TextElement): string[] => {
  switch (part.type) {
    case 'header':
      return ['', styleText(['bold', 'underline'], inline(part), { stream: process.stdout }), '']
    case 'rich_text':
      return [...(part.elements ?? []).flatMap(lines), '']
    case 'rich_text_list':
      return (part.elements ?? []).map((item) => `  • ${inline(item)}`)
    case 'context':
      return [styleText('dim', inline(part), { stream: process.stdout })]
    case 'actions':
      return []
    default:
      return [inline(part)]
  }
}

/** A Slack message as a terminal shows it, without its buttons. */
export function terminalText({ blocks }: Said): string {
  return blocks
    .flatMap((block) => lines(block as TextElement))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
