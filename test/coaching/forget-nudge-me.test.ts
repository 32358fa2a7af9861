import { describe, expect, it } from 'vitest'
import { makeForgetNudgeMe } from '../../src/coaching/nudge/forget-nudge-me.ts'
import type { NudgeMeMessenger } from '../../src/coaching/nudge/nudge-me-port.ts'
import type { NudgeMe, NudgeMePost } from '../../src/domain/nudge/nudge-me.ts'
import { at } from '../domain/nudge-fixture.ts'

const owner = { team: 'T1', user: 'UADA' }
const now = at('2026-11-20T16:00:30Z')
const standing = { channel: 'D1', ts: '1.1' }
const lost: NudgeMePost = {
  day: Temporal.PlainDate.from('2026-11-20'),
  kind: 'question',
  state: 'posting',
  dueAt: at('2026-11-20T16:00:00Z'),
  at: at('2026-11-20T16:00:01Z'),
  attempt: 1,
  lease: at('2026-11-20T16:01:01Z'),
  asked: null,
  post: null,
}

/**
 * Deletes everything of a person, with a Slack that answers for their DM like this. Returns what was done, in order.
 */
const forgetting = (post: NudgeMePost, end: Awaited<ReturnType<NudgeMeMessenger['find']>>) => {
  const done: string[] = []
  const forget = makeForgetNudgeMe({
    store: { dmOf: async () => 'D1' },
    nudges: {
      changeNudgeMe: async (_, { kind }) => {
        done.push(kind)
        return null
      },
      nudgeMe: async () => ({ nudge: {} as NudgeMe, posts: [post] }),
      postsMe: async () => {
        done.push('read')
        return []
      },
    },
    messenger: {
      find: async () => end,
      remove: async ({ ts }) => void done.push(`remove ${ts}`),
      unquote: async () => {},
    },
    now: () => now,
  })
  return { done, person: () => forget.person(owner) }
}

describe('deleting a person’s own nudge', () => {
  it('stops it first, removes a message that is found, and then reads which messages are on record', async () => {
    const all = forgetting({ ...lost, state: 'unknown' }, { kind: 'found', post: standing })
    await all.person()
    expect(all.done).toEqual(['stop', 'remove 1.1', 'read'])
  })

  it('fails while a message is being posted, and works once that is over', async () => {
    const all = forgetting(lost, { kind: 'none' })
    await expect(all.person()).rejects.toMatchObject({ code: 'slack-unavailable' })
    const over = forgetting({ ...lost, lease: now }, { kind: 'none' })
    await over.person()
    expect(over.done).toEqual(['stop', 'read'])
  })

  it.each([{ kind: 'later', seconds: 20 }, { kind: 'unknown' }] as const)(
    'fails if Slack does not say whether a message exists: $kind',
    async (end) => {
      const all = forgetting({ ...lost, state: 'unknown' }, end)
      await expect(all.person()).rejects.toMatchObject({ code: 'slack-unavailable' })
    },
  )
})
