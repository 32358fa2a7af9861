import { ladderOf } from '../../../domain/ladder/ladder.ts'
import { changedNudge, type NudgeChange, sameSchedule } from '../../../domain/nudge/change-nudge.ts'
import type { Channel, Nudge, Schedule } from '../../../domain/nudge/nudge.ts'
import { pauseAt } from '../../../domain/nudge/nudge-schedule.ts'
import type { Owner } from '../../../domain/person.ts'
import type { Ladders } from '../../ports.ts'
import type { NudgeAnswer } from '../nudge-answers.ts'
import type { ChannelCommand } from '../nudge-ask.ts'
import type { ChannelNotice, ChooseNudge, NudgeStore, Zones } from '../nudge-port.ts'
import { type ChangeDeps, tellThenChange } from './change-and-tell.ts'
import { isLive } from './live-nudge.ts'

/** Which ladder a channel's nudge uses, and when it is posted. */
export type SetUp = { readonly ladder: string; readonly schedule: Schedule }

type Deps = ChangeDeps & {
  readonly store: Pick<NudgeStore, 'nudge' | 'used'>
  readonly ladders: Ladders
  readonly choose: ChooseNudge
}

/** True if the nudge already has these settings and is not paused or in trouble. */
const isSetUp = (nudge: Nudge, { ladder, schedule }: SetUp, now: Temporal.Instant): boolean =>
  nudge.ladder === ladder &&
  pauseAt(nudge.paused, nudge.schedule.zone, now) === null &&
  nudge.trouble === null &&
  sameSchedule(nudge.schedule, schedule)

/**
 * Sets a channel's nudge up, or changes it. The channel is told first. If Slack does not accept that line, nothing is
 * written. Throws CoachError `store-unavailable`.
 */
export async function setUpNudge(
  deps: Deps,
  channel: Channel,
  owner: Owner,
  wanted: SetUp,
): Promise<NudgeAnswer> {
  const { store, ladders, choose, showNudge, now } = deps
  const { schedule } = wanted
  const before = await store.nudge(channel)
  const changed = isLive(before)
  const ladder = ladderOf(ladders.shelf(), wanted.ladder)
  if (!ladder) return { kind: 'ladder-gone', ladder: wanted.ladder, channel: channel.channel }
  if (changed && isSetUp(before, wanted, now()))
    return showNudge(before, (nudge) => ({ kind: 'set', nudge, changed: false }))
  const what: NudgeChange = { kind: 'set-up', ladder: wanted.ladder, schedule }
  const planned = changedNudge(before, channel, what, owner.user, now())
  if (planned && (await choose(planned, await store.used(channel), '')) === null)
    return { kind: 'nothing', ladder: ladder.name }
  const notice: ChannelNotice = { kind: changed ? 'changed' : 'set', schedule, ladder: ladder.name }
  const done = await tellThenChange(deps, channel, owner, what, notice)
  return 'kind' in done ? done : showNudge(done, (nudge) => ({ kind: 'set', nudge, changed }))
}

/**
 * Sets a nudge up as typed. What was left out stays as it was or gets the default. Throws CoachError as `zones` does.
 */
export async function setUpByWords(
  deps: Deps & { readonly zones: Zones },
  channel: Channel,
  owner: Owner,
  { weekday, time, zone, ownZone, ladder }: ChannelCommand & { readonly kind: 'set' },
): Promise<NudgeAnswer> {
  const found = await deps.store.nudge(channel)
  const before = isLive(found) ? found : null
  const { all, standard } = deps.ladders.shelf()
  const ladderId = ladder ?? before?.ladder ?? standard?.id
  if (ladderId === undefined)
    return { kind: 'which-ladder', ladders: all.map(({ id }) => id), channel: channel.channel }
  const kept = ownZone ? null : before?.schedule.zone
  const schedule = { weekday, time, zone: zone ?? kept ?? (await deps.zones.of(owner)) ?? 'UTC' }
  return setUpNudge(deps, channel, owner, { ladder: ladderId, schedule })
}
