import { describe, expect, it } from 'vitest'
import { spansOf } from '../../src/domain/evidence/evidence.ts'
import { speakersIn } from '../../src/domain/evidence/said/speakers.ts'
import { partOf } from './evidence-fixture.ts'
import { packetOf } from './packet-fixture.ts'

const NOTES = [
  '## 2026-02-10',
  '',
  'I moved the queue to the new cluster.',
  '',
  '## 2026-02-11 (from Pradeep)',
  '',
  'You posted every 15 minutes in words that support could paste. I did not have to ask once.',
  '',
  '## 2026-02-12 (from the storage team, late)',
  '',
  'I wrote the runbook of the array.',
].join('\n')

describe('who wrote a note', () => {
  it('is said by the heading above it, until the next heading', () => {
    const spans = spansOf({ parts: [partOf(NOTES)] })
    const by = (words: string): string | null => spans.find(({ text }) => text.includes(words))!.saidBy
    expect(by('moved the queue')).toBeNull()
    expect([by('every 15 minutes'), by('did not have to ask')]).toEqual(['Pradeep', 'Pradeep'])
    expect(by('wrote the runbook')).toBeNull()
  })

  it.each([
    ['# From Anna Lena', null],
    ['### 3 May (by José O’Neill-Smith):', 'José O’Neill-Smith'],
    ['## moved from Graphite (from 3 to 4 nodes)', null],
    ['(from Pradeep)', null],
  ])('by %s is %s', (heading, who) => {
    expect(speakersIn(`${heading}\nwords`)(heading.length + 1)).toBe(who)
  })

  it('is not the author where a packet could quote it', () => {
    const sentences = spansOf({ parts: [partOf(NOTES)] }).map((_, nth) => nth + 1)
    const packet = packetOf([{ id: 'e1', text: NOTES, isFile: true, found: [{ sentences }] }])
    const own = packet.receipts.filter(({ saidBy }) => saidBy === null)
    expect(JSON.stringify(own)).toContain('moved the queue')
    expect(JSON.stringify(own)).not.toMatch(/15 minutes|have to ask/)
  })
})
