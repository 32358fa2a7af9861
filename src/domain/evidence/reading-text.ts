import { anyOf } from '../text/patterns.ts'

/** Slack's mentions of everybody. Groups (`subteam`) appear by their label, or not at all. */
const BROADCAST = /^!(?:channel|here|everyone)\b/

/** Invisible characters, and those that change the direction of text. */
const INVISIBLE = new RegExp(
  anyOf({
    'control characters, but tabs and line ends': /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/,
    'soft hyphens, zero width': /[\u00AD\u200B\u2060-\u2064\uFEFF]/,
    'writing direction': /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/,
    tags: /[\u{E0000}-\u{E007F}]/u,
  }),
  'gu',
)

/** A host that Slack turns into a link although the writer meant a file: "README.md". */
const BARE_HOST = /^[^\s/?#]+$/

/** A link as people read it, with the address after its label, so that a stranger can open it. */
const linkText = (target: string, label: string): string => {
  const address = target.replace(/^(?:mailto|tel):/, '')
  if (label === '' || !/^https?:/i.test(target)) return label || address
  const bare = target.replace(/^https?:\/\//i, '')
  if ([target, bare, bare.replace(/\/$/, '')].includes(label)) return BARE_HOST.test(label) ? label : target
  return `${label} (${target})`
}

/**
 * One `<...>` of Slack's message text as people read it: a broadcast is nothing, a mention of a person is "someone", a
 * channel is its name. Source: docs.slack.dev, "Formatting message text".
 */
const entityText = (inside: string): string => {
  const bar = inside.indexOf('|')
  const target = bar === -1 ? inside : inside.slice(0, bar)
  const label = bar === -1 ? '' : inside.slice(bar + 1).trim()
  if (BROADCAST.test(target)) return ''
  if (target.startsWith('@')) return 'someone'
  if (target.startsWith('#')) return label ? `#${label.replace(/^#/, '')}` : 'a channel'
  if (target.startsWith('!subteam')) return 'a group'
  if (target.startsWith('!')) return label
  return linkText(target, label)
}

/** Struck-out words, which do not count. Code stays as it is. */
const STRUCK = /(`[^`\n]*`)|(?<![\p{L}\p{N}~/])(~~?)(?=[^\s~])[^~\n]+(?<=\S)\2(?![\p{L}\p{N}~/]) ?/gu

const ENTITY = /<([@#!][^<>\n]*|[a-z][a-z0-9+.-]*:[^<>\n]*)>/gi

/** Text as people see it: line ends as \n, without invisible characters and broken surrogates. */
export function plainText(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[\t\u00A0]/g, ' ')
    .replace(INVISIBLE, '')
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
    .trim()
}

/**
 * What people read when Slack shows `raw`: entities and the three escapes resolved, and everything else as in
 * `plainText`. Spans and quotes are cut from it, so it is made once, when a message arrives. Escapes come last: a
 * person who types `<!channel>` sends `&lt;!channel&gt;`, which is only letters.
 */
export function readingText(raw: string): string {
  return plainText(
    raw
      .replace(/\r\n?|\u2028|\u2029/g, '\n')
      .replace(STRUCK, (_, code: string | undefined) => code ?? '')
      .replace(ENTITY, (_, inside: string) => entityText(inside))
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&'),
  )
}
