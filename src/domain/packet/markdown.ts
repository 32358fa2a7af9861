import type { DocumentCell, DocumentPart, PacketDocument, Run } from './document.ts'
import { legible, openable } from './legible.ts'

/** Said in front of a paragraph that AI wrote and its author has not accepted. */
export const DRAFT_MARK = 'Draft by AI, not accepted yet:'

/** Signs that Markdown, or GitHub's kind of it, reads as more than themselves, wherever they are. */
const SIGN = /[\\`*~<>[\]|$]/g
/** An underscore inside a word, as in snake_case, is only itself. */
const UNDERSCORE = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu
const ENTITY = /&(?=#?[a-z0-9]{1,40};)/gi
/** What makes a line a heading, an item of a list, a rule, or the underline of a heading. */
const AT_START = /^(?:[#+=-]|\d{1,9}(?=[.)]))/
/** Spaces that make a line code, or that a reader would drop. */
const INDENT = /^[ \t]+/

/** Text that a reader of Markdown shows as it is. A line break in it stays one. */
const shown = (text: string): string =>
  legible(text).replace(SIGN, '\\$&').replace(UNDERSCORE, '\\_').replace(ENTITY, '\\&')

/** A separate line, which must not look like the beginning of something else. */
const line = (text: string): string =>
  text
    .replace(INDENT, (spaces) => '&nbsp;'.repeat(spaces.replaceAll('\t', '    ').length))
    .replace(AT_START, (start) => (/\d/.test(start) ? start : `\\${start}`))
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')

/** Lines as one paragraph, with their breaks. An empty line between them stays. */
const broken = (text: string): string[] => {
  const lines = text.split('\n').map(line)
  return lines.map((one, nth) => {
    const kept = one.replace(/(?<! ) +$/, (spaces) => '&nbsp;'.repeat(spaces.length))
    return nth < lines.length - 1 ? `${kept === '' ? '&nbsp;' : kept}\\` : kept
  })
}

/** The anchor of a receipt's number. */
const anchorOf = (receipt: number): string => `receipt-${receipt}`

/** Bold and italic begin and end at a letter, or Markdown does not see them. */
const styled = (text: string, mark: string): string =>
  text.replace(/^(\s*)([\s\S]*?)(\s*)$/, (_, before, words, after) =>
    words === '' ? `${before}${after}` : `${before}${mark}${words}${mark}${after}`,
  )

const runText = ({ text, bold, italic, link, receipt }: Run): string => {
  let words = shown(text)
  if (italic) words = styled(words, '*')
  if (bold) words = styled(words, '**')
  const url = link === undefined ? null : openable(link)
  if (url !== null) return `[${words}](<${url.replace(/[<>\\]/g, encodeURIComponent)}>)`
  return receipt === undefined ? words : `[${words}](#${anchorOf(receipt)})`
}

const runsText = (runs: readonly Run[]): string => runs.map(runText).join('')

const paragraph = (runs: readonly Run[]): string => broken(runsText(runs)).join('\n')

const quoted = (lines: readonly string[]): string =>
  lines.map((one) => (one === '' ? '>' : `> ${one}`)).join('\n')

const cellText = ({ runs }: DocumentCell): string => runsText(runs).replaceAll('\n', '<br>')

const row = (cells: readonly string[]): string => `| ${cells.map((one) => one || ' ').join(' | ')} |`

const item = (mark: string, runs: readonly Run[]): string => {
  const indent = ' '.repeat(mark.length + 1)
  return `${mark} ${broken(runsText(runs)).join(`\n${indent}`)}`
}

const partText = (part: DocumentPart): string => {
  switch (part.kind) {
    case 'heading':
      return `${'#'.repeat(part.level + 1)} ${shown(part.text).replaceAll('\n', ' ')}`
    case 'paragraph':
      return part.draft ? `*${DRAFT_MARK}* ${paragraph(part.runs)}` : paragraph(part.runs)
    case 'list':
      return part.items.map((runs, nth) => item(part.ordered ? `${nth + 1}.` : '-', runs)).join('\n')
    case 'receipt':
      return [
        `<a id="${anchorOf(part.number)}"></a>**${part.number}**`,
        quoted(broken(shown(part.quote))),
        part.below.map(paragraph).join('\\\n'),
      ]
        .filter((one) => one !== '')
        .join('\n\n')
    case 'quote':
      return quoted([
        ...broken(shown(part.text)),
        ...(part.below.length > 0 ? ['', ...paragraph(part.below).split('\n')] : []),
      ])
    case 'table':
      return [
        row(part.head.map((one) => shown(one).replaceAll('\n', ' '))),
        row(part.head.map(() => '---')),
        ...part.rows.map((cells) => row(cells.map(cellText))),
      ].join('\n')
    case 'note':
      return paragraph(part.runs)
    case 'page-break':
      return '---'
  }
}

/**
 * The document as Markdown, as GitHub and most editors read it. Whatever is in its words, they are shown as they were
 * written. Receipts have anchors, and the case leads to them.
 */
export function packetMarkdown({ title, header, parts }: PacketDocument): string {
  return `${[`# ${shown(title)}`, shown(header), ...parts.map(partText)].join('\n\n')}\n`
}
