import type { Finding } from './review.ts'

/** A finding before anybody judged it against its sentence. */
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
