import type { NudgeChange } from '../../src/domain/nudge/change-nudge.ts'
import type { Schedule, Weekday } from '../../src/domain/nudge/nudge.ts'
import { clockOf, firstTime } from '../domain/local-clock.ts'

const DAY = 86_400_000
const HOUR = 3_600_000
const MONDAY = Date.UTC(1970, 0, 5)

/** From Kiritimati to Niue, both hemispheres' changes of the clocks, half and quarter hours, and none at all. */
const ZONES = [
  'Pacific/Kiritimati',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Auckland',
  'Australia/Lord_Howe',
  'Australia/Sydney',
  'Asia/Tokyo',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Tehran',
  'Africa/Cairo',
  'Europe/Berlin',
  'Europe/London',
  'Africa/Casablanca',
  'UTC',
  'America/Sao_Paulo',
  'America/St_Johns',
  'America/New_York',
  'America/Los_Angeles',
  'Pacific/Niue',
] as const

/** Times that clocks leap over, show twice, or that lie at the edge of a day, among ordinary ones. */
const TIMES = ['00:00', '01:45', '02:00', '02:30', '03:00', '09:00', '10:00', '13:30', '16:00', '23:59']

/** A sequence of numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function sequence(seed: number) {
  let state = seed
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
export type Random = ReturnType<typeof sequence>

/** What somebody does about a channel, or what happens to it, at a time in milliseconds. */
export type Deed = {
  readonly at: number
  readonly channel: string
  readonly deed: NudgeChange | { readonly kind: 'break' | 'mend' }
  /** Hours from any time that is due, within minutes of one, or while Slack is just being handed the next post. */
  readonly when: 'far' | 'near' | 'inside'
}

/** What a channel should hear in one ISO week. */
export type Expected = {
  readonly channel: string
  readonly week: string
  /** When, in milliseconds; null: nothing. */
  readonly at: number | null
  readonly why: 'due' | 'skipped' | 'year end' | 'paused' | 'stopped' | 'broken' | 'changed'
}

const isoWeek = (monday: number): string => {
  // Thursday decides which year a week belongs to (ISO 8601).
  const year = new Date(monday + 3 * DAY).getUTCFullYear()
  const fourth = Date.UTC(year, 0, 4)
  const first = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY
  return `${year}-W${String(Math.round((monday - first) / (7 * DAY)) + 1).padStart(2, '0')}`
}
const minutesOf = ({ time }: Schedule): number => time.hour * 60 + time.minute

/** True if a schedule has a nudge in the week of a Monday, by counting days, without Temporal. */
const comesIn = ({ rhythm, weekday }: Schedule, monday: number): boolean => {
  if (rhythm === undefined) return true
  if (rhythm.kind === 'two-weeks') {
    const [year, week] = rhythm.from.split('-W').map(Number) as [number, number]
    const fourth = Date.UTC(year, 0, 4)
    const from = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY + (week - 1) * 7 * DAY
    return Math.round((monday - from) / DAY) % 14 === 0
  }
  const day = monday + (weekday - 1) * DAY
  const month = new Date(day).getUTCMonth()
  const isIn = (weeks: number): boolean => new Date(day + weeks * 7 * DAY).getUTCMonth() === month
  if (rhythm.nth === 'last') return !isIn(1)
  return isIn(1 - rhythm.nth) && !isIn(-rhythm.nth)
}

/** When a schedule is due in the week of a Monday (both as if in UTC), without Temporal. */
const dueOf = (schedule: Schedule, monday: number): number =>
  firstTime(clockOf(schedule.zone), monday + (schedule.weekday - 1) * DAY + minutesOf(schedule) * 60_000)

type Setting = {
  schedule: Schedule
  yearEnd: boolean
  leftOut: Set<string>
  pausedUntil: string | 'ever' | null
  stopped: boolean
  trouble: boolean
  since: number
}

/** The Mondays of a year, one before and one after it included, as if in UTC. */
const mondaysOf = (from: number, to: number): number[] => {
  const first = from - ((((from - MONDAY) / DAY) % 7) + 7 * 2) * DAY
  return Array.from({ length: Math.ceil((to - first) / (7 * DAY)) + 2 }, (_, nth) => first + nth * 7 * DAY)
}

/**
 * Channels, `each` to a zone, and what happens to them in a year: skips, pauses, stops, changes, archived channels,
 * each at least three hours from any time that is due, so that it is beyond doubt what should be posted. Where `isCalm`
 * says that nothing else goes wrong, some come minutes before or after one, or during a call to Slack.
 */
export function writeScript(
  random: Random,
  from: number,
  to: number,
  each: number,
  isCalm: (at: number) => boolean,
) {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const mondays = mondaysOf(from, to)
  const deeds: Deed[] = []
  /** Half of the schedules are weekly. The others come every second week, counted from any week, or once a month. */
  const rhythmIn = (): Schedule['rhythm'] => {
    const often = random()
    if (often < 0.5) return undefined
    return often < 0.75
      ? { kind: 'two-weeks', from: isoWeek(pick(mondays)) }
      : { kind: 'month', nth: pick([1, 2, 3, 4, 'last'] as const) }
  }
  const scheduleIn = (zone: string): Schedule => {
    const rhythm = rhythmIn()
    return {
      weekday: (1 + Math.floor(random() * 7)) as Weekday,
      time: Temporal.PlainTime.from(pick(TIMES)),
      zone,
      ...(rhythm ? { rhythm } : {}),
    }
  }
  /** The first time from `at` on that is three hours from whatever these schedules have due. */
  const quiet = (at: number, schedules: readonly Schedule[]): number => {
    for (let time = Math.round(at / 1000) * 1000; ; time += HOUR) {
      const near = mondays.filter((monday) => Math.abs(monday - time) < 9 * DAY)
      const busy = schedules.some((one) =>
        near.some((monday) => Math.abs(dueOf(one, monday) - time) < 3 * HOUR),
      )
      if (!busy) return time
    }
  }
  const channels = ZONES.flatMap((zone) => Array.from({ length: each }, () => ({ zone })))
  for (const [index, { zone }] of channels.entries()) {
    const channel = `C${String(index).padStart(3, '0')}`
    let schedule = scheduleIn(zone)
    const put = (at: number, deed: Deed['deed'], when: Deed['when'] = 'far'): number => {
      deeds.push({ at, channel, deed, when })
      return at
    }
    const yearEnd = random() < 0.5
    let time = put(quiet(from + random() * 3 * DAY, [schedule]), {
      kind: 'set-up',
      ladder: 'sre',
      schedule,
      yearEnd,
    })
    for (;;) {
      time = quiet(time + (5 + random() * 90) * DAY, [schedule])
      if (time > to - 40 * DAY) break
      const what = random()
      const monday = mondays.findLast((one) => one <= time)!
      const [next, after] = mondays.filter(
        (one) => comesIn(schedule, one) && dueOf(schedule, one) > time + DAY,
      )
      const due = next === undefined ? time : dueOf(schedule, next)
      if (random() < 0.3 && after !== undefined && isCalm(due)) {
        const second = Math.round(random() * 600) * 1000
        if (what < 0.4) put(due - 7 * 60_000 - second, { kind: 'skip', week: isoWeek(next!) }, 'near')
        else if (what < 0.7) put(due + 60_000 + second, { kind: 'skip', week: isoWeek(after!) }, 'near')
        else put(due - 13 * HOUR, { kind: 'skip', week: isoWeek(next!) }, 'inside')
        time = due
      } else if (what < 0.3) {
        // The next week that is due, or the one after it.
        const next = mondays.filter((one) => comesIn(schedule, one) && dueOf(schedule, one) > time)[
          random() < 0.7 ? 0 : 1
        ]
        if (next !== undefined) put(time, { kind: 'skip', week: isoWeek(next) })
      } else if (what < 0.45) {
        const until = new Date(monday + (10 + Math.floor(random() * 30)) * DAY).toISOString().slice(0, 10)
        put(time, { kind: 'pause', until: Temporal.PlainDate.from(until) })
        time = monday + 45 * DAY
      } else if (what < 0.6) {
        put(time, { kind: 'pause', until: null })
        time = put(quiet(time + (2 + random() * 30) * DAY, [schedule]), { kind: 'resume' })
      } else if (what < 0.7) {
        put(time, { kind: 'stop' })
        const next = scheduleIn(zone)
        time = put(quiet(time + (2 + random() * 30) * DAY, [schedule, next]), {
          kind: 'set-up',
          ladder: 'sre',
          schedule: next,
        })
        schedule = next
      } else if (what < 0.9) {
        const next = scheduleIn(zone)
        time = quiet(time, [schedule, next])
        put(time, { kind: 'set-up', ladder: 'sre', schedule: next })
        schedule = next
      } else {
        put(time, { kind: 'break' })
        time = put(quiet(time + (15 + random() * 20) * DAY, [schedule]), { kind: 'mend' })
        time = put(time + 60_000, { kind: 'resume' })
      }
    }
  }
  return { deeds: deeds.toSorted((one, other) => one.at - other.at) }
}

/** What each channel should hear in each week, by the script alone, with Intl's clocks and none of the code tested. */
export function expectedOf(deeds: readonly Deed[], from: number, to: number): Expected[] {
  const expected: Expected[] = []
  const mondays = mondaysOf(from, to)
  for (const channel of new Set(deeds.map((one) => one.channel))) {
    const own = deeds.filter((one) => one.channel === channel)
    let setting = null as Setting | null
    let broken = false
    /** A setting and from when to when it stood. */
    const spans: { setting: Setting; broken: boolean; from: number; to: number }[] = []
    for (const [nth, { at, deed }] of own.entries()) {
      if (deed.kind === 'break' || deed.kind === 'mend') broken = deed.kind === 'break'
      else if (deed.kind === 'set-up')
        setting = {
          schedule: deed.schedule,
          yearEnd: deed.yearEnd ?? setting?.yearEnd ?? false,
          leftOut: setting?.leftOut ?? new Set(),
          pausedUntil: null,
          stopped: false,
          trouble: false,
          since: at,
        }
      else if (setting !== null) {
        setting = { ...setting, leftOut: new Set(setting.leftOut) }
        if (deed.kind === 'skip') setting.leftOut.add(deed.week)
        if (deed.kind === 'pause') setting.pausedUntil = deed.until?.toString() ?? 'ever'
        if (deed.kind === 'stop') setting.stopped = true
        if (deed.kind === 'resume') {
          setting.pausedUntil = null
          setting.since = at
        }
      }
      const end = own[nth + 1]?.at ?? Number.POSITIVE_INFINITY
      if (setting) spans.push({ setting, broken, from: at, to: end })
    }
    for (const monday of mondays) {
      const week = isoWeek(monday)
      const found = spans.flatMap(({ setting: one, broken: isBroken, from: start, to: end }): Expected[] => {
        if (end < monday - DAY || start > monday + 9 * DAY) return []
        if (!comesIn(one.schedule, monday)) return []
        const at = dueOf(one.schedule, monday)
        if (at <= start || at >= end || at <= one.since || at < from || at > to - DAY) return []
        const day = monday + (one.schedule.weekday - 1) * DAY
        const date = new Date(day)
        const [month, of] = [date.getUTCMonth() + 1, date.getUTCDate()]
        const turn = (month === 12 && of >= 24) || (month === 1 && of === 1)
        const paused =
          one.pausedUntil === 'ever' ||
          (one.pausedUntil !== null && date.toISOString().slice(0, 10) < one.pausedUntil)
        const silent = (why: Expected['why']): Expected[] => [{ channel, week, at: null, why }]
        if (one.stopped) return silent('stopped')
        if (paused) return silent('paused')
        if (one.leftOut.has(week)) return silent('skipped')
        if (turn && !one.yearEnd) return silent('year end')
        if (isBroken) return silent('broken')
        return [{ channel, week, at, why: 'due' }]
      })
      const first = found.find(({ why }) => why === 'due') ?? found[0]
      if (first) expected.push(first)
    }
  }
  return expected
}
