import type { Context, webApi } from '@slack/bolt'
import { describe, expect, it } from 'vitest'
import { ownerOf } from '../../src/slack/answer.ts'
import { installedIn } from '../../src/slack/home.ts'
import { originOf } from '../../src/slack/origin.ts'
import { makeToldToday } from '../../src/slack/told-today.ts'
import { makeDirectory } from '../../src/slack/web-api/members.ts'

const HOUR = 60 * 60_000

describe('a notice that a person gets once a day', () => {
  it('is remembered for a day, by all of its parts, unless it could not be sent', () => {
    let now = 0
    const told = makeToldToday(() => now)
    expect([told.first('message', 'T2', 'UEVE'), told.first('message', 'T2', 'UEVE')]).toEqual([true, false])
    expect(told.first('command', 'T2', 'UEVE')).toBe(true)
    expect(told.first('message', 'T2U', 'EVE')).toBe(true)
    told.forget('message', 'T2', 'UEVE')
    expect(told.first('message', 'T2', 'UEVE')).toBe(true)
    now += 24 * HOUR
    expect(told.first('command', 'T2', 'UEVE')).toBe(true)
  })

  it('is remembered until ten thousand others were sent', () => {
    const told = makeToldToday(() => 0)
    for (let nth = 0; nth < 10_001; nth += 1) told.first(String(nth))
    expect([told.first('10000'), told.first('1'), told.first('0')]).toEqual([false, false, true])
  })
})

describe('the profile of a person', () => {
  const asking = () => {
    const state = { now: 0, asked: 0, error: '', user: { id: 'UADA', is_restricted: true } as object }
    const info = async () => {
      state.asked += 1
      if (state.error)
        throw Object.assign(new Error('refused'), {
          code: 'slack_webapi_platform_error',
          data: { ok: false, error: state.error },
        })
      return { ok: true, user: state.user }
    }
    const log = { info: () => {}, warn: () => {}, error: () => {} }
    const client = { users: { info } } as unknown as webApi.WebClient
    return { state, members: makeDirectory(client, log, () => state.now) }
  }

  it('is asked for once in ten minutes, and stays as it was while Slack does not answer', async () => {
    const { state, members } = asking()
    expect(await members.of('UADA')).toMatchObject({ guest: true })
    state.user = { id: 'UADA' }
    expect(await members.of('UADA')).toMatchObject({ guest: true })
    expect(state.asked).toBe(1)
    state.now += HOUR
    state.error = 'internal_error'
    expect(await members.of('UADA')).toMatchObject({ guest: true })
    state.error = ''
    expect(await members.of('UADA')).toMatchObject({ guest: false })
  })

  it('is unknown while Slack does not answer, and null if Slack knows nobody', async () => {
    const { state, members } = asking()
    state.error = 'ratelimited'
    expect(await members.of('UADA')).toBe('unknown')
    state.error = 'user_not_found'
    expect(await members.of('UADA')).toBeNull()
  })
})

describe('the owner of stored data', () => {
  it('needs a user and a team', () => {
    const of = (context: object, user: string) => () => ownerOf(context as Context, user)
    expect(of({ ownerTeam: 'T1', teamId: 'T9' }, 'UADA')()).toEqual({ team: 'T1', user: 'UADA' })
    for (const wrong of [
      of({ teamId: 'T1' }, 'UADA'),
      of({ ownerTeam: '' }, 'UADA'),
      of({ ownerTeam: 'T1' }, ''),
    ])
      expect(wrong).toThrow(expect.objectContaining({ code: 'no-workspace' }))
  })

  it('has the team that auth.test names, and is an error without one', () => {
    expect(() => installedIn({})).toThrow('which workspace SLACK_BOT_TOKEN belongs to')
    expect(installedIn({ team_id: 'T1' }).ownerTeam).toBe('T1')
  })
})

describe('the origin of a request', () => {
  const ofUser = (user: object, more: object = {}) =>
    originOf({ type: 'block_actions', user: { id: 'U', ...user }, ...more }).visitor

  it('is the person’s own workspace, and not the one that a click was sent to', () => {
    const body = { team: { id: 'T1', enterprise_id: 'E1' }, enterprise: { id: 'E1' } }
    expect(ofUser({ team_id: 'T2' }, body)).toMatchObject({ team: 'T2', enterprise: null })
    expect(ofUser({ team_id: 'T1' }, body)).toMatchObject({ team: 'T1', enterprise: 'E1' })
    expect(ofUser({}, body)).toMatchObject({ team: 'T1', enterprise: 'E1' })
    expect(ofUser({ team_id: 'T9' }, { team: null, enterprise: { id: 'E1' } })).toMatchObject({
      team: 'T9',
      enterprise: null,
    })
  })

  it('is that of the message’s writer, even in the report of an edit or a deletion', () => {
    const to = { team_id: 'T1', authorizations: [{ team_id: 'T1', enterprise_id: 'E1' }] }
    const said = { user: 'U', user_team: 'T2' }
    for (const event of [
      { type: 'message', channel_type: 'im', ...said },
      { type: 'message', subtype: 'message_changed', message: said, previous_message: said },
      { type: 'message', subtype: 'message_deleted', previous_message: said },
      {
        type: 'message',
        subtype: 'message_changed',
        message: { subtype: 'tombstone', user: 'USLACKBOT' },
        previous_message: said,
      },
    ])
      expect(originOf({ ...to, event })).toMatchObject({
        user: 'U',
        visitor: { team: 'T2', enterprise: null, sentTo: ['T1', 'T1'] },
      })
  })

  it('is read from odd bodies without an error', () => {
    for (const body of [
      {},
      { event: null },
      { event: 'x', authorizations: 'y' },
      { type: 7, user: 'U', team: 'T' },
      { command: 1 },
    ])
      expect(originOf(body).user).toBeNull()
  })
})
