import { describe, expect, it } from 'vitest'
import type { Query } from '../../src/adapters/database/driver.ts'
import { makeWriteProbe } from '../../src/adapters/database/write-probe.ts'
import { reasonsAgainst } from '../../src/adapters/http/readiness.ts'
import { CoachError } from '../../src/domain/coach-error.ts'

const now = Temporal.Instant.from('2026-11-24T10:00:00Z')
const fine = {
  standing: 'taking',
  slack: { kind: 'connected' },
  database: { kind: 'writes' },
  now,
} as const
const away = (seconds: number) => ({ kind: 'away', since: now.subtract({ seconds }) }) as const

describe('readiness for requests', () => {
  it.each<[string, Partial<Parameters<typeof reasonsAgainst>[0]>, string[]]>([
    ['all is well', {}, []],
    ['it is starting', { standing: 'starting', slack: null, database: null }, ['it is still starting']],
    ['it is stopping', { standing: 'stopping', database: null }, ['it is stopping']],
    ['Slack is away for 30 seconds', { slack: away(30) }, []],
    ['Slack is away for longer', { slack: away(31) }, ['no connection to Slack for 31 seconds']],
    [
      'the token is refused just now',
      { slack: { kind: 'refused', since: now, code: 'token_revoked', remedy: 'Copy it again.' } },
      ['Slack rejects the token (token_revoked)'],
    ],
    [
      'the disk is full',
      { database: { kind: 'fails', vendor: '53100' } },
      ["the database can't be written: its disk is full"],
    ],
    [
      'the database is read-only',
      { database: { kind: 'fails', vendor: '25006' } },
      ["the database can't be written: it is read-only"],
    ],
    [
      'the database is away',
      { database: { kind: 'fails', vendor: null } },
      ["the database can't be written: it is not reachable"],
    ],
    [
      'several things are wrong',
      { standing: 'starting', slack: away(99), database: { kind: 'slow', seconds: 3 } },
      [
        'it is still starting',
        'no connection to Slack for 99 seconds',
        'the database did not finish a write within 3 seconds',
      ],
    ],
  ])('is refused with a reason if %s', (_, state, reasons) => {
    expect(reasonsAgainst({ ...fine, ...state })).toEqual(reasons)
  })
})

describe('the check of writes to the database', () => {
  /** A database whose transactions end as told, and what was sent in them. */
  const database = (end: () => Promise<void>) => {
    const statements: string[] = []
    const query: Query = async (sql) => {
      statements.push(sql)
      return []
    }
    let transactions = 0
    return {
      statements,
      transactions: () => transactions,
      tx: async <T>(work: (query: Query) => Promise<T>): Promise<T> => {
        transactions += 1
        const done = await work(query)
        await end()
        return done
      },
    }
  }

  it('is one write for everybody who asks within five seconds', async () => {
    let at = now
    const one = database(async () => {})
    const probe = makeWriteProbe(one, () => at)
    expect(await Promise.all([probe(), probe(), probe()])).toEqual(Array(3).fill({ kind: 'writes' }))
    at = at.add({ milliseconds: 4_999 })
    await probe()
    expect(one.transactions()).toBe(1)
    expect(one.statements.at(-1)).toContain('update write_probe')
    at = at.add({ milliseconds: 1 })
    await probe()
    expect(one.transactions()).toBe(2)
  })

  it('reports a failure with its code, and success once it works again', async () => {
    let at = now
    let full = true
    const one = database(async () => {
      if (full) throw new CoachError('store-unavailable', 'full', { vendor: '53100' })
    })
    const probe = makeWriteProbe(one, () => at)
    expect(await probe()).toEqual({ kind: 'fails', vendor: '53100' })
    full = false
    at = at.add({ seconds: 5 })
    expect(await probe()).toEqual({ kind: 'writes' })
  })

  it('reports a hanging database, and does not ask it again meanwhile', async () => {
    let end = (): void => {}
    const one = database(() => new Promise((resolve) => (end = resolve)))
    let at = now
    const probe = makeWriteProbe(one, () => at, 20)
    expect(await probe()).toEqual({ kind: 'slow', seconds: 0.02 })
    at = at.add({ seconds: 60 })
    expect(await probe()).toEqual({ kind: 'slow', seconds: 0.02 })
    expect(one.transactions()).toBe(1)
    end()
    expect(await probe()).toEqual({ kind: 'writes' })
  })
})
