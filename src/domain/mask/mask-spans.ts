import type { Span } from '../evidence/evidence.ts'
import { type MaskedTexts, maskTexts, type PeopleToMask } from './mask.ts'

type MaskedSpans = Pick<MaskedTexts, 'restore' | 'key' | 'leftOut'> & {
  /** As many as were given, without names and contact data; `saidBy` is a placeholder too. */
  readonly spans: readonly Span[]
  /** The ids of the spans in which somebody other than the writer is named. */
  readonly named: ReadonlySet<string>
}

/** Stands for a speaker whose name alone does not say that it is one. */
const SOMEBODY = 'a colleague'

/** Spans as a reader gets to see them: nobody is named, neither in their words nor as who said them. */
export function maskSpans(spans: readonly Span[], people: PeopleToMask): MaskedSpans {
  // Speakers come after all words, so that the order of placeholders follows the words.
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
