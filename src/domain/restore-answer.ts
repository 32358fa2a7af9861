import type { Masked } from './mask.ts'
import type { Answer } from './review.ts'

/** An answer about masked words with the names put back into every text of it. */
export const restored = (answer: Answer, { restore }: Pick<Masked, 'restore'>): Answer => {
  const text = (one: string | null): string | null => (one === null ? null : restore(one))
  return {
    ...answer,
    headline: text(answer.headline),
    findings: answer.findings.map((finding) => ({
      ...finding,
      why: text(finding.why),
      question: text(finding.question),
      missing: finding.missing.map((one) => ({ ...one, text: restore(one.text) })),
    })),
    questions: answer.questions.map((one) =>
      one.kind === 'written' ? { ...one, text: restore(one.text) } : one,
    ),
    nextSteps: answer.nextSteps.map((one) =>
      one.kind === 'written' ? { ...one, text: restore(one.text) } : one,
    ),
  }
}
