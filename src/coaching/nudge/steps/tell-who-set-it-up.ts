import type { NextLook } from '../nudge-port.ts'
import { restSoon } from './rest-soon.ts'
import type { OpenedNudge, SendDeps } from './send-deps.ts'

/** When whoever set a nudge up is told again, where it is not known whether they were. */
const TELL_AGAIN = { hours: 1 } as const

/**
 * Tells whoever set it up what they are still to be told. Where it is not known whether they were told they are told
 * again: about a silence, twice is better than never. null: all is told.
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
      if (end.kind !== 'told') log.warn({ notice: notice.kind }, 'whoever set up a nudge could not be told')
    }
    await store.takeNotice(nudge, notice)
  }
  return null
}
