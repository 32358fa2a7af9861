import type { Ladder } from '../domain/ladder.ts'
import { type Lookup, lookupOf } from '../domain/lookup.ts'
import type { Goal, Owner } from '../domain/person.ts'
import type { Kept, KeptEvidence, Ladders, Store } from './ports.ts'

/** How many pieces of evidence one page of a person's own list shows. */
const PAGE = 5

/** A lookup answered: the ladder it was answered from, and what had to be fetched for it. */
export type LookupAnswer =
  | {
      readonly kind: 'ladder'
      readonly ladder: Ladder
      readonly lookup: Exclude<Lookup, { kind: 'show-goal' | 'set-goal' | 'data' }>
    }
  | { readonly kind: 'goal'; readonly ladder: Ladder; readonly goal: Goal | null }
  | {
      readonly kind: 'goal-set'
      readonly ladder: Ladder
      readonly before: Goal | null
      readonly goal: Goal
      readonly queued: number
    }
  | {
      readonly kind: 'data'
      readonly ladder: Ladder
      readonly goal: Goal | null
      readonly kept: Kept
      readonly page: KeptEvidence[]
      readonly more: boolean
    }

type Deps = {
  readonly store: Pick<Store, 'goal' | 'setGoal' | 'kept' | 'listEvidence'>
  readonly ladders: Ladders
  readonly now: () => Temporal.Instant
}

export type LookUpLadder = ReturnType<typeof makeLookUpLadder>

/**
 * Answers `/ladder TEXT`. The ladder's own text needs no store where there is only one ladder, so that a
 * lookup is instant and works while the database is away.
 */
export const makeLookUpLadder =
  ({ store, ladders, now }: Deps) =>
  async (owner: Owner, text: string, before: Temporal.Instant | null = null): Promise<LookupAnswer> => {
    const goal = ladders.length > 1 ? await store.goal(owner) : null
    const ladder = ladders.find(({ id }) => id === goal?.ladder) ?? ladders[0]
    const lookup = lookupOf(ladder, text)
    switch (lookup.kind) {
      case 'show-goal':
        return { kind: 'goal', ladder, goal: goal ?? (await store.goal(owner)) }
      case 'set-goal': {
        const earlier = goal ?? (await store.goal(owner))
        const { queued } = await store.setGoal(owner, lookup.goal, now())
        return { kind: 'goal-set', ladder, before: earlier, goal: lookup.goal, queued }
      }
      case 'data': {
        const [known, kept, listed] = await Promise.all([
          store.goal(owner),
          store.kept(owner),
          store.listEvidence(owner, { before, limit: PAGE + 1 }),
        ])
        return {
          kind: 'data',
          ladder,
          goal: known,
          kept,
          page: listed.slice(0, PAGE),
          more: listed.length > PAGE,
        }
      }
      default:
        return { kind: 'ladder', ladder, lookup }
    }
  }
