import type { types } from '@slack/bolt'
import { isHeldWhole, MOST_SHOWN, shownLength } from '../rich-text.ts'
import type { DrawnReview } from './review-finding.ts'
import type { Folded } from './review-folds.ts'

export type Fits = (blocks: readonly types.KnownBlock[]) => boolean
/** `left` says that part of the review did not fit. */
export type Fitted = { readonly blocks: types.KnownBlock[]; readonly left: boolean }

/** Slack takes 50 blocks in a message and 100 in a modal. A review opened from the list has two more above it. */
const MOST_BLOCKS = { message: 48, modal: 100 }

/** Slack refuses a modal of more than 250,000 bytes (docs.slack.dev/reference/methods/views.open, view_too_large). */
const MOST_BYTES = 240_000

/** Blocks inside a fold are counted too, to be sure. */
const count = (blocks: readonly types.KnownBlock[]): number =>
  blocks.reduce((sum, block) => sum + 1 + (block.type === 'container' ? block.child_blocks.length : 0), 0)

export const fitsMessage: Fits = (blocks) =>
  count(blocks) <= MOST_BLOCKS.message && shownLength(blocks) <= MOST_SHOWN

export const fitsModal: Fits = (blocks) =>
  count(blocks) <= MOST_BLOCKS.modal && Buffer.byteLength(JSON.stringify(blocks)) <= MOST_BYTES

/**
 * As much of a review as fits: all of it, else fewer quotes, else without the last part, which lists competencies
 * without evidence, else no quotes, and finally only the first parts.
 */
export function fitted(
  { review }: DrawnReview,
  folds: (quotes: number) => Folded[],
  build: (some: readonly Folded[], left: boolean) => types.KnownBlock[],
  fits: Fits,
): Fitted {
  const most = Math.max(1, ...review.findings.map(({ spans }) => spans.length))
  const all = folds(0).length
  const tries = [
    ...Array.from({ length: most }, (_, nth) => [most - nth, all] as const),
    [1, all - 1] as const,
    ...Array.from({ length: all + 1 }, (_, nth) => [0, all - nth] as const),
  ]
  let last: Fitted = { blocks: [], left: true }
  for (const [quotes, parts] of tries) {
    const some = folds(quotes).slice(0, parts)
    const left =
      parts < all ||
      review.findings.some(({ spans }) => spans.length > quotes) ||
      some.some(({ blocks }) => !isHeldWhole(blocks))
    last = { blocks: build(some, left), left }
    if (fits(last.blocks)) return last
  }
  return last
}
