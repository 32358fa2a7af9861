import type { Answer } from '../review/review.ts'

/** From this share of texts on that fell, the rest would read like a torn page. */
const TORN = 0.5

/** What of an answer fell: how many findings, all of a kind of text, and which share of the texts. */
type Fallen = {
  readonly findings: number
  readonly headline: boolean
  readonly questions: boolean
  readonly steps: boolean
  readonly share: number
}

/** Whether so much of an answer fell that another one is worth its time and money. One thing of many is not. */
export function isWorthAsking({ findings: given }: Answer, fallen: Fallen): boolean {
  if (given.length > 0 && fallen.findings === given.length) return true
  const parts = [fallen.headline, fallen.questions, fallen.steps].filter(Boolean).length
  return fallen.findings > 1 || parts + Math.min(fallen.findings, 1) > 1 || fallen.share >= TORN
}
