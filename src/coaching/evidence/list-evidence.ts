import { type Ladder, ladderOf } from '../../domain/ladder/ladder.ts'
import { type EvidenceFilter, evidenceFilterOf } from '../../domain/ladder/ladder-command.ts'
import type { Owner } from '../../domain/person.ts'
import type { GoalStore } from '../ladder/goal-store.ts'
import type { LadderStore } from '../ladder/ladder-store.ts'
import type { Ladders } from '../ports.ts'
import { type OpenedReview, openReview } from '../review/open-review.ts'
import type { ReviewStore } from '../review/review-store.ts'
import type { Texts } from '../texts-port.ts'
import type { EvidenceStore, KeptEvidence } from './evidence-store.ts'
import type { KeptAboutPerson, PersonStore } from './person-store.ts'

/** How many pieces one page shows. */
const PAGE = 5

/** A page of a person's own evidence. */
export type EvidenceList = {
  readonly kept: KeptAboutPerson
  readonly rows: readonly KeptEvidence[]
  readonly more: boolean
  /** True on any page but the first. */
  readonly later: boolean
  readonly filter: EvidenceFilter
  /** The words that the filter was made of. */
  readonly text: string
  /** The ladder whose competencies can be filtered by: the goal's, else the standard one. */
  readonly ladder: Ladder | null
  readonly today: Temporal.PlainDate
}

type Deps = {
  readonly store: Pick<GoalStore, 'goal'> &
    Pick<PersonStore, 'kept'> &
    Pick<EvidenceStore, 'listEvidence' | 'evidence' | 'readAgain' | 'askToSay'> &
    Pick<ReviewStore, 'review'> &
    Pick<LadderStore, 'ladderVersion'>
  readonly ladders: Ladders
  readonly texts: Pick<Texts, 'quote'>
  readonly hasModel: boolean
  readonly now: () => Temporal.Instant
}

export type ListEvidence = ReturnType<typeof makeListEvidence>

/** What is kept as evidence, newest first, by competency and quarter, and one piece with its review. */
export function makeListEvidence({ store, ladders, texts, hasModel, now }: Deps) {
  return {
    page: async (owner: Owner, text: string, before: Temporal.Instant | null): Promise<EvidenceList> => {
      const shelf = ladders.shelf()
      const today = now().toZonedDateTimeISO('UTC').toPlainDate()
      const goal = await store.goal(owner)
      const ladder = (goal ? ladderOf(shelf, goal.ladder) : undefined) ?? shelf.standard
      const filter = evidenceFilterOf(text, ladder, today)
      const [kept, listed] = await Promise.all([
        store.kept(owner),
        store.listEvidence(owner, {
          before,
          limit: PAGE + 1,
          competency: filter.competency,
          within: filter.quarter?.days ?? null,
        }),
      ])
      const rows = listed.slice(0, PAGE)
      const more = listed.length > PAGE
      return { kept, rows, more, later: before !== null, filter, text, ladder, today }
    },

    /** One piece with its review. */
    open: (owner: Owner, evidenceId: string): Promise<OpenedReview> =>
      openReview({ store, ladders, texts, hasModel }, owner, evidenceId),

    /** Has a finding said as claim, evidence and impact, in the thread of its piece. False: it is gone. */
    say: (owner: Owner, evidenceId: string, competency: string): Promise<boolean> =>
      store.askToSay(owner, evidenceId, competency),

    /** Has one piece read again, or all that were read against another goal; returns how many. */
    readAgain: async (owner: Owner, evidenceId: string | null): Promise<number> => {
      if (evidenceId !== null) {
        const evidence = await store.evidence(owner, evidenceId)
        return evidence && evidence.state !== 'answered' ? store.readAgain(owner, { evidenceId }) : 0
      }
      const goal = await store.goal(owner)
      return goal ? store.readAgain(owner, { otherThan: goal }) : 0
    },
  }
}
