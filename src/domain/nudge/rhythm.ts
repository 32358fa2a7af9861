import type { NthOfMonth, Nudge, Rhythm, Schedule } from './nudge.ts'
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

/**
 * The schedule that somebody wants from `at` on. Every second week begins with the next such day. If the nudge has that
 * rhythm already, its weeks stay, whatever else changes. `before` is the nudge so far, or null.
 */
export function scheduleFrom(
  { rhythm: wanted, ...when }: WantedSchedule,
  before: Nudge | null,
  at: Temporal.Instant,
): Schedule {
  if (wanted.kind === 'week') return when
  if (wanted.kind === 'month') return { ...when, rhythm: wanted }
  const kept = before?.schedule.rhythm
  const rhythm: Rhythm =
    kept?.kind === 'two-weeks' ? kept : { kind: 'two-weeks', from: dueAfter(when, at).week }
  return { ...when, rhythm }
}
