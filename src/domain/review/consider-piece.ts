import type { Days, Evidence, Span } from '../evidence/evidence.ts'
import { contextIn } from '../evidence/evidence-context.ts'
import { kindOfSpan } from '../evidence/evidence-kind.ts'
import type { Ladder } from '../ladder/ladder.ts'
import type { Consideration } from './consideration.ts'
import { considerationsOf } from './considerations.ts'
import { daysOfPiece, spreadWith } from './days.ts'
import type { Finding } from './review.ts'

type ConsideredPiece = {
  readonly evidence: Evidence
  readonly spans: readonly Span[]
  /** The days that each span mentions, in the order of the spans. */
  readonly days: readonly (readonly Days[])[]
  readonly findings: readonly Finding[]
  /** Spans that name somebody else. */
  readonly named: ReadonlySet<string>
  /** What the person's other evidence covers, by competency. */
  readonly kept: ReadonlyMap<string, { readonly days: Days }>
  readonly ladder: Ladder
  readonly today: Temporal.PlainDate
}

/** The spans that are a colleague's words. */
const saidByOthers = (evidence: Evidence, spans: readonly Span[]): string[] => {
  const others = new Set(
    evidence.parts.filter(({ saidBy }) => saidBy !== null).map(({ position }) => position),
  )
  return spans.filter(({ part }) => others.has(part)).map(({ id }) => id)
}

/** A sentence without a deed that involves the writer or their team: "In March I noticed that". */
const WITH_WRITER = /\b(?:I|we)\b/i

/** The days of what was done and seen, and of headings above it, or of all sentences if these name none. */
const daysOfWork = (spans: readonly Span[], said: ReadonlyMap<string, readonly Days[]>): readonly Days[] => {
  const of = (list: readonly Span[]): Days[] => list.flatMap(({ id }) => said.get(id) ?? [])
  const context = contextIn(spans)
  const work = of(
    spans.filter((span) => {
      const kind = kindOfSpan(span)
      const told = kind === 'deed' || kind === 'heading' || (kind === 'fact' && WITH_WRITER.test(span.text))
      return told && !context.has(span.id)
    }),
  )
  return work.length > 0 ? work : of(spans)
}

/**
 * What is considered for a piece besides its findings, ranked, and when it happened by its own words, or null if they
 * name no day.
 */
export function considerPiece(piece: ConsideredPiece): {
  readonly considered: readonly Consideration[]
  readonly happened: Days | null
} {
  const { evidence, spans, days, findings, named, kept, ladder, today } = piece
  const said = new Map(spans.map(({ id }, index) => [id, days[index] ?? []]))
  const happened = daysOfPiece(evidence, daysOfWork(spans, said))
  const considered = considerationsOf(findings, {
    spans,
    days: said,
    happened,
    spread: spreadWith(kept, findings, said, happened),
    named: new Set([...named, ...saidByOthers(evidence, spans)]),
    sustainedMonths: ladder.sustainedMonths,
    today,
  })
  return { considered, happened: days.flat().length > 0 ? happened : null }
}
