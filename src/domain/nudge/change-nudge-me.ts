import type { Owner } from '../person.ts'
import { isNight } from './decide-nudge-me.ts'
import type { Weekday } from './nudge.ts'
import { type NudgeMe, scheduleOf } from './nudge-me.ts'
import { dueAfter } from './nudge-schedule.ts'

/** A change of a person's own nudge, made by them or by their silence. */
export type NudgeMeChange =
  /** `zone` is null if it follows the zone in Slack, which is `slackZone` now. A pause ends unless this names one. */
  | {
      readonly kind: 'set'
      readonly weekday: Weekday
      readonly time: Temporal.PlainTime
      readonly zone: string | null
      readonly slackZone: string
      readonly paused?: NudgeMe['paused']
    }
  /** Puts the question off by this many days, counted from today in their zone. */
  | { readonly kind: 'snooze'; readonly days: number }
  | { readonly kind: 'pause'; readonly until: Temporal.PlainDate | null }
  /** Goes on, even if it was stopped. */
  | { readonly kind: 'resume' }
  | { readonly kind: 'stop'; readonly by: 'you' | 'silence' }

/** A person's nudge after a change at `at`. Null if there is none to change. */
export function changedNudgeMe(
  before: NudgeMe | null,
  { team, user }: Owner,
  change: NudgeMeChange,
  at: Temporal.Instant,
): NudgeMe | null {
  if (change.kind === 'set') {
    const { weekday, time, zone, slackZone, paused = null } = change
    const set: NudgeMe = {
      team,
      user,
      weekday,
      time,
      zone,
      slackZone,
      anyHour: false,
      since: at,
      stopped: null,
      paused,
      snoozedTo: null,
      heardAt: at,
      revision: (before?.revision ?? 0) + 1,
    }
    return { ...set, anyHour: isNight(dueAfter(scheduleOf(set), at).at, slackZone) }
  }
  if (before === null || (before.stopped !== null && change.kind !== 'resume')) return null
  const next = { ...before, heardAt: at, revision: before.revision + 1 }
  switch (change.kind) {
    case 'snooze': {
      const today = at.toZonedDateTimeISO(scheduleOf(before).zone).toPlainDate()
      return { ...next, paused: null, snoozedTo: today.add({ days: change.days }) }
    }
    case 'pause':
      return { ...next, paused: { until: change.until }, snoozedTo: null }
    case 'resume': {
      const rests = before.stopped !== null || before.paused !== null
      return { ...next, stopped: null, paused: null, snoozedTo: null, since: rests ? at : before.since }
    }
    case 'stop':
      return { ...next, stopped: change.by, heardAt: change.by === 'you' ? at : before.heardAt }
  }
}
