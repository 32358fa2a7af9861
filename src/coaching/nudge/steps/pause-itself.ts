import { remedyOf } from '../../../domain/logged-failure.ts'
import type { Nudge, NudgeNotice, NudgeTrouble } from '../../../domain/nudge/nudge.ts'
import type { SlackEnd } from '../nudge-port.ts'
import { restSoon } from './rest-soon.ts'
import type { Onward, SendDeps } from './send-deps.ts'

type Deps = Pick<SendDeps, 'store' | 'now' | 'log'>

/** Pauses a nudge that cannot go on. If it was stopped in the meantime, nothing is done about it for a while. */
export async function pauseItself(
  { store, now, log }: Deps,
  nudge: Nudge,
  trouble: NudgeTrouble,
): Promise<Onward> {
  // It is paused already, and its person knows: the refused call is repeated later, but not reported again.
  if (nudge.trouble !== null) return restSoon({ kind: 'unknown' }, now())
  const notice: NudgeNotice = { kind: 'trouble', trouble }
  const paused = await store.changeNudge(nudge, { kind: 'trouble', trouble }, null, now(), notice)
  const todo = remedyOf(`nudge-${trouble}`)
  if (paused) log.warn({ trouble, ...(todo ? { code: 'slack-refused', todo } : {}) }, 'a nudge paused itself')
  return paused ? 'again' : restSoon({ kind: 'unknown' }, now())
}

/** What to do after a call that failed, or may have failed: pause on a refusal, or else try again soon. */
export async function restOrPause(deps: Deps, nudge: Nudge, end: SlackEnd): Promise<Onward> {
  return end.kind === 'refused' ? pauseItself(deps, nudge, end.trouble) : restSoon(end, deps.now())
}
