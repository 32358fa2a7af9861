import { sentenceRanges } from './sentences.ts'

/** A sentence of one text; `start` and `end` are UTF-16 offsets into it, end exclusive. */
export type Cut = {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly text: string
  /** Which line of the text it stands in, from 0. */
  readonly line: number
}

/** Longest span, in UTF-16 units. A sentence beyond it is cut at a clause, so that a quote stays readable. */
export const SPAN_LIMIT = 500

/** Marks that open a line of a list or quote and are no part of the sentence. */
const LINE_MARK = /^(?:[-*•–>]|\d{1,2}[.)])\s+/

/** Where a stretch that is too long is cut: after a clause mark, else at a space, else hard. */
const cutAt = (text: string): number => {
  const head = text.slice(0, SPAN_LIMIT)
  const clause = Math.max(head.lastIndexOf('; '), head.lastIndexOf(': '), head.lastIndexOf(', '))
  if (clause > SPAN_LIMIT / 2) return clause + 1
  const space = head.lastIndexOf(' ')
  if (space > SPAN_LIMIT / 2) return space
  // Never between the two halves of one character.
  return /[\uD800-\uDBFF]$/.test(head) ? SPAN_LIMIT - 1 : SPAN_LIMIT
}

/** Ends a sentence although what follows begins small, or with a sign; not behind an abbreviation or a number of a list. */
const SMALL_START =
  /(?<=\p{L}{3}|\d\p{L}?|[)"”%])[.!?]["”)]?\s+(?=\p{Ll}{2,}|i\b|[^\s\p{L}])(?<!\b(?:etc|vs|approx|incl|resp|inc|ltd|dept|est|fig|min|max|sec|ver|e\.g|i\.e)\.\s)/giu

/** A stretch of a line in the sentences that people mean who do not write capitals. */
const finer = (text: string, from: number): [number, number][] => {
  const ranges: [number, number][] = []
  let start = 0
  for (const match of text.matchAll(SMALL_START)) {
    const end = match.index + match[0].length
    ranges.push([from + start, from + end])
    start = end
  }
  ranges.push([from + start, from + text.length])
  return ranges
}

/** A line that was broken to fit a page goes on in the next one, which begins small; shorter ones are meant so. */
const WRAPPED = 45
const goesOn = (line: string, next: string | undefined): boolean =>
  next !== undefined &&
  line.length >= WRAPPED &&
  !/[.!?:;]["”)]?\s*$/.test(line) &&
  /^\s{0,3}\p{Ll}{2,}/u.test(next)

/** The lines of a text as offsets, those together that were one before they were broken to fit a page. */
const linesOf = (reading: string): [number, number][] => {
  const lines = reading.split('\n')
  const ranges: [number, number][] = []
  let at = 0
  let from = 0
  lines.forEach((line, nth) => {
    at += line.length
    if (!goesOn(line, lines[nth + 1])) {
      ranges.push([from, at])
      from = at + 1
    }
    at += 1
  })
  return ranges
}

/**
 * Cuts a reading text into spans `s1`, `s2` ...: one a sentence, never across a line end unless the line was
 * broken to fit a page. List marks, white space and lines without a letter or digit belong to none. `text` is
 * always `reading.slice(start, end)`.
 */
export const cutSpans = (reading: string): Cut[] => {
  const spans: Cut[] = []
  const add = (from: number, to: number, line: number): void => {
    const text = reading.slice(from, to)
    const start = from + (text.length - text.trimStart().length)
    const end = to - (text.length - text.trimEnd().length)
    if (!/[\p{L}\p{N}]/u.test(reading.slice(start, end))) return
    if (end - start > SPAN_LIMIT) {
      const middle = start + cutAt(reading.slice(start, end))
      add(start, middle, line)
      add(middle, end, line)
      return
    }
    spans.push({ id: `s${spans.length + 1}`, start, end, text: reading.slice(start, end), line })
  }
  for (const [nth, [from, to]] of linesOf(reading).entries()) {
    // A sentence goes on over a line that was broken; a space is as long as a line end.
    const line = reading.slice(from, to).replaceAll('\n', ' ')
    const indent = line.length - line.trimStart().length
    const mark = LINE_MARK.exec(line.slice(indent))?.[0].length ?? 0
    const body = indent + mark
    for (const [first, last] of sentenceRanges(line.slice(body)))
      for (const [start, end] of finer(line.slice(body + first, body + last), from + body + first))
        add(start, end, nth)
  }
  return spans
}
