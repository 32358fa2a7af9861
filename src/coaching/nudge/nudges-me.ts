import type { NudgeQuestions } from '../../domain/nudge/nudge.ts'
import type { EvidenceStore } from '../evidence/evidence-store.ts'
import type { PersonStore } from '../evidence/person-store.ts'
import type { GoalStore } from '../ladder/goal-store.ts'
import type { Ladders, Log, Metrics } from '../ports.ts'
import type { PacketStore } from '../review/packet-store.ts'
import { makeAskOwn } from './ask-own.ts'
import { makeForgetNudgeMe } from './forget-nudge-me.ts'
import type { NudgeMeMessenger, NudgeMeStore } from './nudge-me-port.ts'
import { makeSendNudgeMe } from './send-nudge-me.ts'
import { makeSetNudgeMe } from './set-nudge-me.ts'

type Deps = {
  readonly store: Pick<GoalStore, 'goal'> &
    Pick<PacketStore, 'packet'> &
    Pick<EvidenceStore, 'listEvidence'> &
    Pick<PersonStore, 'dmOf'>
  readonly nudges: NudgeMeStore
  readonly ladders: Ladders
  /** The questions from their files as they are at this moment. */
  readonly questions: () => Promise<NudgeQuestions>
  readonly messenger: NudgeMeMessenger
  readonly metrics: Pick<Metrics, 'nudged'>
  readonly now: () => Temporal.Instant
  readonly logOf: (action: string) => Log
}

/** The use cases of people's own nudges. */
export function makeNudgesMe(deps: Deps) {
  const { nudges, messenger, now, logOf } = deps
  const askOwn = makeAskOwn(deps)
  return {
    setNudgeMe: makeSetNudgeMe({ nudges, askOwn, messenger, now, log: logOf('set-nudge-me') }),
    sendNudgeMe: makeSendNudgeMe({ ...deps, askOwn, log: logOf('send-nudge-me') }),
    forgetNudgeMe: makeForgetNudgeMe(deps),
    /**
     * Queues the nudges that are due to be looked at. Every process may do this at any time: a nudge is queued once.
     */
    sweepNudgesMe: async (): Promise<void> => {
      const queued = await nudges.queueDueMe(now())
      if (queued > 0) logOf('sweep-nudges').info({ queued }, 'own nudges queued')
    },
  }
}
