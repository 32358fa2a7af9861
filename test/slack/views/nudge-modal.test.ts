import { describe, expect, it } from 'vitest'
import { loadShelf } from '../../../src/adapters/ladder-files/ladder-files.ts'
import { zoneNamed } from '../../../src/domain/nudge/time-zones.ts'
import { logModal } from '../../../src/slack/views/evidence/log-modal.ts'
import { nudgeFormOf, nudgeModal, zoneGroups } from '../../../src/slack/views/nudge/nudge-modal.ts'
import { viewProblems } from '../../fakes/slack-limits.ts'

const sre = (await loadShelf('rubric')).all[0]!
const now = Temporal.Instant.from('2026-11-24T10:00:00Z')
const start = {
  channel: 'C1',
  ladders: [sre],
  ladder: null,
  levels: null,
  rhythm: { kind: 'week' },
  weekday: null,
  time: null,
  zone: null,
  ownZone: 'Asia/Kolkata',
  now,
} as const

describe('the form of a nudge', () => {
  it('starts with the person’s own time zone, or with what is set', () => {
    const chosen = (view: ReturnType<typeof nudgeModal>): unknown[] =>
      view.blocks.map((block) => {
        const element = (
          block as {
            element?: { initial_option?: { value: string }; initial_time?: string; initial_date?: string }
          }
        ).element
        return element?.initial_option?.value ?? element?.initial_time ?? element?.initial_date
      })
    expect(chosen(nudgeModal(start, 'sealed'))).toEqual([
      ...['sre', 'all', '5', 'week', undefined, '10:00', 'Asia/Kolkata'],
    ])
    const set = {
      ...start,
      weekday: 1,
      time: Temporal.PlainTime.from('09:05'),
      zone: 'Europe/London',
      ladder: 'sre',
      levels: ['L2', 'L3'],
      rhythm: { kind: 'month', nth: 'last' },
      first: Temporal.PlainDate.from('2026-12-11'),
    } as const
    expect(chosen(nudgeModal(set, 'sealed'))).toEqual([
      ...['sre', '["sre","L2","L3"]', '1', 'month-last', '2026-12-11', '09:05', 'Europe/London'],
    ])
    // A zone that Slack names and nobody here knows must not keep the form from opening.
    expect(chosen(nudgeModal({ ...start, ownZone: 'Mars/Olympus' }, 'sealed')).at(-1)).toBe('UTC')
  })

  it('offers every time zone once, within what Slack takes', () => {
    for (const ownZone of ['Asia/Kolkata', 'UTC', 'Etc/GMT-2', 'US/Eastern']) {
      const groups = zoneGroups([ownZone], now)
      const options = groups.flatMap((group) => group.options)
      const values = options.map(({ value }) => value!)
      expect(new Set(values).size).toBe(values.length)
      const missing = Intl.supportedValuesOf('timeZone').filter((zone) => !values.includes(zoneNamed(zone)!))
      expect(missing).toEqual([])
      expect(groups.length).toBeLessThanOrEqual(100)
      expect(groups.filter((group) => group.options.length < 1 || group.options.length > 100)).toEqual([])
      expect(options.filter(({ text, value }) => text.text.length > 75 || value!.length > 150)).toEqual([])
      expect(groups.filter(({ label }) => label.text.length > 75)).toEqual([])
    }
    const view = nudgeModal(start, 'sealed')
    expect(viewProblems(view as never)).toEqual([])
    expect(JSON.stringify(view).length).toBeLessThan(100_000)
  })

  it('gives back what was chosen, and nothing where a part is missing', () => {
    const when = { ladder: 'sre', weekday: '1', time: '10:00', zone: 'Europe/London' }
    const chosen = { ...when, levels: 'all', rhythm: 'two-weeks' }
    const schedule = { weekday: 1, time: Temporal.PlainTime.from('10:00'), zone: 'Europe/London' }
    expect(nudgeFormOf(chosen)).toEqual({
      ladder: 'sre',
      levels: null,
      schedule: { ...schedule, rhythm: { kind: 'two-weeks' } },
      first: null,
    })
    expect(nudgeFormOf({ ...chosen, first: '2026-12-11' })).toMatchObject({
      first: Temporal.PlainDate.from('2026-12-11'),
    })
    // A form from before there was a choice means every week, and all levels.
    expect(nudgeFormOf({ ...chosen, levels: undefined, rhythm: undefined })).toMatchObject({
      levels: null,
      schedule: { rhythm: { kind: 'week' } },
    })
    expect(nudgeFormOf({ ...chosen, levels: '["sre","L2","L3"]', rhythm: 'month-2' })).toMatchObject({
      levels: ['L2', 'L3'],
      schedule: { rhythm: { kind: 'month', nth: 2 } },
    })
    expect(nudgeFormOf({ ...chosen, levels: '["designers","L2","L3"]' })).toBe('other-ladder')
    for (const wrong of [
      { weekday: '8' },
      { time: '25:00' },
      { zone: 'Nowhere/At_All' },
      { ladder: undefined },
      { rhythm: 'daily' },
    ])
      expect(nudgeFormOf({ ...chosen, ...wrong })).toBeNull()
  })
})

describe('the form for evidence', () => {
  it('has a competency chosen where it comes from a nudge', () => {
    const options = [
      { id: 'mastery', name: 'Mastery' },
      { id: 'scope', name: 'Scope' },
    ]
    const view = logModal('', { ladder: 'sre', chosen: 'scope', options })
    expect(view.private_metadata).toBe('sre')
    expect(JSON.stringify(view.blocks[0])).toContain(
      '"initial_option":{"text":{"type":"plain_text","text":"Scope"}',
    )
    expect(viewProblems(view as never)).toEqual([])
    expect(logModal('').blocks.map((block) => block.block_id)).toEqual([
      'what',
      'when',
      'part',
      'result',
      'link',
    ])
  })
})
