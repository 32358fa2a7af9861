import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/adapters/database/database.ts'
import { type NudgeQueue, openNudgeQueue } from '../../src/adapters/queue/nudge-queue.ts'
import type { JobQueue } from '../../src/adapters/queue/queue.ts'
import { NUDGES } from '../../src/adapters/store/nudge/forget-nudge-jobs.ts'
import { questionCounts } from '../../src/adapters/store/nudge/nudge-counts.ts'
import { makeNudgeStore } from '../../src/adapters/store/nudge/nudge-store.ts'
import { makeStore } from '../../src/adapters/store/store.ts'
import type { NudgeStore } from '../../src/coaching/nudge/nudge-port.ts'
import type { NudgeChange } from '../../src/domain/nudge/change-nudge.ts'
import type { Channel } from '../../src/domain/nudge/nudge.ts'
import { at, nudgeOf, nudgeText, sentences } from '../domain/nudge-fixture.ts'
import { storeKinds } from '../fakes/databases.ts'
import { openStore } from '../fakes/open-store.ts'

const friday = at('2026-11-20T12:00:00Z')
const due = at('2026-11-23T10:00:00Z')
const { schedule } = nudgeOf()
const setUp: NudgeChange = { kind: 'set-up', ladder: 'sre', schedule, leftOut: ['2026-W50'], yearEnd: true }

describe.each(storeKinds())('nudges on %s', (kind) => {
  let opened: Awaited<ReturnType<typeof openStore>>
  let database: Database
  let queue: JobQueue
  let nudges: NudgeQueue
  let store: NudgeStore
  beforeAll(async () => {
    opened = await openStore(kind)
    ;({ database, queue } = opened)
    nudges = await openNudgeQueue(queue.boss, () => {})
    store = makeNudgeStore(database, nudges.enqueue)
  })
  afterAll(() => opened?.close())

  let count = 0
  const someChannel = (team = 'T1'): Channel => {
    count += 1
    return { team, channel: `C${count}` }
  }
  const made = async (channel = someChannel(), by = 'UADA', when = friday) =>
    (await store.changeNudge(channel, setUp, by, when))!
  const handing = (more: object = {}) => ({
    week: '2026-W48',
    dueAt: due,
    postAt: due,
    lease: due.subtract({ hours: 3 }),
    text: nudgeText,
    sentences,
    ladderVersion: 'v1',
    ...more,
  })
  const waiting = { id: 'Q1', postAt: due }
  const rest = { lookAt: due.add({ hours: 156 }), dueAt: due.add({ hours: 168 }) }
  const jobsOf = async ({ channel }: Channel): Promise<number> =>
    (
      await database.query(
        `select 1 from pgboss.job where name = $1 and data->>'channel' = $2 and state in ('created', 'active')`,
        [NUDGES, channel],
      )
    ).length
  /** What a worker does with the jobs that wait. */
  const empty = async (): Promise<number> => {
    const jobs = await queue.boss.fetch(NUDGES, { batchSize: 10_000 })
    if (jobs.length > 0)
      await queue.boss.complete(
        NUDGES,
        jobs.map(({ id }) => id),
      )
    return jobs.length
  }

  it.each([
    { kind: 'two-weeks', from: '2026-W48' },
    { kind: 'month', nth: 3 },
    { kind: 'month', nth: 'last' },
  ] as const)('keep how often they come and their levels: %o', async (rhythm) => {
    const channel = someChannel()
    const levels = ['L2', 'L3'] as const
    const wanted: NudgeChange = { ...setUp, schedule: { ...schedule, rhythm }, levels }
    const nudge = await store.changeNudge(channel, wanted, 'UADA', friday)
    expect(await store.nudge(channel)).toEqual(nudge)
    expect(await store.nudge(channel)).toMatchObject({ schedule: { rhythm }, levels })
    expect((await store.changes(channel, 1))[0]?.what).toEqual(wanted)
    // Nothing else about them changes it, and setting it up anew ends it.
    expect(await store.changeNudge(channel, { kind: 'pause', until: null }, 'USAM', friday)).toMatchObject({
      schedule: { rhythm },
      levels,
    })
    await store.changeNudge(channel, setUp, 'UADA', friday)
    expect(await store.nudge(channel)).toMatchObject({ schedule, levels: null })
    expect((await store.nudge(channel))?.schedule).toEqual(schedule)
  })

  it('count what came of a post, by its time and by nobody, and only what was due', async () => {
    const nudge = await made()
    const noone = { due: 0, posted: 0, opened: 0, logged: 0 }
    expect(await store.countUse(nudge, due, 'opened')).toBe(false)
    const attempt = (await store.beginHanding(nudge, handing()))!
    await store.handedOver(nudge, { week: '2026-W48', attempt }, waiting, rest, friday)
    await store.settle(
      nudge,
      { week: '2026-W47', dueAt: due.subtract({ hours: 168 }) },
      'missed',
      null,
      friday,
    )
    expect(await store.lastCounts(nudge, 12, due.subtract({ hours: 1 }))).toEqual({ ...noone, due: 1 })
    for (const use of ['opened', 'opened', 'logged'] as const)
      expect(await store.countUse(nudge, due.add({ seconds: 3 }), use)).toBe(true)
    // The week after, and in another channel, is no post of this one.
    expect(await store.countUse(nudge, due.add({ hours: 168 }), 'opened')).toBe(false)
    expect(await store.countUse({ ...nudge, channel: 'CX' }, due, 'opened')).toBe(false)
    expect(await store.lastCounts(nudge, 12, due.add({ hours: 1 }))).toEqual({
      ...{ due: 2, posted: 1, opened: 1, logged: 1 },
    })
    expect(await store.lastCounts(nudge, 1, due.add({ hours: 1 }))).toMatchObject({ due: 1, posted: 1 })
    expect(await questionCounts(database)).toEqual([
      { question: nudgeText.question, posted: 1, opened: 2, logged: 1 },
    ])
  })

  it('keep what was set up, with a job in the same transaction, and who did', async () => {
    const channel = someChannel()
    const nudge = await made(channel)
    expect(nudge).toEqual(nudgeOf({ ...channel, leftOut: ['2026-W50'], yearEnd: true }))
    expect(await store.nudge(channel)).toEqual(nudge)
    expect(await store.changes(channel, 10)).toEqual([{ by: 'UADA', what: setUp, at: friday }])
    expect(await jobsOf(channel)).toBe(1)
    expect(await store.nudge({ ...channel, team: 'T2' })).toBeNull()
  })

  it('keep every kind of change, newest first, and one job for all', async () => {
    const channel = await made()
    const changes: NudgeChange[] = [
      { kind: 'skip', week: '2026-W48' },
      { kind: 'pause', until: Temporal.PlainDate.from('2026-12-07') },
      { kind: 'trouble', trouble: 'archived' },
      { kind: 'resume' },
      { kind: 'pause', until: null },
      { kind: 'stop' },
    ]
    for (const change of changes) await store.changeNudge(channel, change, 'USAM', friday.add({ hours: 1 }))
    expect((await store.changes(channel, 6)).map(({ what }) => what)).toEqual(changes.toReversed())
    expect(await store.nudge(channel)).toMatchObject({
      leftOut: ['2026-W48', '2026-W50'],
      paused: { until: null },
      stopped: true,
      revision: 7,
      since: friday.add({ hours: 1 }),
      setUpBy: 'UADA',
    })
    expect(await jobsOf(channel)).toBe(1)
    expect(await store.changeNudge(channel, { kind: 'resume' }, 'USAM', friday)).toBeNull()
    expect(await store.changeNudge(someChannel(), { kind: 'stop' }, 'USAM', friday)).toBeNull()
  })

  it('let several change one at once, one after the other', async () => {
    const channel = someChannel()
    await Promise.all([1, 2, 3, 4].map(() => made(channel)))
    expect((await store.nudge(channel))?.revision).toBe(4)
  })

  it('let one process alone hand a week over, and know its attempt', async () => {
    const nudge = await made()
    const attempts = await Promise.all([1, 2, 3].map(() => store.beginHanding(nudge, handing())))
    expect(attempts.filter((attempt) => attempt !== null)).toEqual([1])
    const week = { week: '2026-W48', attempt: 1 }
    await store.reopen(nudge, week)
    expect(await store.beginHanding(nudge, handing())).toBe(2)
    // The first one comes back late: what it handed over is nobody's.
    expect(await store.handedOver(nudge, week, waiting, rest, due)).toBe('nobody’s')
    expect(await store.handedOver(nudge, { ...week, attempt: 2 }, waiting, rest, due)).toBe('rests')
    expect(await store.beginHanding(nudge, handing())).toBeNull()
    expect(await store.weeks(nudge, 3)).toMatchObject([
      {
        week: '2026-W48',
        state: 'handed',
        messageId: 'Q1',
        postAt: due,
        attempt: 2,
        lease: null,
        text: nudgeText,
        sentences,
      },
    ])
    expect(await store.used(nudge)).toEqual([nudgeText])
  })

  it('say what was handed over for a time that is past as posted', async () => {
    const nudge = await made()
    await store.beginHanding(nudge, handing())
    await store.handedOver(nudge, { week: '2026-W48', attempt: 1 }, waiting, null, due)
    const next = due.add({ hours: 168 })
    await store.beginHanding(nudge, handing({ week: '2026-W49', dueAt: next, postAt: next, lease: next }))
    expect((await store.weeks(nudge, 3)).map(({ state }) => state)).toEqual(['handing', 'posted'])
  })

  it('hand nothing over, and do not rest, once somebody has changed them', async () => {
    const nudge = await made()
    await store.changeNudge(nudge, { kind: 'stop' }, 'USAM', friday)
    expect(await store.beginHanding(nudge, handing())).toBeNull()
    expect(await store.rest(nudge, rest, friday)).toBe(false)
  })

  it('keep what is to be told until it is, once', async () => {
    const nudge = await made()
    const notice = { kind: 'missed', dueAt: due } as const
    await store.settle(nudge, { week: '2026-W48', dueAt: due }, 'missed', notice, due)
    await store.settle(nudge, { week: '2026-W48', dueAt: due }, 'missed', notice, due)
    expect((await store.open(nudge))?.notices).toEqual([notice])
    expect(await Promise.all([store.takeNotice(nudge, notice), store.takeNotice(nudge, notice)])).toContain(
      false,
    )
    expect((await store.open(nudge))?.notices).toEqual([])
    expect(await store.weeks(nudge, 1)).toMatchObject([{ state: 'missed' }])
  })

  it('are queued soonest due first, within the pace of their workspace, and each once', async () => {
    await database.query('update nudge set look_at = null, due_at = null, looked_at = $1', [
      friday.toString(),
    ])
    const channels: Channel[] = []
    for (let nth = 0; nth < 5; nth += 1) {
      const nudge = await made(someChannel('TPACE'))
      channels.push(nudge)
      await store.rest(nudge, { lookAt: friday, dueAt: due.subtract({ hours: nth }) }, friday)
    }
    const other = await made(someChannel('TOTHER'))
    await empty()
    const now = due.subtract({ hours: 6 })
    expect(await store.queueDue(now, 2)).toBe(3)
    expect(await Promise.all(channels.map(jobsOf))).toEqual([0, 0, 0, 1, 1])
    expect(await jobsOf(other)).toBe(1)
    expect(await store.queueDue(now, 2)).toBe(0)
    expect(await store.queueDue(now.add({ seconds: 30 }), 2)).toBe(1)
    expect(await Promise.all(channels.map(jobsOf))).toEqual([0, 0, 1, 1, 1])
    // Three processes at once.
    const soon = now.add({ minutes: 2 })
    const queued = await Promise.all([1, 2, 3].map(() => store.queueDue(soon, 2)))
    expect(queued.reduce((sum, one) => sum + one, 0)).toBe(2)
    await empty()
    // What got lost on the way is queued again.
    expect(await store.queueDue(soon.add({ minutes: 11 }), 100)).toBe(6)
    await empty()
  })

  it('are looked at again when a clock that was ahead is right again', async () => {
    await database.query('update nudge set look_at = null, due_at = null, looked_at = $1', [
      friday.toString(),
    ])
    const nudge = await made(someChannel('TCLOCK'))
    await empty()
    const year = friday.add({ hours: 24 * 365 })
    await store.rest(nudge, { lookAt: year, dueAt: year }, year)
    await database.query(`update nudge_pace set used_until = $1 where team_id = 'TCLOCK'`, [year.toString()])
    expect(await store.queueDue(friday.add({ hours: 1 }))).toBe(1)
    await empty()
    // Also where a process claimed a look by such a clock, and died with its job.
    await store.rest(nudge, { lookAt: friday, dueAt: friday }, friday)
    expect(await store.queueDue(year)).toBeGreaterThan(0)
    await empty()
    await store.queueDue(friday.add({ hours: 1 }))
    expect(await jobsOf(nudge)).toBe(1)
    await empty()
  })

  it('are looked at again when a sentence of what waits may have been edited', async () => {
    const nudge = await made()
    await store.beginHanding(nudge, handing({ text: { ...nudgeText, ladder: 'backend' } }))
    await store.handedOver(nudge, { week: '2026-W48', attempt: 1 }, waiting, rest, friday)
    const now = due.subtract({ hours: 1 })
    const again = (version: string, at = now, before = now) =>
      store.lookAgain({ id: 'backend', version }, at, before)
    expect(await again('v1')).toBe(0)
    expect(await again('v2')).toBe(1)
    await store.rest(nudge, rest, friday)
    await store.sayStands(nudge, '2026-W48', 'v2')
    expect(await again('v2')).toBe(0)
    expect(await again('v3', due)).toBe(0)
  })

  it('are looked at again once for an edit, soonest first, however often it is asked', async () => {
    await database.query('update nudge set look_at = null, due_at = null')
    const channels: Channel[] = []
    for (const nth of [0, 1]) {
      const nudge = await made(someChannel('TEDIT'))
      const postAt = due.subtract({ minutes: nth })
      const text = { ...nudgeText, ladder: 'edited' }
      await store.beginHanding(nudge, handing({ postAt, text }))
      await store.handedOver(nudge, { week: '2026-W48', attempt: 1 }, { id: 'Q1', postAt }, rest, friday)
      channels.push(nudge)
    }
    await empty()
    const now = due.subtract({ hours: 1 })
    const again = () => store.lookAgain({ id: 'edited', version: 'v2' }, now, now)
    expect(await again()).toBe(2)
    expect(await again()).toBe(0)
    expect(await store.queueDue(now, 1)).toBe(1)
    expect(await Promise.all(channels.map(jobsOf))).toEqual([0, 1])
    // What was queued stays so: the pace is not spent on it twice.
    expect(await again()).toBe(0)
    expect(await store.queueDue(now.add({ minutes: 1 }), 1)).toBe(1)
    expect(await Promise.all(channels.map(jobsOf))).toEqual([1, 1])
    await empty()
  })

  it('are not looked at again for a version that was there when they were last', async () => {
    const nudge = await made()
    await store.beginHanding(nudge, handing({ text: { ...nudgeText, ladder: 'turns' } }))
    await store.handedOver(nudge, { week: '2026-W48', attempt: 1 }, waiting, rest, friday)
    const ladder = { id: 'turns', version: 'v2' }
    expect(await store.lookAgain(ladder, friday.add({ hours: 1 }), friday)).toBe(0)
    expect(await store.lookAgain(ladder, friday.add({ hours: 1 }), friday.add({ minutes: 1 }))).toBe(1)
  })

  it('go on without a name when whoever set them up has everything of theirs deleted', async () => {
    const nudge = await made(someChannel(), 'UGONE')
    await makeStore(database, queue.enqueue).deletePerson({ team: nudge.team, user: 'UGONE' })
    expect(await store.nudge(nudge)).toEqual({ ...nudge, setUpBy: null })
    expect(await store.changes(nudge, 1)).toMatchObject([{ by: null }])
  })

  it('are looked at by a worker as soon as somebody changes them, and swept at once', async () => {
    await empty()
    const channel = someChannel()
    const looked = Promise.withResolvers<Channel>()
    const swept = Promise.withResolvers<void>()
    const working = await nudges.work(
      async (job) => void ('channel' in job && looked.resolve(job)),
      [() => Promise.reject(new Error('a sweep that fails')), async () => swept.resolve()],
      60_000,
    )
    await made(channel)
    expect(await looked.promise).toEqual(channel)
    await swept.promise
    await working.stop()
  })
})
