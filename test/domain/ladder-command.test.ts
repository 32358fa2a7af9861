import { describe, expect, it } from 'vitest'
import { ladderCommandOf } from '../../src/domain/ladder/ladder-command.ts'

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
    ['nugde', { kind: 'nudge', text: '' }],
    ['nudg me fridays 16:00', { kind: 'nudge', text: 'me fridays 16:00' }],
    ['evidense Q3', { kind: 'evidence', filter: 'Q3' }],
    ['Evidnce', { kind: 'evidence', filter: '' }],
    ['packt', { kind: 'packet', text: '' }],
    ['export my packet', { kind: 'packet', text: '' }],
    ['packet L4 pdf', { kind: 'packet', text: 'L4 pdf' }],
    ['gaol L3', { kind: 'lookup', text: 'goal L3' }],
    ['export', { kind: 'packet', text: 'docx' }],
    ['stop', { kind: 'nudge', text: 'me stop' }],
    ['judge', { kind: 'lookup', text: 'judge' }],
    ['date', { kind: 'lookup', text: 'date' }],
    ['goals', { kind: 'lookup', text: 'goals' }],
    ['packet loss', { kind: 'lookup', text: 'packet loss' }],
    ['L3', { kind: 'lookup', text: 'L3' }],
    ['', { kind: 'lookup', text: '' }],
  ])('are understood: "%s"', (text, command) => {
    expect(ladderCommandOf(text)).toEqual(command)
  })
})
