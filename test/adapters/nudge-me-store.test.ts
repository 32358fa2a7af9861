import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/adapters/database/database.ts'
import { openNudgeQueue } from '../../src/adapters/queue/nudge-queue.ts'
import type { JobQueue } from '../../src/adapters/queue/queue.ts'
import { NUDGES } from '../../src/adapters/store/nudge/forget-nudge-jobs.ts'
import { makeNudgeMeStore } from '../../src/adapters/store/nudge/nudge-me-store.ts'
import type { AllStores } from '../../src/adapters/store/store.ts'
import type { NudgeMeStore, Posting } from '../../src/coaching/nudge/nudge-me-port.ts'
import type { Owner } from '../../src/domain/person.ts'
import { at } from '../domain/nudge-fixture.ts'
import { storeKinds } from '../fakes/databases.ts'
import { openStore } from '../fakes/open-store.ts'

const now = at('2026-11-16T12:00:00Z')
const set = {
  kind: 'set',
  weekday: 5,
  time: Temporal.PlainTime.from('16:00'),
  zone: null,
  slackZone: 'Europe/London',
} as const
const posting: Posting = {
  day: Temporal.PlainDate.from('2026-11-20'),
  kind: 'question',
  dueAt: at('2026-11-20T16:00:00Z'),
  at: at('2026-11-20T16:00:01Z'),
  lease: at('2026-11-20T16:01:01Z'),
  asked: { competency: 'trust', question: 'What did you pass on?' },
  quoted: ['e1', 'e2'],
}
const post = { channel: 'D1', ts: '1.000001' }

describe.each(storeKinds())('nudges of one’s own on %s', (kind) => {
  let opened: Awaited<ReturnType<typeof openStore>>
  let database: Database
  let queue: JobQueue
  let nudges: NudgeMeStore
  let store: AllStores
  beforeAll(async () => {
    opened = await openStore(kind)
    ;({ database, queue, store } = opened)
    nudges = makeNudgeMeStore(database, (await openNudgeQueue(queue.boss, () => {})).enqueueMe)
  })
  afterAll(() => opened?.close())

  let count = 0
  const someone = (): Owner => {
    count += 1
    return { team: 'T1', user: `U${count}` }
  }
  const waiting = async ({ user }: Owner): Promise<number> =>
    (
      await database.query(
        `select 1 from pgboss.job where name = $1 and data->>'user' = $2 and state in ('created', 'active')`,
        [NUDGES, user],
      )
    ).length
  const done = async (): Promise<void> => {
    await database.query(`update pgboss.job set state = 'completed' where name = $1`, [NUDGES])
  }

  it('are kept as they were set, and looked at once', async () => {
    const owner = someone()
    expect(await nudges.nudgeMe(owner)).toBeNull()
    const nudge = await nudges.changeNudgeMe(owner, set, now)
    expect(await nudges.nudgeMe(owner)).toEqual({ nudge, posts: [] })
    const paused = { kind: 'pause', until: Temporal.PlainDate.from('2026-12-01') } as const
    expect(await nudges.changeNudgeMe(owner, paused, now)).toMatchObject({ revision: 2 })
    expect((await nudges.nudgeMe(owner))?.nudge.paused?.until?.toString()).toBe('2026-12-01')
    expect(await nudges.changeNudgeMe(owner, { kind: 'stop', by: 'silence' }, now, 1)).toBeNull()
    await nudges.seeZone(owner, 'Asia/Tokyo')
    expect((await nudges.nudgeMe(owner))?.nudge.slackZone).toBe('Asia/Tokyo')
    expect(await waiting(owner)).toBe(1)
  })

  it('change nothing where there is none', async () => {
    expect(await nudges.changeNudgeMe(someone(), { kind: 'stop', by: 'you' }, now)).toBeNull()
  })

  it('have at most one message a day, by one attempt at a time', async () => {
    const owner = someone()
    const nudge = (await nudges.changeNudgeMe(owner, set, now))!
    const begun = await Promise.all([
      nudges.beginPosting(nudge, posting),
      nudges.beginPosting(nudge, posting),
    ])
    expect(begun.toSorted()).toEqual([1, null])
    await nudges.notPosted(owner, { day: posting.day, attempt: 1 }, 'open')
    expect(await nudges.asked(owner)).toEqual([])
    expect(await nudges.beginPosting(nudge, posting)).toBe(2)
    expect(await nudges.posted(owner, { day: posting.day, attempt: 1 }, post)).toBe(false)
    expect(await nudges.posted(owner, { day: posting.day, attempt: 2 }, post)).toBe(true)
    expect(await nudges.beginPosting(nudge, posting)).toBeNull()
    expect((await nudges.nudgeMe(owner))?.posts).toMatchObject([{ state: 'posted', post, lease: null }])
    expect(await nudges.asked(owner)).toEqual([posting.asked])
    expect(await store.dmOf(owner)).toBe('D1')
    // Nobody who looked before a change begins anything after it.
    await nudges.changeNudgeMe(owner, { kind: 'resume' }, now)
    const later = { ...posting, day: posting.day.add({ days: 7 }) }
    expect(await nudges.beginPosting(nudge, later)).toBeNull()
    expect(await nudges.restMe(nudge, { lookAt: null, dueAt: null }, now)).toBe(false)
  })

  it('are found by what they quote, and deleted with their person alone', async () => {
    const [owner, other] = [someone(), someone()]
    for (const one of [owner, other]) {
      const nudge = (await nudges.changeNudgeMe(one, set, now))!
      await nudges.beginPosting(nudge, posting)
      await nudges.posted(one, { day: posting.day, attempt: 1 }, post)
    }
    expect(await nudges.postsMe(owner)).toEqual([post])
    expect(await nudges.postsMe(owner, 'e2')).toEqual([post])
    expect(await nudges.postsMe(owner, 'e3')).toEqual([])
    expect(await store.kept(owner)).toMatchObject({ nudge: 'set' })
    await store.deletePerson(owner)
    expect(await nudges.nudgeMe(owner)).toBeNull()
    expect(await nudges.postsMe(owner)).toEqual([])
    expect(await store.kept(owner)).toMatchObject({ nudge: null })
    // Whoever was just posting learns that it is nobody's.
    expect(await nudges.posted(owner, { day: posting.day, attempt: 1 }, post)).toBe(false)
    expect(await nudges.postsMe(other)).toEqual([post])
  })

  it('are queued when they are to be looked at, soonest due first, within the pace of their workspace', async () => {
    await database.query('delete from nudge_me')
    await done()
    const owners = [someone(), someone(), someone()]
    for (const [index, owner] of owners.entries()) {
      const nudge = (await nudges.changeNudgeMe(owner, set, now))!
      const dueAt = at(`2026-11-19T1${3 - index}:00:00Z`)
      await nudges.restMe(nudge, { lookAt: at('2026-11-19T14:00:00Z'), dueAt }, now)
    }
    await done()
    expect(await nudges.queueDueMe(at('2026-11-19T13:59:00Z'))).toBe(0)
    expect(await nudges.queueDueMe(at('2026-11-19T14:00:00Z'), 2)).toBe(2)
    expect(await Promise.all(owners.map(waiting))).toEqual([0, 1, 1])
    expect(await nudges.queueDueMe(at('2026-11-19T14:00:01Z'), 2)).toBe(0)
    expect(await nudges.queueDueMe(at('2026-11-19T14:01:00Z'), 2)).toBe(1)
    // Whose job got lost is queued again after some minutes; whose job still runs is not.
    expect(await nudges.queueDueMe(at('2026-11-19T14:12:00Z'), 60)).toBe(0)
    await done()
    expect(await nudges.queueDueMe(at('2026-11-19T14:13:00Z'), 60)).toBe(3)
  })

  it('are asked when they are due before anybody’s zone is looked up ahead of it', async () => {
    await database.query('delete from nudge_me')
    await database.query('update nudge_me_pace set used_until = $1', [now.toString()])
    const [moment, later] = [at('2026-11-19T14:00:00Z'), at('2026-11-20T14:00:00Z')]
    const rests = async (dueAt: Temporal.Instant): Promise<Owner> => {
      const owner = someone()
      await nudges.restMe((await nudges.changeNudgeMe(owner, set, now))!, { lookAt: moment, dueAt }, now)
      return owner
    }
    const ahead = [await rests(later), await rests(later), await rests(later), await rests(later)]
    await done()
    // They leave half a minute's share to who comes to be due.
    expect(await nudges.queueDueMe(moment, 6)).toBe(3)
    const due = [await rests(moment), await rests(moment), await rests(moment), await rests(moment)]
    await done()
    expect(await nudges.queueDueMe(moment, 6)).toBe(3)
    expect((await Promise.all(due.map(waiting))).toSorted()).toEqual([0, 1, 1, 1])
    expect(await nudges.queueDueMe(moment.add({ seconds: 30 }), 6)).toBe(1)
    expect(await Promise.all(due.map(waiting))).toEqual([1, 1, 1, 1])
    expect(await nudges.queueDueMe(moment.add({ minutes: 1 }), 6)).toBe(1)
    expect((await Promise.all(ahead.map(waiting))).filter(Boolean)).toHaveLength(1)
  })

  it('take two hours where ten thousand are due at once', async () => {
    await database.query('delete from nudge_me')
    await database.query('update nudge_me_pace set used_until = $1', [now.toString()])
    for (let nth = 0; nth < 100; nth += 1) await nudges.changeNudgeMe(someone(), set, now)
    await done()
    expect(await nudges.queueDueMe(now.add({ minutes: 1 }))).toBe(80)
    await done()
  })

  it('are looked at again once a clock that had jumped ahead is right', async () => {
    await database.query('delete from nudge_me')
    await done()
    const owner = someone()
    const nudge = (await nudges.changeNudgeMe(owner, set, now))!
    const far = at('2027-11-19T14:00:00Z')
    await nudges.restMe(nudge, { lookAt: far, dueAt: far }, far)
    await done()
    expect(await nudges.queueDueMe(now.add({ minutes: 20 }))).toBe(1)
  })

  it('know when their person last wrote', async () => {
    const owner = someone()
    expect(await nudges.wroteAt(owner)).toBeNull()
    const part = {
      kind: 'message',
      saidBy: null,
      messageTs: '9.1',
      raw: 'I did it.',
      reading: 'I did it.',
      leftOut: [],
      file: null,
    } as const
    const thread = { channel: 'D9', ts: '9.1' }
    await store.acceptEvidence({
      id: 'e9',
      owner,
      message: thread,
      origin: null,
      thread,
      parts: [{ ...part, writtenAt: now }],
      happened: null,
      receivedAt: now,
    })
    expect(String(await nudges.wroteAt(owner))).toBe(String(now))
    const reply = { ...part, kind: 'reply' as const, messageTs: '9.2', writtenAt: now.add({ hours: 1 }) }
    await store.acceptReply(owner, thread, { channel: 'D9', ts: '9.2' }, [reply])
    expect(String(await nudges.wroteAt(owner))).toBe(String(now.add({ hours: 1 })))
  })
})
