import { ladderOf } from '../../domain/ladder/ladder.ts'
import { latestMinute, upcoming } from '../../domain/nudge/decide-nudge.ts'
import { withLevels } from '../../domain/nudge/level-range.ts'
import type { Nudge, NudgeText, NudgeWeek, Week } from '../../domain/nudge/nudge.ts'
import { hasEnough } from '../../domain/nudge/nudge-counts.ts'
import { pauseAt } from '../../domain/nudge/nudge-schedule.ts'
import { textAsSaid } from '../../domain/nudge/nudge-text.ts'
import type { Ladders } from '../ports.ts'
import type { NudgeAnswer, ShownNudge } from './nudge-answers.ts'
import type { ChooseNudge, NudgeStore } from './nudge-port.ts'

type Deps = {
  readonly store: Pick<NudgeStore, 'weeks' | 'used' | 'lastCounts'>
  readonly ladders: Ladders
  readonly choose: ChooseNudge
  readonly now: () => Temporal.Instant
}

/** How many recorded weeks are read, and how many coming dates are shown. */
const WEEKS_READ = 10
const DATES = 3

/** How many past nudges are counted. */
const COUNTED = 12

export type ShowNudge = ReturnType<typeof makeShowNudge>

/** Gathers what is needed to show a nudge: the coming dates, and the text of the next post. */
export function makeShowNudge({ store, ladders, choose, now }: Deps) {
  /** The text that was already handed to Slack for that week, or else the one that would be chosen now. */
  const previewOf = async (
    nudge: Nudge,
    weeks: readonly NudgeWeek[],
    week: Week,
  ): Promise<NudgeText | null> => {
    const found = ladderOf(ladders.shelf(), nudge.ladder)
    const handed = weeks.find((one) => one.week === week && /^hand/.test(one.state))
    const said = textAsSaid(found && withLevels(found, nudge.levels), handed, nudge.schedule)
    return said ?? choose(nudge, await store.used(nudge), week)
  }

  /** When the next post comes if it cannot come on time, because it was set up or changed too shortly before. */
  const lateOf = (
    next: { readonly week: Week; readonly at: Temporal.Instant } | undefined,
    weeks: readonly NudgeWeek[],
    zone: string,
  ): ShownNudge['late'] => {
    if (!next || weeks.some(({ week, state }) => week === next.week && /^hand/.test(state))) return null
    const latest = latestMinute(next.at, zone, now())
    return latest instanceof Temporal.Instant ? latest.toZonedDateTimeISO(zone) : latest
  }

  return async (
    nudge: Nudge,
    as: (shown: ShownNudge) => NudgeAnswer = (shown) => ({ kind: 'shown', nudge: shown }),
  ): Promise<NudgeAnswer> => {
    const { channel, levels, schedule, paused, trouble, leftOut, yearEnd } = nudge
    const ladder = ladderOf(ladders.shelf(), nudge.ladder)
    if (!ladder) return { kind: 'ladder-gone', ladder: nudge.ladder, channel }
    const weeks = await store.weeks(nudge, WEEKS_READ)
    const counts = await store.lastCounts(nudge, COUNTED, now())
    const next = upcoming(nudge, weeks, now(), DATES)
    const nextWeek = next[0]?.week ?? null
    return as({
      channel,
      ladder,
      levels,
      schedule,
      next: next.map(({ at }) => at.toZonedDateTimeISO(schedule.zone)),
      nextWeek,
      counts: hasEnough(counts) ? counts : null,
      late: lateOf(next[0], weeks, schedule.zone),
      paused: pauseAt(paused, schedule.zone, now()),
      trouble,
      leftOut,
      yearEnd,
      preview: await previewOf(nudge, weeks, nextWeek ?? ''),
    })
  }
}
