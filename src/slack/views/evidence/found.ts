import { competenciesOf, type Ladder } from '../../../domain/ladder/ladder.ts'
import type { Review } from '../../../domain/review/review.ts'
import { undisputed } from '../../../domain/review/undisputed.ts'
import { numberInWords } from '../../../domain/text/in-words.ts'
import { nameOf } from '../review/review-finding.ts'

/**
 * The competencies that a review found and its owner did not call wrong, by name and in the ladder's order. What is no
 * longer on it comes last.
 */
export function foundNames({ findings }: Pick<Review, 'findings'>, ladder: Ladder | null): string[] {
  const order = ladder ? competenciesOf(ladder).map(({ id }) => id) : []
  const place = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length)
  return [...new Set(undisputed(findings).map(({ competency }) => competency))]
    .toSorted((one, other) => place(one) - place(other))
    .map((id) => (ladder ? nameOf(ladder, id) : id))
}

/** "1 entry", "3 entries", "10,000 entries". */
export function entries(count: number): string {
  return `${numberInWords(count)} ${count === 1 ? 'entry' : 'entries'}`
}
