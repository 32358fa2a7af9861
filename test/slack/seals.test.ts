import { describe, expect, it } from 'vitest'
import { makeSeals } from '../../src/slack/seals.ts'

describe('the seal of a form', () => {
  const owner = { team: 'T1', user: 'UADA' }
  const opened = { form: 'nudge-form', owner, channel: 'C1' }
  let now = Temporal.Instant.from('2026-11-24T12:00:00Z')
  const seals = (byte: number) =>
    makeSeals(
      async () => new Uint8Array(32).fill(byte),
      () => now,
    )

  it('is valid only for its form, person, team and key', async () => {
    const sealed = await seals(1).seal(opened)
    expect(await seals(1).channelOf('nudge-form', owner, sealed)).toBe('C1')
    expect(await seals(2).channelOf('nudge-form', owner, sealed)).toBeNull()
    expect(await seals(1).channelOf('other-form', owner, sealed)).toBeNull()
    expect(await seals(1).channelOf('nudge-form', { ...owner, user: 'USAM' }, sealed)).toBeNull()
    expect(await seals(1).channelOf('nudge-form', { ...owner, team: 'T2' }, sealed)).toBeNull()
  })

  it('is valid for a day, and on a process whose clock is a little behind', async () => {
    const sealed = await seals(1).seal(opened)
    const openedFor = async (duration: Temporal.DurationLike): Promise<string | null> => {
      const before = now
      now = now.add(duration)
      const channel = await seals(1).channelOf('nudge-form', owner, sealed)
      now = before
      return channel
    }
    expect(await openedFor({ hours: 24 })).toBe('C1')
    expect(await openedFor({ hours: 24, seconds: 1 })).toBeNull()
    expect(await openedFor({ minutes: -5 })).toBe('C1')
    expect(await openedFor({ minutes: -6 })).toBeNull()
  })
})
