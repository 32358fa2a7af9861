import type { Channel } from '../../../domain/nudge/nudge.ts'
import { pauseAt } from '../../../domain/nudge/nudge-schedule.ts'
import { rhythmOf } from '../../../domain/nudge/rhythm.ts'
import type { Owner } from '../../../domain/person.ts'
import type { Ladders } from '../../ports.ts'
import type { NudgeAnswer } from '../nudge-answers.ts'
import type { NudgeStore, Zones } from '../nudge-port.ts'
import { isLive } from './live-nudge.ts'

type Deps = {
  readonly store: Pick<NudgeStore, 'nudge'>
  readonly ladders: Ladders
  readonly zones: Zones
  readonly now: () => Temporal.Instant
}

/**
 * The form that sets up a channel's nudge, filled with the current settings or else the defaults. Throws CoachError
 * `store-unavailable`.
 */
export async function openForm(
  { store, ladders, zones, now }: Deps,
  channel: Channel,
  owner: Owner,
): Promise<NudgeAnswer> {
  const [found, ownZone] = await Promise.all([store.nudge(channel), zones.of(owner).catch(() => null)])
  const before = isLive(found) ? found : null
  const { all, standard } = ladders.shelf()
  return {
    kind: 'form',
    start: {
      channel: channel.channel,
      ladders: all,
      ladder: before?.ladder ?? standard?.id ?? null,
      levels: before?.levels ?? null,
      rhythm: before ? rhythmOf(before.schedule) : { kind: 'week' },
      weekday: before?.schedule.weekday ?? null,
      time: before?.schedule.time ?? null,
      first: before ? (pauseAt(before.paused, before.schedule.zone, now())?.until ?? null) : null,
      zone: before?.schedule.zone ?? null,
      ownZone: ownZone ?? 'UTC',
      now: now(),
    },
  }
}
