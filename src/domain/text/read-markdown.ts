import { listMarkOf } from './list-marks.ts'
import { anyOf } from './patterns.ts'
import { withTables } from './table-text.ts'

/** The address of a link, and of a picture: a `data:` address may be long. */
const TARGET = /<?(?<target>[^()<>\s]{1,2000})>?(?: "[^"\n]{0,200}"| '[^'\n]{0,200}')?/.source
const ATTRIBUTE = /(?:[#.][\p{L}\p{N}_:.-]{1,80}|[a-z-]{1,20}="[^"{}\n]{0,80}")/u.source

/** Tags that only say how words look. */
const LOOKS = /u|b|i|em|strong|span|sub|sup|mark|details|summary|aside|div|p|center|font|small|ins|kbd|h[1-6]/
  .source

/** What Markdown writes otherwise than it is read. One pass, so that what one rule wrote is not read by another. */
const NOTATION = new RegExp(
  anyOf({
    code: /(?<code>`{1,2}[^`\n]{1,500}`{1,2})/,
    'escape: "3\\."': /\\(?<escaped>[!-/:-@[-`{-~])/,
    'struck out: "~~x~~"': /~~(?=\S)(?<struck>(?:[^~\n]|\n(?!\n)|~(?!~)){1,1000})~~/,
    'struck out in HTML': /<(?<tag>s|del|strike)>(?:[^<\n]|\n(?!\n)){0,1000}<\/\k<tag>>/,
    picture: [
      /!\[(?<alt>[^[\]\n]{0,300})\]/.source,
      anyOf([/\((?<picture>[^()\s]{0,2000})[^()\n]{0,200}\)/, /\[[^[\]\n]{0,100}\]/]),
    ].join(''),
    'link, or words with an attribute': [
      /\[(?<label>(?:[^[\]\n]|\\[[\]]|\n(?!\n)){1,300})\]/.source,
      anyOf([`\\(${TARGET}\\)`, /\[(?<name>[^[\]\n]{0,100})\]/, /(?=\{[.#])/]),
    ].join(''),
    'link in a wiki: "[[page|label]]"': /\[\[(?<page>[^[\]|\n]{1,200})(?:\|(?<shown>[^[\]|\n]{1,200}))?\]\]/,
    'name of a block: " ^a1b2"': / \^[a-z0-9-]{4,40}(?=\n|$)/,
    'link in HTML': [
      /<a [^<>\n]{0,200}?href="(?<href>https?:[^"<>\s]{1,500})"[^<>\n]{0,200}>/.source,
      '(?<linked>[^<\\n]{1,300})</a>',
    ].join(''),
    'address: "<https://…>"': /<(?<auto>https?:[^<>\s]{1,500})>/,
    'attribute: "{#id .class}"': `(?<attribute> ?\\{:? ?${ATTRIBUTE}(?: ${ATTRIBUTE}){0,6} ?\\})`,
    'line break': /(?<break><br ?\/?>)/,
    'line break by an escape': /\\(?=\n)/,
    tag: `</?(?:${LOOKS})(?: [^<>\\n]{0,200})?>`,
    entity: /&(?<entity>amp|lt|gt|quot|nbsp|#39|#x27);/,
  }),
  'giu',
)

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  '#39': "'",
  '#x27': "'",
}

/** An address at the foot: "[1]: https://board.example". */
const DEFINITION = /^ {0,3}\[([^[\]^\n]{1,100})\]: ?<?([^<>\s]+)>?(?: ["'(][^\n]{0,200})?$/

const unescaped = (text: string): string => text.replace(/\\([!-/:-@[-`{-~])/g, '$1')

const isWeb = (address: string): boolean => /^https?:/i.test(address)

const link = (label: string, address: string): string => {
  const target = unescaped(address)
  return `[${label}](${target})`
}

/** The addresses of reference names. */
type Addresses = ReadonlyMap<string, string>

type Groups = Readonly<Record<string, string | undefined>>

/** Google Docs strikes out ticked items, so these words stay. All other struck-out words are dropped. */
const struckOut = (struck: string, before: string, addresses: Addresses): string => {
  const line = before.slice(before.lastIndexOf('\n') + 1).trimStart()
  const mark = listMarkOf(line)
  return mark.box === 'done' && mark.length === line.length ? readStretch(struck, addresses) : ''
}

/** A link with its words and address, or only its words. A name without an address stays as it is. */
const linked = ({ label = '', target, name }: Groups, whole: string, addresses: Addresses): string => {
  const words = readStretch(label, addresses)
  const address = target ?? addresses.get((name || label).toLowerCase())
  if (address === undefined) return name === undefined ? words : whole
  return words === '' ? '' : link(words, address)
}

/** The words of a stretch without tables and code, as people read them. */
const readStretch = (text: string, addresses: Addresses): string =>
  text.replace(NOTATION, (whole: string, ...given: unknown[]) => {
    const groups = given.at(-1) as Groups
    const { code, escaped, struck, alt, picture, label, page, shown, href, auto, entity } = groups
    if (code !== undefined) return whole
    if (escaped !== undefined) return escaped
    if (struck !== undefined) return struckOut(struck, text.slice(0, given.at(-3) as number), addresses)
    if (alt !== undefined) return alt !== '' && isWeb(picture ?? '') ? link(alt, picture!) : ''
    if (label !== undefined) return linked(groups, whole, addresses)
    if (href !== undefined) return link(groups.linked!, href)
    if (groups.break !== undefined) return ' '
    return page === undefined ? (auto ?? ENTITIES[entity?.toLowerCase() ?? ''] ?? '') : (shown ?? page)
  })

/** Removes comments, which only people who edit the file see. A comment that never ends stays. */
const withoutComments = (text: string): string => {
  const [first = '', ...rest] = text.split('<!--')
  return rest.reduce((read, one) => {
    const end = one.indexOf('-->')
    return end === -1 ? `${read}<!--${one}` : read + one.slice(end + 3)
  }, first)
}

/** Lines that enclose code in a file. */
const FENCE = /^ {0,3}(?:```|~~~)/

/** The stretches of a text, each with whether it is code. */
const stretchesOf = (text: string): { readonly code: boolean; readonly lines: string[] }[] => {
  const stretches = [{ code: false, lines: [] as string[] }]
  for (const line of text.split('\n')) {
    const open = stretches.at(-1)!
    const isFence = FENCE.test(line)
    if (isFence && !open.code) stretches.push({ code: true, lines: [line] })
    else {
      open.lines.push(line)
      if (isFence) stretches.push({ code: false, lines: [] })
    }
  }
  return stretches.filter(({ lines }) => lines.length > 0)
}

/**
 * A text in Markdown as people read it: without escapes, attributes, comments and pictures, links with their address,
 * table rows as statements, and nothing that is struck out. Headings, list marks, boxes and emphasis stay, because they
 * say what a sentence is. Code stays as it is.
 */
export function readMarkdown(text: string): string {
  const addresses = new Map<string, string>()
  const names = new Set(
    Array.from(text.matchAll(/\[([^[\]\n]{1,300})\]\[([^[\]\n]{0,100})\]/g), (one) =>
      (one[2] || one[1]!).toLowerCase(),
    ),
  )
  const isKept = (line: string): boolean => {
    const [, name, address] = DEFINITION.exec(line) ?? []
    if (name === undefined || address === undefined) return true
    if (isWeb(address)) addresses.set(name.toLowerCase(), address)
    return isWeb(address) && !names.has(name.toLowerCase())
  }
  const stretches = stretchesOf(text).map(({ code, lines }) => ({
    code,
    text: code ? lines.join('\n') : withoutComments(lines.filter(isKept).join('\n')),
  }))
  return stretches
    .map((one) => (one.code ? one.text : withTables(one.text, (words) => readStretch(words, addresses))))
    .join('\n')
}

/** Signs that a text without the name of a Markdown file is Markdown. */
const SIGNS_OF_MARKDOWN = new RegExp(
  anyOf({
    heading: /^#{1,6} \S/,
    box: /^\s{0,8}(?:[-*+]|\d{1,2}[.)]) \[[ xX-]\] /,
    table: /^\|? ?:?---/,
    bold: /\*\*[^\s*][^*\n]{0,200}\*\*/,
    'struck out': /~~[^\s~][^~\n]{0,200}~~/,
    link: /\]\(https?:/,
  }),
  'm',
)

/** Whether a file is Markdown, by its name or else by its text. */
export function isMarkdown(name: string, text: string): boolean {
  return /\.(?:md|markdown|mdown|mdx|qmd|rmd)$/i.test(name) || SIGNS_OF_MARKDOWN.test(text)
}
