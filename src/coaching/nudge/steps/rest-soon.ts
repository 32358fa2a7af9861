import type { NextLook, SlackEnd } from '../nudge-port.ts'

/** How long to wait before repeating a call that Slack did not answer, or that it refused. */
const AGAIN = { seconds: 60 } as const
const AGAIN_REFUSED = { hours: 1 } as const

/** How long a nudge rests after a call that was not carried out, or may not have been. */
export function restSoon(end: SlackEnd, now: Temporal.Instant): NextLook {
  const { kind } = end
  const after =
    kind === 'later' ? { seconds: Math.ceil(end.seconds) } : kind === 'refused' ? AGAIN_REFUSED : AGAIN
  return { lookAt: now.add(after), dueAt: now }
}
