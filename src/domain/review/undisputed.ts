import { competencyIdOf } from '../ladder/ladder.ts'
import type { Finding, Review } from './review.ts'

/** Whether the person called a finding wrong. It stays in the review, so that they can change their mind. */
export function isDisputed({ correction }: Pick<Finding, 'correction'>): boolean {
  return correction?.kind === 'other'
}

/** The findings that count. One that its owner called wrong shows nothing. */
export function undisputed<T extends Pick<Finding, 'correction'>>(findings: readonly T[]): readonly T[] {
  return findings.filter((finding) => !isDisputed(finding))
}

/**
 * A review in which only its findings still mention what its owner called wrong: no headline, gap, step or pattern
 * rests on it.
 */
export function withoutDisputed<T extends Review>(review: T): T {
  const { findings, considered, nextSteps, pattern } = review
  const left = new Set(undisputed(findings).map(({ competency }) => competency))
  const gone = new Set(
    findings.map(({ competency }) => competency).filter((competency) => !left.has(competency)),
  )
  if (gone.size === 0) return review
  return {
    ...review,
    headline: null,
    considered: considered.filter(({ competency }) => competency === null || !gone.has(competency)),
    nextSteps: nextSteps.filter(
      (step) => step.expectation === null || !gone.has(competencyIdOf(step.expectation)),
    ),
    pattern: pattern && gone.has(pattern.competency) ? null : pattern,
  }
}
