import { pauseAt } from '../../../domain/nudge/nudge-schedule.ts'
import type { Owner } from '../../../domain/person.ts'
import type { NudgeAnswer } from '../nudge-answers.ts'
import { type ChangeDeps, showDone, tellThenChange } from './change-and-tell.ts'
import type { LiveNudge } from './live-nudge.ts'

/**
 * Resumes a nudge that somebody paused or that paused itself. The line to the channel shows whether the coach can post.
 */
export async function resumeNudge(deps: ChangeDeps, { nudge }: LiveNudge, by: Owner): Promise<NudgeAnswer> {
  const paused = pauseAt(nudge.paused, nudge.schedule.zone, deps.now())
  if (paused === null && nudge.trouble === null) return deps.showNudge(nudge)
  const resumed = await tellThenChange(deps, nudge, by, { kind: 'resume' }, { kind: 'resumed' })
  return 'kind' in resumed ? resumed : showDone(deps.showNudge, resumed, { kind: 'resumed' })
}
