import { isNotPosted } from '../../../domain/nudge/decide-nudge.ts'
import type { Nudge, NudgeWeek } from '../../../domain/nudge/nudge.ts'
import { restOrPause } from './pause-itself.ts'
import type { Onward, SendDeps } from './send-deps.ts'

/** Withdraws what Slack holds under this id. `week` is the week that it belongs to. Null if it belongs to none. */
export async function takeBack(
  deps: Pick<SendDeps, 'store' | 'scheduler' | 'now' | 'log'>,
  nudge: Nudge,
  id: string,
  week: NudgeWeek | null,
): Promise<Onward> {
  const { store, scheduler, now } = deps
  const end = await scheduler.takeBack(nudge, id)
  // A week that says that Slack holds its post counts as posted once its time is over.
  if (end.kind === 'unknown' && week !== null) await store.mayBeWithdrawn(nudge, week, now())
  if (end.kind !== 'taken' && end.kind !== 'gone') return restOrPause(deps, nudge, end)
  if (week === null) return 'again'
  const { postAt } = week
  // Near its time, a post that Slack no longer holds may have appeared, so it stays on record.
  const isBack = end.kind === 'taken' || postAt === null || isNotPosted(postAt, now())
  if (!isBack) return { lookAt: postAt, dueAt: postAt }
  await store.reopen(nudge, week)
  return 'again'
}
