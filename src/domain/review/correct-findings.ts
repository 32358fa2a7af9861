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
 * What a person says of one finding; `competency` null: of words in which nothing was found. `meant` is the
 * competency that they are about, for `other-competency`.
 */
export type FindingCorrection = {
  readonly kind: (typeof CORRECTIONS)[number]
  readonly competency: string | null
  readonly meant: string | null
}

/** The sentence of a row that shares most with a text; the row's first where none shares anything. */
const nearestSentence = (ladder: Ladder, level: string, competency: string, text: string): string | null => {
  const row = askedOf(ladder, level, competency)
  const shared = makeBm25(row.map((one) => addTo(new Map(), stemsOf(one.text))))(stemsOf(text))
  return row[Math.max(0, shared.indexOf(Math.max(...shared)))]?.id ?? null
}

/**
 * What words such as "That is about scope" or "Mastery is wrong" correct in a review; null where they do not
 * say which finding is meant.
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

/** A finding as the person sees it: another competency, which nothing has been read against yet. */
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

/** The deeds of a piece in which nothing was found, tied to a competency; all of its words where none tells of one. */
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

/**
 * The findings with a correction in them. One that belongs to another competency moves there, or adds its spans
 * to the finding that stands there; one that is not theirs goes; otherwise what they say stands beside it. `spans`
 * are those of the piece, or at least those of its findings and its first deeds.
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
  // What was found of several sentences of a competency moves as one.
  const finding = { ...first, spans: [...new Set(own.flatMap(({ spans: ids }) => ids))].slice(0, MOST_SPANS) }
  const { meant } = correction
  if (!competencyOf(ladder, meant)) return review.findings
  const standing = rest.find(({ competency }) => competency === meant)
  if (standing) {
    const both = [...new Set([...standing.spans, ...finding.spans])].slice(0, MOST_SPANS)
    return rest.map((one) => (one === standing ? { ...one, spans: both } : one))
  }
  const text = spans
    .filter(({ id }) => finding.spans.includes(id))
    .map((span) => span.text)
    .join(' ')
  return review.findings.flatMap((one) =>
    one === first ? [movedTo(finding, meant, review, ladder, text)] : own.includes(one) ? [] : [one],
  )
}

/** The findings with a sentence in that the person ties to a competency. */
export function chosenFinding(
  review: Pick<Review, 'goal' | 'findings'>,
  span: string,
  competency: string,
  ladder: Ladder,
  spans: readonly Span[],
): readonly Finding[] {
  const standing = review.findings.find((one) => one.competency === competency)
  if (standing) {
    const both = [...new Set([...standing.spans, span])].slice(0, MOST_SPANS)
    return review.findings.map((one) => (one === standing ? { ...one, spans: both } : one))
  }
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
