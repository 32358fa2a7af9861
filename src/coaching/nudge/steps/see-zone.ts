import type { NudgeMe } from '../../../domain/nudge/nudge-me.ts'
import type { Owner } from '../../../domain/person.ts'
import { restSoon } from './rest-soon.ts'
import type { Onward } from './send-deps.ts'
import type { SendMeDeps } from './send-me-deps.ts'

/**
 * Asks Slack for the person's zone, and stores it if it changed. If their account no longer exists, the nudge stops.
 */
export async function seeZone(
  { nudges, messenger, now }: Pick<SendMeDeps, 'nudges' | 'messenger' | 'now'>,
  owner: Owner,
  nudge: NudgeMe,
): Promise<{ readonly zone: string } | { readonly onward: Onward }> {
  const end = await messenger.zoneOf(owner)
  if (end.kind === 'gone') {
    await nudges.changeNudgeMe(owner, { kind: 'stop', by: 'silence' }, now(), nudge.revision)
    return { onward: 'again' }
  }
  if (end.kind !== 'zone') return { onward: restSoon(end, now()) }
  const zone = end.zone ?? nudge.slackZone
  if (zone !== nudge.slackZone) await nudges.seeZone(owner, zone)
  return { zone }
}
