import type { Finding } from './review.ts'

/** What a finding is before anybody judged it against the sentence that it is tied to. */
export const UNJUDGED = {
  asks: null,
  current: null,
  status: null,
  why: null,
  question: null,
  missing: [],
  cap: null,
  against: false,
} as const satisfies Partial<Finding>
