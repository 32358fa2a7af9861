import { isSlipOf } from '../text/spelling.ts'

/** What follows `/ladder`: something to log, a list of the person's evidence, a nudge, or a lookup. */
export type LadderCommand =
  | { readonly kind: 'log'; readonly text: string }
  | { readonly kind: 'evidence'; readonly filter: string }
  /** `text` is what packet-command.ts reads. */
  | { readonly kind: 'packet'; readonly text: string }
  /** `text` is what nudge-command.ts reads. */
  | { readonly kind: 'nudge'; readonly text: string }
  | { readonly kind: 'lookup'; readonly text: string }

/** People write "stop the nudge" as often as "nudge stop". */
const VERB_FIRST = new RegExp(
  [
    '^\\s*(show|set up|stop|pause|skip|resume|preview|change)',
    '\\s+(?:the\\s+|a\\s+|(my)\\s+)?(?:weekly\\s+)?nudges?(?=[\\s:!?.]|$):?\\s*([\\s\\S]*)$',
  ].join(''),
  'i',
)

/** Only the whole word is a command: "nudging" is looked up. */
const NUDGE = /^\s*(?:(?:the|(my))\s+)?nudges?(?=[\s:!?.]|$)[:!?.]*\s*([\s\S]*)$/i

/** What a text says about a nudge, with `me` before it if it is the person's own. Null if it says nothing. */
const nudgeIn = (text: string): string | null => {
  const turned = VERB_FIRST.exec(text)
  const plain = turned ? null : NUDGE.exec(text)
  const said = turned ? `${turned[1]} ${turned[3]}` : plain?.[2]
  return said === undefined ? null : `${(turned?.[2] ?? plain?.[1]) ? 'me ' : ''}${said}`.trim()
}

/** "packet L4", "export my packet", but not the packets of a network. */
const PACKET = new RegExp(
  [
    '^\\s*(?:(?:show|open|export|get|make)\\s+)?(?:(?:me|my|the)\\s+){0,2}packet\\b',
    '(?!\\s+(?:loss|drops?|captures?|filter(?:ing|s)?|switching|sniff|inspection|size)\\b)\\s*:?\\s*([\\s\\S]*)$',
  ].join(''),
  'i',
)

/** Words that open a command, or are one. A slip in one of them is mended as one in a word of the ladder is. */
const COMMAND_WORDS = ['nudge', 'evidence', 'packet', 'goal', 'data', 'progress', 'privacy'] as const

/** Commands of other tools that people try here, and what they mean by them. */
const ELSEWHERE: ReadonlyMap<string, LadderCommand> = new Map([
  ['export', { kind: 'packet', text: 'docx' }],
  ['stop', { kind: 'nudge', text: 'me stop' }],
])

/** The text with the first word spelled as the command that it is a slip of: "nugde fridays", "evidense". */
const withoutSlip = (text: string): string => {
  const first = /^\s*(\p{L}+)/u.exec(text)?.[1] ?? ''
  const meant = COMMAND_WORDS.find((word) => isSlipOf(first.toLowerCase(), word))
  return meant ? text.replace(first, meant) : text
}

/** Sorts the text after `/ladder` by what it asks for. */
export function ladderCommandOf(typed: string): LadderCommand {
  const text = withoutSlip(typed)
  const elsewhere = ELSEWHERE.get(text.trim().toLowerCase())
  if (elsewhere) return elsewhere
  const log = /^\s*log(?:\s+evidence)?(?:\s*:)?(?:\s+([\s\S]*))?$/i.exec(text)
  if (log) return { kind: 'log', text: log[1]?.trim() ?? '' }
  const evidence = /^\s*(?:(?:show|list)\s+)?(?:my\s+)?evidence\b\s*:?\s*([\s\S]*)$/i.exec(text)
  if (evidence) return { kind: 'evidence', filter: evidence[1]!.trim() }
  const packet = PACKET.exec(text)
  if (packet) return { kind: 'packet', text: packet[1]!.trim() }
  const nudge = nudgeIn(text)
  return nudge === null ? { kind: 'lookup', text } : { kind: 'nudge', text: nudge }
}
