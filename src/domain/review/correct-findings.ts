import type { Span, Spot } from '../evidence/evidence.ts'
import { kindOfSpan } from '../evidence/evidence-kind.ts'
import { strengthOf } from '../evidence/evidence-quality.ts'
import type { Quality } from '../evidence/quality.ts'
import { bestQuality } from '../evidence/span-quality.ts'
import { ownersIn, toldIn } from '../evidence/support/owners.ts'
import { askedOf, competencyOf, type Ladder } from '../ladder/ladder.ts'
import { addTo, makeBm25 } from '../text/bm25.ts'
import { stemsOf } from '../text/stems.ts'
import { MOST_SPANS } from './answer-limits.ts'
import type { CORRECTIONS, Correction, Finding, Review } from './review.ts'
import { UNJUDGED } from './unjudged.ts'

/**
 * What a person says about one finding, or, if `competency` is null, about words without a finding. For
 * `other-competency`, `meant` is the competency that they are about.
 */
export type FindingCorrection = {
  readonly kind: (typeof CORRECTIONS)[number]
  readonly competency: string | null
  readonly meant: string | null
  /** Another competency that the same words are about, which may be the one that they are under already. */
  readonly and?: string
  /** The sentences that are meant, if these are not all of the finding's. */
  readonly spots?: readonly Spot[]
}

/** The sentence of a row that shares most words with a text, or the first if none shares any. */
export function nearestSentence(
  ladder: Ladder,
  level: string,
  competency: string,
  text: string,
): string | null {
  const row = askedOf(ladder, level, competency)
  const shared = makeBm25(row.map((one) => addTo(new Map(), stemsOf(one.text))))(stemsOf(text))
  return row[Math.max(0, shared.indexOf(Math.max(...shared)))]?.id ?? null
}

/** A finding as the person sees it: under another competency, not yet judged against it. */
const movedTo = (
  finding: Finding,
  meant: string,
  review: Pick<Review, 'goal'>,
  ladder: Ladder,
  text: string,
): Finding => ({
  ...finding,
  competency: meant,
  expectation: nearestSentence(ladder, review.goal.target, meant, text) ?? finding.expectation,
  ...UNJUDGED,
  rather: (finding.rather ?? []).filter((one) => one !== meant),
  correction: { kind: 'other-competency', before: finding },
})

/** Ties the deeds of a piece without findings to a competency, or all of its words if none is a deed. */
const tied = (
  review: Pick<Review, 'goal' | 'findings'>,
  meant: string | null,
  ladder: Ladder,
  spans: readonly Span[],
): readonly Finding[] => {
  if (meant === null || !competencyOf(ladder, meant)) return review.findings
  const deeds = spans.filter((span) => kindOfSpan(span) === 'deed')
  return (deeds.length > 0 ? deeds : spans)
    .slice(0, MOST_SPANS)
    .reduce<readonly Finding[]>(
      (findings, { id }) => chosenFinding({ ...review, findings }, id, meant, ladder, spans),
      review.findings,
    )
}

/** A sentence with its results, and with answers to questions about it that no finding has. */
const withOwned = (id: string, findings: readonly Finding[], spans: readonly Span[]): string[] => {
  const owners = ownersIn(spans)
  const placed = new Set(findings.flatMap((finding) => finding.spans))
  const owned = toldIn(spans).filter(
    (span) => (owners.get(span.id) === id || span.answers === id) && !placed.has(span.id),
  )
  return [id, ...owned.map((span) => span.id)].slice(0, MOST_SPANS)
}

const qualityOfAll = (ids: readonly string[], spans: readonly Span[]): Quality =>
  bestQuality(
    spans.filter(({ id }) => ids.includes(id)),
    spans,
  )

/** All sentences of a finding, those first that its review quotes. */
const allOf = ({ spans, also = [] }: Finding): string[] => [...spans, ...also]

/** The first sentences are quoted, and the others belong to the finding all the same. */
const inOrder = (ids: readonly string[]): Pick<Finding, 'spans' | 'also'> => ({
  spans: ids.slice(0, MOST_SPANS),
  ...(ids.length > MOST_SPANS ? { also: ids.slice(MOST_SPANS) } : {}),
})

/** The findings with more spans on the one of a competency, or null if there is none. */
const withSpans = (
  findings: readonly Finding[],
  competency: string,
  more: readonly string[],
  spans: readonly Span[],
): readonly Finding[] | null => {
  const there = findings.find((one) => one.competency === competency)
  if (!there) return null
  const kept = inOrder([...new Set([...allOf(there), ...more])])
  const quality = qualityOfAll(kept.spans, spans)
  // What the sentences have that came does not have to be added.
  const better = there.quality !== null && strengthOf(quality) >= strengthOf(there.quality)
  const both = {
    ...there,
    ...kept,
    quality: better ? quality : there.quality,
  }
  return findings.map((one) => (one === there ? both : one))
}

/** A finding without some of its spans, or null if none is left. */
const without = (finding: Finding, ids: readonly string[], spans: readonly Span[]): Finding | null => {
  const left = allOf(finding).filter((id) => !ids.includes(id))
  if (left.length === 0) return null
  const { also: _, ...rest } = finding
  const kept = inOrder(left)
  const quoted = spans.filter(({ id }) => kept.spans.includes(id))
  const quality =
    finding.quality === null || quoted.length === 0 ? finding.quality : bestQuality(quoted, spans)
  return { ...rest, ...kept, quality }
}

/** A new correction of a finding, which can still be moved back. */
const withBefore = (kind: Correction['kind'], { correction }: Finding): Correction =>
  correction?.before ? { kind, before: correction.before } : { kind }

/** The findings without what was said of one of them, except where it was moved. */
export function unsaidOf(findings: readonly Finding[], competency: string): readonly Finding[] {
  return findings.map((one) =>
    one.competency === competency && one.correction
      ? { ...one, correction: one.correction.before ? withBefore('other-competency', one) : null }
      : one,
  )
}

/** The sentences that a correction is about: those of its finding, or without one the deeds. */
const meantIn = (
  findings: readonly Finding[],
  { competency, spots }: FindingCorrection,
  spans: readonly Span[],
): string[] => {
  const deeds = spans.filter((span) => kindOfSpan(span) === 'deed')
  const own = new Set(findings.flatMap((one) => (one.competency === competency ? one.spans : [])))
  const about =
    competency === null ? (deeds.length > 0 ? deeds : spans) : spans.filter(({ id }) => own.has(id))
  return about
    .filter(({ part, start }) => !spots || spots.some((spot) => spot.part === part && spot.start === start))
    .map(({ id }) => id)
    .slice(0, MOST_SPANS)
}

/** Puts words under two competencies, and leaves them where they are if that is one of the two. */
const withBoth = (
  review: Pick<Review, 'goal' | 'findings'>,
  { and, ...correction }: FindingCorrection & { readonly and: string },
  ladder: Ladder,
  spans: readonly Span[],
): readonly Finding[] => {
  const { competency, meant } = correction
  if (meant === null || !competencyOf(ladder, meant) || !competencyOf(ladder, and)) return review.findings
  const ids = meantIn(review.findings, correction, spans)
  const under = (place: string, findings: readonly Finding[]): readonly Finding[] =>
    ids.reduce((all, id) => chosenFinding({ ...review, findings: all }, id, place, ladder, spans), findings)
  if (competency === and) return under(meant, review.findings)
  const findings = under(and, review.findings)
  return competency === null
    ? under(meant, findings)
    : correctFindings({ ...review, findings }, correction, ladder, spans)
}

/**
 * Applies a correction to the findings. A finding that belongs to another competency moves there, or adds its spans to
 * the finding already there. A finding that is not theirs is removed. Both can be said of some of its spans. Any other
 * correction is noted next to the finding. `spans` are those of the piece, or at least those of its findings and its
 * first deeds.
 */
export function correctFindings(
  review: Pick<Review, 'goal' | 'findings'>,
  correction: FindingCorrection,
  ladder: Ladder,
  spans: readonly Span[],
): readonly Finding[] {
  const { and } = correction
  if (and !== undefined) return withBoth(review, { ...correction, and }, ladder, spans)
  if (correction.competency === null) return tied(review, correction.meant, ladder, spans)
  const own = review.findings.filter(({ competency }) => competency === correction.competency)
  const [first] = own
  if (!first) return review.findings
  const { kind, meant } = correction
  if (kind !== 'not-mine' && (kind !== 'other-competency' || meant === null))
    return review.findings.map((one) =>
      own.includes(one) ? { ...one, correction: withBefore(kind, one) } : one,
    )
  if (kind === 'other-competency' && !competencyOf(ladder, meant!)) return review.findings
  const { spots } = correction
  const isMeant = (id: string): boolean => {
    const span = spans.find((one) => one.id === id)
    return !spots || spots.some(({ part, start }) => part === span?.part && start === span.start)
  }
  // Findings on several sentences of a competency move as one.
  const moved = [...new Set(own.flatMap(allOf))].filter(isMeant)
  if (moved.length === 0) return review.findings
  const rest = review.findings.flatMap((one) =>
    own.includes(one) ? (without(one, moved, spans) ?? []) : [one],
  )
  if (kind === 'not-mine') return rest
  const together = withSpans(rest, meant!, moved, spans)
  if (together) return together
  const isWhole = own.every((one) => allOf(one).every((id) => moved.includes(id)))
  const quoted = spans.filter(({ id }) => moved.slice(0, MOST_SPANS).includes(id))
  const { also: _, ...shown } = first
  const finding = { ...shown, ...inOrder(moved) }
  const placed = movedTo(finding, meant!, review, ladder, quoted.map(({ text }) => text).join(' '))
  if (!isWhole) {
    const quality = first.quality === null ? null : bestQuality(quoted, spans)
    return [...rest, { ...placed, quality, correction: { kind } }]
  }
  return review.findings.flatMap((one) => (one === first ? [placed] : own.includes(one) ? [] : [one]))
}

/**
 * The findings as they were before the person moved one to a competency, and the correction that did it. Null if there
 * is none that can be taken back.
 */
export function movedBack(
  findings: readonly Finding[],
  competency: string,
  spans: readonly Span[],
): { readonly findings: readonly Finding[]; readonly correction: FindingCorrection } | null {
  const moved = findings.find((one) => one.competency === competency)
  const before = moved?.correction?.before
  if (!moved || !before) return null
  const rest = findings.filter((one) => one !== moved)
  return {
    findings:
      withSpans(rest, before.competency, allOf(before), spans) ??
      findings.map((one) => (one === moved ? before : one)),
    correction: { kind: 'other-competency', competency: before.competency, meant: competency },
  }
}

/** The findings plus a sentence that the person tied to a competency, with what belongs to it. */
export function chosenFinding(
  review: Pick<Review, 'goal' | 'findings'>,
  span: string,
  competency: string,
  ladder: Ladder,
  spans: readonly Span[],
): readonly Finding[] {
  const ids = withOwned(span, review.findings, spans)
  const together = withSpans(review.findings, competency, ids, spans)
  if (together) return together
  const text = spans.find(({ id }) => id === span)?.text ?? ''
  const expectation = nearestSentence(ladder, review.goal.target, competency, text)
  if (expectation === null) return review.findings
  return [
    ...review.findings,
    {
      competency,
      spans: ids,
      clauses: [],
      expectation,
      ...UNJUDGED,
      quality: qualityOfAll(ids, spans),
      correction: null,
    },
  ]
}
