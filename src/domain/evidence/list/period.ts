import { findPeriod } from '../../dates/find-period.ts'
import type { Period } from '../../dates/year-part.ts'

/**
 * The first period that the words of a search name, and the words without it. Null if they name none. The name of a
 * month or a year is one wherever it is, because a search has no other words around it.
 */
export function periodSought(
  text: string,
  today: Temporal.PlainDate,
): { readonly period: Period; readonly rest: string } | null {
  return findPeriod(text, today, 'bare')
}
