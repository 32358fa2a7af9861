import type { Span } from './evidence.ts'
import { sentenceRanges } from './sentences.ts'

/** Longest span, in UTF-16 units. A sentence beyond it is cut at a clause, so that a quote stays readable. */
export const SPAN_LIMIT = 500

/** How many spans a reader gets at once; longer evidence is read in parts. */
export const SPANS_PER_PART = 100

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

/**
 * Cuts a reading text into spans `s1`, `s2` ...: one a sentence, never across a line end. List marks, white
 * space and lines without a letter or digit belong to none. `text` is always `reading.slice(start, end)`.
 */
export const cutSpans = (reading: string): Span[] => {
  const spans: Span[] = []
  const add = (from: number, to: number): void => {
    const text = reading.slice(from, to)
    const start = from + (text.length - text.trimStart().length)
    const end = to - (text.length - text.trimEnd().length)
    if (!/[\p{L}\p{N}]/u.test(reading.slice(start, end))) return
    if (end - start > SPAN_LIMIT) {
      const middle = start + cutAt(reading.slice(start, end))
      add(start, middle)
      add(middle, end)
      return
    }
    spans.push({ id: `s${spans.length + 1}`, start, end, text: reading.slice(start, end) })
  }
  let at = 0
  for (const line of reading.split('\n')) {
    const indent = line.length - line.trimStart().length
    const mark = LINE_MARK.exec(line.slice(indent))?.[0].length ?? 0
    const body = indent + mark
    for (const [from, to] of sentenceRanges(line.slice(body))) add(at + body + from, at + body + to)
    at += line.length + 1
  }
  return spans
}

/** The spans in parts of at most SPANS_PER_PART, each part's ids starting at `s1` again, with the offset. */
export const partsOf = (spans: readonly Span[]): { offset: number; spans: Span[] }[] => {
  const parts: { offset: number; spans: Span[] }[] = []
  for (let offset = 0; offset < spans.length; offset += SPANS_PER_PART) {
    const slice = spans.slice(offset, offset + SPANS_PER_PART)
    parts.push({ offset, spans: slice.map((span, index) => ({ ...span, id: `s${index + 1}` })) })
  }
  return parts
}
