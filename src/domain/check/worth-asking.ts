import type { Answer } from '../review/review.ts'

/** If this share of the texts failed, the rest would be too patchy to show. */
const TORN = 0.5

/** What failed in an answer: the number of findings, each kind of text as a whole, and the share of all texts. */
type Fallen = {
  readonly findings: number
  readonly headline: boolean
  readonly questions: boolean
  readonly steps: boolean
  readonly share: number
}

/** Whether enough of an answer failed to justify the time and money of another one. One thing of many does not. */
export function isWorthAsking({ findings: given }: Answer, fallen: Fallen): boolean {
  if (given.length > 0 && fallen.findings === given.length) return true
  const parts = [fallen.headline, fallen.questions, fallen.steps].filter(Boolean).length
  return fallen.findings > 1 || parts + Math.min(fallen.findings, 1) > 1 || fallen.share >= TORN
}
