import { upcoming } from '../../../domain/nudge/decide-nudge.ts'
import type { Week } from '../../../domain/nudge/nudge.ts'
import { dateIn } from '../../../domain/nudge/nudge-schedule.ts'
import type { Owner } from '../../../domain/person.ts'
import type { NudgeAnswer } from '../nudge-answers.ts'
import { type ChangeDeps, changeAndShow, showDone } from './change-and-tell.ts'
import type { LiveNudge } from './live-nudge.ts'

/**
 * Skips the coming post. `shown` is the week that the button was shown for, or null for the next one. Returns null if
 * the nudge was stopped in the meantime.
 */
export async function skipWeek(
  deps: ChangeDeps,
  { nudge, weeks, late, comes }: LiveNudge,
  by: Owner,
  shown: Week | null,
): Promise<NudgeAnswer | null> {
  const { showNudge, now } = deps
  const coming = upcoming(nudge, weeks, now(), 1)[0]?.week
  const week = shown ?? coming
  if (week === undefined) return showNudge(nudge)
  if (comes && week === late?.week) return showDone(showNudge, nudge, { kind: 'too-late', comes })
  const skipped = { kind: 'skipped', date: dateIn(nudge.schedule, week) } as const
  if (week === coming) return changeAndShow(deps, nudge, by, { kind: 'skip', week }, skipped)
  // Pressed twice, the button skips one week. Pressed long after, it skips nothing.
  return nudge.leftOut.includes(week) ? showDone(showNudge, nudge, skipped) : showNudge(nudge)
}
