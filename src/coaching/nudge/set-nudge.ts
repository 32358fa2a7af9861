import { ladderOf } from '../../domain/ladder/ladder.ts'
import { changedNudge, comesAnyway, type NudgeChange, sameSchedule } from '../../domain/nudge/change-nudge.ts'
import { upcoming } from '../../domain/nudge/decide-nudge.ts'
import type { Channel, Nudge, NudgeWeek, Schedule, Week } from '../../domain/nudge/nudge.ts'
import { type NudgeCommand, nudgeCommandOf } from '../../domain/nudge/nudge-command.ts'
import { dateIn, isLeftOut, pauseAt } from '../../domain/nudge/nudge-schedule.ts'
import type { Owner } from '../../domain/person.ts'
import { makeTurnsByKey } from '../limits.ts'
import type { Ladders, Log } from '../ports.ts'
import type { Comes, NudgeAnswer, NudgeDone } from './nudge-answers.ts'
import type { ChannelNotice, ChooseNudge, NudgeNotices, NudgeStore, Zones } from './nudge-port.ts'
import type { ShowNudge } from './show-nudge.ts'

type Deps = {
  readonly store: Pick<NudgeStore, 'nudge' | 'weeks' | 'used' | 'changeNudge'>
  readonly ladders: Ladders
  readonly choose: ChooseNudge
  readonly showNudge: ShowNudge
  readonly notices: NudgeNotices
  readonly zones: Zones
  readonly now: () => Temporal.Instant
  readonly log: Log
}

/** Who asks, and in which channel; null: in a DM or a group DM. */
export type Asker = { readonly owner: Owner; readonly channel: string | null }

/** Weeks on record that are looked at. */
const WEEKS_READ = 10

type ChannelCommand = NudgeCommand & { readonly whose: 'channel' }

/** What a person or a button asks for. */
export type NudgeAsk =
  | ChannelCommand
  /** Shows it, or the form where there is none. */
  | { readonly kind: 'open' }
  /** "Skip the next", shown for this week. */
  | { readonly kind: 'skip-week'; readonly week: Week }

export type SetNudge = ReturnType<typeof makeSetNudge>

const isLive = (nudge: Nudge | null): nudge is Nudge => nudge !== null && !nudge.stopped

/**
 * Sets up, shows and changes the nudge of a channel. Any of its members may, and the channel is told in one line by
 * whom. That line is also how it is found out whether the coach can post there, with no scope to look into channels:
 * it comes before anything is set up, and where Slack does not take it nothing is.
 */
export const makeSetNudge = (deps: Deps) => {
  const { store, ladders, choose, showNudge, notices, zones, now, log } = deps
  const inTurn = makeTurnsByKey()

  /** Changes it, and tells the channel; that the line may not get there takes nothing back. */
  const change = async (
    nudge: Nudge,
    by: Owner,
    what: NudgeChange,
    notice: ChannelNotice,
  ): Promise<Nudge | null> => {
    const changed = await store.changeNudge(nudge, what, by.user, now())
    if (changed === null) return null
    log.info({ change: what.kind }, 'nudge changed')
    const told = await notices.tell(nudge, by.user, notice)
    if (told.kind !== 'told') log.warn({ change: what.kind }, 'a channel was not told of a change')
    return changed
  }

  /** Tells the channel first, and changes it only where Slack may have taken that. */
  const tellAndChange = async (
    channel: Channel,
    by: Owner,
    what: NudgeChange,
    notice: ChannelNotice,
  ): Promise<Nudge | NudgeAnswer> => {
    const told = await notices.tell(channel, by.user, notice)
    if (told.kind === 'refused') return { kind: 'refused', trouble: told.trouble }
    if (told.kind === 'later') return { kind: 'refused', trouble: 'busy' }
    try {
      const changed = await store.changeNudge(channel, what, by.user, now())
      if (changed === null && told.kind === 'told') await notices.untell(channel, told.ts)
      if (changed === null) return { kind: 'none', channel: channel.channel }
      log.info({ change: what.kind }, 'nudge changed')
      return changed
    } catch (error) {
      if (told.kind === 'told') await notices.untell(channel, told.ts)
      throw error
    }
  }

  const setUp = async (
    channel: Channel,
    owner: Owner,
    ladderId: string,
    schedule: Schedule,
  ): Promise<NudgeAnswer> => {
    const before = await store.nudge(channel)
    const changed = isLive(before)
    const ladder = ladderOf(ladders.shelf(), ladderId)
    if (!ladder) return { kind: 'ladder-gone', ladder: ladderId, channel: channel.channel }
    const same =
      changed &&
      before.ladder === ladderId &&
      pauseAt(before.paused, before.schedule.zone, now()) === null &&
      before.trouble === null &&
      sameSchedule(before.schedule, schedule)
    if (same) return showNudge(before, (nudge) => ({ kind: 'set', nudge, changed: false }))
    const what: NudgeChange = { kind: 'set-up', ladder: ladderId, schedule }
    const planned = changedNudge(before, channel, what, owner.user, now())
    if (planned && (await choose(planned, await store.used(channel), '')) === null)
      return { kind: 'nothing', ladder: ladder.name }
    const notice: ChannelNotice = { kind: changed ? 'changed' : 'set', schedule, ladder: ladder.name }
    const done = await tellAndChange(channel, owner, what, notice)
    return 'kind' in done ? done : showNudge(done, (nudge) => ({ kind: 'set', nudge, changed }))
  }

  const setFromWords = async (
    channel: Channel,
    owner: Owner,
    { weekday, time, zone, ownZone, ladder }: ChannelCommand & { readonly kind: 'set' },
  ): Promise<NudgeAnswer> => {
    const found = await store.nudge(channel)
    const before = isLive(found) ? found : null
    const { all, standard } = ladders.shelf()
    const ladderId = ladder ?? before?.ladder ?? standard?.id
    if (ladderId === undefined)
      return { kind: 'which-ladder', ladders: all.map(({ id }) => id), channel: channel.channel }
    const kept = ownZone ? null : before?.schedule.zone
    const schedule = { weekday, time, zone: zone ?? kept ?? (await zones.of(owner)) ?? 'UTC' }
    return setUp(channel, owner, ladderId, schedule)
  }

  const form = async (channel: Channel, owner: Owner): Promise<NudgeAnswer> => {
    const [found, ownZone] = await Promise.all([store.nudge(channel), zones.of(owner).catch(() => null)])
    const before = isLive(found) ? found : null
    const { all, standard } = ladders.shelf()
    return {
      kind: 'form',
      start: {
        channel: channel.channel,
        ladders: all,
        ladder: before?.ladder ?? standard?.id ?? null,
        weekday: before?.schedule.weekday ?? null,
        time: before?.schedule.time ?? null,
        zone: before?.schedule.zone ?? null,
        ownZone: ownZone ?? 'UTC',
        now: now(),
      },
    }
  }

  const done = (nudge: Nudge, what: NudgeDone): Promise<NudgeAnswer> =>
    showNudge(nudge, (shown) => ({ kind: 'done', nudge: shown, done: what }))

  const comesAt = (nudge: Nudge, late: NudgeWeek | null): Comes | null =>
    late?.postAt?.toZonedDateTimeISO(nudge.schedule.zone) ?? null

  /** What is done with a nudge that is there; null: it was stopped meanwhile. */
  const act = async (nudge: Nudge, by: Owner, ask: NudgeAsk): Promise<NudgeAnswer | null> => {
    const weeks = await store.weeks(nudge, WEEKS_READ)
    const late = comesAnyway(weeks, now())
    const comes = comesAt(nudge, late)
    const changing = async (
      what: NudgeChange,
      as: Exclude<NudgeDone, { kind: 'too-late' }>,
    ): Promise<NudgeAnswer | null> => {
      const changed = await change(nudge, by, what, as)
      return changed && done(changed, as)
    }
    switch (ask.kind) {
      case 'skip':
      case 'skip-week': {
        const coming = upcoming(nudge, weeks, now(), 1)[0]?.week
        const week = ask.kind === 'skip-week' ? ask.week : coming
        if (week === undefined) return showNudge(nudge)
        if (comes && week === late?.week) return done(nudge, { kind: 'too-late', comes })
        const skipped = { kind: 'skipped', date: dateIn(nudge.schedule, week) } as const
        if (week === coming) return changing({ kind: 'skip', week }, skipped)
        // Pressed twice, it skips one week; pressed long after, nothing.
        return nudge.leftOut.includes(week) ? done(nudge, skipped) : showNudge(nudge)
      }
      case 'pause': {
        const { until } = ask
        const today = now().toZonedDateTimeISO(nudge.schedule.zone).toPlainDate()
        if (until && Temporal.PlainDate.compare(until, today) <= 0)
          return unclear(nudge.channel, 'pause', until.toString())
        const paused = { kind: 'paused', until, comes } as const
        const before = nudge.paused && (nudge.paused.until?.toString() ?? null)
        return nudge.paused && before === (until?.toString() ?? null)
          ? done(nudge, paused)
          : changing({ kind: 'pause', until }, paused)
      }
      case 'resume': {
        const paused = pauseAt(nudge.paused, nudge.schedule.zone, now())
        if (paused === null && nudge.trouble === null) return showNudge(nudge)
        const resumed = await tellAndChange(nudge, by, { kind: 'resume' }, { kind: 'resumed' })
        return 'kind' in resumed ? resumed : done(resumed, { kind: 'resumed' })
      }
      case 'leave-out':
      case 'include': {
        const { yearEnd } = ask
        const of = { weeks: ask.weeks, yearEnd }
        const out = { leftOut: ask.weeks, yearEnd: !yearEnd }
        const still = ask.kind === 'leave-out' && late && isLeftOut(out, nudge.schedule, late.week)
        const kind = ask.kind === 'include' ? 'included' : 'left-out'
        return changing({ kind: ask.kind, ...of }, { kind, ...of, comes: still ? comes : null })
      }
      case 'preview':
        return showNudge(nudge, (shown) => ({ kind: 'preview', nudge: shown }))
      default:
        return showNudge(nudge)
    }
  }

  const run = async (channel: Channel, owner: Owner, ask: NudgeAsk): Promise<NudgeAnswer> => {
    if (ask.kind === 'unclear') return { kind: 'unclear', command: ask, channel: channel.channel }
    if (ask.kind === 'form') return form(channel, owner)
    if (ask.kind === 'set') return setFromWords(channel, owner, ask)
    const nudge = await store.nudge(channel)
    if (ask.kind === 'open' && !isLive(nudge)) return form(channel, owner)
    if (ask.kind === 'stop') {
      const late = isLive(nudge) ? comesAnyway(await store.weeks(nudge, WEEKS_READ), now()) : null
      const comes = nudge && comesAt(nudge, late)
      const had =
        isLive(nudge) && (await change(nudge, owner, { kind: 'stop' }, { kind: 'stopped', comes })) !== null
      return { kind: 'stopped', channel: channel.channel, had, comes }
    }
    const acted = isLive(nudge) ? await act(nudge, owner, ask) : null
    return acted ?? { kind: 'none', channel: channel.channel }
  }

  return {
    /** What the words behind `/ladder nudge` ask for, on the person's own day. */
    read: async (owner: Owner, text: string): Promise<NudgeCommand> => {
      const zone = text.trim() === '' ? null : await zones.of(owner).catch(() => null)
      const today = now()
        .toZonedDateTimeISO(zone ?? 'UTC')
        .toPlainDate()
      return nudgeCommandOf(text, { ladders: ladders.shelf().all, today })
    },

    /** Does what was typed in a channel. */
    ask: async ({ owner, channel }: Asker, ask: NudgeAsk): Promise<NudgeAnswer> => {
      if (channel === null) return { kind: 'no-channel' }
      return inTurn(`${owner.team} ${channel}`, () => run({ team: owner.team, channel }, owner, ask))
    },

    /**
     * Does what a button about `channel` asks. It counts where it stands; in a DM it counts for whoever set the
     * nudge up, whom it was sent to.
     */
    press: async (asker: Asker, channel: string, ask: NudgeAsk): Promise<NudgeAnswer> => {
      const { team, user } = asker.owner
      const mine =
        asker.channel === null
          ? (await store.nudge({ team, channel }))?.setUpBy === user
          : asker.channel === channel
      if (!mine) return { kind: 'elsewhere' }
      return inTurn(`${team} ${channel}`, () => run({ team, channel }, asker.owner, ask))
    },

    /** Sets up what was chosen in the form that was opened for a channel. */
    fromForm: (
      owner: Owner,
      channel: string,
      { ladder, schedule }: { readonly ladder: string; readonly schedule: Schedule },
    ): Promise<NudgeAnswer> =>
      inTurn(`${owner.team} ${channel}`, () => setUp({ team: owner.team, channel }, owner, ladder, schedule)),
  }
}

const unclear = (channel: string, of: 'pause', words: string): NudgeAnswer => ({
  kind: 'unclear',
  channel,
  command: {
    whose: 'channel',
    kind: 'unclear',
    of,
    understood: { weekday: null, time: null, zone: null, ownZone: false, ladder: null },
    doubts: [{ kind: 'past', words }],
  },
})
