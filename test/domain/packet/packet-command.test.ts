import { describe, expect, it } from 'vitest'
import { packetAskOf } from '../../../src/domain/packet/packet-command.ts'

describe('what is asked for after /ladder packet', () => {
  it.each([
    ['objections', ''],
    ['objection', ''],
    ['objetcions', ''],
    ['Objectionss', ''],
    ['cold read', ''],
    ['cold-read L4', 'L4'],
    ['comittee', ''],
    ['committee for L4', 'L4'],
    ['what would they say', ''],
    ['what would a committee ask about L4?', 'L4'],
    ['L4 objections', 'L4'],
  ])('reads "%s" as what a committee could ask', (text, level) =>
    expect(packetAskOf(text)).toEqual({ kind: 'objections', level }),
  )

  it.each([
    ['talk', ''],
    ['tlak', ''],
    ['1:1', ''],
    ['1-1', ''],
    ['1on1', ''],
    ['one-to-one', ''],
    ['for my next one on one', ''],
    ['before the talk', ''],
    ['talk L4', 'L4'],
  ])('reads "%s" as what to bring to a one-to-one', (text, level) =>
    expect(packetAskOf(text)).toEqual({ kind: 'talk', level }),
  )

  it.each(['', 'L4', 'Senior SRE', 'pdf', 'word for L4', 'markdown'])('reads "%s" as before', (text) =>
    expect(['show', 'file']).toContain(packetAskOf(text).kind),
  )
})
