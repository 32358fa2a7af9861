import { isNotPosted } from '../../../domain/nudge/decide-nudge.ts'
import { LEASE, mayStillCall } from '../../../domain/nudge/lease.ts'
import type { Nudge, NudgeWeek } from '../../../domain/nudge/nudge.ts'
import { restOrPause } from './pause-itself.ts'
import type { Onward, SendDeps } from './send-deps.ts'

type Deps = Pick<SendDeps, 'store' | 'scheduler' | 'now' | 'log'>

/** Withdraws a post that Slack holds and that belongs to no week on record. */
export async function takeBackStray(deps: Deps, nudge: Nudge, id: string): Promise<Onward> {
  const end = await deps.scheduler.takeBack(nudge, id)
  return end.kind === 'taken' || end.kind === 'gone' ? 'again' : restOrPause(deps, nudge, end)
}

/** Withdraws the post of a week, which Slack holds. */
export async function takeBack(deps: Deps, nudge: Nudge, week: NudgeWeek): Promise<Onward> {
  const { store, scheduler, now } = deps
  const [id, postAt] = [week.messageId ?? '', week.postAt ?? week.dueAt]
  // If Slack's answer is lost, the post may be withdrawn. A week that says that Slack holds it would count as posted.
  const at = now()
  const lease = at.add(LEASE)
  if (!(await store.beginWithdrawing(nudge, week, lease, at))) return 'again'
  const unknown: Onward = { lookAt: lease, dueAt: postAt }
  if (!mayStillCall(lease, now())) return unknown
  const end = await scheduler.takeBack(nudge, id)
  if (end.kind === 'unknown') return unknown
  if (end.kind === 'later' || end.kind === 'refused') {
    await store.handedOver(nudge, week, { id, postAt }, null, now())
    return restOrPause(deps, nudge, end)
  }
  // Near its time, a post that Slack no longer holds may have appeared. Once that is over, nobody knows.
  if (end.kind === 'gone' && !isNotPosted(postAt, now())) return { lookAt: postAt, dueAt: postAt }
  await store.reopen(nudge, week)
  return 'again'
}
