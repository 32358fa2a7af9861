import { earliestPostTime, type NudgeMeDecision } from '../../../domain/nudge/decide-nudge-me.ts'
import type { NudgeMe } from '../../../domain/nudge/nudge-me.ts'
import { restSoon } from './rest-soon.ts'
import type { Onward } from './send-deps.ts'
import type { SendMeDeps } from './send-me-deps.ts'

/** Looks for a message in the person's DM. Returns `blind` if we can't look there. */
export async function findMessage(
  { nudges, messenger, metrics, now, log }: SendMeDeps,
  nudge: NudgeMe,
  dm: string | null,
  { post: sought }: NudgeMeDecision & { kind: 'find' },
): Promise<Onward | 'blind'> {
  // Slack shows us a DM only by its id, which we know once anything was said there.
  const end =
    dm === null
      ? ({ kind: 'refused' } as const)
      : await messenger.find(dm, sought.day, earliestPostTime(sought, now()))
  switch (end.kind) {
    case 'found':
      await nudges.posted(nudge, sought, end.post)
      metrics.nudged('person', 'sent')
      return 'again'
    case 'none':
      await nudges.notPosted(nudge, sought, 'open')
      return 'again'
    case 'refused':
      log.warn({}, 'I can’t tell if a personal nudge was posted')
      await nudges.notPosted(nudge, sought, 'unknown')
      metrics.nudged('person', 'unknown')
      return 'blind'
    default:
      return restSoon(end, now())
  }
}
