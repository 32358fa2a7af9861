import type { Span } from './evidence.ts'
import { kindOfSpan } from './evidence-kind.ts'

/** How many spans a reader gets at once; longer evidence is read in batches. */
export const SPANS_PER_BATCH = 80

/** Some neighbouring spans of one piece. Their ids start at `s1` again; `offset` leads back to the piece's. */
export type Batch = { readonly offset: number; readonly spans: readonly Span[] }

const opensSection = (span: Span): boolean => /^#{1,6}\s/.test(span.text) || kindOfSpan(span) === 'heading'

/** Where the batch from `from` ends: before the last heading in its second half, so that a section stays whole. */
const endOf = (spans: readonly Span[], from: number): number => {
  const limit = from + SPANS_PER_BATCH
  if (spans.length <= limit) return spans.length
  for (let at = limit; at > from + SPANS_PER_BATCH / 2; at -= 1) {
    // Headings in a row belong together: the cut is before the first of them.
    if (opensSection(spans[at]!) && !opensSection(spans[at - 1]!)) return at
  }
  return limit
}

/** All spans in their order, in batches of at most SPANS_PER_BATCH that keep what stands under one heading together. */
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
