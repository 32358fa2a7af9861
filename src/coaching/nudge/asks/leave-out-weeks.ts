import { isLeftOut } from '../../../domain/nudge/nudge-schedule.ts'
import type { Owner } from '../../../domain/person.ts'
import type { NudgeAnswer } from '../nudge-answers.ts'
import type { ChannelCommand } from '../nudge-ask.ts'
import { type ChangeDeps, changeAndShow } from './change-and-tell.ts'
import type { LiveNudge } from './live-nudge.ts'

/** Leaves weeks out, or includes them again. Null if the nudge was stopped in the meantime. */
export function leaveOutWeeks(
  deps: ChangeDeps,
  { nudge, late, comes }: LiveNudge,
  by: Owner,
  { kind, weeks, yearEnd }: ChannelCommand & { readonly kind: 'leave-out' | 'include' },
): Promise<NudgeAnswer | null> {
  const out = { leftOut: weeks, yearEnd: !yearEnd }
  const still = kind === 'leave-out' && late && isLeftOut(out, nudge.schedule, late.week)
  return changeAndShow(
    deps,
    nudge,
    by,
    { kind, weeks, yearEnd },
    { kind: kind === 'include' ? 'included' : 'left-out', weeks, yearEnd, comes: still ? comes : null },
  )
}
