import { describe, expect, it } from 'vitest'
import {
  admissionOf,
  type Home,
  mayChangeChannel,
  ownerTeam,
  type SlackProfile,
  standingOfMember,
  type Visitor,
} from '../../src/domain/visitor.ts'

const alone: Home = { team: 'T1', enterprise: null }
const oneOfMany: Home = { team: 'T1', enterprise: 'E1' }
const whole: Home = { team: null, enterprise: 'E1' }
const visitor = (said: Partial<Visitor>): Visitor => ({
  team: null,
  enterprise: null,
  sentTo: [],
  stranger: false,
  ...said,
})
const member = (said: Partial<SlackProfile>): SlackProfile => ({
  team: 'T1',
  enterprise: null,
  teams: [],
  stranger: false,
  guest: false,
  bot: false,
  ...said,
})

describe('who comes in', () => {
  it.each([
    [alone, { team: 'T1' }, 'member'],
    [alone, { team: 'T2' }, 'foreign'],
    [alone, { team: 'T1', stranger: true }, 'foreign'],
    [alone, { team: 'T2', enterprise: 'E2' }, 'foreign'],
    [alone, { enterprise: 'E2' }, 'foreign'],
    [alone, { sentTo: ['T1', 'T1'] }, 'member'],
    [alone, { sentTo: ['T2'] }, 'foreign'],
    [alone, { sentTo: ['T1', 'T2'] }, 'ask'],
    [alone, { team: 'T2', sentTo: ['T1'] }, 'foreign'],
    [alone, { team: 'T1', sentTo: ['T2'] }, 'member'],
    [alone, {}, 'ask'],
    [oneOfMany, { team: 'T1' }, 'member'],
    [oneOfMany, { team: 'E1' }, 'member'],
    [oneOfMany, { team: 'T9', enterprise: 'E1' }, 'member'],
    [oneOfMany, { enterprise: 'E1' }, 'member'],
    [oneOfMany, { team: 'T9' }, 'ask'],
    [oneOfMany, { team: 'T2', enterprise: 'E2' }, 'foreign'],
    [oneOfMany, { team: 'E2' }, 'ask'],
    [oneOfMany, { sentTo: ['T9'] }, 'ask'],
    [oneOfMany, { team: 'T9', enterprise: 'E1', stranger: true }, 'foreign'],
    [whole, { team: 'T9', enterprise: 'E1' }, 'member'],
    [whole, { team: 'T9' }, 'ask'],
    [whole, {}, 'ask'],
  ] as const)('at %j with %j is %s', (home, said, standing) => {
    expect(admissionOf(home, visitor(said))).toBe(standing)
  })

  it.each([
    [alone, member({}), 'member'],
    [alone, member({ team: null }), 'member'],
    [alone, member({ team: 'T2' }), 'foreign'],
    [alone, member({ stranger: true }), 'foreign'],
    [alone, null, 'foreign'],
    [oneOfMany, member({ team: 'T9', enterprise: 'E1' }), 'member'],
    [oneOfMany, member({ team: 'T9', teams: ['T1'] }), 'member'],
    [oneOfMany, member({ team: 'T9', enterprise: 'E2', teams: ['T8'] }), 'foreign'],
    [whole, member({ team: 'E1' }), 'member'],
  ] as const)('at %j, where Slack says %j, is %s', (home, said, standing) => {
    expect(standingOfMember(home, said)).toBe(standing)
  })

  it('is stored under the workspace, or else the organisation, of the installation, and always under one of them', () => {
    expect([alone, oneOfMany, whole].map(ownerTeam)).toEqual(['T1', 'T1', 'E1'])
    expect(ownerTeam({ team: '', enterprise: null })).toBeNull()
  })

  it('lets only members whom Slack knows change a channel’s nudge', () => {
    const who = [member({}), member({ guest: true }), member({ bot: true }), member({ stranger: true }), null]
    expect(who.map(mayChangeChannel)).toEqual(['yes', 'no', 'no', 'no', 'no'])
    expect(mayChangeChannel('unknown')).toBe('unknown')
  })
})
