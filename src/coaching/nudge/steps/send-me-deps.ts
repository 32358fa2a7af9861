import type { EvidenceStore } from '../../evidence/evidence-store.ts'
import type { PersonStore } from '../../evidence/person-store.ts'
import type { Log, Metrics } from '../../ports.ts'
import type { AskOwn } from '../ask-own.ts'
import type { NudgeMeMessenger, NudgeMeStore } from '../nudge-me-port.ts'

/** What it takes to look at a person's own nudge and do what is due. */
export type SendMeDeps = {
  readonly store: Pick<EvidenceStore, 'listEvidence'> & Pick<PersonStore, 'dmOf'>
  readonly askOwn: AskOwn
  readonly nudges: NudgeMeStore
  readonly messenger: NudgeMeMessenger
  readonly metrics: Pick<Metrics, 'nudged'>
  readonly now: () => Temporal.Instant
  readonly log: Log
}
