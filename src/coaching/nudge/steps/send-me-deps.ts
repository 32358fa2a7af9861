import type { Log, Metrics } from '../../ports.ts'
import type { Store } from '../../store-port.ts'
import type { AskOwn } from '../ask-own.ts'
import type { NudgeMeMessenger, NudgeMeStore } from '../nudge-me-port.ts'

/** What it takes to look at a person's own nudge and do what is to be done. */
export type SendMeDeps = {
  readonly store: Pick<Store, 'listEvidence' | 'dmOf'>
  readonly askOwn: AskOwn
  readonly nudges: NudgeMeStore
  readonly messenger: NudgeMeMessenger
  readonly metrics: Pick<Metrics, 'nudged'>
  readonly now: () => Temporal.Instant
  readonly log: Log
}
