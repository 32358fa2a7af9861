import { spawn } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/adapters/database/database.ts'
import { migrate } from '../../src/adapters/database/migrate.ts'
import { UTC_DAY } from '../../src/adapters/store/evidence-writes.ts'
import { forgetSeen } from '../../src/adapters/store/forget-seen.ts'
import type { AllStores } from '../../src/adapters/store/store.ts'
import { makeStore } from '../../src/adapters/store/store.ts'
import type { NewEvidence, NewPart } from '../../src/coaching/evidence/evidence-store.ts'
import type { Label } from '../../src/coaching/review/label-store.ts'
import type { Days } from '../../src/domain/dates/days.ts'
import { within } from '../../src/domain/evidence/list/listed.ts'
import type { Owner } from '../../src/domain/person.ts'
import type { Review } from '../../src/domain/review/review.ts'
import { reviewOf as anyReview, findingOf } from '../domain/evidence-fixture.ts'
import { smallLadder } from '../domain/ladder-fixture.ts'
import { emptyDatabase, storeKinds } from '../fakes/databases.ts'
import { openPlace, openStore } from '../fakes/open-store.ts'

const at = Temporal.Instant.from('2026-11-23T10:00:00.123456Z')
const goal = { ladder: 'sre', current: 'L2', target: 'L3', by: null }
const day = Temporal.PlainDate.from('2026-03-01')
const anyLabel: Omit<Label, 'kind'> = {
  competencySaid: 'mastery',
  competencyMeant: null,
  statusSaid: null,
  words: null,
  sentence: null,
  remark: null,
}

describe.each(storeKinds())('the store on %s', (kind) => {
  let opened: Awaited<ReturnType<typeof openStore>>
  let database: Database
  let store: AllStores
  const open = (onError = () => {}) => openPlace(opened.place.env, onError)
  beforeAll(async () => {
    opened = await openStore(kind)
    ;({ database, store } = opened)
  })
  afterAll(() => opened?.close())

  let count = 0
  const partOf = (more: Partial<NewPart> = {}): NewPart => ({
    kind: 'message',
    saidBy: null,
    messageTs: `${count}.000001`,
    raw: `raw ${count}`,
    reading: `words ${count}`,
    leftOut: [],
    file: null,
    writtenAt: at,
    ...more,
  })
  const evidenceOf = (owner: Owner, more: Partial<NewPart> = {}): NewEvidence => {
    count += 1
    const [channel, ts] = [`D${owner.user}`, `${count}.000001`]
    return {
      id: `e${count}`,
      owner,
      message: { channel, ts },
      origin: null,
      thread: { channel, ts },
      parts: [partOf(more)],
      happened: null,
      receivedAt: at.add({ seconds: count }),
    }
  }
  const reply = (owner: Owner, thread: { channel: string; ts: string }, ts: string) =>
    store.acceptReply(owner, thread, { channel: thread.channel, ts }, [replyOf(ts)])
  const edit = (owner: Owner, id: string, text: string, ts: string) =>
    store.editPart(owner, id, 0, { raw: text, reading: text, leftOut: [] }, ts)
  const say = (
    owner: Owner,
    id: string,
    source: string,
    findings: Review['findings'],
    labels: readonly Label[] = [],
  ) => store.correctReview(owner, id, source, at, () => ({ findings, choices: [], labels }))
  const jobsOf = (id: string) =>
    database.query<{ data: { kind: string; part?: number } }>(
      `select data from pgboss.job where name = 'piece' and data->>'evidenceId' = $1 order by created_on`,
      [id],
    )
  const replyOf = (ts: string, more: Partial<NewPart> = {}): NewPart =>
    partOf({ kind: 'reply', messageTs: ts, raw: `raw ${ts}`, reading: `reply ${ts}`, ...more })
  const reviewOf = (owner: Owner, evidenceId: string, more: Partial<Review> = {}): Review =>
    anyReview({
      id: `r-${evidenceId}-${more.revision ?? 1}`,
      evidenceId,
      owner,
      goal,
      ladderVersion: 'v1',
      readBy: { reader: 'offline', asked: 'none' },
      findings: [],
      createdAt: at,
      ...more,
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
    const evidence = {
      ...evidenceOf(owner, { raw: 'a\u0000b \uD800 <!channel> ’', leftOut: ['password', 'key'] }),
      receivedAt: at,
    }
    expect(await store.acceptEvidence(evidence)).toBe('accepted')
    const kept = await store.evidence(owner, evidence.id)
    expect(kept).toMatchObject({
      thread: evidence.thread,
      parts: [{ ...evidence.parts[0], position: 0, raw: 'a\uFFFDb \uFFFD <!channel> ’', writtenAt: at }],
      revision: 1,
      state: 'queued',
      happened: null,
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
    expect(await store.deleteEvidence(owner, id!)).toEqual([])
    expect(await store.acceptEvidence({ ...evidence, id: `${evidence.id}-d` })).toBe('known')
  })

  it('knows a message for a week and a question in a channel for a day, each by a hash alone', async () => {
    const owner = { team: 'T1', user: 'UOLD' }
    const evidence = evidenceOf(owner)
    const seen = async (): Promise<[string, boolean]> => [
      await store.markSeen(owner, evidence.message!),
      await store.claimMention('T1', 'COLD', '7.7'),
    ]
    expect(await seen()).toEqual(['new', true])
    const rows = await database.query('select * from message_seen union all select * from mention_seen')
    // The time may well hold a "7.7".
    const kept = rows.map((row) => ({ ...(row as object), seen_at: null }))
    expect(JSON.stringify(kept)).not.toMatch(/T1|UOLD|COLD|7\.7/)
    const age = async (by: string): Promise<void> => {
      for (const table of ['message_seen', 'mention_seen'])
        await database.query(`update ${table} set seen_at = seen_at - $1::interval`, [by])
      await forgetSeen(database)
    }
    await age('23 hours')
    expect(await seen()).toEqual(['known', false])
    await age('2 hours')
    expect(await seen()).toEqual(['known', true])
    await age('6 days')
    expect(await seen()).toEqual(['new', true])
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
    await store.savePost(owner, evidence.id, { channel: 'D1', ts: '9.1', kind: 'review', revision: 1 })
    for (const other of [
      { team: 'T1', user: 'UOTHER' },
      { team: 'T2', user: 'UMINE' },
    ]) {
      expect(await store.evidence(other, evidence.id)).toBeNull()
      expect(await store.listEvidence(other, { latest: 9 })).toEqual([])
      expect(await store.listEvidence(other, { ids: [evidence.id] })).toEqual([])
      expect(await store.listedPieces(other, null)).toEqual([])
      expect(await store.textsWith(other, ['planned'])).toEqual([])
      expect(await store.evidenceIds(other)).toEqual([])
      expect(await store.kept(other)).toEqual({
        evidence: 0,
        reviews: 0,
        labels: 0,
        plans: 0,
        works: 0,
        asked: 0,
        nudge: null,
        since: null,
        known: false,
      })
      expect(await store.keepAsked(other, evidence.id, 0)).toBe(false)
      expect(await store.dropAsked(other, evidence.id, 0)).toBe(false)
      await store.quietPiece(other, evidence.id)
      expect(await store.isQuiet(owner, evidence.id, at)).toBe(false)
      expect(await store.goal(other)).toBeNull()
      expect(await store.review(other, evidence.id)).toBeNull()
      expect(await store.posts(other, evidence.id)).toEqual([])
      expect(await store.saveReview(reviewOf(other, evidence.id), smallLadder)).toBeNull()
      expect(await say(other, evidence.id, 'x', [])).toBe('gone')
      expect(await store.remarks(other, evidence.id)).toEqual([])
      expect(await store.askToSay(other, evidence.id, 'mastery')).toBe(false)
      expect(await reply(other, evidence.thread!, '77.1')).toBe('no-piece')
      expect(await store.partAt(other, evidence.thread!)).toBeNull()
      expect(await edit(other, evidence.id, 'x', '9')).toBe(false)
      await store.removePart(other, evidence.id, 0)
      await store.settleReply(other, evidence.id, 0, 'forgotten')
      await store.saveTold(other, evidence.id, { from: day, to: day })
      await store.saveThread(other, evidence.id, { channel: 'DX', ts: '1' })
      await store.forgetPost(other, evidence.id, { channel: 'D1', ts: '9.1', kind: 'review', revision: 1 })
      expect(await store.pieceBefore(other, evidence.id, 10)).toBeNull()
      expect(await store.joinEvidence(other, evidence.id, evidence.id)).toBe('gone')
      await store.readAgain(other, { evidenceId: evidence.id })
      expect(await store.readAgain(other, { otherThan: { ...goal, target: 'L9' } })).toBe(0)
      expect(await store.readOtherwise(other, { ...goal, target: 'L9' })).toBe(0)
      expect([...(await store.packet(other, 'sre')).competencies]).toEqual([])
      expect(await store.deleteEvidence(other, evidence.id)).toBeNull()
      await store.forgetWords(other, evidence.id, 1)
      await store.awaitGoal(other, evidence.id, (one) => one.ladder === 'sre')
      await store.deletePerson(other)
    }
    expect(await store.evidence(owner, evidence.id)).toMatchObject({
      parts: [{ raw: evidence.parts[0]!.raw }],
      thread: evidence.thread,
      revision: 1,
      state: 'reviewed',
      happened: null,
    })
    expect(await store.posts(owner, evidence.id)).toHaveLength(1)
    expect(await store.kept(owner)).toMatchObject({ evidence: 1, reviews: 1, known: true })
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

  it('tells what other pieces were found to show of a goal, at their best, and nothing that is not the person’s own', async () => {
    const owner = { team: 'T1', user: 'UEARLIER' }
    const pieces = [0, 1, 2].map((nth) => ({
      ...evidenceOf(owner),
      receivedAt: at.add({ seconds: nth }),
    }))
    for (const piece of pieces) await store.acceptEvidence(piece)
    const [first, second, third] = pieces as [NewEvidence, NewEvidence, NewEvidence]
    await store.saveTold(owner, first.id, { from: day, to: day })
    await store.saveReview(
      reviewOf(owner, first.id, {
        findings: [
          findingOf({ status: "can't tell" }),
          findingOf({ status: 'partly' }),
          findingOf({ competency: 'scope', status: 'evidenced', correction: { kind: 'not-mine' } }),
        ],
      }),
      smallLadder,
    )
    await store.saveReview(
      reviewOf(owner, second.id, {
        findings: [findingOf({ status: null }), findingOf({ status: 'evidenced' })],
      }),
      smallLadder,
    )
    await store.saveReview(reviewOf(owner, third.id, { findings: [findingOf()] }), smallLadder)
    const earlier = async (of = owner, target = goal.target) =>
      (await store.earlier(of, third.id, { ladder: 'sre', target })).map(({ competency, status, month }) =>
        [competency, status, month.toString()].join(' '),
      )
    const month = at.toString().slice(0, 7)
    expect(await earlier()).toEqual([`mastery evidenced ${month}`, 'mastery partly 2026-03'])
    expect(await earlier({ ...owner, user: 'UOTHER' })).toEqual([])
    expect(await earlier(owner, 'L4')).toEqual([])
  })

  it('keeps the days of each sentence, by which competencies are counted and pieces are listed', async () => {
    const owner = { team: 'T1', user: 'UNOTES' }
    const evidence = evidenceOf(owner)
    await store.acceptEvidence(evidence)
    const months = (from: number, to = from) => ({
      from: Temporal.PlainDate.from({ year: 2025, month: from, day: 1 }),
      to: Temporal.PlainDate.from({ year: 2025, month: to, day: 28 }),
    })
    await store.saveTold(owner, evidence.id, months(1, 12))
    const findings = [
      findingOf({ spans: ['s1'] }),
      findingOf({ spans: ['s2', 's3'], expectation: 'sre/L3/mastery/2' }),
      findingOf({ competency: 'scope', spans: ['s3'] }),
    ]
    const days = { s1: months(2), s2: months(5), s4: months(12) }
    await store.saveReview(reviewOf(owner, evidence.id, { findings, days }), smallLadder)
    const { competencies } = await store.packet(owner, 'sre')
    expect([...competencies].map(([id, { days }]) => `${id} ${days.from} ${days.to}`).toSorted()).toEqual([
      'mastery 2025-02-01 2025-05-28',
      'scope 2025-01-01 2025-12-28',
    ])
    const listed = async (days: Days, competency: string | null = null) =>
      within(await store.listedPieces(owner, competency), days).length
    expect(await listed(months(4, 6))).toBe(1)
    expect(await listed(months(10, 12))).toBe(1)
    expect(await listed(months(7, 9))).toBe(0)
    expect(await listed(months(4, 6), 'mastery')).toBe(1)
    expect(await listed(months(7, 9), 'mastery')).toBe(0)
    expect(await listed(months(7, 9), 'scope')).toBe(1)
    const [kept] = await store.listEvidence(owner, { latest: 9 })
    expect(kept?.review?.days).toEqual(days)
    const earlier = await store.earlier(owner, 'another', { ladder: 'sre', target: goal.target })
    expect(earlier.map(({ competency, month }) => `${competency} ${month}`).toSorted()).toEqual([
      'mastery 2025-05',
      'scope 2025-12',
    ])
  })

  it('keeps a goal’s date, forgets a goal, and counts evidence for each competency', async () => {
    const owner = { team: 'T1', user: 'UDATE' }
    await store.setGoal(owner, { ...goal, by: '2027-03' }, smallLadder, at)
    expect(await store.goal(owner)).toEqual({ ...goal, by: '2027-03' })
    const evidence = evidenceOf(owner)
    await store.acceptEvidence(evidence)
    const review = reviewOf(owner, evidence.id, { findings: [findingOf()] })
    await store.saveTold(owner, evidence.id, { from: day, to: day.add({ days: 3 }) })
    await store.saveReview(review, smallLadder)
    const { competencies, lastReviewed } = await store.packet(owner, 'sre')
    expect(
      [...competencies].map(([id, { pieces, days }]) => [id, pieces, `${days.from} ${days.to}`]),
    ).toEqual([['mastery', 1, '2026-03-01 2026-03-04']])
    expect(lastReviewed).toEqual(review.createdAt)
    const spread = await store.daysOf(owner, 'sre', ['mastery', 'scope'])
    expect([...spread].map(([id, { days }]) => [id, `${days.from} ${days.to}`])).toEqual([
      ['mastery', '2026-03-01 2026-03-04'],
    ])
    expect([...(await store.daysOf({ ...owner, user: 'UOTHER' }, 'sre', ['mastery']))]).toEqual([])
    const mastery = await store.listedPieces(owner, 'mastery')
    expect(within(mastery, { from: day, to: day.add({ months: 1 }) })).toHaveLength(1)
    expect(await store.listedPieces(owner, 'scope')).toEqual([])
    const all = await store.listedPieces(owner, null)
    expect(all.map(({ shown }) => `${shown.from} ${shown.to}`)).toEqual(['2026-03-01 2026-03-04'])
    expect(within(all, { from: day.add({ months: 1 }), to: day.add({ months: 4 }) })).toEqual([])
    expect(await store.clearGoal({ ...owner, user: 'UOTHER' })).toBe(false)
    expect(await store.clearGoal(owner)).toBe(true)
    expect(await store.goal(owner)).toBeNull()
  })

  it('keeps a reply with its job in the thread of its piece, and knows a repeat', async () => {
    const owner = { team: 'T1', user: 'UREPLY' }
    const evidence = evidenceOf(owner)
    expect(await reply(owner, evidence.thread!, '50.1')).toBe('no-piece')
    await store.acceptEvidence(evidence)
    const outcomes = await Promise.all([1, 2, 3].map(() => reply(owner, evidence.thread!, '50.1')))
    expect(outcomes.toSorted()).toEqual(['accepted', 'known', 'known'])
    const [before] = [await store.evidence(owner, evidence.id)]
    expect(before?.parts.map(({ kind }) => kind)).toEqual(['message', 'reply'])
    expect(before?.revision).toBe(1)
    await store.settleReply(owner, evidence.id, 1, 'answer', { part: 0, start: 5 })
    await store.settleReply(owner, evidence.id, 1, 'answer')
    const after = await store.evidence(owner, evidence.id)
    expect(after?.parts.map(({ kind, about }) => [kind, about])).toEqual([
      ['message', null],
      ['answer', { part: 0, start: 5 }],
    ])
    expect(after?.revision).toBe(2)
    await reply(owner, evidence.thread!, '51.1')
    await store.settleReply(owner, evidence.id, 2, 'forgotten')
    expect((await store.evidence(owner, evidence.id))?.parts).toHaveLength(2)
    // What was answered keeps its position, by which its answer is known.
    await reply(owner, evidence.thread!, '52.1')
    expect((await store.evidence(owner, evidence.id))?.parts.at(-1)?.position).toBe(3)
  })

  it('counts a revision up when words change, and keeps no review of words that are gone', async () => {
    const owner = { team: 'T1', user: 'UCHANGE' }
    const evidence = evidenceOf(owner)
    await store.acceptEvidence(evidence)
    expect(await edit(owner, evidence.id, 'new', '20.1')).toBe(true)
    expect(await edit(owner, evidence.id, 'new', '20.2')).toBe(false)
    // Slack may deliver the earlier of two edits last.
    expect(await edit(owner, evidence.id, 'older', '9.9')).toBe(false)
    expect((await store.partAt(owner, evidence.thread!))?.part.reading).toBe('new')
    expect(await store.saveReview(reviewOf(owner, evidence.id), smallLadder)).toBeNull()
    expect(await store.saveReview(reviewOf(owner, evidence.id, { revision: 2 }), smallLadder)).not.toBeNull()
    expect(await store.reviewBefore(owner, evidence.id, 2)).toBeNull()
    await store.readAgain(owner, { evidenceId: evidence.id })
    await store.saveReview(reviewOf(owner, evidence.id, { revision: 3 }), smallLadder)
    expect((await store.review(owner, evidence.id))?.revision).toBe(3)
    expect((await store.reviewBefore(owner, evidence.id, 3))?.revision).toBe(2)
  })

  it('joins two pieces into one, in their order, and reads that one again', async () => {
    const owner = { team: 'T1', user: 'UJOIN' }
    const [one, two] = [evidenceOf(owner), evidenceOf(owner)]
    await store.acceptEvidence(one)
    await store.acceptEvidence(two)
    expect(await store.pieceBefore(owner, two.id, 10)).toBe(one.id)
    expect(await store.pieceBefore(owner, one.id, 10)).toBeNull()
    const outcomes = await Promise.all([
      store.joinEvidence(owner, two.id, one.id),
      store.joinEvidence(owner, two.id, one.id),
    ])
    expect(outcomes.toSorted()).toEqual(['gone', 'joined'])
    const joined = await store.evidence(owner, one.id)
    expect(joined?.parts.map(({ kind, reading, position }) => [kind, reading, position])).toEqual([
      ['message', one.parts[0]!.reading, 0],
      ['joined', two.parts[0]!.reading, 1],
    ])
    expect(joined?.revision).toBe(2)
    expect(await store.evidence(owner, two.id)).toBeNull()
    // A reply in the thread of the emptied one belongs to the whole.
    expect(await reply(owner, two.thread!, '60.1')).toBe('accepted')
  })

  it('joins everything that belongs to a piece: waiting replies, our posts, and corrections', async () => {
    const owner = { team: 'T1', user: 'UJOINALL' }
    const [one, two] = [evidenceOf(owner), evidenceOf(owner)]
    await store.acceptEvidence(one)
    await store.acceptEvidence(two)
    expect(await store.claimWelcome(owner, two.id)).toBe(true)
    await store.saveReview(reviewOf(owner, two.id, { findings: [findingOf()] }), smallLadder)
    await store.savePost(owner, two.id, { channel: 'D', ts: '5.1', kind: 'welcome', revision: 1 })
    await store.savePost(owner, two.id, { channel: 'D', ts: '5.2', kind: 'review', revision: 1 })
    await say(owner, two.id, 'right:1', [], [{ ...anyLabel, kind: 'right' }])
    await reply(owner, two.thread!, '60.9')
    await store.settleReply(owner, two.id, 1, 'answer', { part: 0, start: 5 })
    await store.saveReview(reviewOf(owner, two.id, { revision: 2, findings: [findingOf()] }), smallLadder)
    await reply(owner, two.thread!, '61.1')
    await store.joinEvidence(owner, two.id, one.id)
    const answer = (await store.evidence(owner, one.id))?.parts.find(({ kind }) => kind === 'answer')
    expect(answer?.about).toEqual({ part: 1, start: 5 })
    expect((await store.posts(owner, one.id)).map(({ kind }) => kind)).toEqual(['welcome', 'emptied:review'])
    expect(await store.claimWelcome(owner, one.id)).toBe(true)
    const waiting = (await store.evidence(owner, one.id))?.parts.find(({ kind }) => kind === 'reply')
    const jobs = (await jobsOf(one.id)).map(({ data }) => data)
    expect(jobs).toContainEqual(expect.objectContaining({ kind: 'answer-reply', part: waiting?.position }))
    expect(JSON.stringify(await store.labels())).toContain('"kind":"right"')
  })

  it('forgets the words that were answered, and none that came meanwhile', async () => {
    const owner = { team: 'T1', user: 'UFORGET' }
    const [edited, replied] = [evidenceOf(owner), evidenceOf(owner)]
    await store.acceptEvidence(edited)
    await store.acceptEvidence(replied)
    await edit(owner, edited.id, 'real evidence', '1.1')
    await store.forgetWords(owner, edited.id, 1)
    expect(await store.evidence(owner, edited.id)).toMatchObject({
      state: 'queued',
      parts: [{ reading: 'real evidence' }],
    })
    await reply(owner, replied.thread!, '62.1')
    await store.forgetWords(owner, replied.id, 1)
    expect(await store.evidence(owner, replied.id)).toMatchObject({
      state: 'answered',
      parts: [{ reading: '' }, { kind: 'reply', reading: 'reply 62.1' }],
    })
  })

  it('gives back the posts of a deleted piece, and takes none on record for one that is gone', async () => {
    const owner = { team: 'T1', user: 'UGONE' }
    const evidence = evidenceOf(owner)
    await store.acceptEvidence(evidence)
    const post = { channel: 'D', ts: '6.1', kind: 'review', revision: 1 }
    expect(await store.savePost(owner, evidence.id, post)).toBe(true)
    expect(await store.deleteEvidence(owner, evidence.id)).toEqual([post])
    expect(await store.savePost(owner, evidence.id, { ...post, ts: '6.2' })).toBe(false)
    expect(await store.deleteEvidence(owner, evidence.id)).toBeNull()
  })

  it('keeps a message that is saved from elsewhere once, as long as it is there', async () => {
    const owner = { team: 'T1', user: 'USAVE' }
    const origin = { channel: 'C1', ts: '7.1' }
    const save = async () => {
      const piece = { ...evidenceOf(owner), message: null, origin }
      return { id: piece.id, outcome: await store.acceptEvidence(piece) }
    }
    const first = await save()
    expect([first.outcome, (await save()).outcome]).toEqual(['accepted', 'known'])
    await store.deleteEvidence(owner, first.id)
    expect((await save()).outcome).toBe('accepted')
  })

  it('applies two things said of a review at once, each to what the other left', async () => {
    const owner = { team: 'T1', user: 'UTWO' }
    const evidence = evidenceOf(owner)
    await store.acceptEvidence(evidence)
    const [mastery, scope] = [findingOf(), findingOf({ competency: 'scope', expectation: 'sre/L3/scope/1' })]
    await store.saveReview(reviewOf(owner, evidence.id, { findings: [mastery, scope] }), smallLadder)
    const without = (competency: string) =>
      store.correctReview(owner, evidence.id, `form:${competency}`, at, ({ findings, choices }) => ({
        findings: findings.filter((one) => one.competency !== competency),
        choices,
        labels: [{ ...anyLabel, kind: 'wrong' }],
      }))
    expect(await Promise.all([without('mastery'), without('scope')])).toEqual(['kept', 'kept'])
    expect((await store.review(owner, evidence.id))?.findings).toEqual([])
    // What is said while the words change is kept for the coming review, and changes no old one.
    await edit(owner, evidence.id, 'new words', '8.1')
    const fresh: boolean[] = []
    await store.correctReview(owner, evidence.id, 'late', at, (review, isFresh) => {
      fresh.push(isFresh)
      return { ...review, findings: [mastery], labels: [{ ...anyLabel, kind: 'wrong' }] }
    })
    expect(fresh).toEqual([false])
    expect((await store.review(owner, evidence.id))?.findings).toEqual([])
  })

  it('knows a message that was deleted before it was ever kept', async () => {
    const owner = { team: 'T1', user: 'UEARLY' }
    const evidence = evidenceOf(owner)
    expect(await store.markSeen(owner, evidence.message!)).toBe('new')
    expect(await store.acceptEvidence(evidence)).toBe('known')
    expect(await store.evidence(owner, evidence.id)).toBeNull()
  })

  it('counts days in UTC, whatever zone the database is set to', async () => {
    const owner = { team: 'T1', user: 'UZONE' }
    const evidence = { ...evidenceOf(owner), receivedAt: Temporal.Instant.from('2026-09-30T20:00:00Z') }
    await store.acceptEvidence(evidence)
    const september = Temporal.PlainDate.from('2026-09-30')
    const found = await database.tx(async (query) => {
      await query(`set local time zone 'Asia/Tokyo'`)
      return query(`select ${UTC_DAY('received_at')}::text as day from evidence where id = $1`, [evidence.id])
    })
    expect(found).toEqual([{ day: '2026-09-30' }])
    await store.saveReview(reviewOf(owner, evidence.id, { findings: [findingOf()] }), smallLadder)
    const spread = await store.daysOf(owner, 'sre', ['mastery'])
    expect(spread.get('mastery')?.days.to.equals(september)).toBe(true)
  })

  it('reads again what was read against another goal', async () => {
    const owner = { team: 'T1', user: 'UGOAL' }
    const evidence = evidenceOf(owner)
    await store.acceptEvidence(evidence)
    await store.saveReview(reviewOf(owner, evidence.id), smallLadder)
    await store.savePost(owner, evidence.id, { channel: 'D', ts: '8.8', kind: 'review', revision: 1 })
    expect(await store.readOtherwise(owner, goal)).toBe(0)
    expect(await store.readOtherwise(owner, { ...goal, target: 'L4' })).toBe(1)
    expect(await store.readAgain(owner, { otherThan: { ...goal, target: 'L4' } })).toBe(1)
    expect((await store.evidence(owner, evidence.id))?.state).toBe('queued')
    expect(await store.readAgain(owner, { otherThan: { ...goal, target: 'L4' } })).toBe(0)
  })

  it('keeps what people say of a review for testing, with nobody’s name', async () => {
    const owner = { team: 'T1', user: 'ULABEL' }
    const evidence = evidenceOf(owner)
    await store.acceptEvidence(evidence)
    const review = reviewOf(owner, evidence.id, { findings: [findingOf()] })
    await store.saveReview(review, smallLadder)
    const moved = [findingOf({ competency: 'scope', correction: { kind: 'other-competency' } })]
    const label = {
      kind: 'wrong',
      competencySaid: 'mastery',
      competencyMeant: 'scope',
      statusSaid: 'evidenced',
      words: 'private words',
      sentence: null,
      remark: {
        kind: 'correction',
        correction: { kind: 'other-competency', competency: 'mastery', meant: 'scope' },
        throughPart: 0,
      },
    } as const
    expect(await say(owner, evidence.id, 'form:1', moved, [label])).toBe('kept')
    expect(await say(owner, evidence.id, 'form:1', [], [label])).toBe('known')
    expect((await store.review(owner, evidence.id))?.findings).toEqual(moved)
    expect(await store.remarks(owner, evidence.id)).toEqual([label.remark])
    expect(await store.lastCorrected(owner)).toEqual({ evidenceId: evidence.id, at })
    const labels = JSON.stringify(await store.labels())
    expect(labels).toContain('"competencyMeant":"scope"')
    expect(labels).not.toMatch(/private words|ULABEL/)
    await store.deleteEvidence(owner, evidence.id)
    expect(JSON.stringify(await store.labels())).not.toContain('"competencyMeant":"scope"')
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

  it('lists a person’s evidence by the days that it shows, and those that are asked for with their reviews', async () => {
    const owner = { team: 'T1', user: 'UPAGES' }
    const all = [evidenceOf(owner), evidenceOf(owner), evidenceOf(owner)] as const
    for (const one of all) await store.acceptEvidence(one)
    await store.saveTold(owner, all[2].id, {
      from: day.subtract({ years: 1 }),
      to: day.subtract({ months: 9 }),
    })
    await store.saveReview(reviewOf(owner, all[0].id), smallLadder)
    const listed = await store.listedPieces(owner, null)
    expect(listed.map(({ id }) => id)).toEqual([all[1].id, all[0].id, all[2].id])
    expect(listed[2]!.days).toEqual([{ from: day.subtract({ months: 9 }), to: day.subtract({ months: 9 }) }])
    const latest = await store.listEvidence(owner, { latest: 2 })
    expect(latest.map(({ evidence }) => evidence.id)).toEqual([all[2].id, all[1].id])
    const asked = await store.listEvidence(owner, { ids: [all[0].id, all[2].id] })
    expect(asked.map(({ evidence, review }) => [evidence.id, review?.id])).toEqual([
      [all[0].id, `r-${all[0].id}-1`],
      [all[2].id, undefined],
    ])
  })

  it('finds texts by the beginning of a word, in capitals or with other letters, and by the names that belong to them', async () => {
    const owner = { team: 'T1', user: 'USEEKS' }
    const texts = ['I moved the DNS zones.', 'Über 100% of the_quota.', 'I wrote the plan.'] as const
    const pieces = texts.map((reading) => evidenceOf(owner, { reading }))
    for (const one of pieces) await store.acceptEvidence(one)
    const found = async (...beginnings: string[]) =>
      (await store.textsWith(owner, beginnings)).map(({ reading }) => reading).toSorted()
    expect(await found('dns')).toEqual([texts[0]])
    expect(await found('über')).toEqual([texts[1]])
    expect(await found('100%')).toEqual([texts[1]])
    expect(await found('dns', 'plan')).toEqual([texts[0], texts[2]])
    expect(await found('dns%zones')).toEqual([])
    expect(await found()).toEqual([])
  })

  it('lists the beginning of a long piece, and gives all of it where it is asked for alone', async () => {
    const owner = { team: 'T1', user: 'ULONG' }
    const words = 'I wrote it down. '.repeat(10_000)
    const piece = evidenceOf(owner, { raw: words, reading: words })
    await store.acceptEvidence(piece)
    const [listed] = await store.listEvidence(owner, { latest: 2 })
    expect(listed?.evidence.parts).toMatchObject([{ raw: '', reading: words.slice(0, 4_000) }])
    expect((await store.evidence(owner, piece.id))?.parts).toMatchObject([{ raw: words, reading: words }])
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
        message: expect.stringContaining(opened.place.env.DATA_DIR),
      })
      return
    }
    const second = await open()
    await migrate(second)
    await second.close()
  })
})

describe.runIf(storeKinds().includes('PostgreSQL'))('two processes on one empty PostgreSQL', () => {
  it('both migrate and both work when they start at the same instant', async () => {
    const place = await emptyDatabase('PostgreSQL')
    const script = `
      import { openDatabase } from './src/adapters/database/database.ts'
      import { migrate } from './src/adapters/database/migrate.ts'
      import { openQueue } from './src/adapters/queue/queue.ts'
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
