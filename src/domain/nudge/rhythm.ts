import type { NthOfMonth, Nudge, Schedule } from './nudge.ts'
import { dueAfter } from './nudge-schedule.ts'

/** How often somebody wants a nudge. */
export type WantedRhythm =
  | { readonly kind: 'week' }
  | { readonly kind: 'two-weeks' }
  | { readonly kind: 'month'; readonly nth: NthOfMonth }

/** A schedule as somebody wants it. Every second week has no first week yet. */
export type WantedSchedule = Pick<Schedule, 'weekday' | 'time' | 'zone'> & { readonly rhythm: WantedRhythm }

/** The rhythm of a schedule as it would be wanted. */
export function rhythmOf({ rhythm }: Schedule): WantedRhythm {
  return rhythm === undefined ? { kind: 'week' } : rhythm.kind === 'month' ? rhythm : { kind: 'two-weeks' }
}

/** Where a day begins in a zone, or `at` if that is later. */
const laterOf = (day: Temporal.PlainDate | null, zone: string, at: Temporal.Instant): Temporal.Instant => {
  const begins = day?.toZonedDateTime(zone).toInstant() ?? at
  return Temporal.Instant.compare(begins, at) > 0 ? begins : at
}

/**
 * The schedule that somebody wants from `at` on. Every second week begins with the next such day, or with the next one
 * from the day `first` on. If the nudge has that rhythm already, its weeks stay, whatever else changes, unless a first
 * day is named. `before` is the nudge so far, or null.
 */
export function scheduleFrom(
  { rhythm: wanted, ...when }: WantedSchedule,
  before: Nudge | null,
  at: Temporal.Instant,
  first: Temporal.PlainDate | null = null,
): Schedule {
  if (wanted.kind === 'week') return when
  if (wanted.kind === 'month') return { ...when, rhythm: wanted }
  const kept = before?.schedule.rhythm
  if (first === null && kept?.kind === 'two-weeks') return { ...when, rhythm: kept }
  // What is due on the stroke of midnight belongs to its day.
  const from = laterOf(first, when.zone, at).subtract({ nanoseconds: first === null ? 0 : 1 })
  return { ...when, rhythm: { kind: 'two-weeks', from: dueAfter(when, from).week } }
}

/** The pause that keeps a schedule silent before its first day. Null if nothing would come earlier anyway. */
export function pauseBefore(
  schedule: Schedule,
  first: Temporal.PlainDate | null,
  at: Temporal.Instant,
): { readonly until: Temporal.PlainDate } | null {
  const begins = laterOf(first, schedule.zone, at)
  return first && Temporal.Instant.compare(dueAfter(schedule, at).at, begins) < 0 ? { until: first } : null
}
