import { NOTHING } from '../../../domain/nudge/nudge-command.ts'
import type { Owner } from '../../../domain/person.ts'
import type { NudgeAnswer } from '../nudge-answers.ts'
import { type ChangeDeps, changeAndShow, showDone } from './change-and-tell.ts'
import type { LiveNudge } from './live-nudge.ts'

/**
 * Pauses a nudge until a day, on which it may post again, or until somebody resumes it if `until` is null. Returns null
 * if the nudge was stopped in the meantime.
 */
export async function pauseNudge(
  deps: ChangeDeps,
  { nudge, comes }: LiveNudge,
  by: Owner,
  until: Temporal.PlainDate | null,
): Promise<NudgeAnswer | null> {
  const today = deps.now().toZonedDateTimeISO(nudge.schedule.zone).toPlainDate()
  if (until && Temporal.PlainDate.compare(until, today) <= 0) return isPast(nudge.channel, until)
  const paused = { kind: 'paused', until, comes } as const
  const before = nudge.paused && (nudge.paused.until?.toString() ?? null)
  return nudge.paused && before === (until?.toString() ?? null)
    ? showDone(deps.showNudge, nudge, paused)
    : changeAndShow(deps, nudge, by, { kind: 'pause', until }, paused)
}

const isPast = (channel: string, until: Temporal.PlainDate): NudgeAnswer => ({
  kind: 'unclear',
  channel,
  command: {
    whose: 'channel',
    kind: 'unclear',
    of: 'pause',
    understood: NOTHING,
    doubts: [{ kind: 'past', words: until.toString() }],
  },
})
