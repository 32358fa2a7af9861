import { describe, expect, it } from 'vitest'
import { evidenceFilterOf, ladderCommandOf } from '../../src/domain/ladder/ladder-command.ts'
import { smallLadder } from './ladder-fixture.ts'

const today = Temporal.PlainDate.from('2026-11-24')

describe('the words after /ladder', () => {
  it.each([
    ['log', { kind: 'log', text: '' }],
    ['log I moved the queue', { kind: 'log', text: 'I moved the queue' }],
    ['Log: I moved\nthe queue', { kind: 'log', text: 'I moved\nthe queue' }],
    ['log evidence', { kind: 'log', text: '' }],
    ['logging', { kind: 'lookup', text: 'logging' }],
    ['evidence', { kind: 'evidence', filter: '' }],
    ['my evidence', { kind: 'evidence', filter: '' }],
    ['show my evidence scope Q3', { kind: 'evidence', filter: 'scope Q3' }],
    ['nudge', { kind: 'nudge', text: '' }],
    ['Nudges?', { kind: 'nudge', text: '' }],
    ['nudge mondays 10:00 Europe/London', { kind: 'nudge', text: 'mondays 10:00 Europe/London' }],
    ['nudge: me fridays 16:00', { kind: 'nudge', text: 'me fridays 16:00' }],
    ['my nudge', { kind: 'nudge', text: 'me' }],
    ['stop the nudge', { kind: 'nudge', text: 'stop' }],
    ['pause my weekly nudge until monday', { kind: 'nudge', text: 'me pause until monday' }],
    ['nudging', { kind: 'lookup', text: 'nudging' }],
    ['nudge-like work', { kind: 'lookup', text: 'nudge-like work' }],
    ['who nudges others', { kind: 'lookup', text: 'who nudges others' }],
    ['show nudging', { kind: 'lookup', text: 'show nudging' }],
    ['L3', { kind: 'lookup', text: 'L3' }],
    ['', { kind: 'lookup', text: '' }],
  ])('is, for "%s", understood', (text, command) => {
    expect(ladderCommandOf(text)).toEqual(command)
  })

  it.each([
    ['', null, null],
    ['scope', 'scope', null],
    ['Q3', null, '2026 Q3'],
    ['Q4 2025', null, '2025 Q4'],
    ['2025 Q4 mastery', 'mastery', '2025 Q4'],
    ['nonsense', null, null],
  ])('limits a list by "%s"', (text, competency, quarter) => {
    const filter = evidenceFilterOf(text, smallLadder, today)
    expect([filter.competency, filter.quarter?.label ?? null]).toEqual([competency, quarter])
  })

  it('takes a quarter that is still to come for the one of last year', () => {
    expect(evidenceFilterOf('Q4', smallLadder, Temporal.PlainDate.from('2026-05-01')).quarter?.label).toBe(
      '2025 Q4',
    )
  })
})
