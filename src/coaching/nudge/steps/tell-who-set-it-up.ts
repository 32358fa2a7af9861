import type { NextLook } from '../nudge-port.ts'
import { restSoon } from './rest-soon.ts'
import type { OpenedNudge, SendDeps } from './send-deps.ts'

/** When the person who set a nudge up is told again, if nobody can know whether they were. */
const TELL_AGAIN = { hours: 1 } as const

/**
 * Tells the person who set it up what they don't know yet. If nobody can know whether they were told, they are told
 * again: about a silence, twice is better than never. Null if all is told.
 */
export async function tellWhoSetItUp(
  { store, scheduler, now, log }: Pick<SendDeps, 'store' | 'scheduler' | 'now' | 'log'>,
  { nudge, notices }: OpenedNudge,
): Promise<NextLook | null> {
  for (const notice of notices) {
    if (nudge.setUpBy !== null) {
      const end = await scheduler.tellSetUp({ ...nudge, setUpBy: nudge.setUpBy }, notice)
      if (end.kind === 'later') return restSoon(end, now())
      // It may have arrived, or nobody can be told while the workspace does not let the coach in.
      if (end.kind === 'unknown' || (end.kind === 'refused' && end.trouble === 'not-allowed'))
        return { lookAt: now().add(TELL_AGAIN), dueAt: now() }
      if (end.kind !== 'told')
        log.warn({ notice: notice.kind }, 'the person who set up a nudge could not be told')
    }
    await store.takeNotice(nudge, notice)
  }
  return null
}
