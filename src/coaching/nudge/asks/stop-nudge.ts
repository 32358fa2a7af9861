import type { Channel, Nudge } from '../../../domain/nudge/nudge.ts'
import type { Owner } from '../../../domain/person.ts'
import type { NudgeAnswer } from '../nudge-answers.ts'
import type { NudgeStore } from '../nudge-port.ts'
import { type ChangeDeps, changeThenTell } from './change-and-tell.ts'
import { isLive, openLive } from './live-nudge.ts'

/** Stops a nudge, and says which post will still appear. */
export async function stopNudge(
  deps: ChangeDeps & { readonly store: Pick<NudgeStore, 'weeks'> },
  { channel }: Channel,
  nudge: Nudge | null,
  by: Owner,
): Promise<NudgeAnswer> {
  if (!isLive(nudge)) return { kind: 'stopped', channel, had: false, comes: null }
  const { comes } = await openLive(deps, nudge)
  const changed = await changeThenTell(deps, nudge, by, { kind: 'stop' }, { kind: 'stopped', comes })
  return { kind: 'stopped', channel, had: changed !== null, comes }
}
