import type { Days, ToldDays } from '../dates/days.ts'
import type { Evidence, SaidDays, Span } from '../evidence/evidence.ts'
import { contextIn } from '../evidence/evidence-context.ts'
import { kindOfSpan } from '../evidence/evidence-kind.ts'
import { isTheirs } from '../evidence/quality.ts'
import { qualityOfSpan } from '../evidence/span-quality.ts'
import type { Ladder } from '../ladder/ladder.ts'
import type { Consideration } from './consideration.ts'
import { considerationsOf } from './considerations.ts'
import { daysOfPiece, daysOfUndated, spreadWith, whenTold } from './days.ts'
import type { Finding, SpanDays } from './review.ts'

type ConsideredPiece = {
  readonly evidence: Evidence
  readonly spans: readonly Span[]
  /** The days that each span mentions, in the order of the spans. */
  readonly days: readonly (readonly SaidDays[])[]
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

/** The sentences about what was done and seen. */
const workIn = (spans: readonly Span[]): Span[] => {
  const context = contextIn(spans)
  return spans.filter((span) => {
    const kind = kindOfSpan(span)
    return !context.has(span.id) && (kind === 'deed' || (kind === 'fact' && WITH_WRITER.test(span.text)))
  })
}

/** The days of what was done and seen, and of headings above it, or of all sentences if these name none. */
const daysOfWork = (
  spans: readonly Span[],
  said: ReadonlyMap<string, readonly SaidDays[]>,
): readonly SaidDays[] => {
  const of = (list: readonly Span[]): SaidDays[] => list.flatMap(({ id }) => said.get(id) ?? [])
  const context = contextIn(spans)
  const work = workIn(spans)
  // A title says when the whole was done only if nothing below it says more.
  const told = of(work)
  const titles = of(spans.filter((span) => kindOfSpan(span) === 'heading' && !context.has(span.id)))
  return [told, titles, of(spans)].find(({ length }) => length > 0) ?? []
}

/** The days of each sentence about work, and of each that a finding quotes, by its id. */
const daysBySpan = (
  spans: readonly Span[],
  findings: readonly Finding[],
  said: ReadonlyMap<string, readonly SaidDays[]>,
): Record<string, ToldDays> => {
  const ids = new Set([
    ...workIn(spans).map(({ id }) => id),
    ...findings.flatMap(({ spans: ids, also = [] }) => [...ids, ...also]),
  ])
  const known = new Map(spans.map((span) => [span.id, span]))
  /** "I have owned the pager since March": work that its writer still does. */
  const goesOn = (id: string): boolean => {
    const span = known.get(id)
    return span !== undefined && said.get(id)?.[0]?.since === true && isTheirs(qualityOfSpan(span))
  }
  return Object.fromEntries(
    [...ids].flatMap((id) => {
      const days = whenTold(said.get(id) ?? [])
      return days === null ? [] : [[id, goesOn(id) ? { ...days, whole: true } : days] as const]
    }),
  )
}

/**
 * What is considered for a piece besides its findings, ranked, when it happened by its own words, or null if they name
 * no day, and when each of its sentences did: those with days of their own, and the others.
 */
export function considerPiece(piece: ConsideredPiece): {
  readonly considered: readonly Consideration[]
  readonly happened: Days | null
  readonly days: SpanDays
  readonly undated: ToldDays
} {
  const { evidence, spans, days, findings, named, kept, ladder, today } = piece
  const said = new Map(spans.map(({ id }, index) => [id, days[index] ?? []]))
  const told = daysOfWork(spans, said)
  const happened = daysOfPiece(evidence, told)
  const considered = considerationsOf(findings, {
    spans,
    days: said,
    happened,
    spread: spreadWith(kept, findings, said),
    named: new Set([...named, ...saidByOthers(evidence, spans)]),
    sustainedMonths: ladder.sustainedMonths,
    today,
  })
  return {
    considered,
    happened: days.flat().length > 0 ? happened : null,
    days: daysBySpan(spans, findings, said),
    undated: daysOfUndated(evidence, told),
  }
}
