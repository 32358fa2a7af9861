import { describe, expect, it } from 'vitest'
import { makeGiveUp } from '../../src/coaching/give-up.ts'
import type { Messenger } from '../../src/coaching/ports.ts'
import type { Post, Store } from '../../src/coaching/store-port.ts'
import { openThreadPosts } from '../../src/coaching/thread-posts.ts'
import type { Evidence } from '../../src/domain/evidence.ts'
import { evidenceOf, owner, partOf } from '../domain/evidence-fixture.ts'
import { smallLadder } from '../domain/ladder-fixture.ts'

const log = { info: () => {}, warn: () => {}, error: () => {} }

/** A thread of Slack's and the record of it, in memory; `deletion` is called before a post is put on record. */
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
  } as unknown as Store
  const messenger = {
    post: async (_: unknown, reply: { kind: string }, { revision }: { revision: number }) => {
      const post = { channel: 'D1', ts: `9.${standing.length + 1}`, kind: reply.kind, revision }
      standing.push(post)
      return post
    },
    update: async ({ ts }: Post) => {
      updated.push(ts)
      return 'updated' as const
    },
    remove: async ({ ts }: Post) => {
      standing.splice(
        standing.findIndex((post) => post.ts === ts),
        1,
      )
    },
    postsOf: async () => [],
  } as unknown as Messenger
  const [target] = smallLadder.levels
  const reading = { kind: 'reading', target: target!, done: 0, batches: 1 } as const
  return { store, messenger, standing, updated, reading, kinds: () => standing.map(({ kind }) => kind) }
}

describe('our posts in a thread', () => {
  it('go again when the piece was deleted while they were posted, and nothing follows them', async () => {
    const evidence = evidenceOf('I moved the queue.')
    const slack = threadOf(evidence, [], () => true)
    const thread = await openThreadPosts({ ...slack, log }, evidence, 1)
    await thread.say({ kind: 'welcome' })
    await thread.say({ kind: 'agreed', part: 1 })
    expect(slack.standing).toEqual([])
  })

  it('show no sign of life after the answer, also one that was on its way', async () => {
    const evidence = evidenceOf('I moved the queue.')
    const slack = threadOf(evidence)
    const thread = await openThreadPosts({ ...slack, log }, evidence, 1)
    void thread.alive(slack.reading)
    await thread.settled()
    await thread.alive({ ...slack.reading, done: 1 })
    expect(slack.standing).toEqual([])
    expect(await slack.store.posts(owner, evidence.id)).toEqual([])
  })

  it('are never put back to earlier words than those that they show', async () => {
    const evidence = evidenceOf('I moved the queue.', { revision: 1 })
    const slack = threadOf(evidence, [{ channel: 'D1', ts: '9.1', kind: 'agreed:1', revision: 2 }])
    const thread = await openThreadPosts({ ...slack, log }, evidence, 1)
    await thread.sayAnew({ kind: 'agreed', part: 1 })
    expect(slack.updated).toEqual([])
  })
})

describe('a job whose tries are used up', () => {
  const job = { owner, evidenceId: 'e1' }
  const reply = partOf('why not L4?', { position: 1, kind: 'reply', messageTs: '1.2' })

  it('tells who wrote a message, and who replied to a review, and takes the sign of life back', async () => {
    for (const [more, part] of [
      [{}, undefined],
      [{ state: 'reviewed', parts: [partOf('I moved it.'), reply] }, 1],
    ] as const) {
      const evidence = evidenceOf('I moved the queue.', more as Partial<Evidence>)
      const slack = threadOf(evidence, [{ channel: 'D1', ts: '9.0', kind: 'reading', revision: 1 }])
      await makeGiveUp({ ...slack, log })(part === undefined ? job : { ...job, part })
      expect(slack.kinds()).toEqual(['given-up'])
    }
  })

  it('says nothing of what was answered after all', async () => {
    for (const [more, part] of [
      [{ state: 'reviewed' }, undefined],
      [{ state: 'reviewed' }, 1],
    ] as const) {
      const slack = threadOf(evidenceOf('I moved the queue.', more))
      await makeGiveUp({ ...slack, log })(part === undefined ? job : { ...job, part })
      expect(slack.standing).toEqual([])
    }
  })
})
