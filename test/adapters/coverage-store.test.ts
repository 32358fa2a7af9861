import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AllStores } from '../../src/adapters/store/store.ts'
import type { Days } from '../../src/domain/dates/days.ts'
import type { Owner } from '../../src/domain/person.ts'
import type { Finding, Review } from '../../src/domain/review/review.ts'
import { findingOf, reviewOf } from '../domain/evidence-fixture.ts'
import { smallLadder } from '../domain/ladder-fixture.ts'
import { storeKinds } from '../fakes/databases.ts'
import { openStore } from '../fakes/open-store.ts'

const AT = Temporal.Instant.from('2026-11-23T10:00:00Z')
const GOAL = { ladder: 'sre', current: 'L2', target: 'L3', by: null }

const on = (from: string, to = from): Days => ({
  from: Temporal.PlainDate.from(from),
  to: Temporal.PlainDate.from(to),
})

describe.each(storeKinds())('what was shown, stored on %s', (kind) => {
  let opened: Awaited<ReturnType<typeof openStore>>
  let store: AllStores
  let count = 0
  beforeAll(async () => {
    opened = await openStore(kind)
    store = opened.store
  })
  afterAll(() => opened?.close())

  const someone = (team = 'T1'): Owner => {
    count += 1
    return { team, user: `UC${count}` }
  }
  /** A reviewed piece; its id. */
  const piece = async (
    owner: Owner,
    findings: readonly Finding[],
    { happened = null, ...more }: Partial<Review> & { happened?: Days | null } = {},
  ): Promise<string> => {
    count += 1
    const id = `c${count}`
    const thread = { channel: `D${owner.user}`, ts: `${count}.1` }
    await store.acceptEvidence({
      ...{ id, owner, message: thread, origin: null, thread, happened },
      receivedAt: AT.add({ seconds: count }),
      parts: [
        {
          ...{ kind: 'message', saidBy: null, messageTs: thread.ts, raw: 'x', reading: 'x', leftOut: [] },
          ...{ file: null, writtenAt: AT },
        },
      ],
    })
    await store.saveReview(
      reviewOf({
        ...{ id: `r${count}`, evidenceId: id, owner, goal: GOAL, ladderVersion: 'v1', createdAt: AT },
        readBy: { reader: 'offline', asked: 'none' },
        findings,
        ...more,
      }),
      smallLadder,
    )
    await store.savePost(owner, id, { ...thread, ts: `${count}.2`, kind: 'review', revision: 1 })
    return id
  }
  const shown = async (owner: Owner, target = 'L3'): Promise<string[]> =>
    (await store.shownRows(owner, { ladder: 'sre', target })).map(
      ({ competency, quarter, shown: how, pieces, days }) =>
        `${competency} ${quarter.year} Q${quarter.quarter} ${how} ${pieces}` +
        (days ? ` ${days.from} ${days.to}` : ''),
    )

  it('counts each sentence in the quarter in which it happened, and a piece once', async () => {
    const owner = someone()
    await piece(owner, [findingOf({ competency: 'mastery', spans: ['s1', 's2'], status: 'evidenced' })], {
      days: { s1: on('2026-02-03'), s2: on('2026-08-01', '2026-08-20') },
    })
    expect(await shown(owner)).toEqual([
      'mastery 2026 Q1 shown 0 2026-02-03 2026-02-03',
      'mastery 2026 Q3 shown 1 2026-08-01 2026-08-20',
    ])
  })

  it('believes the day of a form before the words, and else takes the day of arrival', async () => {
    const [one, other] = [someone(), someone()]
    const finding = findingOf({ competency: 'mastery', spans: ['s1'], status: 'partly' })
    await piece(one, [finding], { happened: on('2025-12-31'), days: { s1: on('2026-02-03') } })
    await piece(other, [finding])
    expect(await shown(one)).toEqual(['mastery 2025 Q4 partly 1 2025-12-31 2025-12-31'])
    expect(await shown(other)).toEqual(['mastery 2026 Q4 partly 1 2026-11-23 2026-11-23'])
  })

  it('dates what took somewhere in a year by the end of that year', async () => {
    const owner = someone()
    await piece(owner, [findingOf({ competency: 'mastery', spans: ['s1'], status: 'evidenced' })], {
      days: { s1: on('2025-01-01', '2025-12-31') },
    })
    expect(await shown(owner)).toEqual(['mastery 2025 Q4 shown 1 2025-12-31 2025-12-31'])
  })

  it('shows nothing by what is disputed, counts against a case, or is not shown yet', async () => {
    const owner = someone()
    const of = (competency: string, more: Partial<Finding>) =>
      findingOf({ competency, spans: ['s1'], status: 'evidenced', ...more })
    await piece(owner, [
      of('mastery', { correction: { kind: 'other' } }),
      of('scope', { against: true }),
      of('ownership', { status: 'not yet' }),
    ])
    await piece(owner, [of('ownership', { status: "can't tell" })])
    expect(await shown(owner)).toEqual([])
    await piece(owner, [of('mastery', { correction: { kind: 'less' } }), of('scope', { status: null })])
    expect(await shown(owner)).toEqual([
      'mastery 2026 Q4 partly 1 2026-11-23 2026-11-23',
      'scope 2026 Q4 possible 1',
    ])
  })

  it('takes what was judged against another level for a possible match', async () => {
    const owner = someone()
    await piece(owner, [findingOf({ competency: 'mastery', spans: ['s1'], status: 'evidenced' })])
    expect(await shown(owner, 'L2')).toEqual(['mastery 2026 Q4 possible 1'])
    expect(await store.shownRows(owner, { ladder: 'other', target: 'L3' })).toEqual([])
  })

  it('follows corrections, and forgets what is deleted', async () => {
    const owner = someone()
    const finding = findingOf({ competency: 'mastery', spans: ['s1'], status: 'evidenced' })
    const id = await piece(owner, [finding])
    expect(await store.notPlaced(owner, 3)).toEqual({ ids: [], count: 0 })
    await store.correctReview(owner, id, 'form:1', AT, () => ({
      findings: [{ ...finding, correction: { kind: 'other' } }],
      choices: [],
      labels: [],
    }))
    expect(await shown(owner)).toEqual([])
    expect(await store.notPlaced(owner, 3)).toEqual({ ids: [id], count: 1 })
    await store.deleteEvidence(owner, id)
    expect(await store.notPlaced(owner, 3)).toEqual({ ids: [], count: 0 })
  })

  it('shows nothing of another person or another workspace', async () => {
    const [owner, namesake] = [someone(), { team: 'T2', user: `UC${count}` }]
    await piece(owner, [findingOf({ competency: 'mastery', spans: ['s1'], status: 'evidenced' })])
    await piece(owner, [])
    for (const other of [namesake, someone()]) {
      expect(await shown(other)).toEqual([])
      expect(await store.notPlaced(other, 3)).toEqual({ ids: [], count: 0 })
    }
    expect(await store.notPlaced(owner, 3)).toMatchObject({ count: 1 })
  })

  it('lets one process at a time publish a changed Home tab, and publishes no tab that was never opened', async () => {
    const [owner, never] = [someone('T3'), someone('T3')]
    const [now, later] = [AT, AT.add({ seconds: 60 })]
    await store.openHome(owner, null)
    await store.setGoal(never, GOAL, smallLadder, AT)
    const take = (at = now) => store.takeChangedHomes('T3', at, at.add({ seconds: 60 }), 10)
    const [[turn], ...rest] = await Promise.all([take(), take(), take()])
    const turns = [turn, ...rest.flat()].filter((one) => one !== undefined)
    expect(turns).toMatchObject([{ owner, hash: null }])
    await store.homePublished(turns[0]!, 'h1', now.add({ seconds: 5 }))
    expect(await take(later)).toEqual([])
    await store.setGoal(owner, GOAL, smallLadder, AT)
    expect(await take(now)).toEqual([])
    const [again] = await take(later)
    expect(again).toMatchObject({ owner, hash: 'h1' })
    await store.homeRefused(again!, 'not_enabled')
    expect(await take(later.add({ seconds: 600 }))).toEqual([])
    await store.openHome(owner, 'h2')
    expect(await take(later)).toMatchObject([{ owner, hash: 'h2' }])
    await store.deletePerson(owner)
    expect(await store.hasHome(owner)).toBe(false)
  })

  it('remembers what was put away until its day, and nothing of those who never opened it', async () => {
    const [owner, never] = [someone(), someone()]
    const today = Temporal.PlainDate.from('2026-11-23')
    await store.openHome(owner, null)
    await store.putAway(owner, 'start mastery', today.add({ days: 1 }), today)
    await store.putAway(owner, 'place', today.add({ days: 7 }), today.add({ days: 1 }))
    await store.putAway(never, 'place', today.add({ days: 7 }), today)
    const { putAway } = await store.homeFacts(owner)
    expect([...putAway].map(([key, day]) => `${key} ${day}`)).toEqual(['place 2026-11-30'])
    expect((await store.homeFacts(never)).putAway.size).toBe(0)
  })

  it('adds up any pieces to their number', async () => {
    const anyDay = fc
      .integer({ min: 0, max: 900 })
      .map((days) => on(`${AT.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days })}`))
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(anyDay, { minLength: 1, maxLength: 4 }), { maxLength: 5 }),
        async (all) => {
          const owner = someone()
          for (const days of all)
            await piece(
              owner,
              [
                findingOf({
                  competency: 'mastery',
                  spans: days.map((_, nth) => `s${nth}`),
                  status: 'partly',
                }),
              ],
              {
                days: Object.fromEntries(days.map((one, nth) => [`s${nth}`, one])),
              },
            )
          const rows = await store.shownRows(owner, GOAL)
          expect(rows.reduce((sum, { pieces }) => sum + pieces, 0)).toBe(all.length)
          expect(await store.shownRows(owner, GOAL)).toEqual(rows)
        },
      ),
      { numRuns: 8 },
    )
  })
})
