import type { NudgeQuestions } from '../../domain/nudge/nudge.ts'
import type { Directory, Ladders, Log, Metrics } from '../ports.ts'
import { makeChooseNudge } from './choose-nudge.ts'
import { makeCountNudge } from './count-nudge.ts'
import { makeFindAsked } from './find-asked.ts'
import { guardNudge } from './guard-nudge.ts'
import type { NudgeNotices, NudgeScheduler, NudgeStore, Zones } from './nudge-port.ts'
import { makeFindTopic } from './nudge-topic.ts'
import { makeSendNudge } from './send-nudge.ts'
import { makeSetNudge } from './set-nudge.ts'
import { makeShowNudge } from './show-nudge.ts'
import { makeSweepNudges } from './sweep-nudges.ts'

type Deps = {
  readonly store: NudgeStore
  readonly ladders: Ladders
  /** The questions from their files as they are at this moment. */
  readonly questions: () => Promise<NudgeQuestions>
  readonly scheduler: NudgeScheduler
  readonly notices: NudgeNotices
  readonly zones: Zones
  readonly members: Directory
  readonly metrics: Pick<Metrics, 'nudged' | 'nudgeUsed'>
  readonly now: () => Temporal.Instant
  readonly logOf: (action: string) => Log
}

/** The use cases of channel nudges. */
export function makeNudges({
  store,
  ladders,
  questions,
  scheduler,
  notices,
  zones,
  members,
  metrics,
  now,
  logOf,
}: Deps) {
  const choose = makeChooseNudge({ ladders, questions })
  const showNudge = makeShowNudge({ store, ladders, choose, now })
  const findTopic = makeFindTopic(ladders)
  return {
    findTopic,
    findAsked: makeFindAsked({ store, ladders }),
    countNudge: makeCountNudge({ store, metrics, log: logOf('count-nudge') }),
    setNudge: guardNudge(
      makeSetNudge({ store, ladders, choose, showNudge, notices, zones, now, log: logOf('set-nudge') }),
      members,
    ),
    sendNudge: makeSendNudge({ store, scheduler, ladders, choose, metrics, now, log: logOf('send-nudge') }),
    sweepNudges: makeSweepNudges({ store, ladders, now, log: logOf('sweep-nudges') }),
  }
}
