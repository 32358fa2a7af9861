import { describe, expect, it } from 'vitest'
import { guardNudge } from '../../src/coaching/nudge/guard-nudge.ts'
import type { NudgeNotices, SlackEnd } from '../../src/coaching/nudge/nudge-port.ts'
import { makeSetNudge } from '../../src/coaching/nudge/set-nudge.ts'
import { makeShowNudge } from '../../src/coaching/nudge/show-nudge.ts'
import { CoachError } from '../../src/domain/coach-error.ts'
import { changedNudge, type NudgeChange } from '../../src/domain/nudge/change-nudge.ts'
import type { Nudge, NudgeWeek } from '../../src/domain/nudge/nudge.ts'
import { smallLadder } from '../domain/ladder-fixture.ts'
import { at, nudgeText, weekOf } from '../domain/nudge-fixture.ts'

const quiet = { info: () => {}, warn: () => {}, error: () => {} }
const owner = { team: 'T1', user: 'UADA' }
const here = { owner, channel: 'C1' }

/** The use case with a store in memory. `end` is what Slack answers to a line to the channel. */
const setting = ({
  end = { kind: 'told', ts: '1.1' } as { kind: 'told'; ts: string } | SlackEnd,
  away = false,
  zone = 'Europe/London' as string | null,
  ladders = [smallLadder],
  weeks = [] as readonly NudgeWeek[],
  counts = { due: 0, posted: 0, opened: 0, logged: 0 },
} = {}) => {
  const clock = { now: at('2026-11-24T12:00:00Z') }
  const lines: string[] = []
  const kept: NudgeChange[] = []
  let nudge: Nudge | null = null
  const store = {
    nudge: async () => nudge,
    weeks: async () => [...weeks],
    used: async () => [],
    lastCounts: async () => counts,
    changeNudge: async (
      channel: { team: string; channel: string },
      change: NudgeChange,
      by: string | null,
    ) => {
      if (away) throw new CoachError('store-unavailable', 'away')
      nudge = changedNudge(nudge, channel, change, by, now()) ?? nudge
      kept.push(change)
      return nudge
    },
  }
  const now = () => clock.now
  const shelf = { all: ladders, standard: ladders.length === 1 ? ladders[0]! : null }
  const deps = { store, ladders: { shelf: () => shelf }, choose: () => nudgeText, now }
  const notices: NudgeNotices = {
    tell: async (_, by, { kind }) => {
      lines.push(`${by} ${kind}`)
      return end
    },
    withdraw: async (_, ts) => void lines.push(`back ${ts}`),
  }
  const setNudge = makeSetNudge({
    ...deps,
    showNudge: makeShowNudge(deps),
    notices,
    zones: { of: async () => zone },
    log: quiet,
  })
  const types = async (text: string) => {
    const command = await setNudge.read(owner, text)
    if (command.whose !== 'channel') throw new Error('it is their own')
    return setNudge.ask(here, { ...command, whose: 'channel' })
  }
  return { types, setNudge, lines, kept, clock, forget: () => (nudge = nudge && { ...nudge, setUpBy: null }) }
}

describe('setting up a nudge', () => {
  it('tells the channel before anything is stored, and removes that line if storing failed', async () => {
    const { types, lines } = setting({ away: true })
    await expect(types('mondays 10:00')).rejects.toMatchObject({ code: 'store-unavailable' })
    expect(lines).toEqual(['UADA set', 'back 1.1'])
  })

  it.each([
    [{ kind: 'refused', trouble: 'not-in-channel' }, 'not-in-channel'],
    [{ kind: 'refused', trouble: 'not-allowed' }, 'not-allowed'],
    [{ kind: 'later', seconds: 3 }, 'busy'],
  ] as const)('keeps nothing where Slack says %o', async (end, trouble) => {
    const { types, kept } = setting({ end })
    expect(await types('mondays 10:00')).toEqual({ kind: 'refused', trouble })
    expect(kept).toEqual([])
  })

  it('goes on if Slack may have accepted the line', async () => {
    const { types, kept } = setting({ end: { kind: 'unknown' } })
    expect(await types('mondays 10:00')).toMatchObject({ kind: 'set', changed: false })
    expect(kept).toHaveLength(1)
  })

  it('uses UTC, and says so, if Slack has no zone for a person', async () => {
    const { types } = setting({ zone: null })
    expect(await types('mondays 10:00')).toMatchObject({ nudge: { schedule: { zone: 'UTC' } } })
  })

  it('asks which ladder if there are several and none is the standard one', async () => {
    const ladders = [smallLadder, { ...smallLadder, id: 'other', name: 'Other' }]
    const { types, kept } = setting({ ladders })
    expect(await types('mondays 10:00')).toMatchObject({ kind: 'which-ladder', ladders: ['sre', 'other'] })
    expect(kept).toEqual([])
    expect(await types('mondays 10:00 other')).toMatchObject({
      kind: 'set',
      nudge: { ladder: { id: 'other' } },
    })
    // It keeps the ladder that it has if none is named.
    expect(await types('tuesdays 10:00')).toMatchObject({ nudge: { ladder: { id: 'other' } } })
  })

  it('reads days in the person’s own zone', async () => {
    const { setNudge } = setting({ zone: 'Pacific/Kiritimati' })
    // It is the 25th in their zone.
    expect(await setNudge.read(owner, 'pause until tomorrow')).toMatchObject({
      until: Temporal.PlainDate.from('2026-11-26'),
    })
  })

  it('says in the last minute that the post of today comes anyway, and skips no other', async () => {
    const postAt = at('2026-11-30T10:00:00Z')
    const minute = setting({ weeks: [weekOf({ week: '2026-W49', dueAt: postAt, postAt })] })
    const { types, lines, clock, kept } = minute
    await types('mondays 10:00')
    clock.now = at('2026-11-30T09:58:59Z')
    expect(await types('pause')).toMatchObject({ done: { kind: 'paused', comes: null } })
    await types('mondays 10:00')
    clock.now = at('2026-11-30T09:59:00Z')
    const [told, changes] = [[...lines], kept.length]
    const comes = postAt.toZonedDateTimeISO('Europe/London')
    expect(await types('skip')).toMatchObject({ kind: 'done', done: { kind: 'too-late', comes } })
    expect([lines, kept.length]).toEqual([told, changes])
    expect(await types('leave out week 51')).toMatchObject({ done: { comes: null } })
    expect(await types('leave out 30 November')).toMatchObject({ done: { kind: 'left-out', comes } })
    expect(await types('pause')).toMatchObject({ done: { kind: 'paused', comes } })
    expect(await types('stop')).toMatchObject({ kind: 'stopped', had: true, comes })
  })

  it('shows what came of the last nudges to members, and not to guests', async () => {
    const counts = { due: 12, posted: 11, opened: 6, logged: 2 }
    const { types, setNudge } = setting({ counts })
    await types('mondays 10:00')
    const ask = { whose: 'channel', kind: 'show' } as const
    const profile = { team: 'T1', enterprise: null, stranger: false, teams: ['T1'], bot: false }
    const guarded = (guest: boolean) => guardNudge(setNudge, { of: async () => ({ ...profile, guest }) })
    expect(await guarded(false).ask(here, ask)).toMatchObject({ kind: 'shown', nudge: { counts } })
    expect(await guarded(true).ask(here, ask)).toMatchObject({ kind: 'shown', nudge: { counts: null } })
    const few = setting({ counts: { ...counts, posted: 4 } })
    await few.types('mondays 10:00')
    expect(await few.types('show')).toMatchObject({ nudge: { counts: null } })
  })

  it('treats a pause that is over as none', async () => {
    const { types, lines, clock, setNudge } = setting()
    await types('mondays 10:00')
    await types('pause until 30 November')
    clock.now = at('2026-11-29T23:59:00Z')
    expect(await types('show')).toMatchObject({
      nudge: { paused: { until: Temporal.PlainDate.from('2026-11-30') } },
    })
    clock.now = at('2026-11-30T00:00:00Z')
    const told = [...lines]
    expect(await types('show')).toMatchObject({ nudge: { paused: null, nextWeek: '2026-W49' } })
    expect(await setNudge.press(here, 'C1', { whose: 'channel', kind: 'resume' })).toMatchObject({
      kind: 'shown',
    })
    // The same settings again are no change, and nobody is told.
    expect(await types('mondays 10:00')).toMatchObject({ kind: 'set', changed: false })
    expect(lines).toEqual(told)
  })

  it('changes nothing by a button outside its channel, pressed by somebody who did not set it up', async () => {
    const { types, setNudge, kept, forget } = setting()
    await types('mondays 10:00')
    const stop = { whose: 'channel', kind: 'stop' } as const
    const elsewhere = { kind: 'elsewhere' }
    expect(await setNudge.press({ ...here, channel: 'C2' }, 'C1', stop)).toEqual(elsewhere)
    const other = { owner: { team: 'T1', user: 'USAM' }, channel: null }
    expect(await setNudge.press(other, 'C1', stop)).toEqual(elsewhere)
    forget()
    expect(await setNudge.press({ owner, channel: null }, 'C1', stop)).toEqual(elsewhere)
    expect(kept).toHaveLength(1)
    expect(await setNudge.press(here, 'C1', stop)).toMatchObject({ kind: 'stopped', had: true })
  })
})
