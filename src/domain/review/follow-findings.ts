import { competencyIdOf } from '../ladder/ladder.ts'
import type { Consideration } from './consideration.ts'
import type { Finding, NextStep, Review } from './review.ts'

/** The finding that now has most of the spans of one that was there before. */
const nowOf = (before: Finding | undefined, after: readonly Finding[]): Finding | undefined => {
  const shared = ({ spans }: Finding): number => spans.filter((id) => before?.spans.includes(id)).length
  return after.filter((one) => shared(one) > 0).toSorted((a, b) => shared(b) - shared(a))[0]
}

/** What is considered of a competency, under the one to which its words were moved. Null if they were removed. */
const followed = (
  one: Consideration,
  before: readonly Finding[],
  after: readonly Finding[],
): Consideration | null => {
  const { competency, span } = one
  if (competency === null) return one
  const holds = (finding: Finding): boolean => span === null || finding.spans.includes(span)
  if (after.some((finding) => finding.competency === competency && holds(finding))) return one
  const now =
    after.find((finding) => span !== null && finding.spans.includes(span)) ??
    nowOf(
      before.find((finding) => finding.competency === competency),
      after,
    )
  if (now === undefined) return null
  // Other evidence of that competency may be from another time.
  return { ...one, competency: now.competency, met: one.kind === 'six-months' ? null : one.met }
}

/** A step for a finding without AI, under the sentence of the ladder that its words are next to now. */
const stepAfter = (
  step: NextStep,
  before: readonly Finding[],
  after: readonly Finding[],
): NextStep | null => {
  if (step.expectation === null) return step
  const competency = competencyIdOf(step.expectation)
  const has = (findings: readonly Finding[]): boolean => findings.some((one) => one.competency === competency)
  if (has(after)) return step
  // A step of the reader's may be about a competency without a finding. One about words that are elsewhere now is not.
  if (step.kind === 'written' || step.kind === 'gap') return has(before) ? null : step
  const now = nowOf(
    before.find((one) => one.competency === competency),
    after,
  )
  return now ? { ...step, expectation: now.expectation } : null
}

/** The parts of a review that speak of its findings, after the person corrected these. */
export function followFindings(
  {
    findings,
    headline,
    considered,
    nextSteps,
  }: Pick<Review, 'findings' | 'headline' | 'considered' | 'nextSteps'>,
  after: readonly Finding[],
): Pick<Review, 'headline' | 'considered' | 'nextSteps'> {
  if (after === findings) return { headline, considered, nextSteps }
  const left = new Set(after.map(({ competency }) => competency))
  const said = new Set<string>()
  return {
    // The reader's sentence may name a competency that has nothing now.
    headline: findings.every(({ competency }) => left.has(competency)) ? headline : null,
    considered: considered.flatMap((one) => {
      const now = followed(one, findings, after)
      const key = `${now?.kind} ${now?.competency}`
      if (now === null || said.has(key)) return []
      said.add(key)
      return [now]
    }),
    nextSteps: nextSteps.flatMap((step) => stepAfter(step, findings, after) ?? []),
  }
}
