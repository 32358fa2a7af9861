import { listMarkOf } from './list-marks.ts'
import { anyOf } from './patterns.ts'

/** What people write to set words, and never say. The group keeps what is read. */
const MARKUP = new RegExp(
  anyOf({
    'picture: "![alt](address)"': /!\[[^[\]\n]{0,300}\]\([^()\s]{0,2000}\)/,
    'link: "[label](address)"': /\[(?<label>[^[\]\n]{1,300})\]\([^()\s]{0,2000}\)/,
    'address behind its label: "the plan (https://…)"': / \(https?:[^()\s]{1,2000}\)/,
    'address, of which the host stays':
      /\bhttps?:\/\/(?:www\.)?(?<host>[^\s/?#<>()]{1,300})[^\s<>()]{0,2000}/,
    'emoji: ":tada:"': /(?<![\p{L}\p{N}:]):(?=[\d+_'-]{0,30}[a-z])[a-z\d_+'-]{1,60}:(?![\p{L}\p{N}])/u,
    tag: /<\/?[a-z][^<>\n]{0,200}>/,
    code: /`{1,3}/,
    'sign of a heading inside a line': /(?<=^|\s)#{1,6}(?=\s)/,
    'cell of a table': /\s{0,3}\|\s{0,3}/,
  }),
  'giu',
)

const NO_WORD_BEFORE = /(?<![\p{L}\p{N}*_~])/u.source
const NO_WORD_AFTER = /(?![\p{L}\p{N}*_~])/u.source

/** Bold, italic and struck out, marked by signs around words: "**x**", "_x_", "~~x~~". */
const EMPHASIS = new RegExp(
  [
    NO_WORD_BEFORE,
    /(?<sign>\*{1,3}|_{1,3}|~{1,2})(?=[^\s*_~])(?<inner>[^*_~\n]{1,300})(?<=[^\s*_~])\k<sign>/.source,
    NO_WORD_AFTER,
  ].join(''),
  'gu',
)
/** The same where one of the two signs is out of sight. */
const HALF = new RegExp(
  anyOf([`${NO_WORD_BEFORE}(?:\\*{2,3}|__|~~)`, `(?:\\*{2,3}|__|~~)${NO_WORD_AFTER}`]),
  'gu',
)

const lineWithoutMarkup = (line: string): string => {
  const trimmed = line.trim()
  return trimmed.slice(listMarkOf(trimmed).length)
}

/** A text as one line that people can read: without list marks, addresses, and the signs of Markdown and Slack. */
export function withoutMarkup(text: string): string {
  const lines = text.split('\n').map(lineWithoutMarkup).join(' ')
  const said = lines.replace(MARKUP, (whole: string, ...given: unknown[]) => {
    const { label, host } = given.at(-1) as Readonly<Record<string, string | undefined>>
    return label ?? host ?? (whole.includes('|') ? ' ' : '')
  })
  // Twice, because bold words may contain italic ones.
  return said
    .replace(EMPHASIS, '$<inner>')
    .replace(EMPHASIS, '$<inner>')
    .replace(HALF, '')
    .replace(/\s+/g, ' ')
    .trim()
}
