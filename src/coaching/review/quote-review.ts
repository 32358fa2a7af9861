import { CoachError } from '../../domain/coach-error.ts'
import type { Evidence } from '../../domain/evidence/evidence.ts'
import type { Quoted, Quotes } from '../../domain/review/quotes.ts'
import type { Texts } from '../texts-port.ts'

/** No quotes, for a piece whose words take too long to cut. */
const NONE: Quotes = {
  spans: [],
  sentences: 0,
  unplaced: 0,
  open: [],
  unticked: 0,
  plans: 0,
  weaknesses: 0,
  only: null,
  orders: 0,
  foreign: 0,
}

/**
 * The quotes of a review. There are none if cutting them takes longer than one text may, so that the review is shown
 * anyway.
 */
export async function quoteReview(
  texts: Pick<Texts, 'quote'>,
  evidence: Evidence,
  review: Quoted,
): Promise<Quotes> {
  try {
    return await texts.quote(evidence.owner, evidence, review)
  } catch (error) {
    if (error instanceof CoachError && error.code === 'text-too-slow') return NONE
    throw error
  }
}
