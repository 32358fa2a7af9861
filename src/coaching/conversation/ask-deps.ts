import type { Ask } from '../../domain/conversation/ask.ts'
import type { Days } from '../../domain/dates/days.ts'
import type { Owner } from '../../domain/person.ts'
import type { EvidenceStore } from '../evidence/evidence-store.ts'
import type { PersonStore } from '../evidence/person-store.ts'
import type { GoalStore } from '../ladder/goal-store.ts'
import type { LadderStore } from '../ladder/ladder-store.ts'
import type { LookUpLadder } from '../ladder/look-up-ladder.ts'
import type { SetNudgeMe } from '../nudge/set-nudge-me.ts'
import type { CoverageStore } from '../packet/coverage-store.ts'
import type { Ladders } from '../ports.ts'
import type { PacketStore } from '../review/packet-store.ts'
import type { ReviewStore } from '../review/review-store.ts'
import type { Texts } from '../texts-port.ts'
import type { ListedEntry } from './conversation-reply.ts'

/** The person's own list, by a filter or by words, best first. */
type ListedEvidence = {
  list(
    owner: Owner,
    filter: {
      readonly competency: string | null
      readonly period: { readonly label: string; readonly days: Days } | null
      readonly words: string | null
    },
  ): Promise<{ readonly rows: readonly ListedEntry[] }>
  find(owner: Owner, words: string): Promise<{ readonly rows: readonly ListedEntry[] }>
}

/** What answering a question or a command needs. */
export type AskDeps = {
  readonly store: Pick<EvidenceStore, 'evidence' | 'listEvidence'> &
    Pick<PersonStore, 'kept'> &
    Pick<GoalStore, 'goal'> &
    Pick<ReviewStore, 'review'> &
    Pick<LadderStore, 'ladderVersion'> &
    Pick<PacketStore, 'packet' | 'earlier'> &
    Pick<CoverageStore, 'shownRows'>
  readonly listEvidence: ListedEvidence
  readonly ladders: Ladders
  readonly texts: Pick<Texts, 'quote'>
  readonly lookUpLadder: LookUpLadder
  readonly setNudgeMe: Pick<SetNudgeMe, 'command'>
  readonly hasModel: boolean
  readonly now: () => Temporal.Instant
}

/** A question or a command, who asked it, and where. */
export type AskedBy = {
  readonly owner: Owner
  readonly ask: Ask
  /**
   * The piece of the thread that it was written in, or the piece that it came as in the DM. Null if it was stored as
   * none.
   */
  readonly evidenceId: string | null
  /** The position of the reply in its thread. Undefined in the DM. */
  readonly part?: number
}
