import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/adapters/database/database.ts'
import type { AllStores } from '../../src/adapters/store/store.ts'
import type { Owner } from '../../src/domain/person.ts'
import { storeKinds } from '../fakes/databases.ts'
import { openStore } from '../fakes/open-store.ts'

const day = Temporal.PlainDate.from('2026-03-01')

describe.each(storeKinds())('what a model is used for, on %s', (kind) => {
  let opened: Awaited<ReturnType<typeof openStore>>
  let database: Database
  let store: AllStores
  beforeAll(async () => {
    opened = await openStore(kind)
    ;({ database, store } = opened)
  })
  afterAll(() => opened?.close())

  let team = 0
  let piece = 0
  const someone = (): Owner => {
    team += 1
    return { team: `TUSE${team}`, user: 'U1' }
  }
  type More = { piece?: string; day?: Temporal.PlainDate; reviews?: number; month?: number; reserve?: number }
  const take = (owner: Owner, more: More = {}) => {
    piece += 1
    return store.takeModelUse(owner, {
      piece: more.piece ?? `e${piece} 1`,
      day: more.day ?? day,
      budget: { reviewsADay: more.reviews ?? 3, microDollarsAMonth: more.month ?? 100 },
      reserve: more.reserve ?? 0,
    })
  }
  const settle = (owner: Owner, of: string, microDollars: number, counts = true) =>
    store.settleModelUse(owner, { piece: of, day, microDollars, counts })

  it('is counted a person a day, also at once', async () => {
    const owner = someone()
    const taken = await Promise.all([1, 2, 3, 4, 5].map(() => take(owner)))
    expect(taken.toSorted()).toEqual(['day-used-up', 'day-used-up', 'taken', 'taken', 'taken'])
    expect(await take({ ...owner, user: 'U2' })).toBe('taken')
    expect(await take(owner, { day: day.add({ days: 1 }) })).toBe('taken')
    expect(await take(someone(), { reviews: 0 })).toBe('day-used-up')
  })

  it('is counted a workspace a month', async () => {
    const owner = someone()
    await settle(owner, 'a', 60)
    await settle(owner, 'b', 60)
    expect(await take({ ...owner, user: 'U3' })).toBe('month-used-up')
    expect(await take({ ...owner, user: 'U3' }, { day: day.add({ months: 1 }) })).toBe('taken')
    expect(await take(someone())).toBe('taken')
  })

  it('counts once for all tries of one piece, and not at all where no model answered', async () => {
    const owner = someone()
    const limits = { reviews: 1, reserve: 60 }
    expect(await take(owner, { piece: 'one', ...limits })).toBe('taken')
    expect(await take(owner, { piece: 'one', ...limits })).toBe('taken')
    expect(await take(owner, { piece: 'two', ...limits })).not.toBe('taken')
    await settle(owner, 'one', 0, false)
    expect(await take(owner, { piece: 'two', ...limits })).toBe('taken')
  })

  it('does not overspend the month with many at once: each sees what the others set aside', async () => {
    const owner = someone()
    const people = Array.from({ length: 20 }, (_, nth) => ({ ...owner, user: `U${nth}` }))
    const taken = await Promise.all(people.map((one) => take(one, { piece: one.user, reserve: 30 })))
    expect(taken.filter((one) => one === 'taken')).toHaveLength(3)
    const first = people[taken.indexOf('taken')]!
    await settle(first, first.user, 5)
    expect(await take({ ...owner, user: 'UNEW' }, { reserve: 30 })).toBe('taken')
    expect(await take({ ...owner, user: 'UNEW' }, { reserve: 30 })).toBe('month-used-up')
  })

  it('frees what a reading that died has set aside', async () => {
    const owner = someone()
    expect(await take(owner, { reserve: 90 })).toBe('taken')
    expect(await take(owner, { reserve: 90 })).toBe('month-used-up')
    await database.query("update model_reserved set reserved_at = now() - interval '2 hours'")
    expect(await take(owner, { reserve: 90 })).toBe('taken')
  })

  it('stays counted after everything of a person is deleted, and names nobody', async () => {
    const owner = { team: 'TDELETED', user: 'UDELETED' }
    expect(await take(owner, { reviews: 1 })).toBe('taken')
    await store.deletePerson(owner)
    expect(await take(owner, { reviews: 1 })).toBe('day-used-up')
    const rows = [
      ...(await database.query('select * from model_asker')),
      ...(await database.query('select piece from model_reserved')),
    ]
    expect(JSON.stringify(rows)).not.toMatch(/UDELETED|TDELETED/)
  })

  it('forgets days before yesterday', async () => {
    const owner = someone()
    await take(owner, { day })
    await take(owner, { day: day.add({ days: 2 }) })
    const days = await database.query<{ day: string }>('select distinct day::text as day from model_asker')
    expect(days.map((one) => one.day)).not.toContain(day.toString())
  })
})
