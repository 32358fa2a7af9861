import type { Span } from './evidence.ts'
import { kindOfSpan } from './evidence-kind.ts'

/** How many spans a reader gets at once. Longer evidence is read in batches. */
export const SPANS_PER_BATCH = 80

/** Consecutive spans of one piece. Their ids start again at `s1`, and `offset` leads back to the ids of the piece. */
export type Batch = { readonly offset: number; readonly spans: readonly Span[] }

const opensSection = (span: Span): boolean => /^#{1,6}\s/.test(span.text) || kindOfSpan(span) === 'heading'

/** The end of the batch that begins at `from`: before the last heading in its second half, to keep a section whole. */
const endOf = (spans: readonly Span[], from: number): number => {
  const limit = from + SPANS_PER_BATCH
  if (spans.length <= limit) return spans.length
  for (let at = limit; at > from + SPANS_PER_BATCH / 2; at -= 1) {
    // Consecutive headings belong together, so the batch ends before the first of them.
    if (opensSection(spans[at]!) && !opensSection(spans[at - 1]!)) return at
  }
  return limit
}

/** All spans in order, in batches of at most SPANS_PER_BATCH that keep sections together. */
export function batchesOf(spans: readonly Span[]): Batch[] {
  const batches: Batch[] = []
  for (let from = 0; from < spans.length; ) {
    const to = endOf(spans, from)
    batches.push({
      offset: from,
      spans: spans.slice(from, to).map((span, index) => ({ ...span, id: `s${index + 1}` })),
    })
    from = to
  }
  return batches
}
