import type { Span } from './evidence.ts'
import { kindOfSpan } from './evidence-kind.ts'

/** A blank line separates what a text without headings tells of different things. */
const BLANK = 2

const isAfterBlank = (span: Span, last: Span): boolean => span.line - last.line >= BLANK

const runsOf = (spans: readonly Span[], begins: (span: Span, run: readonly Span[]) => boolean): Span[][] => {
  const runs: Span[][] = []
  for (const span of spans) {
    const run = runs.at(-1)
    if (!run || begins(span, run)) runs.push([span])
    else run.push(span)
  }
  return runs
}

/** The sentences below each heading of a text or, if it has no headings, those of each paragraph. */
export function sectionsOf(spans: readonly Span[]): Span[][] {
  const hasHeadings = spans.some((span) => kindOfSpan(span) === 'heading')
  return runsOf(spans, (span, run) =>
    hasHeadings ? kindOfSpan(span) === 'heading' : isAfterBlank(span, run.at(-1)!),
  )
}

/** Whether a sentence begins a list item that is not part of the item that `first` begins. */
const beginsItem = (span: Span, first: Span, last: Span): boolean =>
  span.item !== undefined && span.line > last.line && (first.item === undefined || span.item <= first.item)

/**
 * The notes of a text: neighbouring sentences about one thing. A note is a paragraph, or an item of a
 * list with all that is indented below it.
 */
export function notesOf(spans: readonly Span[]): Span[][] {
  return runsOf(spans, (span, run) => {
    const [first, last] = [run[0]!, run.at(-1)!]
    return (
      span.part !== last.part ||
      kindOfSpan(span) === 'heading' ||
      isAfterBlank(span, last) ||
      beginsItem(span, first, last)
    )
  })
}
