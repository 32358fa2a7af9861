import type { NudgeChange } from '../../../domain/nudge/change-nudge.ts'
import type { Channel, Nudge } from '../../../domain/nudge/nudge.ts'
import type { Owner } from '../../../domain/person.ts'
import type { Log } from '../../ports.ts'
import type { NudgeAnswer, NudgeDone } from '../nudge-answers.ts'
import type { ChannelNotice, NudgeNotices, NudgeStore } from '../nudge-port.ts'
import type { ShowNudge } from '../show-nudge.ts'

type Deps = {
  readonly store: Pick<NudgeStore, 'changeNudge'>
  readonly notices: NudgeNotices
  readonly now: () => Temporal.Instant
  readonly log: Log
}

/** What it takes to change a nudge and show the result. */
export type ChangeDeps = Deps & { readonly showNudge: ShowNudge }

/**
 * Changes a nudge, then tells the channel. The change stays even if the channel could not be told. Null if there is no
 * nudge to change. Throws CoachError `store-unavailable`.
 */
export async function changeThenTell(
  { store, notices, now, log }: Deps,
  nudge: Nudge,
  by: Owner,
  what: NudgeChange,
  notice: ChannelNotice,
): Promise<Nudge | null> {
  const changed = await store.changeNudge(nudge, what, by.user, now())
  if (changed === null) return null
  log.info({ change: what.kind }, 'nudge changed')
  const told = await notices.tell(nudge, by.user, notice)
  if (told.kind !== 'told') log.warn({ change: what.kind }, 'a channel was not told of a change')
  return changed
}

/**
 * Tells the channel first, and changes the nudge only if Slack may have accepted that line. If the change then fails,
 * the line is removed. Throws CoachError `store-unavailable`.
 */
export async function tellThenChange(
  { store, notices, now, log }: Deps,
  channel: Channel,
  by: Owner,
  what: NudgeChange,
  notice: ChannelNotice,
): Promise<Nudge | NudgeAnswer> {
  const told = await notices.tell(channel, by.user, notice)
  if (told.kind === 'refused') return { kind: 'refused', trouble: told.trouble }
  if (told.kind === 'later') return { kind: 'refused', trouble: 'busy' }
  try {
    const changed = await store.changeNudge(channel, what, by.user, now())
    if (changed === null && told.kind === 'told') await notices.withdraw(channel, told.ts)
    if (changed === null) return { kind: 'none', channel: channel.channel }
    log.info({ change: what.kind }, 'nudge changed')
    return changed
  } catch (error) {
    if (told.kind === 'told') await notices.withdraw(channel, told.ts)
    throw error
  }
}

/** Shows the nudge as it is now, and what was done with it. */
export function showDone(showNudge: ShowNudge, nudge: Nudge, done: NudgeDone): Promise<NudgeAnswer> {
  return showNudge(nudge, (shown) => ({ kind: 'done', nudge: shown, done }))
}

/** Changes a nudge, tells the channel, and shows it. Null if it was stopped in the meantime. */
export async function changeAndShow(
  deps: ChangeDeps,
  nudge: Nudge,
  by: Owner,
  what: NudgeChange,
  done: Exclude<NudgeDone, { kind: 'too-late' }>,
): Promise<NudgeAnswer | null> {
  const changed = await changeThenTell(deps, nudge, by, what, done)
  return changed && showDone(deps.showNudge, changed, done)
}
