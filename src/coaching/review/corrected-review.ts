import type { Evidence, Span } from '../../domain/evidence/evidence.ts'
import { askedOf, type Ladder } from '../../domain/ladder/ladder.ts'
import {
  chosenFinding,
  correctFindings,
  type FindingCorrection,
  movedBack,
  unsaidOf,
} from '../../domain/review/correct-findings.ts'
import { isPlaced } from '../../domain/review/quotes.ts'
import { remarkOf } from '../../domain/review/remarks.ts'
import type { Review } from '../../domain/review/review.ts'
import { undisputed } from '../../domain/review/undisputed.ts'
import type { CorrectedReview, Label } from './label-store.ts'

/** What a person says about a review. */
export type SaidOfReview = {
  /** Null if they did not say which finding. */
  readonly correction: FindingCorrection | null
  /** As they wrote them. Secrets are removed before anything is stored. */
  readonly words: string | null
  /** True if the sentences of that finding may be stored for testing the coach. */
  readonly offered: boolean
}

const NO_LABEL: Label = {
  kind: 'right',
  competencySaid: null,
  competencyMeant: null,
  statusSaid: null,
  words: null,
  sentence: null,
  remark: null,
}

/** Confirms findings of a review. A finding without a status is confirmed only for its competency. */
const agreed = ({ findings, choices }: Review): CorrectedReview => ({
  findings,
  choices,
  labels: findings.map(({ competency, status }) => ({
    ...NO_LABEL,
    competencySaid: competency,
    competencyMeant: competency,
    statusSaid: status,
  })),
})

/** Confirms all findings that count, without touching what the person called wrong. */
export const agreedAll = (review: Review): CorrectedReview => ({
  ...agreed({ ...review, findings: undisputed(review.findings) }),
  findings: review.findings,
})

/** The piece of a review, the spans that the review and a correction are about, and its ladder. */
export type CorrectionContext = {
  readonly evidence: Evidence
  readonly spans: readonly Span[]
  readonly ladder: Ladder
}

export const wrong = (
  review: Review,
  { correction, words, offered }: SaidOfReview,
  { evidence, spans, ladder }: CorrectionContext,
): CorrectedReview => {
  const finding = review.findings.find(({ competency }) => competency === correction?.competency)
  const spots = correction?.spots
  const sentences = spans.filter(
    ({ id, part, start }) =>
      finding?.spans.includes(id) &&
      (!spots || spots.some((spot) => spot.part === part && spot.start === start)),
  )
  return {
    findings: correction ? correctFindings(review, correction, ladder, spans) : review.findings,
    choices: review.choices,
    labels: [
      {
        ...NO_LABEL,
        kind: 'wrong',
        competencySaid: finding?.competency ?? null,
        competencyMeant: correction?.meant ?? null,
        statusSaid: finding?.status ?? null,
        words,
        sentence: offered && sentences.length > 0 ? sentences.map(({ text }) => text).join(' ') : null,
        remark: correction && remarkOf(correction, evidence),
      },
    ],
  }
}

/** A click on one finding: it is right, wrong, about something else, or was moved by mistake. */
export type FindingVerdict = 'right' | 'wrong' | 'back' | { readonly rather: string }

/** Applies a click on a finding. Null if the review has no such finding, or did not offer that. */
export const judged = (
  review: Review,
  competency: string,
  verdict: FindingVerdict,
  around: CorrectionContext,
): CorrectedReview | null => {
  const own = review.findings.filter((one) => one.competency === competency)
  const [first] = own
  if (!first) return null
  const back = movedBack(review.findings, competency, around.spans)
  if (verdict === 'back')
    return back && { ...review, findings: back.findings, labels: [], unsaid: back.correction }
  if (verdict === 'right') {
    const { labels } = agreed({ ...review, findings: own })
    const kind = first.correction?.kind
    if (!kind || kind === 'other-competency') return { ...review, labels }
    const findings = unsaidOf(review.findings, competency)
    return { ...review, findings, labels, unsaid: { kind, competency, meant: null } }
  }
  const say = (said: Review, correction: FindingCorrection): CorrectedReview =>
    wrong(said, { correction, words: null, offered: false }, around)
  if (verdict === 'wrong') return say(review, { kind: 'other', competency, meant: null })
  const meant = verdict.rather
  if (!own.some(({ rather = [] }) => rather.includes(meant))) return null
  // What was moved already is moved from where it was at first, so that it can go back there.
  return back
    ? {
        ...say({ ...review, findings: back.findings }, { ...back.correction, meant }),
        unsaid: back.correction,
      }
    : say(review, { kind: 'other-competency', competency, meant })
}

/** The competency that a sentence is about, out of several. Null means none of them. */
type Chosen = { readonly span: string; readonly competency: string | null }

/** Applies a choice, also for a sentence that had no place. Null if the review does not ask for it. */
export const chosen = (
  review: Review,
  { span, competency }: Chosen,
  { spans, ladder }: CorrectionContext,
): CorrectedReview | null => {
  const choice = review.choices.find((one) => one.span === span)
  const about = spans.find(({ id }) => id === span)
  if (!about) return null
  const isAsked = competency !== null && askedOf(ladder, review.goal.target, competency).length > 0
  const offered = choice ? competency === null || isAsked : isAsked && !isPlaced(span, review)
  if (!offered) return null
  return {
    findings: competency === null ? review.findings : chosenFinding(review, span, competency, ladder, spans),
    choices: review.choices.filter((one) => one !== choice),
    labels: [
      {
        ...NO_LABEL,
        kind: 'choice',
        competencySaid: choice?.between[0] ?? null,
        competencyMeant: competency,
        remark: { kind: 'choice', part: about.part, start: about.start, competency },
      },
    ],
  }
}
