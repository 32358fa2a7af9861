import type { Ladders, Log, Metrics } from '../../ports.ts'
import type { ChooseNudge, NextLook, NudgeScheduler, NudgeStore } from '../nudge-port.ts'

/** What it takes to look at a channel's nudge and do what is to be done. */
export type SendDeps = {
  readonly store: NudgeStore
  readonly scheduler: NudgeScheduler
  readonly ladders: Ladders
  readonly choose: ChooseNudge
  readonly metrics: Pick<Metrics, 'nudged'>
  readonly now: () => Temporal.Instant
  readonly log: Log
}

/** A nudge as it is on record while it is looked at. */
export type OpenedNudge = NonNullable<Awaited<ReturnType<NudgeStore['open']>>>

/** What a step comes to: the nudge rests, or is to be decided about `again`. */
export type Onward = NextLook | 'again'
