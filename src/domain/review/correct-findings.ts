import type { Span } from '../evidence/evidence.ts'
import { kindOf } from '../evidence/evidence-kind.ts'
import { qualityOf } from '../evidence/evidence-quality.ts'
import { askedOf, competencyOf, type Ladder } from '../ladder/ladder.ts'
import { lookupWords, questionOf } from '../ladder/question.ts'
import { addTo, makeBm25 } from '../text/bm25.ts'
import { stemsOf } from '../text/stems.ts'
import { MOST_SPANS } from './answer-limits.ts'
import type { CORRECTIONS, Finding, Review } from './review.ts'
import { UNJUDGED } from './unjudged.ts'

/**
 * What a person says about one finding, or, if `competency` is null, about words without a finding. For
 * `other-competency`, `meant` is the competency that they are about.
 */
export type FindingCorrection = {
  readonly kind: (typeof CORRECTIONS)[number]
  readonly competency: string | null
  readonly meant: string | null
}

/** The sentence of a row that shares most words with a text, or the first if none shares any. */
const nearestSentence = (ladder: Ladder, level: string, competency: string, text: string): string | null => {
  const row = askedOf(ladder, level, competency)
  const shared = makeBm25(row.map((one) => addTo(new Map(), stemsOf(one.text))))(stemsOf(text))
  return row[Math.max(0, shared.indexOf(Math.max(...shared)))]?.id ?? null
}

/**
 * The correction in words such as "That is about scope" or "Mastery is wrong", or null if it is not clear which finding
 * is meant.
 */
export function correctionOf(text: string, review: Review, ladder: Ladder): FindingCorrection | null {
  const { competencies } = questionOf(ladder, lookupWords(text), true)
  const found = competencies.filter(({ id }) => review.findings.some(({ competency }) => competency === id))
  const others = competencies.filter(({ id }) => !found.some((one) => one.id === id))
  const competency = found[0]?.id ?? (review.findings.length === 1 ? review.findings[0]!.competency : null)
  if (competency === null || found.length > 1 || others.length > 1) return null
  const meant = others[0]?.id ?? null
  if (meant !== null && askedOf(ladder, review.goal.target, meant).length > 0)
    return { kind: 'other-competency', competency, meant }
  if (/\b(?:did(?:n['’]t| not)|not mine|was(?:n['’]t| not) me|never (?:said|wrote|did))\b/i.test(text))
    return { kind: 'not-mine', competency, meant: null }
  return found.length === 1 ? { kind: 'other', competency, meant: null } : null
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
  correction: { kind: 'other-competency' },
})

/** Ties the deeds of a piece without findings to a competency, or all of its words if none is a deed. */
const tied = (
  review: Pick<Review, 'goal' | 'findings'>,
  meant: string | null,
  ladder: Ladder,
  spans: readonly Span[],
): readonly Finding[] => {
  if (meant === null || !competencyOf(ladder, meant)) return review.findings
  const deeds = spans.filter(({ text }) => kindOf(text) === 'deed')
  return (deeds.length > 0 ? deeds : spans)
    .slice(0, MOST_SPANS)
    .reduce<readonly Finding[]>(
      (findings, { id }) => chosenFinding({ ...review, findings }, id, meant, ladder, spans),
      review.findings,
    )
}

/** The findings with more spans on the one of a competency, or null if there is none. */
const withSpans = (
  findings: readonly Finding[],
  competency: string,
  spans: readonly string[],
): readonly Finding[] | null => {
  const there = findings.find((one) => one.competency === competency)
  if (!there) return null
  const both = [...new Set([...there.spans, ...spans])].slice(0, MOST_SPANS)
  return findings.map((one) => (one === there ? { ...one, spans: both } : one))
}

/**
 * Applies a correction to the findings. A finding that belongs to another competency moves there, or adds its spans to
 * the finding already there. A finding that is not theirs is removed. Any other correction is noted next to the
 * finding. `spans` are those of the piece, or at least those of its findings and its first deeds.
 */
export function correctFindings(
  review: Pick<Review, 'goal' | 'findings'>,
  correction: FindingCorrection,
  ladder: Ladder,
  spans: readonly Span[],
): readonly Finding[] {
  if (correction.competency === null) return tied(review, correction.meant, ladder, spans)
  const own = review.findings.filter(({ competency }) => competency === correction.competency)
  const [first] = own
  if (!first) return review.findings
  const rest = review.findings.filter((one) => !own.includes(one))
  if (correction.kind === 'not-mine') return rest
  if (correction.kind !== 'other-competency' || correction.meant === null)
    return review.findings.map((one) =>
      own.includes(one) ? { ...one, correction: { kind: correction.kind } } : one,
    )
  // Findings on several sentences of a competency move as one.
  const finding = { ...first, spans: [...new Set(own.flatMap(({ spans: ids }) => ids))].slice(0, MOST_SPANS) }
  const { meant } = correction
  if (!competencyOf(ladder, meant)) return review.findings
  const together = withSpans(rest, meant, finding.spans)
  if (together) return together
  const text = spans
    .filter(({ id }) => finding.spans.includes(id))
    .map((span) => span.text)
    .join(' ')
  return review.findings.flatMap((one) =>
    one === first ? [movedTo(finding, meant, review, ladder, text)] : own.includes(one) ? [] : [one],
  )
}

/** The findings plus a sentence that the person tied to a competency. */
export function chosenFinding(
  review: Pick<Review, 'goal' | 'findings'>,
  span: string,
  competency: string,
  ladder: Ladder,
  spans: readonly Span[],
): readonly Finding[] {
  const together = withSpans(review.findings, competency, [span])
  if (together) return together
  const text = spans.find(({ id }) => id === span)?.text ?? ''
  const expectation = nearestSentence(ladder, review.goal.target, competency, text)
  if (expectation === null) return review.findings
  return [
    ...review.findings,
    {
      competency,
      spans: [span],
      clauses: [],
      expectation,
      ...UNJUDGED,
      quality: qualityOf(text),
      correction: null,
    },
  ]
}
