import type { Ladders, Log, Metrics } from '../../ports.ts'
import type { ChooseNudge, NextLook, NudgeScheduler, NudgeStore } from '../nudge-port.ts'

/** What it takes to look at a channel's nudge and do what is due. */
export type SendDeps = {
  readonly store: NudgeStore
  readonly scheduler: NudgeScheduler
  readonly ladders: Ladders
  readonly choose: ChooseNudge
  readonly metrics: Pick<Metrics, 'nudged'>
  readonly now: () => Temporal.Instant
  readonly log: Log
}

/** A nudge as it was on record when the look began. */
export type OpenedNudge = NonNullable<Awaited<ReturnType<NudgeStore['open']>>>

/** What a step leads to: the nudge rests until the next look, or another step is needed (`again`). */
export type Onward = NextLook | 'again'
