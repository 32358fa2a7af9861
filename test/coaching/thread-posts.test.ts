import { describe, expect, it } from 'vitest'
import type { AllStores } from '../../src/adapters/store/store.ts'
import type { Messenger, Post } from '../../src/coaching/ports.ts'
import { openThreadPosts } from '../../src/coaching/review/thread-posts.ts'
import { CoachError } from '../../src/domain/coach-error.ts'
import type { Evidence } from '../../src/domain/evidence/evidence.ts'
import { evidenceOf, owner } from '../domain/evidence-fixture.ts'
import { smallLadder } from '../domain/ladder-fixture.ts'

const log = { info: () => {}, warn: () => {}, error: () => {} }

/** A thread in Slack and the record of it, in memory. `deletion` is called before a post is recorded. */
const threadOf = (evidence: Evidence, recorded: Post[] = [], deletion = () => false) => {
  let posts = [...recorded]
  const standing: Post[] = [...recorded]
  const updated: string[] = []
  const store = {
    evidence: async () => evidence,
    posts: async () => [...posts],
    savePost: async (_: unknown, __: unknown, post: Post) => {
      if (deletion()) return false
      posts = [...posts.filter(({ ts }) => ts !== post.ts), post]
      return true
    },
    forgetPost: async (_: unknown, __: unknown, post: Post) => {
      posts = posts.filter(({ ts }) => ts !== post.ts)
    },
  } as unknown as AllStores
  const troubles: { lost?: boolean; refused?: Error; looks: number } = { looks: 0 }
  const messenger = {
    post: async (_: unknown, reply: { kind: string }, { revision }: { revision: number }) => {
      if (troubles.lost) throw new CoachError('slack-unavailable', 'the answer got lost')
      const post = { channel: 'D1', ts: `9.${standing.length + 1}`, kind: reply.kind, revision }
      standing.push(post)
      return post
    },
    update: async ({ ts }: Post) => {
      updated.push(ts)
      return 'updated' as const
    },
    remove: async ({ ts }: Post) => {
      const { refused } = troubles
      delete troubles.refused
      if (refused) throw refused
      standing.splice(
        standing.findIndex((post) => post.ts === ts),
        1,
      )
    },
    postsOf: async () => {
      troubles.looks += 1
      return [...standing]
    },
  } as unknown as Messenger
  const [target] = smallLadder.levels
  const reading = { kind: 'reading', target: target!, done: 0, batches: 1 } as const
  return {
    store,
    messenger,
    standing,
    updated,
    reading,
    kinds: () => standing.map(({ kind }) => kind),
    looks: () => troubles.looks,
    lose: () => {
      troubles.lost = true
    },
    /** The next post cannot be removed. */
    refuse: (error: Error) => {
      troubles.refused = error
    },
  }
}

describe('our posts in a thread', () => {
  it('are removed if the piece was deleted while they were posted, and nothing follows them', async () => {
    const evidence = evidenceOf('I moved the queue.')
    const slack = threadOf(evidence, [], () => true)
    const thread = await openThreadPosts({ ...slack, log }, evidence, 1)
    await thread.say({ kind: 'welcome', hasModel: true })
    await thread.say({ kind: 'agreed', part: 1 })
    expect(slack.standing).toEqual([])
  })

  it('show no sign of life after the answer, not even one that was on its way', async () => {
    const evidence = evidenceOf('I moved the queue.')
    const slack = threadOf(evidence)
    const thread = await openThreadPosts({ ...slack, log }, evidence, 1)
    void thread.alive(slack.reading)
    await thread.settled()
    await thread.alive({ ...slack.reading, done: 1 })
    expect(slack.standing).toEqual([])
    expect(await slack.store.posts(owner, evidence.id)).toEqual([])
  })

  it('never go back to an earlier revision than the one they show', async () => {
    const evidence = evidenceOf('I moved the queue.', { revision: 1 })
    const slack = threadOf(evidence, [{ channel: 'D1', ts: '9.1', kind: 'agreed:1', revision: 2 }])
    const thread = await openThreadPosts({ ...slack, log }, evidence, 1)
    await thread.sayAnew({ kind: 'agreed', part: 1 })
    expect(slack.updated).toEqual([])
  })
})

describe('signs of life that are not on record', () => {
  const found = (kind: string): Post => ({ channel: 'D1', ts: `8.${kind}`, kind, revision: 1 })

  it('are searched for and removed after a failed try, and after a lost answer', async () => {
    for (const lost of [false, true]) {
      const evidence = evidenceOf('I moved the queue.')
      const slack = threadOf(evidence)
      const [review, reading, delayed] = [found('review'), found('reading'), found('delayed')]
      const thread = await openThreadPosts({ ...slack, log }, evidence, lost ? 1 : 2)
      if (lost) slack.lose()
      if (lost) await thread.alive(slack.reading)
      slack.standing.push(review, reading, delayed)
      await thread.settled()
      expect(slack.standing).toEqual([review])
    }
  })

  it('are not searched for if all went well', async () => {
    const evidence = evidenceOf('I moved the queue.')
    const slack = threadOf(evidence)
    const thread = await openThreadPosts({ ...slack, log }, evidence, 1)
    await thread.alive(slack.reading)
    await thread.settled()
    expect([slack.standing, slack.looks()]).toEqual([[], 0])
  })

  it('fail the try if one cannot be removed right now, but not if Slack refuses', async () => {
    for (const [code, fails] of [
      ['slack-unavailable', true],
      ['slack-refused', false],
    ] as const) {
      const evidence = evidenceOf('I moved the queue.')
      const slack = threadOf(evidence, [found('reading'), found('delayed')])
      slack.refuse(new CoachError(code, 'no'))
      const thread = await openThreadPosts({ ...slack, log }, evidence, 1)
      const end = await thread.settled().then(
        () => 'fine',
        () => 'failed',
      )
      expect(end).toBe(fails ? 'failed' : 'fine')
      // The next one was removed anyway.
      expect(slack.kinds()).toEqual(['reading'])
    }
  })
})
