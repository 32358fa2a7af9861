import { type Box, listMarkOf } from '../text/list-marks.ts'
import { anyOf } from '../text/patterns.ts'
import { linksIn, sentenceRanges } from '../text/sentences.ts'

/** A sentence of one text. `start` and `end` are UTF-16 offsets into it, end exclusive. */
export type Cut = {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly text: string
  /** Its line in the text, from 0. */
  readonly line: number
  /** How far the mark of its list item is indented, if it is in one. */
  readonly item?: number
  /** The box of its list item, if it is a task. */
  readonly box?: Box
}

/** Longest span, in UTF-16 units. A longer sentence is cut at a clause, so that a quote stays readable. */
export const SPAN_LIMIT = 500

/** Where to cut a stretch that is too long: after a clause mark, else at a space, else anywhere. */
const cutAt = (text: string): number => {
  const head = text.slice(0, SPAN_LIMIT)
  const clause = Math.max(head.lastIndexOf('; '), head.lastIndexOf(': '), head.lastIndexOf(', '))
  if (clause > SPAN_LIMIT / 2) return clause + 1
  const space = head.lastIndexOf(' ')
  if (space > SPAN_LIMIT / 2) return space
  // Never between the two halves of a surrogate pair.
  return /[\uD800-\uDBFF]$/.test(head) ? SPAN_LIMIT - 1 : SPAN_LIMIT
}

const ABBREVIATIONS = /etc|vs|approx|incl|resp|inc|ltd|dept|est|fig|min|max|sec|ver|e\.g|i\.e/
/** Sentence ends before a lower-case letter or a sign, except after an abbreviation or a list number. */
const SMALL_START = new RegExp(
  [
    /(?<=\p{L}{3}|\d\p{L}?|[)"”%])[.!?]["”)]?\s+/u.source,
    '(?=\\p{Ll}{2,}|i\\b|[^\\s\\p{L}])',
    `(?<!\\b(?:${ABBREVIATIONS.source})\\.\\s)`,
  ].join(''),
  'giu',
)

/** The sentences of a stretch whose writer uses no capitals. */
const finer = (text: string, from: number): [number, number][] => {
  const ranges: [number, number][] = []
  const inLink = linksIn(text)
  let start = 0
  for (const match of text.matchAll(SMALL_START)) {
    const end = match.index + match[0].length
    if (inLink(end)) continue
    ranges.push([from + start, from + end])
    start = end
  }
  ranges.push([from + start, from + text.length])
  return ranges
}

/** A shorter line ends on purpose, unless the width of the text shows that it had no room for more. */
const WRAPPED = 45
/** Widths at which a text may have been wrapped, and how many lines must be full to prove it. */
const PAGE_WIDTHS = { from: 60, to: 100 }
const FULL_LINES = 3
const FULL_SHARE = 0.35
const NEW_BLOCK = /^\s*(?:$|#{1,6}\s|\||```)/
const isNewLine = (line: string): boolean => NEW_BLOCK.test(line) || listMarkOf(line.trimStart()).length > 0

/** The length of a line, and its length with the next line's first word, or null if the next line is a new start. */
type Fit = { readonly length: number; readonly wanted: number } | null
const fitOf = (line: string, next: string | undefined): Fit =>
  next === undefined || isNewLine(next)
    ? null
    : { length: line.length, wanted: line.length + 1 + next.trimStart().search(/\s|$/) }

/** The width to which a text was wrapped, at which most lines had no room for the next word, or 0. */
const widthOf = (fits: readonly Fit[]): number => {
  const full = new Map<number, number>()
  const going = fits.filter((fit) => fit !== null && fit.length <= PAGE_WIDTHS.to)
  for (const fit of going)
    for (
      let width = Math.max(PAGE_WIDTHS.from, fit!.length);
      width < Math.min(fit!.wanted, PAGE_WIDTHS.to);
      width += 1
    )
      full.set(width, (full.get(width) ?? 0) + 1)
  const [width, lines] = [...full].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? [0, 0]
  return lines >= FULL_LINES && lines >= going.length * FULL_SHARE ? width : 0
}

const ENDS = /[.!?:;]["”)]?\s*$/
/** A Markdown link that continues in the next line. */
const OPEN_LINK = /\[[^[\]]*$/

/** A sentence does not end in these: "a new", "led by". */
const MID_SENTENCE = /(?:,|\b(?:a|an|the|of|and|but|or|my|our|your|their|its|such as))\s*$/i
/** Nor in these, except in a short line: "What we did it for". */
const MID_LONG_SENTENCE = new RegExp(
  `\\b${anyOf([
    /by|for|is|it['’]s|are|was|were|has|have|to|with|from|as|in|on|at|than|that|which|because/,
    /his|her|this|these/,
  ])}\\s*$`,
  'i',
)
/** The rest of a line that was wrapped before. */
const REST = /^\s*\p{Ll}\S*(?:\s\S+)?\s*$/u

/**
 * Whether a line was wrapped: it stops in mid-sentence, the next one begins in lower case, or its first word had no
 * room. `broken` says that the line before was wrapped.
 */
const goesOn = (
  line: string,
  next: string | undefined,
  fit: Fit,
  width: number,
  broken: boolean,
): boolean => {
  if (fit === null || line.trim() === '' || /^\s*#/.test(line)) return false
  if (OPEN_LINK.test(line)) return true
  if (ENDS.test(line)) return false
  if (MID_SENTENCE.test(line) || (broken && REST.test(line))) return true
  if (line.length >= WRAPPED && MID_LONG_SENTENCE.test(line)) return true
  return (
    (line.length >= WRAPPED && /^\s{0,3}(?:\p{Ll}{2,}|a\s)/u.test(next ?? '')) ||
    (width > 0 && fit.wanted > width)
  )
}

const indentOf = (line: string): number => line.length - line.trimStart().length

/**
 * Whether the next line belongs to the list item that this line is in, because it is indented below the mark of the
 * item. A short title is followed by a separate sentence: "- Kafka migration".
 */
const goesOnInItem = (line: string, next: string): boolean =>
  ENDS.test(line) ||
  line.trim().length >= WRAPPED ||
  MID_SENTENCE.test(line) ||
  !/^\s*["“(]?\p{Lu}/u.test(next)

/** The lines of a text as offsets. Wrapped lines are joined again. */
const linesOf = (reading: string): [number, number][] => {
  const lines = reading.split('\n')
  const fits = lines.map((line, nth) => fitOf(line, lines[nth + 1]))
  const width = widthOf(fits)
  const ranges: [number, number][] = []
  let at = 0
  let from = 0
  let broken = false
  /** How far the mark of the list item is indented that the line is in. */
  let item = Number.POSITIVE_INFINITY
  lines.forEach((line, nth) => {
    at += line.length
    const [next, after] = [lines[nth + 1], lines[nth + 2]]
    if (!broken) item = listMarkOf(line.trimStart()).length > 0 ? indentOf(line) : Number.POSITIVE_INFINITY
    const isBelow = (one = ''): boolean => one.trim() !== '' && indentOf(one) > item && !isNewLine(one)
    // A separate sentence may follow after an empty line, indented as the item is.
    const isLoose = next?.trim() === '' && ENDS.test(line) && isBelow(after)
    const isGap = broken && line.trim() === '' && isBelow(next)
    const isInItem = isBelow(next) && line.trim() !== '' && goesOnInItem(line, next!)
    broken = isLoose || isGap || isInItem || goesOn(line, next, fits[nth]!, width, broken)
    if (!broken) {
      ranges.push([from, at])
      from = at + 1
    }
    at += 1
  })
  return ranges
}

/**
 * Cuts a reading text into spans `s1`, `s2` and so on, one per sentence. A span crosses a line end only if the line was
 * wrapped. List marks, white space and lines without a letter or digit belong to no span. `text` is always
 * `reading.slice(start, end)`.
 */
export function cutSpans(reading: string): Cut[] {
  const spans: Cut[] = []
  const add = (from: number, to: number, of: Pick<Cut, 'line' | 'item' | 'box'>): void => {
    const end = from + reading.slice(from, to).trimEnd().length
    let rest = from
    while (rest < end) {
      const start = end - reading.slice(rest, end).trimStart().length
      const isLong = end - start > SPAN_LIMIT
      rest = isLong ? start + cutAt(reading.slice(start, end)) : end
      const said = isLong ? reading.slice(start, rest).trimEnd() : reading.slice(start, end)
      if (/[\p{L}\p{N}]/u.test(said))
        spans.push({
          id: `s${spans.length + 1}`,
          start,
          end: start + said.length,
          text: said,
          ...of,
        })
    }
  }
  for (const [nth, [from, to]] of linesOf(reading).entries()) {
    // A sentence continues over a wrapped line. A space has the same length as the line end, so offsets stay right.
    const line = reading.slice(from, to).replaceAll('\n', ' ')
    const indent = indentOf(line)
    const mark = listMarkOf(line.slice(indent))
    const body = indent + mark.length
    const of = {
      line: nth,
      ...(mark.length === 0 ? {} : { item: indent }),
      ...(mark.box === null ? {} : { box: mark.box }),
    }
    for (const [first, last] of sentenceRanges(line.slice(body)))
      for (const [start, end] of finer(line.slice(body + first, body + last), from + body + first))
        add(start, end, of)
  }
  return spans
}
