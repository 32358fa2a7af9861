import { describe, expect, it } from 'vitest'
import { packetView } from '../../../src/slack/views/packet/packet.ts'
import { type Note, packetOf } from '../../domain/packet-fixture.ts'

const NO_DRAFT = { possible: false, open: 0, drafting: 'none' } as const
const textOf = (notes: readonly Note[]): string => packetView(packetOf(notes), NO_DRAFT).text

describe('the first page of a packet', () => {
  it('says what was found without AI in the words of the reviews', () => {
    const text = textOf([
      { id: 'e1', text: 'I rebuilt the failover and it takes 4 minutes now.', found: [{ status: null }] },
    ])
    expect(text).toContain('Mastery: 1 quote, possible match')
  })

  it('counts no quotes where another competency has the only one', () => {
    const text = textOf([
      {
        id: 'e1',
        text: 'I rebuilt the failover and it takes 4 minutes now.',
        found: [{ status: null }, { competency: 'scope', status: null }],
      },
    ])
    expect(text).toContain('Scope: no quote in its section')
    expect(text).not.toContain('0 quotes')
  })

  it('keeps what looks confidential out, and names the way in by two words', () => {
    const view = packetView(
      packetOf([
        { id: 'e1', text: 'Between us: I rebuilt the failover and it takes 4 minutes now.', found: [{}] },
      ]),
      NO_DRAFT,
    )
    expect(view.text).toContain(
      'Left out, because it looks confidential\n“Between us: I rebuilt the failover and it takes 4 minutes now.”',
    )
    expect(view.text).toContain('There is nothing to quote yet.')
    expect(JSON.stringify(view.blocks)).toContain('"Include it"')
  })
})
