import { describe, expect, it } from 'vitest'
import type { AllStores } from '../../src/adapters/store/store.ts'
import type { Messenger, Post } from '../../src/coaching/ports.ts'
import { makeRetryJob } from '../../src/coaching/review/retry-job.ts'
import { CoachError } from '../../src/domain/coach-error.ts'
import type { Tries, Trouble } from '../../src/domain/decide-try.ts'
import type { Evidence } from '../../src/domain/evidence/evidence.ts'
import type { JobName } from '../../src/domain/job.ts'
import { evidenceOf, owner, partOf, reviewOf } from '../domain/evidence-fixture.ts'

const start = Temporal.Instant.from('2026-11-23T10:00:00Z')
const reply = partOf('why not L4?', { position: 1, kind: 'reply', messageTs: '1.2' })

type Case = {
  evidence: Evidence
  trouble?: Trouble
  failed?: number
  hours?: number
  posts?: Post[]
  isRead?: boolean
  /** What Slack answers to each post. */
  refused?: string
}

/**
 * A failed try after this many failures over this many hours. Returns what is in the thread then, and when it is tried
 * again.
 */
const failing = async (
  { evidence, trouble = 'broken', failed = 5, hours = 1, posts = [], isRead = false, refused }: Case,
  [kind, part]: [JobName, number?] = ['review-evidence'],
) => {
  const standing = [...posts]
  const told: string[] = []
  const tries: Tries = { failed, failedSince: start, broken: failed, brokenSince: start }
  const store = {
    noteFailure: async () => tries,
    evidence: async () => evidence,
    review: async () => (isRead ? reviewOf({ revision: evidence.revision }) : null),
    posts: async () => [...posts],
    savePost: async () => true,
    forgetPost: async () => {},
  } as unknown as AllStores
  const messenger = {
    post: async (_: unknown, { kind: said }: { kind: string }) => {
      if (refused) throw new CoachError('slack-refused', refused, { cause: new Error(refused) })
      const post = { channel: 'D1', ts: `9.${standing.length}`, kind: said, revision: 1 }
      standing.push(post)
      return post
    },
    tell: async (_: unknown, { kind: said }: { kind: string }) => void told.push(said),
    remove: async ({ ts }: Post) => {
      standing.splice(
        standing.findIndex((post) => post.ts === ts),
        1,
      )
    },
    postsOf: async () => [...standing],
  } as unknown as Messenger
  const next = await makeRetryJob({
    store,
    messenger,
    troubleOf: () => trouble,
    now: () => start.add({ minutes: Math.round(hours * 60) }),
    random: () => 1,
    log: { info: () => {}, warn: () => {}, error: () => {} },
  })(kind, { owner, evidenceId: 'e1', ...(part === undefined ? {} : { part }) }, new Error('broken'))
  return { next, kinds: standing.map((post) => post.kind), told }
}

describe('a job with a failed try', () => {
  const evidence = evidenceOf('I moved the queue.')
  const replied = evidenceOf('', { state: 'reviewed', parts: [partOf('I moved it.'), reply] })
  const reading = { channel: 'D1', ts: '9.0', kind: 'reading', revision: 1 }

  it('is given up in the end, and a message to the person replaces the sign of life', async () => {
    const piece = await failing({ evidence, posts: [reading] })
    expect(piece).toMatchObject({ next: { kind: 'given-up' }, kinds: ['given-up'] })
    const delayed = { channel: 'D1', ts: '9.7', kind: 'delayed:1', revision: 1 }
    const answer = await failing({ evidence: replied, posts: [delayed] }, ['answer-reply', 1])
    expect(answer).toMatchObject({ next: { kind: 'given-up' }, kinds: ['given-up'] })
  })

  it('tells the person in their DM if the thread could never be opened', async () => {
    const end = await failing({ evidence: { ...evidence, thread: null } })
    expect(end).toMatchObject({ next: { kind: 'given-up' }, told: ['given-up'] })
  })

  it('says nothing if it was answered after all, or if nobody is there to answer', async () => {
    const answered = evidenceOf('I moved the queue.', { state: 'reviewed' })
    for (const job of [['review-evidence'], ['answer-reply', 1], ['say-evidence']] as [JobName, number?][])
      expect(await failing({ evidence: answered }, job)).toMatchObject({
        next: { kind: 'let-go' },
        kinds: [],
      })
    expect(await failing({ evidence, trouble: 'closed' })).toMatchObject({
      next: { kind: 'let-go' },
      kinds: [],
    })
  })

  it('says once that it takes longer, after some minutes, and only to a person who waits', async () => {
    expect((await failing({ evidence, hours: 0.01 })).kinds).toEqual([])
    const late = await failing({ evidence, hours: 0.1 })
    expect(late).toMatchObject({ next: { kind: 'again', seconds: 32 }, kinds: ['delayed'] })
    const told = { channel: 'D1', ts: '9.8', kind: 'delayed', revision: 1 }
    expect((await failing({ evidence, hours: 0.1, posts: [told] })).kinds).toEqual(['delayed'])
    const posted = { ...evidence, state: 'reviewed' as const }
    expect((await failing({ evidence: posted, hours: 0.1, isRead: true })).kinds).toEqual([])
  })

  it('is not given up while its review only waits to be shown', async () => {
    expect(await failing({ evidence, hours: 400, isRead: true })).toMatchObject({ next: { seconds: 32 } })
  })

  it('ends even if Slack refuses the message about the end', async () => {
    const end = await failing({ evidence, refused: 'restricted_action_thread_locked' })
    expect(end).toMatchObject({ next: { kind: 'given-up' }, kinds: [] })
  })
})
