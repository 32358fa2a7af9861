import { type Ladder, ladderOf } from '../../../domain/ladder/ladder.ts'
import { changedNudge, type NudgeChange, sameSchedule } from '../../../domain/nudge/change-nudge.ts'
import { levelsNamed } from '../../../domain/nudge/level-range.ts'
import type { Channel, LevelRange, Nudge, Schedule, Weekday } from '../../../domain/nudge/nudge.ts'
import { type Doubt, missingIn } from '../../../domain/nudge/nudge-command.ts'
import { pauseAt } from '../../../domain/nudge/nudge-schedule.ts'
import { pauseBefore, rhythmOf, scheduleFrom, type WantedSchedule } from '../../../domain/nudge/rhythm.ts'
import type { Owner } from '../../../domain/person.ts'
import { listed } from '../../../domain/text/in-words.ts'
import type { Ladders } from '../../ports.ts'
import type { NudgeAnswer } from '../nudge-answers.ts'
import type { ChannelCommand } from '../nudge-ask.ts'
import type { ChannelNotice, ChooseNudge, NudgeStore, Zones } from '../nudge-port.ts'
import { type ChangeDeps, tellThenChange } from './change-and-tell.ts'
import { isLive } from './live-nudge.ts'

/** Which ladder and levels a channel's nudge uses, and when it is posted. */
export type SetUp = {
  readonly ladder: string
  readonly levels: LevelRange | null
  readonly schedule: WantedSchedule
  /** The first day on which it is wanted. Null for the next such day. */
  readonly first?: Temporal.PlainDate | null
  /** True if a pause goes on, because only something else was changed. */
  readonly keepsPause?: boolean
}

type Settings = Pick<SetUp, 'ladder' | 'levels'> & {
  readonly schedule: Schedule
  readonly paused: Nudge['paused']
}

type Deps = ChangeDeps & {
  readonly store: Pick<NudgeStore, 'nudge' | 'used'>
  readonly ladders: Ladders
  readonly choose: ChooseNudge
}

/** The pause of a nudge that is still in effect. */
const pauseNow = ({ paused, schedule }: Nudge, now: Temporal.Instant): Nudge['paused'] =>
  pauseAt(paused, schedule.zone, now)

/** True if the nudge already has these settings and is not in trouble. */
const isSetUp = (
  nudge: Nudge,
  { ladder, levels, schedule, paused }: Settings,
  now: Temporal.Instant,
): boolean =>
  nudge.ladder === ladder &&
  JSON.stringify([nudge.levels, pauseNow(nudge, now)]) === JSON.stringify([levels, paused]) &&
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
  const before = await store.nudge(channel)
  const changed = isLive(before)
  const { levels, first = null } = wanted
  const schedule = scheduleFrom(wanted.schedule, changed ? before : null, now(), first)
  const kept = changed && wanted.keepsPause && !first ? pauseNow(before, now()) : null
  const paused = kept ?? pauseBefore(schedule, first, now())
  const settings: Settings = { ladder: wanted.ladder, levels, schedule, paused }
  const ladder = ladderOf(ladders.shelf(), wanted.ladder)
  if (!ladder) return { kind: 'ladder-gone', ladder: wanted.ladder, channel: channel.channel }
  if (changed && isSetUp(before, settings, now()))
    return showNudge(before, (nudge) => ({ kind: 'set', nudge, changed: false }))
  const what: NudgeChange = { kind: 'set-up', ...settings }
  const planned = changedNudge(before, channel, what, owner.user, now())
  if (planned && (await choose(planned, await store.used(channel), '')) === null)
    return { kind: 'nothing', ladder: ladder.name }
  const kind = changed ? 'changed' : 'set'
  const notice: ChannelNotice = { ...settings, kind, ladder: ladder.name }
  const done = await tellThenChange(deps, channel, owner, what, notice)
  return 'kind' in done ? done : showNudge(done, (nudge) => ({ kind: 'set', nudge, changed }))
}

type SetCommand = ChannelCommand & { readonly kind: 'set' }

/** The levels that a command wants: the named ones, or else the current ones if the ladder stays. Null for all. */
const levelsFor = (
  { levels: named }: SetCommand,
  ladder: Ladder | undefined,
  before: Nudge | null,
): LevelRange | null | { readonly doubt: Doubt } => {
  if (named === null) return before && before.ladder === ladder?.id ? before.levels : null
  if (named.length === 0 || !ladder) return null
  const found = levelsNamed(ladder, named)
  switch (found.kind) {
    case 'range':
      return found.range
    case 'unknown':
      return { doubt: { kind: 'unknown', words: found.level, near: ladder.levels.map(({ id }) => id) } }
    case 'one':
      return { doubt: { kind: 'one-level', words: found.level.id } }
    case 'gap':
      return { doubt: { kind: 'level-gap', words: listed(named) } }
  }
}

const notUnderstood = (asked: SetCommand, doubts: readonly Doubt[], channel: string): NudgeAnswer => ({
  kind: 'unclear',
  channel,
  command: { whose: 'channel', kind: 'unclear', of: 'set', understood: asked, doubts },
})

/**
 * Sets a nudge up as typed. What was left out stays as it was or gets the default. A new one needs a day and a time.
 * Throws CoachError as `zones` does.
 */
export async function setUpByWords(
  deps: Deps & { readonly zones: Zones },
  channel: Channel,
  owner: Owner,
  asked: ChannelCommand & { readonly kind: 'set' },
): Promise<NudgeAnswer> {
  const { zone, ownZone, ladder, first = null } = asked
  const found = await deps.store.nudge(channel)
  const before = isLive(found) ? found : null
  const weekday = asked.weekday ?? before?.schedule.weekday ?? (first?.dayOfWeek as Weekday | undefined)
  const time = asked.time ?? before?.schedule.time
  if (weekday === undefined || time === undefined)
    return notUnderstood(asked, missingIn(asked), channel.channel)
  const { all, standard } = deps.ladders.shelf()
  const ladderId = ladder ?? before?.ladder ?? standard?.id
  if (ladderId === undefined)
    return { kind: 'which-ladder', ladders: all.map(({ id }) => id), channel: channel.channel }
  const kept = ownZone ? null : before?.schedule.zone
  const levels = levelsFor(asked, ladderOf(deps.ladders.shelf(), ladderId), before)
  if (levels !== null && 'doubt' in levels) return notUnderstood(asked, [levels.doubt], channel.channel)
  const schedule: WantedSchedule = {
    weekday,
    time,
    zone: zone ?? kept ?? (await deps.zones.of(owner)) ?? 'UTC',
    rhythm: asked.rhythm ?? (before ? rhythmOf(before.schedule) : { kind: 'week' }),
  }
  const keepsPause = asked.weekday === null || asked.time === null
  return setUpNudge(deps, channel, owner, { ladder: ladderId, levels, schedule, first, keepsPause })
}
