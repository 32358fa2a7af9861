import type { Span } from '../evidence/evidence.ts'
import { type MaskedTexts, maskTexts, type PeopleToMask } from './mask.ts'

type MaskedSpans = Pick<MaskedTexts, 'restore' | 'key' | 'leftOut'> & {
  /** The same number of spans, without names and contact data. `saidBy` is a placeholder too. */
  readonly spans: readonly Span[]
  /** The ids of spans that name somebody other than the writer. */
  readonly named: ReadonlySet<string>
}

/** Replaces a speaker whose name cannot be recognised as one on its own. */
const SOMEBODY = 'a colleague'

/** Spans as a reader sees them: names are hidden in the words and in `saidBy`. */
export function maskSpans(spans: readonly Span[], people: PeopleToMask): MaskedSpans {
  // Speakers come after all words, so that placeholders are numbered in text order.
  const speakers = [...new Set(spans.flatMap(({ saidBy }) => saidBy ?? []))]
  const { texts, named, restore, key, leftOut } = maskTexts(
    [...spans.map(({ text }) => text), ...speakers],
    people,
  )
  const placeholders = texts.slice(spans.length)
  const speakerOf = (name: string): string => {
    const placeholder = placeholders[speakers.indexOf(name)] ?? ''
    return /^Colleague [A-Z]{1,2}$/.test(placeholder) ? placeholder : SOMEBODY
  }
  return {
    spans: spans.map((span, index) => ({
      ...span,
      text: texts[index] ?? '',
      saidBy: span.saidBy === null ? null : speakerOf(span.saidBy),
    })),
    named: new Set(spans.flatMap(({ id }, index) => (named.has(index) ? [id] : []))),
    restore,
    key,
    leftOut,
  }
}
