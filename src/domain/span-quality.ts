import type { Span } from './evidence.ts'
import { qualityOf } from './evidence-quality.ts'
import type { Quality } from './review.ts'

/**
 * What makes a span strong or thin as evidence. Whose part a colleague's words tell of cannot be told from them:
 * in "I led the incident response" the I is theirs.
 */
export const qualityOfSpan = ({ text, saidBy }: Span): Quality =>
  saidBy === null ? qualityOf(text) : { ...qualityOf(text), part: 'unclear' }
