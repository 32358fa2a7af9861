import type { webApi } from '@slack/bolt'
import { describe, expect, it } from 'vitest'
import { makePeople } from '../../src/slack/web-api/people.ts'

const HOUR = 60 * 60_000
const owner = { team: 'T1', user: 'UADA' }
const ada = { id: 'UADA', names: ['Ada Example'] }

/** The people of a Slack that says who is there, or refuses, as told. */
const people = () => {
  const state = { refuses: true, asked: 0, now: 0 }
  const logged: unknown[] = []
  const list = async () => {
    state.asked += 1
    if (state.refuses)
      throw Object.assign(new Error('An API error occurred: missing_scope'), {
        code: 'slack_webapi_platform_error',
        data: { ok: false, error: 'missing_scope' },
      })
    return { ok: true, members: [{ id: 'UADA', real_name: 'Ada Example' }] }
  }
  const client = { users: { list } } as unknown as webApi.WebClient
  const log = { info: () => {}, warn: (fact: object) => void logged.push(fact), error: () => {} }
  return { state, logged, of: makePeople(client, log, () => state.now).of }
}

describe('the names of a workspace', () => {
  it('are unknown while Slack has never returned them, and are asked for again after a minute', async () => {
    const { state, logged, of } = people()
    expect(await of(owner)).toBeNull()
    expect(await of(owner)).toBeNull()
    expect(state.asked).toBe(1)
    expect(logged).toMatchObject([{ action: 'read-names', vendor: 'missing_scope', members: 0 }])
    state.now += 61_000
    state.refuses = false
    expect(await of(owner)).toEqual({ self: ada, members: [ada] })
  })

  it('stay as they were while Slack does not return them again', async () => {
    const { state, of } = people()
    state.refuses = false
    await of(owner)
    state.refuses = true
    state.now += HOUR + 1
    expect(await of(owner)).toEqual({ self: ada, members: [ada] })
    expect(state.asked).toBe(2)
  })
})
