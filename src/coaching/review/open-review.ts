import { type Ladder, ladderOf } from '../../domain/ladder/ladder.ts'
import type { Owner } from '../../domain/person.ts'
import type { Review } from '../../domain/review/review.ts'
import type { EvidenceStore } from '../evidence/evidence-store.ts'
import type { LadderStore } from '../ladder/ladder-store.ts'
import type { Ladders } from '../ports.ts'
import type { ShownReview } from '../replies.ts'
import type { Texts } from '../texts-port.ts'
import { quoteReview } from './quote-review.ts'
import type { ReviewStore } from './review-store.ts'

type Deps = {
  readonly store: Pick<EvidenceStore, 'evidence'> &
    Pick<ReviewStore, 'review'> &
    Pick<LadderStore, 'ladderVersion'>
  readonly ladders: Ladders
  readonly hasModel: boolean
}
type DepsWithTexts = Deps & { readonly texts: Pick<Texts, 'quote'> }

/** The ladder as it was when a review was written, or as it is now if that version was not stored. */
export async function ladderOfReview(
  { goal, ladderVersion }: Review,
  ladders: Ladders,
  store: Pick<LadderStore, 'ladderVersion'>,
): Promise<Ladder | null> {
  const current = ladderOf(ladders.shelf(), goal.ladder) ?? null
  if (current?.version === ladderVersion) return current
  return (await store.ladderVersion(goal.ladder, ladderVersion)) ?? current
}

/** `unread`: there is no review of the newest words yet. */
export type NotOpened = 'gone' | 'unread'
export type OpenedReview = ShownReview | NotOpened

/**
 * The review of a piece, without quotes. A review of earlier words does not count, because its quotes would be wrong.
 */
export async function findReview(
  { store, ladders, hasModel }: Deps,
  owner: Owner,
  evidenceId: string,
): Promise<Omit<ShownReview, 'quotes'> | NotOpened> {
  const [evidence, review] = await Promise.all([
    store.evidence(owner, evidenceId),
    store.review(owner, evidenceId),
  ])
  if (evidence === null || evidence.state === 'answered') return 'gone'
  if (review === null || review.revision !== evidence.revision) return 'unread'
  const ladder = await ladderOfReview(review, ladders, store)
  return ladder ? { evidence, review, ladder, joinable: null, hasModel } : 'gone'
}

/** The review of a piece with everything needed to show it. */
export async function openReview(
  deps: DepsWithTexts,
  owner: Owner,
  evidenceId: string,
): Promise<OpenedReview> {
  const found = await findReview(deps, owner, evidenceId)
  if (typeof found === 'string') return found
  return { ...found, quotes: await quoteReview(deps.texts, found.evidence, found.review) }
}
