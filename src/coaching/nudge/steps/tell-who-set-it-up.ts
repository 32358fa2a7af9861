import type { NextLook } from '../nudge-port.ts'
import { restSoon } from './rest-soon.ts'
import type { OpenedNudge, SendDeps } from './send-deps.ts'

/** How long to wait before telling the person again if nobody can know whether they were told. */
const TELL_AGAIN = { hours: 1 } as const

/**
 * Tells the person who set the nudge up what they don't know yet. If nobody can know whether the message arrived, they
 * are told again: about a missing post, twice is better than never. Null if all is told.
 */
export async function tellWhoSetItUp(
  { store, scheduler, now, log }: Pick<SendDeps, 'store' | 'scheduler' | 'now' | 'log'>,
  { nudge, notices }: OpenedNudge,
): Promise<NextLook | null> {
  for (const notice of notices) {
    if (nudge.setUpBy !== null) {
      const end = await scheduler.tellSetUp({ ...nudge, setUpBy: nudge.setUpBy }, notice)
      if (end.kind === 'later') return restSoon(end, now())
      // It may have arrived, or the workspace does not let the coach in, so nobody can be told yet.
      if (end.kind === 'unknown' || (end.kind === 'refused' && end.trouble === 'not-allowed'))
        return { lookAt: now().add(TELL_AGAIN), dueAt: now() }
      if (end.kind !== 'told')
        log.warn({ notice: notice.kind }, 'could not tell the person who set up a nudge')
    }
    await store.takeNotice(nudge, notice)
  }
  return null
}
