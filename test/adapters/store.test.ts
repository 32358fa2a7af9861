import { spawn } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../src/adapters/database.ts'
import { migrate } from '../../src/adapters/migrate.ts'
import { openQueue, type ReviewQueue } from '../../src/adapters/queue.ts'
import { makeStore } from '../../src/adapters/store.ts'
import type { Store } from '../../src/coaching/ports.ts'
import type { Owner } from '../../src/domain/person.ts'
import type { Review } from '../../src/domain/review.ts'
import { smallLadder } from '../domain/ladder-fixture.ts'
import { emptyDatabase, storeKinds } from '../fakes/databases.ts'

const at = Temporal.Instant.from('2026-11-23T10:00:00.123456Z')
const goal = { ladder: 'sre', current: 'L2', target: 'L3', by: null }

describe.each(storeKinds())('the store on %s', (kind) => {
  let place: Awaited<ReturnType<typeof emptyDatabase>>
  let database: Database
  let queue: ReviewQueue
  let store: Store
  const open = (onError = () => {}) =>
    openDatabase({
      databaseUrl: (place.env as { DATABASE_URL?: string }).DATABASE_URL,
      dataDir: place.env.DATA_DIR,
      onError,
    })
  beforeAll(async () => {
    place = await emptyDatabase(kind)
    database = await open()
    await migrate(database)
    queue = await openQueue(database, () => {})
    store = makeStore(database, queue.enqueue)
  })
  afterAll(async () => {
    await queue?.stop(1_000)
    await database?.close()
    await place?.remove()
  })

  let count = 0
  const evidenceOf = (owner: Owner, more = {}) => {
    count += 1
    return {
      id: `e${count}`,
      owner,
      channel: `D${owner.user}`,
      messageTs: `${count}.000001`,
      threadTs: `${count}.000001`,
      raw: `raw ${count}`,
      reading: `words ${count}`,
      files: 0,
      receivedAt: at.add({ seconds: count }),
      ...more,
    }
  }
  const reviewOf = (owner: Owner, evidenceId: string): Review => ({
    id: `r-${evidenceId}`,
    evidenceId,
    owner,
    goal,
    ladderVersion: 'v1',
    readBy: { reader: 'offline', asked: 'none' },
    headline: null,
    findings: [],
    questions: [],
    nextSteps: [],
    createdAt: at,
  })
  const jobs = async (id: string): Promise<number> =>
    (
      await database.query<{ n: number }>(
        `select count(*) as n from pgboss.job where data->>'evidenceId' = $1`,
        [id],
      )
    )[0]!.n

  it('keeps evidence exactly, to the microsecond, with one job', async () => {
    const owner = { team: 'T1', user: 'UEXACT' }
    const evidence = evidenceOf(owner, { raw: 'a\u0000b \uD800 <!channel> ’', receivedAt: at })
    expect(await store.acceptEvidence(evidence)).toBe('accepted')
    const kept = await store.evidence(owner, evidence.id)
    expect(kept).toMatchObject({
      raw: 'a\uFFFDb \uFFFD <!channel> ’',
      reading: evidence.reading,
      state: 'queued',
    })
    expect(kept?.receivedAt.equals(at)).toBe(true)
    expect(await jobs(evidence.id)).toBe(1)
  })

  it('knows a repeat of a message, also at once and after its words were deleted', async () => {
    const owner = { team: 'T1', user: 'UREPEAT' }
    const evidence = evidenceOf(owner)
    const copies = [
      evidence,
      { ...evidence, id: `${evidence.id}-b` },
      { ...evidence, id: `${evidence.id}-c` },
    ]
    const outcomes = await Promise.all(copies.map((copy) => store.acceptEvidence(copy)))
    expect(outcomes.toSorted()).toEqual(['accepted', 'known', 'known'])
    const [id] = await store.evidenceIds(owner)
    expect(await store.deleteEvidence(owner, id!)).toBe(true)
    expect(await store.acceptEvidence({ ...evidence, id: `${evidence.id}-d` })).toBe('known')
  })

  it('forgets Slack’s ids of messages after a week', async () => {
    const owner = { team: 'T1', user: 'UOLD' }
    const evidence = evidenceOf(owner)
    await store.acceptEvidence(evidence)
    await database.query(`update message_seen set seen_at = now() - interval '8 days' where user_id = 'UOLD'`)
    await store.acceptEvidence(evidenceOf(owner))
    const seen = await database.query('select 1 from message_seen where user_id = $1', ['UOLD'])
    expect(seen).toHaveLength(1)
  })

  it('keeps neither evidence nor job when one of them fails', async () => {
    const owner = { team: 'T1', user: 'UATOMIC' }
    const broken = makeStore(database, async () => {
      throw new Error('no queue')
    })
    const evidence = evidenceOf(owner)
    await expect(broken.acceptEvidence(evidence)).rejects.toMatchObject({ code: 'store-unavailable' })
    expect(await store.evidence(owner, evidence.id)).toBeNull()
    expect(await store.acceptEvidence(evidence)).toBe('accepted')
  })

  it('shows and changes nothing of another person or another workspace', async () => {
    const owner = { team: 'T1', user: 'UMINE' }
    const evidence = evidenceOf(owner)
    await store.acceptEvidence(evidence)
    await store.setGoal(owner, goal, smallLadder, at)
    await store.saveReview(reviewOf(owner, evidence.id), smallLadder)
    await store.savePost(owner, evidence.id, { channel: 'D1', ts: '9.1', kind: 'review' })
    for (const other of [
      { team: 'T1', user: 'UOTHER' },
      { team: 'T2', user: 'UMINE' },
    ]) {
      expect(await store.evidence(other, evidence.id)).toBeNull()
      expect(await store.listEvidence(other, { before: null, limit: 9 })).toEqual([])
      expect(await store.evidenceIds(other)).toEqual([])
      expect(await store.kept(other)).toEqual({ evidence: 0, reviews: 0, since: null })
      expect(await store.goal(other)).toBeNull()
      expect(await store.review(other, evidence.id)).toBeNull()
      expect(await store.posts(other, evidence.id)).toEqual([])
      expect(await store.saveReview(reviewOf(other, evidence.id), smallLadder)).toBeNull()
      expect(await store.saveCorrection(other, evidence.id, 'x', at)).toBe(false)
      expect(await store.deleteEvidence(other, evidence.id)).toBe(false)
      await store.forgetWords(other, evidence.id)
      await store.awaitGoal(other, evidence.id, (one) => one.ladder === 'sre')
      await store.deletePerson(other)
    }
    expect(await store.evidence(owner, evidence.id)).toMatchObject({ raw: evidence.raw, state: 'reviewed' })
    expect(await store.kept(owner)).toMatchObject({ evidence: 1, reviews: 1 })
  })

  it('queues what waited when a goal is set, once, however the two meet', async () => {
    for (let round = 0; round < 10; round += 1) {
      const owner = { team: 'T1', user: `URACE${round}` }
      const evidence = evidenceOf(owner)
      await store.acceptEvidence(evidence)
      const [found, { queued }] = await Promise.all([
        store.awaitGoal(owner, evidence.id, (one) => one.ladder === 'sre'),
        store.setGoal(owner, goal, smallLadder, at),
      ])
      expect(found === null ? queued : queued + 1).toBe(1)
      expect((await store.evidence(owner, evidence.id))?.state).toBe('queued')
      expect((await store.setGoal(owner, goal, smallLadder, at)).queued).toBe(0)
    }
  })

  it('lets evidence wait when the ladder of the goal is gone', async () => {
    const owner = { team: 'T1', user: 'UGONE' }
    const evidence = evidenceOf(owner)
    await store.acceptEvidence(evidence)
    await store.setGoal(owner, goal, smallLadder, at)
    expect(await store.awaitGoal(owner, evidence.id, () => false)).toBeNull()
    expect((await store.setGoal(owner, { ...goal, ladder: 'designers' }, smallLadder, at)).queued).toBe(1)
  })

  it('keeps the versions of a ladder that goals and reviews used, as they were', async () => {
    const owner = { team: 'T1', user: 'UVERSION' }
    const edited = { ...smallLadder, version: 'b'.repeat(40), name: 'SRE, edited' }
    expect(await store.ladderVersion('sre', edited.version)).toBeNull()
    await store.setGoal(owner, goal, edited, at)
    expect(await store.ladderVersion('sre', edited.version)).toEqual(edited)
    const evidence = evidenceOf(owner)
    await store.acceptEvidence(evidence)
    const read = { ...smallLadder, version: 'c'.repeat(40) }
    await store.saveReview(reviewOf(owner, evidence.id), read)
    expect(await store.ladderVersion('sre', read.version)).toEqual(read)
  })

  it('tells of an edited ladder once, by the first message to ask', async () => {
    const owner = { team: 'T1', user: 'UEDIT' }
    const edited = { ...smallLadder, version: 'd'.repeat(40) }
    const [one, two] = [evidenceOf(owner), evidenceOf(owner)]
    await store.acceptEvidence(one)
    await store.acceptEvidence(two)
    await store.setGoal(owner, goal, smallLadder, at)
    expect(await store.claimLadderChange(owner, one.id, smallLadder)).toBeNull()
    const claims = await Promise.all([
      store.claimLadderChange(owner, one.id, edited),
      store.claimLadderChange(owner, two.id, edited),
    ])
    expect(claims.filter(Boolean)).toEqual([smallLadder.version])
    await store.markLadderSeen(owner, edited)
    expect(await store.claimLadderChange(owner, one.id, edited)).toBeNull()
    const again = { ...smallLadder, version: 'e'.repeat(40) }
    const seen = await Promise.all([1, 2].map(() => store.seeLadder(owner, again)))
    expect(seen.filter(Boolean)).toEqual([edited.version])
    await store.unseeLadder(owner, again, edited.version)
    expect(await store.seeLadder({ ...owner, user: 'UOTHER' }, again)).toBeNull()
    expect(await store.seeLadder(owner, again)).toBe(edited.version)
  })

  it('keeps a goal’s date, forgets a goal, and counts evidence for each competency', async () => {
    const owner = { team: 'T1', user: 'UDATE' }
    await store.setGoal(owner, { ...goal, by: '2027-03' }, smallLadder, at)
    expect(await store.goal(owner)).toEqual({ ...goal, by: '2027-03' })
    const evidence = evidenceOf(owner)
    await store.acceptEvidence(evidence)
    const review = reviewOf(owner, evidence.id)
    await store.saveReview(review, smallLadder)
    const { counts, lastReviewed } = await store.packet(owner, 'sre')
    expect([...counts]).toEqual(review.findings.map(({ competency }) => [competency, 1]))
    expect(lastReviewed).toEqual(review.createdAt)
    expect([...(await store.packet({ ...owner, user: 'UOTHER' }, 'sre')).counts]).toEqual([])
    expect(await store.clearGoal({ ...owner, user: 'UOTHER' })).toBe(false)
    expect(await store.clearGoal(owner)).toBe(true)
    expect(await store.goal(owner)).toBeNull()
  })

  it('lets a question in a channel be answered once, unless it was not answered', async () => {
    const claims = await Promise.all([1, 2, 3].map(() => store.claimMention('T1', 'C1', '5.5')))
    expect(claims.filter(Boolean)).toHaveLength(1)
    await store.releaseMention('T1', 'C1', '5.5')
    expect(await store.claimMention('T1', 'C1', '5.5')).toBe(true)
  })

  it('keeps the first of two reviews, and none for evidence that is gone', async () => {
    const owner = { team: 'T1', user: 'UTWICE' }
    const evidence = evidenceOf(owner)
    await store.acceptEvidence(evidence)
    const [first, second] = await Promise.all([
      store.saveReview(reviewOf(owner, evidence.id), smallLadder),
      store.saveReview({ ...reviewOf(owner, evidence.id), id: 'later' }, smallLadder),
    ])
    expect(first?.id).toBe(second?.id)
    await store.deleteEvidence(owner, evidence.id)
    expect(await store.saveReview(reviewOf(owner, evidence.id), smallLadder)).toBeNull()
  })

  it('tells a person once what is kept, by the first message to ask', async () => {
    const owner = { team: 'T1', user: 'UNEW' }
    const [one, two] = [evidenceOf(owner), evidenceOf(owner)]
    await store.acceptEvidence(one)
    await store.acceptEvidence(two)
    const claims = await Promise.all([store.claimWelcome(owner, one.id), store.claimWelcome(owner, two.id)])
    expect(claims.filter(Boolean)).toHaveLength(1)
    await store.markWelcomed(owner, at)
    expect(await store.claimWelcome(owner, one.id)).toBe(false)
  })

  it('lists a person’s evidence newest first, page by page, with its review', async () => {
    const owner = { team: 'T1', user: 'UPAGES' }
    const all = [evidenceOf(owner), evidenceOf(owner), evidenceOf(owner)]
    for (const one of all) await store.acceptEvidence(one)
    await store.saveReview(reviewOf(owner, all[0]!.id), smallLadder)
    const first = await store.listEvidence(owner, { before: null, limit: 2 })
    expect(first.map(({ evidence }) => evidence.id)).toEqual([all[2]!.id, all[1]!.id])
    const rest = await store.listEvidence(owner, { before: first[1]!.evidence.receivedAt, limit: 2 })
    expect(rest.map(({ evidence, review }) => [evidence.id, review?.id])).toEqual([
      [all[0]!.id, `r-${all[0]!.id}`],
    ])
  })

  it('refuses a query on the database itself inside a transaction', async () => {
    await expect(database.tx(() => database.query('select 1'))).rejects.toMatchObject({
      code: 'store-misused',
    })
  })

  it('lets a second process on the same place in, or says plainly why not', async () => {
    if (kind === 'PGlite') {
      await expect(open()).rejects.toMatchObject({
        code: 'folder-in-use',
        message: expect.stringContaining(place.env.DATA_DIR),
      })
      return
    }
    const second = await open()
    await migrate(second)
    await second.close()
  })

  it('gives a job up after its last try, and keeps no words of its failure', async () => {
    const owner = { team: 'T1', user: 'UGIVE' }
    const evidence = evidenceOf(owner)
    await store.acceptEvidence(evidence)
    await database.query(
      `update pgboss.job set retry_limit = 1, retry_delay = 0, retry_backoff = false where data->>'evidenceId' = $1`,
      [evidence.id],
    )
    const tries: number[] = []
    const givenUp = new Promise<string>((resolve) => {
      void queue.work({
        handle: async (job, attempt) => {
          if (job.evidenceId !== evidence.id) return
          tries.push(attempt)
          throw new Error('words of a person')
        },
        giveUp: async (job) => resolve(job.evidenceId),
        atOnce: 2,
      })
    })
    expect(await givenUp).toBe(evidence.id)
    expect(tries).toEqual([1, 2])
    const outputs = await database.query<{ output: string }>(
      `select output::text as output from pgboss.job where output is not null`,
    )
    expect(JSON.stringify(outputs)).not.toContain('words of a person')
  })
})

describe.runIf(storeKinds().includes('PostgreSQL'))('two processes on one empty PostgreSQL', () => {
  it('both migrate and both work when they start at the same instant', async () => {
    const place = await emptyDatabase('PostgreSQL')
    const script = `
      import { openDatabase } from './src/adapters/database.ts'
      import { migrate } from './src/adapters/migrate.ts'
      import { openQueue } from './src/adapters/queue.ts'
      const database = await openDatabase({ databaseUrl: process.env.DATABASE_URL, dataDir: '', onError() {} })
      await migrate(database)
      const queue = await openQueue(database, () => {})
      await queue.stop(1000); await database.close()`
    const run = () =>
      new Promise<number | null>((resolve) => {
        spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
          env: { ...process.env, ...place.env },
          stdio: ['ignore', 'inherit', 'inherit'],
        }).once('exit', resolve)
      })
    expect(await Promise.all([run(), run(), run()])).toEqual([0, 0, 0])
    await place.remove()
  })
})
