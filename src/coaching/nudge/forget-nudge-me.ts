import { CoachError } from '../../domain/coach-error.ts'
import { earliestPostTime } from '../../domain/nudge/decide-nudge-me.ts'
import { isUnderWay } from '../../domain/nudge/lease.ts'
import type { Owner } from '../../domain/person.ts'
import type { PersonStore } from '../evidence/person-store.ts'
import type { NudgeMeMessenger, NudgeMeStore } from './nudge-me-port.ts'

type Deps = {
  readonly store: Pick<PersonStore, 'dmOf'>
  readonly nudges: Pick<NudgeMeStore, 'postsMe' | 'nudgeMe' | 'changeNudgeMe'>
  readonly messenger: Pick<NudgeMeMessenger, 'find' | 'remove' | 'unquote'>
  readonly now: () => Temporal.Instant
}

export type ForgetNudgeMe = ReturnType<typeof makeForgetNudgeMe>

/**
 * Removes what a person's own nudges quote before its source is deleted: the quotes with one piece, whole messages with
 * everything. It comes first because the record still knows the rest if Slack fails halfway.
 */
export function makeForgetNudgeMe({ store, nudges, messenger, now }: Deps) {
  return {
    piece: async (owner: Owner, evidenceId: string): Promise<void> => {
      for (const post of await nudges.postsMe(owner, evidenceId)) await messenger.unquote(post)
    },
    /**
     * Throws CoachError `slack-unavailable` while a message is being posted, or if we can't look for it. This way no
     * message is left that nobody knows of, and the person can press again.
     */
    person: async (owner: Owner): Promise<void> => {
      // After this, a process that is looking at the nudge begins no more messages, so all of them are on record.
      await nudges.changeNudgeMe(owner, { kind: 'stop', by: 'you' }, now())
      const dm = await store.dmOf(owner)
      const kept = await nudges.nudgeMe(owner)
      // We may not know of every message. We look for them once more, because their DM may be known by now.
      for (const post of kept?.posts ?? []) {
        const { day, state } = post
        if (state === 'posted') continue
        if (state === 'posting' && isUnderWay(post.lease, now()))
          throw new CoachError('slack-unavailable', 'A message to them is just being posted')
        if (dm === null) continue
        const end = await messenger.find(dm, day, earliestPostTime(post, now()))
        if (end.kind === 'later' || end.kind === 'unknown')
          throw new CoachError('slack-unavailable', 'Slack did not say whether a message to them exists')
        if (end.kind === 'found') await messenger.remove(end.post)
      }
      for (const post of await nudges.postsMe(owner)) await messenger.remove(post)
    },
  }
}
