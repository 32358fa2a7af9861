import { mayStandSince, type NudgeMeDecision } from '../../../domain/nudge/decide-nudge-me.ts'
import type { NudgeMe } from '../../../domain/nudge/nudge-me.ts'
import { restSoon } from './rest-soon.ts'
import type { Onward } from './send-deps.ts'
import type { SendMeDeps } from './send-me-deps.ts'

/** Looks in their DM for a message. `blind`: we can't look there. */
export async function findMessage(
  { nudges, messenger, metrics, now, log }: SendMeDeps,
  nudge: NudgeMe,
  dm: string | null,
  { post: sought }: NudgeMeDecision & { kind: 'find' },
): Promise<Onward | 'blind'> {
  // Slack shows us a DM by its id alone, which is known once anything was said there.
  const end =
    dm === null
      ? ({ kind: 'refused' } as const)
      : await messenger.find(dm, sought.day, mayStandSince(sought, now()))
  switch (end.kind) {
    case 'found':
      await nudges.posted(nudge, sought, end.post)
      metrics.nudged('person', 'sent')
      return 'again'
    case 'none':
      await nudges.notPosted(nudge, sought, 'open')
      return 'again'
    case 'refused':
      log.warn({}, 'it cannot be known whether an own nudge was posted')
      await nudges.notPosted(nudge, sought, 'unknown')
      metrics.nudged('person', 'unknown')
      return 'blind'
    default:
      return restSoon(end, now())
  }
}
